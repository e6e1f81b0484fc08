"""Files → documents that can be annotated, and issues that say why something cannot.

A file that is empty, binary, too large or in another language stops nothing: it is reported, and the others go on.
"""

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from attrib.errors import InputError, IssueKind
from attrib.intake.article import MetadataIndex, file_blob, to_document
from attrib.intake.detection import detect_language, language_of
from attrib.intake.documents_yml import DocumentMetadata
from attrib.intake.finding import STDIN, Entry
from attrib.intake.reading.formats import read
from attrib.intake.reading.found import NO_COLUMNS, Blob, Found, printable
from attrib.records import Document, Issue


class Intake(NamedTuple):
    """One article: the document made of it and what was noticed on the way, or the issue that keeps it out."""

    place: str
    """Where it was read, as the table `issues` names it: a path, a line of a file, a member of an archive."""
    document: Document | None = None
    issue: Issue | None = None
    notes: tuple[Issue, ...] = ()


def take_in(
    entries: Iterable[Entry],
    *,
    language: str,
    others: Sequence[str] = (),
    columns: Mapping[str, str] = NO_COLUMNS,
    stdin_format: str = "txt",
) -> Iterator[Intake]:
    """Every article in order, one at a time; ResourceError for a malformed `documents.yml`, which would spoil a folder.

    Articles are in `language`, or in one of the `others` if their text says so. `columns` names the fields of tables
    and records that are called otherwise; `stdin_format` is a key of `FORMATS`.
    """
    metadata = MetadataIndex()
    languages = (language, *others)
    for path, problem in entries:
        place = printable(path)
        known = None if path == STDIN or problem is not None else metadata[path]
        if problem is not None:
            found: Iterator[Found] = iter([Found(place, place, problem=problem)])
        elif path == STDIN:
            blob = Blob(place, "stdin", None, _standard_input, columns, language)
            found = read(blob, kind=stdin_format)
        else:
            found = _read(path, columns, language)
        for each in found:
            yield _taken_in(each, known, languages)


def take_in_found(found: Iterable[Found], *, language: str, others: Sequence[str] = ()) -> Iterator[Intake]:
    """The same for articles that were found elsewhere than in files."""
    return (_taken_in(each, None, (language, *others)) for each in found)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # a service without one, or `<&-`
        raise InputError("-: standard input is closed. Pipe the articles into attrib, or name files.", seen="-")
    return sys.stdin.buffer


def _read(path: Path, columns: Mapping[str, str], language: str) -> Iterator[Found]:
    try:
        blob = file_blob(path, columns=columns, language=language)
    except OSError as error:
        problem = InputError(f"{printable(path)}: cannot be read ({error.strerror}).", seen=printable(path))
        return iter([Found(printable(path), printable(path.name), problem=problem)])
    return read(blob)


def _taken_in(found: Found, known: DocumentMetadata | None, languages: Sequence[str]) -> Intake:
    if found.article is None:
        problem = found.problem or InputError(f"{found.place}: holds no article.")
        return Intake(found.place, issue=_issue(found.place, "read", problem.kind, str(problem)))
    language = language_of(found.article.text, languages)
    if language is None:
        message = (
            f"{found.place}: the text is in the language {detect_language(found.article.text)!r}; lists and "
            f"models are there for {' and '.join(map(repr, languages))}. Leave it out, or name a folder with models "
            f"for it (--models DIR); docs/languages.md says what else a language needs."
        )
        return Intake(found.place, issue=_issue(found.place, "language", "other_language", message))
    document = to_document(found.article, name=found.name, known=known, language=language)
    # Issues of documents are published; where a file lies is nobody's business.
    notes = ((note.kind, note.message.replace(found.place, found.name)) for note in found.article.notes)
    issues = tuple(_issue(document.id, "read", kind, message) for kind, message in notes)
    return Intake(found.place, document=document, notes=issues)


def _issue(document: str, stage: Literal["read", "language"], kind: IssueKind, message: str) -> Issue:
    return Issue(document=document, stage=stage, kind=kind, message=message)


def stamp(version: str, document: Document) -> str:
    """The annotator's version with a short hash of the document as it was read, its metadata included.

    What decides the annotation, in one word: if it is stored with a document, annotating again would change nothing.
    """
    digest = hashlib.sha256(document.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()
    return f"{version}-{digest[:12]}"
