"""Records → SQLite, one document at a time.

    open_database(path, create=True)       a database of ours, or a DatabaseError that says what it is instead
    write_annotation(db, annotation)       replaces everything known of that document, in one transaction
    read_annotations(db)                   the same records back
    is_current(db, document_id, version)   whether that version of the program made what is stored
    outdated(db, version)                  how many documents another version made
    remove_document(db, document_id)       and the sources nothing else refers to
    replace_document(db, old, new)         the same, for a document under another id: judgements go over to it
    write_registry(db, sources, aliases)   the sources known beforehand and their names
    record_issue(db, issue)                what was seen and left out
    settle_issues(db, path, issue)         the only thing there is against a file that did not become a document

Integer keys follow from the document's key and the order in the document: writing the same annotation again writes the
same rows. No row carries a time: times and versions stand in `runs`, and a run that writes nothing leaves no row there.
"""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import sqlite_utils

from attrib.errors import DatabaseError
from attrib.records import Annotation, Assessment, Document, Issue, Span
from attrib.store.database import PER_DOCUMENT, explained, open_database
from attrib.store.issue_rows import insert_issues, record_issue, settle_issues
from attrib.store.judgement import fingerprint
from attrib.store.judgement_rows import move_judgements, settle_judgements
from attrib.store.link_rows import forget_links
from attrib.store.migration import text_digest
from attrib.store.namesakes import tell_apart
from attrib.store.read import read_annotation, read_annotations
from attrib.store.rows import insert, update_if_different
from attrib.store.source_rows import TEMPORARY, forget_sources, sources_of, write_registry, write_sources
from attrib.store.statement_rows import write_statements
from attrib.store.superseded import successors

__all__ = [
    "Run",
    "is_current",
    "open_database",
    "outdated",
    "read_annotations",
    "record_issue",
    "remove_document",
    "replace_document",
    "settle_issues",
    "write_annotation",
    "write_registry",
]

_OF_STATEMENTS = ("attribution_chain", "roles", "spans", "statement_sources", "quantities", "claim_keys")
_OF_DOCUMENTS = ("analyses", "document_runs", "document_sources", "issues", "parts")


class Run(NamedTuple):
    """One run of the annotator: a fingerprint of program, rules and models, and when it started (as text)."""

    version: str
    started: str = ""


def write_annotation(db: sqlite_utils.Database, annotation: Annotation, *, run: Run | None = None) -> tuple[Issue, ...]:
    """Store one document's annotation in place of whatever was stored of it, all or nothing.

    Assessments in other documents that point at a statement of this one keep pointing at it, or at the statement that
    took its place; so do the judgements of people, and those that need another look are returned and recorded.
    Raises DatabaseError if the records contradict each other, for example if a statement names a source that is
    neither in the annotation nor in the database.
    """
    document = annotation.document
    with explained(document.name), db.atomic():
        forget_links(db)
        key = _document_key(db, document, found=fingerprint(statement.id for statement in annotation.statements))
        pointers = _pointers_from_elsewhere(db, key)
        earlier = sources_of(db, key)
        annotation = tell_apart(db, annotation)
        places, superseded = _places(db, key), _superseded(db, key)
        _clear(db, key)
        write_sources(db, annotation.sources)
        write_statements(db, annotation, key)
        moved = successors(places, superseded, annotation.statements)
        _write_superseded(db, moved, key)
        _write_assessments(db, annotation.assessments, key)
        _restore_pointers(db, [(moved.get(statement, statement), pointer) for statement, pointer in pointers])
        insert(db, "parts", ({**part.model_dump(), "document": key} for part in annotation.parts))
        settled = settle_judgements(db, key)
        insert_issues(db, (*(issue for issue in annotation.issues if issue.stage != "judgement"), *settled), key)
        insert(db, "analyses", [{"document": key, "conllu": annotation.conllu}])
        listed = enumerate(annotation.sources)
        insert(db, "document_sources", ({"document": key, "number": n, "source": s.id} for n, s in listed))
        if run is not None:
            insert(db, "document_runs", [{"document": key, "run": _run_key(db, run)}])
        forget_sources(db, earlier, origins=TEMPORARY)
    return settled


def is_current(db: sqlite_utils.Database, document_id: str, version: str) -> bool:
    """Whether the stored annotation of that document was made by that version, so that a run can pass it over."""
    return bool(
        db.execute(
            "SELECT 1 FROM documents d JOIN document_runs dr ON dr.document = d.pk JOIN runs r ON r.pk = dr.run "
            "WHERE d.id = ? AND r.version = ?",
            [document_id, version],
        ).fetchone()
    )


def outdated(db: sqlite_utils.Database, version: str, *, language: str | None = None) -> int:
    """How many stored documents (of a language) another version of the annotator made, or one that nobody knows."""
    stamped = f"{version}-"
    sql = (
        "SELECT count(*) FROM documents d LEFT JOIN document_runs dr ON dr.document = d.pk "
        "LEFT JOIN runs r ON r.pk = dr.run WHERE (r.version IS NULL OR substr(r.version, 1, ?) <> ?) "
        "AND d.language = coalesce(?, d.language)"
    )
    return int(db.execute(sql, [len(stamped), stamped, language]).fetchone()[0])


def remove_document(db: sqlite_utils.Database, document_id: str) -> None:
    """Forget a document and the sources nothing else refers to; DatabaseError if it is not there."""
    key = _known(db, document_id)
    with explained(document_id), db.atomic():
        forget_links(db)
        earlier = sources_of(db, key)
        _clear(db, key)
        db.execute("DELETE FROM judgements WHERE document = ?", [key])
        db.execute("DELETE FROM documents WHERE pk = ?", [key])
        forget_sources(db, earlier, origins=TEMPORARY)


def replace_document(db: sqlite_utils.Database, old: str, new: str) -> tuple[Issue, ...]:
    """Forget a document whose text is stored under another id too, and hand its judgements over to that one.

    Returns the judgements that need another look. Raises DatabaseError if one of the two is not there.
    """
    earlier, key = _known(db, old), _known(db, new)
    with explained(old), db.atomic():
        given = read_annotation(db, key).statements
        settled = move_judgements(db, earlier, key, successors(_places(db, earlier), {}, given))
        insert_issues(db, settled, key)
        remove_document(db, old)
    return settled


def _known(db: sqlite_utils.Database, document_id: str) -> int:
    found = db.execute("SELECT pk FROM documents WHERE id = ?", [document_id]).fetchone()
    if found is None:
        raise DatabaseError(
            f"There is no document {document_id!r} in the database; the ids are in the table documents.",
            seen=document_id,
        )
    return int(found[0])


def _document_key(db: sqlite_utils.Database, document: Document, *, found: str) -> int:
    """The integer key of the document, new or old; its own columns are brought up to date."""
    label, digest = document.title or document.name, text_digest(document.text)
    row = {**document.model_dump(), "label": label, "digest": digest, "fingerprint": found}
    key = db.execute("SELECT pk FROM documents WHERE id = ?", [document.id]).fetchone()
    if key is None:
        key = db.execute("SELECT coalesce(max(pk), 0) + 1 FROM documents").fetchone()
        insert(db, "documents", [{"pk": key[0], **row}])
    else:
        update_if_different(db, "documents", "pk", key[0], row)
    return int(key[0])


def _clear(db: sqlite_utils.Database, key: int) -> None:
    """Delete everything that hangs on a document, children first; the document's own row stays."""
    first, last = key * PER_DOCUMENT, (key + 1) * PER_DOCUMENT - 1
    db.execute("UPDATE assessments SET statement = NULL WHERE statement BETWEEN ? AND ?", [first, last])
    db.execute("DELETE FROM assessments WHERE document = ?", [key])
    for table in _OF_STATEMENTS:
        db.execute(f"DELETE FROM {table} WHERE statement BETWEEN ? AND ?", [first, last])
    db.execute("DELETE FROM superseded WHERE document = ?", [key])
    db.execute("UPDATE judgements SET statement = NULL WHERE document = ?", [key])
    db.execute("UPDATE statements SET parent = NULL WHERE document = ?", [key])
    for table in ("statements", *_OF_DOCUMENTS):
        db.execute(f"DELETE FROM {table} WHERE document = ?", [key])
    db.execute("DELETE FROM runs WHERE pk NOT IN (SELECT run FROM document_runs)")


def _pointers_from_elsewhere(db: sqlite_utils.Database, key: int) -> list[tuple[str, int]]:
    """Statement id and assessment key of every stand that another document takes on this one's statements."""
    return db.execute(
        "SELECT s.id, a.pk FROM assessments a JOIN statements s ON s.pk = a.statement "
        "WHERE s.document = ? AND a.document <> ?",
        [key, key],
    ).fetchall()


def _restore_pointers(db: sqlite_utils.Database, pointers: list[tuple[str | None, int]]) -> None:
    sql = "UPDATE assessments SET statement = (SELECT pk FROM statements WHERE id = ?) WHERE pk = ?"
    db.conn.executemany(sql, pointers)


def _places(db: sqlite_utils.Database, key: int) -> dict[str, list[Span]]:
    found = db.execute("SELECT id, spans FROM statements WHERE document = ?", [key]).fetchall()
    return {statement: [Span(start, end) for start, end in json.loads(spans)] for statement, spans in found}


def _superseded(db: sqlite_utils.Database, key: int) -> dict[str, str | None]:
    sql = "SELECT x.id, s.id FROM superseded x LEFT JOIN statements s ON s.pk = x.statement WHERE x.document = ?"
    return dict(db.execute(sql, [key]).fetchall())


def _write_superseded(db: sqlite_utils.Database, found: Mapping[str, str | None], key: int) -> None:
    sql = "INSERT INTO superseded (id, document, statement) VALUES (?, ?, (SELECT pk FROM statements WHERE id = ?))"
    db.conn.executemany(sql, [(old, key, new) for old, new in sorted(found.items())])


def _write_assessments(db: sqlite_utils.Database, assessments: Sequence[Assessment], key: int) -> None:
    for number, assessment in enumerate(assessments):
        target = assessment.statement
        found = db.execute("SELECT pk FROM statements WHERE id = ?", [target]).fetchone()
        if target is not None and found is None:
            raise DatabaseError(
                f"The assessment {assessment.exact!r} is about statement {target!r}, which is not in the database. "
                "Write the document that holds that statement first.",
                seen=target,
            )
        row = {**assessment.model_dump(), "pk": key * PER_DOCUMENT + number, "document": key}
        insert(db, "assessments", [{**row, "statement": found[0] if found else None}])


def _run_key(db: sqlite_utils.Database, run: Run) -> int:
    found = db.execute("SELECT pk FROM runs WHERE version = ? AND started = ?", list(run)).fetchone()
    if found is None:
        found = db.execute("SELECT coalesce(max(pk), 0) + 1 FROM runs").fetchone()
        insert(db, "runs", [{"pk": found[0], **run._asdict()}])
    return int(found[0])
