"""Parts of speech and features by the layers of Stanza's tagger."""

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

import torch

from attrib.parse.direct.batches import batches, padded
from attrib.parse.direct.forms import Forms
from attrib.parse.morphology.bundles import Scores
from attrib.parse.scores import by_sentence, kept_outputs

AT_ONCE = 5000
"""Words that are tagged together."""


class Tags(NamedTuple):
    """What the tagger says of the words of a sentence; `scores`: words by values of features, natural logarithms."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    scores: Scores | None


def fits(processor: Any) -> bool:
    """Whether a tagger is of the kind that is known here: word vectors, and a character model of its own."""
    model = processor.trainer.model
    return (
        hasattr(model, "charmodel")
        and model.bert_model is None
        and bool(model.args["pretrain"])
        and [column.name for column in model.tag_columns if column.output] == ["upos", "xpos", "feats"]
    )


class Names:
    """What the numbers of a tag mean, remembered: a feature bundle is a text made of many numbers."""

    def __init__(self, vocabulary: Any) -> None:
        self._vocabulary = vocabulary
        self._known: dict[Any, str] = {}

    def of(self, numbers: Sequence[Any]) -> list[str]:
        """The names of a sentence's tags."""
        return [self._name(tuple(each) if isinstance(each, list) else each) for each in numbers]

    def _name(self, number: Any) -> str:
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = self._vocabulary.id2unit(number)
        return found


class Tagger:
    """Stanza's tagger; `scored` says whether its scores of all values are wanted."""

    def __init__(self, processor: Any, *, scored: bool) -> None:
        self._model = processor.trainer.model.eval()
        self._forms = Forms(self._model, processor.vocab, processor.pretrain)
        self._names = [Names(processor.vocab[name]) for name in ("upos", "xpos", "feats")]
        self._columns = [self._model.tag_names.index(name) for name in ("upos", "xpos", "feats")]
        self._scored = scored

    def tagged(self, sentences: Sequence[Sequence[str]]) -> list[Tags]:
        """The tags of each sentence."""
        found: dict[int, Tags] = {}
        with torch.inference_mode():
            self._forms.learn(chain.from_iterable(sentences))
            for group in batches([len(sentence) for sentence in sentences], AT_ONCE):
                found |= zip(group, self._batch([sentences[place] for place in group]), strict=True)
        return [found[place] for place in range(len(sentences))]

    def _batch(self, sentences: Sequence[Sequence[str]]) -> list[Tags]:
        lengths = [len(sentence) for sentence in sentences]
        words, vectors, spelling = padded([self._forms.numbers(sentence) for sentence in sentences]).unbind(2)
        with kept_outputs(self._model) as outputs:
            _, tags = self._model(words, None, spelling, None, None, vectors, None, lengths, None, None)
        upos, xpos, feats = (
            [names.of(row[:length]) for row, length in zip(tags[column].tolist(), lengths, strict=True)]
            for names, column in zip(self._names, self._columns, strict=True)
        )
        scores: Sequence[Scores | None] = by_sentence(outputs, lengths) if self._scored else [None] * len(lengths)
        return [Tags(*each) for each in zip(upos, xpos, feats, scores, strict=True)]
