"""The statements of one document while it is annotated: each with its quotation, its row and what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.quotation import Quotation
from attrib.quotation.merge import near
from attrib.records import ClaimKey, Quantity, Span, Statement
from attrib.statement.grouping import Proposition


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
        """Those inside no other that end before a stretch of text."""
        return tuple(item for item in self.near(place) if not item.row.level and item.quotation.end <= place.start)
