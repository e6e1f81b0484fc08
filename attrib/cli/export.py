"""`attrib export`: the data as files that other programs load."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attrib.cli.options import ANY, FOLDER

if TYPE_CHECKING:
    from attrib.publish.export.material import Material, Step

TIMES_DRAWN = 1000
"""How often the bar is drawn anew: drawing takes longer than writing a row."""


@click.command()
@click.argument("database", type=ANY, metavar="DATABASE|DIST")
@click.option(
    "--format",
    "formats",
    metavar="FORMAT",
    multiple=True,
    required=True,
    help="csv, parquet, jsonl, sqlite, conllu, webannotation, wikinews, uima; may be repeated.",
)
@click.option("--out", type=FOLDER, required=True, help="Folder for the files; it must be empty or not exist.")
@click.option("--force", is_flag=True, help="Write into a folder that is not empty, replacing files of the same name.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def export(*, database: Path, formats: tuple[str, ...], out: Path, force: bool, quiet: bool) -> None:
    """Write the data as files: a working DATABASE, or the folder made by `attrib build`.

    Nothing is written that the site would not show. What the rights of articles keep out is reported. conllu,
    wikinews and uima are made from the analysis of the words, which only a working database holds. docs/downloads.md
    says what each format holds and how to load it.
    """
    from attrib.publish.export.target import export as write

    with ExitStack() as stack:

        def started(material: "Material") -> "Step":
            """A bar from here on, when it is known how far it is."""
            total = material.steps(formats)
            bar = click.progressbar(
                length=total,
                label="Exporting",
                file=sys.stderr,
                hidden=quiet or not sys.stderr.isatty(),
                update_min_steps=max(1, total // TIMES_DRAWN),
            )
            stack.enter_context(bar)
            return lambda: bar.update(1)

        content = write(database, formats=formats, out=out, force=force, started=started)
    for file in content["files"]:
        click.echo(f"{out / file['path']}: {file['rows']} {file['unit']}, {file['bytes'] / 1e6:.2f} MB")
    for left in content["left_out"]:
        click.echo(f"{left['format']}: {left['documents']} {left['reason']}", err=True)
