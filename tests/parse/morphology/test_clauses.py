import numpy as np

from attrib.parse.morphology.bundles import CASE_OF, NUMBER_OF, Scores
from attrib.parse.morphology.cells import CASES, NUMBERS
from attrib.parse.morphology.clauses import Cells, settle
from attrib.text.analysis import Word


def likely(**cases: float) -> Scores:
    """Scores of cells by case alone; a case that is not named is out of the question."""
    scores = np.full(len(CASE_OF), -50, dtype=np.float32)
    for case, score in cases.items():
        scores[CASES.index(case) == CASE_OF] = score
    return scores


def case_of(cells: Cells) -> str:
    """The case of the best cell."""
    return CASES[CASE_OF[int(cells.scores.argmax())]]


def number_of(cells: Cells) -> str:
    """The number of the best cell."""
    return NUMBERS[NUMBER_OF[int(cells.scores.argmax())]]


def word(number: int, head: int, deprel: str, upos: str = "NOUN", feats: str = "") -> Word:
    """A word of which only its place in the tree matters."""
    return Word(number, "w", "w", upos, feats, head, deprel, 0, 0)


def test_the_surer_phrase_is_the_subject() -> None:
    """Two phrases that the tagger takes for nominatives: the less sure one is the object."""
    words = [word(1, 2, "nsubj"), word(2, 0, "root", "VERB"), word(3, 2, "obj")]
    found = {0: Cells(likely(Nom=-0.5, Acc=-0.9)), 2: Cells(likely(Nom=-0.1, Acc=-3.0))}
    settle(words, [None, "Sing", None], found)
    assert [case_of(cells) for cells in found.values()] == ["Acc", "Nom"]


def test_the_subject_has_the_number_of_the_verb() -> None:
    """What can be singular or plural is what the verb is."""
    words = [word(1, 2, "nsubj"), word(2, 0, "root", "VERB")]
    found = {0: Cells(likely(Nom=-0.1))}
    settle(words, [None, "Plur"], found)
    assert number_of(found[0]) == "Plur"


def test_subjects_that_are_joined() -> None:
    """*Der Wirt und sein Koch schlafen*: either is in the singular beside a verb in the plural."""
    words = [word(1, 3, "nsubj"), word(2, 1, "conj"), word(3, 0, "root", "VERB")]
    singular = likely(Nom=-0.1) + np.where(NUMBER_OF == 0, 0.0, -1.0).astype(np.float32)
    found = {0: Cells(singular), 1: Cells(singular)}
    settle(words, [None, None, "Plur"], found)
    assert number_of(found[0]) == "Sing"


def test_a_finite_verb_has_a_subject() -> None:
    """The only phrase beside a finite verb is its subject, unless the subject stands with the verb before."""
    words = [word(1, 2, "obj"), word(2, 0, "root", "VERB")]
    found = {0: Cells(likely(Nom=-1.5, Acc=-0.2))}
    settle(words, [None, "Sing"], found)
    assert case_of(found[0]) == "Nom"
    joined = [word(1, 2, "obj"), word(2, 3, "conj", "VERB"), word(3, 0, "root", "VERB")]
    kept = {0: Cells(likely(Nom=-1.5, Acc=-0.2))}
    settle(joined, [None, "Sing", "Sing"], kept)
    assert case_of(kept[0]) == "Acc"


def test_an_infinitive_has_no_subject() -> None:
    """*das Tor öffnen*: what stands beside it is an object."""
    words = [word(1, 2, "obj"), word(2, 0, "root", "VERB")]
    found = {0: Cells(likely(Nom=-0.2, Acc=-1.5))}
    settle(words, [None, None], found)
    assert case_of(found[0]) == "Acc"


def test_what_a_preposition_governs_is_left_out() -> None:
    """*über 300 Gäste kamen*: neither subject nor object is made of a governed phrase."""
    words = [word(1, 2, "obl"), word(2, 0, "root", "VERB")]
    found = {0: Cells(likely(Nom=-1.5, Acc=-0.2), governed=True)}
    settle(words, [None, "Sing"], found)
    assert case_of(found[0]) == "Acc"


def test_the_passive_has_no_object() -> None:
    """Beside a passive participle the accusative is a nominative."""
    words = [word(1, 3, "obj"), word(2, 3, "aux:pass", "AUX"), word(3, 0, "root", "VERB")]
    found = {0: Cells(likely(Nom=-3.0, Acc=-0.2))}
    settle(words, [None, "Sing", None], found)
    assert case_of(found[0]) == "Nom"


def test_reflexives_are_no_subject() -> None:
    """*sich* keeps what the tagger says of it, and the other phrase is the subject."""
    words = [word(1, 2, "obj", "PRON", "Reflex=Yes"), word(2, 0, "root", "VERB"), word(3, 2, "nsubj")]
    found = {0: Cells(likely(Nom=-0.1, Acc=-0.5)), 2: Cells(likely(Nom=-1.0, Acc=-0.4))}
    settle(words, [None, "Sing", None], found)
    assert [case_of(cells) for cells in found.values()] == ["Nom", "Nom"]


def test_many_phrases_are_left_alone() -> None:
    """More than four phrases of one verb are a misread list."""
    words = [*(word(number, 6, "obj") for number in range(1, 6)), word(6, 0, "root", "VERB")]
    found = {place: Cells(likely(Nom=-0.1, Acc=-0.2)) for place in range(5)}
    settle(words, [None] * 5 + ["Sing"], found)
    assert {case_of(cells) for cells in found.values()} == {"Nom"}
