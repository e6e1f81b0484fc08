"""Copies: one text in two outlets."""

from attrib.claim.copies import Text, copies, word_sequences

AGENCY = " ".join(f"Wort{number} steht an seinem Platz in der Meldung" for number in range(40))


def test_one_text_in_two_outlets_is_a_copy() -> None:
    """A changed sentence at the end makes no difference; the document published first is the original."""
    texts = [
        Text("c", None, AGENCY),
        Text("b", "2024-10-23", AGENCY + " Die Redaktion hat zwei Sätze angefügt."),
        Text("a", "2024-10-24", "Etwas ganz anderes steht in diesem Artikel über einen Garten."),
    ]
    assert [(copy.document, copy.original) for copy in copies(texts)] == [("c", "b")]


def test_short_texts_are_copies_only_if_they_are_equal() -> None:
    """Fewer than five words are one sequence."""
    assert len(word_sequences("Ja. Nein.")) == 1
    assert len(copies([Text("a", None, "Ja."), Text("b", None, "Nein."), Text("c", None, "Ja!")])) == 1
