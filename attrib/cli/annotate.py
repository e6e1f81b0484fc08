"""`attrib annotate`: articles into the working database."""

import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from attrib.cli.options import ANY, FILE, annotator_options

if TYPE_CHECKING:
    from attrib.annotating import Outcome

SOME_FAILED = 3
PER_LINE = 16
"""Documents are written in bursts of this size, so that only then the pace says something."""


@dataclass
class Tally:
    """What a run did, for the summary."""

    states: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    sources: set[str] = field(default_factory=set)
    issues: int = 0

    def add(self, outcome: "Outcome") -> None:
        """Count one file."""
        self.states[outcome.state] += 1
        self.issues += outcome.issue is not None
        if outcome.annotation is not None:
            self.issues += len(outcome.annotation.issues)
            self.types.update(statement.type for statement in outcome.annotation.statements)
            self.sources.update(
                link.source for statement in outcome.annotation.statements for link in statement.sources
            )


class Stop:
    """The first Ctrl-C lets the current batch finish, the second ends at once."""

    def __init__(self) -> None:
        self.is_set = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Handle the signal."""
        if self.is_set:
            raise KeyboardInterrupt
        self.is_set = True
        click.echo("\nStopping after the documents at hand; press Ctrl-C again to stop at once.", err=True)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Catch SIGINT for the time being."""
        before = signal.signal(signal.SIGINT, self)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=ANY)
@click.option("--db", "database", type=FILE, default="attrib.db", show_default=True, help="The working database.")
@annotator_options
@click.option("--language", default="de", show_default=True, help="Language of the articles.")
@click.option("-q", "--quiet", is_flag=True, help="Show nothing but problems.")
@click.option("-v", "--verbose", is_flag=True, help="Name every document as it is done.")
@click.pass_context
def annotate(
    ctx: click.Context,
    *,
    paths: tuple[Path, ...],
    database: Path,
    models: Path | None,
    sources: tuple[Path, ...],
    language: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Read the articles in PATHS and store who claims what in them.

    PATHS are .txt or .md files in UTF-8, one article each, or folders of them. What is known of an article beside its
    text (publisher, date, address, rights) is read from a documents.yml in the same folder.

    Documents that have not changed since they were annotated by the same version are passed over. A file that cannot
    be read or is in another language is named on stderr, recorded in the table issues, and the others go on; the exit
    code is then 3. Ctrl-C ends after the documents at hand, and the next run goes on from there.
    """
    from attrib.annotating import annotate_files
    from attrib.document import find_files
    from attrib.pipeline import make_annotator
    from attrib.store import open_database

    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other; leave one out.")
    files = list(find_files(paths))
    annotator = make_annotator(language=language, models=models, sources=sources)
    begun, stop, tally = time.monotonic(), Stop(), Tally()
    started = datetime.now(UTC).isoformat(timespec="seconds")
    db = open_database(database, create=True)
    with closing(db.conn), stop.listening():
        outcomes = annotate_files(
            db, files, annotator, language=language, started=started, should_stop=lambda: stop.is_set
        )
        for outcome in _shown(outcomes, len(files), quiet=quiet, verbose=verbose):
            tally.add(outcome)
    if not quiet:
        click.echo(summary(tally, database=database, seconds=time.monotonic() - begun, stopped=stop.is_set))
    ctx.exit(_exit_code(tally, stopped=stop.is_set))


def _exit_code(tally: Tally, *, stopped: bool) -> int:
    if stopped:
        return 1
    return SOME_FAILED if tally.states["failed"] else 0


def _shown(outcomes: "Iterable[Outcome]", total: int, *, quiet: bool, verbose: bool) -> "Iterator[Outcome]":
    """The outcomes, each told as it comes: a bar on a terminal, otherwise a line now and then."""
    stream = sys.stderr
    with click.progressbar(
        length=total,
        label="annotating",
        file=stream,
        hidden=quiet or verbose or not stream.isatty(),
        item_show_func=lambda pace: pace,
        show_eta=False,
        show_pos=True,
    ) as bar:
        begun, told = time.monotonic(), time.monotonic()
        for number, outcome in enumerate(outcomes, start=1):
            pace = _pace(number, total, seconds=time.monotonic() - begun)
            bar.update(1, current_item=pace)
            if outcome.issue is not None:
                click.echo(f"{_fresh_line(bar.hidden)}Not annotated: {outcome.issue.message}", err=True)
            if verbose:
                click.echo(_line(outcome), err=True)
            elif bar.hidden and not quiet and number % PER_LINE == 0 and time.monotonic() - told > 30:
                told = time.monotonic()
                click.echo(f"{number} of {total} documents, {pace}", err=True)
            yield outcome


def _pace(number: int, total: int, *, seconds: float) -> str:
    """Speed and remaining time, over the whole run: documents are written in bursts, after each batch."""
    speed = number / max(seconds, 0.001)
    minutes, rest = divmod(round((total - number) / speed), 60)
    return f"{speed:.1f} documents/s, {minutes}:{rest:02} left"


def _fresh_line(hidden: bool) -> str:
    return "" if hidden else "\n"


def _line(outcome: "Outcome") -> str:
    found = "" if outcome.annotation is None else f", {len(outcome.annotation.statements)} statements"
    return f"{outcome.path}: {outcome.state}{found}"


def summary(tally: Tally, *, database: Path, seconds: float, stopped: bool = False) -> str:
    """What a run did, in a few lines."""
    done, unchanged, failed = (tally.states[state] for state in ("annotated", "unchanged", "failed"))
    if not done and not failed and not stopped:
        return (
            f"nothing to do: {_count(unchanged, 'document')} unchanged" if unchanged else "nothing to do: no articles"
        )
    documents = [f"{_count(done, 'document')} annotated"]
    documents += [f"{unchanged} unchanged"] * bool(unchanged) + [f"{failed} failed"] * bool(failed)
    documents += ["the rest waits for the next run"] * stopped
    lines = [", ".join(documents) + f", in {seconds:.1f} s"]
    if done:
        types = ", ".join(f"{number} {name}" for name, number in _by_number(tally.types))
        lines.append(f"{_count(tally.types.total(), 'statement')}: {types}" if types else "no statements")
        lines.append(_count(len(tally.sources), "source"))
    lines += [f"{_count(tally.issues, 'issue')}, in the table issues"] * bool(tally.issues)
    return "\n".join([*lines, f"written to {database}"])


def _by_number(types: Counter[str]) -> Sequence[tuple[str, int]]:
    return sorted(types.items(), key=lambda item: (-item[1], item[0]))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
