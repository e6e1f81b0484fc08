"""A statement that a stand may be about, with what speaks for it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from attrib.records import Source
from attrib.source.passing import MEDIA
from attrib.stand.matter import Matter
from attrib.stand.wording import Wording
from attrib.statement.told import Told


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A statement beside a stand: how far before it (in sentences, negative behind it), by whom, about what."""

    told: Told
    matter: Matter
    """What it is about."""
    rows: Sequence[Source]
    """The parties that state it."""
    distance: int
    """Sentences from its end to the stand: 0 in the same one, negative if it follows."""
    parts: int
    """Paragraphs from it to the stand."""
    is_lead: bool
    """It stands in the heading or in the first paragraph below."""
    about_taker: bool
    """It names whoever takes the stand, or whom he speaks for."""
    holds_quoted: bool
    """Words in quotation marks are a statement inside it."""

    @property
    def wording(self) -> Wording:
        """How it is put."""
        return self.matter.wording

    @property
    def keys(self) -> frozenset[str]:
        """Countries, events, the lemmas of its other nouns."""
        return self.matter.keys

    @property
    def type(self) -> str:
        """The type of the statement."""
        return self.told.row.type

    @property
    def is_negative(self) -> bool:
        """Whether its source says that it is not so."""
        return self.told.row.polarity == "negative"

    @property
    def parties(self) -> tuple[str, ...]:
        """Who states it."""
        return self.told.parties

    @property
    def spoken_for(self) -> frozenset[str]:
        """Those for whom the parties that state it speak."""
        return frozenset(row.speaks_for for row in self.rows if row.speaks_for is not None)

    @property
    def countries(self) -> frozenset[str]:
        """Those of the parties that state it."""
        return frozenset(row.country for row in self.rows if row.country)

    @property
    def is_by_medium(self) -> bool:
        """Whether a paper, a broadcaster or an agency states it."""
        return any(row.kind in MEDIA for row in self.rows)

    def is_by(self, parties: Collection[str]) -> bool:
        """Whether one of some parties states it, or somebody who speaks for it."""
        return not (self.spoken_for | set(self.parties)).isdisjoint(parties)

    @property
    def is_before(self) -> bool:
        """Whether it ends before the stand."""
        return self.distance >= 0

    @property
    def quotes(self) -> bool:
        """It holds words in quotation marks of whom it sums up: *sprach von einem „Massaker“*."""
        return self.holds_quoted and self.wording.speaks_of
