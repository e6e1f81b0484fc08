"""Files into the working database, batch by batch: what `attrib annotate` does, without a word on the screen.

Every document is written as soon as its batch is parsed, so that a run that is interrupted has lost nothing but time.
What is stored already and would come out the same is passed over, and if that is everything no model is loaded.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

import sqlite_utils

from attrib.document import document_id
from attrib.errors import DatabaseError
from attrib.intake import Intake, stamp, take_in
from attrib.records import Annotation, Document, Issue
from attrib.registry import Registry, to_source
from attrib.store import Run, is_current, remove_document, settle_issues, write_annotation, write_registry

AT_ONCE = 16
"""Documents between two writes: enough to keep the parser busy, few enough not to wait long for an interruption."""


class Annotates(Protocol):
    """What is needed of `attrib.pipeline.Annotator`."""

    @property
    def version(self) -> str:
        """What decides the result beside the documents."""

    @property
    def registry(self) -> Registry:
        """The sources known beforehand."""

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotation of each document, in order."""


class Outcome(NamedTuple):
    """What became of one file."""

    path: Path
    state: Literal["annotated", "unchanged", "failed"]
    annotation: Annotation | None = None
    issue: Issue | None = None


def annotate_files(
    db: sqlite_utils.Database,
    files: Sequence[Path],
    annotator: Annotates,
    *,
    language: str,
    started: str,
    should_stop: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """One outcome for each file, already written; stops between two batches if `should_stop` says so."""
    registry = annotator.registry
    aliases = ((entry.id, name) for entry in registry.entries for name in entry.names)
    write_registry(db, [to_source(entry) for entry in registry.entries], aliases)
    waiting = take_in(files, language=language)
    while not should_stop() and (batch := list(islice(waiting, AT_ONCE))):
        yield from _annotate_batch(db, batch, annotator, started=started)


def _annotate_batch(
    db: sqlite_utils.Database, batch: Sequence[Intake], annotator: Annotates, *, started: str
) -> Iterator[Outcome]:
    changed: list[tuple[Path, Document]] = []
    for path, document, issue in batch:
        if document is None:
            yield _failed(db, path, issue)
        elif is_current(db, document.id, stamp(annotator.version, document)):
            settle_issues(db, str(path))
            yield Outcome(path, "unchanged")
        else:
            changed.append((path, document))
    for (path, document), result in zip(changed, _annotations(annotator, changed), strict=True):
        yield _written(db, path, result, Run(stamp(annotator.version, document), started))


def _annotations(annotator: Annotates, documents: Sequence[tuple[Path, Document]]) -> list[Annotation | Issue]:
    """The annotations of a batch; if it fails, one by one, so that a text nobody foresaw keeps nothing else out."""
    try:
        return list(annotator.annotate_documents([document for _, document in documents])) if documents else []
    except Exception as error:
        # Whatever a parser or a rule stumbles over belongs to one document; the issue names it.
        if len(documents) > 1:
            return [result for each in documents for result in _annotations(annotator, [each])]
        message = f"{documents[0][0]}: could not be annotated ({type(error).__name__}: {error}). Please report it."
        return [Issue(document=str(documents[0][0]), stage="parse", kind="failed", message=message)]


def _written(db: sqlite_utils.Database, path: Path, result: Annotation | Issue, run: Run) -> Outcome:
    if isinstance(result, Issue):
        return _failed(db, path, result)
    try:
        write_annotation(db, result, run=run)
    except DatabaseError as error:
        if isinstance(error.__cause__, sqlite3.OperationalError):
            raise  # a full disk or a locked file concerns all documents
        message = f"{path}: could not be stored. {error}"
        return _failed(db, path, Issue(document=str(path), stage="store", kind="failed", message=message))
    settle_issues(db, str(path))
    _forget_nameless(db, path, result.document)
    return Outcome(path, "annotated", annotation=result)


def _forget_nameless(db: sqlite_utils.Database, path: Path, document: Document) -> None:
    """Remove the same file as it was stored before its publisher or address was known: its id was another one then."""
    nameless = document_id(document.text, path.name)
    if nameless != document.id and db.table("documents").count_where("id = ?", [nameless]):
        remove_document(db, nameless)


def _failed(db: sqlite_utils.Database, path: Path, issue: Issue | None) -> Outcome:
    settle_issues(db, str(path), issue)
    return Outcome(path, "failed", issue=issue)
