"""The published database as the site reads it: immutable, and within limits that no query can leave.

SQLite asks the clock between the steps of a query only, so what a single step can do is limited too: how long a value
may grow, a pattern, a list. Readers' own SQL runs on connections and threads of its own, where less is allowed: a page
never waits for it. How long a query runs is Datasette's setting `sql_time_limit_ms`.
"""

import asyncio
import re
import sqlite3
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from datasette.database import Database
from datasette.utils.asgi import BadRequest

from attrib.site.bounded import replace_functions
from attrib.site.planned import along_dates, counting, listing
from attrib.site.recent import Recent

Answer = TypeVar("Answer")

LARGEST_ANSWER = 16_000_000
"""Characters and bytes of all values that one query may answer."""
TOO_LARGE = "The answer is too large. Ask for fewer rows or columns, or download the database and query your copy."

_LIMITS: Mapping[int, int] = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 250,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 250_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 5_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
"""Of every connection. The longest value is the list of a column of a million rows, from which facets are counted."""
_LIMITS_OF_READERS: Mapping[int, int] = {
    sqlite3.SQLITE_LIMIT_LENGTH: 500_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
}
"""Of readers' own SQL. Half a million characters are the text of a short book."""

_READING = frozenset([sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE])
_DECLARED = (sqlite3.SQLITE_UPDATE, "sqlite_master")
"""How SQLite calls it when a virtual table, such as a full text, says which columns it has; the file stays as it is."""
_PRAGMAS = frozenset(
    str.split("table_info table_xinfo table_list index_list index_info foreign_key_list schema_version data_version")
)
"""What tells of tables and columns; the last two are asked by Datasette and by full text. Others tell of files."""
_FUNCTIONS = frozenset(str.split("load_extension fts3_tokenizer sqlite_compileoption_get sqlite_compileoption_used"))
"""What readers' own SQL may not call."""


class Errand(Enum):
    """What a query is run for."""

    PAGE = "a page of ours, by indexes"
    DEMANDING = "a page that has every row looked at, or a whole table"
    OWN_SQL = "SQL of a reader's own"


_MAPPED = 1 << 31
"""Bytes of the file that are read as memory: SQLite then copies no page, and asks the system for none."""
_MOST_SIZES = 5_000
"""Filters whose number of statements is kept."""
_MOST_COUNTS = 2_000
"""Facets whose counts are kept, a kilobyte each."""
_NUMBERED = re.compile(r":(p\d+)")

_GRACE = 0.05
"""Seconds beyond the time limit, in which Datasette stops most queries itself."""
_STEPS = 20_000

errand: ContextVar[Errand] = ContextVar("errand", default=Errand.PAGE)
"""Set for each request before it is answered."""


class PublishedDatabase(Database):  # type: ignore[misc]
    """Datasette's database with limits; demanding errands have `threads` threads of their own."""

    def __init__(self, datasette: Any, path: Path, *, threads: int) -> None:
        super().__init__(datasette, path=str(path), is_mutable=False)
        self._apart = ThreadPoolExecutor(threads, thread_name_prefix="demanding")
        self._connections = threading.local()
        self._answers: dict[tuple[str | None, ...], Any] = {}
        self._sizes: Recent[int] = Recent(_MOST_SIZES)
        self.counts: Recent[list[tuple[Any, int]]] = Recent(_MOST_COUNTS)
        """Counts of facets, by question and parameters."""

    def connect(self, write: bool = False) -> "_Connection":
        """A connection that only reads."""
        assert not write
        address = f"{Path(self.path).resolve().as_uri()}?immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False, factory=_Connection)
        connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        self._all_file_connections.append(connection)
        return connection

    async def execute(self, sql: str, params: Any = None, *args: Any, **options: Any) -> Any:
        """As Datasette's, but asked as the build makes it fast; a reader's mistakes in SQL are not for the log."""
        if errand.get() is not Errand.OWN_SQL:
            sql = await self._planned(sql, params)
        return await super().execute(sql, params, *args, **{**options, "log_sql_errors": False})

    async def _planned(self, sql: str, params: Any) -> str:
        """The question, or another one with the same answer."""
        sql = along_dates(sql)
        rows, count = listing(sql), counting(sql)
        if (rows is None and count is None) or not await self.is_counted():
            return sql
        return count or (sql if rows is None else rows.sql(await self.counted(rows.size_sql, params)))

    async def counted(self, sql: str, params: Mapping[str, Any]) -> int:
        """How many statements a condition leaves, by the question that `planned.size_sql` makes of it."""
        named = {name: params[name] for name in _NUMBERED.findall(sql)}

        async def ask() -> int:
            answer = await super(PublishedDatabase, self).execute(sql, named, log_sql_errors=False)
            return int(answer.rows[0][0])

        return await self._sizes.get((sql, *named.values()), ask)

    async def is_counted(self) -> bool:
        """Whether the build counted statements by cells; copies of earlier releases did not."""
        return bool(await self.table_exists("statement_cells"))

    async def _once(self, ask: Callable[..., Awaitable[Any]], table: str | None = None, *more: str) -> Any:
        """What Datasette asks of the tables again and again for each page; the file never changes.

        Answers about tables that are not there are not kept: there are as many as readers can think of.
        """
        key = (ask.__name__, table, *more)
        if key not in self._answers:
            found = await (ask() if table is None else ask(table, *more))
            if table is not None and table not in await self._names():
                return found
            self._answers[key] = found
        answer = self._answers[key]
        return list(answer) if isinstance(answer, list) else answer

    async def _names(self) -> frozenset[str]:
        """Tables and views."""
        return frozenset([*await self.table_names(), *await self.view_names()])

    async def table_names(self) -> Any:
        """Each table."""
        return await self._once(super().table_names)

    async def view_names(self) -> Any:
        """Each view."""
        return await self._once(super().view_names)

    async def hidden_table_names(self) -> Any:
        """Each table that lists do not show."""
        return await self._once(super().hidden_table_names)

    async def attached_databases(self) -> Any:
        """None: a connection may attach no file."""
        return await self._once(super().attached_databases)

    async def get_all_foreign_keys(self) -> Any:
        """Which columns refer to which tables."""
        return await self._once(super().get_all_foreign_keys)

    async def table_exists(self, table: str) -> Any:
        """Whether there is such a table."""
        return await self._once(super().table_exists, table)

    async def table_columns(self, table: str) -> Any:
        """The names of its columns."""
        return await self._once(super().table_columns, table)

    async def table_column_details(self, table: str) -> Any:
        """Its columns."""
        return await self._once(super().table_column_details, table)

    async def primary_keys(self, table: str) -> Any:
        """The columns of its key."""
        return await self._once(super().primary_keys, table)

    async def fts_table(self, table: str) -> Any:
        """Its full text."""
        return await self._once(super().fts_table, table)

    async def label_column_for_table(self, table: str) -> Any:
        """The column by which its rows are called."""
        return await self._once(super().label_column_for_table, table)

    async def foreign_keys_for_table(self, table: str) -> Any:
        """Its columns that refer to other tables."""
        return await self._once(super().foreign_keys_for_table, table)

    async def get_table_definition(self, table: str, type_: str = "table") -> Any:
        """The SQL by which a table or view was made, with its indexes."""
        return await self._once(super().get_table_definition, table, type_)

    async def labels(self, table: str) -> Mapping[Any, str]:
        """What the values of a vocabulary are called; asked for once."""
        key = ("labels", table)
        if key not in self._answers:
            self._answers[key] = dict(tuple(row) for row in await self.execute(f"SELECT code, name FROM {table}"))
        found: Mapping[Any, str] = self._answers[key]
        return found

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Call `fn` with a connection that has the limits of the errand at hand, in a thread."""
        kind = errand.get()
        loop = asyncio.get_running_loop()
        if kind is Errand.PAGE:
            return await loop.run_in_executor(self.ds.executor, lambda: fn(self._connection(kind)))
        return await loop.run_in_executor(self._apart, lambda: self._watched(fn, self._connection(kind)))

    def _watched(self, fn: Callable[[sqlite3.Connection], Answer], connection: sqlite3.Connection) -> Answer:
        """Call `fn`, and interrupt its query at the next row where it takes too long.

        Datasette looks at the clock every thousand steps of a query, which may be a hundred rows of a second each.
        """
        watch = threading.Timer(self.ds.sql_time_limit_ms / 1000 + _GRACE, connection.interrupt)
        watch.start()
        try:
            return fn(connection)
        finally:
            watch.cancel()

    def _connection(self, kind: Errand) -> sqlite3.Connection:
        """The connection of this thread for an errand."""
        is_own = kind is Errand.OWN_SQL
        known: _Connection | None = getattr(self._connections, kind.name, None)
        if known is None:
            known = self.connect()
            known.rarely = kind is not Errand.PAGE
            self.ds._prepare_connection(known, self.name)
            _limit(known, {**_LIMITS, **_LIMITS_OF_READERS} if is_own else _LIMITS)
            if is_own:
                _restrict(known)
            setattr(self._connections, kind.name, known)
        return known

    def close(self) -> None:
        """Close all connections."""
        self._apart.shutdown(cancel_futures=True)
        super().close()


class _Cursor(sqlite3.Cursor):
    """Stops when the rows it has fetched together are too large."""

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """Up to `size` rows; raises BadRequest when they are too large."""
        return list(islice(self._weighed(), size))

    def fetchall(self) -> list[Any]:
        """The rows that are left; raises BadRequest when they are too large."""
        return list(self._weighed())

    def _weighed(self) -> Iterator[Any]:
        weight = 0
        for row in self:
            weight += sum(len(value) for value in row if isinstance(value, (str, bytes)))
            if weight > LARGEST_ANSWER:
                raise BadRequest(TOO_LARGE)
            yield row


class _Connection(sqlite3.Connection):
    """Hands out cursors that weigh what they fetch."""

    rarely = False
    """Whether the clock is looked at rarely: each look takes Python's lock from the pages."""

    def set_progress_handler(self, handler: Any, n: int) -> None:
        """Ask `handler` every `n` steps of a query whether it may go on."""
        super().set_progress_handler(handler, max(n, _STEPS) if self.rarely else n)

    def cursor(self, factory: Any = _Cursor) -> Any:
        """A cursor."""
        return super().cursor(factory)


def _limit(connection: sqlite3.Connection, limits: Mapping[int, int]) -> None:
    for category, most in limits.items():
        connection.setlimit(category, most)


def _restrict(connection: sqlite3.Connection) -> None:
    """Reading only, of tables only, and by functions that take no long time over one value."""
    connection.set_authorizer(_permitted)
    replace_functions(connection, longest=_LIMITS_OF_READERS[sqlite3.SQLITE_LIMIT_LENGTH])


def _permitted(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """SQLite's question whether a query may do this."""
    if action in _READING or (action, first) == _DECLARED:
        is_permitted = True
    elif action == sqlite3.SQLITE_PRAGMA:
        is_permitted = first in _PRAGMAS
    else:
        is_permitted = action == sqlite3.SQLITE_FUNCTION and second not in _FUNCTIONS
    return sqlite3.SQLITE_OK if is_permitted else sqlite3.SQLITE_DENY
