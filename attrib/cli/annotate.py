"""`attrib annotate`: articles into the working database."""

from collections.abc import Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attrib.cli.cluster import OnCluster, cluster_options
from attrib.cli.course import Course
from attrib.cli.jobs import jobs_option, shared
from attrib.cli.options import FILE, annotator_options
from attrib.cli.progress import shown
from attrib.cli.reading import Reading, reading_options
from attrib.cli.tally import count, summary

if TYPE_CHECKING:
    import sqlite_utils


@click.command()
@click.option("--db", "database", type=FILE, default="attrib.db", show_default=True, help="The working database.")
@annotator_options
@click.option(
    "--ratings",
    metavar="FILE.yml",
    type=FILE,
    help="Reliability letters with their reasons, to add to the database; see docs/sources.md.",
)
@reading_options
@jobs_option
@cluster_options
@click.option(
    "--max-errors",
    metavar="N",
    type=click.IntRange(min=1),
    help="Stop after the batch in which the Nth document failed.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show nothing but problems.")
@click.option("-v", "--verbose", is_flag=True, help="Name every document as it is done.")
@click.pass_context
def annotate(
    ctx: click.Context,
    /,
    *,
    database: Path,
    models: Path | None,
    sources: tuple[Path, ...],
    ratings: Path | None,
    jobs: int | None,
    cluster: str | None,
    out: str | None,
    max_errors: int | None,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> None:
    """Read the articles in PATHS and store who claims what in them.

    PATHS are files, folders of them, addresses, or - for standard input: text and Markdown (.txt, .md), web pages
    (.html), tables and records with one article each (.csv, .parquet, .jsonl, .json, also packed as .gz or .zst),
    feeds (.rss, .atom, .xml), documents (.pdf with a text layer, .docx, .odt, .epub), mail (.eml, .mbox), web
    archives (.warc, .wacz), and .zip archives of these; docs/intake.md lists them. What is known of an article beside
    its text (publisher, date, address, rights) is read from the file, and from a documents.yml in the same folder,
    which goes before it.

    An address (https://…, http://…) is that of a page, a feed or any such file. Nothing else is ever fetched: the page
    itself, or the pages of a feed's entries, one at a time, as far as the site's robots.txt allows.

    Documents that have not changed since they were annotated by the same rules, lists and models are passed over, and
    the others are annotated again. An article that cannot be read or is in another language is named on stderr,
    recorded in the table issues, and the others go on; the exit code is then 3. Ctrl-C ends after the documents at
    hand, and the next run goes on from there.

    Several processes (--jobs) write the same rows in the same order as one. Documents of a process that the system
    ends are annotated by another one.
    """
    from attrib.pipeline.run import annotate_articles
    from attrib.pipeline.several import annotators
    from attrib.registry.rating import load_ratings
    from attrib.store.locking import only_writer
    from attrib.store.write import open_database

    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other; leave one out.")
    on_cluster = OnCluster.of(cluster, out)
    reading, course = Reading.of(given, models=models), Course(max_errors)
    course.tally.passed_over = reading.found.passed_over
    rated = load_ratings(ratings) if ratings is not None else ()
    wanted: dict[str, Any] = {"codes": tuple(reading.languages), "models": models, "sources": sources}
    annotator, make = annotators(**wanted), partial(annotators, **wanted, alone=True)
    if on_cluster is not None:
        versions = {code: annotator.version_of(code) for code in reading.languages}
        ctx.exit(on_cluster.annotate(reading, versions, make, jobs=jobs, quiet=quiet))
    with (
        only_writer(database),
        closing(open_database(database, create=True)) as db,
        course.stop.listening(),
        shared(jobs, reading, make) as (articles, annotate_batches),
    ):
        if not quiet:
            _tell_of_others(db, {code: annotator.version_of(code) for code in reading.languages}, database)
        outcomes = annotate_articles(
            db,
            articles,
            annotator,
            started=course.started,
            ratings=rated,
            should_stop=course.should_stop,
            annotate_batches=annotate_batches,
        )
        for outcome in shown(outcomes, reading.number, quiet=quiet, verbose=verbose):
            course.tally.add(outcome)
    if not quiet:
        click.echo(summary(course.tally, database=database, seconds=course.seconds, stopped=course.should_stop()))
    ctx.exit(course.exit_code)


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
