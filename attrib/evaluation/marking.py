"""A text in HTML with the words of statements and speakers marked, for the pages of errors."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from attrib.records import Span

Note = tuple[Span, str]
"""Something to say of a stretch of text."""


def anchor(kind: str) -> str:
    """The id of a section of a page."""
    return kind.replace(" ", "-")


def marked(text: str, *, said: Sequence[Span], speakers: Sequence[Span], notes: Sequence[Note] = ()) -> str:
    """The text, escaped; what a speaker's words share with a statement's is marked as the speaker's.

    What has a note is a `span` of the class `noted`, with its notes as title.
    """
    noted = [span for span, _ in notes]
    cuts = sorted({0, len(text), *(place for span in (*said, *speakers, *noted) for place in span)})
    stretches = (Span(*ends) for ends in pairwise(cuts))
    return "".join(_noted(_stretch(text, each, said, speakers), each, notes) for each in stretches)


def _stretch(text: str, span: Span, said: Iterable[Span], speakers: Iterable[Span]) -> str:
    words = escape(text[span.start : span.end])
    if any(each.contains(span) for each in speakers):
        return f'<mark class="speaker">{words}</mark>'
    return f"<mark>{words}</mark>" if any(each.contains(span) for each in said) else words


def _noted(words: str, span: Span, notes: Iterable[Note]) -> str:
    found = "; ".join(note for place, note in notes if place.contains(span))
    return f'<span class="noted" title="{escape(found)}">{words}</span>' if found else words
