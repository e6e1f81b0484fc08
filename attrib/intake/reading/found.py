"""What readers are handed and what they hand back."""

from collections.abc import Callable, Mapping
from typing import BinaryIO, NamedTuple

from attrib.errors import InputError, IssueKind
from attrib.intake.documents_yml import DocumentMetadata

NOTHING_KNOWN = DocumentMetadata()
NO_COLUMNS: Mapping[str, str] = {}


class Blob(NamedTuple):
    """Bytes with a name: a file, a member of an archive, or standard input."""

    place: str
    """Where it is, for messages: a path, or a path in an archive."""
    name: str
    """What a document is called that is all of it."""
    size: int | None
    """Bytes, if they are known beforehand."""
    open: Callable[[], BinaryIO]
    columns: Mapping[str, str] = NO_COLUMNS
    """Field → the name that files use for it, where it is another one."""
    language: str | None = None
    """The language in which articles are looked for, if it is known: where words are broken depends on it."""
    url: str | None = None
    """Where it was fetched, if it was."""
    charset: str | None = None
    """The encoding that the server named."""


class Note(NamedTuple):
    """Something about an article that keeps nobody from reading it."""

    kind: IssueKind
    message: str


class Article(NamedTuple):
    """A text, and what the file says of it."""

    text: str
    metadata: DocumentMetadata = NOTHING_KNOWN
    notes: tuple[Note, ...] = ()


class Found(NamedTuple):
    """One article, or the reason why there is none at that place."""

    place: str
    name: str
    article: Article | None = None
    problem: InputError | None = None


def printable(name: object) -> str:
    """A path or name without line breaks, control characters and bytes that are no text: safe to show and to store."""
    text = str(name).encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() or char == "\u00a0" else ascii(char)[1:-1] for char in text)
