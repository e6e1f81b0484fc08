"""Stretches of a sentence as statements have them: with the full stop if they close it."""

from attrib.records import Span
from attrib.text.view import View

FULL_STOPS = frozenset({".", "!", "?"})


def closing_span(view: View, first: int, last: int) -> Span | None:
    """Words `first` to `last`, with the full stop if they close the sentence; None if they are mere punctuation."""
    span = view.span(first, last)
    final = view.sentence.words[-1]
    closes = last >= view.last_content and final.text in FULL_STOPS
    return Span(span.start, max(span.end, final.end)) if span is not None and closes else span


def full_stop_behind(view: View, last: int) -> int:
    """Where the full stop right behind word `last` ends; 0 if there is none."""
    final = view.sentence.words[-1]
    return final.end if last + 1 >= final.number and final.text in FULL_STOPS else 0
