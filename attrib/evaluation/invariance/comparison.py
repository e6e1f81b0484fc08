"""What must be found in the rewritten text, what is, and how they differ.

Compared are the statements that anybody but the publisher is credited with, and the author's that the case lists. Of
each, these must be equal (`FIELDS`):

* `type`, `level`, `polarity`, `status` (in the document);
* `marker`, or the one that the rewriting makes of it (*X sagte, p* was verb-second, *p, sagte X* is parenthetical);
* `spans` and `speaker`, moved to where their words stand now;
* `sources`: the same parties, the one that was swapped by its new name, and the one that was put beside another. A
  party that only this document knows goes by its name there; unnamed parties count as equal, as in the gold format, for
  their wording is theirs alone and is compared as `speaker`.

A statement more than these, as one of the *dpa* of a dateline, is a difference too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from attrib.evaluation.invariance.passage import Change, Passage, is_credited
from attrib.records import Annotation, Marker, Span, Statement, StatementSource

FIELDS = ("type", "marker", "level", "polarity", "status", "spans", "speaker", "sources")


@dataclass(frozen=True, slots=True)
class Row:
    """What is compared of a statement; each source is the set of names that will do."""

    rule: str
    type: str
    marker: Marker
    level: int
    polarity: str
    status: str
    spans: tuple[Span, ...]
    speaker: tuple[Span, ...]
    sources: frozenset[frozenset[str]]

    def differs(self, other: "Row") -> tuple[str, ...]:
        """The fields in which another row is not as this one wants it."""
        plain = (name for name in FIELDS[:-1] if getattr(self, name) != getattr(other, name))
        return (*plain, *(() if _fit(self.sources, other.sources) else ("sources",)))


class Pair(NamedTuple):
    """A statement as it was, as it must be now, and as it was found; what is missing is None."""

    before: Row | None
    expected: Row | None
    found: Row | None

    @property
    def differences(self) -> tuple[str, ...]:
        """The fields that differ; none if the statement was found as it must be."""
        if self.expected is None or self.found is None:
            return ("missed",) if self.found is None else ("new",)
        return self.expected.differs(self.found)


def compared(passage: Passage, change: Change, annotation: Annotation) -> tuple[Pair, ...]:
    """Every statement of the unaltered text with what became of it, and then those that are new."""
    rows = [(statement, _row(statement, passage.annotation)) for statement in passage.statements]
    expected = [(row, moved) for statement, row in rows for moved in _moved(statement, row, change)]
    wanted = {row.spans for _, row in expected if row.type == "author"}
    found = ((item, _row(item, annotation)) for item in annotation.statements)
    return tuple(_pairs(expected, [row for item, row in found if is_credited(item) or row.spans in wanted]))


def _moved(statement: Statement, row: Row, change: Change) -> Iterator[Row]:
    """The statement as it must be in the rewritten text; each piece of a quotation that the frame cuts is one."""
    moved = replace(
        row,
        marker=change.markers.get(statement.id, row.marker),
        spans=change.rewriting.moved(row.spans),
        speaker=change.rewriting.moved(row.speaker),
        sources=_renamed(statement, row, change),
    )
    if change.is_quotation_cut and row.type == "direct" and row.level == 0:
        yield from (replace(moved, spans=(span,)) for span in moved.spans)
    else:
        yield moved


def _renamed(statement: Statement, row: Row, change: Change) -> frozenset[frozenset[str]]:
    names = {change.renamed.get("".join(name), name) for name in row.sources}
    if statement.id in change.joined:
        names.add(frozenset({change.joined[statement.id]}))
    return frozenset(names)


def _stating(statement: Statement) -> list[StatementSource]:
    return [link for link in statement.sources if link.relation == "states"]


def _row(statement: Statement, annotation: Annotation) -> Row:
    return Row(
        rule=statement.rule,
        type=statement.type,
        marker=statement.marker,
        level=statement.level,
        polarity=statement.polarity,
        status=statement.status_in_document,
        spans=statement.spans,
        speaker=statement.speaker,
        sources=frozenset(frozenset({known_as(link.source, annotation)}) for link in _stating(statement)),
    )


def known_as(source: str, annotation: Annotation) -> str:
    """The name of a party within its document: ids of parties that no other document knows end with the document's."""
    document = annotation.document.id
    if source.startswith("unnamed"):
        return "unnamed"
    if source == f"publisher-{document}":
        return "publisher"
    return source.removesuffix(f"-{document[:6]}")


def _fit(wanted: frozenset[frozenset[str]], found: frozenset[frozenset[str]]) -> bool:
    """Whether there is one of the names wanted for every party found, and the other way round."""
    return all(any(one & other for other in found) for one in wanted) and all(
        any(one & other for one in wanted) for other in found
    )


def _pairs(expected: Sequence[tuple[Row, Row]], found: Sequence[Row]) -> Iterator[Pair]:
    """First those that are about the same words, then those that share some."""
    left = list(found)
    partners: dict[int, Row] = {}
    for closeness in (_is_equal, _has_same_words, _shares_words):
        for place, (_, row) in enumerate(expected):
            match = None if place in partners else next((other for other in left if closeness(row, other)), None)
            if match is not None:
                partners[place] = match
                left.remove(match)
    yield from (Pair(before, row, partners.get(place)) for place, (before, row) in enumerate(expected))
    yield from (Pair(None, None, row) for row in left)


def _is_equal(one: Row, other: Row) -> bool:
    return not one.differs(other)


def _has_same_words(one: Row, other: Row) -> bool:
    return one.spans == other.spans


def _shares_words(one: Row, other: Row) -> bool:
    return any(span.overlaps(each) for span in one.spans for each in other.spans)
