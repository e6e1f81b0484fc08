"""Training sentences for the parser with the tags and features of a tagger, as the parser will see them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from attrib.models import RESOURCES
from attrib.parse.hints import hint
from attrib.parse.morphology.decoding import Morphology
from attrib.parse.morphology.table import load_table
from attrib.parse.scores import columns_of, tag
from attrib.text.analysis import Word
from attrib.text.loading import load_language
from training.treebank import Node, Tree, conllu

AT_ONCE = 2000
"""Sentences that are tagged together."""


class Tagger:
    """A tagger and the lexicon, for sentences whose words are given."""

    def __init__(self, model: Path, vectors: Path, table: Path, *, language: str = "de") -> None:
        from stanza import Pipeline

        known = load_language(language)
        self._pipeline = Pipeline(
            lang=language,
            processors="tokenize,pos",
            package=None,
            dir=str(model.parent),
            resources_filepath=str(RESOURCES),
            download_method=None,
            use_gpu=False,
            logging_level="ERROR",
            allow_unknown_language=True,
            tokenize_pretokenized=True,
            pos_model_path=str(model),
            pos_pretrain_path=str(vectors),
        )
        self._morphology = Morphology(
            load_table(table),
            columns_of(self._pipeline.processors["pos"]),
            paradigms=known.paradigms,
            prepositions=known.governing_prepositions,
            passive_auxiliaries=known.words.passive_auxiliaries,
        )

    def retagged(self, trees: Iterable[Tree]) -> Iterator[Tree]:
        """The trees with the tagger's parts of speech and the features that the lexicon makes of its scores."""
        left = iter(trees)
        while chunk := list(islice(left, AT_ONCE)):
            yield from self._chunk(chunk)

    def _chunk(self, trees: Sequence[Tree]) -> Iterator[Tree]:
        from stanza.utils.conll import CoNLL

        document = CoNLL.conll2doc(input_str="".join(map(conllu, trees)))
        (scores,) = tag(self._pipeline.processors["pos"], [document])
        for tree, sentence, rows in zip(trees, document.sentences, scores, strict=True):
            words = self._morphology.corrected([_word(word) for word in sentence.words], rows)
            pairs = zip(tree.nodes, words, strict=True)
            yield replace(tree, nodes=tuple(_retagged(node, word) for node, word in pairs))


def _word(word: Any) -> Word:
    """Stanza's word without its place in the tree, which the parser does not know yet."""
    return Word(word.id, word.text, word.text, word.upos or "X", word.feats or "", 0, "", 0, 0)


def _retagged(node: Node, word: Word) -> Node:
    return replace(node, upos=word.upos, feats=word.feats or "_")


def hinted(tree: Tree) -> Tree:
    """The tree with the parser's hints in the column for language-specific tags."""
    return replace(tree, nodes=tuple(replace(node, xpos=hint(node.feats)) for node in tree.nodes))
