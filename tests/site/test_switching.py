"""A site that is asked all the time while its folder is replaced: no error, and no answer out of two builds."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from attrib.errors import DatabaseError
from attrib.publish.builds import replace_build
from attrib.site.serve import published_folder, site
from attrib.site.switching import Switching
from attrib.store.write import open_database, write_annotation
from tests import articles
from tests.annotator import GERMAN, annotation
from tests.site.conftest import Answer

Ask = Callable[..., Awaitable[Answer]]
READERS = 4
BUILDS = 4
PAGES = ("/", "/attrib/documents", "/attrib/documents.json", "/attrib/statements")
"""Those of tables are asked for in many lengths, so that not all answers come from memory."""


def write(folder: Path, number: int) -> None:
    """A working database with one more article, that names the build in whatever readers see of it."""
    db = open_database(folder / "w.db", create=True)
    own = {"id": f"d{number}", "text": f"{GERMAN} {number}", "name": f"{number}.txt"}
    found = annotation(articles.article_a().document.model_copy(update=own))
    write_annotation(db, found.model_copy(update={"sources": (articles.NIS,)}))
    for table, column in (("documents", "title"), ("statements", "exact")):
        db.execute(f"UPDATE {table} SET {column} = ?", [f"Ausgabe {number}."])
    db.conn.commit()
    db.close()


def publish(folder: Path, number: int) -> None:
    """The next build, with as many articles as its number says."""
    write(folder, number)
    replace_build(folder / "w.db", folder / "dist", downloads=False)


@asynccontextmanager
async def running(app: Switching) -> AsyncIterator[None]:
    """The app from the start of a server to its end."""
    told: asyncio.Queue[dict[str, str]] = asyncio.Queue()
    answers: asyncio.Queue[Any] = asyncio.Queue()
    task = asyncio.create_task(app({"type": "lifespan"}, told.get, answers.put))
    await told.put({"type": "lifespan.startup"})
    await answers.get()
    try:
        yield
    finally:
        await told.put({"type": "lifespan.shutdown"})
        await task


def builds_in(answer: Answer) -> set[str]:
    """The builds that an answer speaks of."""
    return set(re.findall(r"Ausgabe (\d+)\.", answer.body.decode()))


async def test_no_reader_notices(tmp_path: Path, ask: Ask) -> None:
    """Requests go on while the folder is replaced again and again; what a reader sees never goes back either."""
    publish(tmp_path, 1)
    ended, seen = asyncio.Event(), set[str]()

    async def read(app: Switching, first: int) -> None:
        newest = 0
        for number in range(10**6):
            if ended.is_set():
                return
            path = PAGES[(first + number) % len(PAGES)]
            answer = await ask(app, path, f"_size={5 + number % 90}".encode())
            assert answer.status == 200, (path, answer)
            found = builds_in(answer)
            assert len(found) <= 1, (path, found)
            seen.update(found)
            assert all(int(build) >= newest for build in found)
            newest = max([newest, *map(int, found)])

    told: list[str] = []
    app = Switching(published_folder(tmp_path / "dist"), site, tell=told.append, every=0.05)
    async with running(app):
        readers = [asyncio.create_task(read(app, number)) for number in range(READERS)]
        for number in range(1, BUILDS + 1):
            if number > 1:
                await asyncio.to_thread(publish, tmp_path, number)
            async with asyncio.timeout(60):
                while str(number) not in seen:
                    await asyncio.sleep(0.05)
                    assert not any(reader.done() for reader in readers), [reader.result() for reader in readers]
        ended.set()
        await asyncio.gather(*readers)
    assert told == []


async def test_a_build_that_cannot_be_shown_is_told(tmp_path: Path, ask: Ask) -> None:
    """Once, and the site goes on with the one before; the next one is shown again."""
    publish(tmp_path, 1)

    def make(folder: Path) -> Any:
        if folder.name == "000002":
            raise DatabaseError("It has another schema.", seen=folder)
        return site(folder)

    told: list[str] = []
    app = Switching(tmp_path / "dist", make, tell=told.append, every=60)
    async with running(app):
        publish(tmp_path, 2)
        await app.look()
        await app.look()
        assert told == ["The new build is not shown: It has another schema. The site goes on with the one before."]
        assert builds_in(await ask(app, "/attrib/documents.json", b"_shape=array")) == {"1"}
        publish(tmp_path, 3)
        await app.look()
        assert builds_in(await ask(app, "/attrib/documents.json", b"_shape=array")) == {"3"}


async def test_a_download_goes_on_from_the_build_with_which_it_began(tmp_path: Path, ask: Ask) -> None:
    """The old site lets go of its files when its last answer is out."""
    publish(tmp_path, 1)
    app = Switching(tmp_path / "dist", partial(site), tell=pytest.fail, every=60)
    async with running(app):
        before = (tmp_path / "dist" / "attrib.db").read_bytes()
        goes_on = asyncio.Event()

        async def slow(message: Any) -> None:
            await goes_on.wait()
            sent.append(message.get("body", b""))

        sent: list[bytes] = []
        old = app.site
        download = asyncio.create_task(_download(app, slow))
        await asyncio.sleep(0.2)
        publish(tmp_path, 2)
        await app.look()
        assert app.site is not old
        assert builds_in(await ask(app, "/attrib/documents.json", b"_shape=array")) == {"2"}
        goes_on.set()
        await download
        assert b"".join(sent) == before


async def _download(app: Switching, send: Callable[[Any], Awaitable[None]]) -> None:
    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "scheme": "http",
        "method": "GET",
        "path": "/attrib.db",
        "raw_path": b"/attrib.db",
        "query_string": b"",
        "client": ("192.0.2.1", 50000),
        "server": ("127.0.0.1", 8001),
        "headers": [(b"host", b"localhost")],
    }
    await app(scope, receive, send)
