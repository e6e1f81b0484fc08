"""The first places of a column for each filter that leaves many rows: its values with most of them.

A filter asks for values of up to three columns. Rows are counted once for each value and cell (a combination of values
of all columns that can be filtered by), and what a filter leaves is the sum over its cells. Filters that leave few rows
are left out: whoever asks by them counts those few.
"""

import heapq
import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, MutableSequence, Sequence
from itertools import combinations
from typing import Any, NamedTuple

PLACES = 13
"""One more than a facet shows, so that it can say that there are more."""
MOST_COLUMNS = 3
"""How many columns a filter may ask for."""

Place = tuple[str, int, Any, int]


class _Cell(NamedTuple):
    """How many rows of a cell each value has."""

    values: MutableSequence[int]
    """Numbers of values, in their order."""
    rows: MutableSequence[int]


def name(filters: Mapping[str, str]) -> str:
    """What a filter is called: the columns it asks for and their values, as JSON in the order of the columns' names."""
    return json.dumps(filters, sort_keys=True, ensure_ascii=False)


def ranking(
    counted: Iterable[tuple[Any, int, int]],
    cells: Mapping[int, Sequence[str | None]],
    columns: Sequence[str],
    *,
    many: int,
) -> Iterator[Place]:
    """The places for each filter by name: position from 1, value and its number of rows; the first value before others.

    `counted` are value, cell and number of rows, in the order of the values; `cells` has the values of the `columns` in
    each cell. Filters that leave fewer rows than `many` have no places.
    """
    values, by_cell = _by_cell(counted)
    sizes = {cell: sum(found.rows) for cell, found in by_cell.items()}
    for filters, chosen in sorted(_filters(cells, columns).items()):
        if sum(sizes[cell] for cell in chosen) >= many:
            totals = _totals(by_cell[cell] for cell in chosen)
            first = heapq.nsmallest(PLACES, ((-rows, value) for value, rows in totals.items()))
            for position, (rows, value) in enumerate(first, start=1):
                yield filters, position, values[value], -rows


def _by_cell(counted: Iterable[tuple[Any, int, int]]) -> tuple[list[Any], dict[int, _Cell]]:
    values: list[Any] = []
    by_cell: dict[int, _Cell] = {}
    for value, cell, rows in counted:
        if not values or values[-1] != value:
            values.append(value)
        found = by_cell.setdefault(cell, _Cell(array("q"), array("q")))
        found.values.append(len(values) - 1)
        found.rows.append(rows)
    return values, by_cell


def _filters(cells: Mapping[int, Sequence[str | None]], columns: Sequence[str]) -> dict[str, list[int]]:
    """Each filter by its name, with the cells of the rows that it leaves."""
    found: dict[str, list[int]] = {}
    for cell, row in cells.items():
        known = {column: value for column, value in zip(columns, row, strict=True) if value is not None}
        for size in range(MOST_COLUMNS + 1):
            for chosen in combinations(known, size):
                found.setdefault(name({column: known[column] for column in chosen}), []).append(cell)
    return found


def _totals(chosen: Iterable[_Cell]) -> dict[int, int]:
    """How many rows each value has in these cells together."""
    totals: dict[int, int] = {}
    for cell in chosen:
        for value, rows in zip(cell.values, cell.rows, strict=True):
            totals[value] = totals.get(value, 0) + rows
    return totals
