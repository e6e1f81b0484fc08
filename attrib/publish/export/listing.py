"""`downloads.json`: which files an export holds, how large they are, and what they leave out."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from attrib.publish.citation import PROGRAM
from attrib.publish.description import head
from attrib.publish.export.material import Left, Written
from attrib.store.database import SCHEMA_VERSION

LISTING_FILE = "downloads.json"
_PIECE = 1 << 20
Listing = dict[str, Any]


def listing(folder: Path, written: Iterable[tuple[str, Written]], left: Sequence[Left]) -> Listing:
    """Every file with its size and SHA-256; the same files make the same listing."""
    about = head()
    files = [
        {
            "path": each.path,
            "format": name,
            "title": each.title,
            "rows": each.rows,
            "unit": each.unit,
            "bytes": (folder / each.path).stat().st_size,
            "sha256": sha256(folder / each.path),
        }
        for name, each in written
    ]
    return {
        "schema_version": SCHEMA_VERSION,
        "program": PROGRAM,
        "license": about.license,
        "license_url": about.license_url,
        "files": files,
        "left_out": [each._asdict() for each in left],
    }


def write_listing(folder: Path, content: Listing) -> None:
    """Put the listing beside the files it lists."""
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    (folder / LISTING_FILE).write_text(text, encoding="utf-8", newline="\n")


def sha256(path: Path) -> str:
    """The checksum of a file, read piece by piece."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
