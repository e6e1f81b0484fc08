"""Part-of-speech tags of 2018 in today's conventions, as far as the word form decides."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from training.treebank import Node, Tree

ENOUGH = 4
MAJORITY = 0.85
CLOSED = {"DET", "AUX", "ADP", "CCONJ", "SCONJ", "PART", "PRON"}


def usual_tags(trees: Iterable[Tree]) -> dict[str, str]:
    """For each form (lower case) seen often enough, the tag that nearly always stands on it today."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for node in tree.nodes:
            counts[node.form.lower()][node.upos] += 1
    usual: dict[str, str] = {}
    for form, found in counts.items():
        tag, count = found.most_common(1)[0]
        if found.total() >= ENOUGH and count >= MAJORITY * found.total():
            usual[form] = tag
    return usual


def modern(trees: Iterable[Tree], usual: dict[str, str]) -> Iterator[Tree]:
    """The trees with today's tags where the form decides; copulas become auxiliaries."""
    for tree in trees:
        yield replace(tree, nodes=tuple(_modern_node(node, usual) for node in tree.nodes))


def _modern_node(node: Node, usual: dict[str, str]) -> Node:
    if node.lemma == "sein" and node.upos == "VERB":
        return replace(node, upos="AUX")
    tag = usual.get(node.form.lower(), node.upos)
    if node.upos == "PROPN" and tag not in CLOSED | {"NOUN", "ADJ", "PUNCT", "NUM"}:
        return node
    return replace(node, upos=tag)
