"""`attrib watch`: what is new in folders and feeds is annotated and published, again and again."""

import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attrib.cli.annotating import Annotating
from attrib.cli.course import Course
from attrib.cli.jobs import jobs_option
from attrib.cli.options import FILE, annotator_options
from attrib.cli.publish import publishing_options
from attrib.cli.reading import Reading, reading_options
from attrib.cli.stop import Stop
from attrib.cli.tally import count
from attrib.errors import AttribError

if TYPE_CHECKING:
    from attrib.intake.finding import Entry
    from attrib.intake.watching import Watched

_SLICE = 0.5
"""Seconds after which somebody who waits looks whether Ctrl-C was pressed."""


@click.command()
@click.option("--db", "database", type=FILE, default="attrib.db", show_default=True, help="The working database.")
@publishing_options
@click.option(
    "--every",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    default=300.0,
    show_default=True,
    help="Time between two looks.",
)
@click.option("--once", is_flag=True, help="Look once and end, as cron wants it.")
@annotator_options
@reading_options
@jobs_option
@click.option("-q", "--quiet", is_flag=True, help="Show nothing but problems.")
@click.option("-v", "--verbose", is_flag=True, help="Name every document as it is done.")
@click.pass_context
def watch(
    ctx: click.Context,
    /,
    *,
    database: Path,
    out: Path,
    every: float,
    once: bool,
    models: Path | None,
    sources: tuple[Path, ...],
    jobs: int | None,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> None:
    """Annotate what is new in PATHS and publish it, again and again until Ctrl-C.

    PATHS are folders, files and addresses of feeds as for `attrib annotate`. What came or changed since the last look
    is annotated, and if the database has changed (by that, or by judgements), it is published as by `attrib build`: a
    folder beside that of --out is filled, and --out, which is a link, leads there in one step. `attrib serve` goes over
    to it by itself, and no reader notices.

    A file is taken up when it has not been written for two seconds. An article that cannot be read or annotated is
    named once, recorded in the table issues, and looked at again when it changes. An error that concerns everything, as
    a full disk or a folder that is away, ends the command at the first look; later it is told, and the next look tries
    again.
    """
    from attrib.intake.watching import Watched

    published = {name: given.pop(name) for name in ("downloads", "private_persons", "erase")}
    reading = Reading.of(given, models=models)
    if reading.has_stdin:
        raise click.UsageError("- cannot be watched; name folders, files or addresses.")
    annotating = Annotating.of(
        database, reading.languages, models=models, sources=sources, jobs=jobs, quiet=quiet, verbose=verbose
    )
    rounds = _Rounds(reading, annotating, out, published, Watched())
    with rounds.stop.listening():
        exit_code = rounds.look()
        while not once and not rounds.stop.is_set:
            _wait(every, rounds.stop)
            exit_code = exit_code if rounds.stop.is_set else rounds.look_again()
    ctx.exit(exit_code if once or exit_code == 1 else 0)


@dataclass
class _Rounds:
    """What is watched, and what is known of it from the looks before."""

    reading: Reading
    annotating: Annotating
    out: Path
    published: dict[str, Any]
    """Options of `attrib.publish.published.build`."""
    watched: "Watched"
    stop: Stop = field(default_factory=Stop)
    tries: Counter[str] = field(default_factory=Counter)
    """Of the entries of feeds."""

    def look_again(self) -> int:
        """As `look`; an error is told."""
        try:
            return self.look()
        except AttribError as error:
            click.echo(f"{error} The next look tries again.", err=True)
            return 0

    def look(self) -> int:
        """Annotate what is new, publish what has changed; the exit code if this was all."""
        course = Course(stop=self.stop)
        entries = self._due()
        if entries or self.reading.has_addresses or not self.annotating.database.exists():
            self._annotate(entries, course)
        if not self.stop.is_set:
            self._publish()
        return course.exit_code

    def _due(self) -> "tuple[Entry, ...]":
        """The files to take up, once those that are being written had a moment to become whole."""
        from attrib.intake.watching import SETTLED_SECONDS

        due, others_waiting = self.watched.changed(self.reading.find().entries, now=time.time())
        if others_waiting:
            _wait(SETTLED_SECONDS, self.stop)
            due, _ = self.watched.changed(self.reading.find().entries, now=time.time())
        return due

    def _annotate(self, entries: "tuple[Entry, ...]", course: Course) -> None:
        number = None if self.reading.has_addresses else len(entries)
        files, pages = self.reading.files(entries), self.reading.pages(self.tries)
        self.annotating.run(files, pages, course, number=number)
        if not self.stop.is_set:
            self.watched.take(entries)
        if not self.annotating.quiet and (entries or course.tally.states):
            click.echo(course.summary(self.annotating.database))

    def _publish(self) -> None:
        from attrib.publish.builds import keep_state, replace_build, state_of, state_of_build

        state = state_of(self.annotating.database, **self.published)
        if state == state_of_build(self.out):
            return
        report = replace_build(self.annotating.database, self.out, **self.published)
        keep_state(self.out, state)
        if not self.annotating.quiet:
            documents = count(sum(report.documents.values()), "document")
            click.echo(f"published to {self.out}: {count(report.statements, 'statement')} in {documents}")


def _wait(seconds: float, stop: Stop) -> None:
    """Until so many seconds have passed, or Ctrl-C was pressed."""
    end = time.monotonic() + seconds
    while not stop.is_set and (left := end - time.monotonic()) > 0:
        time.sleep(min(left, _SLICE))
