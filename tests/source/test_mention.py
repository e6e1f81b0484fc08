"""Names are found in all their forms, shown in the nominative, and made into ids."""

import pytest

from attrib.languages.de.nouns import name_in_nominative, stem
from attrib.records import Document
from attrib.registry.entry import RegistrySource
from attrib.registry.registry import build_registry
from attrib.source.mention import find_names
from attrib.source.name_index import name_index
from attrib.text.analysis import Analysis, Entity, Sentence, Word
from attrib.text.kebab import kebab
from attrib.text.loading import load_language
from attrib.text.text import Text

GERMAN = load_language("de")


def entry(id: str, name: str, kind: str, **fields: object) -> RegistrySource:
    """An entry of the registry."""
    return RegistrySource.model_validate({"id": id, "name": {"de": name, "en": name}, "kind": kind, **fields})


def kim(id: str, given: str, kind: str) -> RegistrySource:
    """One of two who share a family name."""
    return entry(id, f"Kim {given}", kind, person=True, gender="m", family_name="Kim", given_name=given)


REGISTRY = build_registry(
    (
        kim("kim-a", "Jong-un", "head_of_state"),
        kim("kim-b", "Yong-hyun", "official"),
        entry("pentagon", "Pentagon", "ministry"),
        entry("us", "US-Regierung", "government", aliases={"de": ("Vereinigte Staaten",)}),
    )
)


def analysis(*tokens: tuple[str, str, str], entities: tuple[Entity, ...] = ()) -> Analysis:
    """One sentence of (form, tag, relation), words separated by blanks."""
    words: list[Word] = []
    place = 0
    for number, (form, upos, deprel) in enumerate(tokens, start=1):
        words.append(Word(number, form, form, upos, "", 0, deprel, place, place + len(form)))
        place += len(form) + 1
    return Analysis((Sentence(0, 0, 0, place, tuple(words), entities),))


def names(*tokens: tuple[str, str, str], entities: tuple[Entity, ...] = ()) -> list[tuple[str, tuple[str, ...], bool]]:
    """Name, candidates and whether it is a full name, of everything found."""
    document = Document(id="d", name="d.txt", text=" ".join(form for form, _, _ in tokens))
    text = Text(document, (), analysis(*tokens, entities=entities), GERMAN)
    return [(item.name, item.candidates, item.is_full) for item in find_names(text, REGISTRY)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Putin", "Putins"),
        ("Pentagon", "Pentagons"),
        ("Geheimdienst", "Geheimdienstes"),
        ("Vereinigte", "Vereinigten"),
        ("südkoreanische", "südkoreanischer"),
        ("Staaten", "Staat"),
        ("Hans", "Hans’"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    """Cases and numbers do not matter."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["NIS", "USA", "BBC", "UN", "Xi"])
def test_short_words_and_abbreviations_are_their_own_stem(word: str) -> None:
    """Nothing is cut off them."""
    assert stem(word) == word


@pytest.mark.parametrize(("one", "other"), [("Kim", "Kin"), ("Austin", "Austria"), ("Iran", "Irak")])
def test_different_names_have_different_stems(one: str, other: str) -> None:
    """What looks alike stays apart."""
    assert stem(one) != stem(other)


def test_stems_of_a_name() -> None:
    """One for each word, hyphens inside."""
    assert name_index(REGISTRY, GERMAN).names.stems("Kim Jong-uk") == ("Kim", "Jong-uk")


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Dmitri Peskow", "dmitri-peskow"),
        ("Süddeutsche Zeitung", "sueddeutsche-zeitung"),
        ("Weißes Haus", "weisses-haus"),
        ("François Légaré", "francois-legare"),
        ("kurier.at", "kurier-at"),
        ("  A & B  ", "a-b"),
        ("Лавров", ""),
    ],
)
def test_kebab(text: str, id_: str) -> None:
    """Small letters, digits and hyphens; umlauts are written out, accents dropped."""
    assert kebab(text) == id_


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (["Wladimir", "Putins"], "Wladimir Putin"),
        (["Wladimir", "Putin"], "Wladimir Putin"),
        (["Markus", "Garlauskas"], "Markus Garlauskas"),
        (["Angela", "Reis"], "Angela Reis"),
        (["Hans", "Fuchs’"], "Hans Fuchs"),
        (["NIS"], "NIS"),
    ],
)
def test_a_name_is_shown_in_the_nominative(forms: list[str], name: str) -> None:
    """The genitive's -s goes, a name's own stays."""
    assert name_in_nominative(forms) == name


def test_a_full_name_has_one_candidate() -> None:
    """Both bearers of a family name are told apart by it."""
    tokens = (("Kim", "PROPN", "nsubj"), ("Jong-un", "PROPN", "flat"), ("lachte", "VERB", "root"))
    assert names(*tokens) == [("Kim Jong-un", ("kim-a",), True)]


def test_a_family_name_has_all_its_bearers() -> None:
    """Who is meant is decided later."""
    assert names(("Kim", "PROPN", "nsubj"), ("lachte", "VERB", "root")) == [("Kim", ("kim-a", "kim-b"), False)]


def test_inflected_names_are_found() -> None:
    """In the genitive and the dative."""
    tokens = (("den", "DET", "det"), ("Vereinigten", "ADJ", "amod"), ("Staaten", "PROPN", "obl"))
    assert names(*tokens) == [("Vereinigten Staaten", ("us",), True)]


def test_a_person_nobody_registered() -> None:
    """Two proper nouns in a row are a full name, shown in the nominative."""
    tokens = (("Anna", "PROPN", "nsubj"), ("Bergers", "PROPN", "flat"), ("Haus", "NOUN", "obj"))
    assert names(*tokens) == [("Anna Berger", (), True)]


def test_an_organisation_is_no_person() -> None:
    """If the recogniser of names takes the two for an organisation."""
    tokens = (("Clark", "PROPN", "nsubj"), ("University", "PROPN", "flat"))
    assert names(*tokens, entities=(Entity(0, 16, "ORG"),)) == []


def test_a_common_noun_in_lower_case_is_no_name() -> None:
    """*staaten* is not *Vereinigte Staaten*."""
    assert names(("pentagon", "ADJ", "amod"), ("vereinigte", "ADJ", "amod"), ("staaten", "X", "obl")) == []
