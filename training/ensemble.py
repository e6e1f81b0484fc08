"""Several taggers and parsers that differ by chance, and what they agree on in text that nobody annotated.

A small model learns more from what an ensemble says of much text than from little gold alone: Zhou and Li 2005,
*Tri-training*, https://doi.org/10.1109/TKDE.2005.186; for parsers Petrov et al. 2010, *Uptraining*,
https://aclanthology.org/D10-1069.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training import programs
from training.reparsing import voted_tags, voted_tree
from training.treebank import Tree, read_trees, write_trees

BATCH = {"pos": 200, "depparse": 5000}
"""Sentences of the tagger, words of the parser."""


def annotate(models: Sequence[Path], text: Path, folder: Path, *, least: float) -> int:
    """Tag and parse the sentences of a CoNLL-U file with every member; how many got trees that most agree on.

    `models` are folders with `pos.pt`, `depparse.pt` and `vectors.pt`. Writes `tags.conllu`, every sentence with voted
    tags, and `trees.conllu`, those whose voted arcs have at least the share `least` of all votes. What was written
    stays and is not done again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tagged = folder / "tags.conllu"
    if not tagged.exists():
        opinions = _opinions("pos", models, text, folder)
        write_trees((voted_tags(members) for members in zip(*opinions, strict=True)), tagged)
    trees = folder / "trees.conllu"
    if not trees.exists():
        opinions = _opinions("depparse", models, tagged, folder)
        write_trees(_agreed(zip(*opinions, strict=True), least), trees)
    return len(read_trees(trees))


def _agreed(sentences: Iterable[tuple[Tree, ...]], least: float) -> Iterator[Tree]:
    for members in sentences:
        tree, share = voted_tree(members)
        if share >= least:
            yield tree


def _opinions(processor: str, models: Sequence[Path], text: Path, folder: Path) -> list[list[Tree]]:
    """What each member says of the sentences."""
    found: list[list[Tree]] = []
    for number, member in enumerate(models):
        output = folder / f"{processor}-{number}.conllu"
        if not output.exists():
            _ask(processor, member, text, output)
        found.append(read_trees(output))
    return found


def _ask(processor: str, member: Path, text: Path, output: Path) -> None:
    """Write the sentences of `text` with what the member's tagger (`pos`) or parser (`depparse`) says of them."""
    unfinished = output.with_suffix(".part")
    model, vectors, log = member / f"{processor}.pt", member / "vectors.pt", output.parent / f"{output.stem}.log"
    further = {"no_gold_labels": True, "batch_size": BATCH[processor]}
    programs.predict(processor, model, vectors, "de", text, unfinished, log=log, **further)
    unfinished.rename(output)
