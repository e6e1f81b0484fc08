"""The fields of a record, a table's row or front matter → what is known of an article."""

import math
import re
from collections.abc import Mapping
from html import unescape
from typing import TYPE_CHECKING

from pydantic import ValidationError

from attrib.errors import InputError
from attrib.intake.documents_yml import DocumentMetadata
from attrib.intake.reading.dates import iso_date
from attrib.intake.reading.found import Blob, Note, printable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

TEXT, NAME = "text", "name"
FIELDS = (TEXT, NAME, *DocumentMetadata.model_fields)
_DATES = ("published", "updated")
_USUAL: Mapping[str, frozenset[str]] = {
    "title": frozenset({"headline"}),
    "url": frozenset({"link", "permalink", "canonicalurl", "source"}),
    "author": frozenset({"authors", "byline", "creator", "dccreator"}),
    "publisher": frozenset({"outlet", "sitename", "hostname", "sourcedomain", "source"}),
    "published": frozenset(
        str.split("date pubdate datepublish datepublished publisheddate publishedat publicationdate dcdate")
    ),
    "updated": frozenset(str.split("modified datemodify datemodified modifiedat updatedat lastmodified dateupdated")),
}
"""What feeds, schema.org and exports call our fields, squeezed; of a *source* the value tells which it is."""
_LETTER = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#\d+|#[xX][0-9a-fA-F]+);")


def known_of(
    row: Mapping[str, object], blob: Blob, *, where: str, place: str | None = None
) -> tuple[DocumentMetadata, tuple[Note, ...]]:
    """What the fields say of an article; what cannot be used is left out with a note.

    Raises InputError if the rights cannot be read: what may be shown is not to be guessed.
    """
    place = place or blob.place
    names = {field: _name(field, row, blob) for field in DocumentMetadata.model_fields}
    values = {field: value_at(row, name) for field, name in names.items()}
    given = {field: said(value) for field, value in values.items() if _says_something(value)}
    given, undated = _dated(given, names, where=where, place=place)
    if isinstance(given.get("title"), str):
        given["title"] = _LETTER.sub(lambda letter: unescape(letter[0]), str(given["title"]))
    known, notes = _validated(given, place=place)
    return known, (*undated, *notes)


def value_at(row: Mapping[str, object], name: str) -> object:
    """The value of a field, or of a field in a field: *article.body*; None if there is none."""
    if name in row:
        return row[name]
    outer, _, inner = name.partition(".")
    below = row.get(outer)
    return value_at(below, inner) if inner and isinstance(below, Mapping) else None


def squeezed(name: object) -> str:
    """A field's name by its letters alone: *datePublished* and *date_published* are one."""
    return "".join(char for char in str(name).lower() if char.isalnum())


def _name(field: str, row: Mapping[str, object], blob: Blob) -> str:
    """What the record calls a field: as it was said, the field's own name, or the one usual name that is there."""
    if field in blob.columns:
        return blob.columns[field]
    usual = _USUAL.get(field, frozenset())
    found = [name for name, value in row.items() if squeezed(name) in usual and _may_be(field, value)]
    return found[0] if len(found) == 1 and not _says_something(row.get(field)) else field


def _dated(
    given: dict[str, object], names: Mapping[str, str], *, where: str, place: str
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
            basis = f"The field {names[field]!r} of {where}"
            given.setdefault(f"{field}_basis", f"{basis}{_as_written(written, str(given[field]))}.")
    return given, tuple(notes)


def _as_written(written: object, iso: str) -> str:
    """How the date was written, where its ISO form does not begin that."""
    return "" if str(written).startswith(iso) else f", written {_short(written)}"


def _says_something(value: object) -> bool:
    """Whether a field was filled in: many programs write *not a number* where nothing is."""
    return value is not None and value != "" and not (isinstance(value, float) and math.isnan(value))


def _may_be(field: str, value: object) -> bool:
    """Whether a value under a usual name is what the field holds: a *source* may be an address or an outlet."""
    told = said(value)
    if not _says_something(told) or isinstance(told, Mapping):
        return False
    is_address = str(told).startswith(("http://", "https://"))
    return is_address if field == "url" else not is_address if field == "publisher" else True


def said(value: object) -> object:
    """A value in one piece: of a record its name or the only thing that it says, of several all on one line."""
    if isinstance(value, list) and value:
        return ", ".join(str(said(each)) for each in value)
    if isinstance(value, Mapping):
        told = [each for each in value.values() if isinstance(each, str | int | float | Mapping) and each != ""]
        named = value.get("name")
        return named if isinstance(named, str) else said(told[0]) if len(told) == 1 else value
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
                value = given.pop(field, None)
                if field == "rights":
                    told = f"{place}: the field 'rights' is {_short(value)}; {reason}. Mend it."
                    raise InputError(told, kind="metadata") from error
                notes.append(_left_out(field, value, reason, place=place))


def _left_out(field: str, value: object, reason: str, *, place: str) -> Note:
    return Note("metadata", f"{place}: the field {field!r} is {_short(value)}; {reason}. It was left out.")


def _wrong_fields(error: ValidationError, given: Mapping[str, object]) -> dict[str, str]:
    """The fields that cannot be used, with reasons; a basis without its date goes with it."""
    wrong = {str(detail["loc"][0]): _reason(detail) for detail in error.errors(include_url=False) if detail["loc"]}
    for field in _DATES:
        if field in wrong or field not in given:
            wrong.setdefault(f"{field}_basis", f"there is no usable date in {field!r}")
    return {field: reason for field, reason in wrong.items() if field in given}


def _reason(detail: "ErrorDetails") -> str:
    """What is allowed, where it is one of a few words; else what the check says."""
    if detail["type"] == "literal_error":
        return f"allowed are {detail['ctx']['expected']}"
    return detail["msg"]


def _short(value: object) -> str:
    shown = printable(repr(value))
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
