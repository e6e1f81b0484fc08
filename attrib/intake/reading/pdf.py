"""PDF: the text layer, through pypdf (https://pypdf.readthedocs.io). Scanned pages have none.

Its lines are the text of the document: offsets count their characters. That they are paragraphs, and words parted at
their ends are words, is seen when the text is read (`attrib.text.wrapping`).
"""

import io
import logging
from collections.abc import Iterator
from typing import Any

from attrib.errors import InputError
from attrib.intake.reading.fields import known_of
from attrib.intake.reading.found import Article, Blob, Found, printable
from attrib.intake.reading.table import missing_extra
from attrib.intake.reading.text import MAX_BYTES, checked
from attrib.intake.reading.whole import content_of

MAX_PDF = 50_000_000
"""Bytes; pictures weigh more than text."""


def read_pdf(blob: Blob) -> Iterator[Found]:
    """The text of all pages, a blank line between two; title and author as the file names them."""
    try:
        import pypdf
    except ImportError as error:
        raise missing_extra(blob, extra="pdf", library="pypdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # what it reports is in the errors below
    content = content_of(blob, limit=MAX_PDF)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        text, fields = "\n\n".join(_pages(reader)), _fields(reader)
    except Exception as error:  # pypdf raises whatever a damaged file provokes; it belongs to this file alone
        reason = printable(f"{type(error).__name__}: {error}")
        raise InputError(
            f"{blob.place}: the PDF cannot be read ({reason}). Save its text as .txt.", kind="malformed"
        ) from error
    if not text.strip():
        raise InputError(
            f"{blob.place}: the PDF has no text layer; it may be scanned. Recognise its text first.", kind="no_text"
        )
    known, notes = known_of(fields, blob._replace(columns={}), where="the PDF")
    yield Found(blob.place, blob.name, Article(checked(text, name=blob.place), known, notes))


def _pages(reader: Any) -> Iterator[str]:
    """The pages that have text, until there is more of it than may be."""
    length = 0
    for page in reader.pages:
        text = page.extract_text().strip()
        length += len(text)
        if text:
            yield text
        if length > MAX_BYTES:
            return


def _fields(reader: Any) -> dict[str, object]:
    found = reader.metadata or {}
    return {
        name: str(found[key]).strip() for name, key in (("title", "/Title"), ("author", "/Author")) if found.get(key)
    }
