"""EPUB (ISO/IEC 23736): every chapter of the reading order is an article, as in a newspaper's edition.

What leads through the book (contents, cover, imprint) is passed over; nothing is fetched, no script is run.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from attrib.errors import InputError
from attrib.intake.reading.fields import known_of
from attrib.intake.reading.found import Article, Blob, Found, printable
from attrib.intake.reading.markup import text_of_element
from attrib.intake.reading.package import Package, beside, opened
from attrib.intake.reading.text import checked
from attrib.intake.reading.xml import children, local_name, text_in

_CONTAINER: Final = "META-INF/container.xml"
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html"})
_NO_CHAPTERS: Final = frozenset(str.split("toc cover titlepage copyright-page landmarks index colophon halftitlepage"))
"""Kinds of the EPUB Structural Semantics Vocabulary (https://www.w3.org/TR/epub-ssv-11/)."""
_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
_OF_BOOK: Final[Mapping[str, str]] = {"creator": "author", "publisher": "publisher", "date": "published"}
MOST_CHAPTERS: Final = 10_000


class _Book(NamedTuple):
    """What the file says of itself, and its chapters in reading order."""

    fields: dict[str, object]
    chapters: list[str]


def read_epub(blob: Blob) -> Iterator[Found]:
    """The articles of all chapters that have a text; one that cannot be read is named by its part."""
    with opened(blob) as package:
        book = _book(package, blob)
        is_empty = True
        for part in book.chapters:
            for found in _chapter(package, part, book, blob):
                is_empty = False
                yield found
    if is_empty:
        raise InputError(f"{blob.place}: there is no chapter with a text in it.", kind="no_text")


def _book(package: Package, blob: Blob) -> _Book:
    files = [each for each in package.xml(_CONTAINER).iter() if local_name(each) == "rootfile"]
    if not files:
        raise InputError(f"{blob.place}: {_CONTAINER} names no book.", kind="malformed")
    part = beside("", files[0].get("full-path", ""))
    book = package.xml(part)
    items = {item.get("id"): item for item in book.iter() if local_name(item) == "item"}
    spine = (items.get(each.get("idref")) for each in book.iter() if local_name(each) == "itemref")
    chapters = (beside(part, item.get("href", "")) for item in spine if item is not None and _is_chapter(item))
    return _Book(_fields(book), list(dict.fromkeys(chapters))[:MOST_CHAPTERS])


def _is_chapter(item: Any) -> bool:
    return item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split()


def _fields(book: Any) -> dict[str, object]:
    """Authors, publisher and date of the book; its title is not that of a chapter."""
    found: dict[str, list[str]] = {}
    for metadata in children(book, "metadata"):
        for element in children(metadata, *_OF_BOOK):
            value = " ".join(text_in(element).split())
            found.setdefault(_OF_BOOK[local_name(element)], []).extend([value] if value else [])
    return {name: ", ".join(values) if name == "author" else values[0] for name, values in found.items() if values}


def _chapter(package: Package, part: str, book: _Book, blob: Blob) -> Iterator[Found]:
    place, name = (f"{each}/{printable(part)}" for each in (blob.place, blob.name))
    try:
        page = package.xml(part)
        body = next((each for each in page.iter() if local_name(each) == "body"), page)
        text = "" if _leads_through(body) else text_of_element(body)
        if not text:
            return
        fields = {**book.fields, "title": _title(page)}
        known, notes = known_of(fields, blob._replace(columns={}), where="the book", place=place)
        yield Found(place, name, Article(checked(text, name=place), known, notes))
    except InputError as error:
        yield Found(place, name, problem=error)


def _leads_through(body: Any) -> bool:
    """Whether the page, or the only thing on it, says that it is no chapter."""
    first = [body, *list(body)[:1]]
    kinds = {kind for each in first for name, value in each.attrib.items() if _is_kind(name) for kind in value.split()}
    return not kinds.isdisjoint(_NO_CHAPTERS)


def _is_kind(name: str) -> bool:
    return name.endswith(("}type", ":type"))


def _title(page: Any) -> str | None:
    """The first heading, otherwise the title of the page."""
    for names in (_HEADINGS, {"title"}):
        for element in page.iter():
            if local_name(element) in names and (title := " ".join(text_in(element).split())):
                return title
    return None
