"""Who made this, and how it is cited: one record for `CITATION.cff`, the data package and the site's linked data."""

from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from attrib import __version__
from attrib.isodate import IsoPrefix
from attrib.resources import load_record

CFF_VERSION = "1.2.0"
PROGRAM = f"attrib {__version__}"


class Citation(BaseModel):
    """The hand-written part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    abstract: str
    authors: tuple[str, ...]
    released: IsoPrefix
    license: str
    """SPDX identifier of the program; what it publishes has a licence of its own."""
    keywords: tuple[str, ...]


def citation() -> Citation:
    """The record, read from `citation.yml`."""
    return load_record(files("attrib.publish") / "citation.yml", Citation)


def citation_file() -> str:
    """`CITATION.cff`, in the Citation File Format (https://citation-file-format.github.io)."""
    cited = citation()
    content: dict[str, Any] = {
        "cff-version": CFF_VERSION,
        "message": "If you use attrib, please cite it as below.",
        "type": "software",
        "title": cited.title,
        "abstract": cited.abstract,
        "authors": [{"name": name} for name in cited.authors],
        "version": __version__,
        "date-released": cited.released,
        "license": cited.license,
        "keywords": list(cited.keywords),
    }
    comment = "# Made by `attrib schema` from attrib/publish/citation.yml; do not edit.\n"
    return comment + yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120)
