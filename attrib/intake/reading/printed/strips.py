"""White strips between columns: no word enters them, and running text stands on both sides."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrib.intake.reading.printed.word import Line, Word, lines_of, usual_size

NARROWEST = 0.6
"""Of the height of a line: columns are further apart."""
MOST_LINES = 2_000
"""On a page; where there are more, nobody set them in columns, and looking for them takes the square of the time."""
_WIDE = 0.7
"""Of the height of a line: so wide a strip is seen in few lines; a narrower one takes more."""
_FEW, _MANY = 3, 6
"""Lines on either side of a strip that is wide, and of one that is not."""
_NARROWEST_COLUMN = 6.0
"""Of the height of a line; what is narrower is a column of a table."""
_CELLS = 1.5
"""Of the height of a line: the cells of a table are further apart than words are stretched."""
_FEWEST_LETTERS = 12
"""Without such a gap, for the average letter: cells have less."""


class Strip(NamedTuple):
    """White between two edges, from one line to another, the last one included."""

    left: float
    right: float
    first: int
    last: int

    def side(self, word: Word) -> int:
        """Whether a word stands to the left of it (-1), to the right (1) or across (0)."""
        middle = (self.left + self.right) / 2
        return -1 if word.right <= middle else 1 if word.left >= middle else 0


def stretches(line: Line, gap: float = NARROWEST) -> Iterator[tuple[Word, ...]]:
    """A line cut where its words are as far apart as columns are; `gap` is in heights of a line."""
    stretch: list[Word] = []
    for word in line.words:
        if stretch and word.left - max(each.right for each in stretch) >= gap * min(stretch[-1].size, word.size):
            yield tuple(stretch)
            stretch = []
        stretch.append(word)
    yield tuple(stretch)


def strips(lines: Sequence[Line]) -> list[Strip]:
    """The strips between columns."""
    if len(lines) > MOST_LINES:
        return []
    narrowest = NARROWEST * usual_size([word for line in lines for word in line.words])
    return [
        strip for strip in _white(lines, narrowest) if is_between_columns(strip, lines[strip.first : strip.last + 1])
    ]


def _white(lines: Sequence[Line], narrowest: float) -> Iterator[Strip]:
    """Every strip that cannot be made longer, edge of the page included."""
    growing: list[Strip] = []
    for number, line in enumerate(lines):
        gaps = list(_gaps(line))
        grown = {cut for strip in growing for gap in gaps if (cut := _cut(strip, gap, number, narrowest)) is not None}
        yield from (strip for strip in growing if all(_cut(strip, gap, number, narrowest) is None for gap in gaps))
        fresh = [Strip(*gap, number, number) for gap in gaps]
        growing = _outermost([*grown, *fresh])
    yield from growing


def _gaps(line: Line) -> Iterator[tuple[float, float]]:
    left = -math.inf
    for stretch in stretches(line):
        yield left, stretch[0].left
        left = max(word.right for word in stretch)
    yield left, math.inf


def _cut(strip: Strip, gap: tuple[float, float], number: int, narrowest: float) -> Strip | None:
    left, right = max(strip.left, gap[0]), min(strip.right, gap[1])
    return Strip(left, right, strip.first, number) if right - left >= narrowest else None


def _outermost(found: Sequence[Strip]) -> list[Strip]:
    """The strips that lie in no other one, which begins as early and is as wide."""
    kept: list[Strip] = []
    for strip in sorted(set(found), key=lambda each: (each.first, each.left - each.right)):
        if not any(other.left <= strip.left and strip.right <= other.right for other in kept):
            kept.append(strip)
    return kept


def is_between_columns(strip: Strip, lines: Sequence[Line]) -> bool:
    """Whether there is running text on both sides of a strip, at the same height, in lines that it goes through."""
    if math.isinf(strip.left) or math.isinf(strip.right):
        return False
    left, right = sides(strip, lines)
    top, bottom = common(left, right)
    columns = [[line for line in side if line.is_between(top, bottom)] for side in (left, right)]
    return all(_is_column(column, strip.right - strip.left) for column in columns)


def sides(strip: Strip, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """What stands to the left and to the right of a strip."""
    words = [word for line in lines for word in line.words]
    left, right = (lines_of(word for word in words if strip.side(word) == side) for side in (-1, 1))
    return left, right


def common(left: Sequence[Line], right: Sequence[Line]) -> tuple[float, float]:
    """The heights between which there is text on both sides; none (the second above the first) if there is nowhere."""
    if not left or not right:
        return math.inf, -math.inf
    return max(left[0].top, right[0].top), min(left[-1].bottom, right[-1].bottom)


def _is_column(lines: Sequence[Line], distance: float) -> bool:
    """Whether lines that far from the next ones look like running text and not like the cells of a table."""
    size = usual_size([word for line in lines for word in line.words])
    if len(lines) < (_FEW if distance >= _WIDE * size else _MANY):
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    letters = [sum(len(word.text) for word in cell) for line in lines for cell in stretches(line, _CELLS)]
    return width >= _NARROWEST_COLUMN * size and sum(each**2 for each in letters) >= _FEWEST_LETTERS * sum(letters)
