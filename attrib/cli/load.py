"""`attrib load`: what a cluster annotated, into the working database."""

from contextlib import closing
from pathlib import Path

import click

from attrib.cli.course import Course
from attrib.cli.options import FILE, annotator_options
from attrib.cli.progress import shown
from attrib.cli.tally import count, summary


@click.command()
@click.argument("place", metavar="DIR")
@click.option("--db", "database", type=FILE, default="attrib.db", show_default=True, help="The working database.")
@annotator_options
@click.option("-q", "--quiet", is_flag=True, help="Show nothing but problems.")
@click.pass_context
def load(
    ctx: click.Context, /, *, place: str, database: Path, models: Path | None, sources: tuple[Path, ...], quiet: bool
) -> None:
    """Put what `attrib annotate --cluster` wrote to DIR into the working database.

    DIR is a folder, also one of a store (s3://…, gs://…). The rows are those that `attrib annotate` would have written
    for the same files; what is stored already is passed over, so that a second load does what came in between. DIR
    must have been annotated by this version of rules, lists and models, and with the same --models and --sources.
    """
    from attrib.pipeline.blocks import BlockFolder
    from attrib.pipeline.loading import Annotated
    from attrib.pipeline.run import annotate_articles
    from attrib.pipeline.several import annotators
    from attrib.store.locking import only_writer
    from attrib.store.write import open_database

    folder, course = BlockFolder(place), Course()
    annotator = annotators(codes=tuple(folder.plan["versions"]), models=models, sources=sources)
    annotated = Annotated(folder, annotator)
    if annotated.missing:
        told = f"{count(annotated.missing, 'block')} of {place} not annotated yet; the rest is loaded."
        click.echo(f"Note: {told}", err=True)
    with only_writer(database), closing(open_database(database, create=True)) as db, course.stop.listening():
        outcomes = annotate_articles(
            db,
            annotated.articles(),
            annotator,
            started=course.started,
            should_stop=course.should_stop,
            annotate_batches=annotated,
        )
        for outcome in shown(outcomes, None, quiet=quiet, verbose=False):
            course.tally.add(outcome)
    if not quiet:
        click.echo(summary(course.tally, database=database, seconds=course.seconds, stopped=course.should_stop()))
    ctx.exit(course.exit_code)
