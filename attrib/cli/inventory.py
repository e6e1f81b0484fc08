"""`attrib models`, `attrib sources`, `attrib schema`: what is there, and the files made from it."""

from pathlib import Path

import click

from attrib.cli.options import FILE, FOLDER


@click.group()
def models() -> None:
    """The Stanza models that read the articles."""


@models.command("list")
def list_models() -> None:
    """List the models that came with the package, with their size, licence and scores."""
    from attrib.models import installed_models

    for found in installed_models():
        click.echo(f"{found.language}  {found.size / 1e6:.0f} MB  {found.licence}  {found.folder}")
        click.echo(f"    {', '.join(found.processors)}")
        click.echo(f"    {', '.join(f'{name} {value:.1f}' for name, value in found.scores.items())}")


@models.command("pull")
@click.argument("language")
@click.option("--to", type=FOLDER, required=True, help="Folder to put them in.")
def pull(*, language: str, to: Path) -> None:
    """Fetch Stanza's official models for LANGUAGE; needs the network."""
    from attrib.models import pull_models

    folder = pull_models(language, to)
    click.echo(f"Use them with: attrib annotate … --models {folder}")


@click.group()
def sources() -> None:
    """The registry of sources known beforehand."""


@sources.command("list")
@click.option("--sources", "folders", metavar="DIR", type=FOLDER, multiple=True, help="Further registry files.")
def list_sources(*, folders: tuple[Path, ...]) -> None:
    """List every source: id, kind, country, name."""
    from attrib.registry.registry import load_registry

    for entry in sorted(load_registry(*folders).entries, key=lambda entry: entry.id):
        click.echo(f"{entry.id:<32} {entry.kind:<26} {entry.country or '':<3} {entry.name.de}")


@sources.command("show")
@click.argument("source_id", metavar="ID")
@click.option("--sources", "folders", metavar="DIR", type=FOLDER, multiple=True, help="Further registry files.")
def show(*, source_id: str, folders: tuple[Path, ...]) -> None:
    """Show everything the registry knows of the source ID."""
    import yaml

    from attrib.errors import ResourceError
    from attrib.registry.registry import load_registry

    registry = load_registry(*folders)
    if source_id not in registry.by_id:
        raise ResourceError(
            f"There is no source {source_id!r} in the registry; `attrib sources list` shows all ids.", seen=source_id
        )
    known = registry.by_id[source_id].model_dump(mode="json", by_alias=True, exclude_defaults=True)
    click.echo(yaml.safe_dump(known, allow_unicode=True, sort_keys=False).rstrip())


@sources.command("check")
@click.argument("folder", metavar="DIR", type=FOLDER)
def check(*, folder: Path) -> None:
    """Check the registry files in DIR, alone and together with the shipped ones."""
    from attrib.registry.registry import load_registry

    shipped, merged = load_registry(), load_registry(folder)
    known = {entry.id: entry for entry in shipped.entries}
    own = [entry for entry in merged.entries if known.get(entry.id) != entry]
    replaced = [entry.id for entry in own if entry.id in shipped.by_id]
    added = len(own) - len(replaced)
    instead = f", {len(replaced)} in place of shipped ones ({', '.join(replaced)})" if replaced else ""
    click.echo(f"{folder}: {added} new {'source' if added == 1 else 'sources'}{instead}, all right")


@sources.command("discovered")
@click.option("--db", "database", type=FILE, default="attrib.db", show_default=True, help="The working database.")
@click.option("--at-least", type=click.IntRange(min=1), default=1, show_default=True, help="Statements it must have.")
def discovered(*, database: Path, at_least: int) -> None:
    """Print the parties that articles name and the registry does not know, as YAML to be checked and completed."""
    from contextlib import closing

    from attrib.registry.registry import load_registry
    from attrib.review.curation import discovered_sources
    from attrib.store.write import open_database

    db = open_database(database)
    with closing(db.conn):
        click.echo(discovered_sources(db, load_registry(), at_least=at_least), nl=False)


@sources.command("reconcile")
@click.argument("list_", metavar="[LIST]", type=FILE, required=False)
@click.option("--db", "database", type=FILE, help="A working database: its discovered sources instead of LIST.")
@click.option("--accept", is_flag=True, help="LIST was judged: print registry entries with the names that match.")
@click.option("--sources", "folders", metavar="DIR", type=FOLDER, multiple=True, help="Further registry files.")
def reconcile(*, list_: Path | None, database: Path | None, accept: bool, folders: tuple[Path, ...]) -> None:
    """Match LIST, a CSV file with a column `name`, with the registry: print it with candidates and scores.

    Look at the column `judgment`, write `matched` or `none` into it, and give the file back with --accept.
    """
    from attrib.cli.tables import printed, read_table
    from attrib.registry.registry import load_registry
    from attrib.review.reconciliation import COLUMNS, accepted, reconciled

    if (list_ is None) == (database is None):
        raise click.UsageError("name either a CSV file or a database with --db")
    if accept and list_ is None:
        raise click.UsageError("--accept reads the judged CSV file; name it")
    registry = load_registry(*folders)
    rows = _discovered(database) if database is not None else read_table(list_ or Path())
    if accept:
        click.echo(accepted(rows, registry), nl=False)
        return
    click.echo(printed(list(reconciled(rows, registry)), last=COLUMNS), nl=False)


def _discovered(database: Path) -> list[dict[str, str]]:
    from contextlib import closing

    from attrib.review.reconciliation import discovered_rows
    from attrib.store.write import open_database

    db = open_database(database)
    with closing(db.conn):
        return list(discovered_rows(db))


@click.command()
@click.option("--out", type=FOLDER, default=".", show_default=True, help="Root of the repository.")
def schema(*, out: Path) -> None:
    """Write the generated files anew.

    schema/, metadata.yml, CITATION.cff, docs/api.md, docs/cli.md and docs/tables.md.
    """
    from attrib.cli.reference import reference
    from attrib.publish.schema import write_files

    write_files(out)
    target = out / "docs" / "cli.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(reference(), encoding="utf-8", newline="\n")
