"""The bundles of features that words of each part of speech can have, and what the tagger thinks of them.

The tagger decides on every feature by itself and so may give a noun a degree or an article no case. A bundle is a whole
set of features as the treebanks have it; its score is the sum of the logarithms of the tagger's probabilities for each
value, absent features included.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from attrib.parse.morphology.cells import BARE, CASES, CELLS, GENDERS, NUMBERS, nominal_bit, parsed, verb_bit
from attrib.parse.morphology.lexicon import Entry

Scores = NDArray[np.float32]
NEVER = np.float32(-1e9)
CASE_OF = np.array([CASES.index(case) for case, _, _ in CELLS])
"""Cell → place of its case."""
NUMBER_OF = np.array([NUMBERS.index(number) for _, _, number in CELLS])
_GENDER_OF = np.array([GENDERS.index(gender) for _, gender, _ in CELLS])
_OF_PHRASE = ("Case", "Gender", "Number")
_VERBAL = ("VERB", "AUX")


class Column(NamedTuple):
    """What one number in a row of scores is about: a value of a feature, empty for its absence."""

    feature: str
    value: str


class Bundles:
    """All bundles of one part of speech, with their places in a row of scores."""

    def __init__(self, tag: str, feats: Sequence[str], columns: Sequence[Column]) -> None:
        values = [parsed(text) for text in feats]
        known = [place for place, each in enumerate(values) if _is_known(each, columns)]
        self.feats = tuple("" if feats[place] == "_" else feats[place] for place in known)
        self.values = tuple(values[place] for place in known)
        self.matrix = _matrix(self.values, columns)
        """Columns by bundles: a row of scores times this is the score of each bundle."""
        bit = verb_bit if tag in _VERBAL else nominal_bit
        self.bits = np.array([bit(each) for each in self.values], dtype=np.int64)
        self.fits = np.array([_fits(each) for each in self.values], dtype=bool).reshape(-1, len(CELLS))
        """Bundles by cells: whether a word with the bundle can stand in a phrase of that cell."""
        self.shows_cell = (self.bits != BARE) & np.array(["Case" in each for each in self.values], dtype=bool)
        self._costs: dict[Entry, Scores] = {}

    def column(self, feature: str) -> NDArray[np.str_]:
        """The value of a feature in each bundle, empty where it has none."""
        return np.array([each.get(feature, "") for each in self.values])

    def costs(self, entry: Entry) -> Scores:
        """What the lexicon takes from the score of each bundle."""
        found = self._costs.get(entry)
        if found is None:
            found = self._costs[entry] = self._counted(entry)
        return found

    def _counted(self, entry: Entry) -> Scores:
        found = np.zeros(len(self.feats), dtype=np.float32)
        if entry.cells:
            allowed = (self.bits == 0) | ((self.bits & entry.cells) != 0)
            if allowed.any():
                found += entry.cost * ~allowed
        if entry.feats is not None:
            wanted = parsed(entry.feats)
            same = np.array([_agrees(each, wanted, exactly=entry.exactly) for each in self.values])
            if same.any():
                found += FEATS_COST * ~same
        return found


FEATS_COST = 4.0
"""What it costs to have other features than the lexicon says, case, gender and number aside."""


def _is_known(values: Mapping[str, str], columns: Sequence[Column]) -> bool:
    return all(Column(*item) in columns for item in values.items())


def _matrix(values: Sequence[Mapping[str, str]], columns: Sequence[Column]) -> Scores:
    return np.array(
        [[each.get(column.feature, "") == column.value for each in values] for column in columns], dtype=np.float32
    ).reshape(len(columns), len(values))


def _fits(values: Mapping[str, str]) -> NDArray[np.bool_]:
    found = np.ones(len(CELLS), dtype=bool)
    for feature, names, places in (
        ("Case", CASES, CASE_OF),
        ("Gender", GENDERS, _GENDER_OF),
        ("Number", NUMBERS, NUMBER_OF),
    ):
        if values.get(feature) in names:
            found &= places == names.index(values[feature])
    return found


def _agrees(values: Mapping[str, str], wanted: Mapping[str, str], *, exactly: bool) -> bool:
    own = {name: value for name, value in values.items() if name not in _OF_PHRASE}
    return own == wanted if exactly else wanted.items() <= own.items()
