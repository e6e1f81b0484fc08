"""Ratings in the database: the history of each source's letters, and the latest one shown with it."""

from collections.abc import Sequence

import sqlite_utils

from attrib.errors import InputError
from attrib.registry.rating import Rating
from attrib.store.rows import insert


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
