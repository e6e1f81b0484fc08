"""Raw text with character labels for Stanza's tokeniser: paragraphs of treebank and made-up sentences.

Labels as in `stanza.models.tokenization.data`: 0 inside, 1 end of a token, 2 end of a sentence, 3 end of a contraction,
4 both.
"""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from training.augmentation import PAIRS, Pair
from training.treebank import Node, Tree, write_trees

CONTRACTIONS = {
    *(
        "im",
        "am",
        "zum",
        "zur",
        "vom",
        "beim",
        "ins",
        "ans",
        "aufs",
        "durchs",
        "fürs",
        "ums",
        "übers",
        "unters",
        "vors",
    ),
    *("hinters", "hinterm", "überm", "unterm", "vorm"),
}
SPLIT_ABBREVIATIONS = {"ca", "bzw", "Mio", "Mrd", "Nr", "Dr", "St", "usw", "etc", "Prof", "Abs"}


def made_up(
    templates: Path, *, rounds: int, chance: random.Random, pairs: Sequence[Pair] = PAIRS
) -> Iterator[list[Tree]]:
    """Paragraphs out of the templates, `rounds` times each with other fillings."""
    lines = [line for line in templates.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    slots = {line[:3]: line[6:].split(" | ") for line in lines if line[3:6] == " = "}
    for line in lines:
        for _ in range(0 if line[:3] in slots and line[3:6] == " = " else rounds):
            opening, closing = chance.choice(pairs)
            filled = line.replace("{L}", opening).replace("{R}", closing)
            for slot, values in slots.items():
                while slot in filled:
                    filled = filled.replace(slot, chance.choice(values), 1)
            yield [template_tree(sentence) for sentence in filled.split(" | ")]


def template_tree(sentence: str) -> Tree:
    """A sentence in the notation of the templates as a tree without annotation."""
    pieces = sentence.split()
    following = [*pieces[1:], ""]
    nodes = [
        Node(piece.removeprefix("_"), space=not after.startswith("_"))
        for piece, after in zip(pieces, following, strict=True)
    ]
    return Tree("made-up", tuple(nodes))


def labelled(paragraph: Sequence[Tree]) -> tuple[str, str]:
    """A paragraph's text and one label for each character."""
    text, labels = "", ""
    for number, tree in enumerate(paragraph):
        tokens = tree.tokens
        for index, (form, space, is_contraction) in enumerate(tokens):
            last = index == len(tokens) - 1
            label = 1 + last + 2 * (is_contraction or (tree.name == "made-up" and form.lower() in CONTRACTIONS))
            blank = (space and not last) or (last and number < len(paragraph) - 1)
            text += form + " " * blank
            labels += "0" * (len(form) - 1) + str(label) + "0" * blank
    return text, labels


def paragraphs(trees: Sequence[Tree], *, chance: random.Random) -> Iterator[list[Tree]]:
    """The sentences in order, cut into paragraphs of one to six."""
    start = 0
    while start < len(trees):
        size = chance.randint(1, 6)
        yield list(trees[start : start + size])
        start += size


def is_usable(tree: Tree) -> bool:
    """Whether its tokens follow one convention: an abbreviation keeps its full stop."""
    tokens = tree.tokens
    return not any(form in SPLIT_ABBREVIATIONS and after == "." for (form, _, _), (after, _, _) in pairwise(tokens))


def expansions(trees: Iterable[Tree]) -> list[tuple[tuple[str, list[str]], int]]:
    """How often each contraction stands for which words, in the form Stanza's training programs read."""
    counts: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for tree in trees:
        for contraction in tree.contractions:
            words = tree.nodes[contraction.first - 1 : contraction.last]
            counts[contraction.form, tuple(node.form.lower() for node in words)] += 1
    return [((form, list(words)), count) for (form, words), count in counts.most_common()]


def write_tokenizer_set(found: Iterable[Sequence[Tree]], folder: Path, name: str) -> None:
    """Write NAME.txt, NAME.labels and NAME.conllu for the paragraphs."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = list(found)
    pairs = [labelled(paragraph) for paragraph in kept]
    (folder / f"{name}.txt").write_text("\n\n".join(text for text, _ in pairs) + "\n", encoding="utf-8")
    (folder / f"{name}.labels").write_text("\n\n".join(labels for _, labels in pairs) + "\n", encoding="utf-8")
    write_trees((tree for paragraph in kept for tree in paragraph), folder / f"{name}.conllu")


def write_expansions(trees: Iterable[Tree], path: Path) -> None:
    """Write the contractions of the trees as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(expansions(trees), ensure_ascii=False, indent=1), encoding="utf-8")
