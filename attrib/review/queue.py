"""What is most worth a human look: statements of which the program itself knows that they need one.

In this order, and within each reason by document and place:

    judgement     somebody corrected a statement that a later annotation moved or lost
    contested     one party confirms it and another one disputes it
    disputed      another party than its own denies or doubts it
    ambiguous     several parties fit the words for its speaker, and nobody is credited
    unresolved    it is credited to somebody, and nobody can be made out
    discovered    its source is not in the registry and has many statements: an entry would serve them all
    unclosed      a quotation in it was taken to end with its paragraph

A statement is listed once, under its first reason, with all of them. What somebody has judged already is left out, but
for the first reason. The program keeps no record of rules that would have decided otherwise.
"""

from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby, islice
from typing import NamedTuple

import sqlite_utils

REASONS = ("judgement", "contested", "disputed", "ambiguous", "unresolved", "discovered", "unclosed")
MANY = 5
"""Statements of a discovered source from which on it is worth an entry in the registry."""


class Candidate(NamedTuple):
    """A statement to look at, or a place where there is none any more."""

    statement: str | None
    document: str
    reasons: tuple[str, ...]
    why: str
    """The reason in a sentence."""
    start: int
    end: int
    passage: str


def review(db: sqlite_utils.Database, *, limit: int | None = None) -> Iterator[Candidate]:
    """The candidates in their order; the same database gives the same list."""
    sql = (files("attrib.review") / "queue.sql").read_text(encoding="utf-8")
    rows = db.query(sql, {"many": MANY})
    ranked = sorted(rows, key=lambda row: (row["document"], row["start"], row["statement"] or "", _rank(row["reason"])))
    groups = (
        list(found) for _, found in groupby(ranked, key=lambda row: (row["document"], row["start"], row["statement"]))
    )
    listed = sorted(groups, key=lambda found: (_rank(found[0]["reason"]), found[0]["document_pk"], found[0]["start"]))
    for found in islice(listed, limit):
        first = found[0]
        yield Candidate(
            statement=first["statement"],
            document=first["document"],
            reasons=tuple(dict.fromkeys(row["reason"] for row in found)),
            why=first["why"],
            start=first["start"],
            end=first["end"],
            passage=" ".join(first["passage"].split()),
        )


def _rank(reason: str) -> int:
    return REASONS.index(reason)
