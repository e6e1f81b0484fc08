"""Relative clauses that take up all that stands before them: *p, was X bestreitet*."""

from attrib.text.clause import Clause
from attrib.text.view import View
from attrib.text.words import SPEAKERS, VERBS, any_lemma, tagged


def resumes(view: View, clause: Clause) -> bool:
    """Whether a clause takes up the whole clause before it."""
    opens = clause.opener == "," and clause.opening.form in view.language.words.resuming_relatives
    return opens and _is_complete(view, view.previous(clause))


def _is_complete(view: View, clause: Clause) -> bool:
    """Whether a clause lacks nothing that the next one would say: not *fragte, was X bestreite*, *alles, was X
    bestreitet*."""
    nominal = tagged(clause.words, SPEAKERS)
    asks = any_lemma(tagged(clause.words, VERBS), view.language.words.asking_verbs)
    stands_for = bool(clause.content) and clause.content[-1].upos in {"PRON", "DET"}
    return not stands_for and not (asks and len(nominal) <= 1)
