"""What holds between documents, as rows: claims, their statements and origins, copies, and the stands that follow.

All of it is derived and made anew as a whole: as soon as a document changes, everything is forgotten, and comparing
the statements again brings it back. A database whose table `linking` is empty waits for that.
"""

from collections.abc import Iterable, Mapping, Sequence

import sqlite_utils

from attrib.claim.link import Links
from attrib.records import Assessment, Copy
from attrib.store.database import PER_DOCUMENT, explained
from attrib.store.rows import insert

_TABLES = ("status_by", "claim_statements", "claim_origins", "claims", "copies", "linking")


def is_linked(db: sqlite_utils.Database, version: str) -> bool:
    """Whether the documents were compared by that version and nothing has changed since."""
    return bool(db.execute("SELECT 1 FROM linking WHERE version = ?", [version]).fetchone())


def forget_links(db: sqlite_utils.Database) -> None:
    """Forget what was found by comparing documents; each statement has the status its own document gives it."""
    if db.execute("SELECT 1 FROM linking").fetchone() is None:
        return
    for table in _TABLES:
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM assessments WHERE through IS NOT NULL")
    db.execute("UPDATE statements SET status = status_in_document WHERE status <> status_in_document")


def write_links(db: sqlite_utils.Database, links: Links, version: str) -> None:
    """Store what was found in place of what was found before, all or nothing."""
    with explained("comparing the statements"), db.atomic():
        forget_links(db)
        keys = dict(db.execute("SELECT id, pk FROM statements").fetchall())
        claims = {claim.id: number for number, claim in enumerate(links.claims, start=1)}
        rows = (
            {"pk": claims[item.id], **item.model_dump(), "statement": keys[item.statement]} for item in links.claims
        )
        insert(db, "claims", rows)
        members = ((item, claims[item.claim], keys[item.statement]) for item in links.statements)
        insert(
            db,
            "claim_statements",
            (
                {**m.model_dump(), "claim": claim, "statement": key, "counts": int(m.counts)}
                for m, claim, key in members
            ),
        )
        insert(db, "claim_origins", ({**item.model_dump(), "claim": claims[item.claim]} for item in links.origins))
        _write_copies(db, links.copies)
        written = _write_stands(db, links.assessments, keys)
        _write_statuses(db, links, keys, written)
        insert(db, "linking", [{"version": version, "documents": db.table("documents").count}])


def _write_copies(db: sqlite_utils.Database, copies: Iterable[Copy]) -> None:
    documents = dict(db.execute("SELECT id, pk FROM documents").fetchall())
    rows = (
        {**item.model_dump(), "document": documents[item.document], "original": documents[item.original]}
        for item in copies
    )
    insert(db, "copies", rows)


_StandKey = tuple[str, str | None, str, str, int, int, str | None]


def _write_stands(
    db: sqlite_utils.Database, assessments: Sequence[Assessment], keys: Mapping[str, int]
) -> dict[_StandKey, int]:
    """Insert the derived stands behind those that the documents hold themselves; their keys by what they say."""
    documents = dict(db.execute("SELECT id, pk FROM documents").fetchall())
    last = dict(db.execute("SELECT document, max(pk) FROM assessments GROUP BY document").fetchall())
    written: dict[_StandKey, int] = {}
    for item in assessments:
        document = documents[item.document]
        pk = last.get(document, document * PER_DOCUMENT - 1) + 1
        last[document] = written[_stand_key(item)] = pk
        target = None if item.statement is None else keys[item.statement]
        through = None if item.through is None else keys[item.through]
        insert(
            db,
            "assessments",
            [{"pk": pk, **item.model_dump(), "document": document, "statement": target, "through": through}],
        )
    return written


def _stand_key(item: Assessment) -> _StandKey:
    return item.document, item.statement, item.source, item.verdict, item.start, item.end, item.through


def _write_statuses(
    db: sqlite_utils.Database, links: Links, keys: Mapping[str, int], written: Mapping[_StandKey, int]
) -> None:
    found = db.execute(
        "SELECT d.id, s.id, a.source, a.verdict, a.start, a.end, a.pk FROM assessments a "
        "JOIN documents d ON d.pk = a.document LEFT JOIN statements s ON s.pk = a.statement WHERE a.through IS NULL"
    ).fetchall()
    stored: dict[_StandKey, int] = {(*row[:-1], None): row[-1] for row in found}
    stands = stored | dict(written)
    sql = "UPDATE statements SET status = ? WHERE pk = ? AND status <> ?"
    db.conn.executemany(sql, ((status, keys[key], status) for key, status in links.statuses.items()))
    pairs = sorted({(keys[key], stands[_stand_key(item)]) for key, item in links.status_by})
    insert(db, "status_by", ({"statement": statement, "assessment": stand} for statement, stand in pairs))
