"""`attrib load`: what a cluster annotated, into the working database."""

from pathlib import Path

import click

from attrib.cli.annotating import store, writing
from attrib.cli.course import Course
from attrib.cli.options import FILE, annotator_options
from attrib.cli.tally import count


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
    from attrib.pipeline.several import annotators

    folder, course = BlockFolder(place), Course()
    annotator = annotators(codes=tuple(folder.plan["versions"]), models=models, sources=sources)
    annotated = Annotated(folder, annotator)
    if annotated.missing:
        told = f"{count(annotated.missing, 'block')} of {place} not annotated yet; the rest is loaded."
        click.echo(f"Note: {told}", err=True)
    with writing(database, course) as db:
        store(db, annotated.articles(), annotator, course, annotate_batches=annotated, quiet=quiet)
    if not quiet:
        click.echo(course.summary(database))
    ctx.exit(course.exit_code)
