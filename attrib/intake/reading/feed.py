"""Feeds (RSS 0.9 to 2.0, Atom): every entry with a text is an article.

An entry's whole content goes before its summary; where there is only a summary, the reader is told. What is in HTML is
read as what it shows (`markup`), and nothing of it is looked for elsewhere.
"""

import html
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from attrib.errors import InputError
from attrib.intake.documents_yml import DocumentMetadata
from attrib.intake.reading.declared import decode_declared
from attrib.intake.reading.fields import known_of
from attrib.intake.reading.found import Article, Blob, Found, Note
from attrib.intake.reading.markup import is_markup, text_of, text_of_element
from attrib.intake.reading.text import checked, encoding_notes
from attrib.intake.reading.whole import content_of
from attrib.intake.reading.xml import children, local_name, parse_xml, text_in

MAX_FEED: Final = 20_000_000
"""Bytes; a feed is held in memory as a whole."""
_NAMESPACES: Final = (
    "",
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2",
    "http://purl.org/rss/1.0/modules/content/",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
)
"""Whose elements say something of the entry: a `title` of another namespace is that of a picture."""
_PREFIXES: Final = frozenset({"atom", "content", "dc", "dcterms"})
"""The same where a feed does not say what its prefixes stand for."""
_ROOTS: Final = frozenset({"rss", "feed", "rdf"})
_FULL, _SHORT = ("encoded", "content"), ("description", "summary")
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title",),
    "author": ("creator", "author"),
    "published": ("pubDate", "published", "issued", "date", "created"),
    "updated": ("updated", "modified"),
}
"""What we call a field, and what feeds do, the best first."""


class _Content(NamedTuple):
    text: str
    is_summary: bool


class Entry(NamedTuple):
    """An entry of a feed."""

    url: str | None
    """The address of the article."""
    known: DocumentMetadata
    """What the feed says of it."""
    found: Found
    """The article as the feed has it, or why there is none."""


def read_feed(blob: Blob) -> Iterator[Found]:
    """One article for each entry; InputError if the file is no feed."""
    return (entry.found for entry in read_entries(blob))


def read_entries(blob: Blob) -> Iterator[Entry]:
    """Every entry, whether it has a text or not; InputError if the file is no feed."""
    content, encoding = decode_declared(content_of(blob, limit=MAX_FEED), name=blob.place, stated=blob.charset)
    root = parse_xml(content, name=blob.place)
    if local_name(root).lower() not in _ROOTS:
        raise InputError(
            f"{blob.place}: is no feed but an XML file that begins with <{local_name(root)}>. RSS and Atom are read.",
            seen=local_name(root),
            allowed=sorted(_ROOTS),
            kind="no_text",
        )
    notes = encoding_notes(encoding, name=blob.place)
    elements = (element for element in root.iter() if local_name(element) in {"item", "entry"})
    for number, element in enumerate(elements, start=1):
        place, name, url = f"{blob.place}:{number}", f"{blob.name}:{number}", _link(element)
        known, more = _known(element, blob, url=url, outlet=_outlet(root), place=place)
        try:
            article = _article(element, known, place=place)
        except InputError as error:
            yield Entry(url, known, Found(place, name, problem=error))
        else:
            article = article._replace(notes=(*notes, *more, *article.notes))
            yield Entry(url, known, Found(place, name, article))


def _known(
    entry: Any, blob: Blob, *, url: str | None, outlet: str | None, place: str
) -> tuple[DocumentMetadata, tuple[Note, ...]]:
    fields = {name: _field(entry, *names) for name, names in _FIELDS.items()}
    fields |= {"url": url, "publisher": host_of(url) or outlet}
    given = {name: value for name, value in fields.items() if value}
    return known_of(given, blob._replace(columns={}), where="the feed", place=place)


def _article(entry: Any, known: DocumentMetadata, *, place: str) -> Article:
    content = _content(entry)
    if content is None:
        raise InputError(f"{place}: the entry has neither content nor a summary.", kind="no_text")
    told = f"{place}: the feed has only a summary of this article, which may end anywhere. Read the page itself."
    short = (Note("excerpt", told),) if content.is_summary else ()
    return Article(checked(content.text, name=place), known, short)


def _content(entry: Any) -> _Content | None:
    """The content, or the summary if there is none; the longest where there are several."""
    for names, is_summary in ((_FULL, False), (_SHORT, True)):
        texts = [text for element in _elements(entry, *names) if (text := _shown(element)).strip()]
        if texts:
            return _Content(max(texts, key=len), is_summary)
    return None


def _shown(element: Any) -> str:
    """What an element shows: elements in it are XHTML, a text with tags is HTML."""
    if len(element):
        return text_of_element(element)
    text = text_in(element)
    return text_of(text) if is_markup(text) else html.unescape(text).strip()


def _field(entry: Any, *names: str) -> str | None:
    """The first of these fields that says something, on one line; of a person the name."""
    for name in names:
        for element in _elements(entry, name):
            person = next(children(element, "name"), element)
            shown = " ".join(_shown(person).split())
            if shown:
                return shown
    return None


def _elements(entry: Any, *names: str) -> Iterator[Any]:
    return (child for child in children(entry, *names) if _says_something(child.tag))


def _says_something(tag: str) -> bool:
    namespace, _, name = tag.rpartition("}")
    prefix, _, _ = name.rpartition(":")
    return namespace.removeprefix("{") in _NAMESPACES and (not prefix or prefix in _PREFIXES)


def _link(entry: Any) -> str | None:
    """The address of the article: not those of comments, of the feed or of a sound."""
    links = list(_elements(entry, "link"))
    for element in links:
        address = (element.get("href") or text_in(element)).strip()
        if address and element.get("rel", "alternate") == "alternate":
            return address
    guid = next(iter(_elements(entry, "guid", "id")), None)
    address = "" if guid is None or guid.get("isPermaLink") == "false" else text_in(guid).strip()
    return address if address.startswith(("https://", "http://")) else None


def _outlet(root: Any) -> str | None:
    """The title of the feed."""
    channel = next(children(root, "channel"), root)
    return _field(channel, "title")


def host_of(url: str | None) -> str | None:
    """The outlet by its address, as it is told of a page; None if the address does not tell."""
    # Of courlan, which on its own would warn of what trafilatura does without.
    from trafilatura.metadata import extract_domain  # type: ignore[attr-defined]

    try:
        return extract_domain(url, fast=True) if url and urlsplit(url).hostname else None
    except ValueError:
        return None
