"""The features of a sentence's words, chosen together from what the tagger thinks of each.

The score of a word's bundle of features is what the tagger thinks of it (`bundles`), less what the lexicon takes from
it (`lexicon`). Words of a phrase share one cell, case, gender and number: the one with the highest sum, after what the
declension of the adjectives, the preposition, the relation of the phrase and the other phrases of the clause
(`clauses`) say. A finite verb has the person and number of a pronoun that is its subject.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from attrib.parse.morphology.bundles import CASE_OF, NEVER, Bundles, Column, Scores
from attrib.parse.morphology.cells import CASES, CELLS
from attrib.parse.morphology.clauses import Cells, settle
from attrib.parse.morphology.lexicon import COSTS, Lexicon
from attrib.parse.morphology.phrases import Phrase, phrases
from attrib.parse.morphology.table import WITH_CASE, Table
from attrib.text.analysis import NOMINAL, Word
from attrib.text.entries import GoverningPreposition, Paradigm


@dataclass(frozen=True)
class Weights:
    """Natural logarithms, chosen on the development sentences."""

    declension: float = 1.5
    """For an ending that adjectives do not have behind this determiner."""
    preposition: float = 3.0
    """For a case that the preposition does not govern."""
    relation: float = 0.2
    """By how much the cases of a relation count: the parser errs about as often as the tagger."""
    subject: float = 4.0
    """For another person or number than that of a pronoun that is the subject."""
    no_pronoun: float = 1.5
    """For the first or second person without such a pronoun."""
    passive: float = 6.0
    """For an auxiliary that is passive in its relation and not in its features, or the other way round."""


WEIGHTS = Weights()
_VERBAL = ("VERB", "AUX")


@dataclass
class _Reading:
    """A word's bundles and their scores."""

    bundles: Bundles
    scores: Scores


class Morphology:
    """Corrects the features of parsed sentences; `columns` says what the tagger's scores are about."""

    def __init__(
        self,
        table: Table,
        columns: Sequence[Column],
        *,
        paradigms: Sequence[Paradigm] = (),
        prepositions: Sequence[GoverningPreposition] = (),
        passive_auxiliaries: Collection[str] = (),
        weights: Weights = WEIGHTS,
    ) -> None:
        self._lexicon = Lexicon(table, paradigms, prepositions, COSTS)
        self._bundles = {tag: Bundles(tag, feats, columns) for tag, feats in table.bundles.items()}
        self._passive_auxiliaries = passive_auxiliaries
        self._weights = weights
        cases = {relation: np.array(odds, dtype=np.float32)[CASE_OF] for relation, odds in table.cases.items()}
        self._relations = {relation: weights.relation * odds for relation, odds in cases.items()}
        self._governed = {
            form: weights.preposition * np.array([case not in cases for case, _, _ in CELLS], dtype=np.float32)
            for form, cases in self._lexicon.governed.items()
        }

    def corrected(self, words: Sequence[Word], rows: Scores) -> list[Word]:
        """The words of a sentence with other features; `rows` are the tagger's scores, words by columns."""
        readings = [self._reading(word, row) for word, row in zip(words, rows, strict=True)]
        found = list(words)
        self._decline(found, readings)
        self._conjugate(found, readings)
        return found

    def _reading(self, word: Word, row: Scores) -> _Reading | None:
        bundles = self._bundles.get(word.upos)
        if bundles is None or not bundles.feats:
            return None
        scores = row @ bundles.matrix - bundles.costs(self._lexicon.entry(word.text, word.upos))
        return _Reading(bundles, scores)

    def _decline(self, words: list[Word], readings: Sequence[_Reading | None]) -> None:
        """Set the features of all that has case, gender and number."""
        groups = [phrase for phrase in phrases(words, self._lexicon) if self._is_declined(phrase, readings)]
        found = {phrase.head: self._cells(phrase, words, readings) for phrase in groups}
        settle(words, [_finite_number(word, reading) for word, reading in zip(words, readings, strict=True)], found)
        for phrase in groups:
            cell = int(found[phrase.head].scores.argmax())
            for member in phrase.members:
                reading = readings[member]
                if reading is not None:
                    words[member] = _with_cell(words[member], reading, cell, alone=len(phrase.members) == 1)

    @staticmethod
    def _is_declined(phrase: Phrase, readings: Sequence[_Reading | None]) -> bool:
        return any(readings[member] is not None for member in phrase.members)

    def _cells(self, phrase: Phrase, words: Sequence[Word], readings: Sequence[_Reading | None]) -> Cells:
        """How well each cell fits the whole phrase."""
        total = np.zeros(len(CELLS), dtype=np.float32)
        for member in phrase.members:
            reading = readings[member]
            if reading is not None:
                total += np.where(reading.bundles.fits, reading.scores[:, None], NEVER).max(axis=0)
        total -= self._declension(phrase, words)
        governing = words[phrase.preposition].form if phrase.preposition is not None else ""
        if governing in self._governed and not self._lexicon.is_genitive_name(words[phrase.head].text):
            total -= self._governed[governing]
        relation = words[phrase.head].deprel + (WITH_CASE if governing else "")
        if relation in self._relations:
            total += self._relations[relation]
        return Cells(total, governed=bool(governing))

    def _declension(self, phrase: Phrase, words: Sequence[Word]) -> NDArray[np.float32]:
        """What it costs to be a cell that the endings of the adjectives rule out behind this determiner, or none."""
        cost = np.zeros(len(CELLS), dtype=np.float32)
        members = [words[member] for member in sorted(phrase.members)]
        determiners = [word for word in members if word.upos == "DET"]
        declension = self._lexicon.declensions.get(determiners[0].form) if determiners else "strong"
        endings = self._lexicon.endings.get(declension or "")
        if endings is None or len(members) == 1:
            return cost
        for word in members:
            if word.upos == "ADJ" and not word.text[0].isdigit():
                ending = self._lexicon.ending(word.form)
                if ending is not None:
                    allowed = endings.get(ending, 0)
                    cost += self._weights.declension * ~_as_array(allowed)
        return cost

    def _conjugate(self, words: list[Word], readings: Sequence[_Reading | None]) -> None:
        """Set the features of verbs and of all words that are not inflected."""
        for place, (word, reading) in enumerate(zip(words, readings, strict=True)):
            if reading is None or word.upos in NOMINAL or word.upos in {"DET", "ADJ"}:
                continue
            scores = reading.scores
            if word.upos in _VERBAL:
                scores = scores - self._verb_costs(place, words, reading.bundles)
            words[place] = replace(word, feats=reading.bundles.feats[int(scores.argmax())])

    def _verb_costs(self, place: int, words: Sequence[Word], bundles: Bundles) -> NDArray[np.float32]:
        persons, numbers = bundles.column("Person"), bundles.column("Number")
        finite = persons != ""
        subject = _subject(place, words)
        if subject is not None and subject.feature("Person") in {"1", "2"}:
            other = (persons != subject.feature("Person")) | (numbers != subject.feature("Number"))
            costs = self._weights.subject * (finite & other)
        elif subject is not None:
            costs = self._weights.no_pronoun * (finite & (persons != "3"))
        else:
            costs = np.zeros(len(bundles.feats))
        word = words[place]
        passive = word.deprel == "aux:pass" and word.lemma in self._passive_auxiliaries
        if word.upos == "AUX":
            costs = costs + self._weights.passive * ((bundles.column("Voice") == "Pass") != passive)
        return np.asarray(costs, dtype=np.float32)


def _as_array(mask: int) -> NDArray[np.bool_]:
    return np.array([bool(mask >> place & 1) for place in range(len(CELLS))])


def _with_cell(word: Word, reading: _Reading, cell: int, *, alone: bool) -> Word:
    """The word with its best bundle in a cell; alone it may have one that shows no cell."""
    best = int(reading.scores.argmax())
    if not (alone and not reading.bundles.shows_cell[best]):
        best = int(np.where(reading.bundles.fits[:, cell], reading.scores, NEVER).argmax())
    return replace(word, feats=reading.bundles.feats[best])


def _finite_number(word: Word, reading: _Reading | None) -> str | None:
    """The number of a finite verb as tagger and lexicon see it."""
    if reading is None or word.upos not in _VERBAL:
        return None
    values = reading.bundles.values[int(reading.scores.argmax())]
    return values.get("Number") if "Mood" in values else None


def _subject(place: int, words: Sequence[Word]) -> Word | None:
    """A verb's subject: a pronoun of the first or second person beside it, else by the arcs over auxiliaries."""
    for neighbour in words[max(0, place - 1) : place + 2]:
        if neighbour.upos == "PRON" and neighbour.has("Case=Nom") and neighbour.feature("Person") in {"1", "2"}:
            return neighbour
    number = place + 1
    for _ in range(3):
        subject = next((word for word in words if word.head == number and word.relation == "nsubj"), None)
        here = words[number - 1]
        if subject is not None or here.relation not in {"aux", "cop", "conj"} or not here.head:
            return subject
        number = here.head
    return None
