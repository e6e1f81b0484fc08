"""What may not be shown is not in the published copy: one function decides for every column that is cut from a text.

The dictionary says which columns those are (`quoted`). Under `full` everything is shown; under `context` a statement
with its sentence, unless it is the publisher's own: every sentence belongs to some statement, and together they would
be the article; under `none` no word. What is no word of the text stays: places, codes, dates, figures with their unit,
titles, and the names of parties that have one. A party without a name is called by the words of the text, which its id
repeats: where none of them may be shown it gets the name of its group and the id of its first statement.
"""

import sqlite3
from collections.abc import Mapping

from attrib.publish.renaming import NAMING, document_of, rename_sources
from attrib.store.dictionary import Table, published
from attrib.store.tables import quote


def may_show(needed: str, rights: str, is_own: int) -> bool:
    """Whether words cut from a text of these rights are shown.

    `needed` is what the column asks for: `full` is shown only of whole texts, `none` wherever a statement is. `is_own`
    says that they are the publisher's own, and not from the sentence of a statement of somebody else's.
    """
    return rights == "full" or (needed != "full" and rights == "context" and not is_own)


def withhold(connection: sqlite3.Connection) -> None:
    """Take out of a copy all words that the rights of their articles forbid to show."""
    if connection.execute("SELECT 1 FROM documents WHERE rights <> 'full' LIMIT 1").fetchone() is None:
        return
    connection.create_function("may_show", 3, may_show, deterministic=True)
    _withhold_wordings(connection)
    for name, table in published().items():
        for each, column in table.columns.items():
            if column.quoted is not None:
                where = f"NOT may_show('{column.quoted}', {_rights(name, table)}, {_is_own(name, table)})"
                instead = "NULL" if column.optional else f"'{column.instead}'"
                connection.execute(f"UPDATE {name} SET {quote(each)} = {instead} WHERE {where} AND {_has_text(name)}")


def _has_text(name: str) -> str:
    """Issues may be about no document."""
    return "document IS NOT NULL" if name == "issues" else "1"


def _rights(name: str, table: Table) -> str:
    """The rights of the document that a row's words come from."""
    if name == "documents":
        return "rights"
    return f"(SELECT rights FROM documents WHERE documents.pk = {document_of(name, table)})"


_EVIDENCE_IS_OWN = """
NOT EXISTS (SELECT 1 FROM statements s WHERE s.document = assessments.document AND s.type <> 'author'
AND s.context_start <= assessments.start AND s.context_end >= assessments."end")
"""


def _is_own(name: str, table: Table) -> str:
    """Whether a row's words are the publisher's own."""
    if name == "statements":
        return "type = 'author'"
    if name == "assessments":
        return _EVIDENCE_IS_OWN
    if "statement" in table.columns:
        return f"ifnull((SELECT type = 'author' FROM statements WHERE statements.pk = {name}.statement), 1)"
    return "1"


_WORDINGS = """
WITH uses AS (
  SELECT l.source, s.id, d.rights, s.type = 'author' AS own FROM statement_sources l
  JOIN statements s ON s.pk = l.statement JOIN documents d ON d.pk = s.document
  UNION ALL
  SELECT c.source, s.id, d.rights, s.type = 'author' FROM attribution_chain c
  JOIN statements s ON s.pk = c.statement JOIN documents d ON d.pk = s.document
  UNION ALL
  SELECT a.source, d.id || '-' || a.start, d.rights, 1 FROM assessments a JOIN documents d ON d.pk = a.document
)
SELECT p.id, p.name, ifnull(g.name, p.kind), min(u.id) FROM sources p JOIN uses u ON u.source = p.id
LEFT JOIN sources g ON g.id = p.grouped_under
WHERE p.origin = 'unnamed' AND (p.grouped_under IS NOT NULL OR EXISTS (SELECT 1 FROM uses WHERE source = p.id))
GROUP BY p.id HAVING max(may_show('none', u.rights, u.own)) = 0 ORDER BY p.id
"""


def _withhold_wordings(connection: sqlite3.Connection) -> None:
    """Rename the parties without a name of which no words may be shown."""
    found = connection.execute(_WORDINGS).fetchall()
    new: Mapping[str, str] = {old: f"unnamed-{first}-{number}" for number, (old, _, _, first) in enumerate(found)}
    for old, words, name, _ in found:
        connection.execute("UPDATE sources SET name = ?, name_en = NULL WHERE id = ?", [name, old])
        connection.execute("DELETE FROM aliases WHERE source = ?", [old])
        for table, column in NAMING:
            connection.execute(f"UPDATE {table} SET {column} = replace({column}, ?, ?)", [words, name])
    rename_sources(connection, new)
