"""Offices and institutions by what English texts call them."""

import pytest

from attrib.registry.registry import load_registry
from attrib.registry.role_names import role_names


@pytest.mark.parametrize(
    ("noun", "country", "expected"),
    [
        ("spy agency", "KR", "nis"),
        ("intelligence service", "KR", "nis"),
        ("president", "UA", "volodymyr-zelensky"),
        ("chancellor", "DE", "olaf-scholz"),
        ("secretary of state", "US", "antony-blinken"),
        ("interior ministry", "FR", "fr-interior-ministry"),
        ("government", "AL", "al-government"),
        ("army", "RU", "ru-military"),
    ],
)
def test_english_role_names(noun: str, country: str, expected: str) -> None:
    """Each means whom the German noun means, on the same day."""
    assert [entry.id for entry in load_registry().by_role(noun, country, on="2022-05-20")] == [expected]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Südkoreas Geheimdienst", "South Korea's spy agency"),
        ("Pentagon", "US Department of Defense"),
        ("ukrainischer Generalstab", "Ukrainian general staff"),
        ("Kreml", "the Kremlin"),
    ],
)
def test_english_aliases(german: str, english: str) -> None:
    """Both names are those of one row."""
    registry = load_registry()
    (one,), (other,) = registry.by_alias(german), registry.by_alias(english)
    assert one.id == other.id


def test_names_of_roles_are_no_german_nouns() -> None:
    """All are in lower case, and the nouns they mean are not."""
    assert all(name == name.lower() for name in role_names())
    assert all(noun[0].isupper() for nouns in role_names().values() for noun in nouns)
