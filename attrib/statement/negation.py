"""What a negation negates: its scope, told by its place in the clause.

A negation of the clause stands free in it. No scope over the predicate has one that is part of an attribute (*ein nicht
genannter Zeuge*), a name or a comparison, that belongs to one word alone (*nicht nur*, *nicht unbedingt*) or to what is
corrected (*nicht A, sondern B*), that cancels another one out (*nicht unerheblich*), or that stands behind *und*.
"""

from itertools import pairwise, takewhile

from attrib.statement.predicate import Predicate
from attrib.text.analysis import Word
from attrib.text.view import View
from attrib.text.words import VERBS, any_tag, first_form

_REACH = 6
"""How many words behind a negation the noun is looked for in whose attribute it stands."""
_ATTRIBUTES = frozenset({"ADJ", "VERB"})
_MARKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")"})


def has_scope(predicate: Predicate, negation: Word) -> bool:
    """Whether a negation among the words of a predicate is one of the predicate."""
    view = predicate.view
    return not (
        _is_part_of_name(view, negation)
        or is_in_attribute(view, negation)
        or _is_compared(view, negation)
        or is_of_one_word(view, negation)
        or _is_joined(predicate, negation)
        or _is_corrected(predicate, negation)
        or _is_lifted(view, negation)
        or _is_expected(predicate, negation)
    )


def _is_lifted(view: View, negation: Word) -> bool:
    """*nicht unerheblich*: two negations that cancel out; *trotz keiner Hilfe*: a reason, whatever it lacks."""
    behind, before = view.behind(negation), view.before(negation)
    opposite = behind.upos == "ADJ" and view.language.grammar.is_negated_adjective(behind.form)
    return opposite or (negation.upos == "DET" and before.form in view.language.words.reason_prepositions)


def _is_expected(predicate: Predicate, negation: Word) -> bool:
    """*Kein Wunder, dass p* puts p forward."""
    noun = predicate.view.behind(negation)
    completed = bool(predicate.following) and predicate.following[0].clause.kind == "complement"
    return completed and noun.form in predicate.view.language.words.expected_nouns


def _is_part_of_name(view: View, negation: Word) -> bool:
    """*Nie Haisheng*, *das Nicht-Überleben*."""
    return negation.upos == "PROPN" or view.language.grammar.is_joint(view.sentence, negation.number + 1)


def is_in_attribute(view: View, negation: Word) -> bool:
    """*ein bislang nicht genannter Zeuge*: between an article or a preposition and its noun, or by the tree."""
    if _has_ending(view, view.sentence.attribute_of(negation)):
        return True
    first = view.before(negation) if negation.upos == "PRON" else negation  # *die durch nichts belegte Behauptung*
    before = view.before(first)
    opens = before.upos == "ADP"
    while before.upos == "ADV" or (before.upos == "PUNCT" and before.text not in _MARKS):
        before = view.before(before)
    if negation.upos == "PRON":
        opens = before.upos == "DET" and first.upos == "ADP"
    elif negation.upos != "DET":
        opens = opens or before.upos == "DET"
    return opens and _leads_to_noun(view, negation)


def _leads_to_noun(view: View, negation: Word) -> bool:
    """Whether an adjective before its noun comes next."""
    behind = view.words(negation.number + 1, negation.number + _REACH)
    inside = takewhile(lambda word: not word.is_finite and word.upos not in {"PUNCT", "CCONJ"}, behind)
    return any(_has_ending(view, one) and other.upos == "NOUN" for one, other in pairwise(inside))


def _has_ending(view: View, adjective: Word) -> bool:
    """An adjective in front of its noun has one: *nicht genügend Platz* denies the place."""
    if adjective.upos not in _ATTRIBUTES:
        return False
    return any(stem != adjective.form for stem in view.language.grammar.adjective_stems(adjective.form))


def _is_compared(view: View, negation: Word) -> bool:
    """*so billig wie schon lange nicht mehr*."""
    before = view.before(negation)
    while before.upos == "ADV" and before.form not in view.language.words.comparative:
        before = view.before(before)
    return before.form in view.language.words.comparative


def is_of_one_word(view: View, negation: Word) -> bool:
    """*nicht nur, nicht zuletzt, nicht unbedingt, nicht ohne Folgen*; *nichts als, kein anderer als*, *kein Zweifel*:
    a negation that only the word behind it has."""
    words = view.language.words
    behind, second = view.behind(negation), view.behind(negation, 2)
    if behind.form in words.negation_degrees:
        behind, second = second, view.behind(negation, 3)
    than = words.comparison_particles
    nothing_but = behind.form in than and negation.form not in words.clause_negations
    excepted = nothing_but or (behind.form in words.exceptive_words and second.form in than)
    doubted = negation.form in words.negative_articles and any(
        stand.pos == "noun" and stand.verdict == "doubts" for stand in view.language.lexicon.stands(behind)
    )
    return excepted or doubted or behind.form in words.negation_focus


def _is_joined(predicate: Predicate, negation: Word) -> bool:
    """*aus Wien und (auch) nicht aus Prag*: what comes second, behind a conjunction inside the clause."""
    view = predicate.view
    words, before = view.language.words, view.before(negation)
    while before.form in words.negation_leads:
        before = view.before(before)
    joins = before.form in words.joining_conjunctions - words.negation_pairs
    return joins and before.number > predicate.opening.number


def _is_corrected(predicate: Predicate, negation: Word) -> bool:
    """*nicht A, sondern B*, where A and B are no predicates: both have no verb of their own, or share it."""
    words = predicate.view.language.words
    behind = [word for word in predicate.all if word.number > negation.number]
    joint = first_form(behind, words.correcting_conjunctions)
    if not joint:
        return False
    clause = predicate.view.clause_of(joint)
    own = [word for word in predicate.words if word.number < joint.number and word.upos == "VERB"]
    other = [word for word in behind if word.number > joint.number and clause.holds(word)]
    return not own or not any_tag(other, VERBS)
