"""The published SQLite database as it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from attrib.publish.export.material import Material, Written


def write_sqlite(material: Material, folder: Path) -> Iterator[Written]:
    """`attrib.db`, byte for byte the published copy."""
    shutil.copyfile(material.file, folder / "attrib.db")
    yield Written("attrib.db", material.number("SELECT count(*) FROM statements"), "statements", "SQLite database")
