"""`attrib export`: the data as files that other programs load."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attrib.cli.options import ANY, FOLDER

if TYPE_CHECKING:
    from attrib.publish.export.material import Material, Step

FEW = 5
"""Files of a folder that are named one by one; of more their sum is told."""
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
    help="csv, parquet, jsonl, sqlite, webannotation, conllu, wikinews, uima, brat, doccano, labelstudio; may be "
    "repeated.",
)
@click.option("--out", type=FOLDER, required=True, help="Folder for the files; it must be empty or not exist.")
@click.option("--force", is_flag=True, help="Write into a folder that is not empty, replacing files of the same name.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def export(*, database: Path, formats: tuple[str, ...], out: Path, force: bool, quiet: bool) -> None:
    """Write the data as files: a working DATABASE, or the folder made by `attrib build`.

    Nothing is written that the site would not show. What the rights of articles keep out is reported. conllu,
    wikinews, uima, brat, doccano and labelstudio are made from the analysis of the words, which only a working database
    holds. docs/downloads.md
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
    for name, files in _by_folder(content["files"]).items():
        click.echo(f"{out / name}: {_told(files)}")
    for left in content["left_out"]:
        click.echo(f"{left['format']}: {left['documents']} {left['reason']}", err=True)


def _by_folder(files: Sequence[Mapping[str, Any]]) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The files by their paths; those of a folder that holds many, by the folder."""
    folders: dict[str, list[Mapping[str, Any]]] = {}
    for file in files:
        folders.setdefault(str(Path(file["path"]).parent), []).append(file)
    told: dict[str, Sequence[Mapping[str, Any]]] = {}
    for folder, listed in folders.items():
        told |= {f"{folder}/": listed} if len(listed) > FEW else {file["path"]: [file] for file in listed}
    return told


def _told(files: Sequence[Mapping[str, Any]]) -> str:
    """How much is in them: *45 files, 1234 rows, 512 kB*."""
    rows: Counter[str] = Counter()
    for file in files:
        rows[file["unit"]] += file["rows"]
    content = ", ".join(f"{number} {unit}" for unit, number in rows.items())
    size = as_size(sum(file["bytes"] for file in files))
    return f"{len(files)} files, {content}, {size}" if len(files) > 1 else f"{content}, {size}"


def as_size(number: int) -> str:
    """Bytes in the unit in which they say something."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{number / 1e3:.1f} kB"
