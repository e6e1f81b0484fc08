"""The questions the pages ask: one SQL file each in `sql/`."""

import sqlite3
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from datasette.database import QueryInterrupted
from datasette.utils import sqlite_timelimit

from attrib.site.wording import reader

Row = dict[str, Any]
Ask = Callable[..., list[Row]]
"""Answers a question by its name, with its parameters."""
Found = TypeVar("Found")


@cache
def query(name: str) -> str:
    """The SQL of one question."""
    return (files("attrib") / "site" / "sql" / f"{name}.sql").read_text(encoding="utf-8")


async def rows(db: Any, name: str, **parameters: Any) -> list[Row]:
    """The answer to a question, with names of parties in the reader's language; `db` is Datasette's database object."""
    asked = {**parameters, "english": reader.get().language == "en"}
    return [dict(row) for row in await db.execute(query(name), asked)]


async def row(db: Any, name: str, **parameters: Any) -> Row | None:
    """The one row of an answer, or None."""
    found = await rows(db, name, **parameters)
    return found[0] if found else None


async def together(db: Any, read: Callable[[Ask], Found]) -> Found:
    """What `read` makes of the answers to several questions, which are asked one after the other in one thread.

    Each way to a thread and back costs as much as a small question. Raises QueryInterrupted where all of them together
    take too long.
    """
    english, limit = reader.get().language == "en", db.ds.sql_time_limit_ms

    def in_thread(connection: sqlite3.Connection) -> Found:
        def ask(name: str, **parameters: Any) -> list[Row]:
            try:
                cursor = connection.cursor().execute(query(name), {**parameters, "english": english})
                return [dict(row) for row in cursor.fetchall()]
            except sqlite3.OperationalError as error:
                if error.args == ("interrupted",):
                    raise QueryInterrupted(error, query(name), parameters) from error
                raise

        with sqlite_timelimit(connection, limit):
            return read(ask)

    found: Found = await db.execute_fn(in_thread)
    return found
