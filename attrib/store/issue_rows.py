"""What was seen and left out, as rows of `issues`: of a document, or of a file that never became one."""

from collections.abc import Iterable

import sqlite_utils

from attrib.records import Issue
from attrib.store.database import PER_DOCUMENT, explained
from attrib.store.judgement_rows import settle_judgements
from attrib.store.rows import Row, insert


def record_issue(db: sqlite_utils.Database, issue: Issue) -> None:
    """Store an issue once, with the document it belongs to, or its path where there is no such document."""
    found = db.execute("SELECT pk FROM documents WHERE id = ?", [issue.document]).fetchone()
    key = found[0] if found else None
    row = _issue_row(issue, key)
    same = " AND ".join(f'"{name}" IS ?' for name in row)
    if db.execute(f"SELECT 1 FROM issues WHERE {same}", list(row.values())).fetchone() is None:
        with explained(issue.document), db.atomic():
            insert_issues(db, [issue], key)


def settle_issues(db: sqlite_utils.Database, path: str, issue: Issue | None = None) -> None:
    """Forget what was recorded of a file that did not become a document, except for this issue, which is recorded."""
    kept = None if issue is None else issue.message
    sql = "FROM issues WHERE document IS NULL AND path = ? AND message IS NOT ?"
    if db.execute(f"SELECT 1 {sql}", [path, kept]).fetchone() is not None:
        with explained(path), db.atomic():
            db.execute(f"DELETE {sql}", [path, kept])
    if issue is not None:
        record_issue(db, issue)


def settle_again(db: sqlite_utils.Database, document_ids: Iterable[str]) -> None:
    """Record anew which judgements of these documents need another look."""
    for document_id in sorted(document_ids):
        (key,) = db.execute("SELECT pk FROM documents WHERE id = ?", [document_id]).fetchone()
        db.execute("DELETE FROM issues WHERE document = ? AND stage = 'judgement'", [key])
        insert_issues(db, settle_judgements(db, key), key)


def insert_issues(db: sqlite_utils.Database, issues: Iterable[Issue], key: int | None) -> None:
    """Issues are numbered within their document; those of files that never became one come before all others."""
    first = (key or 0) * PER_DOCUMENT
    sql = "SELECT coalesce(max(pk) + 1, ?) FROM issues WHERE pk BETWEEN ? AND ?"
    free = db.execute(sql, [first, first, first + PER_DOCUMENT - 1]).fetchone()[0]
    insert(db, "issues", ({"pk": free + n, **_issue_row(issue, key)} for n, issue in enumerate(issues)))


def _issue_row(issue: Issue, key: int | None) -> Row:
    return {**issue.model_dump(), "document": key, "path": issue.document if key is None else None}
