"""Names by which lists call articles and claims: a heading or a sentence, no file name or half a clause if it can be.

Both are made from what the copy may show, after everything else was taken out.
"""

import re
import sqlite3

from attrib.records import JOINT

MOST = 110
"""Letters of a name."""
_PARTS = """
SELECT p.kind, substr(d.text, p.start + 1, p."end" - p.start) FROM parts p JOIN documents d ON d.pk = p.document
WHERE p.document = ? AND p.kind IN ('heading', 'paragraph') ORDER BY p.kind <> 'heading', p.number LIMIT 1
"""
_MEMBERS = """
SELECT m.claim, s.exact, s.context FROM claims c JOIN claim_statements m ON m.claim = c.pk
JOIN statements s ON s.pk = m.statement WHERE c.label IS NOT NULL AND s.exact IS NOT NULL
ORDER BY c.pk, s.pk <> c.statement, s.pk
"""
_SENTENCE_END = re.compile(r"(?<=[.!?…“”\"])\s+(?=[„“\"»A-ZÄÖÜ0-9])")


def name_documents(connection: sqlite3.Connection) -> None:
    """Articles without a title are called by their first heading or sentence, where it may be shown."""
    untitled = "SELECT pk FROM documents WHERE title IS NULL AND text IS NOT NULL ORDER BY pk"
    for (key,) in connection.execute(untitled).fetchall():
        found = connection.execute(_PARTS, [key]).fetchone()
        if found is not None and found[1].strip():
            kind, text = found
            name = shortened(text if kind == "heading" else first_sentence(text))
            connection.execute("UPDATE documents SET label = ? WHERE pk = ?", [name, key])


def name_claims(connection: sqlite3.Connection) -> None:
    """Claims are called by a statement that is a sentence, the most central one first, or by the sentence around it."""
    members: dict[int, list[tuple[str, str | None]]] = {}
    for claim, exact, context in connection.execute(_MEMBERS).fetchall():
        members.setdefault(claim, []).append((exact, context))
    for claim, found in members.items():
        central, context = found[0]
        whole = next((exact for exact, _ in found if is_sentence(exact)), None)
        name = shortened(whole or first_sentence_with(context or central, central))
        connection.execute("UPDATE claims SET label = ? WHERE pk = ?", [name, claim])


def is_sentence(text: str) -> bool:
    """Whether words can stand alone: in one piece, with a capital or a number in front."""
    first = text.lstrip("„“\"»‚‘'( ")[:1]
    return JOINT not in text and (first.isupper() or first.isdigit()) and len(text.split()) > 2


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence."""
    return _SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0]


def first_sentence_with(context: str, words: str) -> str:
    """The sentence of a passage in which the words begin."""
    start = words.split(JOINT)[0].split()[:3]
    sentences = _SENTENCE_END.split(" ".join(context.split()))
    return next((each for each in sentences if " ".join(start) in each), sentences[0])


def shortened(text: str) -> str:
    """The words on one line, cut between words where there are too many."""
    line = " ".join(text.split())
    return line if len(line) <= MOST else line[: MOST + 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
