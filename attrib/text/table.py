"""Tables in plain text: rows of cells, parted by bars, tabs or wide gaps."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrib.records import Span
from attrib.text.line import Line

_ROWS = 2
"""Rows that a table has at least."""
_BAR = re.compile(r"\|")
_TAB = re.compile(r"\t+")
_GAP = re.compile(r" {2,}")
_RULE = re.compile(r"[-=+:|\s]+")
_BREAKS = re.compile(r"[\n\r\t|\u2028\u2029\x85\f\v]| {2,}")


class _Cell(NamedTuple):
    """What stands in one column of a line, and where."""

    start: int
    end: int
    words: str

    def stands_over(self, other: "_Cell") -> bool:
        """Whether two cells begin at one place, or hold numbers that end at one."""
        are_numbers = self.words[-1:].isdigit() and other.words[-1:].isdigit()
        return self.start == other.start or (are_numbers and self.end == other.end)


def table_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are rows of a table."""
    return frozenset(number for first, last in tables(lines) for number in range(first, last))


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The first line of each table, and the one behind its last."""
    number = 0
    while number < len(lines):
        last = number
        for parted in (_BAR, _TAB, _GAP):
            last = max(last, _rows_end(lines, number, parted))
        if last - number >= _ROWS:
            yield number, last
            number = last
        else:
            number += 1


def _rows_end(lines: Sequence[Line], first: int, parted: re.Pattern[str]) -> int:
    """The number of the line behind the last row of a table that begins with a line; that of the line if it is none."""
    head = _columns(lines[first], parted)
    end = first
    while head and end < len(lines) and (end == first or not lines[end].blank_before):
        if not _RULE.fullmatch(lines[end].text) and not _are_aligned(head, _columns(lines[end], parted), parted):
            break
        end += 1
    return end


def _columns(line: Line, parted: re.Pattern[str]) -> list[_Cell]:
    """Where the cells of a row stand in its line; none if there is but one, or a label before what somebody says."""
    found: list[_Cell] = []
    place = line.marker
    for gap in (*parted.finditer(line.text, line.marker), None):
        end = len(line.text) if gap is None else gap.start()
        words = line.text[place:end].strip()
        if words or (gap and place > line.marker):
            start = place + line.text[place:end].index(words) + line.indent
            found.append(_Cell(start, start + len(words), words))
        place = end if gap is None else gap.end()
    is_label = parted is not _BAR and bool(found) and found[0].words.endswith(":")
    return found if len(found) > 1 and not is_label else []


def _are_aligned(head: Sequence[_Cell], row: Sequence[_Cell], parted: re.Pattern[str]) -> bool:
    """Whether two rows have as many cells; in columns that only blanks part, below each other as well."""
    below = all(one.stands_over(other) for one, other in zip(head[1:], row[1:], strict=False))
    return len(head) == len(row) and (parted is not _GAP or below)


def cells(text: str, part: Span) -> Iterator[Span]:
    """The cells of a table that hold anything."""
    place = part.start
    for gap in (*_BREAKS.finditer(text, part.start, part.end), None):
        end = part.end if gap is None else gap.start()
        words = text[place:end].strip()
        if any(map(str.isalnum, words)):
            start = place + text[place:end].index(words)
            yield Span(start, start + len(words))
        place = end if gap is None else gap.end()
