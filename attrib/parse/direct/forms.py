"""What tagger and parser know of a form, wherever it stands: its number, its vector's number, how it is spelled.

The vector that a character model makes of a word does not depend on the sentence, and the commonest hundred forms are
half of a text. So each form is spelled out once, and its vector kept.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import torch
from stanza.models.common.char_model import CharacterModel
from stanza.models.common.utils import simplify_punct
from stanza.models.common.vocab import PAD_ID, ROOT, ROOT_ID
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence

from attrib.parse.direct.batches import Numbers, batches, padded

MOST = 40_000
"""Forms that are kept; then the memory is emptied (some 40 MB for tagger and parser together)."""
AT_ONCE = 20_000
"""Characters that are spelled together."""
ROOT_FORM = ""
"""Stands for the root, which the parser takes for the first word."""


class Spelling(torch.nn.Module):
    """Stands where the model has its character model and answers from memory.

    It is asked with rows of `vectors` instead of characters, and without a mask; with a mask the character model itself
    answers, so that Stanza's own steps go on working.
    """

    def __init__(self, model: CharacterModel, width: int) -> None:
        super().__init__()
        self.model = model
        self.vectors = torch.empty(MOST, width)

    def forward(self, given: Any, mask: Any, places: Any, lengths: Any, word_lengths: Any) -> PackedSequence:
        """The vectors of a batch's words, packed by sentences."""
        if mask is not None:
            answered: PackedSequence = self.model(given, mask, places, lengths, word_lengths)
            return answered
        return pack_padded_sequence(self.vectors[given], lengths, batch_first=True)

    def learn(self, start: int, spelled: Sequence[Sequence[int]]) -> None:
        """Fill the rows from `start` on with the vectors of these words; more than fit in when all others are gone."""
        if start + len(spelled) > len(self.vectors):
            self.vectors = torch.empty(start + len(spelled), self.vectors.size(1))
        lengths = [len(word) for word in spelled]
        for group in batches(lengths, AT_ONCE):
            characters = padded([np.array(spelled[place], dtype=np.int64) for place in group])
            sizes = [lengths[place] for place in group]
            found = self.model(characters, None, range(len(group)), [len(group)], sizes)
            self.vectors[[start + place for place in group]] = found.data


class Forms:
    """The numbers by which a tagger or parser knows a form: of the word, of its vector, of its row in the spelling."""

    def __init__(self, model: Any, vocabularies: Any, vectors: Any) -> None:
        self._words, self._characters = vocabularies["word"], vocabularies["char"]
        self._vectors = vectors.vocab if vectors is not None else None
        self._spelling = Spelling(model.charmodel, model.trans_char.in_features)
        self._known: dict[str, tuple[int, int, int]] = {}
        model.charmodel = self._spelling

    def learn(self, forms: Iterable[str]) -> None:
        """Look up the forms that are not known yet; all others may be forgotten."""
        wanted = dict.fromkeys(forms)
        new = [form for form in wanted if form not in self._known]
        if len(self._known) + len(new) > MOST:
            self._known.clear()
            new = list(wanted)
        start = len(self._known)
        plain = [_simplified(form) for form in new]
        if new:
            self._spelling.learn(start, [self._characters.map([ROOT] if form == ROOT_FORM else form) for form in plain])
        for place, (form, text) in enumerate(zip(new, plain, strict=True), start=start):
            self._known[form] = self._numbers_of(text, place)

    def _numbers_of(self, form: str, row: int) -> tuple[int, int, int]:
        if form == ROOT_FORM:
            return ROOT_ID, ROOT_ID, row
        vector = PAD_ID if self._vectors is None else self._vectors.unit2id(form.lower())
        return self._words.unit2id(form), vector, row

    def numbers(self, sentence: Iterable[str]) -> Numbers:
        """A row of three numbers for each word; all forms must have been learned."""
        return np.array([self._known[form] for form in sentence], dtype=np.int64)


def _simplified(form: str) -> str:
    """Several question or exclamation marks are one for tagger and parser."""
    simplified: str = simplify_punct([[[form]]])[0][0][0]
    return simplified
