"""The page of an article: its text with every statement marked in place, or its statements alone."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrib.site.appearance import with_marks
from attrib.site.disputers import asked_with_disputers
from attrib.site.hits import hits
from attrib.site.marking import Link, linked_blocks
from attrib.site.queries import Ask, Row, together


async def article_page(db: Any, document_id: str, *, address: Callable[[str], str]) -> Row | None:
    """Everything about an article; None if there is none with that id. `address` is where a statement's page is."""
    found = await together(db, lambda ask: _read(ask, document_id))
    if found is None:
        return None
    document, shown = found["document"], found["statements"]
    blocks = _blocks(document, found["parts"], shown, address)
    return {
        "document": document,
        "hits": len(list(hits(document["text"]))) if document["text"] else 0,
        "cuts": found["cuts"],
        "blocks": blocks,
        "statements": shown if blocks is not None else with_marks(shown),
        "numbered": {each["number"]: each for each in shown},
        "filters": _filters(shown),
        "statuses": _counts(shown, "status"),
        "disclosures": found["disclosures"],
    }


_TOLD = 4
"""Words of a statement beside its source."""


def _read(ask: Ask, document_id: str) -> dict[str, Any] | None:
    """What the database has of an article."""
    document = next(iter(ask("document", id=document_id)), None)
    if document is None:
        return None
    key = document["pk"]
    stands = _by_statement(ask("document_assessments", key=key))
    statements = [{**each, "stands": stands.get(each["pk"], [])} for each in ask("document_statements", key=key)]
    return {
        "document": document,
        "statements": asked_with_disputers(ask, statements),
        "cuts": ask("document_cuts", key=key),
        "parts": ask("document_parts", key=key),
        "disclosures": ask("document_disclosures", key=key),
    }


def _blocks(
    document: Row, parts: Sequence[Row], statements: list[Row], address: Callable[[str], str]
) -> list[dict[str, Any]] | None:
    """Heading by heading and paragraph by paragraph, each with the numbers of the statements that begin in it."""
    if document["text"] is None:
        return None
    links = [link for each in statements for link in _links(each, address(each["id"]))]
    kinds = _kinds(document["text"], parts)
    blocks = linked_blocks(document["text"], links, kinds, hits=list(hits(document["text"])))
    numbered = {each["number"]: each for each in statements}
    return [
        {
            **block._asdict(),
            "kind": kinds.get(block.start, "paragraph"),
            "words": _words([numbered[number] for number in block.numbers]),
        }
        for block in blocks
        if block.html.strip()
    ]


def _words(statements: Sequence[Row]) -> Mapping[int, str]:
    """The first words of those that one paragraph credits to the same parties, so that they can be told apart."""
    times = Counter((each["source"], each["others"]) for each in statements if each["type"] != "author")
    alike = [each for each in statements if times[each["source"], each["others"]] > 1 and each["type"] != "author"]
    return {each["number"]: " ".join((each["exact"] or "").split()[:_TOLD]) for each in alike}


def _kinds(text: str, parts: Sequence[Row]) -> Mapping[int, str]:
    """Where the blocks of a page begin, and of what kind they are: dateline and signature stay in their paragraph."""
    kinds: dict[int, str] = {}
    start = end = 0
    for part in parts:
        lines = f"{text[end : part['start']]}.".splitlines()
        if not kinds or len(lines) > 1:
            start = part["start"] - len(lines[-1]) + 1  # with the marker of an item
            kinds[start] = part["kind"]
        elif kinds[start] == "dateline":
            kinds[start] = part["kind"]
        end = part["end"]
    return kinds


def _links(statement: Row, href: str) -> list[Link]:
    css = f"place {statement['status']} t-{statement['type']}"
    return [
        Link(start, end, statement["number"], statement["level"], href, css)
        for start, end in json.loads(statement["spans"])
    ]


def _by_statement(stands: list[Row]) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for stand in stands:
        found.setdefault(stand["statement"], []).append(stand)
    return found


def _filters(statements: list[Row]) -> Row:
    """The values that can be filtered by, each with its number of statements, the most frequent source first."""
    sources: dict[str, Row] = {}
    for each in statements:
        if each["source"]:
            entry = sources.setdefault(each["source"], {"id": each["source"], "name": each["source_name"], "n": 0})
            entry["n"] += 1
    ordered = sorted(sources.values(), key=lambda entry: (-entry["n"], entry["name"]))
    return {"status": _counts(statements, "status"), "type": _counts(statements, "type"), "source": ordered}


def _counts(statements: list[Row], field: str) -> dict[str, int]:
    """How many statements have each value, in the order of the taxonomy."""
    found: dict[str, int] = {}
    for each in sorted(statements, key=lambda each: each[f"{field}_position"]):
        found[each[field]] = found.get(each[field], 0) + 1
    return found
