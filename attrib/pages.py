"""What the pages of the site show, gathered from the published database by the queries in `site/sql/`.

Only reads; knows Datasette's database object (`await db.execute(sql, parameters)`) and nothing else of Datasette.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from attrib.marking import Link, Mark, highlighted, linked

Row = dict[str, Any]

ICONS = {
    "contested": "⇄",
    "disputed": "✕",
    "confirmed": "✓",
    "unconfirmed": "?",
    "corroborated": "≡",
    "claimed": "“",
    "asserted": "¶",
    "confirms": "✓",
    "supports": "≡",
    "denies": "✕",
    "doubts": "✕",
    "withholds": "?",
    "no_evidence": "?",
}
"""One sign for each status and verdict: never colour alone."""


def badge(code: str, name: str | None = None) -> Markup:
    """A status or verdict as sign, colour and word."""
    return Markup('<span class="badge {0}"><span class="icon" aria-hidden="true">{1}</span>{2}</span>').format(
        code, ICONS.get(code, "·"), name or code
    )


def marked_context(row: Mapping[str, Any], roles: list[Mark] | None = None) -> Markup | None:
    """The sentence of a statement with exactly the statement marked; None where rights forbid to show it."""
    if row["context"] is None:
        return None
    return highlighted(row["context"], [*_places(row), *(roles or [])], offset=row["context_start"])


def _places(row: Mapping[str, Any]) -> list[Mark]:
    return [Mark(start, end, "statement") for start, end in json.loads(row["spans"])]


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it: an article's `javascript:` address would run as ours."""
    return url if url is not None and url.lower().startswith(("https://", "http://")) else None


@cache
def query(name: str) -> str:
    """The SQL of one query."""
    return (files("attrib") / "site" / "sql" / f"{name}.sql").read_text(encoding="utf-8")


async def _rows(db: Any, name: str, **parameters: Any) -> list[Row]:
    return [dict(row) for row in await db.execute(query(name), parameters)]


async def home_page(db: Any) -> Row:
    """Counts, how statements stand, the newest open questions, the parties quoted most."""
    (counts,) = await _rows(db, "counts")
    return {
        "counts": counts,
        "statuses": await _rows(db, "statuses"),
        "open_questions": _with_marks(await _rows(db, "open_questions")),
        "parties": await _rows(db, "parties"),
    }


async def statement_key(db: Any, statement_id: str) -> int | None:
    """The number of the row of a statement, which may change between builds; its id does not."""
    found = await _rows(db, "statement_key", id=statement_id)
    return found[0]["pk"] if found else None


async def statement_page(db: Any, key: str) -> Row:
    """A statement in its sentence, who is behind it, who takes a stand on it, and by which rules."""
    (statement,) = await _rows(db, "statement", key=key)
    roles = [Mark(row["start"], row["end"], row["role"]) for row in await _rows(db, "statement_roles", key=key)]
    parts = await _rows(db, "statement_part", key=key)
    return {
        "statement": statement,
        "context": marked_context(statement, roles),
        "parts": [highlighted(part["text"], [*_places(statement), *roles], offset=part["start"]) for part in parts],
        "sources": await _rows(db, "statement_sources", key=key),
        "assessments": await _rows(db, "statement_assessments", key=key),
        "family": await _rows(db, "statement_family", key=key),
    }


async def source_page(db: Any, key: str) -> Row:
    """A party: what is known of it, what it says, and the stands it takes."""
    (source,) = await _rows(db, "source", key=key)
    return {
        "source": source,
        "aliases": await _rows(db, "source_aliases", key=key),
        "voices": await _rows(db, "source_voices", key=key),
        "statuses": await _rows(db, "source_statuses", key=key),
        "statements": _with_marks(await _rows(db, "source_statements", key=key)),
        "stands": await _rows(db, "source_stands", key=key),
    }


async def document_page(db: Any, key: str, *, address: str) -> Row:
    """An article with every statement as a link; its statements alone where its text may not be shown."""
    (document,) = await _rows(db, "document", key=key)
    statements = await _rows(db, "document_statements", key=key)
    text = document["text"]
    return {
        "document": document,
        "text": None if text is None else linked(text, [each for row in statements for each in _links(row, address)]),
        "statements": _with_marks(statements),
        "statuses": await _rows(db, "document_statuses", key=key),
    }


def _links(row: Row, address: str) -> list[Link]:
    title = f"{row['source_name'] or 'source unknown'}: {row['status_name']}"
    return [
        Link(start, end, row["level"], f"{address}/{row['pk']}", title, f"place {row['status']}")
        for start, end in json.loads(row["spans"])
    ]


def _with_marks(rows: list[Row]) -> list[Row]:
    return [{**row, "marked": marked_context(row)} for row in rows]
