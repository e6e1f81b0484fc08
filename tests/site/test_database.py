"""No query leaves the limits of the site's connections."""

import json
import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path
from time import process_time
from typing import Any
from urllib.parse import quote

import pytest
from datasette.database import QueryInterrupted

from attrib.site.database import LARGEST_ANSWER, TOO_LARGE, Errand, PublishedDatabase, errand
from attrib.site.serve import site
from tests.site.conftest import end


async def answer(client: Any, sql: str) -> tuple[int, str]:
    """Status and text of the answer to SQL of a reader's own."""
    found = await client.get(f"/attrib.json?_shape=array&sql={quote(sql)}")
    return found.status_code, found.text


@pytest.mark.parametrize(
    "sql",
    [
        "select hex(zeroblob(200000000))",
        "select zeroblob(501000)",
        "select group_concat(hex(zeroblob(100000))) from statements",
        "select replace(hex(zeroblob(240000)), '0', 'aaaa')",
    ],
)
async def test_values_stay_small(client: Any, sql: str) -> None:
    """One value may not take the memory of the server."""
    status, text = await answer(client, sql)
    assert status == 400
    assert "too big" in text or "too large" in text


@pytest.mark.parametrize(
    "sql",
    [
        "select hex(zeroblob(200000)) from statements a, statements b",
        f"select {', '.join(['zeroblob(400000)'] * 60)}",
    ],
)
async def test_answers_stay_small(client: Any, sql: str) -> None:
    """Nor may many rows or columns of values that are each allowed."""
    assert LARGEST_ANSWER < 24_000_000
    status, text = await answer(client, sql)
    assert status == 400
    assert TOO_LARGE in text


@pytest.mark.parametrize(
    "sql",
    [
        "select * from pragma_database_list",
        "select * from pragma_compile_options",
        "select load_extension('x')",
        "select fts3_tokenizer('simple')",
        "select sqlite_compileoption_get(1)",
        f"select {' || '.join(['1'] * 150)}",
        f"select 1 {' union select 1' * 30}",
        f"select {', '.join(['1'] * 300)}",
        f"select 'a' like '{'%a' * 150}'",
    ],
)
async def test_what_readers_may_not_ask(client: Any, sql: str) -> None:
    """Neither what tells of files and settings, nor what has no measure."""
    status, text = await answer(client, sql)
    assert status == 400
    assert "attrib.db" not in text


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) from statements_fts where statements_fts match 'soldaten'",
        "select name from pragma_table_info('statements')",
        "with recursive c(x) as (select 1 union all select x + 1 from c where x < 10) select max(x) from c",
        "select sqlite_version()",
        "select json_group_array(id) from statements",
        "select * from attributed join statement_sources join documents limit 1",
    ],
)
async def test_what_readers_may_ask(client: Any, sql: str) -> None:
    """All that reads the data."""
    status, text = await answer(client, sql)
    assert (status, text[:1]) == (200, "["), text


FUNCTIONS = [
    *(
        f"{name}('{value}', '{characters}')"
        for name in ("trim", "ltrim", "rtrim")
        for value, characters in (("xxaxbxx", "x"), ("abc", ""), ("aaa", "a"), ("", "a"), ("  a ", " "), ("yxay", "xy"))
    ),
    "instr('Bären', 'ren')",
    "instr('abc', '')",
    "instr('abc', 'd')",
    "instr(null, 'a')",
    "instr(x'c3a4', x'a4')",
    "instr(x'c3a462', 'b')",
    "instr(1234, 3)",
    "replace('Haus aus Holz', 'aus', 'ö')",
    "replace('aaa', 'aa', 'b')",
    "replace('abc', '', 'x')",
    "replace('abc', 'b', null)",
    "replace(1010, 1, 2)",
    "printf('%.2f|%05d|%s|%q', 3.14159, 42, 'x', 'it''s')",
    "printf('%,d', 1234567)",
    "format('%d %%', 7)",
    "printf(null)",
    "printf('%-8s|', 'ab')",
]


async def test_functions_are_as_in_sqlite(client: Any) -> None:
    """Those that are ours, because SQLite's take too long over one value."""
    with closing(sqlite3.connect(":memory:")) as plain:
        for call in FUNCTIONS:
            (expected,) = plain.execute(f"select json_array({call})").fetchone()
            status, text = await answer(client, f"select json_array({call}) as a")
            assert (status, json.loads(text)[0]["a"]) == (200, expected), call
    long = "select length(trim(hex(zeroblob(200000)), replace(hex(zeroblob(50000)), '0', 'a') || '1')) as a"
    assert await answer(client, long) == (200, '[{"a": 400000}]')


LONG = (
    "with t(a, b) as (select replace(hex(zeroblob(90000)), '0', 'a'), replace(hex(zeroblob(45000)), '0', 'a') || 'b')"
)


@pytest.mark.parametrize("call", ["instr(a, b)", "length(replace(a, b, 'x'))"])
async def test_no_function_takes_the_product_of_both_lengths(client: Any, call: str) -> None:
    """Twenty calls in one row, between which no clock is looked at, cost less than one of SQLite's own."""
    with closing(sqlite3.connect(":memory:")) as plain:
        began = process_time()
        plain.execute(f"{LONG} select {call} from t").fetchall()
        once = process_time() - began
    began = process_time()
    status, _ = await answer(client, f"{LONG} select {' + '.join([call] * 20)} as n from t")
    assert status == 200
    assert process_time() - began < max(once, 0.05) * 2


@pytest.mark.parametrize("pattern", ["%.*c", "%*d", "%100000d", "%-99999s", "%.50000f"])
async def test_nothing_is_padded_without_end(client: Any, pattern: str) -> None:
    """SQLite counts to two thousand millions for a width like that, in one step."""
    status, text = await answer(client, f"select printf('{pattern}', 2000000000, 'x')")
    assert status == 400
    assert "too big" in text


async def test_every_connection_is_limited(dist: Path) -> None:
    """Those of the pages too; they only read, and nothing may be attached."""
    datasette = site(dist)
    database = datasette.get_database("attrib")
    for kind in Errand:
        errand.set(kind)
        longest, attached = await database.execute_fn(
            lambda connection: [
                connection.getlimit(limit) for limit in (sqlite3.SQLITE_LIMIT_LENGTH, sqlite3.SQLITE_LIMIT_ATTACHED)
            ]
        )
        assert longest == (500_000 if kind is Errand.OWN_SQL else 64_000_000)
        assert attached == 0
        with pytest.raises(sqlite3.DatabaseError, match=r"readonly|not authorized"):
            await database.execute_fn(lambda connection: connection.execute("UPDATE statements SET id = ''"))
    end(datasette)


async def test_demanding_errands_have_threads_of_their_own(dist: Path) -> None:
    """A page never waits behind them."""
    datasette = site(dist)
    database = datasette.get_database("attrib")
    threads: dict[Errand, str] = {}
    for kind in Errand:
        errand.set(kind)
        threads[kind] = await database.execute_fn(lambda _: threading.current_thread().name)
    assert threads[Errand.OWN_SQL].startswith("demanding")
    assert threads[Errand.DEMANDING].startswith("demanding")
    assert not threads[Errand.PAGE].startswith("demanding")
    end(datasette)


async def test_queries_of_slow_rows_are_stopped(dist: Path) -> None:
    """At the next row, not after as many steps as hundreds of them take: on the processor, a tenth of what all take."""
    datasette = site(dist)
    datasette.sql_time_limit_ms = 1
    database = datasette.get_database("attrib")
    errand.set(Errand.OWN_SQL)
    count = "with recursive c(x) as (select 1 union all select x + 1 from c limit {}) "
    slow = "select max(instr(hex(zeroblob(100000 + x)), hex(zeroblob(50000)) || '1')) from c"
    took = []
    for rows in (1, 1, 2000):
        began = process_time()
        with suppress(QueryInterrupted):
            await database.execute(count.format(rows) + slow)
        took.append(process_time() - began)
    assert took[2] < 200 * took[1]
    end(datasette)


async def test_tables_are_described_once(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page asks for its rows; which columns, keys and vocabularies there are was asked for by the page before."""
    datasette = site(dist)
    asked: list[Any] = []
    original = PublishedDatabase.execute_fn

    async def counting(self: Any, fn: Any) -> Any:
        asked.append(fn)
        return await original(self, fn)

    monkeypatch.setattr(PublishedDatabase, "execute_fn", counting)
    await datasette.client.get("/attrib/statements?status=claimed")
    await datasette.client.get("/attrib")
    first = len(asked)
    asked.clear()
    answer = await datasette.client.get("/attrib/statements?status=disputed")
    assert (answer.status_code, len(asked) < first / 4) == (200, True)
    asked.clear()
    assert (await datasette.client.get("/attrib?_lang=de")).status_code == 200
    assert asked == []
    end(datasette)


async def test_tables_that_are_not_there_are_not_kept(dist: Path) -> None:
    """Nobody fills the memory by asking for them."""
    datasette = site(dist)
    await datasette.client.get("/attrib/statements?status=claimed")
    database = datasette.get_database("attrib")
    before = len(database._answers)
    for number in range(20):
        assert (await datasette.client.get(f"/attrib/nothing{number}")).status_code == 404
    assert len(database._answers) <= before + 2
    end(datasette)
