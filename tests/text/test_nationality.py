"""Which words point to a country."""

import pytest

from attrib.text.loading import load_language
from attrib.text.nationality import without_article

COUNTRIES = load_language("de").countries


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("südkoreanisch", "KR"),
        ("südkoreanischen", "KR"),
        ("Nordkoreanische", "KP"),
        ("US-amerikanischer", "US"),
        ("Kiewer", "UA"),
        ("belarussischem", "BY"),
        ("koreanisch", None),
        ("politisch", None),
    ],
)
def test_adjectives_point_to_countries(word: str, country: str | None) -> None:
    """An adjective of nationality is known in every form, other adjectives are not."""
    assert COUNTRIES.of_adjective(word) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Südkorea", "KR"),
        ("Südkoreas", "KR"),
        ("der Vereinigten Staaten", "US"),
        ("die USA", "US"),
        ("Norwegen", "NO"),
        ("Seoul", None),
        ("Korea", None),
    ],
)
def test_names_of_countries_in_every_form(text: str, country: str | None) -> None:
    """Names of countries are known with and without article, in genitive and dative."""
    assert COUNTRIES.of_name(text) == country


def test_capitals_and_inhabitants_point_to_countries() -> None:
    """Capitals, also in the genitive, and inhabitants are known."""
    assert COUNTRIES.of_capital("Seouls") == "KR"
    assert COUNTRIES.of_inhabitant("Russin") == "RU"
    assert COUNTRIES.of_capital("Kursk") is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [("US-Regierung", ("US", "Regierung")), ("US-", None), ("Regierung", None), ("Nato-Sprecherin", None)],
)
def test_prefixes_point_to_countries(word: str, expected: tuple[str, str] | None) -> None:
    """Only a prefix of a country with a noun behind it is taken apart."""
    assert COUNTRIES.of_prefix(word) == expected


def test_country_codes_are_unique() -> None:
    """Every country is listed once."""
    codes = [country.code for country in COUNTRIES.entries]
    assert sorted(set(codes)) == sorted(codes)


def test_lone_article_is_kept() -> None:
    """An article with nothing behind it stays."""
    assert without_article("der", COUNTRIES.articles) == "der"
    assert without_article(" die  USA ", COUNTRIES.articles) == "USA"
