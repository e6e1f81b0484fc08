"""PDF: the text layer, through PDFium (https://pypdfium2.readthedocs.io). Scanned pages have none.

What is put together from its lines (`printed`) is the text of the document: offsets count its characters.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from attrib.errors import InputError
from attrib.intake.reading.fields import known_of
from attrib.intake.reading.found import Article, Blob, Found, Note, printable
from attrib.intake.reading.printed.columns import reading
from attrib.intake.reading.printed.glyphs import words
from attrib.intake.reading.printed.passages import Passages, passages
from attrib.intake.reading.printed.running import without_running
from attrib.intake.reading.printed.seam import small_words
from attrib.intake.reading.printed.word import Word
from attrib.intake.reading.table import missing_extra
from attrib.intake.reading.text import MAX_BYTES, checked
from attrib.intake.reading.whole import content_of
from attrib.text.loading import load_language

MAX_PDF = 50_000_000
"""Bytes; pictures weigh more than text."""


def read_pdf(blob: Blob) -> Iterator[Found]:
    """The text of all pages, a paragraph a line, a blank line between two; title and author as the file names them."""
    try:
        import pypdfium2
    except ImportError as error:
        raise missing_extra(blob, extra="pdf", library="pypdfium2") from error
    content = content_of(blob, limit=MAX_PDF)
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            found, fields = printed(document, language=blob.language), _fields(document)
    except Exception as error:  # whatever a damaged file provokes belongs to this file alone
        reason = printable(str(error).rstrip(".") or type(error).__name__)
        raise InputError(
            f"{blob.place}: the PDF cannot be read ({reason}). Save its text as .txt.", kind="malformed"
        ) from error
    if not found.texts:
        raise InputError(
            f"{blob.place}: the PDF has no text layer; it may be scanned. Recognise its text first.", kind="no_text"
        )
    known, notes = known_of(fields, blob._replace(columns={}), where="the PDF")
    text = checked("\n\n".join(found.texts), name=blob.place)
    yield Found(blob.place, blob.name, Article(text, known, (*_doubts(found, place=blob.place), *notes)))


def printed(document: Any, *, language: str | None = None) -> Passages:
    """The paragraphs of a PDF (a `PdfDocument`) in a language, in the order in which they are read."""
    pages = without_running(list(_pages(document)))
    small = small_words(word.text for page in pages for word in page)
    coordinators = load_language(language).words.coordinators if language else frozenset[str]()
    return passages([reading(page, small) for page in pages], small, coordinators)


def _pages(document: Any) -> Iterator[tuple[Word, ...]]:
    """The words of the pages, until there is more text than may be."""
    length = 0
    for number in range(len(document)):
        with closing(document[number]) as page:
            found = words(page)
        length += sum(len(word.text) + 1 for word in found)
        yield found
        if length > MAX_BYTES:
            return


def _doubts(found: Passages, *, place: str) -> tuple[Note, ...]:
    if not found.doubtful:
        return ()
    pages = ", ".join(map(str, found.doubtful[:20])) + ("…" if len(found.doubtful) > 20 else "")
    return (
        Note(
            "reading_order",
            f"{place}: in which order the columns and boxes are read cannot be told on page {pages}. Check the text; "
            "save it as .txt if it is mixed up.",
        ),
    )


def _fields(document: Any) -> dict[str, object]:
    found = document.get_metadata_dict()
    return {
        name: found[key].strip()
        for name, key in (("title", "Title"), ("author", "Author"))
        if found.get(key, "").strip()
    }
