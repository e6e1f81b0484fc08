"""A page is made once, and sent compressed."""

import gzip
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from attrib.site.memory import MOST_OF_ONE, Memory
from attrib.site.protection import protected
from attrib.site.serve import site
from tests.site.conftest import Answer, end

Ask = Callable[..., Awaitable[Answer]]
GZIP = {b"accept-encoding": b"gzip, br"}


class Page:
    """An app that counts how often it is asked, and answers with as many letters as it is told."""

    def __init__(self, size: int = 2000, status: int = 200, headers: tuple[tuple[bytes, bytes], ...] = ()) -> None:
        self.asked = 0
        self.size, self.status, self.headers = size, status, headers

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answers in two pieces."""
        self.asked += 1
        headers = [(b"content-type", b"text/html; charset=utf-8"), *self.headers]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        body = scope["path"].encode() + b"a" * self.size
        await send({"type": "http.response.body", "body": body[:1000], "more_body": True})
        await send({"type": "http.response.body", "body": body[1000:]})


async def test_a_page_is_made_once(ask: Ask) -> None:
    """For everybody who reads it in that language, by that host, compressed or not."""
    page = Page()
    app = protected(page, state="")
    first = await ask(app, "/a", b"b=1", headers=GZIP)
    for _ in range(3):
        again = await ask(app, "/a", b"b=1", headers=GZIP)
        assert (again.body, again.headers[b"etag"]) == (first.body, first.headers[b"etag"])
    assert page.asked == 1
    assert first.headers[b"content-encoding"] == b"gzip"
    assert gzip.decompress(first.body) == b"/a" + b"a" * 2000
    assert len(first.body) < 200
    others = [{}, {**GZIP, b"accept-language": b"de"}, {**GZIP, b"host": b"evil.example"}]
    for number, headers in enumerate(others, start=2):
        await ask(app, "/a", b"b=1", headers=headers)
        assert page.asked == number
    await ask(app, "/a", b"b=2", headers=GZIP)
    assert page.asked == 5


async def test_head_and_the_known_are_answered_without_a_page(ask: Ask) -> None:
    """From memory, or from the tag alone; a HEAD keeps nothing."""
    page = Page()
    app = protected(page, state="")
    await ask(app, "/a", method="HEAD")
    first = await ask(app, "/a")
    assert page.asked == 2
    assert (await ask(app, "/a", method="HEAD")).body == b""
    known = await ask(app, "/a", headers={b"if-none-match": first.headers[b"etag"]})
    assert (known.status, known.body, page.asked) == (304, b"", 2)


@pytest.mark.parametrize(
    "page",
    [
        Page(status=404),
        Page(status=500),
        Page(size=MOST_OF_ONE + 1),
        Page(headers=((b"last-modified", b"Tue, 22 Oct 2024 10:00:00 GMT"),)),
    ],
    ids=["missing", "failed", "large", "file"],
)
async def test_what_is_not_kept(ask: Ask, page: Page) -> None:
    """What may be there tomorrow, and what would fill the memory."""
    app = protected(page, state="")
    await ask(app, "/a")
    await ask(app, "/a")
    assert page.asked == 2


async def test_memory_has_an_end(ask: Ask) -> None:
    """What was not asked for the longest goes first."""
    page = Page(size=9_000)
    app = Memory(page, most=35_000)
    for path in ("/a", "/b", "/c", "/a", "/d", "/a"):
        await ask(app, path)
    assert page.asked == 4
    await ask(app, "/b")
    assert page.asked == 5


async def test_pages_and_style_sheets_are_compressed(dist: Path, ask: Ask) -> None:
    """And what is packed already is not."""
    datasette = site(dist)
    app = datasette.app()
    pages = (("/", b""), ("/attrib/statements", b"status=claimed"), ("/attrib/statements.json", b""))
    for path, query in (*pages, ("/assets/attrib.css", b"")):
        answer = await ask(app, path, query, headers=GZIP)
        assert answer.headers[b"content-encoding"] == b"gzip", path
        assert len(gzip.decompress(answer.body)) > 2 * len(answer.body), path
    for path in ("/downloads/documents.jsonl.gz", "/attrib.db"):
        assert b"content-encoding" not in (await ask(app, path, headers=GZIP)).headers
    end(datasette)
