"""The first constituent of a clause, where content cuts it off: *Berichte, | wonach p, | wies X zurück*."""

from collections.abc import Iterator

from attrib.quotation.frame import Frame
from attrib.quotation.reporting_noun import noun_entry
from attrib.records import Span
from attrib.text.clause import NO_CLAUSE, Clause
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, any_subjunctive, tagged

_BEGINS = frozenset({"", ":", ";", "–", "—"})


def fronted(frame: Frame) -> Clause:
    """The stretch with a noun of saying, behind whose content the frame begins with its verb; NO_CLAUSE if there is
    none."""
    view, clause = frame.view, frame.clause
    if not clause.opening.is_finite or clause.first != frame.cue.anchor.number:
        return NO_CLAUSE
    opening = next((item for item in _before(view, clause) if item.kind == "fragment"), NO_CLAUSE)
    names = any(noun_entry(word, view.language) is not None for word in tagged(opening.words, NOUNS))
    cut = bool(opening) and opening.number < clause.number - 1
    return opening if names and cut and opening.opener in _BEGINS else NO_CLAUSE


def _before(view: View, clause: Clause) -> Iterator[Clause]:
    """The clauses before one, nearest first, up to a main clause of its own."""
    before = view.previous(clause)
    while before and not (before.kind == "main" and not any_subjunctive(before.finite)):
        yield before
        before = view.previous(before)


def with_fronted(frame: Frame, place: Span) -> tuple[Span, ...]:
    """The stretch that ends a frame's clause, with the constituent before it and its content.

    *Berichte, | wonach p, | wies X zurück*: what somebody else put forward stands between the two.
    """
    opening = fronted(frame)
    if not opening:
        return (place,)
    if frame.view.next(opening).opening.form in frame.view.language.relative_adverbs:
        return text_span(opening.words), Span(frame.clause.opening.start, place.end)
    return (Span(opening.opening.start, place.end),)
