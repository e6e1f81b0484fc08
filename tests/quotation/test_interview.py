"""How an outlet is called where it asks."""

import pytest

from attrib.quotation.interview import names_of_outlet


@pytest.mark.parametrize(
    ("publisher", "label"),
    [
        ("Hafenbote", "Hafenbote"),
        ("Hafenbote", "HAFENBOTE"),
        ("Alterwiker Neue Zeitung", "ANZ"),
        ("hafenbote.de", "Hafenbote"),
        ("www.hafenbote.de", "Hafenbote"),
    ],
)
def test_an_outlet_asks_under_its_name_or_initials(publisher: str, label: str) -> None:
    """In any case of letters."""
    assert label.casefold() in names_of_outlet(publisher)


def test_an_unknown_outlet_has_no_name() -> None:
    """Nor has one of a single letter any initials."""
    assert names_of_outlet(None) == frozenset()
    assert "h" not in names_of_outlet("Hafenbote")
