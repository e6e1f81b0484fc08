"""All that the lists of a language say of a word, with compounds and endings handled once."""

import pytest

from attrib.text.analysis import Sentence, Word
from attrib.text.lexicon import Noun
from tests.frozen import GERMAN

LEXICON = GERMAN.lexicon


def word(text: str, lemma: str = "", upos: str = "NOUN") -> Word:
    """A word by itself."""
    return Word(1, text, lemma or text, upos, "", 0, "root", 0, len(text))


def noun(text: str, lemma: str = "", upos: str = "NOUN") -> Noun:
    """What the lists say of it."""
    return LEXICON.noun(word(text, lemma, upos))


def alone(text: str, upos: str = "NOUN") -> tuple[Word, Sentence]:
    """A word that is a sentence."""
    only = word(text, upos=upos)
    return only, Sentence(0, 0, 0, len(text), (only,))


@pytest.mark.parametrize(
    ("text", "lemma", "kind"),
    [
        ("Sprecherin", "Sprecherin", "official"),
        ("Bürgermeisters", "Bürgermeister", "official"),
        ("Oberbürgermeisterin", "Oberbürgermeisterin", "official"),
        ("Sicherheitsexperten", "Sicherheitsexperte", "expert"),
        ("NATO-Sprecherin", "NATO-Sprecherin", "official"),
        ("Experten", "Expert", "expert"),  # the lemmatiser has cut too much: the form has it
    ],
)
def test_a_person_is_found_in_every_form_and_compound(text: str, lemma: str, kind: str) -> None:
    """By the lemma, by the form, by the last part of a compound."""
    person = noun(text, lemma).person
    assert person is not None
    assert person.kind == kind


@pytest.mark.parametrize(
    ("text", "lemma", "entry"),
    [
        ("Fahrzeuge", "Fahrzeug", "Zeuge"),
        ("Landbahn", "Landbahn", "Bahn"),
        ("Stückzahlen", "Stückzahl", "Zahl"),
        ("Boudegast", "Boudegast", "Gast"),
    ],
)
def test_a_word_that_ends_like_another_is_not_that_one(text: str, lemma: str, entry: str) -> None:
    """Not every word that ends so is a compound, and of some nouns no compound means the same."""
    upos = "PROPN" if text == "Boudegast" else "NOUN"
    found = noun(text, lemma, upos)
    entries = (found.person, found.institution, found.reporting)
    assert entry not in [item.lemma for item in entries if item is not None]


def test_a_known_lemma_keeps_the_form_from_ending_by_chance() -> None:
    """*Soldaten* are soldiers, and no *Daten*."""
    found = noun("Soldaten", "Soldat")
    assert found.person is not None
    assert found.reporting is None


def test_one_noun_is_in_several_classes() -> None:
    """*Bericht* is what somebody says and what words can stand in; *Zeitung* an institution and a medium."""
    report, paper = noun("Untersuchungsberichts", "Untersuchungsbericht"), noun("Tageszeitungen", "Tageszeitung")
    assert report.reporting is not None
    assert report.is_medium
    assert paper.institution is not None
    assert paper.is_medium
    assert paper.is_party


@pytest.mark.parametrize(
    ("text", "upos", "speaks"),
    [
        ("Richterin", "NOUN", True),
        ("Staatsanwaltschaft", "NOUN", True),
        ("Weber", "PROPN", True),
        ("er", "PRON", True),
        ("NGO", "NOUN", True),  # an abbreviation
        ("Finne", "NOUN", True),  # an inhabitant
        ("Regenwetter", "NOUN", False),
        ("Tisch", "NOUN", False),
        ("etwas", "PRON", False),
    ],
)
def test_who_can_speak(text: str, upos: str, speaks: bool) -> None:
    """Persons, institutions, names, pronouns of persons; not things."""
    assert LEXICON.speaks(*alone(text, upos)) is speaks


@pytest.mark.parametrize(
    ("run", "before"),
    [
        (["Professorin", "Weber"], 1),
        (["Delmenhorster", "Bürgermeisterin", "Lea", "Stamm"], 2),
        (["Lea", "Stamm"], 0),
        (["Premier"], 0),  # what stands alone is the name
    ],
)
def test_how_many_words_come_before_a_name(run: list[str], before: int) -> None:
    """Offices and professions, with what stands before them."""
    assert LEXICON.nouns.titles([word(text, upos="PROPN") for text in run]) == before


@pytest.mark.parametrize(
    ("text", "lemma", "spelled"),
    [
        ("Justizministeriums", "Justizministerien", "Justizministerium"),  # whatever the lemmatiser makes of it
        ("Landesamtes", "Landesamt", "Landesamt"),
        ("Behörde", "Behörde", "Behörde"),
        ("Ämter", "Amt", ""),
    ],
)
def test_how_an_institution_is_spelled_in_the_nominative(text: str, lemma: str, spelled: str) -> None:
    """As the list has its last part; nothing where that is not in the word as it is written."""
    entry = LEXICON.nouns.institution(word(text, lemma))
    assert entry is not None
    assert LEXICON.nouns.spelled(word(text, lemma), entry) == spelled


def test_the_event_of_a_compound_is_that_of_its_last_part_if_that_is_long() -> None:
    """*Truppenentsendung* is a deployment; a *Wahlkampf* is no *Kampf*."""
    whole, compound = LEXICON.event(word("Entsendung")), LEXICON.event(word("Truppenentsendung"))
    assert whole is not None
    assert compound == whole
    assert LEXICON.event(word("Kampf")) is not None
    assert LEXICON.event(word("Wahlkampf")) is None


def test_an_adverb_is_known_as_an_adjective_too() -> None:
    """*angeblich* and *angeblichen*, the latter as an adjective alone."""
    adverb = LEXICON.adverb(word("angeblich", upos="ADV"))
    assert adverb is not None
    assert LEXICON.adverb(word("angeblichen", upos="ADJ")) == adverb
    assert LEXICON.adverb(word("angeblichen", upos="VERB")) is None
