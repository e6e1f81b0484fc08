"""Outcomes as they come: a bar on a terminal, otherwise a line now and then."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from attrib.pipeline.run import Outcome

EVERY = 15.0
"""Seconds from one line to the next where there is no terminal."""


def shown(outcomes: "Iterable[Outcome]", total: int | None, *, quiet: bool, verbose: bool) -> "Iterator[Outcome]":
    """The outcomes, each told as it comes: a bar on a terminal, otherwise a line now and then."""
    stream = sys.stderr
    is_silent = quiet or verbose or stream.isatty()
    pace = _Pace(total)
    with (
        nullcontext() if is_silent else _told_every(EVERY, pace),
        click.progressbar(
            iter(tuple[str, ...]()),  # advanced by hand; click wants an iterable if the length is not known
            length=total,
            label="annotating",
            file=stream,
            hidden=quiet or verbose or not stream.isatty(),
            item_show_func=lambda shown: shown,
            show_eta=False,
            show_pos=True,
        ) as bar,
    ):
        for outcome in outcomes:
            pace.number += 1
            bar.update(1, current_item=str(pace))
            if outcome.issue is not None:
                word = {"duplicate": "Note", "skipped": "Note"}.get(outcome.state, "Not annotated")
                click.echo(f"{_fresh_line(bar.hidden)}{word}: {outcome.issue.message}", err=True)
            for note in outcome.notes:
                click.echo(f"{_fresh_line(bar.hidden)}Judgement: {note.message}", err=True)
            if verbose:
                click.echo(_line(outcome), err=True)
            yield outcome


@dataclass
class _Pace:
    """How far a run is, and how fast, over the whole of it: documents are written in bursts, after each batch."""

    total: int | None
    number: int = 0
    begun: float = field(default_factory=time.monotonic)

    @property
    def line(self) -> str:
        """For a line of its own; documents that are all there are compared at the end."""
        of_all = "" if self.total is None else f" of {self.total}"
        if self.number == self.total:
            return f"{self.number}{of_all} documents; comparing them with all others"
        return f"{self.number}{of_all} documents{f', {self}' if self.number else ', the first at hand'}"

    def __str__(self) -> str:
        speed = max(self.number, 1) / max(time.monotonic() - self.begun, 0.001)
        if self.total is None:
            return f"{speed:.1f} documents/s"
        minutes, rest = divmod(round((self.total - self.number) / speed), 60)
        return f"{speed:.1f} documents/s, {minutes}:{rest:02} left"


@contextmanager
def _told_every(seconds: float, pace: _Pace) -> Iterator[None]:
    """A line on stderr every so often, also while nothing comes: a batch takes its time, and so does comparing."""
    done = Event()

    def tell() -> None:
        """Until it is over."""
        while not done.wait(seconds):
            click.echo(pace.line, err=True)

    Thread(target=tell, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _fresh_line(hidden: bool) -> str:
    return "" if hidden else "\n"


def _line(outcome: "Outcome") -> str:
    found = "" if outcome.annotation is None else f", {len(outcome.annotation.statements)} statements"
    return f"{outcome.place}: {outcome.state}{found}"
