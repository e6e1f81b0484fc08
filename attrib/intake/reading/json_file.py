"""JSON: a list of records, an object that holds one such list, or one record; objects one after another are read too.

A list is read record by record, so that the file may be larger than the memory and what stands before a mistake is
kept; an object has to be read as a whole.
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrib.errors import InputError
from attrib.intake.reading.found import Blob, Found, Note, printable
from attrib.intake.reading.packed import HEAD, with_head
from attrib.intake.reading.records import found_in, has_text, has_text_below
from attrib.intake.reading.text import encoding_notes, likely_encoding, wide_encoding

LONGEST_RECORD: Final = 16_000_000
"""Characters: two megabytes of text, each character escaped, and metadata."""
LONGEST_OBJECT: Final = 50_000_000
"""Characters of an object that is held in memory as a whole."""
_AT_ONCE: Final = 1_000_000
_BLANKS: Final = " \t\r\n\ufeff"
_DEEPEST_LIST: Final = 3

Records = Sequence[object]


def read_json(blob: Blob) -> Iterator[Found]:
    """One article for each record; what cannot be used is named by its number."""
    with blob.open() as file, with_head(file) as buffered:
        head = buffered.peek(HEAD)[:HEAD]
        encoding = wide_encoding(head) or likely_encoding(head) or "utf-8-sig"
        notes = encoding_notes(encoding, name=blob.place)
        # A stray byte belongs to one record, which is then refused; of two bytes a letter it cannot be told to which.
        errors = "strict" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
        text = _Text(io.TextIOWrapper(buffered, encoding=encoding, errors=errors), name=blob.place)
        values = _elements(text) if text.begins_with("[") else _values(text, blob)
        yield from _articles(values, blob, notes=notes)


def _articles(values: Iterator[object], blob: Blob, *, notes: tuple[Note, ...]) -> Iterator[Found]:
    for number, value in enumerate(values, start=1):
        place = f"{blob.place}:{number}"
        if isinstance(value, Mapping):
            yield found_in(value, blob, number=number, place=place, notes=notes)
        else:
            told = f"{place}: is no JSON object but {type(value).__name__}. Write a list of objects with a field text."
            problem = InputError(told, seen=type(value).__name__, kind="malformed")
            yield Found(place, f"{blob.name}:{number}", problem=problem)


class _Text:
    """A stream of JSON, of which so much is held as the value at hand needs."""

    def __init__(self, stream: io.TextIOWrapper, *, name: str) -> None:
        self._stream, self.name = stream, name
        self._held, self._at, self._is_all = "", 0, False
        self._decoder = json.JSONDecoder()

    def begins_with(self, mark: str) -> bool:
        """Whether the next character that is no blank is the mark; empty asks for the end."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in _BLANKS:
                self._at += 1
            if self._at < len(self._held) or not self._more(_AT_ONCE):
                return self._held[self._at : self._at + 1] == mark

    def skip(self) -> None:
        """Leave the character at hand behind."""
        self._at += 1

    def value(self, *, longest: int) -> object:
        """The next value; InputError if it is none, or longer than `longest` characters."""
        wanted = _AT_ONCE
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                if not self._more(wanted):
                    raise self._malformed(str(error)) from error
            except (ValueError, RecursionError) as error:
                raise self._malformed(str(error)) from error
            else:
                if end < len(self._held) or not self._more(wanted):  # or a number may go on
                    self._at = end
                    return value
            if len(self._held) > longest:
                raise InputError(
                    f"{self.name}: a value is longer than {longest:,} characters. Write a list of objects, or one a "
                    "line as .jsonl.",
                    allowed=longest,
                    kind="too_large",
                )
            wanted *= 2

    def _more(self, size: int) -> bool:
        """Read on; false at the end."""
        if self._is_all:
            return False
        try:
            read = self._stream.read(size)
        except UnicodeDecodeError as error:
            raise InputError(
                f"{self.name}: begins like {error.encoding.upper()}, but cannot be read on ({error.reason}). Save the "
                "file as UTF-8.",
                seen=error.start,
                kind="encoding",
            ) from error
        self._held, self._at, self._is_all = self._held[self._at :] + read, 0, not read
        return bool(read)

    def _malformed(self, reason: str) -> InputError:
        return InputError(
            f"{self.name}: the JSON cannot be read on from here ({reason}). What stands before was read; mend it.",
            seen=reason,
            kind="malformed",
        )


def _elements(text: _Text) -> Iterator[object]:
    """The elements of a list, one at a time."""
    text.skip()
    while not text.begins_with("]"):
        yield text.value(longest=LONGEST_RECORD)
        if text.begins_with(","):
            text.skip()


def _values(text: _Text, blob: Blob) -> Iterator[object]:
    """The records of the only object, or the objects that stand one after another."""
    if text.begins_with(""):
        return
    first = text.value(longest=LONGEST_OBJECT)
    if text.begins_with(""):
        yield from _records(first, blob)
        return
    yield first
    while not text.begins_with(""):
        yield text.value(longest=LONGEST_RECORD)


def _records(value: object, blob: Blob) -> Records:
    """The object itself if it has a text, otherwise the only list in it whose objects have some, or all its values."""
    if has_text(value, blob):
        return [value]
    for is_article in (has_text, has_text_below):
        lists = {where: found for where, found in _lists(value) if any(is_article(each, blob) for each in found)}
        if len(lists) > 1:
            raise InputError(
                f"{blob.place}: there are articles in several lists of the object: {', '.join(map(printable, lists))}. "
                "Write each into a file of its own.",
                seen=list(lists),
                kind="malformed",
            )
        if lists:
            return next(iter(lists.values()))
    values = list(value.values()) if isinstance(value, Mapping) else []
    return values if len(values) > 1 and all(has_text(each, blob) for each in values) else [value]


def _lists(value: object, *, above: str = "", depth: int = 0) -> Iterator[tuple[str, Records]]:
    """The lists in an object and in the objects in it, each with the way to it."""
    if isinstance(value, Mapping) and depth < _DEEPEST_LIST:
        for name, below in value.items():
            if isinstance(below, list):
                yield f"{above}{name}", below
            yield from _lists(below, above=f"{above}{name}.", depth=depth + 1)
