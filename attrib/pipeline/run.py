"""Articles into the working database, batch by batch: what `attrib annotate` does, without a word on the screen.

Every document is written as soon as its batch is parsed, so that a run that is interrupted has lost nothing but time.
What is stored already and would come out the same is passed over, and if that is everything no model is loaded.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple, Protocol

import sqlite_utils

from attrib.errors import DatabaseError, ModelError
from attrib.intake.article import document_id
from attrib.intake.intake import Intake, stamp
from attrib.pipeline.duplicates import Duplicates
from attrib.records import Annotation, Document, Issue
from attrib.registry.rating import Rating
from attrib.registry.registry import Registry, to_source
from attrib.store.link import link_database
from attrib.store.rating_rows import write_ratings
from attrib.store.rules import fill_rules
from attrib.store.write import Run, is_current, replace_document, settle_issues, write_annotation, write_registry

AT_ONCE = 16
"""Documents between two writes: enough to keep the parser busy, few enough not to wait long for an interruption."""
MOST_CHARACTERS = 200_000
"""A batch ends earlier if its texts are that long together: what is waiting to be written is held in memory."""


class Annotates(Protocol):
    """What is needed of `attrib.pipeline.annotate.Annotator`."""

    @property
    def version(self) -> str:
        """What decides the result beside the documents."""

    @property
    def registry(self) -> Registry:
        """The sources known beforehand."""

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotation of each document, in order."""


class Outcome(NamedTuple):
    """What became of one article."""

    place: str
    state: Literal["annotated", "unchanged", "duplicate", "skipped", "failed"]
    annotation: Annotation | None = None
    issue: Issue | None = None
    notes: tuple[Issue, ...] = ()
    """Judgements of people that need another look after this annotation."""


def annotate_articles(
    db: sqlite_utils.Database,
    articles: Iterable[Intake],
    annotator: Annotates,
    *,
    started: str,
    ratings: Sequence[Rating] = (),
    should_stop: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """One outcome for each article, already written; stops between two batches if `should_stop` says so.

    `ratings` join the history of the database first; who is credited with what does not depend on them.
    """
    registry = annotator.registry
    aliases = ((entry.id, name) for entry in registry.entries for name in entry.names)
    write_registry(db, [to_source(entry) for entry in registry.entries], aliases)
    with db.atomic():
        fill_rules(db)
        write_ratings(db, ratings)
    waiting, duplicates = iter(articles), Duplicates(db)
    while not should_stop() and (batch := list(_next_batch(waiting))):
        yield from _annotate_batch(db, batch, annotator, started=started, duplicates=duplicates)
    link_database(db)


def _next_batch(waiting: Iterator[Intake]) -> Iterator[Intake]:
    characters = 0
    for taken in islice(waiting, AT_ONCE):
        yield taken
        characters += len(taken.document.text) if taken.document is not None else 0
        if characters > MOST_CHARACTERS:
            return


def _annotate_batch(
    db: sqlite_utils.Database, batch: Sequence[Intake], annotator: Annotates, *, started: str, duplicates: Duplicates
) -> Iterator[Outcome]:
    changed: list[tuple[Intake, Document]] = []
    for taken in batch:
        place, document = taken.place, taken.document
        if document is None:
            yield _failed(db, place, taken.issue)
        elif (issue := duplicates.note(document, place=place)) is not None:
            settle_issues(db, place, issue)
            yield Outcome(place, "duplicate", issue=issue)
        elif is_current(db, document.id, stamp(annotator.version, document)):
            settle_issues(db, place)
            yield Outcome(place, "unchanged")
        else:
            changed.append((taken, document))
    results = _annotations(annotator, [document for _, document in changed])
    for (taken, document), result in zip(changed, results, strict=True):
        yield _written(db, taken, document, result, Run(stamp(annotator.version, document), started))


def _annotations(annotator: Annotates, documents: Sequence[Document]) -> list[Annotation | Exception]:
    """The annotations of a batch; if it fails, of its halves, until the document is found that nobody foresaw."""
    try:
        return list(annotator.annotate_documents(documents)) if documents else []
    except ModelError:
        raise  # concerns all documents
    except Exception as error:  # whatever a parser or a rule stumbles over belongs to one document
        if len(documents) == 1:
            return [error]
        half = len(documents) // 2
        return [*_annotations(annotator, documents[:half]), *_annotations(annotator, documents[half:])]


def _written(
    db: sqlite_utils.Database, taken: Intake, document: Document, result: Annotation | Exception, run: Run
) -> Outcome:
    place = taken.place
    if isinstance(result, Exception):
        message = f"{place}: could not be annotated ({type(result).__name__}: {result}). Please report it."
        return _failed(db, place, Issue(document=place, stage="parse", kind="failed", message=message))
    annotation = result.model_copy(update={"issues": (*taken.notes, *result.issues)})
    try:
        settled = write_annotation(db, annotation, run=run)
    except DatabaseError as error:
        if isinstance(error.__cause__, sqlite3.OperationalError):
            raise  # a full disk or a locked file concerns all documents
        message = f"{place}: could not be stored. {error}"
        return _failed(db, place, Issue(document=place, stage="store", kind="failed", message=message))
    settle_issues(db, place)
    settled += _forget_nameless(db, document)
    return Outcome(place, "annotated", annotation=annotation, notes=settled)


def _forget_nameless(db: sqlite_utils.Database, document: Document) -> tuple[Issue, ...]:
    """Remove the same file as it was stored before its publisher or address was known: its id was another one then."""
    nameless = document_id(document.text, document.name)
    if nameless != document.id and db.table("documents").count_where("id = ?", [nameless]):
        return replace_document(db, nameless, document.id)
    return ()


def _failed(db: sqlite_utils.Database, place: str, issue: Issue | None) -> Outcome:
    settle_issues(db, place, issue)
    is_article = issue is None or issue.kind not in {"not_a_file", "link_loop", "duplicate", "entries_left"}
    return Outcome(place, "failed" if is_article else "skipped", issue=issue)
