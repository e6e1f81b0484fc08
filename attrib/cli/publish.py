"""`attrib build` and `attrib serve`: from the working database to the site."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal

import click

from attrib.cli.options import ANY, FILE, FOLDER, with_options


def publishing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--out`, `--downloads`, `--private-persons`, `--erase`: what is published, and where."""
    return with_options(
        command,
        click.option("--out", type=FOLDER, default="dist", show_default=True, help="Folder for the published copy."),
        click.option("--downloads/--no-downloads", default=True, help="Also write downloads/.  [default: yes]"),
        click.option(
            "--private-persons",
            type=click.Choice(["initials", "omit", "keep"]),
            default="initials",
            show_default=True,
            help="People whom a text names without office, function or entry in the registry.",
        ),
        click.option(
            "--erase",
            type=FILE,
            help="Names and ids to leave out, one a line.  [default: erase.txt beside the database, if there]",
        ),
    )


@click.command()
@click.argument("database", type=FILE)
@publishing_options
@click.option(
    "--previous",
    type=ANY,
    help="An earlier published copy, the folder of --out for instance: the site then says what changed since.",
)
def build(
    *,
    database: Path,
    out: Path,
    downloads: bool,
    private_persons: Literal["initials", "omit", "keep"],
    erase: Path | None,
    previous: Path | None,
) -> None:
    """Publish the working DATABASE: a copy without private columns, and all that Datasette needs to show it.

    The folder downloads/ holds the same data as files (`attrib export`), listed on a page of the site, in every format
    whose library is installed.

    What an article's rights forbid to show is not in the copy.
    """
    from attrib.publish.builds import publish
    from attrib.publish.export.formats import missing_libraries

    report = publish(
        database, out, downloads=downloads, private_persons=private_persons, erase=erase, previous=previous
    )
    rights = ", ".join(f"{number} with rights {name}" for name, number in report.documents.items() if number)
    click.echo(f"{report.database}: {report.size / 1e6:.1f} MB, sha256 {report.sha256}")
    click.echo(f"{sum(report.documents.values())} documents ({rights or 'none'})")
    sources = f"{report.sources} sources ({report.credited} of statements)"
    click.echo(f"{report.statements} statements, {sources}, {report.assessments} assessments")
    if report.covered:
        click.echo(f"{report.covered} persons covered (--private-persons {private_persons}, erase list)")
    for name, library in missing_libraries().items() if downloads else ():
        click.echo(f"downloads/ is without {name}, which needs {library}: pip install 'attrib[{name}]'", err=True)


@click.command()
@click.argument("path", type=ANY)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
@click.option("--out", type=FOLDER, help="Where to publish a working database.  [default: dist beside it]")
@click.option(
    "--contact",
    metavar="ADDRESS",
    help="Where readers report errors: mailto:…, or https://… with {title} and {body} to fill in.",
)
@click.option(
    "--public-url", metavar="URL", help="The address at which readers reach the site, for links and citations."
)
@click.option("--base-path", metavar="PATH", help="The path below which a proxy shows the site, such as /attrib/.")
@click.option(
    "--proxy",
    "proxies",
    metavar="ADDRESS",
    multiple=True,
    help="Address or network of a proxy that is believed for whom it asks (X-Forwarded-For, -Proto); * for any.",
)
@click.option(
    "--robots",
    "crawlers",
    type=click.Choice(["pages", "all", "none"]),
    default="pages",
    show_default=True,
    help="What search engines may list: pages without filters and data, everything, or nothing.",
)
def serve(
    *,
    path: Path,
    host: str,
    port: int,
    out: Path | None,
    contact: str | None,
    public_url: str | None,
    base_path: str | None,
    proxies: tuple[str, ...],
    crawlers: Literal["pages", "all", "none"],
) -> None:
    """Show PATH as a website: a folder made by `attrib build`, or a working database, which is published first.

    The last line is the address, printed when the site answers. Ctrl-C ends it.
    """
    from attrib.site.serve import serve as show

    show(
        path,
        host=host,
        port=port,
        out=out,
        contact=contact,
        public_url=public_url,
        base_path=base_path,
        proxies=proxies,
        crawlers=crawlers,
        ready=lambda address: click.echo(f"Ready: {address}"),
        tell=partial(click.echo, err=True),
    )
