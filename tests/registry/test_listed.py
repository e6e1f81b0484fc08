"""The parties of the generated lists, behind those made by hand."""

import time
from importlib import resources
from pathlib import Path

import pytest

from attrib.registry.by_hand import compiled, digest, files_of
from attrib.registry.listed import STEM, shipped
from attrib.registry.registry import known_parties, load_registry
from attrib.registry.spelling import name_keys
from attrib.text.loading import languages, load_language
from training.registry.writing import institution_names

REGISTRY = load_registry()
FOLDER = resources.files("attrib.registry")
_PARTIES, _WITH_WIKIDATA = 3_000, 2_500
_SECONDS = 0.15


def test_thousands_of_parties_have_an_origin_and_a_day() -> None:
    """Every listed one says which lists it is from, and the day of the last."""
    entries = [entry for entry in map(shipped().get, shipped().ids()) if entry is not None]
    assert len(entries) >= _PARTIES
    assert sum(entry.wikidata is not None for entry in entries) >= _WITH_WIKIDATA
    assert all(entry.origin and entry.as_of for entry in entries)


def test_links_of_listed_parties_lead_somewhere() -> None:
    """To parties of the lists or made by hand."""
    for id_ in shipped().ids():
        entry = REGISTRY.by_id[id_]
        links = [entry.speaks_for, entry.part_of, entry.party, *(term.speaks_for for term in entry.terms)]
        assert all(link in REGISTRY.by_id for link in links if link is not None), id_


def test_the_parties_made_by_hand_are_kept_as_they_are_written() -> None:
    """`python -m training.registry --by-hand` was run after the last change of a list."""
    kept = compiled(FOLDER)
    assert (
        (FOLDER / "generated" / "by_hand.json").read_text(encoding="utf-8").startswith(f'{{"digest":"{digest(FOLDER)}"')
    )
    assert [found.entry for found in kept] == [found.entry for found in files_of(Path(str(FOLDER)))]


def test_names_of_institutions_are_listed_by_the_stems_of_each_language() -> None:
    """A change of the grammar makes the lists anew."""
    entries = [entry for entry in map(shipped().get, shipped().ids()) if entry is not None and not entry.person]
    for code in languages():
        for language, _, stems, party in institution_names(entries, load_language(code)):
            assert party in shipped().institutions(language, stems.split(STEM))


def test_the_registry_is_read_quickly() -> None:
    """With everything made by hand; the word lists, which others need too, are there."""
    begun = time.process_time()
    load_registry.__wrapped__()
    assert time.process_time() - begun < 2 * _SECONDS  # twice: other tests run beside this one


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Sergei Lawrow", "sergei-lavrov"),
        ("Barack Obama", "barack-obama"),
        ("George Bush", "george-w-bush"),
        ("Condoleezza Rice", "condoleezza-rice"),
        ("Moon Jae In", "moon-jae-in"),
        ("Ulla Schmidt", "ulla-schmidt"),
    ],
)
def test_people_are_found_by_their_full_names(name: str, id_: str) -> None:
    """In any transliteration."""
    assert [entry.id for entry in REGISTRY.people_called(name_keys(name))] == [id_]


@pytest.mark.parametrize(
    ("noun", "country", "on", "id_"),
    [
        ("Präsident", "US", "2012-05-05", "barack-obama"),
        ("Präsident", "UA", "2012-05-05", "viktor-yanukovych"),
        ("Präsident", "FR", "2024-02-02", "emmanuel-macron"),
        ("Außenministerin", "US", "2007", "condoleezza-rice"),
        ("Generalstabschef", "RU", "2022-03-01", "valery-gerasimov"),
        ("Außenministerium", "PL", None, "pl-foreign-ministry"),
        ("Armee", "EG", None, "eg-armed-forces"),
        ("Regierung", "UA", None, "ua-government"),
    ],
)
def test_a_noun_names_the_holder_of_the_day(noun: str, country: str, on: str | None, id_: str) -> None:
    """Institutions at any time, people within their terms; what is made by hand stands before the lists."""
    assert [entry.id for entry in REGISTRY.by_role(noun, country, on=on)] == [id_]


@pytest.mark.parametrize(
    ("noun", "on"), [("Präsident", None), ("Präsident", "2031"), ("Verteidigungsminister", "1901")]
)
def test_nobody_is_named_outside_every_known_term(noun: str, on: str | None) -> None:
    """Nor without a date."""
    assert REGISTRY.by_role(noun, "FR", on=on) == ()


def test_an_entry_made_by_hand_has_the_terms_of_the_lists() -> None:
    """The lists know that Putin was head of the government, whoever wrote his entry does not say it."""
    terms = REGISTRY.by_id["vladimir-putin"].terms
    assert any("Ministerpräsident" in term.title and term.from_.startswith("1999") for term in terms)


@pytest.mark.parametrize(
    ("address", "id_"),
    [("sergey-lavrov", "sergei-lavrov"), ("waleri-gerassimow", "valery-gerasimov"), ("nobody-at-all", None)],
)
def test_ids_made_of_other_names_lead_to_the_party(address: str, id_: str | None) -> None:
    """What texts called a party before it was registered."""
    assert known_parties().at_address(address) == id_
