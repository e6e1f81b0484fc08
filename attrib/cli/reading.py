"""Which articles a command reads: its paths, and the options that say how."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from attrib.cli.addresses import PLACES, Fetching, Place, fetched, fetching_options
from attrib.cli.options import with_options

if TYPE_CHECKING:
    from attrib.intake.finding import Entry, Findings
    from attrib.intake.intake import Intake

FORMATS = tuple(str.split("txt md html jsonl json csv feed parquet pdf docx odt epub eml mbox warc wacz zip"))


def _columns(ctx: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> dict[str, str]:
    """`--column text=body` as a mapping of fields to names."""
    from attrib.intake.reading.fields import FIELDS

    pairs = [word.partition("=") for word in words]
    for field_name, _, name in pairs:
        if field_name not in FIELDS or not name:
            raise click.BadParameter(f"{field_name!r} is not FIELD=NAME; fields are {', '.join(FIELDS)}")
    return {field_name: name for field_name, _, name in pairs}


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """PATHS, `--language`, `--column`, `--text-field`, `--format` and how pages are fetched; see `Reading.of`."""
    return with_options(
        command,
        click.argument("paths", nargs=-1, required=True, type=PLACES),
        click.option(
            "--language",
            metavar="CODE",
            default="auto",
            show_default=True,
            help="Language of the articles; auto tells it by each text, among those with lists and models.",
        ),
        click.option(
            "--column",
            "columns",
            metavar="FIELD=NAME",
            multiple=True,
            callback=_columns,
            help="Name of a field in tables, JSON and front matter, if it is another one, also of a field in a field "
            "as source.name; may be repeated.",
        ),
        click.option(
            "--text-field", metavar="NAME", help="Name of the field that holds the text; short for --column text=NAME."
        ),
        click.option(
            "--format",
            "stdin_format",
            type=click.Choice(FORMATS),
            default=None,
            show_default="txt",
            help="Format of standard input; that of a file is told by the end of its name.",
        ),
        fetching_options,
    )


@dataclass(frozen=True)
class Reading:
    """What `reading_options` were given."""

    paths: tuple[Place, ...]
    language: str
    columns: Mapping[str, str]
    text_field: str | None
    stdin_format: str | None
    most_entries: int
    delay: float
    allow_private: bool
    models: Path | None
    """Where the models are that decide which languages can be read."""

    @classmethod
    def of(cls, given: dict[str, Any], *, models: Path | None = None) -> Self:
        """Take what belongs here out of a command's arguments; UsageError where two of them contradict."""
        asked = cls(**{each.name: given.pop(each.name) for each in fields(cls) if each.name != "models"}, models=models)
        if asked.text_field not in {None, asked.all_columns.get("text")}:
            raise click.UsageError("--text-field and --column text= name two fields; leave one out.")
        if asked.stdin_format is not None and not asked.has_stdin:
            raise click.UsageError(
                "--format says what comes through standard input (-), and none is read. The format of a file is told "
                "by the end of its name: rename it, or pipe it in."
            )
        return asked

    @cached_property
    def found(self) -> "Findings":
        """The files; InputError for a path that is not there or cannot be read."""
        return self.find()

    def find(self) -> "Findings":
        """The files that are there now; InputError as for `found`."""
        from attrib.intake.finding import find_files

        return find_files([each for each in self.paths if isinstance(each, Path)])

    @property
    def number(self) -> int | None:
        """How many articles there are, if that can be known before they are read."""
        return None if self._addresses else self.found.articles

    def files(self, entries: "Sequence[Entry] | None" = None) -> "Iterator[Intake]":
        """Every article in files, or in those among them that are named, each read when its turn comes."""
        from attrib.intake.intake import take_in

        return take_in(
            self.found.entries if entries is None else entries,
            language=self.languages[0],
            others=self.languages[1:],
            columns=self.all_columns,
            stdin_format=self.stdin_format or "txt",
        )

    def pages(self, tries: Counter[str] | None = None) -> "Iterator[Intake]":
        """Every article behind an address, each fetched when its turn comes; `tries` is for a next time."""
        if self._addresses:
            asked = Fetching(self.most_entries, self.delay, self.allow_private)
            yield from fetched(self._addresses, asked, languages=self.languages, columns=self.all_columns, tries=tries)

    @cached_property
    def languages(self) -> Sequence[str]:
        """Those that articles may be in, the one of texts too short to tell first."""
        if self.language != "auto":
            return [self.language]
        from attrib.pipeline.several import readable_languages

        return readable_languages(self.models)

    @property
    def _addresses(self) -> list[str]:
        return [each for each in self.paths if isinstance(each, str)]

    @property
    def has_addresses(self) -> bool:
        """Whether there are pages to fetch."""
        return bool(self._addresses)

    @property
    def has_stdin(self) -> bool:
        """Whether standard input is among the files."""
        from attrib.intake.finding import STDIN

        return STDIN in self.paths

    @property
    def all_columns(self) -> Mapping[str, str]:
        """Field → its name in the files, `--text-field` included."""
        return self.columns if self.text_field is None else {"text": self.text_field, **self.columns}
