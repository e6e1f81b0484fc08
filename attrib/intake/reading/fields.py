"""The fields of a record, a table's row or front matter → text and metadata."""

import math
from collections.abc import Mapping

from pydantic import ValidationError

from attrib.errors import InputError
from attrib.intake.documents_yml import DocumentMetadata
from attrib.intake.reading.dates import iso_date
from attrib.intake.reading.found import Article, Blob, Note, printable
from attrib.intake.reading.text import checked

TEXT, NAME = "text", "name"
FIELDS = (TEXT, NAME, *DocumentMetadata.model_fields)
_DATES = ("published", "updated")


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
    given = {field: value for field, value in given.items() if _says_something(value)}
    given, undated = _dated(given, blob, where=where, place=place)
    known, notes = _validated(_plain(given), place=place)
    return known, (*undated, *notes)


def _dated(
    given: dict[str, object], blob: Blob, *, where: str, place: str
) -> tuple[dict[str, object], tuple[Note, ...]]:
    """The fields with their dates in ISO 8601 and what each rests on; a date that cannot be read goes with a note."""
    notes: list[Note] = []
    for field in _DATES:
        if field not in given:
            continue
        written = given.pop(field)
        try:
            given[field] = iso_date(written)
        except ValueError as error:
            given.pop(f"{field}_basis", None)
            notes.append(_left_out(field, written, str(error), place=place))
        else:
            basis = f"The field {blob.columns.get(field, field)!r} of {where}"
            given.setdefault(f"{field}_basis", f"{basis}{_as_written(written, str(given[field]))}.")
    return given, tuple(notes)


def _as_written(written: object, iso: str) -> str:
    """How the date was written, where its ISO form does not begin that."""
    return "" if str(written).startswith(iso) else f", written {_short(written)}"


def _says_something(value: object) -> bool:
    """Whether a field was filled in: many programs write *not a number* where nothing is."""
    return value is not None and value != "" and not (isinstance(value, float) and math.isnan(value))


def _plain(given: dict[str, object]) -> dict[str, object]:
    """A list of authors as one line."""
    author = given.get("author")
    return {**given, "author": ", ".join(map(str, author))} if isinstance(author, list) else given


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
                value = given.pop(field, None)
                if field == "rights":
                    told = f"{place}: the field 'rights' is {_short(value)}; {reason}. Mend it."
                    raise InputError(told, kind="metadata") from error
                notes.append(_left_out(field, value, reason, place=place))


def _left_out(field: str, value: object, reason: str, *, place: str) -> Note:
    return Note("metadata", f"{place}: the field {field!r} is {_short(value)}; {reason}. It was left out.")


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
