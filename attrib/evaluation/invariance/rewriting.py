"""A text that was rewritten, and where each stretch of the old one stands in the new one.

What replaces a word belongs to whatever the word belonged to. What is inserted, as an edit of an empty stretch,
belongs to a stretch of the old text only if that goes on behind it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from attrib.records import Span
from attrib.text.traced import Edit


class Piece(NamedTuple):
    """A stretch of the new text: what it was made of, or None for words that come from nowhere in the old text."""

    text: str
    origin: Span | None


@dataclass(frozen=True)
class Rewriting:
    """The new text, piece by piece."""

    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """The new text."""
        return "".join(piece.text for piece in self.pieces)

    def moved(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Where stretches of the old text stand in the new one, in the new order; those that meet are one."""
        wanted = tuple(spans)
        found: list[Span] = []
        place, joined = 0, False
        for piece in self.pieces:
            for part in _within(piece, wanted):
                start, end = place + part.start, place + part.end
                if found and (found[-1].end == start or (joined and not part.start)):
                    found[-1] = Span(found[-1].start, max(end, found[-1].end))
                else:
                    found.append(Span(start, end))
                joined = end == place + len(piece.text)
            place += len(piece.text)
            joined = joined and (piece.origin is None or bool(_within(piece, wanted)) or not piece.text)
        return tuple(found)


def _within(piece: Piece, wanted: tuple[Span, ...]) -> list[Span]:
    """The stretches of a piece, counted from its start, that were in one of the old stretches."""
    origin = piece.origin
    if origin is None or not piece.text:
        return []
    near = [span for span in wanted if span.overlaps(origin)]
    if len(piece.text) != origin.end - origin.start:
        return [Span(0, len(piece.text))] if near else []
    clipped = (Span(max(span.start, origin.start), min(span.end, origin.end)) for span in near)
    return [Span(span.start - origin.start, span.end - origin.start) for span in clipped]


def rewritten(text: str, edits: Iterable[Edit]) -> Rewriting:
    """The text with these edits, in any order; ValueError if two of them are about the same words."""
    return Rewriting(tuple(_pieces(text, Span(0, len(text)), edits)))


def arranged(text: str, parts: Iterable[Span | Edit | str], edits: Iterable[Edit] = ()) -> Rewriting:
    """Stretches of the text in another order: kept as they are but for `edits`, replaced, or new words."""
    within = tuple(edits)
    pieces: list[Piece] = []
    for part in parts:
        if isinstance(part, Edit):
            pieces.append(Piece(part.text, part.span))
        elif isinstance(part, Span):
            pieces += _pieces(text, part, (edit for edit in within if part.contains(edit.span)))
        else:
            pieces.append(Piece(part, None))
    return Rewriting(tuple(pieces))


def _pieces(text: str, within: Span, edits: Iterable[Edit]) -> Iterator[Piece]:
    place = within.start
    for span, new in sorted(edits, key=lambda edit: edit.span):
        if span.start < place:
            raise ValueError(f"two edits are about {text[span.start : place]!r}")
        if place < span.start:
            yield Piece(text[place : span.start], Span(place, span.start))
        yield Piece(new, span if span.end > span.start else None)
        place = span.end
    if place < within.end:
        yield Piece(text[place : within.end], Span(place, within.end))
