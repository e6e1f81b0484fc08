"""The English treebanks: read, brought into one convention, cut into training, development and test."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from training.corpus import Corpus
from training.treebank import Node, Tree, read_trees, without

RELATIONS = {"nsubj:outer": "nsubj", "csubj:outer": "csubj", "csubj:pass": "csubj", "advcl:relcl": "acl:relcl"}
"""Relations that are too rare to be learned."""
EVERY = 4
"""Every fourth sentence of EWT dev chooses the checkpoints: all of them take too long."""


def load_english(data: Path, documents: Mapping[str, Sequence[str]]) -> Corpus:
    """Read and cut the treebanks under DATA/treebanks/en; `documents` names those of GUM that are held back.

    Those of `read` join what chooses checkpoints, those of `score` are the test on news.
    """
    ewt_train, ewt_dev, ewt_test, gum_open, gum_news = (
        [harmonised(tree) for tree in read_trees(data / "treebanks/en" / f"{name}.conllu.gz")]
        for name in ("ewt-train", "ewt-dev", "ewt-test", "gum-open", "gum-wikinews")
    )
    score, read = (_of(gum_news, documents[part]) for part in ("score", "read"))
    dev = [*ewt_dev[::EVERY], *read]
    held_back = {*documents["score"], *documents["read"]}
    rest = [tree for tree in gum_news if document_of(tree) not in held_back]
    others = [tree for index, tree in enumerate(ewt_dev) if index % EVERY]
    train = without([*ewt_train, *others, *gum_open, *rest], [*dev, *ewt_test, *score])
    return Corpus(list(train), [], [], [], dev=dev, test=ewt_test, news=score)


def document_of(tree: Tree) -> str:
    """The document of GUM that a sentence belongs to: `GUM_news_korea-12` → `GUM_news_korea`."""
    return tree.name.rpartition("-")[0]


def _of(trees: Iterable[Tree], documents: Sequence[str]) -> list[Tree]:
    found = [tree for tree in trees if document_of(tree) in documents]
    missing = set(documents) - {document_of(tree) for tree in found}
    if missing:
        raise ValueError(f"gum-wikinews has no {', '.join(sorted(missing))}; take the file that the recipe names")
    return found


def harmonised(tree: Tree) -> Tree:
    """The tree with rare relations replaced and contractions dissolved."""
    nodes = (replace(node, deprel=RELATIONS.get(node.deprel, node.deprel)) for node in tree.nodes)
    return dissolved(replace(tree, nodes=tuple(nodes)))


def dissolved(tree: Tree) -> Tree:
    """*don't* as two tokens *do* and *n't* without a blank between, *Seoul's* likewise.

    In English the words of a contraction add up to it, so that a tokeniser can find them and each keeps its place in
    the text. ValueError for one that does not.
    """
    nodes = list(tree.nodes)
    for contraction in tree.contractions:
        words = nodes[contraction.first - 1 : contraction.last]
        if "".join(word.form for word in words) != contraction.form:
            raise ValueError(f"{tree.name}: the words of {contraction.form!r} do not add up to it")
        nodes[contraction.first - 1 : contraction.last] = _together(words, space=contraction.space)
    return replace(tree, nodes=tuple(nodes), contractions=())


def _together(words: Sequence[Node], *, space: bool) -> list[Node]:
    return [*(replace(word, space=False) for word in words[:-1]), replace(words[-1], space=space)]
