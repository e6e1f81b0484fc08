"""The fields of a record, a table's row or front matter → text and metadata."""

import math
import re
from collections.abc import Mapping
from datetime import date

from pydantic import ValidationError

from attrib.errors import InputError
from attrib.intake.documents_yml import DocumentMetadata
from attrib.intake.reading.found import Article, Blob, Note, printable
from attrib.intake.reading.text import checked

TEXT, NAME = "text", "name"
FIELDS = (TEXT, NAME, *DocumentMetadata.model_fields)
_DATES = ("published", "updated")
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s.*)?")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.*")


def article_of(row: Mapping[str, object], blob: Blob, *, place: str, where: str) -> Article:
    """The article that a record holds; InputError if it holds no text.

    `where` says for people what kind of thing the fields stand in.
    """
    column = blob.columns.get(TEXT, TEXT)
    text = row.get(column)
    if not isinstance(text, str):
        shown = ", ".join(printable(name) for name in list(row)[:20])
        raise InputError(
            f"{place}: there is no text in the field {column!r} (there are: {shown or 'none'}). Name the field that "
            f"holds it: --column {TEXT}=NAME",
            seen=type(text).__name__,
            kind="no_text",
        )
    known, notes = known_of(row, blob, where=where, place=place)
    return Article(checked(text, name=place), known, notes)


def name_of(row: Mapping[str, object], blob: Blob, *, number: int) -> str:
    """What the article of a record is called: by its own name, or by file and number."""
    name = row.get(blob.columns.get(NAME, NAME))
    return printable(name) if isinstance(name, str) and name.strip() else f"{blob.name}:{number}"


def known_of(
    row: Mapping[str, object], blob: Blob, *, where: str, place: str | None = None
) -> tuple[DocumentMetadata, tuple[Note, ...]]:
    """What the fields say of an article; what cannot be used is left out with a note.

    Raises InputError if the rights cannot be read: what may be shown is not to be guessed.
    """
    place = place or blob.place
    given = {field: row.get(blob.columns.get(field, field)) for field in DocumentMetadata.model_fields}
    given = {field: _plain(field, value) for field, value in given.items() if _says_something(value)}
    for field in _DATES:
        if field in given:
            given.setdefault(f"{field}_basis", f"The field {blob.columns.get(field, field)!r} of {where}.")
    return _validated(given, place=place)


def _says_something(value: object) -> bool:
    """Whether a field was filled in: many programs write *not a number* where nothing is."""
    return value is not None and value != "" and not (isinstance(value, float) and math.isnan(value))


def _plain(field: str, value: object) -> object:
    """A list of authors as one line, a date as text, however it is given."""
    if field == "author" and isinstance(value, list):
        return ", ".join(map(str, value))
    return _day(value) if field in _DATES else value


def _day(value: object) -> object:
    """A point in time as its day, *22.10.2024* and a number that is meant as a date as text."""
    if isinstance(value, date):  # and datetime, which is one
        return value.isoformat()[:10]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str) and (time := _TIME.fullmatch(value.strip())):
        return time.group(1)
    if isinstance(value, str) and (german := _GERMAN.fullmatch(value.strip())):
        day, month, year = german.groups()
        return f"{year}-{month:0>2}-{day:0>2}"
    return value


def _validated(given: dict[str, object], *, place: str) -> tuple[DocumentMetadata, tuple[Note, ...]]:
    notes: list[Note] = []
    while True:
        try:
            return DocumentMetadata.model_validate(given), tuple(notes)
        except ValidationError as error:
            wrong = _wrong_fields(error, given)
            if not wrong:
                raise InputError(f"{place}: {error}. Mend it.", kind="metadata") from error
            for field, reason in wrong.items():
                told = f"{place}: the field {field!r} is {_short(given.pop(field, None))}; {reason}."
                if field == "rights":
                    raise InputError(f"{told} Mend it.", kind="metadata") from error
                notes.append(Note("metadata", f"{told} It was left out."))


def _wrong_fields(error: ValidationError, given: Mapping[str, object]) -> dict[str, str]:
    """The fields that cannot be used, with reasons; a basis without its date goes with it."""
    wrong = {str(detail["loc"][0]): detail["msg"] for detail in error.errors(include_url=False) if detail["loc"]}
    for field in _DATES:
        if field in wrong or field not in given:
            wrong.setdefault(f"{field}_basis", f"there is no usable date in {field!r}")
    return {field: reason for field, reason in wrong.items() if field in given}


def _short(value: object) -> str:
    shown = printable(repr(value))
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
