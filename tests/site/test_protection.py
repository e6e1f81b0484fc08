"""The server lets in what it can answer, and no request keeps the others waiting."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from attrib.site.protection import DEMANDING, OWN_SQL, WHOLE_TABLES, protected
from attrib.site.request import LONGEST_QUERY, MOST_PARAMETERS, client
from attrib.site.serve import site
from tests.site.conftest import Answer, end

Ask = Callable[..., Awaitable[Answer]]

ENDLESS = b"sql=with+recursive+c(x)+as+(select+1+union+all+select+x%2B1+from+c)+select+count(*)+from+c"


class Slow:
    """An app whose answers take a while; it counts how many it makes at a time."""

    def __init__(self) -> None:
        self.running, self.most = 0, 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """An empty page."""
        self.running += 1
        self.most = max(self.most, self.running)
        await asyncio.sleep(0.05)
        self.running -= 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


@pytest.mark.parametrize(
    ("query", "share"),
    [
        (b"sql=select+1", OWN_SQL),
        (b"%73ql=select+1", OWN_SQL),
        (b"s%71%6C=select+1", OWN_SQL),
        (b"status=claimed&_where=1", OWN_SQL),
        (b"%5Fwhere=1", OWN_SQL),
        (b"_stream=on&_labels=on", WHOLE_TABLES),
        (b"%5Fstream=on", WHOLE_TABLES),
        (b"exact__contains=a", DEMANDING),
        (b"exact%5F%5Fnotlike=a", DEMANDING),
    ],
)
async def test_demanding_requests_wait_for_each_other(ask: Ask, query: bytes, share: Any) -> None:
    """However they are written: a few run, a few wait, the rest is told to come back; pages are not held up."""
    slow = Slow()
    app = protected(slow, state="")
    many = [ask(app, "/attrib.json", query, client=f"192.0.2.{number}") for number in range(20)]
    answers = [answer.status for answer in await asyncio.gather(*many)]
    assert slow.most == share.running
    assert answers.count(200) == share.running + share.waiting
    assert answers.count(429) == 20 - share.running - share.waiting
    pages = [ask(app, "/attrib/statements", b"status=claimed") for _ in range(20)]
    assert [answer.status for answer in await asyncio.gather(*pages)] == [200] * 20


@pytest.mark.parametrize(
    ("query", "share"), [(b"sql=select+1", OWN_SQL), (b"_stream=1", WHOLE_TABLES), (b"a__like=b", DEMANDING)]
)
async def test_nobody_takes_all_places(ask: Ask, query: bytes, share: Any) -> None:
    """One reader has a share; another one still gets in."""
    app = protected(Slow(), state="")
    greedy = [ask(app, "/attrib.json", query, client="192.0.2.1") for _ in range(20)]
    answers = await asyncio.gather(*greedy, ask(app, "/attrib.json", query, client="192.0.2.2"))
    assert [answer.status for answer in answers].count(200) == share.of_one + 1
    assert answers[-1].status == 200


def test_who_is_one_client() -> None:
    """An IPv4 address, or the half of an IPv6 address that belongs to one line."""
    one, other, third = (
        client({"client": (host, 1)}) for host in ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "2001:db8:0:2::1")
    )
    assert one == other != third
    assert client({"client": ("192.0.2.7", 1)}) == "192.0.2.7"
    assert client({"client": None}) == client({})


async def test_pages_do_not_wait_for_hostile_queries(dist: Path, ask: Ask) -> None:
    """While 32 queries run that never end by themselves, pages are made: all of them before the first query is over."""
    datasette = site(dist)
    datasette.sql_time_limit_ms = 60_000  # however slow the machine is, it makes two pages meanwhile
    app = datasette.app()
    over: list[str] = []

    async def asked(path: str, query: bytes, number: int) -> int:
        answer = await ask(app, path, query, client=f"192.0.2.{number}")
        if answer.status != 429:
            over.append(path)
        return answer.status

    hostile = [asyncio.create_task(asked("/attrib.json", ENDLESS, number)) for number in range(32)]
    await asyncio.sleep(0.1)
    assert await asked("/attrib/statements", b"status=disputed", 100) == 200
    assert await asked("/attrib/statements", b"status=claimed&type=indirect", 100) == 200
    statuses = await _interrupted(datasette, hostile)
    assert over[:2] == ["/attrib/statements"] * 2
    assert statuses.count(400) >= OWN_SQL.running
    assert set(statuses) == {400, 429}
    end(datasette)


async def _interrupted(datasette: Any, queries: list[asyncio.Task[int]]) -> list[int]:
    """What queries answer whose time is up."""
    while not all(query.done() for query in queries):
        for connection in datasette.databases["attrib"]._all_file_connections:
            connection.interrupt()
        await asyncio.sleep(0.01)
    return [query.result() for query in queries]


async def test_an_endless_query_is_ended(dist: Path, ask: Ask) -> None:
    """When the time is up that the site gives a query, and the reader is told."""
    datasette = site(dist)
    datasette.sql_time_limit_ms = 50
    assert (await ask(datasette.app(), "/attrib.json", ENDLESS)).status == 400
    end(datasette)


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/", b"&".join(b"a%d=1" % number for number in range(2000)), 414),
        ("/", b"&".join(b"a%d" % number for number in range(MOST_PARAMETERS + 1)), 400),
        ("/attrib/statements", b"&" * MOST_PARAMETERS, 400),
        ("/attrib", b"sql=select+" + b"1" * LONGEST_QUERY, 414),
        ("/" + "a" * 3000, b"", 414),
        ("/attrib/statements", b"_search=" + b"wort+" * 100, 400),
    ],
)
async def test_too_much_is_refused(ask: Ask, path: str, query: bytes, status: int) -> None:
    """Before anything looks into it, in a sentence and with all headers."""
    answer = await ask(protected(_unasked, state=""), path, query, headers={b"accept-language": b"de"})
    assert answer.status == status
    assert b"zu " in answer.body
    assert b"default-src 'none'" in answer.headers[b"content-security-policy"]


async def _unasked(scope: Any, receive: Any, send: Any) -> None:
    raise AssertionError(scope)


async def test_a_query_of_a_hundred_parameters_is_read(ask: Ask, dist: Path) -> None:
    """As many as a form may have; the page costs about what it costs without."""
    datasette = site(dist)
    query = b"&".join(b"_nocol=cue" for _ in range(MOST_PARAMETERS))
    assert (await ask(datasette.app(), "/attrib/statements", query)).status == 200
    end(datasette)


@pytest.mark.parametrize("path", ["/-/versions", "/-/versions.json", "/-/plugins.json", "/-/settings", "/-/config"])
async def test_versions_and_plugins_are_not_told(client: Any, path: str) -> None:
    """Whoever looks for a hole need not be told where; what describes the data is shown."""
    assert (await client.get(path)).status_code == 404
    assert (await client.get("/-/metadata.json")).status_code == 200


async def test_a_mistake_is_one_line_and_a_sentence(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    """Wherever it happens: no trace in the log, no page without our headers."""

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        secret = "line 1\nline 2"
        raise RuntimeError(secret)

    with caplog.at_level(logging.ERROR):
        answer = await ask(protected(broken, state=""), "/a/b\nc")
    assert answer.status == 500
    assert b"written down" in answer.body
    assert b"line" not in answer.body
    assert b"default-src 'none'" in answer.headers[b"content-security-policy"]
    (record,) = caplog.records
    assert "\n" not in record.getMessage()
    assert record.exc_info is None
    assert "RuntimeError at test_protection.py:" in record.getMessage()


async def test_who_does_not_take_an_answer_loses_it(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """So that nobody keeps a place by reading slowly."""
    monkeypatch.setattr("attrib.site.protection.PATIENCE_WITH_READERS", 0.01)
    sent: list[Any] = []

    async def never(message: Any) -> None:
        sent.append(message)
        if message["type"] == "http.response.body":
            await asyncio.sleep(60)

    scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b"_stream=1"}
    stays = asyncio.Event()
    await asyncio.wait_for(protected(Slow(), state="")(scope, stays.wait, never), 10)
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert "TimeoutError" in caplog.text


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/", b""),
        ("/attrib/statements", b"status=claimed"),
        ("/attrib/statements.json", b""),
        ("/article/doc-a", b""),
        ("/attrib.db", b""),
    ],
)
async def test_head_is_get_without_a_body(dist: Path, ask: Ask, path: str, query: bytes) -> None:
    """Same status, same headers."""
    datasette = site(dist)
    app = datasette.app()
    head, get = await ask(app, path, query, method="HEAD"), await ask(app, path, query)
    assert head.status == get.status == 200
    assert head.body == b""
    assert get.body
    for name in (b"content-type", b"etag", b"cache-control"):
        assert head.headers[name] == get.headers[name]
    end(datasette)


async def test_head_of_a_whole_table_makes_none(dist: Path, ask: Ask) -> None:
    """Only the headers are wanted."""
    datasette = site(dist)
    answer = await ask(datasette.app(), "/attrib/statements.csv", b"_stream=on", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers[b"content-type"] == b"text/csv; charset=utf-8"
    end(datasette)


async def test_a_table_ends_when_its_reader_has_gone(dist: Path) -> None:
    """Servers take what nobody reads: the table would be made to its end, and keep a place in the queue."""
    ended = asyncio.Event()

    async def endless(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        try:
            while True:
                await asyncio.sleep(0)
                await send({"type": "http.response.body", "body": b"row", "more_body": True})
        finally:
            ended.set()

    has_gone = asyncio.Event()
    messages = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        if (message := next(messages, None)) is not None:
            return message
        await has_gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        """Nobody reads it."""

    scope = {"type": "http", "method": "GET", "path": "/attrib/statements.csv", "query_string": b"_stream=on"}
    whole = protected(endless, state="")({**scope, "headers": [], "client": ("192.0.2.1", 1)}, receive, send)
    table = asyncio.create_task(whole)  # type: ignore[arg-type]
    await asyncio.sleep(0.05)
    assert not ended.is_set()
    has_gone.set()
    await asyncio.wait_for(table, 5)
    assert ended.is_set()
