"""What annotation tools have in common: stretches of a text with labels, and links between them.

A statement is a region labelled with its form; links lead from it to its further pieces and to the words of its roles.
Some tools (doccano, Label Studio) give regions other ids than they were handed. There each document carries along what
its statements were, and a region is known again by its place: the same stretch, or the only one that it touches.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from attrib.errors import InputError
from attrib.intake.reading.found import printable
from attrib.records import ROLES, Span, Statement, StatementType
from attrib.review.correction.corrected import CorrectedDocument, CorrectedStatement
from attrib.store.judgement import FIELDS, PLACES, as_json, as_spans, cells, reading_of, version

CARRIED = "attrib"
"""The key under which our own things travel with a document."""
PIECE = "piece"
FORMS: tuple[str, ...] = get_args(StatementType)
"""Labels of statements."""
PARTS = (PIECE, *ROLES)
"""Labels of the words that belong to a statement, and the names of the links that lead to them."""
CODES = tuple(name for name in FIELDS if name not in (*PLACES, "sources", "type"))
"""What else can be corrected of a statement and is one of a few values."""
MOST_STATEMENTS = 20_000
_RARE = frozenset({"disclosure"})
"""What a statement may be without."""


class Known(NamedTuple):
    """A statement as it was exported."""

    id: str
    version: str
    cells: Mapping[str, str | None]


class Region(NamedTuple):
    """A stretch of the text, or several, with a label."""

    key: str
    """What links call it."""
    label: str
    spans: tuple[Span, ...]
    id: str | None = None
    """The statement that it is, where the tool keeps that."""
    cells: Mapping[str, str | None] = {}
    """Fields that the tool can change, as a person left them."""
    why: str | None = None


class Link(NamedTuple):
    """From a statement to words that belong to it."""

    start: str
    end: str
    role: str


class Drawn(NamedTuple):
    """A document as a tool gives it back."""

    place: str
    id: str
    version: str | None
    text: str
    regions: Sequence[Region]
    links: Sequence[Link]
    known: Sequence[Known]


def known(statement: Statement) -> Known:
    """What travels along with a statement."""
    reading = reading_of(statement)
    return Known(statement.id, version(statement.id, reading), cells(reading))


def check_known(found: Any, *, place: str) -> tuple[Known, ...]:
    """The statements that a document carries along; InputError if they are no longer what was exported."""
    try:
        return tuple(Known(each["id"], each["version"], dict(each["cells"])) for each in found)
    except (TypeError, KeyError, ValueError) as error:
        raise InputError(
            f"{place}: does not say which statements it was exported with ({type(error).__name__}). Import the file "
            "that the tool gives back, with everything that came along.",
            kind="malformed",
        ) from error


def corrected(drawn: Drawn) -> CorrectedDocument:
    """The document with its statements; InputError for labels and links that mean nothing."""
    statements = [region for region in drawn.regions if region.label in FORMS]
    if len(statements) > MOST_STATEMENTS:
        raise InputError(f"{drawn.place}: holds {len(statements):,} statements; at most {MOST_STATEMENTS:,} are read.")
    parts = {region.key: region for region in drawn.regions if region.label not in FORMS}
    for region in parts.values():
        _check_label(region.label, (*FORMS, *PARTS), drawn.place)
    found = _identified(statements, drawn.known)
    places = _places(statements, parts, drawn)
    return CorrectedDocument(
        drawn.place,
        drawn.id,
        drawn.version,
        drawn.text,
        tuple(_statement(region, places[region.key], found.get(region.key), drawn.place) for region in statements),
    )


def _check_label(label: str, allowed: Iterable[str], place: str) -> None:
    if label not in allowed:
        raise InputError(
            f"{place}: the label {printable(label)} is not known; allowed: {', '.join(allowed)}. Mend it in the tool "
            "and export again.",
            seen=label,
            allowed=tuple(allowed),
            kind="malformed",
        )


def _places(
    statements: Sequence[Region], parts: Mapping[str, Region], drawn: Drawn
) -> Mapping[str, Mapping[str, list[Span]]]:
    """By statement and role, where the words stand; a link may have been drawn in either direction."""
    found: dict[str, dict[str, list[Span]]] = {
        region.key: {"spans": list(region.spans), **{role: [] for role in ROLES}} for region in statements
    }
    for link in drawn.links:
        _check_label(link.role, PARTS, drawn.place)
        start, end = (link.start, link.end) if link.start in found else (link.end, link.start)
        if start not in found or end not in parts:
            raise InputError(
                f"{drawn.place}: a link {printable(link.role)} does not lead from a statement to words that belong to "
                "it. Draw it anew in the tool and export again.",
                seen=tuple(link),
                kind="malformed",
            )
        found[start]["spans" if link.role == PIECE else link.role] += parts[end].spans
    return found


def _statement(region: Region, places: Mapping[str, list[Span]], was: Known | None, place: str) -> CorrectedStatement:
    fields: dict[str, str | None] = {**(was.cells if was else {}), **region.cells, "type": region.label}
    fields |= {name: as_json(sorted(set(spans))) for name, spans in places.items()}
    if was is not None:
        fields |= {name: "" for name in CODES if name not in fields and name not in _RARE}
    start, end = min(region.spans).start, max(region.spans).end
    return CorrectedStatement(
        f"{place}, characters {start} to {end}",
        was.id if was else None,
        was.version if was else None,
        {"sources": "[]", "disclosure": None, **fields},
        region.why,
    )


def _identified(statements: Sequence[Region], listed: Sequence[Known]) -> Mapping[str, Known]:
    """Which statement each region is, by the surest sign that there is; what is left is new."""
    found: dict[str, Known] = {}
    left = {each.id: each for each in listed}

    def take(region: Region, candidates: Sequence[Known]) -> None:
        if region.key not in found and candidates and candidates[0].id in left:
            found[region.key] = left.pop(candidates[0].id)

    for region in statements:
        take(region, [each for each in left.values() if each.id in (region.id, region.key)])
    for same in (_is_same, _is_in_place):
        for region in statements:
            take(region, [each for each in left.values() if same(region, each)])
    rest = [region for region in statements if region.key not in found]
    touching = {
        region.key: [each for each in left.values() if _touches(region, each)] for region in rest if region.id is None
    }
    for region in rest:
        mine = touching.get(region.key, [])
        if len(mine) == 1 and sum(mine[0] in others for others in touching.values()) == 1:
            take(region, mine)
    return found


def _is_in_place(region: Region, was: Known) -> bool:
    return min(region.spans) == min(as_spans(was.cells["spans"] or "[]"))


def _is_same(region: Region, was: Known) -> bool:
    return region.label == was.cells["type"] and _is_in_place(region, was)


def _touches(region: Region, was: Known) -> bool:
    return any(span.overlaps(other) for span in region.spans for other in as_spans(was.cells["spans"] or "[]"))


def as_ids(text: str) -> str:
    """Ids of sources, written with commas between, as the cell of a judgement."""
    return json.dumps([each.strip() for each in text.split(",") if each.strip()])
