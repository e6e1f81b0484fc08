"""Stanza's graph parser without what it computes and throws away: arcs for all pairs of words, labels for the chosen.

Stanza scores every label for every pair of words, takes the logarithms of their probabilities, and then looks at one
pair for each word. Here the tree is found first (`attrib.parse.direct.tree`). Only if the repair of double subjects
is asked for, and a sentence has such a thing, are the labels of all its pairs scored, for that repair.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from stanza.models.common.doc import DEPREL, HEAD, Document
from stanza.models.common.utils import unsort
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.depparse.data import DataLoader
from stanza.models.depparse.head_constraints import (
    find_head_constraint_violations,
    resolve_head_constraint_violations,
)
from stanza.models.depparse.model import GraphParser
from torch import Tensor
from torch.nn import functional

from attrib.parse.direct.tree import ArcScores, Heads, best_tree

Arc = tuple[int, str]
"""Head and relation of one word."""


def fits(model: Any) -> bool:
    """Whether a parser is of the kind that is known here: one graph parser with biaffine layers for pairs."""
    return type(model) is GraphParser and not model.args.get("use_arc_embedding") and not model.args.get("reversed")


def parse(processor: Any, documents: Sequence[Any]) -> None:
    """Set heads and relations of tagged documents in place as Stanza's step does, which is left other models."""
    model = processor.trainer.model
    if not fits(model):
        processor.bulk_process(list(documents))
        return
    together = Document([])
    together.sentences = [sentence for document in documents for sentence in document.sentences]
    together.num_words = sum(document.num_words for document in documents)
    options = processor.config
    loader = DataLoader(
        together,
        options["batch_size"],
        options,
        processor.pretrain,
        vocab=processor.vocab,
        evaluation=True,
        sort_during_eval=True,
        min_length_to_batch_separately=options.get("min_length_to_batch_separately", _ALONE),
    )
    repaired = bool(options.get("resolve_head_constraints", True))
    found: list[list[Arc]] = []
    for batch in loader:
        found += unsort(list(_parsed(model, batch, repaired=repaired)), batch[11])
    together.set((HEAD, DEPREL), [arc for sentence in unsort(found, loader.data_orig_idx) for arc in sentence])


_ALONE = 150
"""Longer sentences are parsed by themselves, as Stanza does: memory grows with the square."""


def _parsed(model: Any, batch: Any, *, repaired: bool) -> Iterator[list[Arc]]:
    """The arcs of a batch as Stanza's loader makes it, in the batch's order."""
    *inputs, _, word_places, lengths, word_lengths, text = batch
    with torch.inference_mode():
        model.eval()
        encoded = model.embed(*inputs, word_places, lengths, word_lengths, text)
        yield from arcs(model, encoded, lengths, repaired=repaired)


def arcs(model: Any, encoded: Tensor, lengths: Sequence[int], *, repaired: bool) -> Iterator[list[Arc]]:
    """The arcs of encoded sentences (sentences by nodes by features; node 0 is the root, and counts in `lengths`)."""
    scores = torch.log_softmax(_arc_scores(model, encoded), 2).numpy()
    trees = [best_tree(each[:length, :length]) for each, length in zip(scores, lengths, strict=True)]
    names = model.vocab["deprel"]
    labels = iter(_labels(model, encoded, trees))
    for place, tree in enumerate(trees):
        ids = [next(labels) for _ in tree[1:]]
        relations = names.unmap([VOCAB_PREFIX_SIZE + label for label in ids])
        if repaired and _has_double(tree, relations):
            table = scores[place][: len(tree), : len(tree)]
            tree, relations = _repaired(model, encoded[place : place + 1, : len(tree)], table, tree)
        yield list(zip(tree[1:].tolist(), relations, strict=True))


def _arc_scores(model: Any, encoded: Tensor) -> Tensor:
    """Sentences by dependents by heads, with what the model has learned of order and distance of the words."""
    scores = _pairs(model.unlabeled, encoded)
    places = torch.arange(encoded.size(1))
    offsets = places[None, :] - places[:, None]
    if model.args["linearization"]:
        scores += functional.logsigmoid(_pairs(model.linearization, encoded) * torch.sign(offsets).float())
    if model.args["distance"]:
        likely = 1 + functional.softplus(_pairs(model.distance, encoded))
        scores += -torch.log((offsets.abs().float() - likely) ** 2 / 2 + 1)
    return scores.masked_fill_(torch.eye(encoded.size(1), dtype=torch.bool), -torch.inf)


def _side(scorer: Any, layer: Any, nodes: Tensor) -> Tensor:
    """What words are as dependents or as heads, with a constant for the bias."""
    return functional.pad(scorer.hidden_func(layer(nodes)), (0, 1), value=1.0)


def _pairs(scorer: Any, encoded: Tensor) -> Tensor:
    """One number for each pair of words."""
    dependents, heads = (_side(scorer, layer, encoded) for layer in (scorer.W1, scorer.W2))
    layer = scorer.scorer.W_bilin
    found: Tensor = dependents @ layer.weight[:, :, 0] @ heads.transpose(1, 2) + layer.bias
    return found


def _labels(model: Any, encoded: Tensor, trees: Sequence[Heads]) -> list[int]:
    """The likeliest label of the arc to each word, sentence by sentence.

    Most of the work is a product with each head; less than half of all words are one.
    """
    width = encoded.size(1)
    words = np.concatenate([place * width + np.arange(1, len(tree)) for place, tree in enumerate(trees)])
    heads_of = np.concatenate([place * width + tree[1:] for place, tree in enumerate(trees)])
    heads, numbers, counts = np.unique(heads_of, return_inverse=True, return_counts=True)
    nodes, scorer = encoded.flatten(0, 1), model.deprel
    dependents = _side(scorer, scorer.W1, nodes[torch.from_numpy(words)])
    layer = scorer.scorer.W_bilin
    one, other, labels = layer.weight.shape
    by_head = layer.weight.permute(1, 0, 2).reshape(other, one * labels)
    weighted = (_side(scorer, scorer.W2, nodes[torch.from_numpy(heads)]) @ by_head).view(-1, one, labels)
    found = np.empty(len(words), dtype=np.int64)
    order, firsts = np.argsort(numbers, kind="stable"), np.cumsum(counts) - counts
    for count in np.unique(counts):  # heads with as many dependents each: rows of one shape
        alike = np.flatnonzero(counts == count)
        places = order[firsts[alike, None] + np.arange(count)]
        scores = torch.bmm(dependents[torch.from_numpy(places)], weighted[torch.from_numpy(alike)]) + layer.bias
        found[places] = scores.argmax(2).numpy()
    chosen: list[int] = found.tolist()
    return chosen


def _has_double(tree: Heads, relations: Sequence[str]) -> bool:
    """Whether a word has two subjects or two objects."""
    return bool(find_head_constraint_violations(tree, relations))


def _repaired(model: Any, encoded: Tensor, scores: ArcScores, tree: Heads) -> tuple[Heads, list[str]]:
    """Tree and relations of one sentence after Stanza's repair, for which all pairs need their labels."""
    labels = torch.log_softmax(model.deprel(encoded, encoded), 3)[0].numpy()
    names = model.vocab["deprel"]
    tree, ids = resolve_head_constraint_violations(scores, labels, tree, names)
    return tree, names.unmap([VOCAB_PREFIX_SIZE + label for label in ids])
