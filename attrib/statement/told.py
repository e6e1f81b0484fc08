"""The statements of one document while it is annotated: each with its quotation, its row and what it is about."""

import hashlib
from base64 import b32encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.quotation import Quotation
from attrib.quotation.settle import near, parent_of
from attrib.records import ChainLink, ClaimKey, Medium, Quantity, Source, Span, Statement
from attrib.source.chain import with_chain
from attrib.source.crediting import Credited
from attrib.statement.dating import dating
from attrib.statement.grouping import Proposition
from attrib.statement.medium import Media
from attrib.statement.weight import weight
from attrib.text.text import Text

_WITHOUT_CUE = frozenset({"reported", "free_indirect", "indirect_free_indirect"})
"""Types of statements whose cue only tells what they are."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One statement: its row, and what the stages found of it so far."""

    quotation: Quotation
    """The stretch as a construction found it."""
    row: Statement
    quantities: tuple[Quantity, ...] = ()
    keys: tuple[ClaimKey, ...] = ()
    proposition: Proposition | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """Who states it, by id; not the institutions they speak for."""
        return tuple(link.source for link in self.row.sources if link.relation == "states")


class Statements:
    """The statements of a document in text order."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.told = tuple(told)
        self._quoted = tuple(item.quotation for item in told)

    def near(self, place: Span) -> tuple[Told, ...]:
        """Those that begin within a dozen pages of a stretch of text."""
        places = near(place, self._quoted)
        return self.told[places.start : places.stop]

    def around(self, place: Span) -> tuple[Told, ...]:
        """Those that hold a stretch of text."""
        return tuple(item for item in self.near(place) if item.quotation.covers(place))

    def ended_before(self, place: Span) -> tuple[Told, ...]:
        """Those that end before a stretch of text and lie in no other statement but those that hold it, too.

        In an answer, what it credits to others is as near as what stands before it in running text.
        """
        around = [item.quotation for item in self.around(place) if item.quotation.type != "author"]
        before = (item for item in self.near(place) if item.quotation.end <= place.start)
        return tuple(item for item in before if item.row.level == sum(map(item.quotation.lies_in, around)))


def told_statements(
    text: Text,
    credited: Sequence[Credited],
    chains: Sequence[tuple[ChainLink, ...]],
    sources: Mapping[str, Source],
) -> tuple[Told, ...]:
    """The statements of a document in text order, each with its place among the others, its wording and its chain."""
    quoted = [item.quotation for item in credited]
    ids = [statement_id(text.document.id, item) for item in quoted]
    media = Media(text, sources)
    found: list[Told] = []
    for number, (item, chain) in enumerate(zip(credited, chains, strict=True)):
        parent = parent_of(number, quoted)
        row = _row(
            text, item, media(item), number=number, id=ids[number], parent=None if parent is None else ids[parent]
        )
        found.append(Told(item.quotation, with_chain(row, chain)))
    return tuple(found)


def _row(text: Text, credited: Credited, medium: Medium, *, number: int, id: str, parent: str | None) -> Statement:
    quotation = credited.quotation
    sentences = text.touched((*quotation.spans, *quotation.frame))
    worded, said = weight(text, quotation), dating(text, quotation)
    return Statement(
        id=id,
        document=text.document.id,
        number=number,
        type=quotation.type,
        medium=medium,
        marker=quotation.marker,
        level=quotation.level,
        parent=parent,
        polarity=worded.polarity,
        certainty=worded.certainty,
        distance=worded.distance,
        spans=quotation.spans,
        exact=text.cut(quotation.spans),
        cue=() if quotation.type in _WITHOUT_CUE else quotation.cue,
        frame=quotation.frame,
        speaker=quotation.speaker,
        addressee=quotation.addressee,
        context=Span(min(item.start for item in sentences), max(item.end for item in sentences)),
        part=sentences[0].part,
        sources=credited.sources,
        said_on=None if said is None else said.said_on,
        said_on_precision=None if said is None else said.precision,
        said_on_span=None if said is None else said.span,
        rule=quotation.rule,
        detail=quotation.detail,
    )


def statement_id(document: str, quotation: Quotation) -> str:
    """Twelve letters and digits from document, spans, type, cue and speaker: the same statement keeps its id."""
    content = repr((document, quotation.spans, quotation.type, quotation.cue, quotation.speaker))
    return b32encode(hashlib.sha256(content.encode()).digest())[:12].decode("ascii").lower()
