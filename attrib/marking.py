"""Text with marked places, as safe HTML.

Places are found by their offsets, never by searching for their words: the same words may stand twice in a sentence.
Every character of the text is escaped.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

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


Place = TypeVar("Place", Mark, Link)


def highlighted(text: str, marks: Iterable[Mark], *, offset: int = 0) -> Markup:
    """The text, which begins at character `offset` of the document, with statements in <mark> and roles in <span>."""
    pieces = ((piece, {mark.kind for mark in covering}) for piece, covering in _pieces(text, marks, offset=offset))
    html = []
    for is_statement, group in groupby(pieces, key=lambda piece: "statement" in piece[1]):
        inner = Markup("").join(_with_roles(piece, kinds - {"statement"}) for piece, kinds in group)
        html.append(Markup("<mark>{}</mark>").format(inner) if is_statement else inner)
    return Markup("").join(html)


def linked(text: str, links: Iterable[Link]) -> Markup:
    """The whole text of a document, every place a link to the innermost of the statements that cover it."""
    return Markup("").join(_with_link(piece, covering) for piece, covering in _pieces(text, links, offset=0))


def _pieces(text: str, places: Iterable[Place], *, offset: int) -> Iterator[tuple[str, list[Place]]]:
    """The text cut wherever a place begins or ends, each piece with the places that cover it.

    The places are walked through once: an article may hold thousands of statements.
    """
    waiting = sorted(((max(p.start - offset, 0), p.end - offset, p) for p in places if p.end > p.start), reverse=True)
    cuts: set[int] = {cut for start, end, _ in waiting for cut in (start, end) if 0 < cut < len(text)}
    covering: list[tuple[int, Place]] = []
    for start, end in pairwise(sorted({0, len(text), *cuts})):
        covering = [(last, place) for last, place in covering if last > start]
        while waiting and waiting[-1][0] <= start:
            _, last, place = waiting.pop()
            if last > start:
                covering.append((last, place))
        yield text[start:end], [place for _, place in covering]


def _with_roles(piece: str, kinds: Iterable[str]) -> Markup:
    html = escape(piece)
    for kind in sorted(kinds):
        html = Markup('<span class="{}">{}</span>').format(kind, html)
    return html


def _with_link(piece: str, covering: list[Link]) -> Markup:
    if not covering:
        return escape(piece)
    link = max(covering, key=lambda link: (link.level, link.start - link.end))
    return Markup('<a class="{}" href="{}" title="{}">{}</a>').format(link.css, link.href, link.title, piece)
