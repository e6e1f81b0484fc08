"""The bundles of features that words of each part of speech can have, and what the tagger thinks of them.

The tagger decides on every feature by itself and so may give a noun a degree or an article no case. A bundle is a whole
set of features as the treebanks have it; its score is the sum of the natural logarithms of the tagger's probabilities
for each value, absent features included.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from attrib.parse.morphology.cells import CASES, CELLS, GENDERS, NUMBERS, nominal_bits, parsed, verb_bit
from attrib.parse.morphology.lexicon import Entry

Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]
NEVER = np.float32(-1e9)
RULE = np.float32(3.0)
"""What breaks a rule of grammar that has exceptions is this much less likely than the tagger thinks (natural logarithm:
twenty times). Chosen on the development sentences (`training.corpus`), where from 2 to 4 the features differ by 0.1
points."""
UNSURE = RULE / 2
"""The same for what the lexicon only guesses."""
CASE_OF = np.array([CASES.index(case) for case, _, _ in CELLS])
"""Cell → place of its case."""
NUMBER_OF = np.array([NUMBERS.index(number) for _, _, number in CELLS])
_GENDER_OF = np.array([GENDERS.index(gender) for _, gender, _ in CELLS])
_OF_PHRASE = ("Case", "Gender", "Number")
VERBAL = ("VERB", "AUX")


class Column(NamedTuple):
    """What one number in a row of scores is about: a value of a feature, empty for its absence."""

    feature: str
    value: str


class Options:
    """The bundles that the lexicon leaves a form."""

    def __init__(self, feats: Sequence[str], columns: Sequence[Column], costs: Scores) -> None:
        self.feats = tuple("" if text == "_" else text for text in feats)
        self.values = tuple(map(parsed, feats))
        self.costs = costs
        self.matrix = _matrix(self.values, columns)
        """Columns by bundles: a row of scores times this is the score of each bundle."""
        self.unfit = np.where(np.array([_fits(values) for values in self.values]), np.float32(0), NEVER)
        """Bundles by cells: 0 where a word with the bundle can stand in a phrase of that cell, else NEVER."""
        self.shows_cell = np.array(["Case" in values and "Number" in values for values in self.values])
        self.persons, self.numbers, self.voices = (self._column(name) for name in ("Person", "Number", "Voice"))

    def _column(self, feature: str) -> NDArray[np.str_]:
        return np.array([values.get(feature, "") for values in self.values])


class Bundles:
    """All bundles of one part of speech that the tagger has names for."""

    def __init__(self, tag: str, feats: Sequence[str], columns: Sequence[Column]) -> None:
        known = frozenset(columns)
        self.feats = [text for text in feats if all(Column(*item) in known for item in parsed(text).items())]
        self._columns = columns
        bits = verb_bit if tag in VERBAL else nominal_bits
        self._values = list(map(parsed, self.feats))
        self._bits = np.array([bits(values) for values in self._values], dtype=np.int64)
        self._options: dict[Entry, Options] = {}

    def options(self, entry: Entry) -> Options:
        """The bundles of a form."""
        found = self._options.get(entry)
        if found is None:
            found = self._options[entry] = self._left_by(entry)
        return found

    def _left_by(self, entry: Entry) -> Options:
        """What the lexicon rules out is left out, unless that would be all."""
        left = np.ones(len(self.feats), dtype=bool)
        costs = np.zeros(len(self.feats), dtype=np.float32)
        if entry.cells:
            allowed = (self._bits & entry.cells) != 0
            left = _narrowed(left, allowed) if entry.sure else left
            costs = UNSURE * ~allowed
        if entry.feats is not None:
            wanted = parsed(entry.feats)
            left = _narrowed(left, np.array([_agrees(each, wanted, entry.exactly) for each in self._values]))
        return Options([self.feats[place] for place in np.flatnonzero(left)], self._columns, costs[left])


def _narrowed(left: Flags, allowed: Flags) -> Flags:
    both = left & allowed
    return both if both.any() else left


def _matrix(values: Sequence[Mapping[str, str]], columns: Sequence[Column]) -> Scores:
    return np.array(
        [[each.get(column.feature, "") == column.value for each in values] for column in columns], dtype=np.float32
    )


def _fits(values: Mapping[str, str]) -> Flags:
    found = np.ones(len(CELLS), dtype=bool)
    for feature, names, places in (
        ("Case", CASES, CASE_OF),
        ("Gender", GENDERS, _GENDER_OF),
        ("Number", NUMBERS, NUMBER_OF),
    ):
        if values.get(feature) in names:
            found &= places == names.index(values[feature])
    return found


def _agrees(values: Mapping[str, str], wanted: Mapping[str, str], exactly: bool) -> bool:
    own = {name: value for name, value in values.items() if name not in _OF_PHRASE}
    return own == wanted if exactly else wanted.items() <= own.items()
