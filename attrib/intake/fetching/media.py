"""In which format a page is: as the server says and as it begins, else as its address ends."""

import re
from collections.abc import Mapping
from typing import Final

from attrib.errors import InputError
from attrib.intake.fetching.visit import Page
from attrib.intake.reading.formats import FORMATS, kind_of
from attrib.intake.reading.found import printable

_KINDS: Final[Mapping[str, str]] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/markdown": "md",
    "text/csv": "csv",
    "text/tab-separated-values": "csv",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/vnd.apache.parquet": "parquet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/epub+zip": "epub",
    "application/warc": "warc",
    "application/zip": "zip",
}
_PLAIN: Final = "text/plain"
_SAYS_NOTHING: Final = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-download"})
_FEED: Final = re.compile(rb"\s*(?:<(?:\?.*?\?|!--.*?--|!DOCTYPE[^>]*)>\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_HEAD: Final = 4_096


def format_of(page: Page) -> str:
    """The key of `FORMATS` by which a page is read; InputError if it is of none of them.

    A feed is told by its first element: servers call feeds XML, text or HTML.
    """
    if _FEED.match(page.content[:_HEAD].removeprefix(b"\xef\xbb\xbf")):
        return "feed"
    kind = _KINDS.get(page.media_type)
    if page.media_type in _SAYS_NOTHING or page.media_type == _PLAIN:
        kind = "pdf" if page.content.startswith(b"%PDF-") else kind_of(page.url.path or "") or _usual(page)
    if kind is None:
        raise InputError(
            f"{printable(page.url.url)}: is {page.media_type}, which is not read. Read are web pages, feeds, PDF "
            f"and the other formats of files ({', '.join(FORMATS)}).",
            seen=page.media_type,
            allowed=tuple(FORMATS),
            kind="media_type",
        )
    return kind


def _usual(page: Page) -> str:
    return "txt" if page.media_type == _PLAIN else "html"
