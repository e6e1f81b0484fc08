"""The input files of every training program, written from the cut treebanks."""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.augmentation import (
    DASHES,
    PAIRS,
    augmented,
    ends_in_full_stop,
    has_dashes,
    has_marks,
    quoted_whole,
    some_quoted,
    with_dashes,
    with_marks,
)
from training.corpus import Corpus
from training.frames import framed, read_frames
from training.lemma_data import dictionary, lemma_counts, modern_lemmas, usual_lemmas, verb_lemmas
from training.old_tags import modern, usual_tags
from training.recipe import Augmentation
from training.tokenizer_data import (
    is_usable,
    made_up,
    paragraphs,
    write_expansions,
    write_tokenizer_set,
)
from training.treebank import Tree, write_trees
from training.vectors import encyclopaedia_and_news
from training.word_forms import count_words, further_entries

HERE = Path(__file__).parent


def tokenizer_sentences(trees: Iterable[Tree], plan: Augmentation, chance: random.Random) -> Iterator[Tree]:
    """The usable sentences, and copies with other marks and dashes or wholly in quotation marks."""
    for tree in trees:
        if not is_usable(tree):
            continue
        yield tree
        if has_marks(tree):
            for opening, closing in chance.sample(plan.pairs, plan.tokenizer_quotation_copies):
                yield with_marks(with_dashes(tree, chance.choice("–-—")), opening, closing)
        elif has_dashes(tree):
            yield with_dashes(tree, chance.choice("–-—"))
        elif ends_in_full_stop(tree) and chance.random() < plan.tokenizer_quoted_whole:
            yield quoted_whole(tree, *chance.choice(plan.pairs))


def write_tokenizer_files(corpus: Corpus, plan: Augmentation, seed: int, folder: Path) -> None:
    """Training and development paragraphs, and the contractions."""
    chance = random.Random(seed)
    texts = [*corpus.trees, *corpus.tokens, *corpus.trees_without_feats]
    found = list(paragraphs(list(tokenizer_sentences(texts, plan, chance)), chance=chance))
    found += made_up(HERE / plan.sentences, rounds=plan.made_up_rounds, chance=chance, pairs=plan.pairs)
    chance.shuffle(found)
    write_tokenizer_set(found, folder, "train")
    dev = [
        with_marks(tree, *chance.choice(plan.pairs)) if has_marks(tree) and index % 2 else tree
        for index, tree in enumerate(corpus.dev)
    ]
    write_tokenizer_set(paragraphs(dev, chance=chance), folder, "dev")
    write_expansions(texts, folder / "mwt.json")


def write_contraction_files(corpus: Corpus, folder: Path) -> None:
    """Sentences with contractions for the expander."""
    texts = [*corpus.trees, *corpus.tokens, *corpus.trees_without_feats]
    write_trees((tree for tree in texts if tree.contractions), folder / "train.conllu")
    write_trees((tree for tree in corpus.dev if tree.contractions), folder / "dev.conllu")


def write_tree_files(corpus: Corpus, plan: Augmentation, seed: int, folder: Path) -> None:
    """What tagger and parser learn from: fully annotated trees, trees without features, tags without trees."""
    chance = random.Random(seed)
    usual = usual_tags(corpus.trees)
    full = list(augmented(corpus.trees, copies=plan.quotation_copies, chance=chance))
    full += framed(corpus.trees, read_frames(HERE / "frames.conllu"), share=plan.framed, chance=chance)
    full += some_quoted(corpus.trees, share=plan.quoted_whole, chance=chance)
    part = list(modern(augmented(corpus.trees_without_feats, copies=plan.quotation_copies, chance=chance), usual))
    tags = list(augmented(modern(corpus.tags, usual), copies=1, chance=chance))
    write_trees(full, folder / "full.conllu")
    write_trees([*(_without_heads(tree) for tree in tags), *part], folder / "tags.conllu")
    write_trees([*full, *part], folder / "gold.conllu")
    write_trees(corpus.dev, folder / "dev.conllu")


def _without_heads(tree: Tree) -> Tree:
    return replace(tree, nodes=tuple(replace(node, deprel="_") for node in tree.nodes))


def write_lemma_examples(trees: Iterable[Tree], dev: Iterable[Tree], seed: int, folder: Path) -> None:
    """One example of each form, tag and lemma for the seq2seq model, in an order drawn by `seed`."""
    examples = {
        (node.form, node.upos, node.lemma): Tree("type", (replace(node, head=0, deprel="root", feats="_", space=True),))
        for tree in trees
        for node in tree.nodes
        if node.lemma != "_" and node.upos != "PUNCT"
    }
    types = list(examples.values())
    random.Random(seed).shuffle(types)
    write_trees(types, folder / "train.conllu")
    write_trees(dev, folder / "dev.conllu")


def write_lemma_files(data: Path, corpus: Corpus, seed: int, folder: Path) -> None:
    """One example of each form, tag and lemma for the seq2seq model, and the form dictionary before it."""
    gsd = [tree for tree in corpus.trees if tree.name.startswith(("dev", "test"))]
    usual = usual_lemmas(corpus.trees) | usual_lemmas(gsd)
    known = lemma_counts([*corpus.trees, *corpus.tokens, *corpus.tags])
    old = [*corpus.trees_without_feats, *modern(corpus.tags, usual_tags(corpus.trees))]
    older = list(modern_lemmas(old, usual, known))
    write_lemma_examples([*corpus.trees, *older], corpus.dev, seed, folder)
    entries = dictionary([*gsd, *corpus.trees], older, corpus.tokens, verb_lemmas(data))
    for mark in {mark for pair in PAIRS for mark in pair} | DASHES | {"…"}:
        entries["PUNCT"].setdefault(mark, mark)
    for tag, found in further_entries(count_words(encyclopaedia_and_news(data)), entries).items():
        entries[tag] |= found
    (folder / "dictionary.json").write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")
