"""Who is who: entries, their names and roles, and files of one's own."""

from pathlib import Path

import pytest

from attrib.errors import ResourceError
from attrib.records import Source
from attrib.registry.registry import RegistrySource, build_registry, load_registry, to_source
from attrib.text.loading import load_language

REGISTRY = load_registry()

SEED_SOURCES = [
    "nis",
    "jcs-kr",
    "kr-government",
    "kr-presidential-office",
    "kim-yong-hyun",
    "yoon-suk-yeol",
    "kp-government",
    "kim-jong-un",
    "pentagon",
    "lloyd-austin",
    "us-government",
    "white-house",
    "john-kirby",
    "antony-blinken",
    "cho-tae-yul",
    "us-and-allies",
    "nato",
    "nato-allies",
    "farah-dakhlallah",
    "ua-government",
    "volodymyr-zelensky",
    "kyrylo-budanov",
    "hur",
    "ru-government",
    "kremlin",
    "dmitry-peskov",
    "vladimir-putin",
    "alexander-lukashenko",
    "xi-jinping",
    "bbc",
    "russian-war-bloggers",
    "reuters",
    "atlantic-council",
    "kurier",
]


def ids(found: tuple[RegistrySource, ...]) -> list[str]:
    """The ids of what a lookup found."""
    return sorted(entry.id for entry in found)


def source(id: str, **fields: object) -> RegistrySource:
    """An entry with the least it needs and these fields."""
    plain = {"id": id, "name": {"de": id.title(), "en": id.title()}, "kind": "other"}
    return RegistrySource.model_validate({**plain, **fields}, strict=False)


def folder_with(tmp_path: Path, yaml: str) -> Path:
    """A directory with one list of sources."""
    (tmp_path / "own.yml").write_text(yaml, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("id", SEED_SOURCES)
def test_parties_of_the_seeds_are_registered(id: str) -> None:
    """Every party that the five articles credit has its entry."""
    assert id in REGISTRY.by_id


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("NIS", "nis"),
        ("dem NIS", "nis"),
        ("südkoreanischer  Geheimdienst", "nis"),
        ("Südkoreanischer Geheimdienst", "nis"),
        ("National Intelligence Service", "nis"),
        ("das Pentagon", "pentagon"),
        ("US-Regierung", "us-government"),
        ("Weißes Haus", "white-house"),
        ("Kim Jong Un", "kim-jong-un"),
        ("der Kreml", "kremlin"),
        ("António Guterres", "antonio-guterres"),
    ],
)
def test_names_find_one_party(text: str, id: str) -> None:
    """Articles, spaces, Unicode form and the capital at the beginning of a sentence do not matter."""
    assert ids(REGISTRY.by_alias(text)) == [id]


@pytest.mark.parametrize("text", ["nis", "Kim", "Geheimdienst", "Seoul", "", "der"])
def test_other_words_are_no_names(text: str) -> None:
    """Case matters; family names, common nouns and places are not names of a party."""
    assert REGISTRY.by_alias(text) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Budanow", ["kyrylo-budanov"]),
        ("Budanov", ["kyrylo-budanov"]),
        ("Zelensky", ["volodymyr-zelensky"]),
        ("Selenski", ["volodymyr-zelensky"]),
        ("von der Leyen", ["ursula-von-der-leyen"]),
        ("Pentagon", []),
    ],
)
def test_family_names_in_every_spelling(name: str, expected: list[str]) -> None:
    """A family name gives all its bearers, in any registered transliteration."""
    assert ids(REGISTRY.by_family_name(name)) == expected


def test_a_family_name_gives_all_its_bearers() -> None:
    """Whoever else is called so, none is left out."""
    assert {"kim-jong-un", "kim-yong-hyun"} <= set(ids(REGISTRY.by_family_name("Kim")))


@pytest.mark.parametrize(
    ("noun", "country", "expected"),
    [
        ("Verteidigungsminister", "KR", ["kim-yong-hyun"]),
        ("Verteidigungsminister", "US", ["lloyd-austin"]),
        ("Geheimdienst", "KR", ["nis"]),
        ("Geheimdienstchef", "UA", ["kyrylo-budanov"]),
        ("Militärgeheimdienst", "UA", ["hur"]),
        ("Streitkräfte", "KR", ["jcs-kr"]),
        ("Präsidialamt", "KR", ["kr-presidential-office"]),
        ("Präsident", "BY", ["alexander-lukashenko"]),
        ("Machthaber", "KP", ["kim-jong-un"]),
        ("Sprecherin", "nato", ["farah-dakhlallah"]),
        ("Sprecher", "kremlin", ["dmitry-peskov"]),
        ("Verteidigungsminister", "FR", []),
        ("Bäcker", "KR", []),
    ],
)
def test_roles_find_one_party(noun: str, country: str, expected: list[str]) -> None:
    """A common noun with its country or institution gives the party, or none."""
    assert ids(REGISTRY.by_role(noun, country)) == expected


def test_role_without_country_is_ambiguous() -> None:
    """A common noun alone gives everybody it may mean."""
    assert {"vladimir-putin", "yoon-suk-yeol", "xi-jinping"} <= set(ids(REGISTRY.by_role("Präsident", None)))


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (None, True),
        ("2024-12", True),
        ("2024", True),
        ("2024-08", False),
        ("2025-04-04", True),
        ("2025-04-05", False),
        ("2025", True),
        ("2026", False),
    ],
)
def test_office_ends(on: str | None, held: bool) -> None:
    """Outside the term a title no longer means the person; a date too vague to tell still does."""
    office = {"title": "Chefin", "from": "2024-09", "until": "2025-04-04"}
    registry = build_registry([source("a", roles=[{"noun": "Chefin", "of": "AT"}], office=office)])
    assert bool(registry.by_role("Chefin", "AT", on=on)) is held


@pytest.mark.parametrize(
    ("place", "id"),
    [("Seoul", "kr-government"), ("USA", "us-government"), ("Moskau", "ru-government"), ("Kiew", "ua-government")],
)
def test_places_stand_for_governments(place: str, id: str) -> None:
    """A capital or country gives the government it may stand for."""
    assert [entry.id for entry in REGISTRY.entries if place in entry.metonyms] == [id]


def test_people_speak_for_registered_institutions() -> None:
    """Austin speaks for the Pentagon, Peskow for the Kremlin."""
    assert REGISTRY.by_id["lloyd-austin"].speaks_for == "pentagon"
    assert REGISTRY.by_id["dmitry-peskov"].speaks_for == "kremlin"


def test_nobody_is_rated_yet() -> None:
    """The shipped registry judges nobody: every letter is f, with its reason."""
    assert {entry.reliability.letter for entry in REGISTRY.entries} == {"f"}
    assert all(entry.reliability.basis.startswith("Not rated") for entry in REGISTRY.entries)


def test_wikidata_numbers_belong_to_one_entry() -> None:
    """No two parties share a Q-number."""
    numbers = [entry.wikidata for entry in REGISTRY.entries if entry.wikidata]
    assert sorted(set(numbers)) == sorted(numbers)


def test_entry_becomes_a_source_row() -> None:
    """The row carries both names, the links and the origin."""
    assert to_source(REGISTRY.by_id["lloyd-austin"]) == Source(
        id="lloyd-austin",
        name="Lloyd Austin",
        name_en="Lloyd Austin",
        kind="official",
        origin="registry",
        country="US",
        wikidata=REGISTRY.by_id["lloyd-austin"].wikidata,
        speaks_for="pentagon",
        party_to_conflict="no",
    )


def test_registry_is_read_once() -> None:
    """A second call gives the same object."""
    assert load_registry() is REGISTRY


def test_an_entry_of_ones_own_goes_over_the_shipped_one(tmp_path: Path) -> None:
    """One with the same id replaces it whole; everything else stays."""
    (tmp_path / "own.yml").write_text("- {id: nis, name: {de: Dienst, en: Service}, kind: media}\n", "utf-8")
    merged = load_registry(tmp_path)
    assert merged.by_id["nis"].name.de == "Dienst"
    assert set(merged.by_id) == set(load_registry().by_id)


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("- {id: own, name: {de: X, en: X}, kind: media}\n", "own.yml, line 4: source 'own' is there twice"),
        ("- {id: b, name: {de: Reuters, en: X}, kind: media}\n", "own.yml, line 4: 'Reuters' names reuters, b"),
        ("- {id: b, name: {de: X, en: X}, kind: media, part_of: no}\n", "own.yml, line 4: source 'b' points to 'no'"),
        ("- {id: b, name: {de: X, en: X}, kind: paper}\n", "own.yml, line 4"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(tmp_path: Path, second: str, message: str) -> None:
    """Whether an entry is malformed or does not fit the others."""
    first = "- id: own\n  name: {de: Eigen, en: Own}\n  kind: media\n"
    (tmp_path / "own.yml").write_text(first + second, "utf-8")
    with pytest.raises(ResourceError, match=message):
        load_registry(tmp_path)


def test_own_directory_is_merged(tmp_path: Path) -> None:
    """Entries of one's own stand beside the shipped ones, may point to them, and change the fingerprint."""
    own = folder_with(tmp_path, "- {id: hafenbote, name: {de: Hafenbote, en: Hafenbote}, kind: media, part_of: dpa}\n")
    registry = load_registry(own)
    assert ids(registry.by_alias("Hafenbote")) == ["hafenbote"]
    assert len(registry.entries) == len(REGISTRY.entries) + 1
    assert registry.fingerprint != REGISTRY.fingerprint


def test_a_title_that_is_a_common_word_is_no_name() -> None:
    """*Focus* is the outlet only where the text says that an outlet is meant."""
    assert REGISTRY.by_alias("Focus") == ()
    assert ids(REGISTRY.by_title("Focus")) == ["focus-magazine"]
    assert ids(REGISTRY.by_title("Haaretz")) == ["haaretz"]


@pytest.mark.parametrize(
    ("id_", "on", "institution"),
    [
        ("nicolas-sarkozy", "2008-03-27", "fr-government"),
        ("nicolas-sarkozy", "2006-03-27", None),
        ("mariano-rajoy", "2008-02-27", None),
        ("jerzy-buzek", "2010-11-16", None),
        ("kofi-annan", "2006-08-23", "un"),
        ("kofi-annan", "2012-08-23", None),
    ],
)
def test_people_speak_for_an_institution_as_long_as_the_office_lasts(
    id_: str, on: str, institution: str | None
) -> None:
    """Neither the candidate nor the former minister does."""
    assert REGISTRY.by_id[id_].speaks_for_on(on) == institution


def test_fingerprint_depends_on_content_only() -> None:
    """The order of entries does not matter, a changed field does."""
    one, two = source("a"), source("b")
    assert build_registry([one, two]).fingerprint == build_registry([two, one]).fingerprint
    assert build_registry([one, two]).fingerprint != build_registry([one, source("b", country="AT")]).fingerprint


def test_missing_directory_is_named(tmp_path: Path) -> None:
    """A directory that is not there is an error, not an empty registry."""
    with pytest.raises(ResourceError, match="absent is not a directory"):
        load_registry(tmp_path / "absent")


def test_ids_are_unique() -> None:
    """The same id twice is an error, also across directories."""
    with pytest.raises(ResourceError, match="'a' is there twice"):
        build_registry([source("a"), source("a")])


@pytest.mark.parametrize("link", [{"part_of": "x"}, {"speaks_for": "x"}, {"roles": [{"noun": "Chef", "of": "x"}]}])
def test_links_lead_somewhere(link: dict[str, object]) -> None:
    """A link to an unknown id is an error that names both."""
    with pytest.raises(ResourceError, match="'a' points to 'x', which is not in the registry"):
        build_registry([source("a", **link)])


def test_nobody_belongs_to_itself() -> None:
    """A link of an entry to itself is an error."""
    with pytest.raises(ResourceError, match="points to itself"):
        build_registry([source("a", part_of="a")])


def test_double_names_are_refused() -> None:
    """A name that two entries bear must be marked in both."""
    one, two = source("a", abbreviations=["XY"]), source("b", aliases={"de": ["XY"]})
    with pytest.raises(ResourceError, match="'XY' names a, b"):
        build_registry([one, two])


def test_marked_double_names_give_both() -> None:
    """A name marked as shared gives everybody who bears it."""
    one = source("a", abbreviations=["XY"], shared=["XY"])
    two = source("b", aliases={"de": ["XY"]}, shared=["XY"])
    assert ids(build_registry([one, two]).by_alias("XY")) == ["a", "b"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ("id: Bad_Id", "id"),
        ("id: x, wikidata: '7747', checked: by hand", "wikidata"),
        ("id: x, wikidata: Q7747", "checked"),
        ("id: x, country: Korea", "country"),
        ("id: x, kind: spy", "kind"),
        ("id: x, person: true", "family_name"),
        ("id: x, gender: f", "person: true"),
        ("id: x, office: {title: Chef, from: 1.1.2024}", "from"),
        ("id: x, nickname: X", "nickname"),
    ],
)
def test_malformed_entries_are_named(tmp_path: Path, fields: str, field: str) -> None:
    """An entry that does not fit is an error with file, line and field."""
    kind = "" if "kind:" in fields else ", kind: other"
    own = folder_with(tmp_path, f"- {{{fields}, name: {{de: X, en: X}}{kind}}}\n")
    with pytest.raises(ResourceError, match=rf"own\.yml, line 1.*{field}"):
        load_registry(own)


def test_every_country_of_the_registry_has_its_words() -> None:
    """A resolver can only find a party by country if the country's words are listed."""
    known = {country.code for country in load_language("de").countries.entries}
    assert {entry.country for entry in REGISTRY.entries if entry.country} <= known


TWO_TERMS = [
    {"title": "Minister", "roles": [{"noun": "Innenminister", "of": "FR"}], "from": "2020-07-06", "until": "2024-09"},
    {"title": "Minister", "roles": [{"noun": "Justizminister", "of": "FR"}], "from": "2024-12-23", "as_of": "2026-05"},
]


def minister(**fields: object) -> RegistrySource:
    """A person who held two offices."""
    person = {"person": True, "family_name": "Brel", "gender": "m", "terms": TWO_TERMS}
    return source("jean-brel", **{**person, **fields})


@pytest.mark.parametrize(
    ("noun", "on", "found"),
    [
        ("Innenminister", "2020-07-05", False),
        ("Innenminister", "2020-07-06", True),
        ("Innenminister", "2020", True),
        ("Innenminister", "2024-09-30", True),
        ("Innenminister", "2024-10-01", False),
        ("Innenminister", None, False),
        ("Justizminister", "2024-09-01", False),
        ("Justizminister", "2026-05-02", True),
        ("Justizminister", "2026-06-01", False),
    ],
)
def test_a_term_gives_its_roles_within_its_time(noun: str, on: str | None, found: bool) -> None:
    """The noun of an office names its holder from its first day to the last known one, and never without a date."""
    registry = build_registry([minister()])
    assert bool(registry.by_role(noun, "FR", on=on)) is found


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ({"from": "2020"}, "until"),
        ({"from": "2020", "until": "2021", "as_of": "2022"}, "until"),
        ({"from": "2020-03", "until": "2019"}, "after its end"),
    ],
)
def test_a_term_has_one_end_behind_its_beginning(term: dict[str, str], message: str) -> None:
    """A term without an end, with two, or with one before its beginning is refused."""
    with pytest.raises(ValueError, match=message):
        minister(terms=[{"title": "Minister", "roles": [{"noun": "Minister", "of": "FR"}], **term}])


def test_a_term_points_to_registered_institutions_only() -> None:
    """An institution that a term speaks for must be there."""
    with pytest.raises(ResourceError, match="no-such-ministry"):
        build_registry([minister(terms=[{**TWO_TERMS[0], "speaks_for": "no-such-ministry"}])])
