"""Ctrl-C: first after what is at hand, then at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click


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
