"""How often people find right what they look at: by day, by field, and between two people.

A judgement that somebody made of a statement on one day is one look. It agrees if no field got another value.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import sqlite_utils

from attrib.store.judgement import FIELDS
from attrib.store.rows import Row


class Day(NamedTuple):
    """What was looked at on one day."""

    day: str
    looked_at: int
    right: int
    all_looked_at: int
    """On this day and before."""
    all_right: int


class FieldAgreement(NamedTuple):
    """How often a field was judged, and how often it kept its value."""

    field: str
    judged: int
    right: int


class Pair(NamedTuple):
    """Two people who judged the same fields of the same statements."""

    one: str
    other: str
    judged: int
    same: int


class Agreement(NamedTuple):
    """All of it."""

    days: tuple[Day, ...]
    fields: tuple[FieldAgreement, ...]
    pairs: tuple[Pair, ...]


def agreement(db: sqlite_utils.Database) -> Agreement:
    """The agreement that the judgements of a database tell."""
    rows = list(db.query("SELECT statement_id, field, old, new, judged_by, judged_on FROM judgements ORDER BY pk"))
    return Agreement(tuple(_days(rows)), tuple(_fields(rows)), tuple(_pairs(rows)))


def _days(rows: Iterable[Row]) -> Iterator[Day]:
    looks: dict[tuple[str, str, str], bool] = {}
    for row in rows:
        key = (row["judged_on"], row["statement_id"], row["judged_by"])
        looks[key] = looks.get(key, True) and row["old"] == row["new"]
    looked_at = right = 0
    for day in sorted({key[0] for key in looks}):
        found = [is_right for key, is_right in looks.items() if key[0] == day]
        looked_at, right = looked_at + len(found), right + sum(found)
        yield Day(day, len(found), sum(found), looked_at, right)


def _fields(rows: Iterable[Row]) -> Iterator[FieldAgreement]:
    found: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        found[row["field"]].append(row["old"] == row["new"])
    for field in ("exists", *FIELDS):
        if field in found:
            yield FieldAgreement(field, len(found[field]), sum(found[field]))


def _pairs(rows: Iterable[Row]) -> Iterator[Pair]:
    newest: dict[str, dict[tuple[str, str], str | None]] = defaultdict(dict)
    for row in rows:
        newest[row["judged_by"]][row["statement_id"], row["field"]] = row["new"]
    for one, other in combinations(sorted(newest), 2):
        both = newest[one].keys() & newest[other].keys()
        if both:
            yield Pair(one, other, len(both), sum(_is_same(newest[one], newest[other], key) for key in both))


def _is_same(
    one: Mapping[tuple[str, str], str | None], other: Mapping[tuple[str, str], str | None], key: tuple[str, str]
) -> bool:
    """Sources are the same in whatever order they stand."""
    if key[1] == "sources":
        return sorted(json.loads(one[key] or "[]")) == sorted(json.loads(other[key] or "[]"))
    return one[key] == other[key]
