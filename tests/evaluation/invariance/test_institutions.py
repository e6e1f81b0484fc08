"""Institutions in place of others."""

import pytest

from attrib.evaluation.invariance.vocabulary import Institution
from tests.evaluation.invariance.passages import applies, new

POLICE = "Nach Angaben der Polizei floh der Fahrer zu Fuß."
WEATHER = "Laut dem Wetterdienst schneit es am Abend."
YARD = "Die Fähre fährt wieder. Das gab die Werft bekannt."
WORDS = (
    Institution(
        kind="adjective",
        gender="Fem",
        nominative="Neue Bank",
        oblique="Neuen Bank",
        known_as=("neue-bank",),
    ),
    Institution(kind="adjective", gender="Masc", nominative="Rote Ring", oblique="Roten Ring", known_as=("rote-ring",)),
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [(POLICE, "Angaben der Neuen Bank"), (WEATHER, "dem Roten Ring"), (YARD, "die Neue Bank")],
)
def test_the_other_one_has_gender_and_case(text: str, speaker: str) -> None:
    """The article stays, the adjective agrees."""
    found = new(text, "institution:adjective", institutions=WORDS)
    assert found.speakers == [speaker]


def test_the_source_is_the_other_one() -> None:
    """Under any of its names."""
    assert new(POLICE, "institution:adjective", institutions=WORDS).change.renamed == {
        "polizei": frozenset({"neue-bank"})
    }


@pytest.mark.parametrize(
    "text",
    [
        "Die Gewerkschaft Handel und Verkehr (GHV) warnte vor Kürzungen. Die Gewerkschaft forderte mehr Geld.",
        "Der südkoreanische Geheimdienst meldete, zwei Schiffe seien ausgelaufen.",
        "Vom Trainer liegt nur die Äußerung vor, er werde bleiben.",
        "Der Wirt sagte, das Treffen falle aus.",
        "Seoul erklärte, die Grenze bleibe geschlossen.",
    ],
)
def test_where_no_other_one_fits(text: str) -> None:
    """One that is named again, one with an adjective; persons, no article."""
    assert not applies(text, "institution:word")
