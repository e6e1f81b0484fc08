"""Relative clauses that take up all that stands before them: *p, was X bestreitet*."""

from itertools import takewhile

from attrib.text.clause import Clause
from attrib.text.view import View
from attrib.text.words import SPEAKERS, VERBS, any_lemma, ends_in, tagged

_OPENERS = frozenset({",", "–", "—"})
"""The marks behind which a clause may take up the one before it."""


def resumes(view: View, clause: Clause) -> bool:
    """Whether a clause takes up the whole clause before it."""
    if clause.opener not in _OPENERS:
        return False
    opens = clause.opening.form in view.language.words.resuming_relatives or _opens_with_noun(view, clause)
    return opens and _is_complete(view, view.previous(clause))


def _opens_with_noun(view: View, clause: Clause) -> bool:
    """*p, a claim the army denies*: a noun for what was said, in place of the pronoun."""
    opening = list(takewhile(lambda word: word.upos not in SPEAKERS and not word.is_relative, clause.words))
    noun = view.behind(opening[-1]) if opening else clause.opening
    return clause.kind == "relative" and noun.upos == "NOUN" and ends_in(noun, view.language.words.claim_nouns)


def _is_complete(view: View, clause: Clause) -> bool:
    """Whether a clause lacks nothing that the next one would say: not *fragte, was X bestreite*, *alles, was X
    bestreitet*."""
    nominal = tagged(clause.words, SPEAKERS)
    asks = any_lemma(tagged(clause.words, VERBS), view.language.words.asking_verbs)
    stands_for = bool(clause.content) and clause.content[-1].upos in {"PRON", "DET"}
    return not stands_for and not (asks and len(nominal) <= 1)
