"""What `attrib annotate` and `attrib watch` do with articles: annotate and store them, and tell of each."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from attrib.cli.jobs import shared
from attrib.cli.progress import shown
from attrib.cli.tally import count

if TYPE_CHECKING:
    import sqlite_utils

    from attrib.claim.link import Compares
    from attrib.cli.course import Course
    from attrib.intake.intake import Intake
    from attrib.pipeline.batch import Annotates, AnnotatesBatches
    from attrib.pipeline.workers import Make
    from attrib.registry.rating import Rating


@dataclass(frozen=True)
class Annotating:
    """With what articles are annotated, made once, and how it is told."""

    database: Path
    languages: Sequence[str]
    annotator: "Annotates"
    make: "Make"
    """Makes the same for a process of its own."""
    jobs: int | None
    quiet: bool
    verbose: bool

    @classmethod
    def of(
        cls,
        database: Path,
        languages: Sequence[str],
        *,
        models: Path | None,
        sources: tuple[Path, ...],
        jobs: int | None,
        quiet: bool,
        verbose: bool,
    ) -> Self:
        """From the options of a command."""
        from attrib.pipeline.several import annotators

        if quiet and verbose:
            raise click.UsageError("--quiet and --verbose exclude each other; leave one out.")
        wanted: dict[str, Any] = {"codes": tuple(languages), "models": models, "sources": sources}
        make = partial(annotators, **wanted, alone=True)
        return cls(database, languages, annotators(**wanted), make, jobs, quiet, verbose)

    @property
    def versions(self) -> Mapping[str, str]:
        """What decides an annotation, by language."""
        return {code: self.annotator.version_of(code) for code in self.languages}

    def run(
        self,
        files: "Iterator[Intake]",
        pages: "Iterator[Intake]",
        course: "Course",
        *,
        number: int | None = None,
        ratings: "Sequence[Rating]" = (),
    ) -> None:
        """Annotate articles and store them, as the only writer of the database; `number` is how many there are."""
        with (
            writing(self.database, course) as db,
            shared(self.jobs, files, pages, self.make) as (articles, annotate_batches),
        ):
            if not self.quiet:
                _tell_of_others(db, self.versions, self.database)
            store(
                db,
                articles,
                self.annotator,
                course,
                annotate_batches=annotate_batches,
                ratings=ratings,
                number=number,
                quiet=self.quiet,
                verbose=self.verbose,
            )


@contextmanager
def writing(database: Path, course: "Course") -> "Iterator[sqlite_utils.Database]":
    """The working database, made if it is not there, for its only writer; Ctrl-C is listened for."""
    from attrib.store.locking import only_writer
    from attrib.store.write import open_database

    with only_writer(database), closing(open_database(database, create=True)) as db, course.stop.listening():
        yield db


def store(
    db: "sqlite_utils.Database",
    articles: "Iterator[Intake]",
    annotator: "Annotates",
    course: "Course",
    *,
    annotate_batches: "AnnotatesBatches | None",
    ratings: "Sequence[Rating]" = (),
    number: int | None = None,
    compares: "Compares | None" = None,
    quiet: bool = False,
    verbose: bool = False,
) -> None:
    """Store articles as they are annotated, tell of each, and count them in the course.

    `annotate_batches` and `compares` are as for `attrib.pipeline.run.annotate_articles`.
    """
    from attrib.pipeline.run import annotate_articles

    outcomes = annotate_articles(
        db,
        articles,
        annotator,
        started=course.started,
        ratings=ratings,
        should_stop=course.should_stop,
        annotate_batches=annotate_batches,
        compares=compares,
    )
    for outcome in shown(outcomes, number, quiet=quiet, verbose=verbose):
        course.tally.add(outcome)


def _tell_of_others(db: "sqlite_utils.Database", versions: Mapping[str, str], database: Path) -> None:
    """Said before the run, because it explains why what was done is done again."""
    from attrib.store.write import outdated

    if others := sum(outdated(db, version, language=code) for code, version in versions.items()):
        documents = f"{count(others, 'document')} in {database} {'was' if others == 1 else 'were'}"
        click.echo(
            f"Note: {documents} annotated with other rules, lists or models. What is read now is annotated again; the "
            "rest stays as it is. docs/scaling.md says what an update keeps.",
            err=True,
        )
