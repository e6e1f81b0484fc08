"""One speaker made two."""

import pytest

from attrib.evaluation.invariance.vocabulary import Name
from tests.evaluation.invariance.passages import applies, new

INN = "Der Wirt sagte, das Treffen falle aus."
LANDLORDS = "Die Wirte klagten über den Regen."
HADDAD = (Name(kind="hyphen", given="Lea", family="El-Haddad", gender="Fem"),)


@pytest.mark.parametrize(
    ("text", "new_text"),
    [
        (INN, "Der Wirt und Lea El-Haddad sagten, das Treffen falle aus."),
        ("Die Kommission meint, der Preis sei zu hoch gewesen.", "Die Kommission und Lea El-Haddad meinen, der Preis"),
        ("Der Lotse sagte, das Schiff habe zu spät gebremst.", "Der Lotse und Lea El-Haddad sagten, das Schiff"),
    ],
)
def test_two_speakers_have_a_verb_in_the_plural(text: str, new_text: str) -> None:
    """And both are credited."""
    found = new(text, "speaker:two", names=HADDAD)
    assert found.text.startswith(new_text)
    assert set(found.change.joined.values()) == {"lea-el-haddad"}


def test_what_points_back_to_one_of_two_points_to_both() -> None:
    """*Demnach*."""
    found = new(
        "Die NATO erklärte, die Lage sei ernst. Demnach wurden zwei Schiffe verlegt.", "speaker:two", names=HADDAD
    )
    assert len(found.change.joined) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Der Bäcker sagt, er schließt im Mai.",
        "Die Ministerin sagte, dass die Kasse leer sei, und reiste ab.",
        "Nach Angaben der Polizei floh der Fahrer zu Fuß.",
        LANDLORDS,
    ],
)
def test_where_one_speaker_is_not_made_two(text: str) -> None:
    """A pronoun would have to follow, a second verb, a genitive; several already."""
    assert not applies(text, "speaker:two")
