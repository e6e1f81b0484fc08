"""`attrib annotate`: articles into the working database."""

from pathlib import Path
from typing import Any

import click

from attrib.cli.annotating import Annotating
from attrib.cli.cluster import OnCluster, cluster_options
from attrib.cli.course import Course
from attrib.cli.jobs import jobs_option
from attrib.cli.nothing import read_ahead, tell_of_nothing
from attrib.cli.options import FILE, annotator_options
from attrib.cli.reading import Reading, reading_options


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
    recorded in the table issues, and the others go on; the exit code is then 3. Where there is no database yet and not
    one article can be read, none is made. Ctrl-C ends after the documents at
    hand, and the next run goes on from there.

    Several processes (--jobs) write the same rows in the same order as one. Documents of a process that the system
    ends are annotated by another one.
    """
    from attrib.registry.rating import load_ratings

    on_cluster = OnCluster.of(cluster, out)
    reading, course = Reading.of(given, models=models), Course(max_errors)
    course.tally.passed_over = reading.found.passed_over
    rated = load_ratings(ratings) if ratings is not None else ()
    files, pages = reading.files(), reading.pages()
    if on_cluster is None and not database.exists():
        problems, files, pages = read_ahead(files, pages, is_language_named=reading.language != "auto")
        if problems:
            tell_of_nothing(problems, course, database, quiet=quiet)
            ctx.exit(course.exit_code)
    annotating = Annotating.of(
        database, reading.languages, models=models, sources=sources, jobs=jobs, quiet=quiet, verbose=verbose
    )
    if on_cluster is not None:
        ctx.exit(on_cluster.annotate(reading, annotating.versions, annotating.make, jobs=jobs, quiet=quiet))
    annotating.run(files, pages, course, number=reading.number, ratings=rated)
    if not quiet:
        click.echo(course.summary(database))
    ctx.exit(course.exit_code)
