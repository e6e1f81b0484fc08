"""What a person says of one statement, as judgements: right as it is, no statement, or other values.

    standing(db, statement)          the statement as everybody sees it now
    found_right(standing, judge)     its words, form and source hold
    rejected(standing, judge)        it is none
    corrected(standing, new, judge)  some fields have other values
    write_down(db, judgements)       all of them, and what follows

Who finds a statement right says so of what was looked at: that it is one, its words, its form, its source. Such a
judgement has the same value before and after; it changes nothing today, and tells tomorrow whether a later annotation
still agrees.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import sqlite_utils

from attrib.errors import InputError
from attrib.records import Annotation, Judgement, JudgementField, Statement
from attrib.review.amended import read_judged
from attrib.review.correction.corrected import Judge
from attrib.store.issue_rows import settle_again
from attrib.store.judgement import COMPARED, FIELDS, PLACES, Cells, as_spans, cells, differences, from_cells, reading_of
from attrib.store.judgement_rows import write_judgements
from attrib.store.link_rows import forget_links
from attrib.store.read import read_annotation

LOOKED_AT: tuple[JudgementField, ...] = ("spans", "type", "sources")
"""What holds, beside that it is a statement, where somebody finds it right."""
CHOSEN = tuple(name for name in FIELDS if name not in PLACES)
"""Fields that can be corrected without marking words."""


class Standing(NamedTuple):
    """A statement as everybody sees it now, in its document."""

    statement: Statement
    annotation: Annotation
    is_there: bool
    """Whether it counts as a statement; a person may have rejected it."""

    @property
    def cells(self) -> dict[str, str | None]:
        """Its fields as the table of judgements holds them."""
        return cells(reading_of(self.statement))


def standing(db: sqlite_utils.Database, statement: str) -> Standing:
    """The statement with this id; InputError if there is none."""
    key = _document(db, statement)
    shown = read_judged(db, key)
    for is_there, annotation in ((True, shown), (False, read_annotation(db, key))):
        found = next((each for each in annotation.statements if each.id == statement), None)
        if found is not None:
            return Standing(found, annotation, is_there)
    raise InputError(f"{statement!r} is no longer a statement of its document.", seen=statement)


def _document(db: sqlite_utils.Database, statement: str) -> int:
    sql = (
        "SELECT document FROM statements WHERE id = :id UNION ALL "
        "SELECT document FROM judgements WHERE statement_id = :id LIMIT 1"
    )
    found = db.execute(sql, {"id": statement}).fetchone()
    if found is None:
        raise InputError(f"There is no statement {statement!r} in the database.", seen=statement)
    return int(found[0])


def found_right(found: Standing, judge: Judge) -> list[Judgement]:
    """That it is a statement, and that its words, form and source are what they are."""
    was = "yes" if found.is_there else "no"
    held = [_judgement(found, name, found.cells[name], found.cells[name], judge) for name in LOOKED_AT]
    return [_judgement(found, "exists", was, "yes", judge), *held]


def rejected(found: Standing, judge: Judge) -> list[Judgement]:
    """That it is none; nothing if that is known."""
    return [_judgement(found, "exists", "yes", "no", judge)] if found.is_there else []


def corrected(found: Standing, new: Cells, judge: Judge, *, db: sqlite_utils.Database) -> list[Judgement]:
    """The fields that have another value in `new`; InputError for a value that is not allowed or an unknown source."""
    before = found.cells
    if new.get("sources") is not None:
        new = {**new, "sources": json.dumps([_source(db, typed) for typed in json.loads(new["sources"] or "[]")])}
    after = cells(from_cells({**before, **new}, where=found.statement.id))
    changed = [_judgement(found, name, old, value, judge) for name, old, value in differences(before, after)]
    return changed if found.is_there or not changed else [_judgement(found, "exists", "no", "yes", judge), *changed]


def _source(db: sqlite_utils.Database, typed: str) -> str:
    """The id of the party that has this id, or else this name; InputError if there is none, or more than one."""
    sql = (
        "SELECT id FROM sources WHERE id = :typed UNION ALL SELECT id FROM ("
        "SELECT id FROM sources WHERE :typed IN (name, name_en) ORDER BY id) "
        "WHERE NOT EXISTS (SELECT 1 FROM sources WHERE id = :typed)"
    )
    ids = [str(row[0]) for row in db.execute(sql, {"typed": typed}).fetchall()]
    if not ids:
        raise InputError(
            f"There is no source {typed!r} in the database. Take a name or an id from the table sources; `attrib "
            "annotate --sources` adds more.",
            seen=typed,
        )
    if len(ids) > 1:
        raise InputError(f"Several sources are called {typed!r}: write the id, {' or '.join(ids)}.", seen=typed)
    return ids[0]


def _judgement(found: Standing, field: JudgementField, old: str | None, new: str | None, judge: Judge) -> Judgement:
    return Judgement(
        document=found.annotation.document.id,
        statement=found.statement.id,
        spans=as_spans(found.cells["spans"] or "[]"),
        field=field,
        old=old,
        new=new,
        judged_by=judge.by,
        judged_on=judge.on,
        why=judge.why,
    )


def write_down(db: sqlite_utils.Database, judgements: Sequence[Judgement]) -> bool:
    """Add the judgements; whether the statements of all documents have to be compared again."""
    if not judgements:
        return False
    has_changed = any(item.field in COMPARED and item.old != item.new for item in judgements)
    with db.atomic():
        if has_changed:
            forget_links(db)
        write_judgements(db, judgements)
        settle_again(db, {item.document for item in judgements})
    return has_changed


def as_chosen(form: Mapping[str, str]) -> dict[str, str | None]:
    """The cells of what was typed and chosen in a form; names or ids of sources stand with commas between."""
    found: dict[str, str | None] = {name: form[name] or None for name in CHOSEN if name in form and name != "sources"}
    if "sources" in form:
        found["sources"] = json.dumps(_ids(form["sources"].split(",")))
    return found


def _ids(typed: Iterable[str]) -> list[str]:
    return [each.strip() for each in typed if each.strip()]
