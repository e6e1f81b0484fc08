"""Headers, footers and page numbers: what stands at the edge of several pages, alike but for its numbers."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrib.intake.reading.printed.word import Word, lines_of

_EDGE = 3
"""Lines from the top or the bottom of a page that may run through several."""
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_SHIFT = 4.0
"""Points by which its height may differ from page to page."""
_GAP = 1.5
"""Of the height of a line: what is further apart are two things, a title and a page number."""


class _Stretch(NamedTuple):
    words: tuple[Word, ...]
    page: int

    @property
    def pattern(self) -> str:
        """The text with every number as the same sign."""
        return _NUMBER.sub("#", " ".join(word.text for word in self.words))


def without_running(pages: Sequence[Sequence[Word]]) -> list[tuple[Word, ...]]:
    """The words of each page without what it has in common with another page at its edge."""
    met: dict[str, list[_Stretch]] = {}
    for number, page in enumerate(pages):
        for stretch in _stretches(page, number):
            met.setdefault(stretch.pattern, []).append(stretch)
    running = {
        (stretch.page, word)
        for alike in met.values()
        for stretch in alike
        if any(_is_same_place(stretch, other) for other in alike)
        for word in stretch.words
    }
    return [tuple(word for word in page if (number, word) not in running) for number, page in enumerate(pages)]


def _stretches(page: Sequence[Word], number: int) -> Iterator[_Stretch]:
    """What stands in the first and the last lines of a page, cut at wide gaps."""
    lines = lines_of(page)
    for line in [*lines[:_EDGE], *lines[_EDGE:][-_EDGE:]]:
        stretch: list[Word] = []
        for word in line.words:
            if stretch and word.left - stretch[-1].right > _GAP * word.size:
                yield _Stretch(tuple(stretch), number)
                stretch = []
            stretch.append(word)
        yield _Stretch(tuple(stretch), number)


def _is_same_place(one: _Stretch, other: _Stretch) -> bool:
    return one.page != other.page and abs(one.words[0].bottom - other.words[0].bottom) <= _SHIFT
