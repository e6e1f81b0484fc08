"""Where not one article can be read: told before lists and models are loaded and a database is made."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attrib.cli.tally import count

if TYPE_CHECKING:
    from attrib.cli.course import Course
    from attrib.intake.intake import Intake


def read_ahead(
    files: "Iterator[Intake]", pages: "Iterator[Intake]", *, is_language_named: bool = False
) -> "tuple[Sequence[Intake], Iterator[Intake], Iterator[Intake]]":
    """All that was found if no article is among it, else nothing, and files and pages with what was read put back.

    Where a language was named, an article in another one counts: whether there is such a language is yet to be told.
    """
    first: list[list[Intake]] = []
    for articles in (files, pages):
        first.append([])
        for each in articles:
            first[-1].append(each)
            in_another = each.issue is not None and each.issue.kind == "other_language"
            if each.document is not None or (is_language_named and in_another):
                return (), chain(first[0], files), chain(*first[1:], pages)
    return list(chain(*first)), iter(()), iter(())


def tell_of_nothing(found: "Sequence[Intake]", course: "Course", database: Path, *, quiet: bool) -> None:
    """Why each could not be read, and that no database was made."""
    for each in found:
        course.tally.states["failed"] += 1
        if each.issue is not None:
            click.echo(f"Not annotated: {each.issue.message}", err=True)
    if not quiet:
        click.echo(f"nothing to annotate: {count(len(found), 'document')} failed; {database} was not made")
