"""The entries made by hand, with the place where each is listed.

Those of the package are also kept as `generated/by_hand.json`, which is read thirty times faster than the lists; it is
used as long as it was made from these very lists (`python -m training.registry --by-hand` makes it anew).
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from attrib.errors import ResourceError
from attrib.registry.entry import RegistrySource
from attrib.resources import load_records

COMPILED = "generated/by_hand.json"


class ByHand(NamedTuple):
    """An entry, and the file and line where it begins."""

    entry: RegistrySource
    place: str


def files_of(folder: Path | Traversable) -> list[ByHand]:
    """The entries of the lists in a folder; ResourceError if it is none."""
    return [ByHand(entry, f"{file}, line {line}") for file in _files(folder) for entry, line in _placed(file)]


def compiled(folder: Traversable) -> list[ByHand]:
    """The entries of the package's lists."""
    file = folder.joinpath(*COMPILED.split("/"))
    kept: dict[str, Any] = json.loads(file.read_bytes()) if file.is_file() else {"digest": ""}
    if kept["digest"] != digest(folder):
        return files_of(folder)
    return [
        ByHand(RegistrySource.model_validate(entry, strict=False), f"{folder / name}, line {line}")
        for name, line, entry in kept["entries"]
    ]


def compile_lists(folder: Path) -> None:
    """Keep the entries of the package's lists as JSON."""
    kept = [
        [file.name, line, entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)]
        for file in _files(folder)
        for entry, line in _placed(file)
    ]
    content = {"digest": digest(folder), "entries": kept}
    target = folder / COMPILED
    target.parent.mkdir(exist_ok=True)
    target.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n"
    )


def digest(folder: Path | Traversable) -> str:
    """A digest of the lists of a folder."""
    return sha256(b"\0".join(_content(file) for file in _files(folder))).hexdigest()


def _content(file: Path | Traversable) -> bytes:
    return file.name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n")


def _files(folder: Path | Traversable) -> list[Path | Traversable]:
    if not folder.is_dir():
        raise ResourceError(
            f"{folder} is not a directory; name one that holds *.yml lists of sources", seen=str(folder)
        )
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yml")), key=lambda file: file.name)


_ID = re.compile(r"\bid:\s*['\"]?([a-z0-9-]+)['\"]?\s*(?:,|\}|#|$)")


def _placed(file: Path | Traversable) -> Iterator[tuple[RegistrySource, int]]:
    """The entries of a list, each with its line."""
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(file.read_bytes().decode("utf-8-sig", "replace").splitlines(), start=1):
        for found in _ID.finditer(line):
            lines.setdefault(found[1], []).append(number)
    for entry in load_records(file, RegistrySource):
        waiting = lines.get(entry.id) or [1]
        yield entry, waiting.pop(0) if len(waiting) > 1 else waiting[0]
