"""Speakers of more words."""

import pytest

from attrib.evaluation.invariance.vocabulary import Attribute
from tests.evaluation.invariance.passages import VOCABULARY, applies, new

INN = "Der Wirt sagte, das Treffen falle aus."
BEHIND = "„Der Pass ist offen“, sagte der Wirt."
MEIER = "Meier sagte, die Deiche seien sicher. Dies wäre die erste Prüfung."
LABEL = "Bürgermeisterin Anna Berger: „Das Freibad bleibt in diesem Sommer geschlossen.“"
LANDLORDS = "Die Wirte klagten über den Regen."
AWARE = (Attribute(stem="mit der Sache nicht befasst", of="any"),)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (INN, "Der mit der Sache nicht befasste Wirt"),
        (BEHIND, "der mit der Sache nicht befasste Wirt"),
        ("Nach Angaben der Polizei floh der Fahrer zu Fuß.", "Angaben der mit der Sache nicht befassten Polizei"),
        ("Laut dem Wetterdienst schneit es am Abend.", "dem mit der Sache nicht befassten Wetterdienst"),
        (LANDLORDS, "Die mit der Sache nicht befassten Wirte"),
        (
            "Experten halten es für möglich, dass der Hang ins Rutschen gerät.",
            "Mit der Sache nicht befasste Experten",
        ),
    ],
)
def test_an_attribute_has_the_ending_that_the_article_asks_for(text: str, speaker: str) -> None:
    """It stands between article and noun, and is part of the speaker."""
    assert new(text, "speaker:attribute", attributes=AWARE).speakers == [speaker]


def test_where_no_attribute_fits() -> None:
    """Names that are registered, and articles in one word with a preposition."""
    assert not applies("Das Pentagon teilte mit, dass die Übung verschoben wurde.", "speaker:attribute")
    assert not applies("Vom Trainer liegt nur die Äußerung vor, er werde bleiben.", "speaker:attribute")


def test_who_is_known_is_not_called_unnamed() -> None:
    """*Nicht namentlich genannt* goes with an indefinite article only."""
    unnamed = tuple(each for each in VOCABULARY.attributes if each.of == "unknown")
    both = (*AWARE, *unnamed)
    assert new(INN, "speaker:attribute", attributes=both).speakers == ["Der mit der Sache nicht befasste Wirt"]


@pytest.mark.parametrize(
    ("text", "new_text"),
    [
        (INN, "Der Wirt, Mitglied des Rates, sagte, das Treffen falle aus."),
        (BEHIND, "„Der Pass ist offen“, sagte der Wirt, Mitglied des Rates."),
        (MEIER, "Meier, Mitglied des Rates, sagte, die Deiche seien sicher. Dies wäre die erste Prüfung."),
    ],
)
def test_an_apposition_is_part_of_the_speaker(text: str, new_text: str) -> None:
    """The comma behind it, where one is needed, is not."""
    found = new(text, "speaker:apposition", appositions=("Mitglied des Rates",))
    assert found.text == new_text
    assert found.speakers[0].endswith(", Mitglied des Rates")


def test_an_apposition_in_the_singular_stands_behind_no_plural() -> None:
    """Nor behind an institution, nor in a label."""
    assert not applies(LABEL, "speaker:apposition")
    assert not applies(LANDLORDS, "speaker:apposition")
    assert not applies("Die Reederei erklärte, die Fähre fahre im Mai wieder.", "speaker:apposition")
