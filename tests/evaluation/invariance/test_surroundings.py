"""What stands around a text, and neutral sentences."""

import pytest

from tests.evaluation.invariance.passages import applies, new

INN = "Der Wirt sagte, das Treffen falle aus."
HEADED = "Sturm über der Küste\nDer Wind erreichte 120 Kilometer in der Stunde."
UNCLOSED = "Der Wirt sagte: „Der Pass ist offen. Fahrt trotzdem vorsichtig."
RAIN = "Am Morgen hatte es geregnet."


def test_a_dateline_stands_before_the_running_text() -> None:
    """Below a heading; it is part of no statement."""
    found = new(INN, "dateline", datelines=("BERLIN (dpa) - ",))
    assert (found.text, found.said) == (f"BERLIN (dpa) - {INN}", ["das Treffen falle aus"])
    found = new(HEADED, "dateline", datelines=("Kiel (epd) – ",))
    assert found.text == "Sturm über der Küste\nKiel (epd) – Der Wind erreichte 120 Kilometer in der Stunde."
    assert found.said == ["Sturm über der Küste", "Der Wind erreichte 120 Kilometer in der Stunde."]


@pytest.mark.parametrize(
    ("name", "words"), [("sign", "signs"), ("junk", "junk"), ("picture_credit", "picture_credits")]
)
def test_what_stands_behind_the_text(name: str, words: str) -> None:
    """Whose it is, what copying leaves, whose picture; not where the text does not end in a closed sentence."""
    found = new(INN, name, **{words: ("\n(xyz)",)})
    assert (found.text, found.said) == (f"{INN}\n(xyz)", ["das Treffen falle aus"])
    assert not applies(UNCLOSED, name)


def test_the_last_full_stop_is_gone() -> None:
    """A neutral sentence before a single one, so that it is no heading."""
    found = new(INN, "no_final_stop", sentences=(RAIN,))
    assert found.text == f"{RAIN} Der Wirt sagte, das Treffen falle aus"
    found = new("Meier sagte, die Deiche seien sicher. Dies wäre die erste Prüfung.", "no_final_stop")
    assert found.text == "Meier sagte, die Deiche seien sicher. Dies wäre die erste Prüfung"


def test_neutral_sentences_before_and_behind() -> None:
    """Before a heading as a paragraph of its own."""
    assert new(INN, "sentence:before", sentences=(RAIN,)).text == f"{RAIN} {INN}"
    assert new(HEADED, "sentence:before", sentences=(RAIN,)).text == f"{RAIN}\n\n{HEADED}"
    found = new(INN, "sentence:behind", sentences=(RAIN,))
    assert (found.text.split(), found.said) == (f"{INN} {RAIN}".split(), ["das Treffen falle aus"])


def test_a_neutral_sentence_between_two() -> None:
    """Where nothing is carried over it."""
    found = new("Meier sagte, die Deiche seien sicher. Dies wäre die erste Prüfung.", "sentence:between")
    first, second = found.text.split(". ", 1)
    assert first == "Meier sagte, die Deiche seien sicher"
    assert second.endswith(". Dies wäre die erste Prüfung.")


@pytest.mark.parametrize(
    "text",
    [
        "Annalena Baerbock sprach in Berlin. Sie sagte, die Lage sei ernst.",
        "Die Fähre fährt wieder. Das gab die Werft bekannt.",
        "Die Prüfer legten einen Bericht vor. Demnach fehlen zwei Millionen Euro.",
        "Der Bauleiter zeigte auf die Risse. „Das muss alles neu gemacht werden.“",
        "„Wir haben lange gesucht“, sagte die Taucherin. „Am Ende half uns der Zufall.“",
        "Der Bürgermeister sagte, das Wasser steige. Die Schule bleibe geschlossen.",
        "Die Ukraine erklärte, eine Rakete habe das Dorf getroffen. Russland wies diese Darstellung zurück.",
        "Die Gewerkschaft Handel und Verkehr (GHV) warnte vor Kürzungen. Die Gewerkschaft forderte mehr Geld.",
        "Die NATO erklärte, die Schiffe seien ausgelaufen. Dafür gibt es bislang keine Beweise.",
        "Haushalt: Die Partei fordert höhere Löhne.",
        INN,
    ],
)
def test_no_sentence_is_put_where_something_is_carried_on(text: str) -> None:
    """A pronoun, a word that points back, a quotation that goes on, a mood, a stand, a party; or a single sentence."""
    assert not applies(text, "sentence:between")


def test_a_heading_stands_above() -> None:
    """Unless the text has one."""
    found = new(INN, "heading", headings=("Streit um die Brücke",))
    assert found.text.splitlines()[0] == "Streit um die Brücke"
    assert found.text.endswith(INN)
    assert not applies(HEADED, "heading")


def test_no_words_stand_before_a_label() -> None:
    """But in a paragraph of their own."""
    label = "Bürgermeisterin Anna Berger: „Das Freibad bleibt in diesem Sommer geschlossen.“"
    assert not applies(label, "dateline")
    assert new(label, "sentence:before", sentences=(RAIN,)).text == f"{RAIN}\n\n{label}"
    assert new(label, "sign", signs=(" (dpa)",)).text == f"{label} (dpa)"
