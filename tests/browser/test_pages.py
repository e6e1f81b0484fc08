"""Every kind of page in a real browser: nothing breaks under the content security policy, and it can be used."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import SCREENSHOTS

PAGES = {
    "home": "/",
    "article": "/article/doc-a",
    "article-context": "/article/doc-c-context",
    "article-hostile": "/article/doc-hostile",
    "statement": "/statement/a-claim",
    "statement-hostile": "/statement/hostile-claim",
    "source": "/source/nis",
    "source-hostile": "/source/hostile",
    "claim": "/claim/claim-1",
    "pictures": "/pictures",
    "countries": "/countries",
    "calendar": "/calendar",
    "compare": "/compare?a=nis&b=ua-beamte-b",
    "compare-empty": "/compare",
    "codebook": "/codebook",
    "questions": "/questions",
    "sql-mistake": "/attrib?sql=selec+1",
    "article-searched": "/article/doc-a?_search=Soldaten",
    "quality": "/quality",
    "statements": "/attrib/statements",
    "statements-filtered": "/attrib/statements?status=claimed&_search=Austin&_from=2024",
    "downloads": "/downloads",
    "disputed": "/attrib/disputed",
    "stands": "/attrib/who_confirms_whom",
    "records": "/attrib/track_record",
    "sources": "/attrib/by_source",
    "claims": "/attrib/claims",
    "spans": "/attrib/spans",
    "row": "/attrib/statuses/claimed",
    "tables": "/attrib",
    "sql": "/attrib?sql=select+status,+count(*)+from+statements+group+by+status",
    "missing": "/statement/nothing",
}
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}


def visit(page: Page, path: str) -> None:
    """Open a page; a page that is not there complains in the console by design."""
    response = page.goto(path)
    assert response is not None
    expected = 404 if path.endswith("/nothing") else 400 if "selec+1" in path else 200
    assert response.status == expected, path


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("missing", "sql-mistake")])
def test_page_is_whole_and_accessible(page: Page, name: str, language: str) -> None:
    """No script or style is refused, axe finds no serious fault, and nothing sticks out of a narrow window."""
    path = PAGES[name]
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        visit(page, f"{path}{'&' if '?' in path else '?'}_lang={language}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}-{language}-{size}.png", full_page="hostile" not in name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, size
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert faults(page) == [], (size, scheme)
        page.emulate_media(color_scheme="light")


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds serious on the page as it is shown."""
    return [
        (violation["id"], [node["html"][:200] for node in violation["nodes"][:3]])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
    ]


def test_pages_are_light_and_ask_nobody_else(page: Page) -> None:
    """At most 60 KB of each page as it comes over the network, and no request to another host."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in [path for name, path in PAGES.items() if name not in ("missing", "sql-mistake")]:
        with page.expect_response(lambda response: response.request.is_navigation_request()) as answered:
            visit(page, path)
        assert answered.value.request.sizes()["responseBodySize"] <= 60_000, path
    host = page.evaluate("location.origin")
    assert [url for url in asked if not url.startswith((host, "data:"))] == []


def test_paper_keeps_together_what_belongs_together(page: Page) -> None:
    """A statement is on one page, a heading with what follows; what only leads on is not printed."""
    page.emulate_media(media="print")
    visit(page, "/attrib/statements?status=claimed")
    row = page.locator("table.statements tbody tr").first
    assert row.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
    expect(page.locator("table.statements a.go").first).to_be_hidden()
    visit(page, "/source/nis")
    heading = page.locator("main h2").first
    assert heading.evaluate("each => getComputedStyle(each).breakAfter") == "avoid"
    expect(page.locator(".on-screen").first).to_be_hidden()


def test_keys_of_every_page(page: Page) -> None:
    """A slash goes to the search, unless something is being written; Ctrl+Enter runs SQL."""
    for path in ("/pictures", "/article/doc-a", "/attrib/statements", "/"):
        visit(page, path)
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.type") == "search", path
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.value") == "/"
    visit(page, "/attrib?sql=select+1")
    page.locator("#sql-editor").fill("select 41 + 1 as answer")
    page.locator("#sql-editor").press("Control+Enter")
    expect(page.locator("table.rows-and-columns")).to_contain_text("42")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_note_never_covers_its_statement(page: Page, width: int) -> None:
    """Wherever the statement stands on the screen."""
    page.set_viewport_size({"width": width, "height": 700})
    visit(page, "/article/doc-a")
    for place in page.locator(".text a[data-statement]").all():
        for share in (0.1, 0.5, 0.85):
            top = place.evaluate("e => e.getBoundingClientRect().top + window.scrollY")
            page.evaluate("top => window.scrollTo(0, top)", top - share * 700)
            place.focus()
            covered = place.evaluate(
                """e => {
                    const note = document.getElementById("popover").getBoundingClientRect();
                    return [...e.getClientRects()].some((line) =>
                        line.bottom > note.top + 1 && line.top < note.bottom - 1 &&
                        line.right > note.left && line.left < note.right);
                }"""
            )
            assert not covered, (share, place.inner_text())
            page.keyboard.press("Escape")


def test_nothing_in_an_article_runs(page: Page) -> None:
    """Markup in texts, names and titles is text; an address that runs is no link."""
    page.add_init_script("window.alert = () => { window.ran = true; }")
    for path in [path for name, path in PAGES.items() if name not in ("missing", "sql-mistake")]:
        visit(page, path)
        assert page.evaluate("window.ran") is None, path
        assert page.locator('a[href^="javascript:"]').count() == 0, path
        assert page.locator("[onclick], [onerror], [onmouseover], main script:not([src]), main style").count() == 0, (
            path
        )


def test_filters_work_without_a_reload(page: Page) -> None:
    """Marks and chips go, the number of statements is told, and the address can be passed on."""
    visit(page, "/article/doc-a")
    page.evaluate("window.stayed = true")
    expect(page.locator("#shown")).to_have_text("7 of 7 statements shown")
    page.locator('#filters input[value="asserted"]').uncheck()
    page.locator('#filters input[value="direct"]').uncheck()
    expect(page.locator("#shown")).to_have_text("3 of 7 statements shown")
    expect(page.locator('.chip[data-statement="3"]')).to_be_hidden()
    assert page.evaluate("window.stayed")
    page.goto(page.url)
    expect(page.locator("#shown")).to_have_text("3 of 7 statements shown")
    page.locator("#source-filter").select_option("nis")
    expect(page.locator("#shown")).to_have_text("1 of 7 statements shown")


def test_a_note_opens_on_hover_and_on_tap(page: Page) -> None:
    """It says who, by which word and rule, and who takes a stand, with links."""
    visit(page, "/article/doc-a")
    popover = page.locator("#popover")
    page.locator('.text a[data-statement="1"]').first.hover()
    expect(popover).to_contain_text("National Intelligence Service")
    expect(popover).to_contain_text("Weder das Pentagon noch die NATO")
    page.mouse.move(5, 5)
    expect(popover).to_be_hidden()
    page.locator('.text a[data-statement="3"]').first.click()
    expect(popover).to_contain_text("Lloyd Austin")
    popover.get_by_role("link", name="All about this statement").click()
    expect(page).to_have_url(re.compile("/statement/a-quotation$"))


def test_keyboard_path(page: Page) -> None:
    """From the top of the page to a statement's note and back with keys alone."""
    visit(page, "/article/doc-a")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("To the content")
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.text a')"):
            break
    expect(page.locator("#popover")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator("#popover .close")).to_be_visible()
    assert page.evaluate("document.getElementById('popover').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(page.locator("#popover")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('.text a')")


def test_search_finds_other_spellings_and_names(page: Page) -> None:
    """From the home page to the rows: an English name of a source finds what it said."""
    visit(page, "/")
    page.get_by_role("searchbox").fill("National Intelligence Service")
    page.keyboard.press("Enter")
    expect(page.locator("table.statements tbody tr")).to_have_count(1)
    expect(page.locator("table.statements")).to_contain_text("1.500 Soldaten")


def test_facets_narrow_down_and_back(page: Page) -> None:
    """A value of a facet filters, its cross takes the filter away."""
    visit(page, "/attrib/statements")
    page.locator('[data-column="status"]').get_by_role("link", name="Contested").click()
    expect(page.locator("table.statements tbody tr")).to_have_count(1)
    page.locator(".chosen").get_by_role("link", name="Remove the filter Status: Contested").click()
    expect(page.locator("h2.count")).to_contain_text("rows")
    assert page.locator("table.statements tbody tr").count() > 2


def test_the_reader_chooses_the_language(page: Page) -> None:
    """The choice goes along with every link, without a cookie."""
    visit(page, "/")
    page.get_by_role("link", name="Deutsch").click()
    expect(page.locator("h1")).to_have_text("Wer sagt es, und bestreitet es jemand?")
    page.get_by_role("link", name="Wie gut ist das?").first.click()
    expect(page.locator("h1")).to_have_text("Wie gut ist das?")
    assert page.context.cookies() == []


def test_links_of_statements_end_at_their_place(page: Page) -> None:
    """A statement's link to its article scrolls to its paragraph."""
    visit(page, "/statement/a-worry")
    page.get_by_role("link", name="Geheimdienst sieht Soldaten in Russland").last.click()
    expect(page.locator(":target")).to_be_visible()


def test_screenshots_are_kept() -> None:
    """For people to look at."""
    assert {path.suffix for path in Path(SCREENSHOTS).iterdir()} == {".png"}
