"""The morphology on sentences as a small tagger has them: German, with the table that comes with the models."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from attrib.models import find_models
from attrib.parse.morphology.bundles import Column, Scores
from attrib.parse.morphology.cells import parsed
from attrib.parse.morphology.decoding import Morphology
from attrib.parse.morphology.table import Table, load_table
from attrib.text.analysis import Word
from attrib.text.loading import load_language

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[2] / "cases/morphology/de.yml").read_text("utf-8"))
LIKELIEST = 0.5
"""How sure the tagger of these tests is of each value that it takes for the likeliest."""


def shipped_table() -> Table:
    """The table of the package."""
    path = find_models("de", None).morphology
    assert path is not None
    return load_table(path)


TABLE = shipped_table()


def columns_of(table: Table) -> list[Column]:
    """A column for each value that a feature has in the bundles, and one for its absence."""
    values = {item for feats in table.bundles.values() for text in feats for item in parsed(text).items()}
    absent = {(feature, "") for feature, _ in values}
    return [Column(*item) for item in sorted(values | absent)]


COLUMNS = columns_of(TABLE)


def german() -> Morphology:
    """The morphology as the parser sets it up."""
    known = load_language("de")
    return Morphology(
        TABLE,
        COLUMNS,
        paradigms=known.paradigms,
        prepositions=known.governing_prepositions,
        passive_auxiliaries=known.words.passive_auxiliaries,
    )


MORPHOLOGY = german()
LEMMAS = {"wurde": "werden"}


def tagged(text: str) -> list[Word]:
    """Words from lines of form, part of speech, head, relation and features."""
    rows = [line.split() for line in text.splitlines()]
    return [
        Word(number, form, LEMMAS.get(form, form), tag, feats.strip("_"), int(head), relation, 0, 0)
        for number, (form, tag, head, relation, feats) in enumerate(rows, start=1)
    ]


def scored(words: list[Word]) -> Scores:
    """Rows of scores in which the words' features are likeliest, all other values alike."""
    rows = []
    for word in words:
        values = parsed(word.feats)
        likely = np.array([values.get(column.feature, "") == column.value for column in COLUMNS])
        alike = [sum(other.feature == column.feature for other in COLUMNS) - 1 for column in COLUMNS]
        rows.append(np.log(np.where(likely, LIKELIEST, (1 - LIKELIEST) / np.array(alike))))
    return np.array(rows, dtype=np.float32)


def corrected(text: str) -> dict[str, Word]:
    """The words by their forms."""
    words = tagged(text)
    return {word.text: word for word in MORPHOLOGY.corrected(words, scored(words))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["says"]))
def test_features_are_corrected(case: dict[str, Any]) -> None:
    """What is listed as corrected is there, what is listed as wrong is gone."""
    found = corrected(case["tagged"])
    for form, feats in case["corrected"].items():
        assert parsed(feats).items() <= parsed(found[form].feats).items(), (form, found[form].feats)
    for form, feats in case.get("without", {}).items():
        assert not parsed(feats).items() <= parsed(found[form].feats).items(), (form, found[form].feats)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["says"]))
def test_every_result_is_a_bundle_of_the_treebanks(case: dict[str, Any]) -> None:
    """No word has features together that words of its kind never have together."""
    for word in corrected(case["tagged"]).values():
        bundles = TABLE.bundles[word.upos]
        assert (word.feats or "_") in bundles


def test_nothing_but_features_changes() -> None:
    """Forms, parts of speech and arcs are the parser's."""
    words = tagged(CASES[0]["tagged"])
    found = MORPHOLOGY.corrected(words, scored(words))
    assert [(word.text, word.upos, word.head, word.deprel) for word in found] == [
        (word.text, word.upos, word.head, word.deprel) for word in words
    ]


def test_a_tag_without_bundles_is_left_alone() -> None:
    """A part of speech that the table does not know keeps what the tagger said."""
    (word,) = tagged("§ NEW 0 root Case=Nom")
    assert MORPHOLOGY.corrected([word], scored([word])) == [word]


def test_no_words() -> None:
    """A sentence without words is none."""
    assert MORPHOLOGY.corrected([], np.zeros((0, len(COLUMNS)), dtype=np.float32)) == []


def test_cyclic_arcs() -> None:
    """Arcs in a circle do not hang the search for the subject."""
    text = "kommt VERB 2 conj Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\n" * 2
    words = tagged(text.replace("2 conj", "2 conj", 1))
    assert len(MORPHOLOGY.corrected(words, scored(words))) == 2
