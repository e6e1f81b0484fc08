"""Names by which lists call articles and claims: a heading or a sentence, no file name or half a clause if it can be.

Both are made from what the copy may show, after everything else was taken out.
"""

import re
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from attrib.records import JOINT
from attrib.statement.grouping import ALONE

MOST = 110
"""Letters of a name."""
_PARTS = """
SELECT p.kind, substr(d.text, p.start + 1, p."end" - p.start) FROM parts p JOIN documents d ON d.pk = p.document
WHERE p.document = ? AND p.kind IN ('heading', 'paragraph') ORDER BY p.kind <> 'heading', p.number LIMIT 1
"""
_MEMBERS = """
SELECT m.claim, s.exact, s.context, s.marker = 'complement_clause', c.versions > 1, m.value IS NOT NULL, EXISTS (
  SELECT 1 FROM assessments a WHERE a.document = s.document AND a.start >= s.start AND a."end" <= s."end"
) OR m.rule = :alone FROM claims c
JOIN claim_statements m ON m.claim = c.pk
JOIN statements s ON s.pk = m.statement WHERE c.label IS NOT NULL AND s.exact IS NOT NULL
ORDER BY c.pk, s.pk <> c.statement, m.polarity = 'negative', s.pk
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
    """Claims are called by a statement that is a sentence, the most central one first, or by the sentence around it.

    Where the versions give different figures, by one without any, and without a stand: its name takes no side.
    """
    members: dict[int, list[_Member]] = {}
    for claim, *fields in connection.execute(_MEMBERS, {"alone": ALONE}).fetchall():
        members.setdefault(claim, []).append(_Member(*fields))
    for claim, found in members.items():
        name = shortened(_clause(found) or _sentence(_fair(found)))
        connection.execute("UPDATE claims SET label = ? WHERE pk = ?", [name, claim])


class _Member(NamedTuple):
    """A statement of a claim; the most central one comes first."""

    exact: str
    context: str | None
    is_clause: bool
    is_one_of_several: bool
    """Whether the claim's versions give different figures."""
    has_figure: bool
    is_aside: bool
    """*Verbündete hätten das bestätigt* is no name for what is contested, nor is what the setting alone joins to it."""


def _fair(members: Sequence[_Member]) -> Sequence[_Member]:
    """Those without a figure where figures differ, if there are any."""
    plain = [each for each in members if not (each.is_one_of_several and each.has_figure)]
    return plain or members


def _clause(members: Sequence[_Member]) -> str | None:
    """Where versions differ, what one of them puts forward without a figure or a stand: a sentence, else a clause."""
    fair = [each.exact for each in members if not each.has_figure and not each.is_aside and JOINT not in each.exact]
    clauses = [each.exact for each in members if each.is_clause and each.exact in fair]
    sentence = next(filter(is_sentence, fair), None)
    return (sentence or min(clauses, key=len, default=None)) if members[0].is_one_of_several else None


def _sentence(members: Sequence[_Member]) -> str:
    """The first that is a sentence, else the sentence around the first."""
    central = members[0]
    whole = next((each.exact for each in members if is_sentence(each.exact)), None)
    return whole or first_sentence_with(central.context or central.exact, central.exact)


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
