"""Web pages that were saved as files: main text, title, date, author and outlet, as trafilatura finds them.

trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15) leaves out navigation, advertisements, comments
and scripts. What it extracts is the text of the document: offsets count its characters, not those of the file.
"""

import logging
from collections.abc import Iterator
from typing import Any

from attrib.errors import InputError
from attrib.intake.reading.declared import decode_declared
from attrib.intake.reading.fields import known_of
from attrib.intake.reading.found import Article, Blob, Found
from attrib.intake.reading.paywall import paywall_notes, stated_access, without_offers
from attrib.intake.reading.quotes import is_quoting, with_marks
from attrib.intake.reading.text import checked, encoding_notes
from attrib.intake.reading.whole import content_of

MAX_PAGE = 10_000_000
"""Bytes; the mark-up of a page weighs more than its text."""
_STATED_DATES = {"extensive_search": False, "original_date": True}
"""Dates that the page states in its head or marks as such; not any year of its text or of a copyright notice."""
_OTHER_ARTICLES = "/*[.//article//h1]//article[not(.//h1)][not(ancestor::article)]"
"""Where the headline of the page stands in an article, the other ones are teasers and comments."""


def read_page(blob: Blob) -> Iterator[Found]:
    """The article of a page; InputError if no main text is found in it."""
    article = article_on(content_of(blob, limit=MAX_PAGE), blob, charset=blob.charset, url=blob.url)
    yield Found(blob.place, blob.name, article)


def article_on(content: bytes, blob: Blob, *, charset: str | None = None, url: str | None = None) -> Article:
    """The article on a page whose bytes these are; InputError if no main text is found on it.

    `blob` says where they were found, `charset` is what the server said of them, `url` the address of the page, which
    is that of the article if the page names no other.
    """
    place = blob.place
    html, encoding = decode_declared(content, name=place, stated=charset)
    page = _extracted(html, name=place, url=url)
    fields = {
        "title": page.title,
        "author": page.author,
        "url": page.url,
        "publisher": page.hostname or page.sitename,
        "published": page.date,
        "published_basis": "The date that the page gives of itself." if page.date else None,
    }
    known, notes = known_of(fields, blob._replace(columns={}), where="the page")
    access = stated_access(html)
    text, offered = without_offers(page.text, access)
    told = (*encoding_notes(encoding, name=place), *notes, *paywall_notes(text, offered, access, name=place))
    return Article(checked(text, name=place), known, told)


def _extracted(html: str, *, name: str, url: str | None) -> Any:
    from trafilatura import bare_extraction, load_html

    # What they report about a page is in the error below; they would write it to stderr as well.
    for logger in ("trafilatura", "htmldate"):
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    try:
        tree = load_html(html) if is_quoting(html) else None
        page: Any = bare_extraction(
            html if tree is None else with_marks(tree),
            url=url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_STATED_DATES,
            prune_xpath=_OTHER_ARTICLES,
        )
    except Exception as error:  # whatever a hostile page provokes in the parsers below
        raise InputError(
            f"{name}: the page could not be read ({type(error).__name__}: {error}). Save its text as .txt.",
            kind="malformed",
        ) from error
    if page is None or not (page.text or "").strip():
        raise InputError(f"{name}: no article was found on the page. Save its text as .txt.", kind="no_text")
    return page
