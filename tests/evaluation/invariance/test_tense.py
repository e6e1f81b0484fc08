"""Verbs in another tense."""

import pytest

from tests.evaluation.invariance.passages import applies, new

INN = "Der Wirt sagte, das Treffen falle aus."
BEHIND = "„Der Pass ist offen“, sagte der Wirt."
BAKER = "Der Bäcker sagt, er schließt im Mai."
CLINIC = "Die Klinik teilte mit, dass der Sänger entlassen wurde."


@pytest.mark.parametrize(
    ("text", "tense", "new_text"),
    [
        (INN, "present", "Der Wirt sagt, das Treffen falle aus."),
        (BAKER, "past", "Der Bäcker sagte, er schließt im Mai."),
        (INN, "perfect", "Der Wirt hat gesagt, das Treffen falle aus."),
        (BEHIND, "perfect", "„Der Pass ist offen“, hat der Wirt gesagt."),
        (CLINIC, "perfect", "Die Klinik hat mitgeteilt, dass der Sänger entlassen wurde."),
        (CLINIC, "present", "Die Klinik teilt mit, dass der Sänger entlassen wurde."),
        (
            "Die Opposition kritisierte den Haushalt scharf.",
            "present",
            "Die Opposition kritisiert den Haushalt scharf.",
        ),
        ("Von der Leyen lehnte den Plan ab.", "perfect", "Von der Leyen hat den Plan abgelehnt."),
        ("Die Gewerkschaft fordert höhere Löhne.", "past", "Die Gewerkschaft forderte höhere Löhne."),
        (
            "Die Opposition kritisierte den Haushalt scharf.",
            "perfect",
            "Die Opposition hat den Haushalt scharf kritisiert.",
        ),
    ],
)
def test_weak_verbs_in_another_tense(text: str, tense: str, new_text: str) -> None:
    """In frames and in speech acts that are summed up; the participle ends the clause."""
    assert new(text, f"tense:{tense}").text == new_text


@pytest.mark.parametrize(
    "text",
    [
        "Die Fähre fährt wieder. Das gab die Werft bekannt.",
        BAKER,
        "Der Hund bellte laut und lange.",
    ],
)
def test_where_there_is_no_perfect(text: str) -> None:
    """Strong verbs, verbs in the present, verbs that report nothing."""
    assert not applies(text, "tense:perfect")


def test_a_strong_verb_has_no_weak_past() -> None:
    """*bestreitet* looks like *berichtet*."""
    assert not applies("Russland bestreitet, dass es Raketen verlegt hat.", "tense:past")
