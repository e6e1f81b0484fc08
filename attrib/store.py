"""Records → SQLite, one document at a time.

    open_database(path, create=True)       a database of ours, or a DatabaseError that says what it is instead
    write_annotation(db, annotation)       replaces everything known of that document, in one transaction
    read_annotations(db)                   the same records back
    is_current(db, document_id, version)   whether that version of the program made what is stored
    remove_document(db, document_id)       and the sources nothing else refers to
    write_registry(db, sources, aliases)   the sources known beforehand and their names
    record_issue(db, issue)                what was seen and left out
    settle_issues(db, path, issue)         the only thing there is against a file that did not become a document

Integer keys follow from the document's key and the order in the document: writing the same annotation again writes the
same rows. No row carries a time: times and versions stand in `runs`, and a run that writes nothing leaves no row there.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import sqlite_utils

from attrib.analysis import Span
from attrib.database import PER_DOCUMENT, explained, open_database
from attrib.dictionary import dictionary
from attrib.errors import DatabaseError
from attrib.read import read_annotations
from attrib.records import Annotation, Assessment, Document, Issue, Source, Statement

__all__ = [
    "Run",
    "is_current",
    "open_database",
    "read_annotations",
    "record_issue",
    "remove_document",
    "settle_issues",
    "write_annotation",
    "write_registry",
]

JOINT = " … "
"""Between the pieces of a text that was cut in several places."""

Row = dict[str, Any]

_TEMPORARY = ("discovered", "unnamed")
"""Origins of sources that exist only because a text names them: they go when nothing refers to them any more."""
_OF_STATEMENTS = ("roles", "spans", "statement_sources")
_OF_DOCUMENTS = ("analyses", "document_runs", "document_sources", "issues", "parts")


class Run(NamedTuple):
    """One run of the annotator: a fingerprint of program, rules and models, and when it started (as text)."""

    version: str
    started: str = ""


def write_annotation(db: sqlite_utils.Database, annotation: Annotation, *, run: Run | None = None) -> None:
    """Store one document's annotation in place of whatever was stored of it, all or nothing.

    Assessments in other documents that point at a statement of this one keep pointing at it as long as its id lives.
    Raises DatabaseError if the records contradict each other, for example if a statement names a source that is
    neither in the annotation nor in the database.
    """
    document = annotation.document
    with explained(document.name), db.atomic():
        key = _document_key(db, document)
        pointers = _pointers_from_elsewhere(db, key)
        earlier = _sources_of(db, key)
        _clear(db, key)
        _write_sources(db, annotation.sources)
        _write_statements(db, annotation, key)
        _write_assessments(db, annotation.assessments, key)
        _restore_pointers(db, pointers)
        _insert(db, "parts", ({**part.model_dump(), "document": key} for part in annotation.parts))
        _insert_issues(db, annotation.issues, key)
        _insert(db, "analyses", [{"document": key, "conllu": annotation.conllu}])
        listed = enumerate(annotation.sources)
        _insert(db, "document_sources", ({"document": key, "number": n, "source": s.id} for n, s in listed))
        if run is not None:
            _insert(db, "document_runs", [{"document": key, "run": _run_key(db, run)}])
        _forget_sources(db, earlier, origins=_TEMPORARY)


def is_current(db: sqlite_utils.Database, document_id: str, version: str) -> bool:
    """Whether the stored annotation of that document was made by that version, so that a run can pass it over."""
    return bool(
        db.execute(
            "SELECT 1 FROM documents d JOIN document_runs dr ON dr.document = d.pk JOIN runs r ON r.pk = dr.run "
            "WHERE d.id = ? AND r.version = ?",
            [document_id, version],
        ).fetchone()
    )


def remove_document(db: sqlite_utils.Database, document_id: str) -> None:
    """Forget a document and the sources nothing else refers to; DatabaseError if it is not there."""
    found = db.execute("SELECT pk FROM documents WHERE id = ?", [document_id]).fetchone()
    if found is None:
        raise DatabaseError(
            f"There is no document {document_id!r} in the database; the ids are in the table documents.",
            seen=document_id,
        )
    with explained(document_id), db.atomic():
        earlier = _sources_of(db, found[0])
        _clear(db, found[0])
        db.execute("DELETE FROM documents WHERE pk = ?", found)
        _forget_sources(db, earlier, origins=_TEMPORARY)


def write_registry(
    db: sqlite_utils.Database, sources: Sequence[Source], aliases: Iterable[tuple[str, str]] = ()
) -> None:
    """Store the sources known beforehand, and their other names as pairs of source id and name.

    A second call with the same content writes nothing. Registered sources that are no longer listed stay while
    statements refer to them.
    """
    listed = {source.id for source in sources}
    names = sorted(set(aliases))
    with explained("the registry"), db.atomic():
        _write_sources(db, sources)
        if names != db.execute("SELECT source, name FROM aliases ORDER BY source, name").fetchall():
            db.execute("DELETE FROM aliases")
            _insert(db, "aliases", ({"source": source, "name": name} for source, name in names))
        stored = db.execute("SELECT id FROM sources WHERE origin = 'registry'").fetchall()
        _forget_sources(db, (found for (found,) in stored if found not in listed), origins=("registry",))


def record_issue(db: sqlite_utils.Database, issue: Issue) -> None:
    """Store an issue once, with the document it belongs to, or its path where there is no such document."""
    found = db.execute("SELECT pk FROM documents WHERE id = ?", [issue.document]).fetchone()
    key = found[0] if found else None
    row = _issue_row(issue, key)
    same = " AND ".join(f'"{name}" IS ?' for name in row)
    if db.execute(f"SELECT 1 FROM issues WHERE {same}", list(row.values())).fetchone() is None:
        with explained(issue.document), db.atomic():
            _insert_issues(db, [issue], key)


def settle_issues(db: sqlite_utils.Database, path: str, issue: Issue | None = None) -> None:
    """Forget what was recorded of a file that did not become a document, except for this issue, which is recorded."""
    kept = None if issue is None else issue.message
    sql = "FROM issues WHERE document IS NULL AND path = ? AND message IS NOT ?"
    if db.execute(f"SELECT 1 {sql}", [path, kept]).fetchone() is not None:
        with explained(path), db.atomic():
            db.execute(f"DELETE {sql}", [path, kept])
    if issue is not None:
        record_issue(db, issue)


def _insert(db: sqlite_utils.Database, table: str, rows: Iterable[Row]) -> None:
    """Plain inserts of rows that share their columns."""
    listed = list(rows)
    if listed:
        columns, marks = ", ".join(f'"{name}"' for name in listed[0]), ", ".join("?" * len(listed[0]))
        db.conn.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", [tuple(row.values()) for row in listed]
        )


def _document_key(db: sqlite_utils.Database, document: Document) -> int:
    """The integer key of the document, new or old; its own columns are brought up to date."""
    row = {**document.model_dump(), "label": document.title or document.name}
    found = db.execute("SELECT pk FROM documents WHERE id = ?", [document.id]).fetchone()
    if found is None:
        found = db.execute("SELECT coalesce(max(pk), 0) + 1 FROM documents").fetchone()
        _insert(db, "documents", [{"pk": found[0], **row}])
    else:
        _update_if_different(db, "documents", "pk", found[0], row)
    return int(found[0])


def _update_if_different(db: sqlite_utils.Database, table: str, key_name: str, key: int | str, row: Row) -> None:
    different = " OR ".join(f'"{name}" IS NOT :{name}' for name in row)
    settings = ", ".join(f'"{name}" = :{name}' for name in row)
    sql = f"UPDATE {table} SET {settings} WHERE {key_name} = :key_ AND ({different})"
    db.conn.execute(sql, {**row, "key_": key})


def _clear(db: sqlite_utils.Database, key: int) -> None:
    """Delete everything that hangs on a document, children first; the document's own row stays."""
    first, last = key * PER_DOCUMENT, (key + 1) * PER_DOCUMENT - 1
    db.execute("UPDATE assessments SET statement = NULL WHERE statement BETWEEN ? AND ?", [first, last])
    db.execute("DELETE FROM assessments WHERE document = ?", [key])
    for table in _OF_STATEMENTS:
        db.execute(f"DELETE FROM {table} WHERE statement BETWEEN ? AND ?", [first, last])
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


def _restore_pointers(db: sqlite_utils.Database, pointers: list[tuple[str, int]]) -> None:
    sql = "UPDATE assessments SET statement = (SELECT pk FROM statements WHERE id = ?) WHERE pk = ?"
    db.conn.executemany(sql, pointers)


def _write_sources(db: sqlite_utils.Database, sources: Iterable[Source]) -> None:
    """Insert or update; links between sources come last because a source may name a later one."""
    links = []
    for source in sources:
        row = source.model_dump()
        links.append({"id": row["id"], "speaks_for": row["speaks_for"], "part_of": row["part_of"]})
        if db.execute("SELECT 1 FROM sources WHERE id = ?", [source.id]).fetchone():
            plain = {name: value for name, value in row.items() if name not in {"id", "speaks_for", "part_of"}}
            _update_if_different(db, "sources", "id", source.id, plain)
        else:
            _insert(db, "sources", [{**row, "speaks_for": None, "part_of": None}])
    _check_links(db, links)
    for link in links:
        _update_if_different(db, "sources", "id", link.pop("id"), link)


def _check_links(db: sqlite_utils.Database, links: Iterable[Row]) -> None:
    named = {link[name]: link["id"] for link in links for name in ("speaks_for", "part_of") if link[name] is not None}
    for institution, source in named.items():
        if db.execute("SELECT 1 FROM sources WHERE id = ?", [institution]).fetchone() is None:
            raise DatabaseError(
                f"The source {source!r} speaks for or is part of {institution!r}, which is not in the database. "
                "Write the registry first, or list that source too.",
                seen=institution,
            )


def _sources_of(db: sqlite_utils.Database, key: int) -> list[str]:
    found = db.execute("SELECT source FROM document_sources WHERE document = ?", [key])
    return [source for (source,) in found.fetchall()]


def _forget_sources(db: sqlite_utils.Database, candidates: Iterable[str], *, origins: Sequence[str]) -> None:
    """Delete those candidates of these origins that no row refers to, and then what only they referred to."""
    unused = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {name} r WHERE r.{column_name} = s.id)"
        for name, table in dictionary().items()
        for column_name, column in table.columns.items()
        if column.references == "sources" and name != "aliases"
    )
    marks = ", ".join("?" * len(origins))
    sql = f"SELECT speaks_for, part_of FROM sources s WHERE id = ? AND origin IN ({marks}) AND {unused}"
    waiting = list(candidates)
    while waiting:
        source = waiting.pop()
        found = db.execute(sql, [source, *origins]).fetchone()
        if found is not None:
            db.execute("DELETE FROM aliases WHERE source = ?", [source])
            db.execute("DELETE FROM sources WHERE id = ?", [source])
            waiting.extend(institution for institution in found if institution is not None)


def _write_statements(db: sqlite_utils.Database, annotation: Annotation, key: int) -> None:
    text = annotation.document.text
    keys = {statement.id: key * PER_DOCUMENT + statement.number for statement in annotation.statements}
    by_level = sorted(annotation.statements, key=lambda statement: (statement.level, statement.number))
    rows = (_statement_row(statement, text=text, key=key, keys=keys) for statement in by_level)
    _insert(db, "statements", rows)
    for statement in annotation.statements:
        own = keys[statement.id]
        _insert(db, "spans", _pieces(text, {"statement": own}, statement.spans))
        for role in ("cue", "frame", "speaker", "addressee"):
            _insert(db, "roles", _pieces(text, {"statement": own, "role": role}, getattr(statement, role)))
        listed = enumerate(statement.sources)
        _insert(db, "statement_sources", ({"statement": own, "number": n, **s.model_dump()} for n, s in listed))


def _pieces(text: str, owner: Row, spans: Sequence[Span]) -> list[Row]:
    return [
        {**owner, "number": number, "start": start, "end": end, "exact": text[start:end]}
        for number, (start, end) in enumerate(spans)
    ]


def _statement_row(statement: Statement, *, text: str, key: int, keys: dict[str, int]) -> Row:
    """The statement with what a reader of the table wants beside it: words, source, parent's key."""
    row = statement.model_dump(exclude={"spans", "cue", "frame", "speaker", "addressee", "context", "sources"})
    stating = next((link for link in statement.sources if link.relation == "states"), None)
    parent = statement.parent
    if parent is not None and parent not in keys:
        raise DatabaseError(
            f"Statement {statement.id} names the parent {parent!r}, which is not a statement of the same document.",
            seen=parent,
            allowed=sorted(keys),
        )
    return {
        **row,
        "pk": keys[statement.id],
        "document": key,
        "parent": None if parent is None else keys[parent],
        "source": None if stating is None else stating.source,
        "disclosure": None if stating is None else stating.disclosure,
        "cue": _cut(text, statement.cue),
        "speaker": _cut(text, statement.speaker),
        "context": text[statement.context.start : statement.context.end],
        "context_start": statement.context.start,
        "context_end": statement.context.end,
        "start": min((span.start for span in statement.spans), default=statement.context.start),
        "end": max((span.end for span in statement.spans), default=statement.context.end),
        "spans": json.dumps(statement.spans),
    }


def _cut(text: str, spans: Sequence[Span]) -> str | None:
    return JOINT.join(text[start:end] for start, end in spans) or None


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
        _insert(db, "assessments", [{**row, "statement": found[0] if found else None}])


def _insert_issues(db: sqlite_utils.Database, issues: Iterable[Issue], key: int | None) -> None:
    """Issues are numbered within their document; those of files that never became one come before all others."""
    first = (key or 0) * PER_DOCUMENT
    sql = "SELECT coalesce(max(pk) + 1, ?) FROM issues WHERE pk BETWEEN ? AND ?"
    free = db.execute(sql, [first, first, first + PER_DOCUMENT - 1]).fetchone()[0]
    _insert(db, "issues", ({"pk": free + n, **_issue_row(issue, key)} for n, issue in enumerate(issues)))


def _issue_row(issue: Issue, key: int | None) -> Row:
    return {**issue.model_dump(), "document": key, "path": issue.document if key is None else None}


def _run_key(db: sqlite_utils.Database, run: Run) -> int:
    found = db.execute("SELECT pk FROM runs WHERE version = ? AND started = ?", list(run)).fetchone()
    if found is None:
        found = db.execute("SELECT coalesce(max(pk), 0) + 1 FROM runs").fetchone()
        _insert(db, "runs", [{"pk": found[0], **run._asdict()}])
    return int(found[0])
