"""Treebank sentences as the training steps need them: read, harmonised, written as CoNLL-U."""

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

RELATIONS = {
    "acl:relcl": "acl",
    "nmod:poss": "nmod",
    "obl:tmod": "obl",
    "flat:name": "flat",
    "csubj:pass": "csubj",
    "nsubj:outer": "nsubj",
    "iobj": "obl:arg",
}
PUD_VERB_FORMS = {"VB": "Inf", "VBN": "Part"}


@dataclass(frozen=True, slots=True)
class Node:
    """One syntactic word; `space` says whether a blank follows its token."""

    form: str
    lemma: str = "_"
    upos: str = "_"
    feats: str = "_"
    head: int = 0
    deprel: str = "_"
    space: bool = True
    xpos: str = "_"
    """Read to harmonise the features, never written: the sets use different tag sets."""


@dataclass(frozen=True, slots=True)
class Contraction:
    """A token that stands for several words, `first` to `last` counted from 1."""

    first: int
    last: int
    form: str
    space: bool = True


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with its words, heads counted from 1, and its contractions."""

    name: str
    nodes: tuple[Node, ...]
    contractions: tuple[Contraction, ...] = ()

    @property
    def tokens(self) -> list[tuple[str, bool, bool]]:
        """Each surface token as form, whether a blank follows, whether it is a contraction."""
        starts = {contraction.first: contraction for contraction in self.contractions}
        found: list[tuple[str, bool, bool]] = []
        number = 1
        while number <= len(self.nodes):
            contraction = starts.get(number)
            if contraction is None:
                node = self.nodes[number - 1]
                found.append((node.form, node.space, False))
                number += 1
            else:
                found.append((contraction.form, contraction.space, True))
                number = contraction.last + 1
        return found

    @property
    def text(self) -> str:
        """The sentence as it was written, without a final blank."""
        return "".join(form + " " * space for form, space, _ in self.tokens).rstrip()

    @property
    def key(self) -> str:
        """What makes two sentences the same for leakage checks: the letters and digits in lower case."""
        return "".join(sign for sign in "".join(node.form for node in self.nodes).lower() if sign.isalnum())


def read_trees(path: Path) -> list[Tree]:
    """All sentences of a CoNLL-U file, which may be packed by gzip; empty nodes left out."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    blocks = content.decode("utf-8").split("\n\n")
    return [_read_tree(block) for block in blocks if block.strip()]


def _read_tree(block: str) -> Tree:
    name = ""
    nodes: list[Node] = []
    contractions: list[Contraction] = []
    for line in block.strip("\n").split("\n"):
        if line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        space = "SpaceAfter=No" not in columns[9]
        if "-" in columns[0]:
            first, _, last = columns[0].partition("-")
            contractions.append(Contraction(int(first), int(last), columns[1], space))
        elif "." not in columns[0]:
            head = int(columns[6]) if columns[6].isdigit() else 0
            nodes.append(Node(columns[1], columns[2], columns[3], columns[5], head, columns[7], space, columns[4]))
    return Tree(name, tuple(nodes), tuple(contractions))


def harmonised(tree: Tree) -> Tree:
    """The tree in the conventions of today's GSD, so that sets from different years can be mixed."""
    return replace(tree, nodes=tuple(_harmonised_node(node) for node in tree.nodes))


def _harmonised_node(node: Node) -> Node:
    relation, upos = RELATIONS.get(node.deprel, node.deprel), node.upos
    form = node.form.lower()
    if relation == "dep" and upos == "DET":
        relation = "det"
    if form in {"als", "wie"} and relation == "cc":  # PUD: größer als, so wie
        relation, upos = "case", "ADP" if form == "als" else "CCONJ"
    if form == "um" and upos == "SCONJ":  # PUD: um … zu
        upos = "ADP"
    return replace(node, upos=upos, deprel=relation, feats=harmonised_feats(node))


def harmonised_feats(node: Node) -> str:
    """PUD's features as GSD has them: verb forms named, passive auxiliaries marked, no degree on adverbs."""
    values = dict(feature.split("=", 1) for feature in node.feats.split("|") if "=" in feature)
    if node.upos in {"VERB", "AUX"}:
        form = "Fin" if "Mood" in values else PUD_VERB_FORMS.get(node.xpos)
        if form is not None:
            values.setdefault("VerbForm", form)
        if values.get("VerbForm") == "Part":
            values.pop("Tense", None)
        if node.deprel == "aux:pass" and node.lemma == "werden" and values.get("VerbForm") in {"Fin", "Part"}:
            values["Voice"] = "Pass"
    if node.upos == "ADV":
        values.pop("Degree", None)
    if node.lemma == "sein" and values.get("Gender[psor]") in {"Masc", "Neut"}:
        values["Gender[psor]"] = "Masc,Neut"
    return "|".join(f"{name}={values[name]}" for name in sorted(values, key=str.lower)) or "_"


def without(trees: Iterable[Tree], held_back: Sequence[Tree]) -> Iterator[Tree]:
    """The trees whose wording is not among the held-back sentences."""
    keys = {tree.key for tree in held_back}
    return (tree for tree in trees if tree.key not in keys)


def conllu(tree: Tree, *, with_xpos: bool = False) -> str:
    """The tree as a CoNLL-U block; XPOS stays empty, because the sets use different tag sets, unless it is ours."""
    starts = {contraction.first: contraction for contraction in tree.contractions}
    lines = [f"# sent_id = {tree.name}", f"# text = {tree.text}"]
    for number, node in enumerate(tree.nodes, start=1):
        contraction = starts.get(number)
        if contraction is not None:
            misc = "_" if contraction.space else "SpaceAfter=No"
            lines.append("\t".join([f"{number}-{contraction.last}", contraction.form, *["_"] * 7, misc]))
        misc = "_" if node.space else "SpaceAfter=No"
        head = "_" if node.deprel == "_" else str(node.head)
        xpos = node.xpos if with_xpos else "_"
        columns = [str(number), node.form, node.lemma, node.upos, xpos, node.feats, head, node.deprel, "_", misc]
        lines.append("\t".join(columns))
    return "\n".join(lines) + "\n\n"


def write_trees(trees: Iterable[Tree], path: Path, *, with_xpos: bool = False) -> Path:
    """Write the trees as one CoNLL-U file and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(conllu(tree, with_xpos=with_xpos) for tree in trees), encoding="utf-8")
    return path
