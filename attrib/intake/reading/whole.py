"""Files that are one article: plain text and Markdown, with YAML front matter if they begin with it."""

import re
from collections.abc import Iterator

from attrib.errors import InputError, ResourceError
from attrib.intake.reading.fields import known_of
from attrib.intake.reading.found import NOTHING_KNOWN, Article, Blob, Found
from attrib.intake.reading.text import MAX_BYTES, MAX_ENCODED, checked, decode, encoding_notes
from attrib.resources import parse_yaml

_FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?:\s|#[^\r\n]*(?![^\r\n]))*[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)")
_LONGEST_FRONT = 20_000


def read_text(blob: Blob) -> Iterator[Found]:
    """The text of the file, front matter off."""
    content = content_of(blob, limit=MAX_ENCODED)
    text, encoding = decode(content, name=blob.place)
    notes = encoding_notes(encoding, name=blob.place)
    known, body, front = NOTHING_KNOWN, text, _front_matter(text)
    if front is not None:
        known, more = known_of(_fields(front.group(1), name=blob.place), blob, where="the front matter")
        body, notes = text[front.end() :], (*notes, *more)
    yield Found(blob.place, blob.name, Article(checked(body, name=blob.place), known, notes))


def content_of(blob: Blob, *, limit: int) -> bytes:
    """The bytes of a file; InputError if there are more than `limit`."""
    with blob.open() as file:
        content = file.read(limit + 1)  # One byte more than allowed shows that there is more.
    if len(content) > limit:
        raise InputError(
            f"{blob.place}: too long; at most {limit:,} bytes of such a file and {MAX_BYTES:,} bytes of text are read. "
            "Split it into articles.",
            seen=len(content),
            allowed=limit,
            kind="too_large",
        )
    return content


def _front_matter(text: str) -> re.Match[str] | None:
    """The block between two lines of dashes at the very beginning, if it begins with a field and not with prose."""
    found = _FRONT.match(text, 0, _LONGEST_FRONT)
    return found if found and _FIELD.match(found.group(1)) else None


def _fields(front: str, *, name: str) -> dict[str, object]:
    try:
        value = parse_yaml(front, name=f"{name}, front matter")
    except ResourceError as error:
        raise InputError(str(error), seen=error.seen, kind="malformed") from error
    if not isinstance(value, dict):
        raise InputError(
            f"{name}: the front matter is no list of fields and values. Mend it, or begin with an empty line.",
            seen=type(value).__name__,
            kind="malformed",
        )
    return value
