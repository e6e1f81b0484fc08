"""Where a frame begins and which words belong to it."""

from attrib.quotation.cues import Cue
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.view import View, text_span


def frame_start(view: View, cue: Cue) -> int:
    """The number of the first word of the clause that holds the cue."""
    clause = view.clause_of(cue.anchor)
    if clause.is_dependent:
        return clause.first
    while clause.number and not _ends(view.previous(clause)):
        clause = view.previous(clause)
    first = clause.first
    for word in reversed(view.words(first, cue.anchor.number)):
        if word.upos == "CCONJ" and word.number < cue.anchor.number and _verb_before(view, first, word.number):
            return word.number
    return first


def _ends(clause: Clause) -> bool:
    """Whether a clause is no part of the frame behind it."""
    own = clause.kind in {"main", "complement", "infinitive"} and bool(clause.finite)
    return own or clause.closer in {";", ":"}


def _verb_before(view: View, first: int, number: int) -> bool:
    return any(word.is_finite for word in view.words(first, number))


def frame_spans(view: View, first: int, last: int, content: tuple[int, int]) -> tuple[Span, ...]:
    """The words `first` to `last` without the content between them, as stretches of text."""
    pieces: list[Span] = []
    if first < content[0]:
        pieces.append(text_span(view.words(first, min(last, content[0] - 1))))
    if last > content[1]:
        pieces.append(text_span(view.words(max(first, content[1] + 1), last)))
    return tuple(pieces)


def is_inside(word: Word, outside: tuple[int, int] | None) -> bool:
    """Whether the word lies in a stretch, given by its first and last word; in none if there is none."""
    return outside is not None and outside[0] <= word.number <= outside[1]
