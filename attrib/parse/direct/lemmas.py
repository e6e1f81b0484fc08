"""Base forms: from Stanza's lists, and where they leave something from its lemmatiser, once for a form and a tag."""

from collections.abc import Iterable, Sequence
from typing import Any

import torch
from stanza.models.lemma.data import DataLoader

Pair = tuple[str, str]
"""A form and its part of speech, which are all that the lemmatiser sees."""
AT_ONCE = 200
MOST = 100_000
"""Pairs that are remembered."""


def fits(processor: Any) -> bool:
    """Whether a lemmatiser asks its lists first and looks at nothing but a form and its tag."""
    if processor.use_identity or processor.config.get("dict_only") or not processor.config.get("ensemble_dict"):
        return False
    trainer = processor.trainer
    return not trainer.caseless and not trainer.has_contextual_lemmatizers()


class _Rows:
    """What Stanza's loader asks a document for."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs

    def get(self, _fields: Sequence[str]) -> list[list[str | None]]:
        """A form, a tag and no lemma."""
        return [[form, tag, None] for form, tag in self._pairs]


class Lemmatiser:
    """Stanza's lemmatiser with a memory."""

    def __init__(self, processor: Any) -> None:
        self._trainer, self._vocabulary = processor.trainer, processor.vocab
        self._options = processor.config
        self._known: dict[Pair, str] = {}

    def learn(self, pairs: Iterable[Pair]) -> None:
        """Find the base forms of those that are not known yet."""
        wanted = dict.fromkeys(pairs)
        if len(self._known) + len(wanted) > MOST:
            self._known.clear()
        new = [pair for pair in wanted if pair not in self._known]
        listed = self._trainer.skip_seq2seq(new)
        left = [pair for pair, is_listed in zip(new, listed, strict=True) if not is_listed]
        made = dict(zip(left, self._made(left), strict=True)) if left else {}
        lemmas = self._trainer.ensemble(new, [made.get(pair, "") for pair in new])
        self._known |= {pair: lemma or "_" for pair, lemma in zip(new, lemmas, strict=True)}

    def _made(self, pairs: Sequence[Pair]) -> list[str]:
        loader = DataLoader(
            _Rows(pairs), AT_ONCE, self._options, vocab=self._vocabulary, evaluation=True, expand_unk_vocab=True
        )
        found: list[str] = []
        edits: list[int] = []
        with torch.no_grad():
            for batch in loader:
                lemmas, changes = self._trainer.predict(batch, self._options["beam_size"], loader.vocab)
                found += lemmas
                edits += changes or []
        made: list[str] = self._trainer.postprocess([form for form, _ in pairs], found, edits=edits)
        return made

    def of(self, forms: Sequence[str], tags: Sequence[str]) -> list[str]:
        """The base forms of a sentence's words, which must have been learned."""
        return [self._known[pair] for pair in zip(forms, tags, strict=True)]
