"""The frame before what is said, behind it and within it."""

import pytest

from tests.evaluation.invariance.passages import applies, new

INN = "Der Wirt sagte, das Treffen falle aus."
PASS = "„Der Pass ist offen“, sagte der Wirt."
CAPTAIN = "Die Kapitänin sagte: „Wir laufen heute nicht mehr aus.“"
SHIP = "Das Schiff habe zu spät gebremst, sagte der Lotse."


@pytest.mark.parametrize(
    ("text", "name", "new_text", "said"),
    [
        (SHIP, "before", "Der Lotse sagte, das Schiff habe zu spät gebremst.", "das Schiff habe zu spät gebremst"),
        (INN, "behind", "Das Treffen falle aus, sagte der Wirt.", "Das Treffen falle aus"),
        (INN, "within", "Das Treffen, sagte der Wirt, falle aus.", "Das Treffen … falle aus"),
        (SHIP, "within", "Das Schiff, sagte der Lotse, habe zu spät gebremst.", "Das Schiff … habe zu spät gebremst"),
        (PASS, "before", "Der Wirt sagte: „Der Pass ist offen.“", "„Der Pass ist offen.“"),
        (
            CAPTAIN,
            "behind",
            "„Wir laufen heute nicht mehr aus“, sagte die Kapitänin.",
            "„Wir laufen heute nicht mehr aus“",
        ),
        (PASS, "within", "„Der Pass“, sagte der Wirt, „ist offen.“", "„Der Pass“ … „ist offen.“"),
    ],
)
def test_the_frame_moves(text: str, name: str, new_text: str, said: str) -> None:
    """Capitals, commas, colons and full stops with it."""
    found = new(text, f"order:{name}")
    assert (found.text, found.said) == (new_text, [said])
    assert found.speakers[0].lower() in text.lower()


def test_a_particle_stays_behind_the_speaker() -> None:
    """*teilte die Reederei mit*."""
    found = new("Die Reederei teilte mit, die Fähre falle vermutlich bis Montag aus.", "order:behind")
    assert found.text == "Die Fähre falle vermutlich bis Montag aus, teilte die Reederei mit."


def test_a_question_keeps_its_mark() -> None:
    """In place of the full stop."""
    found = new("„Wo ist der Schlüssel zum Archiv?“, fragte der Wärter.", "order:before")
    assert found.text == "Der Wärter fragte: „Wo ist der Schlüssel zum Archiv?“"


def test_the_order_decides_the_marker() -> None:
    """Of the clause alone, and not of a quotation in marks."""
    assert list(new(INN, "order:behind").change.markers.values()) == ["parenthetical"]
    assert list(new(SHIP, "order:before").change.markers.values()) == ["verb_second"]
    assert new(PASS, "order:before").change.markers == {}


def test_a_quotation_that_the_frame_cuts_is_two() -> None:
    """As the codebook has it; of a negated one only a piece is negated, so it is left alone."""
    assert new(PASS, "order:within").change.is_quotation_cut
    assert not new(INN, "order:within").change.is_quotation_cut
    assert not applies(CAPTAIN, "order:within")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Russische Medien berichteten, die Brücke sei zerstört.", "behind"),
        ("„Wir haben lange gesucht“, sagte die Taucherin. „Am Ende half uns der Zufall.“", "within"),
        ("Die Polizei teilte mit, dass der Fahrer zu Fuß geflohen sei.", "behind"),
        ("Die Anwohner nannten den Umbau eine „Katastrophe“.", "behind"),
        (INN, "before"),
        (SHIP, "behind"),
    ],
)
def test_where_the_frame_stays(text: str, name: str) -> None:
    """A capital that may be a name's, a quotation that goes on, another kind of clause; where it stands so already."""
    assert not applies(text, f"order:{name}")
