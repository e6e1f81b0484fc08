"""Adverbs, dates and concessions."""

import pytest

from attrib.evaluation.invariance.vocabulary import Concession
from tests.evaluation.invariance.passages import applies, new

INN = "Der Wirt sagte, das Treffen falle aus."
BEHIND = "„Der Pass ist offen“, sagte der Wirt."
BAKER = "Der Bäcker sagt, er schließt im Mai."
CLINIC = "Die Klinik teilte mit, dass der Sänger entlassen wurde."


@pytest.mark.parametrize(
    ("text", "new_text"),
    [
        (INN, "Der Wirt sagte jedoch, das Treffen falle aus."),
        (BEHIND, "„Der Pass ist offen“, sagte der Wirt jedoch."),
        (CLINIC, "Die Klinik teilte jedoch mit, dass der Sänger entlassen wurde."),
        ("Der Hund bellte laut und lange.", "Der Hund bellte jedoch laut und lange."),
        ("Der Verein will das Stadion umbauen.", "Der Verein will jedoch das Stadion umbauen."),
    ],
)
def test_an_adverb_stands_behind_the_verb(text: str, new_text: str) -> None:
    """In a frame behind a speaker that follows the verb."""
    assert new(text, "verb:adverb", adverbs=("jedoch",)).text == new_text


def test_an_adverb_belongs_to_what_its_verb_belongs_to() -> None:
    """To what is said, where the verb does; not to a frame's neighbour."""
    found = new("Das Feuer brach laut der Feuerwehr im Keller aus.", "verb:adverb", adverbs=("jedoch",))
    assert found.said == ["Das Feuer brach jedoch … im Keller aus"]
    assert new(INN, "verb:adverb").said == ["das Treffen falle aus"]


@pytest.mark.parametrize(
    "text", ["Laut dem Wetterdienst schneit es am Abend.", "Der Taucher will das Wrack gefunden haben."]
)
def test_where_no_adverb_can_stand(text: str) -> None:
    """Before a pronoun; and where nobody can say to what it belongs."""
    assert not applies(text, "verb:adverb")


def test_a_date_goes_with_the_past() -> None:
    """And stands in no text that tells a time already."""
    assert new(INN, "verb:date", dates=("am Montag",)).text == "Der Wirt sagte am Montag, das Treffen falle aus."
    assert not applies(BAKER, "verb:date")
    assert not applies("Die Försterin sagte am Freitag, der Wald brenne.", "verb:date")


def test_a_concession_has_two_parts() -> None:
    """The second is no part of what is said."""
    words = Concession(adverb="zwar", clauses=("Folgen hatte das jedoch keine",))
    found = new(INN, "verb:concession", concession=words)
    assert found.text == "Der Wirt sagte zwar, das Treffen falle aus, Folgen hatte das jedoch keine."
    assert found.said == ["das Treffen falle aus"]
    assert not applies(BEHIND, "verb:concession")
