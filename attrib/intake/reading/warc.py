"""Web archives (WARC, ISO 28500; WACZ), through warcio (https://github.com/webrecorder/warcio): the pages in them.

A page is what a server answered in HTML, with its address. Pictures, errors and redirects are passed over, and so is a
page that was met again unchanged, of which the archive has no more than a reference. Records are read one at a time.
"""

import contextlib
import io
from collections.abc import Iterator
from typing import IO, Any, Final, cast

from attrib.errors import InputError
from attrib.intake.documents_yml import DocumentMetadata
from attrib.intake.reading.dates import iso_date
from attrib.intake.reading.found import Article, Blob, Found, Note, printable
from attrib.intake.reading.page import MAX_PAGE, article_on
from attrib.intake.reading.table import missing_extra

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_UNPACKED: Final = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_PREFIX: Final = "archive/"
"""Where the records of a WACZ are (https://specs.webrecorder.net/wacz/1.1.1/)."""


def read_warc(blob: Blob) -> Iterator[Found]:
    """The article of each page; one that cannot be read is named by its address."""
    try:
        import warcio  # noqa: F401 - whether it is there
    except ImportError as error:
        raise missing_extra(blob, extra="formats", library="warcio") from error
    pages = revisits = records = 0
    with blob.open() as file:
        for record in _records(file, place=blob.place):
            records += 1
            revisits += record.rec_type == "revisit"
            for found in _page(record, blob):
                pages += 1
                yield found
    if not pages:
        raise InputError(
            f"{blob.place}: holds no web page, but {records:,} other records.", seen=records, kind="no_text"
        )
    if revisits:
        told = (
            f"{blob.place}: {revisits:,} records say that a page was met again unchanged (revisit). They hold no text "
            "and were passed over."
        )
        yield Found(blob.place, blob.name, problem=InputError(told, seen=revisits, kind="duplicate"))


def is_record_file(name: str) -> bool:
    """Whether a member of a WACZ holds records."""
    return name.startswith(_PREFIX) and name.lower().endswith((".warc", ".warc.gz"))


class _InPieces:
    """A file that gives what is at hand: where a packed one breaks off, the records before it are not lost with it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._read = getattr(file, "read1", file.read)

    def read(self, size: int) -> bytes:
        """At most so many bytes, none at the end."""
        return cast(bytes, self._read(size))


def _records(file: IO[bytes], *, place: str) -> Iterator[Any]:
    """The records; InputError where the archive cannot be read on."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    records = iter(ArchiveIterator(_InPieces(file), no_record_parse=True))
    while True:
        try:
            with contextlib.redirect_stderr(io.StringIO()):  # where it would complain of lengths that are wrong
                record = next(records, None)
        except InputError:
            raise
        except (ArchiveLoadFailed, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
            reason = printable(str(error).strip().partition("\n")[0] or type(error).__name__)
            told = f"{place}: the web archive cannot be read on from here ({reason}). What stands before was read."
            raise InputError(told, seen=reason, kind="malformed") from error
        if record is None:
            return
        yield record


def _page(record: Any, blob: Blob) -> Iterator[Found]:
    """The article of a record, or why there is none; nothing for a record that is no page."""
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if record.rec_type not in {"response", "resource"} or not url.startswith(("http://", "https://")):
        return
    place, name = (f"{each}/{printable(url)}" for each in (blob.place, blob.name))
    try:
        if record.rec_type == "response":
            record.http_headers = _http_headers(record)
        kind, charset = _content_type(record)
        if kind not in _PAGES or not _is_good(record):
            return
        content = _content(record, place=place)
        article = article_on(content, blob._replace(place=place, name=name), charset=charset, url=url)
        yield Found(place, name, _dated(article, record, place=place))
    except InputError as error:
        yield Found(place, name, problem=error)
    except Exception as error:  # the library raises whatever a damaged record provokes; it belongs to this one
        reason = printable(f"{type(error).__name__}: {error}")
        yield Found(place, name, problem=InputError(f"{place}: the record is damaged ({reason}).", kind="malformed"))


def _http_headers(record: Any) -> Any:
    from warcio.statusandheaders import StatusAndHeadersParser

    return StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"], verify=False).parse(record.raw_stream)


def _content_type(record: Any) -> tuple[str, str | None]:
    """Media type and character set as the server stated them."""
    headers = record.http_headers or record.rec_headers
    kind, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    stated = dict(each.strip().lower().partition("=")[::2] for each in parameters.split(";"))
    return kind.strip().lower(), stated.get("charset", "").strip("\"' ") or None


def _is_good(record: Any) -> bool:
    """Whether the server sent what was asked for."""
    return record.http_headers is None or str(record.http_headers.get_statuscode()).startswith("2")


def _content(record: Any, *, place: str) -> bytes:
    """The page, put together from its pieces and unpacked; InputError if it is too long or packed in another way."""
    headers = record.http_headers
    packing = ((headers and headers.get_header("Content-Encoding")) or "").strip().lower()
    if packing not in _UNPACKED:
        told = f"{place}: the page is packed with {printable(packing)!r}, which is not read; gzip and deflate are."
        raise InputError(told, seen=packing, allowed=sorted(_UNPACKED), kind="malformed")
    stream, content = record.content_stream(), bytearray()
    while piece := cast(bytes, stream.read(65_536)):  # which gives less than it is asked for
        content += piece
        if len(content) > MAX_PAGE:
            told = f"{place}: too long; at most {MAX_PAGE:,} bytes of a page are read."
            raise InputError(told, allowed=MAX_PAGE, kind="too_large")
    return bytes(content)


def _dated(article: Article, record: Any, *, place: str) -> Article:
    """An article without a date has that of its capture, with a note: it is no later than that."""
    known = article.metadata
    if known.published is not None:
        return article
    try:
        day = iso_date(record.rec_headers.get_header("WARC-Date"))
    except ValueError:
        return article
    basis = "The page states no date; this is the day on which it was captured (WARC-Date)."
    dated = DocumentMetadata(**{**known.model_dump(exclude_unset=True), "published": day, "published_basis": basis})
    note = Note(
        "metadata", f"{place}: the page states no date. It was captured on {day}, which is taken; it may be older."
    )
    return article._replace(metadata=dated, notes=(*article.notes, note))
