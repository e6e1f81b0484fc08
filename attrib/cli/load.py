"""`attrib load`: what a cluster annotated, into the working database."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attrib.cli.annotating import store, writing
from attrib.cli.course import Course
from attrib.cli.options import FILE, annotator_options
from attrib.cli.tally import count

if TYPE_CHECKING:
    from attrib.claim.link import Compares


@click.command()
@click.argument("place", metavar="DIR")
@click.option("--db", "database", type=FILE, default="attrib.db", show_default=True, help="The working database.")
@annotator_options
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Compare documents and statements on a Ray cluster, as for `attrib annotate`; with the same result.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show nothing but problems.")
@click.pass_context
def load(
    ctx: click.Context,
    /,
    *,
    place: str,
    database: Path,
    models: Path | None,
    sources: tuple[Path, ...],
    cluster: str | None,
    quiet: bool,
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
    with writing(database, course) as db, _comparing(cluster) as compares:
        articles = annotated.articles()
        store(db, articles, annotator, course, annotate_batches=annotated, compares=compares, quiet=quiet)
    if not quiet:
        click.echo(course.summary(database))
    ctx.exit(course.exit_code)


@contextmanager
def _comparing(address: str | None) -> "Iterator[Compares | None]":
    """What compares on a cluster; None for this process."""
    if address is None:
        yield None
        return
    from attrib.pipeline.cluster import cluster
    from attrib.pipeline.machine import room_for_processes

    with cluster(address, actors=room_for_processes()):
        from attrib.pipeline.across import OnCluster  # has what Ray brings along

        yield OnCluster()
