"""What is known of a folder's articles beside their text: `documents.yml`, publisher, dates and rights by file name.

    004_5ab142abc300f271.txt:
      publisher: kurier.at
      published: 2024-10-22
      published_basis: The article's own note names day and month, the events the year.

A date is an ISO 8601 prefix whose length is its precision; what is not known is null, and no date without its basis.
"""

from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, HttpUrl, TypeAdapter, ValidationError, model_validator

from attrib.errors import ResourceError
from attrib.isodate import IsoPrefix
from attrib.records import Record, Rights
from attrib.resources import load_mapping

FILE_NAME = "documents.yml"

_URL = TypeAdapter(HttpUrl)


def _url(text: str) -> str:
    """The text itself if it is an http(s) address."""
    try:
        _URL.validate_python(text)
    except ValidationError as error:
        raise ValueError("an address begins with https:// or http://") from error
    return text


Url = Annotated[str, AfterValidator(_url)]


class DocumentMetadata(Record):
    """What is known of one article; None is unknown."""

    publisher: str | None = None
    author: str | None = None
    url: Url | None = None
    title: str | None = None
    published: IsoPrefix | None = None
    published_basis: str | None = None
    """Where the date is known from."""
    updated: IsoPrefix | None = None
    updated_basis: str | None = None
    rights: Rights = "full"

    @model_validator(mode="after")
    def _dates_have_a_basis(self) -> Self:
        for name, value, basis in (
            ("published", self.published, self.published_basis),
            ("updated", self.updated, self.updated_basis),
        ):
            if (value is None) != (basis is None):
                raise ValueError(f"{name} and {name}_basis go together: a date and where it is known from, or neither")
        return self


def preferred(known: DocumentMetadata | None, own: DocumentMetadata) -> DocumentMetadata:
    """What is listed of an article before what its file says of itself, field by field, a date with its basis."""
    if known is None:
        return own
    said = {field: getattr(own, field) for field in own.model_fields_set}
    listed = {field: getattr(known, field) for field in known.model_fields_set}
    for date in ("published", "updated"):
        if date in listed:
            said.pop(f"{date}_basis", None)
    return DocumentMetadata(**{**said, **listed})


def load_metadata(folder: Path) -> dict[str, DocumentMetadata]:
    """The metadata of the articles in `folder` by file name; empty if it holds no `documents.yml`.

    Raises ResourceError if an entry is malformed or names a file that is not there.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return {}
    found = load_mapping(path, DocumentMetadata)
    for name in found:
        if not (folder / name).is_file():
            raise ResourceError(
                f"{path} describes {name!r}, which is not a file in that folder; mend the name or remove the entry",
                seen=name,
            )
    return found
