"""The lists that are read: where each lies under DATA, its digest, its day, whose it is."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

_FILES = Path(__file__).with_name("files.yml")


@dataclass(frozen=True, slots=True)
class Listed:
    """One list."""

    path: str
    digest: str
    as_of: str
    origin: str


def listed() -> Mapping[str, Listed]:
    """The lists by their names; `training/registry/files.yml` pins them."""
    found = yaml.safe_load(_FILES.read_text(encoding="utf-8"))
    return {name: Listed(**fields) for name, fields in found.items()}


@dataclass(frozen=True, slots=True)
class Data:
    """The folder with the lists; a list that is not the pinned one is refused."""

    folder: Path

    def read(self, name: str) -> bytes:
        """The content of a list; ValueError if it is not the one the registry was made for."""
        known = listed()[name]
        content = (self.folder / known.path).read_bytes()
        digest = sha256(content).hexdigest()
        if digest != known.digest:
            raise ValueError(
                f"{self.folder / known.path}: its digest is {digest}, {known.digest} is pinned in {_FILES.name}; "
                "take the list of that day, or pin the new one with its day and look at what changes"
            )
        return content

    def text(self, name: str) -> str:
        """The same as text."""
        return self.read(name).decode("utf-8-sig")

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of a table with a header."""
        return iter(csv.DictReader(self.text(name).splitlines()))

    def json(self, name: str) -> Any:
        """A JSON document."""
        return json.loads(self.text(name))

    def yaml(self, name: str) -> Any:
        """A YAML document, quickly."""
        return yaml.load(self.text(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
