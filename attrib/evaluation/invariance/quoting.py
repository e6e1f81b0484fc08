"""Quotation marks of every style."""

from collections.abc import Callable, Iterator

from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.vocabulary import Marks
from attrib.records import Span
from attrib.text.marks import Quoted
from attrib.text.traced import Edit


def quoted_in(marks: Marks) -> Callable[[Passage], Change | None]:
    """All quotations of the text in one style."""

    def quote(passage: Passage) -> Change | None:
        edits = [edit for quoted in passage.quoted for edit in _marks(quoted, marks)]
        if not edits or all(passage.text[edit.span.start : edit.span.end] == edit.text for edit in edits):
            return None
        return passage.change(*edits, *(_apostrophe(passage) if marks.apostrophe else ()))

    return quote


def _marks(quoted: Quoted, marks: Marks) -> Iterator[Edit]:
    opening, closing = marks.inner if quoted.depth % 2 else marks.outer
    yield Edit(Span(quoted.span.start, quoted.inner.start), opening)
    if quoted.closed:
        yield Edit(Span(quoted.inner.end, quoted.span.end), closing)


def _apostrophe(passage: Passage) -> Iterator[Edit]:
    """An adverbial with an apostrophe, behind the finite verb of the first quotation that has one in second place."""
    for quoted in passage.quoted:
        words = passage.words_of((quoted.inner,))
        place = next((number for number, word in enumerate(words) if word.is_finite), 0)
        if 0 < place < len(words) - 1 and words[place + 1].upos not in {"PRON", "PUNCT"}:
            end = words[place].end
            yield Edit(Span(end, end), f" {passage.pick(passage.vocabulary.apostrophes, 'apostrophe')}")
            return
