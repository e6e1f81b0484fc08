"""JSON Lines: one object a line, read line by line, so that a file may be larger than the memory."""

import io
import json
from collections.abc import Callable, Iterator

from attrib.errors import InputError
from attrib.intake.reading.found import Blob, Found, Note
from attrib.intake.reading.packed import HEAD, with_head
from attrib.intake.reading.records import found_in
from attrib.intake.reading.text import MAX_BYTES, decode, encoding_notes, likely_encoding, wide_encoding

LONGEST_LINE = 16_000_000
"""Bytes: two megabytes of text, each character escaped, and metadata."""


def read_lines(blob: Blob) -> Iterator[Found]:
    """One article for each line that is not empty; a line that cannot be used is named by its number."""
    with blob.open() as file, with_head(file) as buffered:
        likely = likely_encoding(buffered.peek(HEAD)[:HEAD])
        for number, line in enumerate(_lines(_reader(buffered, name=blob.place)), start=1):
            place = f"{blob.place}:{number}"
            if line is not None and not line.strip():
                continue
            try:
                row, notes = _row(line, place=place, likely=likely)
            except InputError as error:
                yield Found(place, f"{blob.name}:{number}", problem=error)
            else:
                yield found_in(row, blob, number=number, place=place, notes=notes)


def _reader(file: io.BufferedReader, *, name: str) -> Callable[[int], bytes]:
    """What reads the next line up to so many bytes, as UTF-8 where a line break is several bytes."""
    encoding = wide_encoding(file.peek(HEAD)[:HEAD])
    if encoding is None:
        return file.readline
    text = io.TextIOWrapper(file, encoding=encoding, newline="\n")

    def read_line(size: int) -> bytes:
        try:
            return text.readline(size).encode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(
                f"{name}: begins like {error.encoding.upper()}, but cannot be read on ({error.reason}). The lines "
                "before were read; save the file as UTF-8.",
                seen=error.start,
                allowed=encoding,
                kind="encoding",
            ) from error

    return read_line


def _lines(read_line: Callable[[int], bytes]) -> Iterator[bytes | None]:
    """The lines; None for one that is too long, of which nothing is kept."""
    while line := read_line(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while (rest := read_line(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None


def _row(line: bytes | None, *, place: str, likely: str | None) -> tuple[dict[str, object], tuple[Note, ...]]:
    if line is None:
        raise InputError(
            f"{place}: too long; at most {LONGEST_LINE:,} bytes of a line and {MAX_BYTES:,} bytes of text are read.",
            allowed=LONGEST_LINE,
            kind="too_large",
        )
    text, encoding = decode(line, name=place, likely=likely)
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: is no JSON ({error}). Write one object a line.", kind="malformed") from error
    if not isinstance(row, dict):
        raise InputError(
            f"{place}: is no JSON object but {type(row).__name__}. Write one object a line, with a field text.",
            seen=type(row).__name__,
            kind="malformed",
        )
    return row, encoding_notes(encoding, name=place)
