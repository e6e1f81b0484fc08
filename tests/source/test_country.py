"""To which country a party belongs that only the text knows, by its own words."""

import pytest

from attrib.registry.registry import load_registry
from attrib.source.country import country_of, country_of_party
from attrib.source.name_index import name_index
from attrib.text.analysis import Word
from attrib.text.loading import load_language

GERMAN = load_language("de")
NAMES = name_index(load_registry(), GERMAN).names
TAGS = {"das": "DET", "die": "DET", "der": "DET", "in": "ADP", "für": "ADP", "von": "ADP"}


def words(text: str, adjectives: str) -> list[Word]:
    """Tagged words: those of `adjectives`, small words, and names."""
    tags = [TAGS.get(form, "ADJ" if form in adjectives.split() else "PROPN") for form in text.split()]
    numbered = enumerate(zip(text.split(), tags, strict=True), start=1)
    return [
        Word(number, form, form, tag, "", 0, "dep", 10 * number, 10 * number + len(form))
        for number, (form, tag) in numbered
    ]


@pytest.mark.parametrize(
    ("text", "adjectives", "country"),
    [
        ("Landgericht Mannheim", "", "DE"),
        ("die bayerische Landesbank", "bayerische", "DE"),
        ("der Innsbrucker Staatsanwalt", "Innsbrucker", "AT"),
        ("die SPD-Landtagsfraktion", "", "DE"),
        ("die Grünen", "", "DE"),
        ("das Gericht in Los Angeles", "", "US"),
        ("die kalifornische Firma", "kalifornische", "US"),
        ("die spanische Bank in Mannheim", "spanische", "ES"),
        ("Kampagne für ein Freies Tibet", "Freies", None),
        ("Verein Mannheim Marseille", "", None),
        ("Universität Valencia", "", None),
        ("Google-Konkurrent Kolbe", "", None),
    ],
)
def test_the_only_country_of_the_words(text: str, adjectives: str, country: str | None) -> None:
    """A country that is named decides; places and parties of two countries decide nothing."""
    assert country_of(words(text, adjectives), GERMAN.countries, NAMES) == country


def test_a_party_behind_a_name_tells_the_country() -> None:
    """Ida Falk (*CDU*), Karl Lund (*ÖVP*)."""
    assert country_of_party(words("CDU", ""), NAMES) == "DE"
    assert country_of_party(words("ÖVP", ""), NAMES) == "AT"
    assert country_of_party(words("CDU ÖVP", ""), NAMES) is None
