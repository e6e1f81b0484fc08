"""Sentences of reported speech made from training sentences: „…“, sagte Brandt. – with their trees."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from training.augmentation import PAIRS, Pair, has_marks, with_marks
from training.treebank import Node, Tree

SLOT = "SATZ"


def read_frames(path: Path) -> list[tuple[Node, ...]]:
    """The frames in the file; one word must be the slot."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_read_frame(block) for block in blocks if SLOT + " X" in block]


def _read_frame(block: str) -> tuple[Node, ...]:
    lines = [line.split() for line in block.strip().split("\n") if not line.startswith("#")]
    glued = [line[0].startswith("+") for line in lines[1:]] + [False]
    return tuple(
        Node(form.removeprefix("+"), lemma, upos, feats, int(head), deprel, space=not no_blank)
        for (form, lemma, upos, feats, head, deprel), no_blank in zip(lines, glued, strict=True)
    )


def is_fillable(tree: Tree) -> bool:
    """Whether it is a plain declarative sentence of five to thirty words that ends in a full stop."""
    return (
        5 <= len(tree.nodes) <= 30
        and tree.nodes[-1].form == "."
        and not has_marks(tree)
        and all(node.form not in {":", ";", "(", "--", "…", "..."} for node in tree.nodes)
        and any("VerbForm=Fin" in node.feats for node in tree.nodes)
    )


def filled(frame: tuple[Node, ...], tree: Tree) -> Tree:
    """The frame with the slot replaced by the sentence without its full stop."""
    inner = tree.nodes[:-1]
    slot = next(index for index, node in enumerate(frame) if node.form == SLOT)
    root = next(number for number, node in enumerate(inner, start=1) if node.head == 0)

    def moved(head: int) -> int:
        """A head in the frame, counted in the whole."""
        if head == slot + 1:
            return slot + root
        return head + len(inner) - 1 if head > slot + 1 else head

    outside = [replace(node, head=moved(node.head)) for node in frame]
    inside = [replace(node, head=node.head + slot) for node in inner]
    top = outside[slot]
    inside[root - 1] = replace(inside[root - 1], head=top.head, deprel=top.deprel)
    inside[-1] = replace(inside[-1], space=top.space)
    contractions = tuple(
        replace(c, first=c.first + slot, last=c.last + slot, space=top.space if c.last == len(inner) else c.space)
        for c in tree.contractions
    )
    return Tree(f"{tree.name}-framed", (*outside[:slot], *inside, *outside[slot + 1 :]), contractions)


def framed(
    trees: Iterable[Tree],
    frames: list[tuple[Node, ...]],
    *,
    share: float,
    chance: random.Random,
    pairs: Sequence[Pair] = PAIRS,
) -> Iterator[Tree]:
    """A share of the plain sentences, each in a frame drawn by lot."""
    for tree in trees:
        if is_fillable(tree) and chance.random() < share:
            yield with_marks(filled(chance.choice(frames), tree), *chance.choice(pairs))
