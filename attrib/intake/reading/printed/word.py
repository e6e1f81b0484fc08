"""Words on a page and the lines they make; points from the upper left corner."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

LARGE = 1.15
"""Of the usual height: headings are larger."""


class Word(NamedTuple):
    """Letters without a blank between them, and the box that they take with ascenders and descenders."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    number: int = 0
    """As the how manieth the file draws it."""
    bold: bool = False

    @property
    def size(self) -> float:
        """The height of a line of such words."""
        return self.bottom - self.top


class Line(NamedTuple):
    """Words that stand on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with blanks between them."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """The upper edge of its highest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge of its lowest word."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The height of most of its words."""
        return median(word.size for word in self.words)

    def is_like(self, size: float) -> bool:
        """Whether its letters are of about that height: headings are larger, captions smaller."""
        return size / LARGE <= self.size <= size * LARGE

    def is_between(self, top: float, bottom: float) -> bool:
        """Whether a part of the line stands between two heights."""
        return top < self.bottom and self.top < bottom

    @property
    def bold(self) -> bool:
        """Whether all of it is in bold."""
        return all(word.bold for word in self.words)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The words in lines from top to bottom: what overlaps by more than half its height stands on one line."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.top + each.bottom, each.left)):
        if rows and _overlap(rows[-1][-1], word) > 0.5 * min(rows[-1][-1].size, word.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda each: each.left))) for row in rows]


def _overlap(one: Word, other: Word) -> float:
    return min(one.bottom, other.bottom) - max(one.top, other.top)


def usual_size(words: Sequence[Word]) -> float:
    """The height in which most letters are set; 1 if there are none."""
    letters: dict[float, int] = {}
    for word in words:
        letters[round(word.size, 1)] = letters.get(round(word.size, 1), 0) + len(word.text)
    return max(letters, key=lambda size: letters[size], default=1.0)
