"""CSV of tables and queries: whole or broken off, in large pieces, harmless in a spreadsheet."""

import csv
import io
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from datasette.database import QueryInterrupted

from attrib.site import tables_as_csv
from attrib.site.serve import site
from attrib.site.tables_as_csv import AGAIN
from tests.site.conftest import Answer, end

Ask = Callable[..., Awaitable[Answer]]


def cells(text: str) -> list[list[str]]:
    """The rows."""
    return list(csv.reader(io.StringIO(text)))


async def test_cells_are_no_formulas(client: Any) -> None:
    """As in the downloads; numbers stay numbers."""
    sql = "select '=1+1' a, '+1' b, '-x' c, '@x' d, char(9)||'x' e, -1 f, 'x=1' g, char(39)||'=1' h"
    answer = await client.get("/attrib.csv", params={"sql": sql})
    assert cells(answer.text)[1] == ["'=1+1", "'+1", "'-x", "'@x", "'\tx", "-1", "x=1", "''=1"]


async def test_type_and_name(client: Any) -> None:
    """A spreadsheet opens it, and it is called like the table."""
    for path, name in (("/attrib/statements.csv", "statements"), ("/attrib.csv?sql=select+1", "attrib")):
        headers = (await client.get(path)).headers
        assert headers["content-type"] == "text/csv; charset=utf-8"
        assert headers["content-disposition"] == f'attachment; filename="{name}.csv"'


async def test_columns_of_one_name_and_bytes(client: Any) -> None:
    """Both are columns; bytes are links to them."""
    assert cells((await client.get("/attrib.csv?sql=select+1+as+a,+2+as+a")).text) == [["a", "a"], ["1", "2"]]
    assert "_blob_hash" in (await client.get("/attrib.csv?sql=select+zeroblob(3)+as+a,+1+as+b")).text


async def test_a_whole_table_comes_in_large_pieces(dist: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """All rows, however many are read at a time, in few pieces."""
    monkeypatch.setattr(tables_as_csv, "ROWS", 3)
    datasette = site(dist)
    app = datasette.app()
    whole = await ask(app, "/attrib/statements.csv", b"_stream=on&_labels=on")
    assert len(cells(whole.body.decode())) == 14
    assert len([piece for piece in whole.pieces if piece]) == 1
    monkeypatch.setattr(tables_as_csv, "PIECE", 1000)
    parts = await ask(app, "/attrib/statements.csv", b"_stream=on&_labels=on")
    assert parts.body == whole.body
    assert all(len(piece) >= 1000 for piece in parts.pieces[:-2])
    end(datasette)


async def test_a_table_that_fails_breaks_off(
    dist: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The answer is never finished; Datasette would write the error as the last row, and call it a success."""
    monkeypatch.setattr(tables_as_csv, "ROWS", 3)
    monkeypatch.setattr(tables_as_csv, "PIECE", 100)
    datasette = site(dist)
    database = datasette.get_database("attrib")
    execute, number = database.execute, 0

    async def failing(sql: str, *args: Any, **options: Any) -> Any:
        nonlocal number
        is_rows = " from statements " in sql and " limit " in sql
        number += is_rows
        if is_rows and number > 2:
            raise QueryInterrupted(RuntimeError("interrupted"), sql, {})
        return await execute(sql, *args, **options)

    monkeypatch.setattr(database, "execute", failing)
    app, finished = datasette.app(), []

    async def watched(scope: Any, receive: Any, send: Any) -> None:
        async def noted(message: Any) -> None:
            finished.append(message["type"] == "http.response.body" and not message.get("more_body", False))
            await send(message)

        await app(scope, receive, noted)

    answer = await ask(watched, "/attrib/statements.csv", b"_stream=on")
    assert answer.body
    assert not any(finished)
    assert b"interrupted" not in answer.body
    assert "BrokenTableError" in caplog.text
    assert number == 2 + AGAIN + 1
    end(datasette)
