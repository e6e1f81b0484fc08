"""Which sentence goes where: training, choosing checkpoints, held back for the final scores."""

from dataclasses import dataclass, replace
from pathlib import Path

from training.treebank import Tree, harmonised, read_trees, without


@dataclass(frozen=True, slots=True)
class Corpus:
    """The treebanks cut into their uses; no held-back wording occurs in any training part."""

    trees: list[Tree]
    """Training, fully annotated: nine tenths of GSD test and PUD, and the half of GSD dev that is not the test."""
    trees_without_feats: list[Tree]
    """Training, GSD train of 2017: features follow another scheme."""
    tags: list[Tree]
    """Training, universal part of speech and lemma only."""
    tokens: list[Tree]
    """Training, raw text, tokens and lemma only."""
    dev: list[Tree]
    """A tenth of GSD test and PUD: chooses checkpoints, counts for the Konjunktiv."""
    test: list[Tree]
    """Held back for the scores; in German every second sentence of GSD dev."""
    news: list[Tree]
    """Held back for the scores, from newspapers; in German dev-s501 to dev-s799 among the test."""


def number_of(tree: Tree) -> int:
    """The number in a GSD sentence id such as `dev-s501`."""
    return int(tree.name.rpartition("s")[2])


def load_corpus(data: Path) -> Corpus:
    """Read and cut the treebanks under DATA/treebanks/de."""
    folder = data / "treebanks/de"
    gsd_dev = [harmonised(tree) for tree in read_trees(folder / "de_gsd-ud-dev.conllu")]
    gsd_test = [harmonised(tree) for tree in read_trees(folder / "de_gsd-ud-test.conllu")]
    pud = [harmonised(tree) for tree in read_trees(folder / "de_pud-ud-test.conllu")]
    test = [tree for tree in gsd_dev if number_of(tree) % 2 == 0]
    dev = gsd_test[9::10] + pud[9::10]
    held_back = test + dev
    rest = [tree for tree in gsd_dev if number_of(tree) % 2 == 1]
    rest += [tree for index, tree in enumerate(gsd_test) if index % 10 != 9]
    rest += [tree for index, tree in enumerate(pud) if index % 10 != 9]
    part = [harmonised(tree) for tree in read_trees(folder / "gsd_train_part_363.conllu")]
    return Corpus(
        trees=list(without(rest, held_back)),
        trees_without_feats=[blank_feats(tree) for tree in without(part, held_back)],
        tags=list(without(read_trees(folder / "gsd_train_2018_lemma_upos.conllu"), held_back)),
        tokens=list(without(read_trees(folder / "gsd_train_2019_tok_mwt_lemma.conllu"), held_back)),
        dev=dev,
        test=test,
        news=[tree for tree in test if number_of(tree) >= 501],
    )


def blank_feats(tree: Tree) -> Tree:
    """The tree without features."""
    return replace(tree, nodes=tuple(replace(node, feats="_") for node in tree.nodes))
