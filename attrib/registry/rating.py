"""Reliability letters that analysts give sources, with who, when and why: `--ratings FILE.yml`.

The file is a list:

    - source: kcna                 id of a registered source, or of one that the database knows
      letter: e                    a–f, the NATO scale (STANAG 2511); f: cannot be judged
      basis: State agency; …       why, in a sentence a reader can check
      rated_by: A. Analyst
      rated_on: 2024-11-05

Each rating becomes a row of `source_ratings` and stays there: a later letter stands beside an earlier one, and the
latest is shown with the source. No stage that decides who speaks reads them.
"""

from collections.abc import Iterable
from pathlib import Path

from pydantic import Field

from attrib.errors import ResourceError
from attrib.isodate import IsoPrefix
from attrib.records import Record, ReliabilityLetter, Source
from attrib.resources import load_records


class Rating(Record):
    """One letter for one source, as somebody gave it at some time."""

    source: str
    letter: ReliabilityLetter
    basis: str = Field(min_length=10)
    rated_by: str = Field(min_length=1)
    rated_on: IsoPrefix


def load_ratings(path: Path) -> tuple[Rating, ...]:
    """The ratings of a file; ResourceError with the line if one is malformed or given twice."""
    ratings = load_records(path, Rating)
    seen: set[tuple[str, str, str]] = set()
    for rating in ratings:
        key = (rating.source, rating.rated_on, rating.rated_by)
        if key in seen:
            raise ResourceError(
                f"{path}: {rating.rated_by} rates {rating.source!r} twice on {rating.rated_on}; keep one.", seen=key
            )
        seen.add(key)
    return ratings


def registered_ratings(sources: Iterable[Source]) -> tuple[Rating, ...]:
    """The letters that the registry itself brings along, where it says who gave them and when."""
    return tuple(
        Rating(
            source=source.id,
            letter=source.reliability,
            basis=source.reliability_basis,
            rated_by=source.rated_by,
            rated_on=source.rated_on,
        )
        for source in sources
        if source.rated_by is not None and source.rated_on is not None
    )
