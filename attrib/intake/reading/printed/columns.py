"""Words of a page → stretches of one column each, in the order in which they are read.

Where a white strip parts columns, they are read one after the other, and each is looked at in the same way (recursive
cuts: Nagy, Seth & Viswanathan 1992, https://doi.org/10.1109/2.144436). Where something stands across (a headline, a
box, a picture) and the columns go on below, there are two ways: all of them as far as that and then below, or each to
its end. The text says which, by sentences that break off at the foot of a column and go on at the head of the next; if
it does not, the order in which the file draws them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from attrib.intake.reading.printed.ranges import BLANK, NEAR, Range, longest
from attrib.intake.reading.printed.seam import fit
from attrib.intake.reading.printed.strips import Strip, stretches, strips
from attrib.intake.reading.printed.word import LARGE, Line, Word, lines_of, usual_size

Block = tuple[Line, ...]
"""Lines of one column, from top to bottom."""


@dataclass(frozen=True)
class Reading:
    """Stretches in the order in which they are read; `is_doubtful` if neither page nor text tells the order."""

    blocks: tuple[Block, ...] = ()
    is_doubtful: bool = False

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(self.blocks + other.blocks, self.is_doubtful or other.is_doubtful)


def reading(words: Sequence[Word], small: frozenset[str]) -> Reading:
    """The columns of a page, or of a part of it; `small` are the words that occur with small letters."""
    lines = lines_of(words)
    found = strips(lines)
    if not found:
        return Reading(tuple(_stretches(lines)))
    strip, ranges = longest(found, lines)
    return _read(_Along(lines, strip, small), ranges)


def _stretches(lines: Sequence[Line]) -> Iterator[Block]:
    """A column cut where it goes on below something else."""
    start = 0
    for number, (line, below) in enumerate(pairwise(lines), start=1):
        if below.top - line.bottom > BLANK * line.size:
            yield tuple(lines[start:number])
            start = number
    if lines:
        yield tuple(lines[start:])


@dataclass(frozen=True)
class _Piece:
    """What stands between two heights: on either side of a strip, and across it."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    across: tuple[Word, ...] = ()

    def __add__(self, other: "_Piece") -> "_Piece":
        return _Piece(self.left + other.left, self.right + other.right, self.across + other.across)

    def __iter__(self) -> Iterator[Word]:
        yield from (*self.left, *self.right, *self.across)


@dataclass(frozen=True)
class _Along:
    """The lines of a page along a strip."""

    lines: Sequence[Line]
    strip: Strip
    small: frozenset[str]

    def reading(self, words: Iterable[Word]) -> Reading:
        """The columns of some of the words."""
        return reading(tuple(words), self.small)

    def piece(self, first: int, end: int) -> _Piece:
        """What stands in the lines from one number up to another, by sides."""
        return self._sorted([(word,) for line in self.lines[first:end] for word in line.words])

    def between(self, first: int, end: int) -> _Piece:
        """What stands between columns: words on both sides are one line, and short lines go with such as are across."""
        found = self._sorted([stretch for line in self.lines[first:end] for stretch in stretches(line)])
        across = lines_of(found.across)
        while more := {word for line in across for word in (*found.left, *found.right) if _is_next(word, line)}:
            left, right = (tuple(word for word in side if word not in more) for side in (found.left, found.right))
            found = _Piece(left, right, (*found.across, *more))
            across = lines_of(more)
        return found

    def _sorted(self, stretches: Iterable[Sequence[Word]]) -> _Piece:
        sides: dict[int, list[Word]] = {-1: [], 0: [], 1: []}
        for stretch in stretches:
            found = {self.strip.side(word) for word in stretch}
            sides[found.pop() if len(found) == 1 else 0] += stretch
        return _Piece(tuple(sides[-1]), tuple(sides[1]), tuple(sides[0]))

    def fits(self, before: Reading, after: Reading) -> int:
        """How well what stands in one column goes on with what stands in another."""
        size = usual_size(
            [word for found in (before, after) for block in found.blocks for line in block for word in line.words]
        )
        return fit(_text(before, size), _text(after, size), self.small)


def _is_next(word: Word, line: Line) -> bool:
    """Whether a word stands close above or below a line, in letters of that size."""
    distance = max(line.top - word.bottom, word.top - line.bottom)
    is_below = line.left < word.right and word.left < line.right
    return is_below and distance <= NEAR * line.size and line.is_like(word.size)


def _text(found: Reading, size: float) -> list[Line]:
    """The lines of about a size: captions and headings left out."""
    return [line for block in found.blocks for line in block if line.is_like(size)]


def _read(along: _Along, ranges: Sequence[Range]) -> Reading:
    """What stands above the columns, the columns from range to range, and what stands below."""
    found = along.reading(along.piece(0, ranges[0][0]))
    columns = along.piece(*ranges[0])
    for (_, end), (first, last) in pairwise(ranges):
        between, below = along.between(end, first), along.piece(first, last)
        order = _order(along, columns, between, below)
        found += Reading(is_doubtful=order is None)
        if order == "down" or (order is None and not _is_heading(between, below)):
            columns += between + below
        else:
            found += _column_by_column(along, columns) + along.reading(between)
            columns = below
    return found + _column_by_column(along, columns) + along.reading(along.piece(ranges[-1][1], len(along.lines)))


def _column_by_column(along: _Along, columns: _Piece) -> Reading:
    return along.reading(columns.left) + along.reading(columns.right) + along.reading(columns.across)


def _order(along: _Along, above: _Piece, between: _Piece, below: _Piece) -> Literal["across", "down"] | None:
    """Whether columns are read as far as what parts them, or each to its end below it; None if nothing tells."""
    if _are_beside(between):
        return "down"
    left, right, left_below, right_below = map(along.reading, (above.left, above.right, below.left, below.right))
    across = along.fits(left, right) + along.fits(right, left_below) + along.fits(left_below, right_below)
    down = along.fits(left, left_below) + along.fits(left_below, right) + along.fits(right, right_below)
    if across == down:
        return _as_drawn(above, below)
    return "across" if across > down else "down"


def _as_drawn(above: _Piece, below: _Piece) -> Literal["across", "down"] | None:
    """The order in which the file draws the columns, if it draws each at once and from top to bottom."""
    left, right, left_below, right_below = (
        (min(numbers), max(numbers))
        for side in (above.left, above.right, below.left, below.right)
        if (numbers := [word.number for word in side])
    )
    if left[1] < right[0] and right[1] < left_below[0] and left_below[1] < right_below[0]:
        return "across"
    if left[1] < left_below[0] and left_below[1] < right[0] and right[1] < right_below[0]:
        return "down"
    return None


def _are_beside(between: _Piece) -> bool:
    """Whether the columns go on beside what parts them."""
    beside = lines_of((*between.left, *between.right))
    return any(line.top < word.bottom and word.top < line.bottom for line in beside for word in between.across)


def _is_heading(between: _Piece, below: _Piece) -> bool:
    return usual_size(list(between)) > LARGE * usual_size(list(below))
