"""What investigators come for, each from the first page in at most four actions."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SCREENSHOTS

MOST_ACTIONS = 4


class Reader:
    """Somebody who clicks and types; each counts as one action."""

    def __init__(self, page: Page, task: str) -> None:
        self.page, self.task, self.actions = page, task, 0
        page.goto("/")

    def clicks(self, place: Locator) -> None:
        """One action."""
        place.click()
        self.actions += 1

    def types(self, place: Locator, words: str) -> None:
        """Words and the enter key, as one action."""
        place.fill(words)
        place.press("Enter")
        self.actions += 1

    def link(self, name: str | re.Pattern[str]) -> Locator:
        """The first link of that name in the page's content."""
        return self.page.locator("main").get_by_role("link", name=name).first

    def is_done(self) -> None:
        """Within the number of actions, and what it looked like is kept."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=Path(SCREENSHOTS) / f"task-{self.task}.png")
        assert self.actions <= MOST_ACTIONS


@pytest.fixture
def reader(page: Page, request: Any) -> Reader:
    """A reader on the first page."""
    return Reader(page, request.node.name.removeprefix("test_"))


def test_numbers_of_a_party_and_who_disputes_them(reader: Reader) -> None:
    """Its statements with their figures, each with who denies it."""
    reader.types(reader.page.get_by_role("searchbox"), "ukrainische Beamte Kursk")
    row = reader.page.locator("table.statements tbody tr", has_text="11.000 Soldaten")
    expect(row).to_contain_text("Disputed by Dmitri Peskow")
    reader.clicks(row.get_by_role("link", name=re.compile("why?")))
    expect(reader.page.locator("main")).to_contain_text("11,000")
    expect(reader.page.locator("main")).to_contain_text("wies das zurück")
    reader.is_done()


def test_unnamed_sources_with_their_articles(reader: Reader) -> None:
    """Sources, not statements, and where each stands."""
    reader.clicks(reader.link("Which unnamed sources, in which articles?"))
    table = reader.page.locator("table.compact")
    expect(table).to_contain_text("ukrainische Beamte")
    expect(table.locator("thead")).to_contain_text("Article")
    reader.is_done()


def test_what_rests_on_one_origin(reader: Reader) -> None:
    """Single statements included."""
    reader.clicks(reader.link("What does only one origin say?"))
    rows = reader.page.locator("table.statements tbody tr")
    expect(rows.first).to_be_visible()
    expect(reader.page.locator("table.statements")).not_to_contain_text("1.500 Soldaten")
    reader.is_done()


def test_all_disputes_as_one_file(reader: Reader) -> None:
    """With who disputes each, when it was said, and its address."""
    reader.clicks(reader.link("What is disputed, and by whom?"))
    with reader.page.expect_download() as download:
        reader.clicks(reader.page.locator(".take").get_by_role("link", name="CSV", exact=True))
    rows = list(csv.DictReader(Path(download.value.path()).read_text("utf-8-sig").splitlines()))
    assert rows
    assert {row["status"] for row in rows} <= {"disputed", "contested"}
    assert all(row["disputed_by"] and row["permalink"] for row in rows)
    assert {"said_on", "document_published", "document_url"} <= set(rows[0])
    reader.is_done()


def test_a_citation_in_the_clipboard(reader: Reader) -> None:
    """The words, who says them, where, and the address that lasts."""
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.clicks(reader.link(re.compile("^Why")))
    reader.clicks(reader.page.get_by_role("button", name="Copy").first)
    expect(reader.page.get_by_role("button", name="Copied")).to_be_visible()
    cited = reader.page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"/statement/[\w-]+", cited)
    reader.is_done()


def test_who_confirms_whom_with_the_words(reader: Reader) -> None:
    """From the question to the two parties, and the words of the stand."""
    reader.clicks(reader.link("Who confirms whom?"))
    expect(reader.page.locator("table.compact")).to_contain_text("National Intelligence Service")
    reader.clicks(reader.page.locator("table.compact tbody tr", has_text="Dmitri Peskow").get_by_role("link").first)
    expect(reader.page.locator("main")).to_contain_text("wies das zurück")
    reader.is_done()


def test_articles_by_any_spelling_of_a_name(reader: Reader) -> None:
    """By an English name that no article has."""
    reader.clicks(reader.page.locator("header").get_by_role("link", name="Articles"))
    reader.types(reader.page.get_by_role("searchbox"), "National Intelligence Service")
    expect(reader.page.locator("table.compact tbody tr")).to_have_count(1)
    expect(reader.page.locator("table.compact")).to_contain_text("Geheimdienst sieht Soldaten in Russland")
    reader.is_done()


def test_own_sql_from_an_example(reader: Reader) -> None:
    """An example, changed and run."""
    reader.clicks(reader.page.get_by_role("link", name="Questions in SQL"))
    reader.clicks(reader.link("How do the statements stand?"))
    editor = reader.page.locator("#sql-editor")
    editor.fill(editor.input_value().replace("GROUP BY status", "WHERE status = 'claimed' GROUP BY status"))
    editor.press("Control+Enter")
    reader.actions += 1
    expect(reader.page.locator("table.rows-and-columns tbody tr")).to_have_count(1)
    expect(reader.page.locator("table.rows-and-columns")).to_contain_text("Claimed")
    reader.is_done()


def test_two_sources_side_by_side(reader: Reader) -> None:
    """By their names, from the first page."""
    reader.clicks(reader.page.locator("header").get_by_role("link", name="Compare"))
    reader.page.get_by_label("One source").fill("National Intelligence Service")
    reader.actions += 1
    reader.types(reader.page.get_by_label("The other"), "ukrainische Beamte")
    expect(reader.page.get_by_role("heading", name="On the same claim")).to_be_visible()
    expect(reader.page.locator(".shared")).to_contain_text("11,000")
    reader.is_done()


def test_a_picture_leads_to_its_statements(reader: Reader) -> None:
    """From an arrow of the network to the rows, and the words in them."""
    reader.clicks(reader.page.locator("header").get_by_role("link", name="Pictures"))
    arrow = reader.page.locator('.if-wide a[aria-label*="Denies"]').first
    arrow.focus()
    arrow.press("Enter")
    reader.actions += 1
    expect(reader.page.locator(".chosen")).to_contain_text("stand: Denies")
    expect(reader.page.locator("table.statements tbody tr").first).to_be_visible()
    reader.is_done()
