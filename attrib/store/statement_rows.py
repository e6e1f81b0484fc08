"""Statements as rows: the table that readers browse, and their places, roles and sources beside it."""

import json
from collections.abc import Sequence

import sqlite_utils

from attrib.errors import DatabaseError
from attrib.records import JOINT, ROLES, Annotation, ClaimKey, Quantity, Span, Statement
from attrib.store.database import PER_DOCUMENT
from attrib.store.rows import Row, insert
from attrib.store.rule_rows import name_rules


def write_statements(db: sqlite_utils.Database, annotation: Annotation, key: int) -> None:
    """Insert the statements of a document whose key is `key`, with their places, roles and sources."""
    text = annotation.document.text
    keys = {statement.id: key * PER_DOCUMENT + statement.number for statement in annotation.statements}
    by_level = sorted(annotation.statements, key=lambda statement: (statement.level, statement.number))
    rows = (_statement_row(statement, text=text, key=key, keys=keys) for statement in by_level)
    name_rules(db, {statement.rule for statement in annotation.statements})
    insert(db, "statements", rows)
    for statement in annotation.statements:
        own = keys[statement.id]
        insert(db, "spans", _pieces(text, {"statement": own}, statement.spans))
        for role in ROLES:
            insert(db, "roles", _pieces(text, {"statement": own, "role": role}, getattr(statement, role)))
        listed = enumerate(statement.sources)
        insert(db, "statement_sources", ({"statement": own, "number": n, **s.model_dump()} for n, s in listed))
        chain = enumerate(statement.chain)
        insert(db, "attribution_chain", ({"statement": own, "number": n, **link.model_dump()} for n, link in chain))
    for table, records in (("quantities", annotation.quantities), ("claim_keys", annotation.claim_keys)):
        _write_parts_of_statements(db, table, records, keys)


def _write_parts_of_statements(
    db: sqlite_utils.Database, table: str, records: Sequence[Quantity | ClaimKey], keys: dict[str, int]
) -> None:
    strange = sorted({record.statement for record in records} - keys.keys())
    if strange:
        raise DatabaseError(
            f"A row for {table} belongs to {strange[0]!r}, which is not a statement of the same document.",
            seen=strange,
            allowed=sorted(keys),
        )
    insert(db, table, ({**record.model_dump(), "statement": keys[record.statement]} for record in records))


def _pieces(text: str, owner: Row, spans: Sequence[Span]) -> list[Row]:
    return [
        {**owner, "number": number, "start": start, "end": end, "exact": text[start:end]}
        for number, (start, end) in enumerate(spans)
    ]


def _statement_row(statement: Statement, *, text: str, key: int, keys: dict[str, int]) -> Row:
    """The statement with what a reader of the table wants beside it: words, source, parent's key."""
    row = statement.model_dump(exclude={"spans", *ROLES, "context", "sources", "chain", "said_on_span"})
    stating = next((link for link in statement.sources if link.relation == "states"), None)
    parent, said = statement.parent, statement.said_on_span
    if parent is not None and parent not in keys:
        raise DatabaseError(
            f"Statement {statement.id} names the parent {parent!r}, which is not a statement of the same document.",
            seen=parent,
            allowed=sorted(keys),
        )
    return {
        **row,
        "pk": keys[statement.id],
        "document": key,
        "parent": None if parent is None else keys[parent],
        "source": None if stating is None else stating.source,
        "disclosure": None if stating is None else stating.disclosure,
        "cue": _cut(text, statement.cue),
        "speaker": _cut(text, statement.speaker),
        "context": text[statement.context.start : statement.context.end],
        "said_on_exact": None if said is None else text[said.start : said.end],
        "said_on_start": None if said is None else said.start,
        "said_on_end": None if said is None else said.end,
        "context_start": statement.context.start,
        "context_end": statement.context.end,
        "start": min((span.start for span in statement.spans), default=statement.context.start),
        "end": max((span.end for span in statement.spans), default=statement.context.end),
        "spans": json.dumps(statement.spans),
    }


def _cut(text: str, spans: Sequence[Span]) -> str | None:
    return JOINT.join(text[start:end] for start, end in spans) or None
