"""`attrib import`: what people corrected in an export, back into the database."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from attrib.cli.options import ANY, FILE


@click.command("import")
@click.argument("format_", metavar="FORMAT", type=click.Choice(["uima", "jsonl", "brat", "doccano", "labelstudio"]))
@click.argument("path", type=ANY)
@click.option("--db", "database", type=FILE, default="attrib.db", show_default=True, help="The working database.")
@click.option("--by", metavar="NAME", required=True, help="Who corrected; published with the judgements.")
@click.option("--why", metavar="TEXT", help="Why, where the file itself does not say.")
@click.option("--on", metavar="DATE", help="When it was corrected, YYYY-MM-DD.  [default: today]")
def import_(*, format_: str, path: Path, database: Path, by: str, why: str | None, on: str | None) -> None:
    """Bring back PATH, an export in FORMAT in which somebody corrected statements.

    PATH is a file, a folder or a zip archive. Every correction becomes a row of the table judgements; what the program
    found stays as it is, and the site and all exports show the newest judgement. A statement that was deleted counts
    as rejected, one without an id as added. The status is derived and cannot be corrected. If anything cannot be taken
    over, nothing is. docs/downloads.md shows how to correct with INCEpTION, brat, doccano and Label Studio.
    """
    from pydantic import ValidationError

    from attrib.review.correction.bringing import READERS, bring_back
    from attrib.review.correction.corrected import Judge
    from attrib.store.locking import only_writer
    from attrib.store.write import open_database

    try:
        judge = Judge(by=by, on=on or datetime.now(UTC).date().isoformat(), why=why)
    except ValidationError as error:
        raise click.UsageError(f"--{error.errors()[0]['loc'][0]}: {error.errors()[0]['msg']}") from error
    with only_writer(database), closing(open_database(database)) as db:
        report = bring_back(db, READERS[format_](path), judge)
    for note in report.notes:
        click.echo(f"Note: {note}", err=True)
    fields = ", ".join(f"{number} {name}" for name, number in sorted(report.fields.items()))
    corrected = f"corrected {report.corrected}" + (f" ({fields})" if fields else "")
    done = f"{corrected}, added {report.added}, rejected {report.rejected}"
    click.echo(f"documents read: {report.documents}; statements: {done}")
