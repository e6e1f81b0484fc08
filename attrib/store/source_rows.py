"""Sources and their names in the working database: written, linked to each other, forgotten."""

from collections.abc import Iterable, Sequence

import sqlite_utils

from attrib.errors import DatabaseError
from attrib.records import Source
from attrib.registry.rating import registered_ratings
from attrib.store.database import explained
from attrib.store.dictionary import dictionary
from attrib.store.rating_rows import show_latest, write_ratings
from attrib.store.rows import Row, insert, update_if_different

TEMPORARY = ("discovered", "unnamed")
"""Origins of sources that exist only because a text names them: they go when nothing refers to them any more."""


_BESIDE = ("aliases",)
"""Tables whose rows go with the source they tell of; a rated source stays."""
_LINKS = ("speaks_for", "part_of", "grouped_under")
"""Columns of a source that hold another source."""


def write_registry(
    db: sqlite_utils.Database, sources: Sequence[Source], aliases: Iterable[tuple[str, str]] = ()
) -> None:
    """Store the sources known beforehand, and their other names as pairs of source id and name.

    A second call with the same content writes nothing. Registered sources that are no longer listed stay while
    statements refer to them.
    """
    listed = {source.id for source in sources}
    with explained(_file(db)), db.atomic():
        write_sources(db, sources)
        write_ratings(db, registered_ratings(sources))
        write_aliases(db, aliases)
        stored = db.execute("SELECT id FROM sources WHERE origin = 'registry'").fetchall()
        forget_sources(db, (found for (found,) in stored if found not in listed), origins=("registry",))


def _file(db: sqlite_utils.Database) -> str:
    """The file of a database, as an error names it."""
    return str(db.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0] or "the registry")


def write_aliases(db: sqlite_utils.Database, aliases: Iterable[tuple[str, str]]) -> None:
    """Store these other names, pairs of source id and name, in place of all; the same ones again write nothing."""
    names = sorted(set(aliases))
    with db.atomic():
        if names != db.execute("SELECT source, name FROM aliases ORDER BY source, name").fetchall():
            db.execute("DELETE FROM aliases")
            insert(db, "aliases", ({"source": source, "name": name} for source, name in names))


def write_sources(db: sqlite_utils.Database, sources: Iterable[Source]) -> None:
    """Insert or update sources; links between sources come last because a source may name a later one."""
    links = []
    for source in sources:
        row = source.model_dump()
        links.append({"id": row["id"], **{name: row[name] for name in _LINKS}})
        if db.execute("SELECT 1 FROM sources WHERE id = ?", [source.id]).fetchone():
            plain = {name: value for name, value in row.items() if name not in {"id", *_LINKS}}
            if source.origin == "discovered":
                # What another article told of a newly found party stays where this one is silent.
                plain = {name: value for name, value in plain.items() if value is not None}
                links[-1] = {**links[-1], **_links_there(db, source)}
                if source.kind == "person":
                    del plain["kind"]
            update_if_different(db, "sources", "id", source.id, plain)
        else:
            insert(db, "sources", [{**row, **dict.fromkeys(_LINKS)}])
        show_latest(db, source.id)
    _check_links(db, links)
    for link in links:
        update_if_different(db, "sources", "id", link.pop("id"), link)


def _links_there(db: sqlite_utils.Database, source: Source) -> Row:
    """What the stored row of a source links to where this record says nothing."""
    stored = next(db.query(f"SELECT {', '.join(_LINKS)} FROM sources WHERE id = ?", [source.id]))
    return {name: stored[name] for name in _LINKS if getattr(source, name) is None}


def _check_links(db: sqlite_utils.Database, links: Iterable[Row]) -> None:
    named = {link[name]: link["id"] for link in links for name in _LINKS if link[name] is not None}
    for institution, source in named.items():
        if db.execute("SELECT 1 FROM sources WHERE id = ?", [institution]).fetchone() is None:
            raise DatabaseError(
                f"The source {source!r} speaks for, is part of or grouped under {institution!r}, which is not in the "
                "database. "
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
        if column.references == "sources" and name not in _BESIDE
    )
    unused += (
        " AND NOT EXISTS (SELECT 1 FROM judgements j, json_each(j.new) named "
        "WHERE j.field = 'sources' AND named.value = s.id)"
    )
    marks = ", ".join("?" * len(origins))
    sql = f"SELECT {', '.join(_LINKS)} FROM sources s WHERE id = ? AND origin IN ({marks}) AND {unused}"
    waiting = list(candidates)
    while waiting:
        source = waiting.pop()
        found = db.execute(sql, [source, *origins]).fetchone()
        if found is not None:
            for table in _BESIDE:
                db.execute(f"DELETE FROM {table} WHERE source = ?", [source])
            db.execute("DELETE FROM sources WHERE id = ?", [source])
            waiting.extend(institution for institution in found if institution is not None)
