"""`attrib doctor`: what is wrong, and how to mend it."""

from pathlib import Path

import click

from attrib.cli.options import FILE, FOLDER

WRONG = 2


@click.command()
@click.option("--db", "database", type=FILE, help="A working database to look at.  [default: attrib.db if it is there]")
@click.option("--out", "folder", type=FOLDER, help="A published folder to look at.  [default: dist if it is there]")
@click.option("--language", metavar="CODE", help="Language of the models and lists.  [default: all that are there]")
@click.option("--models", type=FOLDER, help="Folder of Stanza models to look at instead of the shipped ones.")
@click.pass_context
def doctor(
    ctx: click.Context, *, database: Path | None, folder: Path | None, language: str | None, models: Path | None
) -> None:
    """Check installation, models, lists, the database and the published folder.

    Says in plain words what is wrong and how to mend it; changes nothing. The exit code is 2 if something is wrong.
    """
    from attrib.cli.examination import examine

    found = list(
        examine(
            language=language,
            models=models,
            database=database or _if_there(Path("attrib.db")),
            folder=folder or _if_there(Path("dist")),
        )
    )
    width = max(len(each.subject) for each in found)
    for each in found:
        click.echo(f"{each.state:<6} {each.subject:<{width}}  {each.message}")
    wrong = sum(each.state == "wrong" for each in found)
    click.echo("everything is in order" if not wrong else f"{wrong} to be mended")
    ctx.exit(WRONG if wrong else 0)


def _if_there(path: Path) -> Path | None:
    return path if path.exists() else None
