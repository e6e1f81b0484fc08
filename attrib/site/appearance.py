"""Signs that several pages share: badges, marked sentences, addresses of the web."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from attrib.site.hits import hits
from attrib.site.marking import Mark, highlighted
from attrib.site.queries import Row

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


@lru_cache(1_000)
def badge(code: str, name: str) -> Markup:
    """A status or verdict as sign, colour and word."""
    return Markup('<span class="badge {0}">{1}{2}</span>').format(code, icon(code), name)


@lru_cache(1_000)
def sign(code: str, name: str) -> Markup:
    """A status as sign and colour, and as a word for those who listen."""
    spoken = Markup('<span class="visually-hidden">{}:</span>').format(name)
    return Markup('<span class="badge {}">{}{}</span>').format(code, icon(code), spoken)


def icon(code: str) -> Markup:
    """The sign of a status or verdict, for eyes only."""
    return Markup('<span class="icon" aria-hidden="true">{}</span>').format(ICONS.get(code, "·"))


def places(row: Mapping[str, Any]) -> list[Mark]:
    """Where the statement of a row stands."""
    return [Mark(start, end, "statement") for start, end in json.loads(row["spans"])]


def marked_context(row: Mapping[str, Any], roles: Iterable[Mark] = ()) -> Markup | None:
    """The sentence of a statement with exactly the statement marked; None where rights forbid to show it."""
    if row["context"] is None:
        return None
    start = row["context_start"]
    return highlighted(row["context"], [*places(row), *roles, *hits(row["context"], offset=start)], offset=start)


def with_marks(rows: Iterable[Row]) -> list[Row]:
    """The rows, each with its marked sentence as `marked`."""
    return [{**row, "marked": marked_context(row)} for row in rows]


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it: an article's `javascript:` address would run as ours."""
    return url if url is not None and url.lower().startswith(("https://", "http://")) else None


_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of what follows them: a text could rearrange the page around it."""


def with_visible_controls(value: Any) -> Any:
    """What a template puts out; characters that would turn the direction of the page are named instead."""
    if not isinstance(value, str) or _DIRECTIONS.search(value) is None:
        return value
    return type(value)(_DIRECTIONS.sub(lambda found: f"‹U+{ord(found[0]):04X}›", str(value)))
