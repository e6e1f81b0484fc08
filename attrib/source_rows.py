"""Sources and their names in the working database: written, linked to each other, forgotten."""

from collections.abc import Iterable, Sequence

import sqlite_utils

from attrib.database import explained
from attrib.dictionary import dictionary
from attrib.errors import DatabaseError
from attrib.records import Source
from attrib.rows import Row, insert, update_if_different

TEMPORARY = ("discovered", "unnamed")
"""Origins of sources that exist only because a text names them: they go when nothing refers to them any more."""


def write_registry(
    db: sqlite_utils.Database, sources: Sequence[Source], aliases: Iterable[tuple[str, str]] = ()
) -> None:
    """Store the sources known beforehand, and their other names as pairs of source id and name.

    A second call with the same content writes nothing. Registered sources that are no longer listed stay while
    statements refer to them.
    """
    listed = {source.id for source in sources}
    names = sorted(set(aliases))
    with explained("the registry"), db.atomic():
        write_sources(db, sources)
        if names != db.execute("SELECT source, name FROM aliases ORDER BY source, name").fetchall():
            db.execute("DELETE FROM aliases")
            insert(db, "aliases", ({"source": source, "name": name} for source, name in names))
        stored = db.execute("SELECT id FROM sources WHERE origin = 'registry'").fetchall()
        forget_sources(db, (found for (found,) in stored if found not in listed), origins=("registry",))


def write_sources(db: sqlite_utils.Database, sources: Iterable[Source]) -> None:
    """Insert or update sources; links between sources come last because a source may name a later one."""
    links = []
    for source in sources:
        row = source.model_dump()
        links.append({"id": row["id"], "speaks_for": row["speaks_for"], "part_of": row["part_of"]})
        if db.execute("SELECT 1 FROM sources WHERE id = ?", [source.id]).fetchone():
            plain = {name: value for name, value in row.items() if name not in {"id", "speaks_for", "part_of"}}
            update_if_different(db, "sources", "id", source.id, plain)
        else:
            insert(db, "sources", [{**row, "speaks_for": None, "part_of": None}])
    _check_links(db, links)
    for link in links:
        update_if_different(db, "sources", "id", link.pop("id"), link)


def _check_links(db: sqlite_utils.Database, links: Iterable[Row]) -> None:
    named = {link[name]: link["id"] for link in links for name in ("speaks_for", "part_of") if link[name] is not None}
    for institution, source in named.items():
        if db.execute("SELECT 1 FROM sources WHERE id = ?", [institution]).fetchone() is None:
            raise DatabaseError(
                f"The source {source!r} speaks for or is part of {institution!r}, which is not in the database. "
                "Write the registry first, or list that source too.",
                seen=institution,
            )


def sources_of(db: sqlite_utils.Database, key: int) -> list[str]:
    """The sources that the stored annotation of a document brought along."""
    found = db.execute("SELECT source FROM document_sources WHERE document = ?", [key])
    return [source for (source,) in found.fetchall()]


def forget_sources(db: sqlite_utils.Database, candidates: Iterable[str], *, origins: Sequence[str]) -> None:
    """Delete those candidates of these origins that no row refers to, and then what only they referred to."""
    unused = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {name} r WHERE r.{column_name} = s.id)"
        for name, table in dictionary().items()
        for column_name, column in table.columns.items()
        if column.references == "sources" and name != "aliases"
    )
    marks = ", ".join("?" * len(origins))
    sql = f"SELECT speaks_for, part_of FROM sources s WHERE id = ? AND origin IN ({marks}) AND {unused}"
    waiting = list(candidates)
    while waiting:
        source = waiting.pop()
        found = db.execute(sql, [source, *origins]).fetchone()
        if found is not None:
            db.execute("DELETE FROM aliases WHERE source = ?", [source])
            db.execute("DELETE FROM sources WHERE id = ?", [source])
            waiting.extend(institution for institution in found if institution is not None)
