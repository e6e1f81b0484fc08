"""Facets of the table of statements: answered from counts made beforehand, and right on every page.

Datasette 0.65 counts each facet over the rows that are left from the present page on, and anew for every request. Here
a facet is a sum over `statements_cube` or rows of `statements_top` wherever the filters allow it; where they do not, it
is counted over all filtered rows, whatever page is shown. The filter on a facet's own column is left aside, so that its
other values can be added: *disputed or contested*.
"""

import heapq
import json
from collections import Counter
from collections.abc import Awaitable, Callable, Hashable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from datasette.database import QueryInterrupted
from datasette.facets import Facet
from datasette.utils import escape_sqlite, path_with_removed_args, path_with_replaced_args

from attrib.site.disputers import called_here
from attrib.site.filtered import Condition, condition
from attrib.site.filters import NAMES
from attrib.site.planned import is_counted, narrowed, size_sql
from attrib.store.cube import DIMENSIONS, MANY, RANKED
from attrib.store.ranking import MOST_COLUMNS, PLACES
from attrib.store.ranking import name as name_of

Counts = list[tuple[Any, int]]

_NOT_FILTERS = frozenset(
    str.split("_col _facet_counted _facet_size _labels _lang _next _nocol _nocount _size _sort _sort_desc")
)
"""Parts of an address that change what a page shows of the rows, not which rows there are."""
_LOOKED_UP = ("_search", *NAMES)
"""Parts of an address that ask for rows one by one, by a list of their keys."""


def _ranked(counted: Counter[Any], most: int) -> Counts:
    """The most frequent values first, then by value; rows without a value before others that are as many."""
    return heapq.nsmallest(most, counted.items(), key=lambda pair: (-pair[1], pair[0] is not None, pair[0]))


class _Choice(NamedTuple):
    """A filter on a column of the cube."""

    column: str
    values: list[str]
    is_not: bool


def _own_filters(column: str) -> tuple[str, ...]:
    """The parameters by which a facet chooses values of its column."""
    return column, f"{column}__in", f"{column}__isnull"


def _asking(column: str, values: Sequence[str | None]) -> dict[str, str | None]:
    """The parameters that ask for these values and no others."""
    found: dict[str, str | None] = dict.fromkeys(_own_filters(column))
    if values == [None]:
        found[f"{column}__isnull"] = "1"
    elif len(values) == 1:
        found[column] = values[0]
    elif values:
        listed = [str(value) for value in values]
        found[f"{column}__in"] = json.dumps(listed) if any("," in value for value in listed) else ",".join(listed)
    return found


class CountedFacet(Facet):  # type: ignore[misc]
    """How many rows have each value of a column; rows without a value are counted too."""

    type = "counted"

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """As Datasette wants it: the facets, and the names of those that took too long."""
        known = await self.ds.get_database(self.database).table_columns(self.table)
        asked = {each["config"]["simple"]: each for each in self.get_configs() if each["config"]["simple"] in known}
        found = {column: await self._counted_beforehand(column) for column in asked}
        rest = [column for column, counts in found.items() if counts is None]
        with suppress(QueryInterrupted):
            own = [column for column in rest if any(name in self.request.args for name in _own_filters(column))]
            if await self._are_looked_up():
                found |= await self._in_one_pass([column for column in rest if column not in own])
                rest = own
            for column in rest:
                found[column] = await self._from_index(column)
        results = [
            await self._result(column, counts, is_fixed=asked[column]["source"] == "metadata")
            for column, counts in found.items()
            if counts is not None
        ]
        return results, [column for column, counts in found.items() if counts is None]

    def _selected(self, column: str) -> list[str | None]:
        """The values that the address asks for, None for rows without one."""
        args = self.request.args
        found: list[str | None] = list(args.getlist(column))
        for listed in args.getlist(f"{column}__in"):
            with suppress(ValueError):
                found += [str(each) for each in json.loads(listed)] if listed.startswith("[") else listed.split(",")
        return [None] if f"{column}__isnull" in args else found

    async def _counted_beforehand(self, column: str) -> Counts | None:
        """The counts that the build made, None where the filters ask for others."""
        chosen = self._chosen(column) if self.table == "statements" and await self._db.is_counted() else None
        if chosen is None:
            return None
        if column in DIMENSIONS:
            return await self._from_cube(column, chosen)
        single = {each.column: each.values[0] for each in chosen if not each.is_not and len(each.values) == 1}
        is_ranked = column in RANKED and len(single) == len(chosen) <= MOST_COLUMNS
        return await self._from_ranking(column, single) if is_ranked and self.get_facet_size() < PLACES else None

    @property
    def _db(self) -> Any:
        return self.ds.get_database(self.database)

    async def _are_looked_up(self) -> bool:
        """Whether the rows are found one by one, so that all columns of them are best counted together."""
        if any(self.request.args.get(name) for name in _LOOKED_UP):
            return True
        asked = await condition(self.ds, self.request, self.table)
        return self.table == "statements" and await self._are_few(asked)

    async def _are_few(self, asked: Condition) -> bool:
        """Whether columns of the cube alone are asked for, and leave few statements."""
        if not is_counted(asked.where) or not await self._db.is_counted():
            return False
        found: int = await self._db.counted(size_sql(asked.where), asked.params)
        return found < MANY

    def _chosen(self, facet: str) -> list[_Choice] | None:
        """The filters but that of the facet itself, if each asks for values of a column of the cube."""
        found: list[_Choice] = []
        for name, value in self.get_querystring_pairs():
            if name in _NOT_FILTERS or (name.startswith("_") and not value) or name in _own_filters(facet):
                continue
            column, _, operator = name.partition("__")
            if column not in DIMENSIONS or operator not in ("", "in", "not") or value.startswith("["):
                return None
            found.append(_Choice(column, value.split(",") if operator == "in" else [value], operator == "not"))
        return found

    async def _from_cube(self, column: str, chosen: list[_Choice]) -> Counts:
        clauses, params = [], {}
        for number, each in enumerate(chosen):
            operator = "NOT IN" if each.is_not else "IN"
            clauses.append(f"{each.column} {operator} (SELECT value FROM json_each(:v{number}))")
            params[f"v{number}"] = json.dumps(each.values)
        where = " AND ".join(clauses) or "1"
        sql = f"SELECT {column}, sum(statements) FROM statements_cube WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1"
        return await self._rows(sql, params)

    async def _from_ranking(self, column: str, chosen: dict[str, str]) -> Counts | None:
        """The first places, None where the build kept none since the filters leave few statements."""
        sql = (
            "SELECT value, statements FROM statements_top WHERE facet = :facet AND filters = :filters ORDER BY position"
        )
        return await self._rows(sql, {"facet": column, "filters": name_of(chosen)}) or None

    async def _from_index(self, column: str) -> Counts:
        """Counted over the rows that the filters leave, whatever page is shown; an index of the facets serves."""
        where, params = await self._where(column)
        most = self.get_facet_size() + 1
        sql = f"SELECT {escape_sqlite(column)}, count(*) {where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {most}"
        return await self._rows(sql, params)

    async def _in_one_pass(self, columns: list[str]) -> dict[str, Counts]:
        """The same for all columns at once, where finding the rows is what takes time.

        SQLite hands each column over as one text: made and read in C, it costs half of what as many rows of Python
        values do.
        """
        if not columns:
            return {}
        where, params = await self._where(None)
        listed = ", ".join(f"json_group_array({escape_sqlite(column)})" for column in columns)
        (row,) = await self._all(f"SELECT {listed} {where}", params)
        most = self.get_facet_size() + 1
        return {column: _ranked(Counter(json.loads(values)), most) for column, values in zip(columns, row, strict=True)}

    async def _where(self, facet: str | None) -> tuple[str, dict[str, Any]]:
        """The table and the conditions for the rows of all pages, without those on the facet itself."""
        left_out = () if facet is None else _own_filters(facet)
        asked = await condition(self.ds, self.request, self.table, without=left_out)
        is_few = self.table == "statements" and await self._are_few(asked)
        where = narrowed(asked.where) if is_few else asked.where
        return f"FROM {escape_sqlite(self.table)} WHERE {where}", asked.params

    async def _rows(self, sql: str, params: dict[str, Any]) -> Counts:
        async def ask() -> Counts:
            return [(value, count) for value, count in await self._all(sql, params)]

        # With more places than a facet has, a reader could have much kept.
        return await ask() if self.get_facet_size() >= PLACES else await self._kept((sql, *params.values()), ask)

    async def _kept(self, question: Hashable, ask: Callable[[], Awaitable[Counts]]) -> Counts:
        found: Counts = await self._db.counts.get(question, ask)
        return found

    async def _all(self, sql: str, params: dict[str, Any]) -> Any:
        limit = self.ds.setting("facet_time_limit_ms")
        return await self.ds.execute(self.database, sql, params, truncate=False, custom_time_limit=limit)

    async def _result(self, column: str, counts: Counts, *, is_fixed: bool) -> dict[str, Any]:
        shown = counts[: self.get_facet_size()]
        values = [value for value, _ in shown if value is not None]
        labels = await self.ds.expand_foreign_keys(self.database, self.table, column, values)
        labels |= {(column, key): name for key, name in (await called_here(self.ds)(column, values)).items()}
        return {
            "name": column,
            "type": self.type,
            "hideable": not is_fixed,
            "toggle_url": self.ds.urls.path(path_with_removed_args(self.request, {"_facet_counted": column})),
            "results": [self._value(column, value, count, labels) for value, count in shown],
            "truncated": len(counts) > len(shown),
        }

    def _value(self, column: str, value: Any, count: int, labels: dict[tuple[str, Any], str]) -> dict[str, Any]:
        """A value adds itself to those that are chosen already (*disputed or contested*), or takes itself away."""
        selected = self._selected(column)
        is_selected = value in selected if value is None else str(value) in selected
        after: list[str | None]
        if value is None:
            after = [] if is_selected else [None]
        else:
            others = [each for each in selected if each is not None]
            after = [each for each in others if each != str(value)] if is_selected else [*others, str(value)]
        path = path_with_replaced_args(self.request, {**_asking(column, after), "_next": None})
        return {
            "value": value,
            "label": labels.get((column, value), value),
            "count": count,
            "toggle_url": self.ds.absolute_url(self.request, self.ds.urls.path(path)),
            "selected": is_selected,
        }
