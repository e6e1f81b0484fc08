"""The page of a source: who it is, what it says, how that stands, and whom it confirms or contradicts."""

import json
from typing import Any

from attrib.registry.entry import SourceTerm
from attrib.registry.registry import known_parties
from attrib.site.appearance import with_marks
from attrib.site.disputers import with_disputers
from attrib.site.queries import Row, row, rows


async def source_page(db: Any, key: str) -> Row | None:
    """A party and all that is known of it; None if there is no source with that id."""
    source = await row(db, "source", key=key)
    if source is None:
        return None
    known = known_parties().get(key)
    months = await rows(db, "source_months", key=key)
    return {
        "source": source,
        "terms": [] if known is None else [_term(term) for term in known.terms],
        "aliases": await rows(db, "source_aliases", key=key),
        "mentions": await rows(db, "source_mentions", key=key),
        "voices": await rows(db, "source_voices", key=key),
        "ratings": await rows(db, "source_ratings", key=key),
        "months": months,
        "statuses": _by_status(months),
        "statements": await with_disputers(db, with_marks(await rows(db, "source_statements", key=key))),
        "disputed": [
            {**each, "stands": json.loads(each["stands"])} for each in await rows(db, "source_disputed", key=key)
        ],
        "stands": await rows(db, "source_stands", key=key),
        "towards": _by_party(await rows(db, "source_towards", key=key)),
        "from_others": _by_party(await rows(db, "source_from_others", key=key)),
    }


def source_at(address: str) -> str | None:
    """The id of the registered party that texts made a source of under another id before it was registered."""
    return known_parties().at_address(address)


def _term(term: SourceTerm) -> Row:
    """An office and its time; `as_of` where the end is not known."""
    return {"title": term.title, "since": term.from_, "until": term.until, "as_of": term.as_of}


def _by_party(stands: list[Row]) -> list[Row]:
    """Each party once, those with most stands first, with its stands by verdict."""
    parties: dict[str, Row] = {}
    for each in stands:
        party = parties.setdefault(each["id"], {"id": each["id"], "name": each["name"], "stands": []})
        party["stands"].append(each)
    return sorted(parties.values(), key=lambda party: -sum(each["stands"] for each in party["stands"]))


def _by_status(months: list[Row]) -> list[Row]:
    found: dict[str, int] = {}
    for each in sorted(months, key=lambda each: each["position"]):
        found[each["status"]] = found.get(each["status"], 0) + each["statements"]
    return [{"code": code, "statements": number} for code, number in found.items()]
