"""What changed between two published copies: `attrib build --previous`.

`changed.json` beside the published database holds numbers of its own rows and codes, and no word of the earlier copy:
what was taken out since, because somebody asked for it or rights have ended, is counted and not told. A statement that
a later annotation moved is the same one, by the id that it had.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from attrib.errors import DatabaseError
from attrib.publish.description import DATABASE_NAME
from attrib.publish.export.listing import sha256
from attrib.store.database import PUBLISHED_ID, check_published, kind

CHANGED_FILE = "changed.json"
MOST = 50
"""Rows of each kind that are listed; all are counted."""
COMPARED = ("status", "type", "source")
"""Fields of a statement whose change is told."""

_MATCHED = """
CREATE TEMP TABLE matched AS
SELECT o.pk AS before, coalesce(n.pk, x.statement) AS now
FROM earlier.statements o
LEFT JOIN statements n ON n.id = o.id
LEFT JOIN superseded x ON x.id = o.id AND n.pk IS NULL
"""
_NEW = """
FROM statements s
WHERE s.pk NOT IN (SELECT now FROM matched WHERE now IS NOT NULL) AND s.status <> 'asserted'
"""
_CHANGED = """
FROM matched m
JOIN earlier.statements o ON o.pk = m.before
JOIN statements s ON s.pk = m.now
WHERE o.{0} IS NOT s.{0}
"""


def write_changed(previous: Path, copy: Path, folder: Path) -> None:
    """Write `changed.json`; DatabaseError if `previous` is no published copy of the present schema."""
    with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("ATTACH ? AS earlier", [f"{_published(previous).resolve().as_uri()}?mode=ro"])
        content = {"database": sha256(copy), **changes(connection)}
    (folder / CHANGED_FILE).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _published(path: Path) -> Path:
    file = path / f"{DATABASE_NAME}.db" if path.is_dir() else path
    if not file.exists() or kind(file) != PUBLISHED_ID:
        raise DatabaseError(
            f"{path}: there is no published copy to compare with. Name a folder or file made by an earlier `attrib "
            "build`.",
            seen=str(path),
        )
    check_published(file)
    return file


def changes(connection: sqlite3.Connection) -> dict[str, Any]:
    """What is new, gone and changed in the main database against `earlier`; rows by their numbers in the main one."""
    connection.execute(_MATCHED)
    connection.execute("CREATE INDEX temp.matched_now ON matched (now)")
    found: dict[str, Any] = {
        "documents": _documents(connection),
        "gone": _number(connection, "SELECT count(*) FROM matched WHERE now IS NULL"),
        "new": {
            "number": _number(connection, f"SELECT count(*) {_NEW}"),
            "rows": _rows(connection, f"SELECT s.pk {_NEW} ORDER BY s.date DESC, s.pk DESC LIMIT {MOST}"),
        },
    }
    for field in COMPARED:
        asked = _CHANGED.format(field)
        order = f"ORDER BY s.date DESC, s.pk DESC LIMIT {MOST}"
        found[field] = {
            "number": _number(connection, f"SELECT count(*) {asked}"),
            "rows": _rows(connection, f"SELECT s.pk, {_told(field)}, s.{field} {asked} {order}"),
        }
    return found


def _told(field: str) -> str:
    """The value before; of a party only if it is still there, because its id may repeat words that had to go."""
    return "(SELECT id FROM sources WHERE id = o.source)" if field == "source" else f"o.{field}"


def _documents(connection: sqlite3.Connection) -> dict[str, Any]:
    new = "FROM documents WHERE id NOT IN (SELECT id FROM earlier.documents)"
    gone = "SELECT count(*) FROM earlier.documents WHERE id NOT IN (SELECT id FROM documents)"
    return {
        "new": _number(connection, f"SELECT count(*) {new}"),
        "rows": _rows(connection, f"SELECT pk {new} ORDER BY published DESC, pk DESC LIMIT {MOST}"),
        "gone": _number(connection, gone),
    }


def _number(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def _rows(connection: sqlite3.Connection, sql: str) -> list[Any]:
    """Each row as a list, or as its only value."""
    return [row[0] if len(row) == 1 else list(row) for row in connection.execute(sql)]
