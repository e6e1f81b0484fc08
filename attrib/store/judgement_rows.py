"""Judgements in the database: written, led to the statements of a new annotation, read back newest first.

write_judgements(db, judgements)     adds rows; nothing that is there is changed
corrections(db)                      the judgement that holds for each field of each corrected statement
settle_judgements(db, key, moved)    leads the judgements of a document to its present statements
move_judgements(db, old, new)        the same from one document to another with the same text
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import sqlite_utils

from attrib.records import Issue, Judgement, JudgementField
from attrib.store.judgement import as_json, as_spans
from attrib.store.rows import Row, insert

Corrections = Mapping[str, Mapping[JudgementField, Judgement]]
"""By the present id of a statement and the field."""


def write_judgements(db: sqlite_utils.Database, judgements: Sequence[Judgement]) -> None:
    """Add judgements behind those that are there, each with the statement of its id."""
    free = last_judgement(db) + 1
    keys = dict(db.execute("SELECT id, pk FROM documents").fetchall())
    insert(
        db,
        "judgements",
        (
            {
                "pk": free + number,
                "document": keys[item.document],
                "statement": _present(db, item.statement),
                "statement_id": item.statement,
                "spans": as_json(item.spans),
                **item.model_dump(exclude={"document", "statement", "spans"}),
            }
            for number, item in enumerate(judgements)
        ),
    )


def last_judgement(db: sqlite_utils.Database) -> int:
    """The number of the newest judgement, 0 if there is none."""
    return int(db.execute("SELECT coalesce(max(pk), 0) FROM judgements").fetchone()[0])


def corrections(db: sqlite_utils.Database, key: int | None = None) -> Corrections:
    """The newest judgement of each field, of one document or of all; the one written last is the newest.

    Who finds right what somebody had put there leaves that judgement standing.
    """
    found: dict[str, dict[JudgementField, Judgement]] = defaultdict(dict)
    for row in _judgements(db, key):
        judgement, fields = _record(row), found[row["now"] or row["statement_id"]]
        before = fields.get(judgement.field)
        if before is None or judgement.old != judgement.new or before.new != judgement.new:
            fields[judgement.field] = judgement
    return dict(found)


def settle_judgements(db: sqlite_utils.Database, key: int) -> tuple[Issue, ...]:
    """Lead the judgements of a document to its present statements, and say which of them need another look.

    A statement that a later annotation moved is known by its id in `superseded`; one that a person added is found
    again where the machine now has a statement in the same place.
    """
    judged = db.execute("SELECT DISTINCT statement_id, spans FROM judgements WHERE document = ?", [key]).fetchall()
    for statement, spans in judged:
        present = _present(db, statement) or (_in_place(db, key, spans) if _is_added(db, statement) else None)
        db.execute("UPDATE judgements SET statement = ? WHERE statement_id = ?", [present, statement])
    return tuple(_issues(db, key))


def move_judgements(
    db: sqlite_utils.Database, old: int, new: int, moved: Mapping[str, str | None]
) -> tuple[Issue, ...]:
    """Hand the judgements of a document to the one that takes its place, under the ids that its statements have."""
    for statement, successor in moved.items():
        db.execute(
            "UPDATE judgements SET statement_id = ? WHERE document = ? AND statement_id = ?",
            [successor or statement, old, statement],
        )
    db.execute("UPDATE judgements SET document = ?, statement = NULL WHERE document = ?", [new, old])
    return settle_judgements(db, new)


def _judgements(db: sqlite_utils.Database, key: int | None) -> Iterator[Row]:
    where = "" if key is None else "WHERE j.document = :key"
    sql = (
        "SELECT j.*, d.id AS document_id, s.id AS now, s.spans AS now_spans FROM judgements j "
        f"JOIN documents d ON d.pk = j.document LEFT JOIN statements s ON s.pk = j.statement {where} ORDER BY j.pk"
    )
    return db.query(sql, {"key": key})


def _record(row: Row) -> Judgement:
    kept = {name: row[name] for name in ("field", "old", "new", "judged_by", "judged_on", "why")}
    return Judgement(document=row["document_id"], statement=row["statement_id"], spans=as_spans(row["spans"]), **kept)


def _key(db: sqlite_utils.Database, statement: str) -> int | None:
    found = db.execute("SELECT pk FROM statements WHERE id = ?", [statement]).fetchone()
    return None if found is None else int(found[0])


def _present(db: sqlite_utils.Database, statement: str) -> int | None:
    """The statement of this id, or the one that took its place."""
    found = db.execute("SELECT statement FROM superseded WHERE id = ?", [statement]).fetchone()
    return _key(db, statement) or (None if found is None else found[0])


def _in_place(db: sqlite_utils.Database, key: int, spans: str) -> int | None:
    found = db.execute("SELECT pk FROM statements WHERE document = ? AND spans = ?", [key, spans]).fetchone()
    return None if found is None else int(found[0])


def _is_added(db: sqlite_utils.Database, statement: str) -> bool:
    sql = "SELECT old FROM judgements WHERE statement_id = ? AND field = 'exists' ORDER BY pk LIMIT 1"
    found = db.execute(sql, [statement]).fetchone()
    return found is not None and found[0] == "no"


def _issues(db: sqlite_utils.Database, key: int) -> Iterator[Issue]:
    """What became of the judgements of a document whose statements are no longer where they were judged."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in _judgements(db, key):
        rows[row["now"] or row["statement_id"]].append(row)
    for found in rows.values():
        newest = found[-1]
        exists = next((row for row in reversed(found) if row["field"] == "exists"), None)
        is_gone = newest["now"] is None and (exists is None or (exists["new"] == "yes" and exists["old"] == "yes"))
        if is_gone:
            yield _issue(newest, found, kind="judgement_lost", what="no statement stands there any more")
        elif newest["now"] is not None and as_spans(newest["now_spans"]) != as_spans(newest["spans"]):
            what = f"it now holds for {newest['now']}, which covers other words"
            yield _issue(newest, found, kind="judgement_moved", what=what)


def _issue(newest: Row, rows: Iterable[Row], *, kind: str, what: str) -> Issue:
    fields = ", ".join(dict.fromkeys(row["field"] for row in rows))
    spans = json.loads(newest["spans"])
    return Issue.model_validate(
        {
            "document": newest["document_id"],
            "stage": "judgement",
            "kind": kind,
            "message": f"{newest['document_id']}: {newest['judged_by']} corrected {fields} of the statement "
            f"{newest['statement_id']} on {newest['judged_on']}; {what}. Export the document and look at it again.",
            "start": spans[0][0],
            "end": spans[-1][1],
        }
    )
