"""A text that was changed so that it can be read, and for each stretch of it the stretch of the text as it came."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from attrib.records import Span


class Edit(NamedTuple):
    """What is put in place of a stretch; nothing, where `text` is empty."""

    span: Span
    text: str


class _Stretch(NamedTuple):
    """A stretch of the changed text that begins at `start`, and where it comes from; a `kept` one is the same text."""

    start: int
    origin: Span
    kept: bool


class Traced:
    """A text with the origin of each of its characters.

    A character that was put in place of others stands for all of them: the word that holds it reaches over them. What
    was left out belongs to no character, so that a word ends before it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._stretches = [_Stretch(0, Span(0, len(text)), kept=True)]
        self._starts = [0]
        self._below: Traced | None = None

    def edited(self, edits: Iterable[Edit]) -> "Traced":
        """The text with some stretches replaced; they are in order and apart."""
        pieces: list[str] = []
        stretches: list[_Stretch] = []
        place = length = 0
        for span, replacement in edits:
            if place < span.start:
                stretches.append(_Stretch(length, Span(place, span.start), kept=True))
                pieces.append(self.text[place : span.start])
                length += span.start - place
            if replacement:
                stretches.append(_Stretch(length, span, kept=False))
                pieces.append(replacement)
                length += len(replacement)
            place = span.end
        stretches.append(_Stretch(length, Span(place, len(self.text)), kept=True))
        pieces.append(self.text[place:])
        return self._above("".join(pieces), stretches)

    def _above(self, text: str, stretches: list[_Stretch]) -> "Traced":
        other = Traced(text)
        other._stretches = stretches
        other._starts = [stretch.start for stretch in stretches]
        other._below = self
        return other

    def origin(self, span: Span) -> Span:
        """Where the characters of a stretch come from in the text as it came; of an empty one, where it stands."""
        start = self._origin_at(span.start)
        last = self._origin_at(span.end - 1) if span.end > span.start else Span(start.start, start.start)
        found = Span(start.start, last.end)
        return found if self._below is None else self._below.origin(found)

    def _origin_at(self, place: int) -> Span:
        """The stretch of the text below that one character comes from; at the end of the text an empty one."""
        stretch = self._stretches[bisect_right(self._starts, place) - 1]
        if not stretch.kept:
            return stretch.origin
        start = stretch.origin.start + place - stretch.start
        return Span(start, min(start + 1, stretch.origin.end))
