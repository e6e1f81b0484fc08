"""The cases of a verb's subject and objects, chosen together: one nominative, in the number of the finite verb.

Small parsers and taggers mistake objects before the verb for subjects. What stands beside a verb without a preposition
is therefore looked at as a whole: a combination of cases costs something for every nominative and accusative too many,
for a finite verb without a nominative, and for a nominative in another number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from attrib.parse.morphology.bundles import CASE_OF, NEVER, NUMBER_OF, Scores
from attrib.parse.morphology.cells import CASES, NUMBERS
from attrib.text.analysis import Word

_RELATIONS = frozenset({"nsubj", "obj", "iobj", "obl", "dep", "expl"})
_MOST = 4
"""Nominal phrases of one verb that are looked at together."""
_NOM, _ACC, _GEN = CASES.index("Nom"), CASES.index("Acc"), CASES.index("Gen")


@dataclass(frozen=True)
class ClauseCosts:
    """Natural logarithms, chosen on the development sentences."""

    second_nominative: float = 2.0
    second_accusative: float = 1.5
    genitive: float = 2.0
    passive_accusative: float = 3.0
    no_subject: float = 3.0
    other_number: float = 2.0
    subject_of_infinitive: float = 2.0
    predicate: float = 3.0
    """For another case than the nominative beside *sein*."""


COSTS = ClauseCosts()


@dataclass
class Cells:
    """How well a phrase fits each cell, and whether a preposition governs it."""

    scores: Scores
    governed: bool


def settle(
    words: Sequence[Word], numbers: Sequence[str | None], found: Mapping[int, Cells], costs: ClauseCosts = COSTS
) -> None:
    """Rule out in `found` (head → cells) what the other phrases of the clause leave no room for.

    `numbers` has for each word the number of a finite verb as the tagger sees it, None for all others.
    """
    children: dict[int, list[int]] = {}
    for place, word in enumerate(words):
        children.setdefault(word.head - 1, []).append(place)
    for verb, word in enumerate(words):
        own = children.get(verb, [])
        auxiliaries = [place for place in own if words[place].relation in {"aux", "cop"}]
        finite = next((number for place in (*auxiliaries[::-1], verb) if (number := numbers[place])), None)
        beside = [found[place] for place in own if _counts(place, words, found)]
        if any(words[place].relation == "cop" for place in auxiliaries):
            subjects = [found[place] for place in own if _counts(place, words, found, {"nsubj"})]
            _prefer_nominative([*subjects, *_ungoverned(found, verb)] if finite else [], costs)
        elif word.upos == "VERB" and 0 < len(beside) <= _MOST:
            passive = any(words[place].deprel == "aux:pass" for place in auxiliaries)
            shared = word.relation == "conj"  # its subject may stand with the verb before
            _settle(beside, finite, costs, passive=passive, shared=shared)


def _counts(
    place: int, words: Sequence[Word], found: Mapping[int, Cells], relations: frozenset[str] | set[str] = _RELATIONS
) -> bool:
    reflexive = words[place].has("Reflex=Yes")
    return bool(_ungoverned(found, place)) and words[place].relation in relations and not reflexive


def _ungoverned(found: Mapping[int, Cells], place: int) -> list[Cells]:
    cells = found.get(place)
    return [] if cells is None or cells.governed else [cells]


def _prefer_nominative(phrases: Sequence[Cells], costs: ClauseCosts) -> None:
    for phrase in phrases:
        phrase.scores = phrase.scores - np.float32(costs.predicate) * (CASE_OF != _NOM)


def _settle(phrases: Sequence[Cells], finite: str | None, costs: ClauseCosts, *, passive: bool, shared: bool) -> None:
    combinations, counts = _combinations(len(phrases))
    total = -_count_costs(counts, finite, costs, passive=passive, shared=shared)
    best_of = [_best_by_case(phrase.scores, finite, costs) for phrase in phrases]
    for place, best in enumerate(best_of):
        total = total + best[combinations[:, place]]
    chosen = combinations[int(total.argmax())]
    for phrase, case in zip(phrases, chosen, strict=True):
        scores = _with_number(phrase.scores, finite, costs) if case == _NOM else phrase.scores
        phrase.scores = np.where(CASE_OF == case, scores, NEVER)


@cache
def _combinations(phrases: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every combination of cases, and how often it has each case."""
    found = np.array(list(product(range(len(CASES)), repeat=phrases)))
    return found, np.array([(found == case).sum(axis=1) for case in range(len(CASES))])


def _count_costs(
    counts: NDArray[np.int64], finite: str | None, costs: ClauseCosts, *, passive: bool, shared: bool
) -> NDArray[np.float64]:
    found = costs.second_nominative * np.maximum(counts[_NOM] - 1, 0)
    found = found + costs.second_accusative * np.maximum(counts[_ACC] - 1, 0) + costs.genitive * counts[_GEN]
    if passive:
        found = found + costs.passive_accusative * counts[_ACC]
    if finite and not shared:
        found = found + costs.no_subject * (counts[_NOM] == 0)
    if not finite:
        found = found + costs.subject_of_infinitive * (counts[_NOM] > 0)
    return np.asarray(found, dtype=np.float64)


def _best_by_case(scores: Scores, finite: str | None, costs: ClauseCosts) -> Scores:
    scores = _with_number(scores, finite, costs, only_nominative=True)
    return scores.reshape(len(CASES), -1).max(axis=1)


def _with_number(
    scores: Scores, finite: str | None, costs: ClauseCosts, *, only_nominative: bool = False
) -> Scores:
    """The scores less what a subject in another number than the verb's costs."""
    if finite is None:
        return scores
    other = NUMBER_OF != NUMBERS.index(finite)
    return scores - np.float32(costs.other_number) * (other & (CASE_OF == _NOM) if only_nominative else other)
