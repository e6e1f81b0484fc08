"""Counts that are a picture and a table at once: each cell says how many, is shaded by its share, and is a link.

lines(rows, "status", codes, at)    sources, countries or articles by what their statements are
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from attrib.site.queries import Row


class Cell(NamedTuple):
    """How many statements of a line have one value."""

    code: str
    statements: int
    share: float
    """Of the line, between 0 and 1."""
    start: float
    """The shares of the cells before it together."""
    shade: str
    href: str | None
    """Where these statements are; None where there are none."""


class Line(NamedTuple):
    """What is counted, such as a source, with one cell for each value."""

    id: str
    name: str
    statements: int
    cells: list[Cell]


def lines(
    rows: Iterable[Row], field: str, codes: Sequence[str], at: Callable[[Row], str], *, key: str = "id"
) -> list[Line]:
    """One line for each `key`, in the order of the rows, which hold `key`, `name`, `field` and `statements`."""
    found: dict[str, dict[str, Row]] = {}
    for row in rows:
        found.setdefault(row[key], {})[row[field]] = row
    return [_line(name, counted, codes, at) for name, counted in found.items()]


def _line(key: str, counted: dict[str, Row], codes: Sequence[str], at: Callable[[Row], str]) -> Line:
    whole = sum(counted[code]["statements"] for code in codes if code in counted)
    cells: list[Cell] = []
    before = 0
    for code in codes:
        row = counted.get(code)
        number = row["statements"] if row is not None else 0
        href = at(row) if row is not None and number else None
        cells.append(Cell(code, number, number / max(whole, 1), before / max(whole, 1), shade(number, whole), href))
        before += number
    return Line(key, next(iter(counted.values()))["name"], whole, cells)


def shade(number: int, whole: int) -> str:
    """One of five shades, by the share of the whole."""
    return "s0" if not number else f"s{min(1 + int(4 * number / whole), 4)}"
