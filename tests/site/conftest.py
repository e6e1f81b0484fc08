"""A published folder and a client of its site, for all tests of the site."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import pytest_asyncio

from attrib.publish.published import build
from attrib.site.serve import site
from attrib.store.write import open_database, write_annotation
from tests import articles


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published folder with articles of every rights."""
    folder = tmp_path_factory.mktemp("site")
    db = open_database(folder / "w.db", create=True)
    article = articles.article_c()
    earlier = article.statements[0].model_copy(update={"id": "c-earlier"})
    write_annotation(db, article.model_copy(update={"statements": (earlier,)}))
    for annotation in (
        *articles.all_articles(),
        articles.article_c("context"),
        articles.article_c("none"),
    ):
        write_annotation(db, annotation)
    db.close()
    return build(folder / "w.db", folder / "dist").database.parent


@pytest_asyncio.fixture
async def client(dist: Path) -> AsyncIterator[Any]:
    """A client of the site."""
    datasette = site(dist)
    yield datasette.client
    end(datasette)


def end(datasette: Any) -> None:
    """Close the connections and threads of a site."""
    for database in datasette.databases.values():
        database.close()
    datasette.executor.shutdown()


class Answer(NamedTuple):
    """What an ASGI app sent."""

    status: int
    headers: dict[bytes, bytes]
    pieces: list[bytes]

    @property
    def body(self) -> bytes:
        """The whole body."""
        return b"".join(self.pieces)


@pytest.fixture
def ask() -> Callable[..., Awaitable[Answer]]:
    """Ask an ASGI app as a server would, headers and path as they came over the network."""

    async def asked(
        app: Any,
        path: str,
        query: bytes = b"",
        *,
        method: str = "GET",
        client: str = "192.0.2.1",
        headers: dict[bytes, bytes] | None = None,
    ) -> Answer:
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "scheme": "http",
            "method": method,
            "path": path,
            "raw_path": path.encode(),
            "query_string": query,
            "client": (client, 50000),
            "server": ("127.0.0.1", 8001),
            "headers": [*({b"host": b"localhost"} | (headers or {})).items()],
        }
        await app(scope, receive, send)
        return Answer(sent[0]["status"], dict(sent[0]["headers"]), [each.get("body", b"") for each in sent[1:]])

    return asked
