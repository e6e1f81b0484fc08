"""Text with marked places, as safe HTML.

Places are found by their offsets, never by searching for their words: the same words may stand twice in a sentence.
Every character of the text is escaped.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

from markupsafe import Markup, escape


class Mark(NamedTuple):
    """A stretch of the document and what it is: `statement`, `frame`, `cue`, `speaker`, `addressee` or `hit`."""

    start: int
    end: int
    kind: str


class Link(NamedTuple):
    """A stretch of the document that belongs to a statement and leads to its page."""

    start: int
    end: int
    number: int
    """Of the statement in its document."""
    level: int
    href: str
    css: str


class Block(NamedTuple):
    """A heading or paragraph as HTML, with the numbers of the statements that begin in it."""

    start: int
    html: Markup
    numbers: list[int]


Place = TypeVar("Place", Mark, Link)


def highlighted(text: str, marks: Iterable[Mark], *, offset: int = 0) -> Markup:
    """The text, which begins at character `offset` of the document, with statements in <mark> and roles in <span>."""
    pieces = [(piece, {mark.kind for mark in covering}) for piece, covering in _pieces(text, marks, offset=offset)]
    html = []
    for is_statement, group in groupby(pieces, key=lambda piece: "statement" in piece[1]):
        inner = Markup("").join(_with_roles(piece, kinds - {"statement"}) for piece, kinds in group)
        html.append(Markup("<mark>{}</mark>").format(inner) if is_statement else inner)
    return Markup("").join(html)


def linked_blocks(text: str, links: Sequence[Link], starts: Iterable[int], *, hits: Sequence[Mark] = ()) -> list[Block]:
    """The whole text of a document in blocks that begin at `starts`, every statement marked and nested as it is.

    The innermost statement of a place is a link to its page, which the keyboard stops at once. `hits` are the words
    that a reader looked for.
    """
    found = {place for hit in hits for place in range(hit.start, hit.end)}
    first = min(found, default=-1)
    ends_of_hits = {end for hit in hits for end in (hit.start, hit.end)}
    borders = {0, *(start for start in starts if 0 < start < len(text))}
    ends: dict[int, int] = {}
    for link in links:
        ends[link.number] = max(ends.get(link.number, 0), link.end)
    blocks: list[tuple[int, list[Markup], list[int]]] = []
    seen: set[int] = set()
    place = 0
    for piece, covering in _pieces(text, links, offset=0, cuts=borders | ends_of_hits):
        start = place
        if place in borders:
            blocks.append((place, [], []))
        place += len(piece)
        nested = sorted(covering, key=lambda link: (link.level, link.start - link.end, link.number))
        blocks[-1][1].append(
            _nested(
                _hit(piece, is_first=start == first) if start in found else escape(piece), nested, seen, place, ends
            )
        )
        blocks[-1][2].extend(link.number for link in nested if link.number not in seen)
        seen.update(link.number for link in nested)
    return [Block(start, Markup("").join(html), numbers) for start, html, numbers in blocks]


def _hit(piece: str, *, is_first: bool) -> Markup:
    """Words that the reader looked for; links lead to the first of them."""
    return Markup('<span class="hit"{}>{}</span>').format(Markup(' id="hit"') if is_first else "", piece)


def _nested(html: Markup, nested: Sequence[Link], seen: set[int], place: int, ends: Mapping[int, int]) -> Markup:
    """One piece inside its statements, the outermost first; a statement's last piece carries its sign."""
    for link in reversed(nested):
        css = f"{link.css} ends" if ends[link.number] == place else link.css
        if link is nested[-1]:
            stop = ' tabindex="-1"' if link.number in seen else ""
            begin = f'<a class="{escape(css)}" href="{escape(link.href)}" data-statement="{link.number}"{stop}>'
            html = Markup(f"{begin}{html}</a>")
        else:
            html = Markup(f'<span class="{escape(css)}" data-statement="{link.number}">{html}</span>')
    return html


def _pieces(
    text: str, places: Iterable[Place], *, offset: int, cuts: Iterable[int] = ()
) -> Iterator[tuple[str, list[Place]]]:
    """The text cut wherever a place begins or ends, each piece with the places that cover it.

    The places are walked through once: an article may hold thousands of statements.
    """
    waiting = sorted(((max(p.start - offset, 0), p.end - offset, p) for p in places if p.end > p.start), reverse=True)
    borders: set[int] = {cut for start, end, _ in waiting for cut in (start, end) if 0 < cut < len(text)}
    covering: list[tuple[int, Place]] = []
    for start, end in pairwise(sorted({0, len(text), *borders, *cuts})):
        covering = [(last, place) for last, place in covering if last > start]
        while waiting and waiting[-1][0] <= start:
            _, last, place = waiting.pop()
            if last > start:
                covering.append((last, place))
        yield text[start:end], [place for _, place in covering]


def _with_roles(piece: str, kinds: Iterable[str]) -> Markup:
    """Words in their roles; a frame goes round what it holds."""
    html = escape(piece)
    for kind in sorted(kinds, key=lambda kind: (kind == "frame", kind)):
        html = Markup('<span class="{}">{}</span>').format(kind, html)
    return html
