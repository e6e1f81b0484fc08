"""The page of a statement: its words in their place, every field in words, who stands where, how to cite it."""

import json
from typing import Any
from urllib.parse import quote

from attrib.site.appearance import marked_context, places, web_address
from attrib.site.disputers import disputers
from attrib.site.marking import Mark, highlighted
from attrib.site.queries import Row, row, rows

FIELDS = ("type", "marker", "medium", "polarity", "certainty", "distance", "disclosure")
"""The fields that are explained with the codebook's words, in their order on the page."""
_FRAGMENT = 60
"""Longest beginning and end of a passage in an address, in characters."""


async def statement_key(db: Any, statement_id: str) -> Row | None:
    """Number and present id of a statement, also by an id that an earlier annotation gave it."""
    return await row(db, "statement_key", id=statement_id)


async def statement_page(db: Any, key: int) -> Row:
    """A statement in its sentence, who is behind it, who takes a stand on it, and by which rules."""
    statement = await row(db, "statement", key=key)
    assert statement is not None, "the key comes from the same file"
    roles = [Mark(each["start"], each["end"], each["role"]) for each in await rows(db, "statement_roles", key=key)]
    parts = await rows(db, "statement_part", key=key)
    marks = [*places(statement), *roles]
    claim = await row(db, "statement_claim", key=key)
    judgements = await rows(db, "statement_judgements", key=key)
    return {
        "statement": statement,
        "disputed_by": (await disputers(db, [key])).get(key, []),
        "fields": FIELDS,
        "spans": ", ".join(f"{start}–{end}" for start, end in json.loads(statement["spans"])),
        "context": marked_context(statement, roles),
        "parts": [highlighted(part["text"], marks, offset=part["start"]) for part in parts],
        "sources": await rows(db, "statement_sources", key=key),
        "chain": await rows(db, "statement_chain", key=key),
        "assessments": await rows(db, "statement_assessments", key=key),
        "family": await rows(db, "statement_family", key=key),
        "quantities": await rows(db, "statement_quantities", key=key),
        "judgements": judgements,
        "checked": _checked(judgements),
        "claim": claim,
        "versions": [] if claim is None else await rows(db, "statement_versions", key=key, claim=claim["claim"]),
        "passage": passage_address(statement),
        "origin": await _name(db, statement["origin"]),
        "echoed": [] if claim is None else await rows(db, "statement_echoes", key=key, origin=statement["origin"]),
    }


async def _name(db: Any, source: str | None) -> str | None:
    """What a party is called."""
    found = [] if source is None else await rows(db, "names_of", keys=json.dumps([source]))
    return found[0]["name"] if found else None


def _checked(judgements: list[Row]) -> str | None:
    """Whether people found it `right` or `corrected` it, None if nobody has looked at it."""
    if not judgements:
        return None
    return "right" if all(each["old"] == each["new"] for each in judgements) else "corrected"


def passage_address(statement: Row) -> str | None:
    """The address of the article, with a text fragment that makes browsers scroll to the statement.

    https://wicg.github.io/scroll-to-text-fragment/
    """
    url = web_address(statement["document_url"])
    if url is None or statement["first_piece"] is None:
        return url
    words = statement["first_piece"].strip()
    if len(words) <= 2 * _FRAGMENT:
        return f"{url}#:~:text={_encoded(words)}"
    start, end = words[:_FRAGMENT].rsplit(" ", 1)[0], words[-_FRAGMENT:].split(" ", 1)[-1]
    return f"{url}#:~:text={_encoded(start)},{_encoded(end)}"


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
