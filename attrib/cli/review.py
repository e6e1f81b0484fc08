"""`attrib review`: what is most worth a human look."""

import csv
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attrib.cli.options import FILE

if TYPE_CHECKING:
    from attrib.review.queue import Candidate


@click.command()
@click.argument("database", type=FILE)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="List the first N only.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="Form of the list; csv and json hold the places too.",
)
@click.option("--serve", "is_served", is_flag=True, help="Walk through them on a page of your own, 127.0.0.1 only.")
@click.option("--by", metavar="NAME", help="With --serve: who judges; published with the judgements.")
@click.option(
    "--port", default=0, show_default="a free one", type=click.IntRange(0, 65535), help="With --serve: its port."
)
def review(*, database: Path, limit: int | None, format_: str, is_served: bool, by: str | None, port: int) -> None:
    """List the statements of the working DATABASE that are most worth a human look, each with the reason.

    \b
    In this order:
      judgement   corrected by somebody, and moved or lost by a later annotation
      contested   one party confirms it, another one disputes it
      disputed    another party than its own denies or doubts it
      ambiguous   several parties fit the words for its speaker
      unresolved  nobody can be made out as its source
      discovered  its source has many statements and no entry in the registry
      unclosed    a quotation was taken to end with its paragraph

    Within a reason they stand in the order of documents and places. Statements that somebody judged are left out.
    Correct them in an export and bring it back with attrib import, or judge them one by one with --serve: right, no
    statement, another source, form or value. Open the address that is printed; Ctrl-C ends it.
    """
    if is_served:
        _serve(database, by=by, port=port)
        return
    from attrib.review.queue import review as candidates
    from attrib.store.write import open_database

    with closing(open_database(database)) as db:
        found = list(candidates(db, limit=limit))
    if format_ == "json":
        click.echo(json.dumps([_row(each) for each in found], ensure_ascii=False, indent=1))
    elif format_ == "csv":
        _write_csv(found)
    elif not found:
        click.echo("Nothing to review: no statement that nobody has judged is contested, disputed or doubtful.")
    else:
        for each in found:
            click.echo(f"{', '.join(each.reasons)}: {each.statement or '-'} in {each.document}: {each.why}")
            click.echo(f"    {each.passage}")


def _serve(database: Path, *, by: str | None, port: int) -> None:
    from attrib.site.desk.serve import serve_desk

    if not by or not by.strip():
        raise click.UsageError("--serve needs --by NAME: who judges is published with each judgement.")
    serve_desk(
        database,
        by=by.strip(),
        port=port,
        ready=lambda address: click.echo(f"Ready: {address}"),
        settled=lambda: click.echo("The statements of all documents were compared again."),
    )


def _row(candidate: "Candidate") -> dict[str, Any]:
    return {**candidate._asdict(), "reasons": ", ".join(candidate.reasons)}


def _write_csv(found: "list[Candidate]") -> None:
    from attrib.publish.export.tables import harmless
    from attrib.review.queue import Candidate

    lines = csv.writer(sys.stdout, lineterminator="\n")
    lines.writerow(Candidate._fields)
    for each in found:
        lines.writerow([harmless(cell) for cell in _row(each).values()])
