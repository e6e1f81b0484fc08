"""docs/cli.md: what `--help` says of every command."""

from collections.abc import Iterator

import click

WIDTH = 100

HEAD = """\
# Command line

Made by `attrib schema` from what `--help` says; do not edit.
"""


def commands(command: click.Command, parent: click.Context | None = None) -> Iterator[click.Context]:
    """The context of a command and of all commands below it."""
    name = command.name if parent else "attrib"
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    yield context
    if isinstance(command, click.Group):
        for _, below in sorted(command.commands.items()):
            yield from commands(below, context)


def reference() -> str:
    """The whole page."""
    from attrib.cli import main

    sections = [
        f"## {context.command_path}\n\n```\n{context.command.get_help(context)}\n```\n" for context in commands(main)
    ]
    return "\n".join([HEAD, *sections])
