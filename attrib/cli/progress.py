"""Outcomes as they come: a bar on a terminal, otherwise a line now and then."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from attrib.pipeline.run import Outcome

PER_LINE = 16
"""Documents are written in bursts of this size, so that only then the pace says something."""


def shown(outcomes: "Iterable[Outcome]", total: int | None, *, quiet: bool, verbose: bool) -> "Iterator[Outcome]":
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
