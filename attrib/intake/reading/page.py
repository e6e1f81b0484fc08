"""Web pages that were saved as files: main text, title, date, author and outlet, as trafilatura finds them.

trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15) leaves out navigation, advertisements, comments
and scripts. What it extracts is the text of the document: offsets count its characters, not those of the file.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from attrib.errors import InputError
from attrib.intake.reading.fields import known_of
from attrib.intake.reading.found import Article, Blob, Found
from attrib.intake.reading.text import MARKS, checked, decode, encoding_notes
from attrib.intake.reading.whole import content_of

MAX_PAGE = 10_000_000
"""Bytes; the mark-up of a page weighs more than its text."""
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE
)
_STATED_DATES = {"extensive_search": False, "original_date": True}
"""Dates that the page states in its head or marks as such; not any year of its text or of a copyright notice."""
_OTHER_ARTICLES = "/*[.//article//h1]//article[not(.//h1)][not(ancestor::article)]"
"""Where the headline of the page stands in an article, the other ones are teasers and comments."""
_OF_PAGES = re.compile(r"windows-?\d+|cp\d+|iso-?8859-\d+|latin-?\d+|macintosh|koi8-[ru]|big5|gb\w+|euc-\w+|shift_jis")


def read_page(blob: Blob) -> Iterator[Found]:
    """The article of a page; InputError if no main text is found in it."""
    content = content_of(blob, limit=MAX_PAGE)
    html, encoding = _decoded(content, name=blob.place)
    page = _extracted(html, name=blob.place)
    fields = {
        "title": page.title,
        "author": page.author,
        "url": page.url,
        "publisher": page.hostname or page.sitename,
        "published": page.date,
        "published_basis": "The date that the page gives of itself." if page.date else None,
    }
    known, notes = known_of(fields, blob._replace(columns={}), where="the page")
    article = Article(checked(page.text, name=blob.place), known, (*encoding_notes(encoding, name=blob.place), *notes))
    yield Found(blob.place, blob.name, article)


def _decoded(content: bytes, *, name: str) -> tuple[str, str]:
    """The page as text: UTF-8 if it is that, then the encoding that it declares if that fits, then as any text.

    UTF-8 goes first because many a program saves a page as UTF-8 and leaves in it what the server had declared.
    """
    declared = _DECLARED.search(content[:4096])
    if declared is None or content.startswith(MARKS) or _is_utf8(content):
        return decode(content, name=name)
    encoding = declared.group(1).decode("ascii").lower()
    # Browsers read both names of Latin-1 as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
    encoding = "windows-1252" if encoding in {"iso-8859-1", "latin1", "latin-1", "us-ascii"} else encoding
    # Of what Python decodes, only what pages are written in: `punycode` takes hours for a page.
    if _OF_PAGES.fullmatch(encoding):
        with suppress(UnicodeDecodeError, LookupError):  # pages are often wrong about themselves
            return content.decode(encoding), "utf-8"  # what is declared needs no note
    return decode(content, name=name)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _extracted(html: str, *, name: str) -> Any:
    from trafilatura import bare_extraction

    # What they report about a page is in the error below; they would write it to stderr as well.
    for logger in ("trafilatura", "htmldate"):
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    try:
        page: Any = bare_extraction(
            html,
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
