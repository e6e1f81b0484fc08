"""Citing, saving, watching and judging in a real browser, with keys and on a narrow window."""

import json
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from attrib.publish.published import build
from attrib.site.desk.desk import Desk
from attrib.site.serve import listening_socket, server_config, site
from attrib.store.write import open_database, write_annotation
from tests import articles
from tests.browser.conftest import SCREENSHOTS
from tests.exports import working_database

LARGEST = 60_000
"""Bytes of a page as it travels."""


def looked_at(page: Page, name: str) -> None:
    """axe finds nothing serious, nothing sticks out of a narrow window, and a person can look at it."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for size, (width, height) in {"wide": (1280, 900), "narrow": (390, 844)}.items():
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=SCREENSHOTS / f"{name}-{size}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (name, size)
    found = Axe().run(page).response["violations"]
    assert [
        (each["id"], [node["html"][:200] for node in each["nodes"][:3]])
        for each in found
        if each["impact"] in ("serious", "critical")
    ] == []


def test_a_citation_goes_to_the_clipboard(browser: Browser, address: str) -> None:
    """With its words, in one click."""
    context = browser.new_context(base_url=address, locale="en-GB", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/statement/a-quotation")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Lloyd Austin: „Sie tun dies“" in copied
    assert copied.endswith("/statement/a-quotation")
    page.locator("#cite").scroll_into_view_if_needed()
    looked_at(page, "statement-cited")
    context.close()


def test_searches_are_kept_and_move_as_a_file(page: Page, tmp_path: Path) -> None:
    """In the browser: saved, listed with their feed, written to a file, removed, read again."""
    page.goto("/attrib/statements?status=claimed&_sort_desc=date")
    page.get_by_label("Save this search in your browser as").fill("What is only claimed")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#save output")).to_have_text("Saved")
    page.get_by_role("link", name="Saved searches").click()
    expect(page.get_by_role("link", name="What is only claimed")).to_have_attribute(
        "href", "/attrib/statements?status=claimed&_sort_desc=date"
    )
    expect(page.get_by_role("link", name="Feed")).to_have_attribute(
        "href", "/attrib/statements.atom?status=claimed&_sort_desc=date"
    )
    looked_at(page, "saved")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "searches.json"
    waiting.value.save_as(file)
    page.get_by_role("button", name="Remove").click()
    expect(page.locator("#saved .none")).to_be_visible()
    page.get_by_label("Read a file").set_input_files(file)
    expect(page.get_by_role("link", name="What is only claimed")).to_be_visible()
    for strange in ("//example.org/", "https://example.org/", "javascript:alert(1)", "/\\example.org"):
        file.write_text(json.dumps({"attrib": "searches", "searches": [{"name": "x", "address": strange}]}))
        page.get_by_label("Read a file").set_input_files(file)
        expect(page.locator("#saved-told")).to_have_text("This is no file of saved searches of this site.")
    assert page.locator("#saved li").count() == 1


def test_new_pages_are_small_and_load_nothing_from_elsewhere(page: Page, address: str) -> None:
    """As they travel, with everything that belongs to them from the same host."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/saved", "/changed", "/statement/a-quotation", "/attrib/statements?status=claimed"):
        response = page.goto(path)
        assert response is not None
        assert response.request.sizes()["responseBodySize"] <= LARGEST, path
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_what_changed(browser: Browser, tmp_path: Path) -> None:
    """A page with the new statements and articles."""
    path, out = tmp_path / "w.db", tmp_path / "dist"
    first, *others = articles.all_articles()
    with closing(open_database(path, create=True)) as db:
        write_annotation(db, first)
    build(path, out, downloads=False)
    with closing(open_database(path)) as db:
        for other in others:
            write_annotation(db, other)
    build(path, out, downloads=False, previous=out)
    with running(site(out).app()) as address:
        page = browser.new_page(base_url=address)
        page.goto("/changed")
        expect(page.locator("h1")).to_have_text("What changed since the build before")
        looked_at(page, "changed")
        page.close()


class running:  # noqa: N801
    """Serves an app while the block runs."""

    def __init__(self, app: object, port: int = 0) -> None:
        self._server = uvicorn.Server(server_config(app))
        self._socket = listening_socket("127.0.0.1", port)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        while not self._server.started:
            self._thread.join(0.05)
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[str, Desk, Path]]:
    """A desk that is running."""
    database = working_database(tmp_path / "w.db", articles.all_articles())
    with closing(listening_socket("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    desk = Desk(database, by="A. Reader", port=port, today=lambda: "2024-11-05")
    with running(desk.app, port) as address:
        yield address, desk, database


def test_the_desk_is_walked_with_keys(browser: Browser, desk: tuple[str, Desk, Path]) -> None:
    """Right, none, another source: a key each; nothing happens while somebody types."""
    address, known, database = desk
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/enter?token={known.guard.token}")
    expect(page.locator("h1")).to_have_text("Is this right?")
    looked_at(page, "desk")
    for key in ("r", "x", "n"):
        before = page.url
        page.keyboard.press(key)
        page.wait_for_url(lambda url, before=before: url != before)
    page.keyboard.press("s")
    page.keyboard.type("nis, rx")
    expect(page.locator("#sources")).to_have_value("nis, rx")
    page.locator("#sources").fill("pentagon")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.wait_for_load_state()
    page.get_by_role("link", name="Agreement").click()
    expect(page.locator("h1")).to_have_text("How often what was looked at was right")
    looked_at(page, "desk-agreement")
    assert complaints == []
    context.close()
    with closing(open_database(database)) as db:
        fields = [row[0] for row in db.execute("SELECT field FROM judgements ORDER BY pk").fetchall()]
    assert fields[:5] == ["exists", "spans", "type", "sources", "exists"]
    assert "sources" in fields[5:]
