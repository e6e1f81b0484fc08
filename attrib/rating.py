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

from collections.abc import Iterable, Sequence
from pathlib import Path

import sqlite_utils
from pydantic import Field

from attrib.errors import InputError, ResourceError
from attrib.isodate import IsoPrefix
from attrib.records import Record, ReliabilityLetter, Source
from attrib.resources import load_records
from attrib.rows import insert


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


def write_ratings(db: sqlite_utils.Database, ratings: Sequence[Rating]) -> None:
    """Add ratings to the history and show the latest of each source; nothing that is there is changed.

    Raises InputError for a source that the database does not hold, and for another letter by the same person and day.
    """
    for rating in ratings:
        key = [rating.source, rating.rated_on, rating.rated_by]
        if db.execute("SELECT 1 FROM sources WHERE id = ?", [rating.source]).fetchone() is None:
            raise InputError(
                f"There is no source {rating.source!r} to rate; `attrib sources list` and `attrib sources discovered` "
                "show the ids.",
                seen=rating.source,
            )
        sql = "SELECT letter, basis FROM source_ratings WHERE source = ? AND rated_on = ? AND rated_by = ?"
        known = db.execute(sql, key).fetchone()
        if known is None:
            insert(db, "source_ratings", [rating.model_dump()])
        elif known != (rating.letter, rating.basis):
            raise InputError(
                f"{rating.rated_by} rated {rating.source!r} on {rating.rated_on} with {known[0]!r} ({known[1]}); the "
                "history is not overwritten: give the new rating its own date.",
                seen=rating.letter,
            )
        show_latest(db, rating.source)


def show_latest(db: sqlite_utils.Database, source: str) -> None:
    """Put the latest rating of a source into its row; without a rating the row stays as it is."""
    sql = (
        "SELECT letter, basis, rated_by, rated_on FROM source_ratings WHERE source = ? "
        "ORDER BY rated_on DESC, rated_by DESC LIMIT 1"
    )
    latest = db.execute(sql, [source]).fetchone()
    if latest is not None:
        db.execute(
            "UPDATE sources SET reliability = ?, reliability_basis = ?, rated_by = ?, rated_on = ? "
            "WHERE id = ? AND (reliability, reliability_basis, rated_by, rated_on) IS NOT (?, ?, ?, ?)",
            [*latest, source, *latest],
        )
