"""The statements that a stand may be about, with what speaks for each of them."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from attrib.quotation.stand_found import StandFound
from attrib.records import Span
from attrib.source.cast import Cast
from attrib.stand.candidate import Candidate
from attrib.stand.central import REACH
from attrib.stand.matter import Matter
from attrib.stand.side import Side, Sides
from attrib.stand.takers import Takers
from attrib.stand.wording import is_open
from attrib.statement.told import Told
from attrib.text.analysis import Word
from attrib.text.text import Text


class Candidates:
    """The statements of one document that others may take a stand on, ready to be compared with each stand."""

    def __init__(self, text: Text, told: Sequence[Told], cast: Cast, takers: Takers) -> None:
        self._text = text
        self._sides = Sides(text, cast, takers)
        self._told = {item.row.id: item for item in told}
        self._all = tuple(told)
        self._open = tuple(item for item in told if is_open(item))
        self._quoting = {item.row.parent for item in told if item.row.type == "direct" and item.row.parent is not None}
        self._matters: dict[str, Matter] = {}
        # Not *Kyiv, 3 May (Reuters) -*, nor *By our correspondent*: they say nothing.
        spoken = {item.row.part for item in told}
        self._lead = next((part.number for part in text.parts if part.kind != "heading" and part.number in spoken), 0)

    def beside(self, stand: StandFound, takers: Collection[str], against: Sequence[Word] = ()) -> tuple[Candidate, ...]:
        """Those that are neither the taker's nor the stand's own, in text order.

        `against` are the words that name whoever is accused, if that is not the one who takes the stand.
        """
        side = self._side(takers, against)
        others = (item for item in _around(self._open, stand.evidence) if self._is_other(item, stand, takers))
        kept = (item for item in others if not (against and self._sides.is_of(side, item.parties)))
        return tuple(self._candidate(item, stand, side) for item in kept)

    def authored(
        self, stand: StandFound, named: Collection[str], against: Sequence[Word] = ()
    ) -> tuple[Candidate, ...]:
        """What the publisher itself puts forward before a stand, nobody being credited with it; `about_taker` says
        whether it names whoever is accused by the words `against`, else one of the parties `named`."""
        side = self._side(named, against)
        before = (item for item in self.near(stand.evidence) if item.quotation.end <= stand.evidence.start)
        own = (item for item in before if not is_open(item) and not self.is_heading(item))
        return tuple(self._candidate(item, stand, side) for item in own)

    def called_so(self, parties: Iterable[str], beside: Iterable[Candidate]) -> frozenset[str]:
        """Whom of those who state some candidates the names of some parties mean: *die Ärzte*, *die Ruderin*."""
        return self._sides.called_so(parties, {party for item in beside for party in item.parties})

    def near(self, place: Span) -> tuple[Told, ...]:
        """The last statements before a place and the next ones behind it, the publisher's own included: more than
        articles have."""
        return _around(self._all, place)

    def opening(self, parties: tuple[str, ...]) -> Told | None:
        """The first statement that some parties make in the first paragraph."""
        lead = (one for one in self._open if one.row.part == self._lead and one.row.type != "reported")
        return next((one for one in lead if one.parties == parties), None)

    def is_heading(self, item: Told) -> bool:
        """Whether a statement stands in a heading."""
        return self._text.parts[item.row.part].kind == "heading"

    def is_about(self, item: Told, parties: Collection[str]) -> bool:
        """Whether a statement names one of some parties, or accuses it."""
        return self.matter(item).is_about(self._sides.of(parties))

    def matter(self, item: Told) -> Matter:
        """What a statement is about, asked once whatever stands there are."""
        if item.row.id not in self._matters:
            self._matters[item.row.id] = Matter(self._text, item)
        return self._matters[item.row.id]

    def _side(self, parties: Collection[str], against: Sequence[Word]) -> Side:
        """By which words who is accused is named: the words themselves, else those for some parties."""
        return self._sides.accused(against) if against else self._sides.of(parties)

    def _is_other(self, item: Told, stand: StandFound, takers: Collection[str]) -> bool:
        inside = item.quotation.covers(stand.word.span) or item.quotation.overlaps(stand.evidence)
        # *Die Liberalen wollen p. Das bestätigte ihr Chef.*
        own = set(takers) if stand.verdict == "confirms" else self._sides.with_principals(takers)
        return not inside and self._is_at_its_level(item, stand) and set(item.parties).isdisjoint(own)

    def _is_at_its_level(self, item: Told, stand: StandFound) -> bool:
        """Not a part of another statement, unless the stand is taken in that one too."""
        if not item.row.level:
            return True
        parent = self._told.get(item.row.parent or "")
        return parent is not None and parent.quotation.covers(stand.word.span)

    def _candidate(self, item: Told, stand: StandFound, side: Side) -> Candidate:
        matter, own = self.matter(item), stand.view.sentence
        distance = own.number - matter.end.number
        before = item.quotation.start < stand.evidence.start
        return Candidate(
            told=item,
            matter=matter,
            rows=self._sides.rows(item.parties),
            distance=max(0, distance) if before else min(-1, distance),
            parts=abs(own.part - matter.end.part),
            is_lead=item.row.part <= self._lead,
            about_taker=matter.is_about(side),
            holds_quoted=item.row.id in self._quoting,
        )


def _around(told: Sequence[Told], place: Span) -> tuple[Told, ...]:
    middle = bisect_left(told, place.start, key=lambda item: item.quotation.start)
    return tuple(told[max(0, middle - REACH) : middle + REACH])
