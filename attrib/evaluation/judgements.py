"""The machine against the people who judged it: the judgements of a working database as a gold of one's own.

What a person said of a statement stays when a later version annotates the article again. So the same judgements tell
how often the present rows are what people said, field by field. Statements that people looked at are not drawn by lot:
the figures are of these statements, not of all.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import sqlite_utils

from attrib.records import JudgementField
from attrib.store.judgement import FIELDS, Cells, cells, reading_of
from attrib.store.judgement_rows import corrections
from attrib.store.read import read_annotation


class Judged(NamedTuple):
    """What people say of a statement, and what the machine has there now."""

    exists: bool
    """Whether it is a statement, as people say."""
    said: Mapping[JudgementField, str | None]
    machine: Cells | None
    """None where the machine has no statement."""


def judged(db: sqlite_utils.Database) -> Iterator[Judged]:
    """Every statement that somebody judged, with the machine's own row."""
    for (key,) in db.execute("SELECT DISTINCT document FROM judgements ORDER BY document").fetchall():
        annotation = read_annotation(db, key)
        machine = {statement.id: cells(reading_of(statement)) for statement in annotation.statements}
        by_place = {found["spans"]: found for found in machine.values()}
        for statement, fields in corrections(db, key).items():
            said: dict[JudgementField, str | None] = {
                name: item.new for name, item in fields.items() if name != "exists"
            }
            exists = "exists" not in fields or fields["exists"].new == "yes"
            yield Judged(exists, said, machine.get(statement) or by_place.get(said.get("spans")))


def scores(db: sqlite_utils.Database) -> dict[str, Any]:
    """How many of the machine's statements are some, how many of people's it has, and how often a field is right."""
    found = list(judged(db))
    has_both = [each for each in found if each.exists and each.machine is not None]
    wrong = sum(not each.exists and each.machine is not None for each in found)
    missed = sum(each.exists and each.machine is None for each in found)
    result: dict[str, Any] = {"judged": len(found)}
    for name, others in (("precision", wrong), ("recall", missed)):
        if has_both or others:
            result[name] = {"n": len(has_both) + others, "share": len(has_both) / (len(has_both) + others)}
    fields = _fields(has_both)
    return {**result, "fields": fields} if fields else result


def _fields(found: list[Judged]) -> dict[str, dict[str, float | int]]:
    number: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for each in found:
        for name, said in each.said.items():
            number[name] += 1
            right[name] += _is_same(name, said, (each.machine or {}).get(name))
    return {name: {"n": number[name], "accuracy": right[name] / number[name]} for name in FIELDS if number[name]}


def _is_same(field: str, said: str | None, has: str | None) -> bool:
    """Sources are the same in whatever order they stand."""
    if field == "sources":
        return sorted(json.loads(said or "[]")) == sorted(json.loads(has or "[]"))
    return said == has
