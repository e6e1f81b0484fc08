"""Addresses among the paths of `attrib annotate`: the option that allows for each, and the articles behind them."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from attrib.intake.intake import Intake

Place = Path | str
"""A path, or an address as text."""


class _Places(click.ParamType):  # type: ignore[type-arg]
    """Words with `://` are addresses, all others paths: `Path` would make one slash of two."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Place:
        """The address as it is, or the path; what is neither http:// nor https:// is wrong use."""
        from attrib.errors import InputError
        from attrib.intake.fetching.address import is_address, parse

        if not isinstance(value, str) or not is_address(value):
            return Path(value)
        try:
            parse(value)
        except InputError as error:
            self.fail(str(error), param, ctx)
        return value


PLACES = _Places()


class Fetching(NamedTuple):
    """What the options say of addresses."""

    most_entries: int
    delay: float
    allow_private: bool


def fetching_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--most-entries`, `--delay`, `--allow-private`: how pages are fetched."""
    most_entries = click.option(
        "--most-entries",
        metavar="N",
        type=click.IntRange(min=1),
        default=20,
        show_default=True,
        help="How many entries of a feed that is named by its address are fetched.",
    )
    delay = click.option(
        "--delay",
        metavar="SECONDS",
        type=click.FloatRange(min=0),
        default=2.0,
        show_default=True,
        help="Time between two pages of one host; a site may ask for more.",
    )
    allow_private = click.option(
        "--allow-private",
        is_flag=True,
        help="Fetch from hosts that are not public too: of this machine and its network.",
    )
    return most_entries(delay(allow_private(command)))


def fetched(
    addresses: Sequence[str],
    asked: Fetching,
    *,
    languages: Sequence[str],
    columns: Mapping[str, str],
    tries: Counter[str] | None = None,
) -> "Iterator[Intake]":
    """The articles behind addresses, each fetched when its turn comes; `tries` as for `Fetcher`."""
    from attrib.intake.fetching.fetching import Fetcher
    from attrib.intake.fetching.transfer import Transfer
    from attrib.intake.fetching.visit import Clock, Visitor
    from attrib.intake.intake import take_in_found

    clock = Clock(time.monotonic, time.sleep)
    visitor = Visitor(Transfer(allow_private=asked.allow_private), clock, delay=asked.delay)
    fetcher = Fetcher(visitor, language=languages[0], columns=columns, most_entries=asked.most_entries, tries=tries)
    return take_in_found(fetcher.articles(addresses), language=languages[0], others=languages[1:])
