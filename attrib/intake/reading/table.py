"""Tables: one article a row, the fields in columns. CSV is read row by row, Parquet in small batches."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrib.errors import InputError
from attrib.intake.reading.declared import is_utf8
from attrib.intake.reading.fields import TEXT
from attrib.intake.reading.found import Blob, Found, Note, printable
from attrib.intake.reading.packed import HEAD, seekable, with_head
from attrib.intake.reading.records import article_of, found_in, text_column
from attrib.intake.reading.text import decode, encoding_notes, guess, wide_encoding

DELIMITERS = ",;\t|"
_LONGEST_FIELD = 16_000_000
"""Characters. A longer one is a quotation mark that never closes; the text of an article is bounded elsewhere."""
_STRAY = re.compile("[\udc80-\udcff]")
"""What a byte becomes that does not fit the encoding of the table."""
_ROWS_AT_ONCE = 64


def read_csv(blob: Blob) -> Iterator[Found]:
    """One article a row below the header; comma, semicolon, tab or bar between the fields."""
    with blob.open() as file:
        buffered = with_head(file)
        head = buffered.peek(HEAD)[:HEAD]
        encoding = _encoding(head, name=blob.place)
        with io.TextIOWrapper(buffered, encoding=encoding, errors="surrogateescape", newline="") as text:
            rows = _csv_rows(text, delimiter=_delimiter(head.decode(encoding, "replace")))
            yield from _articles(rows, blob, encoding=encoding)


def _csv_rows(text: io.TextIOWrapper, *, delimiter: str) -> Iterator[Mapping[str, object]]:
    before = csv.field_size_limit(_LONGEST_FIELD)
    try:
        yield from csv.DictReader(text, delimiter=delimiter)
    finally:
        csv.field_size_limit(before)


def _encoding(head: bytes, *, name: str) -> str:
    """What the table as a whole is in; a row that is in something else is read by itself (`_legible`)."""
    wide = wide_encoding(head)
    if wide is not None:
        return wide
    # A whole head is cut off anywhere: its last line is not judged.
    lines = [line for line in head.split(b"\n")[: -1 if len(head) == HEAD else None] if not line.isascii()]
    if not lines or any(is_utf8(line) for line in lines):
        return "utf-8-sig"
    found = guess(head)
    if found is None:
        raise InputError(
            f"{name}: is neither UTF-8 nor another encoding that is known. Save the table as UTF-8.",
            seen=lines[0][:20],
            allowed="UTF-8",
            kind="encoding",
        )
    return found


def _legible(
    row: Mapping[str, object], *, encoding: str | None, place: str
) -> tuple[Mapping[str, object], tuple[Note, ...]]:
    """The row with notes on its encoding; fields that do not fit that of the table are read as what they are.

    Tables put together from several sources are often in several encodings. Raises InputError if nothing fits.
    """
    if encoding is None:
        return row, ()
    notes, strays = encoding_notes(encoding, name=place), {}
    for name, cell in row.items():
        if isinstance(cell, str) and _STRAY.search(cell):
            text, found = decode(cell.encode(encoding.removesuffix("-sig"), "surrogateescape"), name=place)
            strays[name] = text
            notes = encoding_notes(found, name=place) or notes
    return ({**row, **strays} if strays else row), notes


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


def _articles(rows: Iterator[Mapping[str, object]], blob: Blob, *, encoding: str | None = None) -> Iterator[Found]:
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
        if number == 1:
            blob = _with_text_column(blob, row)
        try:
            row, notes = _legible(row, encoding=encoding, place=place)
        except InputError as error:
            yield Found(place, f"{blob.name}:{number}", problem=error)
        else:
            yield found_in(row, blob, number=number, place=place, notes=notes)


def _with_text_column(blob: Blob, row: Mapping[str, object]) -> Blob:
    """The table with the name of the column for its texts; InputError, which names the columns, if there is none."""
    column = text_column(row, blob, place=blob.place)
    if column is None:
        article_of(dict.fromkeys(row), blob, place=blob.place, where=blob.name)
    return blob if column is None else blob._replace(columns={**blob.columns, TEXT: column})


def missing_extra(blob: Blob, *, extra: str, library: str) -> InputError:
    """The error for a format whose library is not installed."""
    return InputError(
        f"{blob.place}: reading this format needs {library}, which is not installed: pip install 'attrib[{extra}]'",
        seen=library,
        kind="missing_extra",
    )
