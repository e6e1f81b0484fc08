"""The features of a sentence's words, chosen together from what the tagger thinks of each.

A word has one of the bundles of features that the lexicon leaves it. Words of a phrase share one cell, case, gender and
number: the one that is best for all of them after what the declension of the adjectives, the preposition and the other
phrases of the clause say. A finite verb has the person and number of a pronoun that is its subject.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from attrib.parse.morphology.bundles import NEVER, RULE, VERBAL, Bundles, Column, Flags, Options, Scores
from attrib.parse.morphology.cells import CELLS
from attrib.parse.morphology.clauses import Cells, settle
from attrib.parse.morphology.lexicon import Lexicon
from attrib.parse.morphology.phrases import Phrase, is_declined, phrases
from attrib.parse.morphology.table import Table
from attrib.text.analysis import Word
from attrib.text.entries import GoverningPreposition, Paradigm


@dataclass(slots=True)
class _Reading:
    """What a word can be, and how likely each is."""

    options: Options
    scores: Scores

    @property
    def best(self) -> int:
        """The place of the likeliest bundle."""
        return int(self.scores.argmax())

    def prefer_cell(self) -> None:
        """Make forms that show no cell less likely, where there are others: *roher* before a noun is no comparative."""
        shows = self.options.shows_cell
        if shows.any():
            self.scores = np.where(shows, self.scores, self.scores - RULE)

    def narrow(self, wanted: Flags) -> None:
        """Leave what is wanted, if there is any."""
        if wanted.any():
            self.scores = np.where(wanted, self.scores, NEVER)


_Readings = Sequence[_Reading | None]
"""For each word; None for one whose features are not touched."""


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
    ) -> None:
        self._lexicon = Lexicon(table, paradigms)
        self._bundles = {tag: Bundles(tag, feats, columns) for tag, feats in table.bundles.items() if len(feats) > 1}
        self._passive_auxiliaries = passive_auxiliaries
        self._ungoverned = {
            form: RULE * np.array([case not in entry.cases for case, _, _ in CELLS], dtype=np.float32)
            for entry in prepositions
            for form in entry.forms
        }
        """Preposition → what each cell costs behind it."""
        self._undeclined = {
            declension: {ending: RULE * ~_flags(cells) for ending, cells in endings.items()}
            for declension, endings in self._lexicon.endings.items()
        }
        """Declension → ending of an adjective → what each cell costs."""

    def corrected(self, words: Sequence[Word], rows: Scores) -> list[Word]:
        """The words of a sentence with other features; `rows` are the tagger's scores, words by columns."""
        readings = [self._reading(word, row) for word, row in zip(words, rows, strict=True)]
        declined = self._declined(words, readings)
        return [
            self._conjugated(place, declined, reading) if reading is not None and not is_declined(word) else word
            for place, (word, reading) in enumerate(zip(declined, readings, strict=True))
        ]

    def _reading(self, word: Word, row: Scores) -> _Reading | None:
        bundles = self._bundles.get(word.upos)
        if bundles is None or not bundles.feats:
            return None
        options = bundles.options(self._lexicon.entry(word.text, word.upos))
        return _Reading(options, row @ options.matrix - options.costs)

    def _declined(self, words: Sequence[Word], readings: _Readings) -> list[Word]:
        """The words with features set of all that has case, gender and number."""
        groups = phrases(words, self._lexicon)
        for member in (member for phrase in groups if len(phrase.members) > 1 for member in phrase.members):
            reading = readings[member]
            if reading is not None and words[member].upos == "ADJ":
                reading.prefer_cell()
        cells = {phrase.head: self._cells(phrase, words, readings) for phrase in groups}
        settle(words, [_finite_number(word, reading) for word, reading in zip(words, readings, strict=True)], cells)
        found = list(words)
        for phrase in groups:
            cell = int(cells[phrase.head].scores.argmax())
            for member in phrase.members:
                reading = readings[member]
                if reading is not None:
                    found[member] = _with_cell(words[member], reading, cell, alone=len(phrase.members) == 1)
        return found

    def _cells(self, phrase: Phrase, words: Sequence[Word], readings: _Readings) -> Cells:
        """How well each cell fits the whole phrase."""
        total = -self._declension(phrase, words)
        for reading in (readings[member] for member in phrase.members):
            if reading is not None:
                total += (reading.options.unfit + reading.scores[:, None]).max(axis=0)
        if phrase.preposition is None:
            return Cells(total)
        governing = words[phrase.preposition].form
        if governing in self._ungoverned and not self._lexicon.is_genitive_name(words[phrase.head].text):
            total -= self._ungoverned[governing]
        return Cells(total, governed=True)

    def _declension(self, phrase: Phrase, words: Sequence[Word]) -> Scores:
        """What each cell costs by the endings of the adjectives behind this determiner, or behind none."""
        costs = np.zeros(len(CELLS), dtype=np.float32)
        members = [words[member] for member in sorted(phrase.members)]
        adjectives = [word for word in members if word.upos == "ADJ" and not word.text[0].isdigit()]
        if len(members) == 1 or not adjectives:
            return costs
        determiner = next((word.form for word in members if word.upos == "DET"), None)
        endings = self._undeclined.get(self._lexicon.declension(determiner) or "")
        for adjective in adjectives:
            ending = self._lexicon.ending(adjective.form)
            if endings is not None and ending is not None:
                costs += endings.get(ending, RULE)
        return costs

    def _conjugated(self, place: int, words: Sequence[Word], reading: _Reading) -> Word:
        """A verb, or a word that is not inflected, with its features set."""
        word, options = words[place], reading.options
        if word.upos in VERBAL:
            _agree(reading, _subject(place, words))
        if word.upos == "AUX":
            passive = word.deprel == "aux:pass" and word.lemma in self._passive_auxiliaries
            reading.narrow((options.voices == "Pass") == passive)
        return _with_feats(word, options.feats[reading.best])


def _agree(reading: _Reading, subject: Word | None) -> None:
    """Leave a finite verb the person of its subject, and its number too if that is *ich, du, wir, ihr*.

    A verb without a subject is seldom in the first or second person.
    """
    options = reading.options
    if subject is None:
        reading.scores = reading.scores - RULE * ((options.persons == "1") | (options.persons == "2"))
        return
    person = subject.feature("Person")
    if person in {"1", "2"} and subject.feature("Number"):  # *Sie* as a form of address has none
        agrees = (options.persons == person) & (options.numbers == subject.feature("Number"))
    else:
        agrees = options.persons == "3"
    if agrees.any():
        reading.narrow(agrees | (options.persons == ""))


def _flags(cells: int) -> Flags:
    return np.array([bool(cells >> place & 1) for place in range(len(CELLS))])


def _with_feats(word: Word, feats: str) -> Word:
    return word if word.feats == feats else replace(word, feats=feats)


def _with_cell(word: Word, reading: _Reading, cell: int, *, alone: bool) -> Word:
    """The word with its best bundle in a cell; alone it may have one that shows no cell."""
    best = reading.best
    if not alone or reading.options.shows_cell[best]:
        best = int((reading.options.unfit[:, cell] + reading.scores).argmax())
    return _with_feats(word, reading.options.feats[best])


def _finite_number(word: Word, reading: _Reading | None) -> str | None:
    """The number of a finite verb as tagger and lexicon see it."""
    if reading is None or word.upos not in VERBAL:
        return None
    values = reading.options.values[reading.best]
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
