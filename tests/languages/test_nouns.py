"""The endings of German nouns, names and adjectives: what a form is in the nominative, and whom a noun is for."""

import pytest

from attrib.languages.de import nouns
from attrib.text.analysis import Word


def word(text: str, lemma: str, upos: str, feats: str = "", relation: str = "nsubj") -> Word:
    """A word by itself."""
    return Word(1, text, lemma, upos, feats, 0, relation, 0, len(text))


@pytest.mark.parametrize(
    ("noun", "bare"),
    [("Geheimdienstes", "Geheimdienst"), ("Ministerien", "Ministeri"), ("Büros", "Büro"), ("Amt", "Amt")],
)
def test_a_bare_noun(noun: str, bare: str) -> None:
    """One ending goes, the first that fits."""
    assert nouns.bare_noun(noun) == bare


def test_forms_of_a_noun() -> None:
    """The noun first, then without an ending of plural or dative."""
    assert nouns.noun_forms("experten") == ("experten", "experte", "expert")


@pytest.mark.parametrize(
    ("adjective", "noun", "nominative"),
    [
        (
            word("Internationalen", "international", "ADJ"),
            word("Gerichtshof", "Gerichtshof", "NOUN", "Gender=Masc"),
            "er",
        ),
        (word("Internationalen", "international", "ADJ"), word("Behörde", "Behörde", "NOUN", "Gender=Fem"), "e"),
        (word("Internationalen", "international", "ADJ"), word("Gericht", "Gericht", "NOUN", "Gender=Neut"), "es"),
        (word("Internationalen", "international", "ADJ"), word("Gerichte", "Gericht", "NOUN", "Number=Plur"), "e"),
    ],
)
def test_an_adjective_in_the_nominative(adjective: Word, noun: Word, nominative: str) -> None:
    """As it stands without an article, with its capital letter."""
    assert nouns.nominative(adjective, noun) == f"International{nominative}"


def test_a_noun_in_the_nominative() -> None:
    """The lemma where the word is in the genitive, else the word."""
    genitive = word("Gerichts", "Gericht", "NOUN", "Case=Gen")
    dative = word("Gericht", "Gericht", "NOUN", "Case=Dat")
    assert (nouns.nominative(genitive, genitive), nouns.nominative(dative, dative)) == ("Gericht", "Gericht")


def test_a_genitive_that_the_text_shows_to_be_one() -> None:
    """*Reis* keeps its -s unless the text has the name without it."""
    assert nouns.name_in_nominative(["Anna", "Reis"], seen={"Rei"}) == "Anna Rei"
    assert nouns.name_in_nominative(["Anna", "Reis"], seen={"Reis"}) == "Anna Reis"
    assert nouns.name_in_nominative(["Anna", "Bergers"], genitive=False) == "Anna Bergers"


def test_a_name_before_its_noun_is_in_the_genitive() -> None:
    """*Anna Bergers Haus*, and *das Haus Anna Bergers* by the tree."""
    name = [word("Bergers", "Berger", "PROPN")]
    assert nouns.is_name_in_genitive([*name, word("Haus", "Haus", "NOUN")], name)
    assert not nouns.is_name_in_genitive(name, name)
    assert nouns.is_name_in_genitive([], [word("Bergers", "Berger", "PROPN", relation="nmod")])


@pytest.mark.parametrize(
    ("noun", "either", "masculine"),
    [("Abgeordnete", True, True), ("Leute", True, True), ("Sprecher", False, True), ("Mitglieder", False, False)],
)
def test_whom_a_noun_is_for(noun: str, either: bool, masculine: bool) -> None:
    """*Sprecher* is for men since there is *Sprecherin*; where the ending leaves it open the article decides."""
    assert nouns.is_of_either_gender(noun.lower()) == either
    assert nouns.is_masculine(noun, {"Sprecherin"}) == masculine
