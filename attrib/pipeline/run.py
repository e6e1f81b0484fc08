"""Articles into the working database, batch by batch: what `attrib annotate` does, without a word on the screen.

Every document is written as soon as its batch is parsed, so that a run that is interrupted has lost nothing but time.
What is stored already and would come out the same is passed over, and if that is everything no model is loaded.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, NamedTuple

import sqlite_utils

from attrib.claim.link import Compares
from attrib.errors import DatabaseError
from attrib.intake.article import document_id
from attrib.intake.intake import Intake, stamp
from attrib.pipeline.batch import Annotates, AnnotatesBatches, Failure, Result, one_by_one
from attrib.pipeline.duplicates import Duplicates
from attrib.records import Annotation, Document, Issue
from attrib.registry.rating import Rating
from attrib.registry.registry import Registry, to_source
from attrib.store.link import link_database
from attrib.store.rating_rows import write_ratings
from attrib.store.rules import fill_rules
from attrib.store.source_rows import write_aliases
from attrib.store.write import Run, is_current, replace_document, settle_issues, write_annotation, write_registry

AT_ONCE = 16
"""Documents between two writes: enough to keep the parser busy, few enough not to wait long for an interruption."""
MOST_CHARACTERS = 200_000
"""A batch ends earlier if its texts are that long together: what is waiting to be written is held in memory."""


class Outcome(NamedTuple):
    """What became of one article."""

    place: str
    state: Literal["annotated", "unchanged", "duplicate", "skipped", "failed"]
    annotation: Annotation | None = None
    issue: Issue | None = None
    notes: tuple[Issue, ...] = ()
    """Judgements of people that need another look after this annotation."""


@dataclass(frozen=True)
class _Batch:
    """Articles between two writes: those of which it is clear what becomes of them, and those to annotate."""

    settled: list[Outcome] = field(default_factory=list)
    changed: list[tuple[Intake, Document]] = field(default_factory=list)


def annotate_articles(
    db: sqlite_utils.Database,
    articles: Iterable[Intake],
    annotator: Annotates,
    *,
    started: str,
    ratings: Sequence[Rating] = (),
    should_stop: Callable[[], bool] = lambda: False,
    annotate_batches: AnnotatesBatches | None = None,
    compares: Compares | None = None,
) -> Iterator[Outcome]:
    """One outcome for each article, already written; stops between two batches if `should_stop` says so.

    `ratings` join the history of the database first; who is credited with what does not depend on them.
    `annotate_batches` is another way to annotate than by `annotator` in this process, with the same results,
    `compares` one to compare the statements of all documents at the end.
    """
    registry = annotator.registry
    write_registry(db, [to_source(entry) for entry in registry.entries], _aliases(db, registry))
    with db.atomic():
        fill_rules(db)
        write_ratings(db, ratings)
    batches = _batches(db, articles, annotator, should_stop)
    annotated = annotate_batches or one_by_one(annotator)
    for batch, results in annotated((batch, [document for _, document in batch.changed]) for batch in batches):
        yield from _written_batch(db, batch, results, annotator, started)
        if should_stop():
            break
    write_aliases(db, _aliases(db, registry))
    link_database(db, compares=compares)


def _aliases(db: sqlite_utils.Database, registry: Registry) -> set[tuple[str, str]]:
    """The other names of the parties made by hand, and of those of the lists that the database holds."""
    stored = {id_ for (id_,) in db.execute("SELECT id FROM sources WHERE origin = 'registry'").fetchall()}
    listed = {id_ for id_ in stored if id_ in registry.by_id}
    return {(id_, name) for id_ in {*listed, *(e.id for e in registry.entries)} for name in registry.by_id[id_].names}


def _batches(
    db: sqlite_utils.Database, articles: Iterable[Intake], annotator: Annotates, should_stop: Callable[[], bool]
) -> Iterator[_Batch]:
    """What is read, looked up in memory and database; nothing is written, so that it may run ahead of what is."""
    waiting, duplicates = iter(articles), Duplicates(db)
    while not should_stop() and (taken := list(next_articles(waiting))):
        batch = _Batch()
        for each in taken:
            outcome = _settled(db, each, annotator, duplicates)
            if outcome is not None:
                batch.settled.append(outcome)
            elif each.document is not None:
                batch.changed.append((each, each.document))
        yield batch


def next_articles(waiting: Iterator[Intake]) -> Iterator[Intake]:
    """The next articles that are annotated together; none if no more are waiting."""
    characters = 0
    for taken in islice(waiting, AT_ONCE):
        yield taken
        characters += len(taken.document.text) if taken.document is not None else 0
        if characters > MOST_CHARACTERS:
            return


def _settled(db: sqlite_utils.Database, taken: Intake, annotator: Annotates, duplicates: Duplicates) -> Outcome | None:
    """What becomes of an article that is not annotated; None if it is."""
    if taken.document is None:
        return _failed(taken.place, taken.issue)
    if (issue := duplicates.note(taken.document, place=taken.place)) is not None:
        return Outcome(taken.place, "duplicate", issue=issue)
    if is_current(db, taken.document.id, _stamp(annotator, taken.document)):
        return Outcome(taken.place, "unchanged")
    return None


def _stamp(annotator: Annotates, document: Document) -> str:
    return stamp(annotator.version_of(document.language), document)


def _written_batch(
    db: sqlite_utils.Database, batch: _Batch, results: Iterable[Result], annotator: Annotates, started: str
) -> Iterator[Outcome]:
    """The outcomes of a batch, each already written."""
    for outcome in batch.settled:
        settle_issues(db, outcome.place, outcome.issue)
        yield outcome
    for (taken, document), result in zip(batch.changed, results, strict=True):
        yield _written(db, taken, document, result, Run(_stamp(annotator, document), started))


def _written(db: sqlite_utils.Database, taken: Intake, document: Document, result: Result, run: Run) -> Outcome:
    place = taken.place
    if isinstance(result, Failure):
        message = f"{place}: could not be annotated ({result.kind}: {result.message}). Please report it."
        return _recorded(db, Issue(document=place, stage="parse", kind="failed", message=message))
    annotation = result.model_copy(update={"issues": (*taken.notes, *result.issues)})
    try:
        settled = write_annotation(db, annotation, run=run)
    except DatabaseError as error:
        if isinstance(error.__cause__, sqlite3.OperationalError):
            raise  # a full disk or a locked file concerns all documents
        message = f"{place}: could not be stored. {error}"
        return _recorded(db, Issue(document=place, stage="store", kind="failed", message=message))
    settle_issues(db, place)
    settled += _forget_nameless(db, document)
    return Outcome(place, "annotated", annotation=annotation, notes=settled)


def _recorded(db: sqlite_utils.Database, issue: Issue) -> Outcome:
    settle_issues(db, issue.document, issue)
    return _failed(issue.document, issue)


def _forget_nameless(db: sqlite_utils.Database, document: Document) -> tuple[Issue, ...]:
    """Remove the same file as it was stored before its publisher or address was known: its id was another one then."""
    nameless = document_id(document.text, document.name)
    if nameless != document.id and db.table("documents").count_where("id = ?", [nameless]):
        return replace_document(db, nameless, document.id)
    return ()


def _failed(place: str, issue: Issue | None) -> Outcome:
    is_article = issue is None or issue.kind not in {"not_a_file", "link_loop", "duplicate", "entries_left"}
    return Outcome(place, "failed" if is_article else "skipped", issue=issue)
