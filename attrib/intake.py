"""Paths → documents that can be annotated, and issues that say why a file cannot.

A file that is empty, binary, too large or in another language stops nothing: it is reported, and the others go on.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from attrib.detection import detect_language
from attrib.document import MetadataIndex, read_document
from attrib.errors import InputError
from attrib.records import Document, Issue


class Intake(NamedTuple):
    """One file: the document read from it, or the issue that keeps it out."""

    path: Path
    document: Document | None = None
    issue: Issue | None = None


def take_in(files: Sequence[Path], *, language: str) -> Iterator[Intake]:
    """Every file in order; ResourceError for a malformed `documents.yml`, which would spoil a whole folder."""
    known = MetadataIndex()
    for path in files:
        try:
            document = read_document(path, metadata=known[path]).model_copy(update={"language": language})
        except (InputError, OSError) as error:
            yield Intake(path, issue=Issue(document=str(path), stage="read", kind="unreadable", message=str(error)))
            continue
        yield _checked(path, document)


def _checked(path: Path, document: Document) -> Intake:
    detected = detect_language(document.text)
    if detected is None or detected == document.language:
        return Intake(path, document=document)
    message = (
        f"{path}: the text is in the language {detected!r}, the lists are for {document.language!r}. Leave it out; "
        "docs/languages.md says how to add a language."
    )
    return Intake(path, issue=Issue(document=str(path), stage="language", kind="other_language", message=message))


def stamp(version: str, document: Document) -> str:
    """The annotator's version with a short hash of the document as it was read, its metadata included.

    What decides the annotation, in one word: if it is stored with a document, annotating again would change nothing.
    """
    digest = hashlib.sha256(document.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()
    return f"{version}-{digest[:12]}"
