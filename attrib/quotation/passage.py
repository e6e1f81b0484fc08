"""One part of a document as the quotation rules see it, and which of its quoted stretches are words of somebody."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from attrib.quotation.frame import Frame
from attrib.quotation.quotation import Quotation
from attrib.quotation.signed import Signed
from attrib.quotation.stretch import FULL_STOPS
from attrib.quotation.turns import Turn
from attrib.records import Part, Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.marks import MARKS, Quoted
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import NAMES, all_tags, any_finite, content

NEAR = 3
"""Characters between a colon and the opening mark behind it."""
_SHORTEST_CLAUSE = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of the document as the quotation rules see it: its sentences with their frames, and what is quoted."""

    text: Text
    part: Part
    views: tuple[View, ...]
    frames: tuple[tuple[Frame, ...], ...]
    """The reporting frames of each sentence."""
    quoted: tuple[Quoted, ...]
    turn: Turn | None = None
    """Who has the word by the layout."""
    signed: Sequence[Signed] = ()

    @property
    def label(self) -> Span | None:
        """The label that opens the part, with its colon."""
        return None if self.turn is None or self.turn.label is None else self.turn.label.frame

    @property
    def is_answer(self) -> bool:
        """Whether somebody has the word although the part may look like a heading: *Vogt: Ja*."""
        return self.turn is not None and self.turn.kind in {"answer", "signed"}

    def asks_of(self, speaker: Sequence[Span]) -> bool:
        """Whether it is a question, and somebody the one it is put to: *Lehnen Sie das ab?*."""
        polite = self.text.language.words.polite_pronouns
        asks = self.turn is not None and self.turn.kind == "question"
        return asks and any(word.form in polite and word.text[:1].isupper() for word in self.text.words_in(speaker))

    def is_quoted(self, word: Word) -> bool:
        """Whether the word stands inside quotation marks."""
        return any(item.span.start < word.start < item.span.end for item in self.quoted)

    def holds(self, frame: Frame) -> bool:
        """Whether the frame's verb, or its finite form, is among quoted words; *hat p „angekündigt“* is a frame."""
        copula = frame.cue.anchor.lemma in frame.view.language.words.copulas
        alone = not copula and self._is_marked_alone(frame.cue.verb)
        return self.is_quoted(frame.cue.anchor) or (self.is_quoted(frame.cue.verb) and not alone)

    def _is_marked_alone(self, word: Word) -> bool:
        return any(item.inner == word.span for item in self.quoted)

    def view_at(self, place: int) -> int:
        """The number of the last sentence that begins at or before a place; -1 if none does."""
        return bisect_right(self.views, place, key=lambda view: view.sentence.start) - 1


def is_sentential(passage: Passage, quoted: Quoted) -> bool:
    """Whether the quoted words make a clause of their own: a finite verb and a capital at the start, or a full stop."""
    words = words_within(passage, quoted.inner)
    inner = content(words)
    return any_finite(inner) and (len(inner) >= _SHORTEST_CLAUSE or words[-1].text in FULL_STOPS)


def words_within(passage: Passage, place: Span) -> list[Word]:
    """The words of the passage that lie inside a stretch of text, found without looking at all the others."""
    found: list[Word] = []
    for view in islice(passage.views, max(0, passage.view_at(place.start)), None):
        if view.sentence.start >= place.end:
            break
        found.extend(word for word in view.sentence.words if place.contains(word))
    return found


def word_before(passage: Passage, place: int) -> Word:
    """The last word that ends at or before a place, quotation marks left aside; NO_WORD at the beginning."""
    for number in range(passage.view_at(place), -1, -1):
        for word in reversed(passage.views[number].sentence.words):
            if word.end <= place and word.text not in MARKS:
                return word
    return NO_WORD


def follows_colon(passage: Passage, quoted: Quoted) -> bool:
    """Whether the quoted words stand right behind a colon."""
    last = word_before(passage, quoted.span.start)
    return last.text == ":" and quoted.span.start - last.end <= NEAR


def word_behind(passage: Passage, place: int) -> Word:
    """The first word that begins at or behind a place; NO_WORD at the end."""
    for view in islice(passage.views, max(0, passage.view_at(place)), None):
        for word in view.sentence.words:
            if word.start >= place:
                return word
    return NO_WORD


def fragments(passage: Passage, quotation: Quotation) -> Iterator[Quoted]:
    """The quoted stretches inside a statement that is not itself the quotation: verbatim words in a paraphrase."""
    return (item for item in passage.quoted if quotation.covers(item.span) and not is_name(passage, item))


def is_name(passage: Passage, quoted: Quoted) -> bool:
    """*der „Spiegel“*, *Karl „Charly“ Maurer*: nothing but the words of a name, or no words at all (*''*: layout)."""
    words = content(words_within(passage, quoted.inner))
    return all_tags(words, NAMES | {"NUM"})


def is_taken(clause: Clause, taken: Sequence[Quotation], passage: Passage) -> bool:
    """Whether another statement or its frame has some of the clause's words, or quotation marks have all of them."""
    words = clause.content
    places = [span for item in taken for span in (*item.spans, *item.frame)]
    return any(span.overlaps(word) for word in words for span in places) or all(map(passage.is_quoted, words))
