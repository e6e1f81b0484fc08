import re

import pytest

from attrib.models import find_models
from attrib.parse.morphology.cells import BARE, nominal_mask, verb_mask
from attrib.parse.morphology.lexicon import UNKNOWN, Lexicon
from attrib.parse.morphology.table import load_table
from attrib.text.entries import Paradigm
from attrib.text.loading import load_language

GERMAN = load_language("de")


def shipped() -> Lexicon:
    """The lexicon as the parser sets it up."""
    path = find_models("de", None).morphology
    assert path is not None
    return Lexicon(load_table(path), GERMAN.paradigms)


LEXICON = shipped()


@pytest.mark.parametrize(
    ("form", "can", "cannot"),
    [
        ("Schleuse", "Nom.Fem.Sing Dat.Fem.Sing", "Nom.Masc.Sing Nom.Neut.Sing Nom.Fem.Plur"),
        ("Kanalschleusen", "Nom.Fem.Plur Gen.Fem.Plur", "Nom.Fem.Sing"),
        ("Bezirksrates", "Gen.Masc.Sing", "Nom.Masc.Sing Dat.Masc.Sing"),
        ("Felde", "Dat.Neut.Sing", "Nom.Neut.Sing"),
        ("Spenden", "Dat.Fem.Plur", "Dat.Fem.Sing"),
        ("See", "Nom.Masc.Sing Nom.Fem.Sing", "Nom.Neut.Sing"),
        ("Reisenden", "Nom.Masc.Plur Dat.Fem.Sing", "Nom.Masc.Sing"),
    ],
)
def test_nouns(form: str, can: str, cannot: str) -> None:
    """Full forms, compounds by their last part, nouns of two genders, nouns that are inflected like adjectives."""
    cells = LEXICON.entry(form, "NOUN").cells
    assert cells & nominal_mask(can) == nominal_mask(can) & cells
    assert all(cells & nominal_mask(cell) for cell in can.split())
    assert not cells & nominal_mask(cannot)


def test_names() -> None:
    """Names of places are no certainty, because people are called so too; their genitives are."""
    assert LEXICON.entry("Hameln", "PROPN").cells & nominal_mask("Dat.Neut.Sing")
    assert not LEXICON.entry("Hameln", "PROPN").sure
    assert LEXICON.is_genitive_name("Hamelns")
    assert not LEXICON.is_genitive_name("Hameln")
    assert LEXICON.entry("Ptschrk", "PROPN") == UNKNOWN


@pytest.mark.parametrize(
    ("form", "can", "cannot"),
    [
        ("betrog", ["PRT S3"], ["INF", "PA2", "PRÄ S3"]),
        ("betrogen", ["PA2", "PRT P3"], ["INF", "PRÄ P3"]),
        ("verlassen", ["PA2", "INF", "PRÄ P3"], ["PRT P3"]),
        ("wiederzusehen", ["INF"], ["PRÄ P3", "PA2"]),
        ("gegenüberlag", ["PRT S3"], ["INF"]),
        ("müsste", ["KJ2 S3"], ["PRÄ S3"]),
    ],
)
def test_verbs(form: str, can: list[str], cannot: list[str]) -> None:
    """Finite forms, participles, infinitives, also of separable verbs and in the spelling of today."""
    cells = LEXICON.entry(form, "VERB").cells
    assert all(cells & verb_mask([cell]) for cell in can)
    assert not cells & verb_mask(cannot)


@pytest.mark.parametrize(
    ("form", "bare", "degree"),
    [
        ("schmal", True, "Pos"),
        ("schmale", False, "Pos"),
        ("schmaler", True, None),
        ("schmalste", False, "Sup"),
        ("länger", True, "Cmp"),
        ("teure", False, None),
        ("höchsten", False, "Sup"),
        ("weise", True, "Pos"),
    ],
)
def test_adjectives(form: str, bare: bool, degree: str | None) -> None:
    """Whether a form may be without ending, and its degree where only one is possible."""
    entry = LEXICON.entry(form, "ADJ")
    assert bool(entry.cells & BARE) is (bare or not entry.sure)
    assert entry.feats == (None if degree is None else f"Degree={degree}")


def test_adjectives_of_places() -> None:
    """*die Leipziger Messe*: one form for all cells, in every case."""
    entry = LEXICON.entry("Leipziger", "ADJ")
    assert entry.cells & nominal_mask("Acc.Fem.Sing")
    assert entry.cells & nominal_mask("Dat.Plur")
    assert entry.cells & BARE


def test_closed_classes() -> None:
    """Articles, determiners and pronouns have the cells of their paradigm."""
    assert LEXICON.entry("Den", "DET").cells == nominal_mask("Acc.Masc.Sing Dat.Plur")
    assert LEXICON.entry("keines", "DET").cells == nominal_mask("Gen.Masc.Sing Gen.Neut.Sing")
    assert LEXICON.entry("denen", "PRON").cells == nominal_mask("Dat.Plur")
    assert LEXICON.declension("den") == "weak"
    assert LEXICON.declension("keines") == "mixed"
    assert LEXICON.declension(None) == "strong"
    assert LEXICON.declension("blau") is None


def test_features_that_a_form_always_has() -> None:
    """Counted in the treebanks: pronominal adverbs are demonstrative."""
    entry = LEXICON.entry("Davon", "ADV")
    assert (entry.feats, entry.exactly) in {("PronType=Dem", True), (None, False)}
    assert LEXICON.entry("damit", "ADV").feats == "PronType=Dem"


def test_paradigms_hold() -> None:
    """Every paradigm has cells that exist; a preposition governs one set of cases."""
    assert all(nominal_mask(cells) for paradigm in GERMAN.paradigms for cells in paradigm.endings.values())
    forms = [form for entry in GERMAN.governing_prepositions for form in entry.forms]
    assert len(forms) == len(set(forms))
    assert {paradigm.declension for paradigm in GERMAN.paradigms if "ADJ" in paradigm.tags} == {
        "weak",
        "mixed",
        "strong",
    }


@pytest.mark.parametrize("paradigm", GERMAN.paradigms, ids=lambda paradigm: f"{paradigm.tags[0]}:{paradigm.stems[0]}")
def test_example_shows_the_paradigm(paradigm: Paradigm) -> None:
    """A form of the paradigm stands in its example; of the endings of adjectives, a word with one."""
    shown = re.findall(r"\w+", paradigm.example.lower())
    if "ADJ" in paradigm.tags:
        assert any(word.endswith(tuple(paradigm.endings)) for word in shown)
    else:
        assert {stem + ending for stem in paradigm.stems for ending in paradigm.endings} & set(shown)
