"""Copies of sentences with other quotation marks and dashes: treebanks hardly know „ “ or » « or “ ”."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from training.treebank import Node, Tree

Pair = tuple[str, str]
PAIRS: tuple[Pair, ...] = (
    ("„", "“"),
    ("„", "“"),
    ("„", '"'),
    ("„", "”"),
    ('"', '"'),
    ("»", "«"),
    ("«", "»"),
    ("“", "”"),
    ("‚", "‘"),
    ("'", "'"),
    ("›", "‹"),
)
OPENING = {"``", "„", "»", "‚", "`"}
CLOSING = {"''", "“", "”", "«", "‘", "’"}
STRAIGHT = {'"', "'"}
MARKS = OPENING | CLOSING | STRAIGHT
TAGGED = {"``": True, "''": False}
"""Tags of English treebanks that say which side a mark is."""
DASHES = {"-", "--", "–", "—"}


def has_marks(tree: Tree) -> bool:
    """Whether one of its words is a quotation mark."""
    return any(node.form in MARKS for node in tree.nodes)


def with_marks(tree: Tree, opening: str, closing: str) -> Tree:
    """The tree with every quotation mark replaced; straight marks open and close in turn."""
    nodes: list[Node] = []
    is_open = False
    for node in tree.nodes:
        if node.form not in MARKS or node.upos not in {"PUNCT", "_"}:
            nodes.append(node)
            continue
        opens = TAGGED.get(node.xpos, node.form in OPENING or (node.form in STRAIGHT and not is_open))
        is_open = opens
        mark = opening if opens else closing
        nodes.append(replace(node, form=mark, lemma=mark))
    return replace(tree, nodes=tuple(nodes))


def with_dashes(tree: Tree, dash: str) -> Tree:
    """The tree with every free-standing dash (a blank on both sides) replaced by `dash`."""
    spaces = [True, *(node.space for node in tree.nodes)]
    nodes = [
        replace(node, form=dash, lemma=dash) if node.form in DASHES and node.space and before else node
        for node, before in zip(tree.nodes, spaces, strict=False)
    ]
    return replace(tree, nodes=tuple(nodes))


def has_dashes(tree: Tree) -> bool:
    """Whether a double or long dash stands in it."""
    return any(node.form in {"--", "–", "—"} for node in tree.nodes)


def quoted_whole(tree: Tree, opening: str, closing: str) -> Tree:
    """The sentence inside quotation marks: each mark hangs on the root, as UD wants paired punctuation."""
    root = next(number for number, node in enumerate(tree.nodes, start=1) if node.head == 0)
    shifted = [replace(node, head=node.head + 1 if node.head else 0) for node in tree.nodes]
    relation = "_" if tree.nodes[0].deprel == "_" else "punct"
    upos = "_" if tree.nodes[0].upos == "_" else "PUNCT"
    first = Node(opening, opening, upos, "_", root + 1, relation, space=False)
    last = Node(closing, closing, upos, "_", root + 1, relation)
    shifted[-1] = replace(shifted[-1], space=False)
    contractions = tuple(replace(c, first=c.first + 1, last=c.last + 1) for c in tree.contractions)
    return replace(tree, nodes=(first, *shifted, last), contractions=contractions)


def ends_in_full_stop(tree: Tree) -> bool:
    """Whether the sentence ends in . ! or ?"""
    return tree.nodes[-1].form in {".", "!", "?"}


def augmented(
    trees: Iterable[Tree], *, copies: int, chance: random.Random, pairs: Sequence[Pair] = PAIRS
) -> Iterator[Tree]:
    """Every tree, and for each one with quotation marks or dashes some copies with others."""
    for tree in trees:
        yield tree
        if has_marks(tree):
            for opening, closing in chance.sample(pairs, copies):
                yield with_marks(with_dashes(tree, chance.choice("–-—")), opening, closing)
        elif has_dashes(tree):
            yield with_dashes(tree, chance.choice("–-—"))


def some_quoted(
    trees: Iterable[Tree], *, share: float, chance: random.Random, pairs: Sequence[Pair] = PAIRS
) -> Iterator[Tree]:
    """Copies of a share of the plain sentences put into quotation marks as a whole."""
    make: Callable[[Tree], Tree] = lambda tree: quoted_whole(tree, *chance.choice(pairs))  # noqa: E731
    plain = (tree for tree in trees if not has_marks(tree) and ends_in_full_stop(tree))
    return (make(tree) for tree in plain if chance.random() < share)
