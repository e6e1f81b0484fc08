"""The record that every construction yields: a stretch put forward by somebody, before anybody knows by whom."""

from dataclasses import dataclass, field, replace
from typing import Literal

from attrib.records import Certainty, Marker, Medium, Placed, Span, StatementType
from attrib.text.words import any_overlaps

States = Literal["proposition", "topic", "nothing"]
"""Whether a statement puts something forward, only names what it is about (*kritisierte die Pläne*), or neither."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch of a document that is credited to somebody (or to nobody), with the words that say so.

    All spans are half-open code point offsets into the document. `sentence` is the number of the sentence that holds
    the frame (or the first sentence of the stretch without one). `impersonal`: the frame names nobody (*es hieß*).
    """

    type: StatementType
    marker: Marker
    medium: Medium
    spans: tuple[Span, ...]
    sentence: int
    rule: str
    detail: str
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    impersonal: bool = False
    anaphoric: bool = False
    """The speaker words only point back (*demnach, nach eigenen Angaben*)."""
    continues: bool = False
    """The frame names nobody, but goes on with whoever was speaking (*hieß es weiter, darin heißt es, man betonte*)."""
    refers_to: tuple[Span, ...] = ()
    """For words that only point back: the mention of whoever was speaking or acting just before."""
    certainty: Certainty | None = None
    """The weight of the cue itself (*schätzen*: probable)."""
    lemma: str = ""
    """The cue's dictionary form."""
    states: States = "proposition"
    borrowed: bool = False
    """The mention may be another one than the sentence's own speaker (*kritisierte die Forderung der Spieler, p*)."""
    needs_nearest: bool = False
    """Of two cues before the same clause the nearer one has it."""
    takes_up: bool = False
    """The content is the sentence before the frame's own."""
    may_be_taken_up: bool = False
    """Credited by what came before at most, and gives way if the next sentence says who it is."""
    resumable: bool = False
    """A clause that begins in quotation marks may go on in the Konjunktiv behind the frame."""
    listed: bool = False
    """The object of a verb: further quoted words behind it belong to the same verb."""
    passed_on: tuple[Span, ...] = ()
    """The mentions of those who pass it on, outermost first: *sagte X laut Y*."""
    shares_frame: bool = False
    """Its frame may say more beside it (*Dass p, bestätigte X: „A.“* · *X kritisierte den Plan: p*)."""
    holds_content: bool = False
    """An act that begins with a noun and its content: *Den Vorwurf, p, wies X zurück*."""
    level: int = field(default=0)

    @property
    def start(self) -> int:
        """Where the first stretch begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last stretch ends."""
        return self.spans[-1].end

    @property
    def length(self) -> int:
        """How many characters are covered."""
        return sum(span.end - span.start for span in self.spans)

    def covers(self, place: Placed) -> bool:
        """Whether one of the stretches contains `place`."""
        return any(span.contains(place) for span in self.spans)

    def overlaps(self, place: Placed) -> bool:
        """Whether one of the stretches shares a character with `place`."""
        return any_overlaps(self.spans, place)

    def lies_in(self, other: "Quotation") -> bool:
        """Whether all of its stretches are contained in those of another one."""
        return all(map(other.covers, self.spans))

    def with_(self, **changes: object) -> "Quotation":
        """A copy with other fields."""
        return replace(self, **changes)  # type: ignore[arg-type]
