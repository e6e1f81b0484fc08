"""SQLite → records: what was written comes back equal."""

from collections.abc import Iterator
from typing import Any

import sqlite_utils

from attrib.records import (
    ROLES,
    Annotation,
    Assessment,
    ChainLink,
    ClaimKey,
    Document,
    Issue,
    Part,
    Quantity,
    Source,
    Span,
    Statement,
    StatementSource,
)
from attrib.store.database import PER_DOCUMENT

Row = dict[str, Any]


def read_annotations(db: sqlite_utils.Database) -> Iterator[Annotation]:
    """Every document's annotation, in the order in which the documents were first written."""
    keys = [key for (key,) in db.execute("SELECT pk FROM documents ORDER BY pk").fetchall()]
    return (read_annotation(db, key) for key in keys)


def read_annotation(db: sqlite_utils.Database, key: int) -> Annotation:
    """The annotation of the document with this key."""
    document = Document.model_validate(
        _one(db, "documents", "pk = ?", key, without=("pk", "label", "digest", "fingerprint"))
    )
    conllu = db.execute("SELECT conllu FROM analyses WHERE document = ?", [key]).fetchone()
    return Annotation(
        document=document,
        parts=tuple(Part.model_validate({**row, "document": document.id}) for row in _rows(db, "parts", key)),
        conllu=conllu[0] if conllu else "",
        statements=tuple(_statements(db, key, document.id)),
        sources=tuple(_sources(db, key)),
        assessments=tuple(_assessments(db, key, document.id)),
        quantities=tuple(Quantity.model_validate(row) for row in _of_statements(db, "quantities", key, "number")),
        claim_keys=tuple(ClaimKey.model_validate(row) for row in _of_statements(db, "claim_keys", key, "role, key")),
        issues=tuple(
            Issue.model_validate({**_without(row, ("pk", "path")), "document": document.id})
            for row in _rows(db, "issues", key, order="pk")
        ),
    )


def read_stands(db: sqlite_utils.Database, key: int) -> Iterator[Assessment]:
    """Every stand whose evidence the document with this key holds, also those found by comparing statements.

    `statement` may be one of another document then.
    """
    sql = (
        "SELECT a.*, d.id AS place, s.id AS target, t.id AS other FROM assessments a "
        "JOIN documents d ON d.pk = a.document LEFT JOIN statements s ON s.pk = a.statement "
        "LEFT JOIN statements t ON t.pk = a.through WHERE a.document = ? ORDER BY a.pk"
    )
    for row in db.query(sql, [key]):
        fields = {"document": row["place"], "statement": row["target"], "through": row["other"]}
        yield Assessment.model_validate({**_without(row, ("pk", "place", "target", "other")), **fields})


def read_names(db: sqlite_utils.Database) -> dict[str, frozenset[str]]:
    """The names of every source, by its id: its own, its English one, and the other names of registered ones."""
    sql = "SELECT id, name FROM sources UNION SELECT id, name_en FROM sources WHERE name_en IS NOT NULL "
    found: dict[str, set[str]] = {}
    for source, name in db.execute(f"{sql} UNION SELECT source, name FROM aliases").fetchall():
        found.setdefault(source, set()).add(name)
    return {source: frozenset(names) for source, names in found.items()}


def _sources(db: sqlite_utils.Database, key: int) -> Iterator[Source]:
    sql = "SELECT s.* FROM sources s JOIN document_sources d ON d.source = s.id WHERE d.document = ? ORDER BY d.number"
    return (Source.model_validate(row) for row in db.query(sql, [key]))


def _assessments(db: sqlite_utils.Database, key: int, document_id: str) -> Iterator[Assessment]:
    sql = (
        "SELECT a.*, s.id AS target FROM assessments a LEFT JOIN statements s ON s.pk = a.statement "
        "WHERE a.document = ? AND a.through IS NULL ORDER BY a.pk"
    )
    for row in db.query(sql, [key]):
        fields = {**_without(row, ("pk", "target")), "document": document_id, "statement": row["target"]}
        yield Assessment.model_validate(fields)


def _of_statements(db: sqlite_utils.Database, table: str, key: int, order: str) -> Iterator[Row]:
    """Rows that hang on the statements of a document, with the statement's id for its key, in order."""
    first = key * PER_DOCUMENT
    sql = (
        f"SELECT r.*, s.id AS id FROM {table} r JOIN statements s ON s.pk = r.statement "
        f"WHERE r.statement BETWEEN ? AND ? ORDER BY r.statement, {order}"
    )
    rows = db.query(sql, [first, first + PER_DOCUMENT - 1])
    return ({**_without(row, ("id",)), "statement": row["id"]} for row in rows)


def _statements(db: sqlite_utils.Database, key: int, document_id: str) -> Iterator[Statement]:
    ids = dict(db.execute("SELECT pk, id FROM statements WHERE document = ?", [key]).fetchall())
    spans = _by_statement(db, "spans", key)
    roles = _by_statement(db, "roles", key)
    sources = _by_statement(db, "statement_sources", key)
    chains = _by_statement(db, "attribution_chain", key)
    kept = set(Statement.model_fields)
    for row in _rows(db, "statements", key):
        own = row["pk"]
        fields = {name: value for name, value in row.items() if name in kept}
        words: dict[str, tuple[Span, ...]] = {
            role: tuple(_span(found) for found in roles.get(own, []) if found["role"] == role) for role in ROLES
        }
        fields |= words
        fields |= {
            "document": document_id,
            "parent": ids.get(row["parent"]),
            "spans": tuple(_span(found) for found in spans.get(own, [])),
            "said_on_span": None if row["said_on_start"] is None else Span(row["said_on_start"], row["said_on_end"]),
            "context": Span(row["context_start"], row["context_end"]),
            "chain": tuple(
                ChainLink.model_validate(_without(found, ("statement", "number"))) for found in chains.get(own, [])
            ),
            "sources": tuple(
                StatementSource.model_validate(_without(found, ("statement", "number")))
                for found in sources.get(own, [])
            ),
        }
        yield Statement.model_validate(fields)


def _by_statement(db: sqlite_utils.Database, table: str, key: int) -> dict[int, list[Row]]:
    first = key * PER_DOCUMENT
    sql = f"SELECT * FROM {table} WHERE statement BETWEEN ? AND ? ORDER BY statement, number"
    found: dict[int, list[Row]] = {}
    for row in db.query(sql, [first, first + PER_DOCUMENT - 1]):
        found.setdefault(row["statement"], []).append(row)
    return found


def _rows(db: sqlite_utils.Database, table: str, key: int, *, order: str = "number") -> Iterator[Row]:
    return db.query(f"SELECT * FROM {table} WHERE document = ? ORDER BY {order}", [key])


def _one(db: sqlite_utils.Database, table: str, where: str, key: int, *, without: tuple[str, ...]) -> Row:
    return _without(next(db.query(f"SELECT * FROM {table} WHERE {where}", [key])), without)


def _without(row: Row, names: tuple[str, ...]) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"])
