"""`attrib annotate`: articles into the working database."""

import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from attrib.cli.addresses import PLACES, Fetching, Place, fetched, fetching_options
from attrib.cli.options import FILE, annotator_options

if TYPE_CHECKING:
    from attrib.pipeline.run import Outcome

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
    passed_over: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: "Outcome") -> None:
        """Count one file."""
        self.states[outcome.state] += 1
        self.issues += outcome.issue is not None
        if outcome.annotation is not None:
            self.issues += len(outcome.annotation.issues) + len(outcome.notes)
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


FORMATS = tuple(str.split("txt md html jsonl json csv feed parquet pdf docx odt epub eml mbox warc wacz zip"))


def _columns(ctx: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> dict[str, str]:
    """`--column text=body` as a mapping of fields to names."""
    from attrib.intake.reading.fields import FIELDS

    pairs = [word.partition("=") for word in words]
    for field_name, _, name in pairs:
        if field_name not in FIELDS or not name:
            raise click.BadParameter(f"{field_name!r} is not FIELD=NAME; fields are {', '.join(FIELDS)}")
    return {field_name: name for field_name, _, name in pairs}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PLACES)
@click.option("--db", "database", type=FILE, default="attrib.db", show_default=True, help="The working database.")
@annotator_options
@click.option(
    "--ratings",
    metavar="FILE.yml",
    type=FILE,
    help="Reliability letters with their reasons, to add to the database; see docs/sources.md.",
)
@click.option("--language", default="de", show_default=True, help="Language of the articles.")
@click.option(
    "--column",
    "columns",
    metavar="FIELD=NAME",
    multiple=True,
    callback=_columns,
    help="Name of a field in tables, JSON and front matter, if it is another one, also of a field in a field as "
    "source.name; may be repeated.",
)
@click.option(
    "--text-field", metavar="NAME", help="Name of the field that holds the text; short for --column text=NAME."
)
@click.option(
    "--format",
    "stdin_format",
    type=click.Choice(FORMATS),
    default="txt",
    show_default=True,
    help="Format of standard input.",
)
@fetching_options
@click.option(
    "--max-errors",
    metavar="N",
    type=click.IntRange(min=1),
    help="Stop after the batch in which the Nth document failed.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show nothing but problems.")
@click.option("-v", "--verbose", is_flag=True, help="Name every document as it is done.")
@click.pass_context
def annotate(
    ctx: click.Context,
    *,
    paths: tuple[Place, ...],
    database: Path,
    models: Path | None,
    sources: tuple[Path, ...],
    ratings: Path | None,
    language: str,
    columns: dict[str, str],
    text_field: str | None,
    stdin_format: str,
    most_entries: int,
    delay: float,
    allow_private: bool,
    max_errors: int | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Read the articles in PATHS and store who claims what in them.

    PATHS are files, folders of them, addresses, or - for standard input: text and Markdown (.txt, .md), web pages
    (.html), tables and records with one article each (.csv, .parquet, .jsonl, .json, also packed as .gz or .zst),
    feeds (.rss, .atom, .xml), documents (.pdf with a text layer, .docx, .odt, .epub), mail (.eml, .mbox), web
    archives (.warc, .wacz), and .zip archives of these; docs/intake.md lists them. What is known of an article beside
    its text (publisher, date, address, rights) is read from the file, and from a documents.yml in the same folder,
    which goes before it.

    An address (https://…, http://…) is that of a page, a feed or any such file. Nothing else is ever fetched: the page
    itself, or the pages of a feed's entries, one at a time, as far as the site's robots.txt allows.

    Documents that have not changed since they were annotated by the same rules, lists and models are passed over, and
    the others are annotated again. An article that cannot be read or is in another language is named on stderr,
    recorded in the table issues, and the others go on; the exit code is then 3. Ctrl-C ends after the documents at
    hand, and the next run goes on from there.
    """
    from attrib.intake.finding import find_files
    from attrib.intake.intake import take_in
    from attrib.pipeline.annotate import make_annotator
    from attrib.pipeline.run import annotate_articles
    from attrib.registry.rating import load_ratings
    from attrib.store.locking import only_writer
    from attrib.store.write import open_database, outdated

    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other; leave one out.")
    if text_field is not None and columns.setdefault("text", text_field) != text_field:
        raise click.UsageError("--text-field and --column text= name two fields; leave one out.")
    addresses = [each for each in paths if isinstance(each, str)]
    found = find_files([each for each in paths if isinstance(each, Path)])
    rated = load_ratings(ratings) if ratings is not None else ()
    annotator = make_annotator(language=language, models=models, sources=sources)
    begun, stop, tally = time.monotonic(), Stop(), Tally(passed_over=found.passed_over)
    started = datetime.now(UTC).isoformat(timespec="seconds")

    def should_stop() -> bool:
        """Whether Ctrl-C was pressed, or more documents failed than `--max-errors` allows."""
        return stop.is_set or (max_errors is not None and tally.states["failed"] >= max_errors)

    with only_writer(database), closing(open_database(database, create=True)) as db, stop.listening():
        if not quiet and (others := outdated(db, annotator.version)):
            click.echo(_by_others(others, database), err=True)
        files = take_in(found.entries, language=language, columns=columns, stdin_format=stdin_format)
        asked = Fetching(most_entries, delay, allow_private)
        pages = fetched(addresses, asked, language=language, columns=columns) if addresses else ()
        outcomes = annotate_articles(
            db, chain(files, pages), annotator, started=started, ratings=rated, should_stop=should_stop
        )
        for outcome in _shown(outcomes, None if addresses else found.articles, quiet=quiet, verbose=verbose):
            tally.add(outcome)
    if not quiet:
        click.echo(summary(tally, database=database, seconds=time.monotonic() - begun, stopped=should_stop()))
    ctx.exit(_exit_code(tally, stopped=stop.is_set))


def _by_others(number: int, database: Path) -> str:
    """Said before the run, because it explains why what was done is done again."""
    documents = f"{_count(number, 'document')} in {database} {'was' if number == 1 else 'were'}"
    return (
        f"Note: {documents} annotated with other rules, lists or models. What is read now is annotated again; the rest "
        "stays as it is. docs/scaling.md says what an update keeps."
    )


def _exit_code(tally: Tally, *, stopped: bool) -> int:
    if stopped:
        return 1
    return SOME_FAILED if tally.states["failed"] else 0


def _shown(outcomes: "Iterable[Outcome]", total: int | None, *, quiet: bool, verbose: bool) -> "Iterator[Outcome]":
    """The outcomes, each told as it comes: a bar on a terminal, otherwise a line now and then."""
    stream = sys.stderr
    with click.progressbar(
        iter(tuple[str, ...]()),  # advanced by hand; click wants an iterable if the length is not known
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
                word = {"duplicate": "Note", "skipped": "Note"}.get(outcome.state, "Not annotated")
                click.echo(f"{_fresh_line(bar.hidden)}{word}: {outcome.issue.message}", err=True)
            for note in outcome.notes:
                click.echo(f"{_fresh_line(bar.hidden)}Judgement: {note.message}", err=True)
            if verbose:
                click.echo(_line(outcome), err=True)
            elif bar.hidden and not quiet and number % PER_LINE == 0 and time.monotonic() - told > 30:
                told = time.monotonic()
                click.echo(f"{number}{_of(total)} documents, {pace}", err=True)
            yield outcome


def _of(total: int | None) -> str:
    return "" if total is None else f" of {total}"


def _pace(number: int, total: int | None, *, seconds: float) -> str:
    """Speed and remaining time, over the whole run: documents are written in bursts, after each batch."""
    speed = number / max(seconds, 0.001)
    if total is None:
        return f"{speed:.1f} documents/s"
    minutes, rest = divmod(round((total - number) / speed), 60)
    return f"{speed:.1f} documents/s, {minutes}:{rest:02} left"


def _fresh_line(hidden: bool) -> str:
    return "" if hidden else "\n"


def _line(outcome: "Outcome") -> str:
    found = "" if outcome.annotation is None else f", {len(outcome.annotation.statements)} statements"
    return f"{outcome.place}: {outcome.state}{found}"


def summary(tally: Tally, *, database: Path, seconds: float, stopped: bool = False) -> str:
    """What a run did, in a few lines."""
    states = ("annotated", "unchanged", "failed", "duplicate")
    done, unchanged, failed, twice = (tally.states[state] for state in states)
    others = [_others(tally.passed_over)] * bool(tally.passed_over)
    if not done and not failed and not stopped:
        if unchanged:
            return f"nothing to do: {_count(unchanged, 'document')} unchanged"
        return "\n".join(["nothing to do: no articles", *others])
    documents = [f"{_count(done, 'document')} annotated"]
    documents += [f"{unchanged} unchanged"] * bool(unchanged) + [f"{twice} met twice"] * bool(twice)
    documents += [f"{failed} failed"] * bool(failed)
    documents += ["the rest waits for the next run"] * stopped
    lines = [", ".join(documents) + f", in {seconds:.1f} s"]
    if done:
        types = ", ".join(f"{number} {name}" for name, number in _by_number(tally.types))
        lines.append(f"{_count(tally.types.total(), 'statement')}: {types}" if types else "no statements")
        lines.append(_count(len(tally.sources), "source"))
    lines += [f"{_count(tally.issues, 'issue')}, in the table issues"] * bool(tally.issues)
    return "\n".join([*lines, *others, f"written to {database}"])


def _others(passed_over: Counter[str]) -> str:
    kinds = ", ".join(f"{number} {suffix}" for suffix, number in _by_number(passed_over))
    return f"{_count(passed_over.total(), 'file')} of other kinds passed over: {kinds}"


def _by_number(types: Counter[str]) -> Sequence[tuple[str, int]]:
    return sorted(types.items(), key=lambda item: (-item[1], item[0]))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
