"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)
ANY = click.Path(path_type=Path)


def with_options(command: Command, *options: Callable[[Command], Command]) -> Command:
    """The command with options, told by `--help` in this order."""
    for option in reversed(options):
        command = option(command)
    return command


def annotator_options(command: Command) -> Command:
    """`--models`, `--sources`: with what to annotate."""
    models = click.option(
        "--models", metavar="DIR", type=FOLDER, help="Folder of Stanza models to use instead of the shipped ones."
    )
    sources = click.option(
        "--sources",
        metavar="DIR",
        type=FOLDER,
        multiple=True,
        help="Folder of further registry files (*.yml), merged with the shipped ones; may be repeated.",
    )
    return models(sources(command))
