"""Tables: one article a row, the fields in columns. CSV is read row by row, Parquet in small batches."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from attrib.errors import InputError
from attrib.reading.fields import TEXT, article_of, name_of
from attrib.reading.found import Blob, Found, Note, printable
from attrib.reading.packed import seekable
from attrib.reading.text import MAX_BYTES, encoding_notes, guess

DELIMITERS = ",;\t|"
_HEAD = 65_536
"""Bytes by which encoding and delimiter are found out."""
_ROWS_AT_ONCE = 64


def read_csv(blob: Blob) -> Iterator[Found]:
    """One article a row below the header; comma, semicolon, tab or bar between the fields."""
    with blob.open() as file:
        buffered = file if isinstance(file, io.BufferedReader) else io.BufferedReader(file)  # type: ignore[type-var]
        head = buffered.peek(_HEAD)[:_HEAD]
        encoding = _encoding(head, name=blob.place)
        with io.TextIOWrapper(buffered, encoding=encoding, newline="") as text:
            rows = _csv_rows(text, delimiter=_delimiter(head.decode(encoding, "replace")))
            yield from _articles(rows, blob, notes=encoding_notes(encoding, name=blob.place))


def _csv_rows(text: io.TextIOWrapper, *, delimiter: str) -> Iterator[Mapping[str, object]]:
    before = csv.field_size_limit(MAX_BYTES + 1)
    try:
        yield from csv.DictReader(text, delimiter=delimiter)
    finally:
        csv.field_size_limit(before)


def _encoding(head: bytes, *, name: str) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as error:
        found = guess(head)
        if found is None:
            raise InputError(
                f"{name}: is neither UTF-8 nor another encoding that is known. Save the table as UTF-8.",
                seen=error.start,
                allowed="UTF-8",
                kind="encoding",
            ) from error
        return found
    return "utf-8-sig"


def _delimiter(head: str) -> str:
    """The mark that the header has most of; of equally many the first."""
    header = head.splitlines()[0] if head else ""
    return max(DELIMITERS, key=header.count)


def read_parquet(blob: Blob) -> Iterator[Found]:
    """One article a row."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise missing_extra(blob, extra="parquet", library="pyarrow") from error
    with blob.open() as file:
        try:
            table = parquet.ParquetFile(seekable(file))
            yield from _articles(_parquet_rows(table), blob)
        except (ArrowException, OSError, ValueError) as error:
            raise InputError(f"{blob.place}: is no Parquet file ({_first_line(error)}).", kind="malformed") from error


def _parquet_rows(table: Any) -> Iterator[Mapping[str, object]]:
    for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE):
        yield from batch.to_pylist()


def _first_line(error: Exception) -> str:
    return printable(str(error).splitlines()[0] if str(error) else type(error).__name__)


def _articles(rows: Iterator[Mapping[str, object]], blob: Blob, *, notes: tuple[Note, ...] = ()) -> Iterator[Found]:
    """The articles of the rows; a table without a column for the text is refused as a whole."""
    number = 0
    while True:
        number += 1
        place = f"{blob.place}:{number}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except (csv.Error, UnicodeDecodeError) as error:
            raise InputError(
                f"{place}: the table cannot be read on from here ({error}). The rows before were read; mend it.",
                seen=str(error),
                kind="malformed",
            ) from error
        if number == 1 and blob.columns.get(TEXT, TEXT) not in row:
            article_of(row, blob, place=blob.place, where=blob.name)  # raises, and names the columns there are
        try:
            article = article_of(row, blob, place=place, where=blob.name)
        except InputError as error:
            yield Found(place, f"{blob.name}:{number}", problem=error)
        else:
            named = name_of(row, blob, number=number)
            yield Found(place, named, article._replace(notes=(*notes, *article.notes)))


def missing_extra(blob: Blob, *, extra: str, library: str) -> InputError:
    """The error for a format whose library is not installed."""
    return InputError(
        f"{blob.place}: reading this format needs {library}, which is not installed: pip install 'attrib[{extra}]'",
        seen=library,
        kind="missing_extra",
    )
