"""`--jobs`: how many processes annotate."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from attrib.intake.intake import Intake
    from attrib.pipeline.batch import AnnotatesBatches
    from attrib.pipeline.workers import Make

FEW = 50
"""Articles; for fewer it is not worth while to load the models several times."""


class _Jobs(click.ParamType):  # type: ignore[type-arg]
    """A number from 1 on, or `auto`, which is None."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        """None for `auto`; anything else than a number from 1 on is wrong use."""
        if value == "auto":
            return None
        if not str(value).isdecimal() or int(value) < 1:
            self.fail(f"{value!r} is neither auto nor a number from 1 on.", param, ctx)
        return int(value)


def jobs_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--jobs N`, by default `auto`."""
    return click.option(
        "--jobs",
        metavar="N",
        type=_Jobs(),
        default="auto",
        show_default=True,
        help=f"How many processes annotate; auto is 1 for fewer than {FEW} articles, otherwise as many as there are "
        "cores and memory for.",
    )(command)


@contextmanager
def shared(
    jobs: int | None, files: "Iterator[Intake]", pages: "Iterator[Intake]", make: "Make"
) -> "Iterator[tuple[Iterator[Intake], AnnotatesBatches | None]]":
    """The articles, files before pages, and the processes that annotate them; None where one is enough.

    Whether there are enough articles is counted in files: pages take longer to fetch than to annotate.
    """
    if jobs is None:
        first = list(islice(files, FEW))
        files = chain(first, files)
        jobs = 1 if len(first) < FEW else _room()
    articles = chain(files, pages)
    if jobs == 1:
        yield articles, None
        return
    from attrib.pipeline.workers import Workers

    with Workers(make, jobs) as workers:
        yield articles, workers


def _room() -> int:
    from attrib.pipeline.machine import room_for_processes

    return room_for_processes()
