"""Make the README's screenshots anew, of a site with the articles in seeds/ that is running:

python tests/browser/screenshots.py http://127.0.0.1:8001
"""

import argparse
import json
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from chromium import OPTIONS, chromium
from playwright.sync_api import Page, sync_playwright

DOCS = Path(__file__).parents[2] / "docs"
NOTE = "SELECT d.id, s.number FROM statements s JOIN documents d ON d.pk = s.document WHERE s.source = 'kyrylo-budanov'"
CLAIM = "SELECT id FROM claims ORDER BY versions DESC, statements DESC LIMIT 1"


def first(address: str, sql: str) -> dict[str, object]:
    """The first row of an answer."""
    with urlopen(f"{address}/attrib.json?{urlencode({'sql': sql, '_shape': 'array'})}", timeout=120) as response:
        row: dict[str, object] = json.load(response)[0]
    return row


def article(page: Page, address: str) -> None:
    """An article with the note of a statement open."""
    found = first(address, NOTE)
    page.goto(f"{address}/article/{found['id']}")
    place = page.locator(f'.text a[data-statement="{found["number"]}"]').first
    page.evaluate("top => window.scrollTo(0, top)", page.evaluate("e => e.offsetTop", place.element_handle()) - 390)
    place.hover()
    page.screenshot(path=DOCS / "article.png")


def claim(page: Page, address: str) -> None:
    """The claim of which there are most versions."""
    page.goto(f"{address}/claim/{first(address, CLAIM)['id']}")
    page.screenshot(path=DOCS / "claim.png")


def pictures(page: Page, address: str) -> None:
    """Who confirms and who denies whom."""
    page.goto(f"{address}/pictures")
    page.evaluate("document.getElementById('stands').scrollIntoView()")
    page.screenshot(path=DOCS / "pictures.png")


def compare(page: Page, address: str) -> None:
    """Two sources side by side, in the dark."""
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}/compare?a=NATO&b=Lloyd+Austin")
    page.screenshot(path=DOCS / "compare.png")


def main() -> None:
    """All of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address", help="where the site runs")
    address = parser.parse_args().address.rstrip("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
        for draw in (article, claim, pictures, compare):
            draw(browser.new_page(viewport={"width": 1180, "height": 860}, locale="en-GB"), address)
        browser.close()


if __name__ == "__main__":
    main()
