"""Stanza's tagger with what it thinks of every value of every feature, not only of the likeliest.

Stanza returns the likeliest value of each feature. The scores of all are the output of one linear layer for each
feature, which is taken off while the tagger runs, so that it costs next to nothing.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from attrib.parse.morphology.bundles import Column, Scores

_EMPTY = "<EMPTY>"


def columns_of(processor: Any) -> list[Column]:
    """What the columns of a row of scores are about."""
    units = processor.vocab["feats"]._id2unit
    return [Column(feature, "" if value == _EMPTY else value) for feature, values in units.items() for value in values]


def tag(processor: Any, documents: Sequence[Any]) -> list[list[Scores]]:
    """Tag tokenised documents in place; for each document and sentence words by columns, natural logarithms."""
    from stanza.models.common.doc import FEATS, UPOS, XPOS, Document
    from stanza.models.common.utils import unsort
    from stanza.models.pos.data import Dataset

    together = Document([])
    together.sentences = [sentence for document in documents for sentence in document.sentences]
    together.num_tokens = sum(document.num_tokens for document in documents)
    together.num_words = sum(document.num_words for document in documents)
    dataset = Dataset(
        together, processor.config, processor.pretrain, vocab=processor.vocab, evaluation=True, sort_during_eval=True
    )
    words = processor.config.get("batch_maximum_tokens", 5000)
    batches = dataset.to_length_limited_loader(batch_size=processor.config["batch_size"], maximum_tokens=words)
    order: list[int] = []
    tags: list[list[list[str]]] = []
    rows: list[Scores] = []
    with kept_outputs(processor.trainer.model) as outputs:
        for batch in batches:
            outputs.clear()
            tags += processor.trainer.predict(batch)
            rows += unsort(by_sentence(outputs, batch.lens), batch.orig_idx)
            order += batch.idx
    together.set([UPOS, XPOS, FEATS], [word for sentence in unsort(tags, order) for word in sentence])
    in_order = iter(unsort(rows, order))
    return [[next(in_order) for _ in document.sentences] for document in documents]


@contextmanager
def kept_outputs(model: Any) -> Iterator[list[Any]]:
    """The outputs of the layers for the features, in their order, as the model runs."""
    import torch

    outputs: list[Any] = []
    hooks = [
        layer.register_forward_hook(lambda _module, _given, output: outputs.append(output))
        for layer in model.tag_clf["feats"]
    ]
    try:
        with torch.no_grad():
            yield outputs
    finally:
        for hook in hooks:
            hook.remove()


def by_sentence(outputs: Sequence[Any], lengths: Sequence[int]) -> list[Scores]:
    """The rows of each sentence; the outputs hold the first words of all sentences, longest first, then the second
    words, and so on."""
    import torch
    from torch.nn.utils.rnn import PackedSequence, pad_packed_sequence

    scores = torch.cat([torch.log_softmax(output, 1) for output in outputs], 1)
    sizes = torch.tensor([sum(length > place for length in lengths) for place in range(max(lengths))])
    rows = pad_packed_sequence(PackedSequence(scores, sizes), batch_first=True)[0].numpy()
    found: list[NDArray[np.float32]] = [each[:length] for each, length in zip(rows, lengths, strict=True)]
    return found
