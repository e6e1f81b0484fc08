"""A party without a name, or with an inflected one, is shown in the nominative; a name of letters is no person's."""

import pytest

from attrib.records import Source
from tests import frozen


def shown(mention: str) -> Source:
    """The row of the party that is asked about in the case of this mention."""
    text = next(item.text for item in frozen.mention_cases() if item.mention == mention)
    annotation = frozen.annotated_text(text, publisher="Küstenbote")
    link = next(
        link
        for statement in annotation.statements
        for link in statement.sources
        if link.mention == mention and link.relation == "states"
    )
    return next(item for item in annotation.sources if item.id == link.source)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Angaben vom Dienstag", "Angaben vom Dienstag"),
        ("Ein DNA-Test", "Ein DNA-Test"),
        ("Angaben der Gutachterin", "Die Gutachterin"),
        ("Einem früheren Mitarbeiter", "Ein früherer Mitarbeiter"),
        ("Ansicht von Gegnern", "Gegner"),
        ("Angaben eines 43-jährigen Beamten", "Ein 43-jähriger Beamter"),
        ("Angaben des saudi-arabischen Gesundheitsministeriums", "Saudi-arabisches Gesundheitsministerium"),
        ("einer Mitteilung der Bremerhavener Polizei", "Bremerhavener Polizei"),
        ("Angaben des Blauen Kreuzes", "Blaues Kreuz"),
    ],
)
def test_names_are_in_the_nominative(mention: str, name: str) -> None:
    """Whatever case the text has them in; what stands behind the noun stays as it is."""
    assert shown(mention).name == name


def test_letters_are_no_person() -> None:
    """*Ein Sprecher von EWE*: an organisation, though nobody says what it is."""
    assert shown("Ein Sprecher von EWE").kind == "other"
