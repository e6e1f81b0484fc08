"""The lines of a column → paragraphs: cut at indents, gaps, short lines and other letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from attrib.intake.reading.printed.columns import Block
from attrib.intake.reading.printed.seam import goes_on, is_open
from attrib.intake.reading.printed.word import Line
from attrib.text.hyphen import HYPHENS

_GAP = 1.25
"""Of the usual distance of lines: between paragraphs there is more."""
_INDENT = 0.4
"""Of the height of a line: a first line begins that far to the right at least."""
_ALIKE = 1.08
"""Letters that differ by less in height are of one size."""
_CELLS = 1.8
"""Of the height of a line: the cells of a table are further apart."""
_AROUND = 3
"""Lines above and below by which the width of a column is told: text flows around pictures."""
_LAST = 8
"""Lines by which it is told whether the last one is full."""
_BULLET = re.compile(r"[•▪■●◦‣]")


@dataclass(frozen=True)
class Paragraph:
    """Lines of one column that belong together."""

    lines: tuple[Line, ...]
    page: int
    """The number of the page on which it ends."""
    is_indented: bool = False
    """Whether its first line begins further to the right than the column."""
    opens: bool = False
    """Whether a column begins with it."""
    closes: bool = False
    """Whether a column ends with it."""
    room: float = 0.0
    """What is left of its last line, up to where the lines around it end."""

    @property
    def size(self) -> float:
        """The height of its letters."""
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is in bold."""
        return all(line.bold for line in self.lines)

    def is_set_in(self, size: float) -> bool:
        """Whether its letters are of that height."""
        return _is_one_size(self.size, size)

    def is_like(self, other: "Paragraph") -> bool:
        """Whether both are set in letters of one size and weight."""
        return _is_one_size(self.size, other.size) and self.bold == other.bold


def paragraphs(block: Block, *, size: float, page: int) -> list[Paragraph]:
    """The paragraphs of a column on a page; `size` is the height in which most of the document is set."""
    cuts = [0, *_cuts(block, size), len(block)]
    found = [
        Paragraph(
            block[start:end],
            page,
            _is_indented(block, start),
            room=max(line.right for line in block[max(0, end - _LAST) : end]) - block[end - 1].right,
        )
        for start, end in pairwise(cuts)
    ]
    opening, closing = _first(found, size), len(found) - 1 - _first(found[::-1], size)
    return [replace(each, opens=at <= opening, closes=at >= closing) for at, each in enumerate(found)]


def _first(found: Sequence[Paragraph], size: float) -> int:
    """The number of the first paragraph that is no caption: captions are set in smaller letters."""
    return next((number for number, each in enumerate(found) if each.size * _ALIKE >= size), 0)


def _cuts(block: Block, size: float) -> Iterator[int]:
    """The numbers of the lines that begin a paragraph, the first one left out."""
    leading = _leading(block)
    for number, (line, below) in enumerate(pairwise(block), start=1):
        is_far = below.top - line.top > _GAP * leading * line.size
        if is_far or _is_other(line, below) or _is_cut(block, number, size):
            yield number


def _leading(block: Block) -> float:
    """The distance from line to line, in heights of a line."""
    return median([(below.top - line.top) / line.size for line, below in pairwise(block)] or [1.0])


def _is_other(line: Line, below: Line) -> bool:
    return line.bold != below.bold or not _is_one_size(line.size, below.size)


def _is_one_size(one: float, other: float) -> bool:
    return max(one, other) <= _ALIKE * min(one, other)


def _is_cut(block: Block, number: int, size: float) -> bool:
    """Whether a line begins a paragraph although it is set like the one above it and stands close to it."""
    line, below = block[number - 1], block[number]
    if _is_row(block, number - 1) or _is_row(block, number) or _BULLET.match(below.text):
        return True
    if line.text.endswith(tuple(HYPHENS)) or goes_on(below.text) or line.size > _ALIKE * size:
        return False
    return _is_indented(block, number) or _is_short(block, number)


def _is_row(block: Block, number: int) -> bool:
    """Whether a line is a row of a table: a wide gap in it stands above or below another one."""
    beside = [*block[max(0, number - 1) : number], *block[number + 1 : number + 2]]
    return any(
        left < other_right and other_left < right
        for left, right in _wide_gaps(block[number])
        for line in beside
        for other_left, other_right in _wide_gaps(line)
    )


def _wide_gaps(line: Line) -> Iterator[tuple[float, float]]:
    """The gaps that are wider than those between words; in a line that was stretched all are alike, and none counts."""
    gaps = [(word.right, after.left) for word, after in pairwise(line.words)]
    widths = [right - left for left, right in gaps]
    if len(gaps) == 1 or max(widths, default=0.0) - min(widths, default=0.0) > 0.5 * line.size:
        yield from (gap for gap, width in zip(gaps, widths, strict=True) if width > _CELLS * line.size)


def _is_indented(block: Block, number: int) -> bool:
    """Whether a line begins further right than those around it, and the line above does not, or ends a sentence."""
    line = block[number]
    left = min(each.left for each in block[max(0, number - _AROUND) : number + _AROUND + 1])
    if line.left - left <= _INDENT * line.size:
        return False
    above = block[number - 1 : number]
    return not above or line.left - above[0].left > _INDENT * line.size or not is_open(above[0].text)


def _is_short(block: Block, number: int) -> bool:
    """Whether the first word of a line would have fitted into the line above it."""
    line, word = block[number - 1], block[number].words[0]
    return line.right + _INDENT * line.size + word.right - word.left < _right(block, number)


def _right(block: Block, number: int) -> float:
    """Where the lines around the end of one and the beginning of another reach to."""
    return max(line.right for line in block[max(0, number - _AROUND) : number + _AROUND])
