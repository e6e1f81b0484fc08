"""Heads and relations by the layers of Stanza's parser."""

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import torch
from stanza.models.common.vocab import ROOT_ID, CompositeVocab

from attrib.parse.direct import arcs
from attrib.parse.direct.batches import Numbers, batches, padded
from attrib.parse.direct.forms import ROOT_FORM, Forms
from attrib.parse.direct.tagging import Tags

AT_ONCE = 2000
"""Words that are parsed together; the labels of that many take 60 MB."""


class Tagged(NamedTuple):
    """A sentence as the parser gets it."""

    forms: Sequence[str]
    lemmas: Sequence[str]
    tags: Tags


def fits(processor: Any) -> bool:
    """Whether a parser is of the kind that is known here: a graph parser with a character model of its own."""
    model = processor.trainer.model
    return (
        arcs.fits(model) and hasattr(model, "charmodel") and model.bert_model is None and bool(model.args["pretrain"])
    )


class Numbering:
    """The numbers of tags, remembered; the root's come first in every sentence."""

    def __init__(self, vocabulary: Any) -> None:
        self._vocabulary = vocabulary
        self._root: int | list[int] = ROOT_ID
        if isinstance(vocabulary, CompositeVocab):
            self._root = [ROOT_ID] * len(vocabulary)
        self._known: dict[str, int | list[int]] = {}

    def of(self, tags: Sequence[str]) -> Numbers:
        """The root's number and those of a sentence's tags."""
        return np.array([self._root, *map(self._number, tags)], dtype=np.int64)

    def _number(self, tag: str) -> int | list[int]:
        found = self._known.get(tag)
        if found is None:
            found = self._known[tag] = self._vocabulary.unit2id(tag)
        return found


class TreeParser:
    """Stanza's graph parser."""

    def __init__(self, processor: Any) -> None:
        self._model = processor.trainer.model.eval()
        self._forms = Forms(self._model, processor.vocab, processor.pretrain)
        self._upos, self._xpos, self._feats = (Numbering(processor.vocab[name]) for name in ("upos", "xpos", "feats"))
        self._lemmas = processor.vocab["lemma"]
        self._repaired = bool(processor.config.get("resolve_head_constraints", True))

    def parsed(self, sentences: Sequence[Tagged]) -> list[list[arcs.Arc]]:
        """Head and relation of each word."""
        found: dict[int, list[arcs.Arc]] = {}
        with torch.inference_mode():
            self._forms.learn(chain([ROOT_FORM], chain.from_iterable(sentence.forms for sentence in sentences)))
            for group in batches([1 + len(sentence.forms) for sentence in sentences], AT_ONCE):
                found |= zip(group, self._batch([sentences[place] for place in group]), strict=True)
        return [found[place] for place in range(len(sentences))]

    def _batch(self, sentences: Sequence[Tagged]) -> list[list[arcs.Arc]]:
        lengths = [1 + len(sentence.forms) for sentence in sentences]
        numbers = padded([self._forms.numbers(chain([ROOT_FORM], sentence.forms)) for sentence in sentences])
        words, vectors, spelling = numbers.unbind(2)
        upos = padded([self._upos.of(sentence.tags.upos) for sentence in sentences])
        xpos = padded([self._xpos.of(sentence.tags.xpos) for sentence in sentences])
        feats = padded([self._feats.of(sentence.tags.feats) for sentence in sentences])
        lemmas = padded([np.array([ROOT_ID, *self._lemmas.map(sentence.lemmas)]) for sentence in sentences])
        encoded = self._model.embed(
            words, None, spelling, None, upos, xpos, feats, vectors, lemmas, None, None, None, lengths, None, None
        )
        return list(arcs.arcs(self._model, encoded, lengths, repaired=self._repaired))
