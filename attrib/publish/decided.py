"""Every status of the published copy names who decided it.

The table `status_by` holds the stands that gave each statement its status. Two things may leave a statement without
any: its document was never compared with others, or the stand was about a statement that somebody rejected. In the
first case the stands of its own document are put down; in the second the status that depended on it falls with it.
"""

import json
import sqlite3
from collections.abc import Iterator

from attrib.records import Assessment
from attrib.stand.status import WEIGHING, status

_PUT_DOWN = """
INSERT INTO status_by (statement, assessment)
SELECT s.pk, a.pk FROM statements s JOIN assessments a ON a.statement = s.pk
WHERE s.status = ? AND a.verdict IN (SELECT value FROM json_each(?))
AND NOT EXISTS (SELECT 1 FROM status_by b WHERE b.statement = s.pk) ORDER BY s.pk, a.pk
"""
_UNDECIDED = """
SELECT s.pk, s.type, EXISTS (
  SELECT 1 FROM statement_sources l JOIN sources p ON p.id = l.source
  WHERE l.statement = s.pk AND l.relation = 'states' AND p.origin = 'hearsay'
) FROM statements s WHERE (s.status IN ('contested', 'disputed') AND NOT EXISTS (
  SELECT 1 FROM status_by b JOIN assessments a ON a.pk = b.assessment
  WHERE b.statement = s.pk AND a.verdict IN ('denies', 'doubts')
)) OR (s.status IN ('confirmed', 'unconfirmed', 'corroborated') AND NOT EXISTS (
  SELECT 1 FROM status_by b WHERE b.statement = s.pk
)) ORDER BY s.pk
"""
_LEFT = """
SELECT d.id AS document, NULL AS statement, a.source, a.verdict, a.start, a."end", ifnull(a.exact, '') AS exact, a.rule,
  ifnull(a.detail, '') AS detail
FROM status_by b JOIN assessments a ON a.pk = b.assessment JOIN documents d ON d.pk = a.document
WHERE b.statement = ? ORDER BY a.pk
"""


def settle_statuses(connection: sqlite3.Connection) -> None:
    """Put down who decided where that is missing, and let no statement be disputed that nobody disputes."""
    for value, verdicts in WEIGHING.items():
        connection.execute(_PUT_DOWN, [value, json.dumps(sorted(verdicts))])
    for key, type_, is_hearsay in connection.execute(_UNDECIDED).fetchall():
        left = status(_stands(connection, key), type=type_, is_hearsay=bool(is_hearsay))
        connection.execute("UPDATE statements SET status = ? WHERE pk = ?", [left, key])


def _stands(connection: sqlite3.Connection, key: int) -> Iterator[Assessment]:
    cursor = connection.execute(_LEFT, [key])
    names = [column[0] for column in cursor.description]
    return (Assessment.model_validate(dict(zip(names, row, strict=True))) for row in cursor.fetchall())
