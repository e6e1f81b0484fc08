"""Text with marked places, as safe HTML.

Places are found by their offsets, never by searching for their words: the same words may stand twice in a sentence.
Every character of the text is escaped.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from markupsafe import Markup, escape


class Mark(NamedTuple):
    """A stretch of the document and what it is: `statement`, `cue`, `speaker` or `addressee`."""

    start: int
    end: int
    kind: str


class Link(NamedTuple):
    """A stretch of the document that leads to a page."""

    start: int
    end: int
    level: int
    href: str
    title: str
    css: str


class _Piece(NamedTuple):
    text: str
    kinds: frozenset[str]


def highlighted(text: str, marks: Iterable[Mark], *, offset: int = 0) -> Markup:
    """The text, which begins at character `offset` of the document, with statements in <mark> and roles in <span>."""
    marks = list(marks)
    pieces = (
        _Piece(text[start:end], frozenset(mark.kind for mark in marks if _covers(mark, start + offset, end + offset)))
        for start, end in _segments(text, marks, offset=offset)
    )
    html = Markup("")
    for is_statement, group in groupby(pieces, key=lambda piece: "statement" in piece.kinds):
        inner = Markup("").join(_roles(piece) for piece in group)
        html += Markup("<mark>{}</mark>").format(inner) if is_statement else inner
    return html


def linked(text: str, links: Sequence[Link]) -> Markup:
    """The whole text of a document, every place a link to the innermost of the statements that cover it."""
    html = Markup("")
    for start, end in _segments(text, links, offset=0):
        covering = [link for link in links if _covers(link, start, end)]
        if not covering:
            html += escape(text[start:end])
            continue
        link = max(covering, key=lambda link: (link.level, link.start - link.end))
        html += Markup('<a class="{}" href="{}" title="{}">{}</a>').format(
            link.css, link.href, link.title, text[start:end]
        )
    return html


def _segments(text: str, places: Sequence[Mark | Link], *, offset: int) -> list[tuple[int, int]]:
    """The text cut wherever a place begins or ends."""
    cuts = {place.start - offset for place in places} | {place.end - offset for place in places}
    inside = sorted({0, len(text), *(cut for cut in cuts if 0 < cut < len(text))})
    return list(pairwise(inside))


def _covers(place: Mark | Link, start: int, end: int) -> bool:
    return place.start <= start and end <= place.end


def _roles(piece: _Piece) -> Markup:
    html = escape(piece.text)
    for kind in sorted(piece.kinds - {"statement"}):
        html = Markup('<span class="{}">{}</span>').format(kind, html)
    return html
