"""The statements that a filter of their table asks for, all of them: whatever else is made from a filter asks here.

The address is read as the page of the table reads it: columns, `attrib.site.filters`, search, and whoever else adds
conditions. First the keys are found, in the order of the page, then rows are asked for by their keys, a few at a time.
"""

import json
import sqlite3
from array import array
from collections.abc import AsyncIterator, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from datasette.database import QueryInterrupted
from datasette.filters import Filters
from datasette.plugins import pm
from datasette.utils import await_me_maybe, escape_sqlite
from datasette.utils.asgi import BadRequest, Base400
from datasette.views.base import DatasetteError

from attrib.publish.description import DATABASE_NAME
from attrib.site.failure import UNREADABLE
from attrib.site.refusal import refused
from attrib.store.dictionary import published

TABLE = "statements"
ROWS = 250
"""Rows that are asked for at once; between them, pages get their turn."""
_DESCENDING = {"_sort": "", "_sort_desc": " DESC"}
NOT_FILTERS = frozenset(
    str.split(
        "_col _dl _facet _facet_array _facet_counted _facet_date _facet_size _header _json _json_infinity _label "
        "_labels _lang _next _nl _nocol _nocount _nofacet _nosuggest _shape _size _stream _timelimit"
    )
)
"""Parts of an address that change what a page shows of the rows, not which rows there are or in which order."""
_HEEDED = frozenset(["_lang", "_stream"])
"""Of these, what all rows can be asked for with."""


class Condition(NamedTuple):
    """What rows have to fulfil."""

    where: str
    params: dict[str, Any]


async def condition(datasette: Any, request: Any, table: str, *, without: Collection[str] = ()) -> Condition:
    """What the address asks of the rows of a table, but for the parameters `without`; BadRequest if it cannot be."""
    pairs = [
        (name, value)
        for name in request.args
        for value in request.args.getlist(name)
        if (not name.startswith("_") or "__" in name) and name not in without
    ]
    asked = {"request": request, "database": DATABASE_NAME, "table": table, "datasette": datasette}
    with _mistakes_in_the_address():
        clauses, params = Filters(sorted(pairs)).build_where_clauses(table)
        for hook in pm.hook.filters_from_request(**asked):
            if extra := await await_me_maybe(hook):
                clauses.extend(extra.where_clauses)
                params.update(extra.params)
    return Condition(" AND ".join(clauses) or "1", params)


@contextmanager
def _mistakes_in_the_address() -> Iterator[None]:
    """What SQLite or Datasette cannot make anything of is a mistake in what was asked: BadRequest."""
    try:
        yield
    except (Base400, DatasetteError, QueryInterrupted):
        raise
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        raise BadRequest(str(error)) from error
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise BadRequest(UNREADABLE) from error


def _check_all_are_heeded(request: Any) -> None:
    """Raise BadRequest for what changes a page only, and would be passed over where all rows are asked for."""
    order(request)
    for name in request.args:
        if name in NOT_FILTERS - _HEEDED or name.startswith("_filter_") or name == "_sort_by_desc":
            raise refused("“{value}” changes nothing here. It belongs to the page of the table.", value=name)


def order(request: Any) -> str:
    """How the address sorts the statements, each with a place of its own; raises BadRequest for an unknown column."""
    found = [(request.args[name], way) for name, way in _DESCENDING.items() if request.args.get(name)]
    if len(found) > 1:
        raise refused("The rows can be sorted up or down, not both. Choose one of _sort and _sort_desc.")
    for column, _ in found:
        if column not in published()[TABLE].columns:
            raise refused("The rows cannot be sorted by {value}; it is no column of this table.", value=f"“{column}”")
    return ", ".join([*(f"{escape_sqlite(column)}{way}" for column, way in found), "pk"])


async def keys(datasette: Any, request: Any) -> Sequence[int]:
    """The keys of all statements that the address asks for, in its order; for errands that have a watch on them.

    Raises QueryInterrupted where it takes too long, BadRequest for a filter or an order that cannot be.
    """
    _check_all_are_heeded(request)
    asked = await condition(datasette, request, TABLE)
    sql = f"SELECT pk FROM {TABLE} WHERE {asked.where} ORDER BY {order(request)}"

    def find(connection: sqlite3.Connection) -> Sequence[int]:
        """A million of them take eight megabytes."""
        try:
            return array("q", (key for (key,) in sqlite3.Connection.execute(connection, sql, asked.params)))
        except sqlite3.OperationalError as error:
            if error.args == ("interrupted",):
                raise QueryInterrupted(error, sql, asked.params) from error
            raise

    with _mistakes_in_the_address():
        found: Sequence[int] = await datasette.get_database(DATABASE_NAME).execute_fn(find)
    return found


async def newest(datasette: Any, request: Any, *, most: int) -> list[int]:
    """The keys of the statements of the address that were said or published last, whatever order it asks for."""
    _check_all_are_heeded(request)
    asked = await condition(datasette, request, TABLE)
    sql = f"SELECT pk FROM {TABLE} WHERE {asked.where} ORDER BY date DESC, pk DESC LIMIT {most}"
    with _mistakes_in_the_address():
        answer = await datasette.get_database(DATABASE_NAME).execute(sql, asked.params, truncate=False)
    return [row[0] for row in answer]


async def in_groups(datasette: Any, sql: str, found: Sequence[int]) -> AsyncIterator[list[tuple[Any, ...]]]:
    """The answers to a question about statements, group by group in the order of their keys.

    The question asks for `:keys`, a JSON list; the first value of each row is its key, which is taken off.
    """
    db = datasette.get_database(DATABASE_NAME)
    for start in range(0, len(found), ROWS):
        wanted = found[start : start + ROWS]
        answer = await db.execute(sql, {"keys": json.dumps(list(wanted))}, truncate=False)
        rows = {row[0]: tuple(row)[1:] for row in answer}
        yield [rows[key] for key in wanted]
