"""A site with articles of every kind, and a headless Chromium to read it with.

`make browser` sees to Chromium where it may.
"""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from attrib.publish.published import build
from attrib.site.serve import server_config, site
from attrib.store.link_rows import write_links
from attrib.store.write import open_database, write_annotation
from tests import articles
from tests.browser.chromium import OPTIONS, chromium
from tests.site import hostile_article
from tests.store.test_link_rows import LINKS

_PATIENCE = 60_000
"""Milliseconds: on a busy machine a page is late, not wrong."""
expect.set_options(timeout=_PATIENCE)

SCREENSHOTS = Path(os.environ.get("SCREENSHOTS", "build/screenshots"))


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder."""
    folder = tmp_path_factory.mktemp("browser")
    db = open_database(folder / "w.db", create=True)
    for annotation in (*articles.all_articles(), articles.article_c("context"), hostile_article.article()):
        write_annotation(db, annotation)
    write_links(db, LINKS, "by hand")
    db.close()
    return build(folder / "w.db", folder / "d").database.parent


@pytest.fixture(scope="session")
def served(dist: Path) -> Iterator[Callable[..., str]]:
    """Serves the folder, as the arguments of `site` say, and tells where."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serve(**options: Any) -> str:
        config = server_config(site(dist, **options).app())
        config.port = 0
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        running.append((server, thread))
        while not server.started:
            thread.join(0.05)
        return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def address(served: Callable[..., str]) -> str:
    """Where the site is."""
    return served()


@pytest.fixture
def free_port() -> Callable[[], int]:
    """Finds a port that nobody listens on."""

    def find() -> int:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            return int(taken.getsockname()[1])

    return find


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page; anything its console complains about fails the test."""
    context = browser.new_context(base_url=address, locale="en-GB", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(_PATIENCE)
    opened = context.new_page()
    complaints: list[Any] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []
