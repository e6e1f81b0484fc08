"""One part of a document as the quotation rules see it, and which of its quoted stretches are words of somebody."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from attrib.quotation.cues import Cue
from attrib.quotation.marks import Quoted
from attrib.quotation.quotation import Quotation
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.view import View

MARKS = frozenset("„“”\"«»‚‘’‹›'")


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of the document as the quotation rules see it: its sentences with their cues, and what is quoted."""

    views: tuple[View, ...]
    cues: tuple[tuple[Cue, ...], ...]
    quoted: tuple[Quoted, ...]

    def is_quoted(self, word: Word) -> bool:
        """Whether the word stands inside quotation marks."""
        return any(item.span.start < word.start < item.span.end for item in self.quoted)


def is_sentential(passage: Passage, quoted: Quoted) -> bool:
    """Whether the quoted words make a clause of their own: a finite verb and a capital at the start, or a full stop."""
    words = words_within(passage, quoted.inner)
    content = [word for word in words if word.upos != "PUNCT"]
    finite = any(word.is_finite for word in content)
    return bool(content) and finite and (len(content) >= 4 or words[-1].text in {".", "!", "?"})


def words_within(passage: Passage, place: Span) -> list[Word]:
    """The words of the passage that lie inside a stretch of text, found without looking at all the others."""
    found: list[Word] = []
    for view in islice(passage.views, max(0, _view_at(passage, place.start)), None):
        if view.sentence.start >= place.end:
            break
        found.extend(word for word in view.sentence.words if place.contains(word.span))
    return found


def word_before(passage: Passage, place: int) -> Word | None:
    """The last word that ends at or before a place, quotation marks left aside."""
    for number in range(_view_at(passage, place), -1, -1):
        for word in reversed(passage.views[number].sentence.words):
            if word.end <= place and word.text not in MARKS:
                return word
    return None


def _view_at(passage: Passage, place: int) -> int:
    """The number of the last sentence that begins at or before a place; -1 if none does."""
    return bisect_right(passage.views, place, key=lambda view: view.sentence.start) - 1


def fragments(passage: Passage, quotation: Quotation) -> Iterator[Quoted]:
    """The quoted stretches inside a statement that is not itself the quotation: verbatim words in a paraphrase."""
    for quoted in passage.quoted:
        if quotation.covers(quoted.span) and not is_name(passage, quoted):
            yield quoted


def is_name(passage: Passage, quoted: Quoted) -> bool:
    """*der „Spiegel“*, *die „Titanic“*, *auf „YouTube“*: a few words, all of them parts of a name."""
    words = [word for word in words_within(passage, quoted.inner) if word.upos != "PUNCT"]
    if not words:
        return True  # *''* alone: a mark of layout
    if len(words) > 6 or not words[0].text[:1].isupper():
        return False
    before = word_before(passage, quoted.span.start)
    if before is None:
        return False
    lowered = [word for word in words if word.text[:1].islower()]
    if len(words) <= 6 and words[0].upos == "PROPN" and not any(word.is_finite for word in lowered):
        return True
    if 1 < len(words) <= 4 and not lowered and words[0].upos in {"ADJ", "PROPN"}:
        return True  # *die „Münstersche Zeitung“*: an adjective with a capital letter
    things = passage.views[0].language.words.named_things
    if before.upos in {"NOUN", "PROPN"} and any(before.lemma.lower().endswith(thing) for thing in things):
        return True
    return all(word.upos in {"PROPN", "NUM", "X"} for word in words)


def is_taken(view: View, clause: Clause, taken: Sequence[Quotation], passage: Passage) -> bool:
    """Whether another statement or its frame has some of the clause's words, or quotation marks have all of them."""
    words = view.words(clause.first, clause.last)
    return any(
        item.overlaps(word.span) or any(span.overlaps(word.span) for span in item.frame)
        for item in taken
        for word in words
        if word.upos != "PUNCT"
    ) or all(passage.is_quoted(word) for word in words if word.upos != "PUNCT")
