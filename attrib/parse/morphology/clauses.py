"""The cases of a verb's subject and objects, chosen together: one nominative, in the number of the finite verb.

Small parsers and taggers mistake objects before the verb for subjects. What stands beside a verb without a preposition
is therefore looked at as a whole: a combination of cases breaks a rule with every nominative and accusative too many,
every genitive, an accusative in the passive, a finite verb without a nominative, an infinitive with one, and a
nominative in another number than the verb. Beside a copula subject and predicate are nominatives.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from attrib.parse.morphology.bundles import CASE_OF, NEVER, NUMBER_OF, RULE, Scores
from attrib.parse.morphology.cells import CASES, NUMBERS
from attrib.text.analysis import Word

_BESIDE_VERBS = frozenset({"nsubj", "obj", "iobj", "obl", "dep", "expl"})
_MOST = 4
"""Phrases of one verb that are looked at together."""
_NOM, _ACC, _GEN = CASES.index("Nom"), CASES.index("Acc"), CASES.index("Gen")


@dataclass
class Cells:
    """How well a phrase fits each cell, whether a preposition governs it, and whether others are joined to it, so that
    its number is not that of the verb (*die Ärztin und ihr Bruder schlafen*)."""

    scores: Scores
    governed: bool = False
    joined: bool = False


def settle(words: Sequence[Word], numbers: Sequence[str | None], found: Mapping[int, Cells]) -> None:
    """Rule out in `found` (place of a phrase's head → cells) what the other phrases of the clause leave no room for.

    `numbers` has for each word the number of a finite verb as the tagger sees it, None for all other words.
    """
    children: dict[int, list[int]] = {}
    for place, word in enumerate(words):
        children.setdefault(word.head - 1, []).append(place)
    for head, phrase in found.items():
        phrase.joined = any(words[place].relation == "conj" for place in children.get(head, ()))
    for verb, word in enumerate(words):
        own = children.get(verb, [])
        auxiliaries = [place for place in own if words[place].relation in {"aux", "cop"}]
        finite = next((numbers[place] for place in (*auxiliaries[::-1], verb) if numbers[place]), None)
        if any(words[place].relation == "cop" for place in auxiliaries):
            if finite:
                _prefer_nominative([*_ungoverned(found, words, own, {"nsubj"}), *_ungoverned(found, words, [verb])])
        elif word.upos == "VERB":
            passive = any(words[place].deprel == "aux:pass" for place in auxiliaries)
            shares = word.relation == "conj"  # its subject may stand with the verb before
            beside = _ungoverned(found, words, own, _BESIDE_VERBS)
            if finite == "Plur" and sum(words[place].relation == "nsubj" for place in own) > 1:
                continue  # *Die Ärztin, ihr Bruder und* …: the parser overlooked that they are joined
            _choose(beside, finite, passive=passive, needs_subject=finite is not None and not shares)


def _ungoverned(
    found: Mapping[int, Cells], words: Sequence[Word], places: Sequence[int], relations: Collection[str] = ()
) -> list[Cells]:
    """The phrases at these places and in these relations that no preposition governs."""
    return [
        found[place]
        for place in places
        if place in found
        and not found[place].governed
        and (not relations or words[place].relation in relations)
        and not words[place].has("Reflex=Yes")
    ]


def _prefer_nominative(phrases: Sequence[Cells]) -> None:
    for phrase in phrases:
        phrase.scores = phrase.scores - RULE * (CASE_OF != _NOM)


def _choose(phrases: Sequence[Cells], finite: str | None, *, passive: bool, needs_subject: bool) -> None:
    """Leave each phrase the case that it has in the best combination."""
    if not 0 < len(phrases) <= _MOST:
        return
    combinations, nominatives, accusatives, genitives = _combinations(len(phrases))
    broken = np.maximum(nominatives - 1, 0) + np.maximum(accusatives - (0 if passive else 1), 0) + genitives
    if needs_subject:
        broken = broken + (nominatives == 0)
    elif finite is None:
        broken = broken + nominatives
    if finite is not None:
        other_number = (CASE_OF == _NOM) & (NUMBERS.index(finite) != NUMBER_OF)
        for phrase in phrases:
            if not phrase.joined:
                phrase.scores = phrase.scores - RULE * other_number
    total = -RULE * broken
    for place, phrase in enumerate(phrases):
        total = total + phrase.scores.reshape(len(CASES), -1).max(axis=1)[combinations[:, place]]
    for phrase, case in zip(phrases, combinations[int(total.argmax())], strict=True):
        phrase.scores = np.where(case == CASE_OF, phrase.scores, NEVER)


@cache
def _combinations(
    phrases: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Every combination of cases, and how many nominatives, accusatives and genitives each has."""
    found = np.array(list(product(range(len(CASES)), repeat=phrases)))
    return found, *((found == case).sum(axis=1) for case in (_NOM, _ACC, _GEN))
