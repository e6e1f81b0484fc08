"""Where the words of a text stand after it was rewritten."""

import pytest

from attrib.evaluation.invariance.rewriting import Edit, Rewriting, arranged, rewritten
from attrib.records import Span

TEXT = "Der Wirt sagte, der Pass sei offen."
SPEAKER, CONTENT = Span(0, 8), Span(16, 34)


def words(rewriting: Rewriting, *spans: Span) -> list[str]:
    """What the stretches of the old text are in the new one."""
    return [rewriting.text[start:end] for start, end in rewriting.moved(spans)]


def test_what_is_inserted_before_a_stretch_is_no_part_of_it() -> None:
    """Nor what is inserted behind it."""
    new = rewritten(TEXT, [Edit(Span(0, 0), "BERLIN (dpa) - "), Edit(Span(35, 35), " (mko)"), Edit(Span(34, 34), "!")])
    assert new.text == "BERLIN (dpa) - Der Wirt sagte, der Pass sei offen!. (mko)"
    assert words(new, SPEAKER) == ["Der Wirt"]
    assert words(new, CONTENT) == ["der Pass sei offen"]
    assert words(new, Span(0, 35)) == ["Der Wirt sagte, der Pass sei offen!."]


def test_what_is_inserted_within_a_stretch_belongs_to_it() -> None:
    """Whether new words or a new line."""
    new = rewritten(TEXT, [Edit(Span(24, 24), " am See"), Edit(Span(28, 29), "\n")])
    assert words(new, CONTENT) == ["der Pass am See sei\noffen"]


def test_what_replaces_a_word_belongs_to_what_the_word_belonged_to() -> None:
    """At the edges of a stretch as well."""
    new = rewritten(TEXT, [Edit(Span(0, 3), "Der alte"), Edit(Span(29, 34), "gesperrt")])
    assert words(new, SPEAKER) == ["Der alte Wirt"]
    assert words(new, CONTENT) == ["der Pass sei gesperrt"]


def test_what_is_taken_away_is_gone() -> None:
    """And what is left of a stretch is in one piece."""
    new = rewritten(TEXT, [Edit(Span(34, 35), ""), Edit(Span(20, 25), "")])
    assert new.text == "Der Wirt sagte, der sei offen"
    assert words(new, CONTENT) == ["der sei offen"]
    assert words(new, Span(34, 35)) == []


def test_a_stretch_that_is_not_in_one_piece_stays_so() -> None:
    """Unless what parted it has gone."""
    parted = (Span(0, 8), Span(20, 24))
    assert words(rewritten(TEXT, [Edit(Span(0, 0), "Ja: ")]), *parted) == ["Der Wirt", "Pass"]
    assert words(rewritten(TEXT, [Edit(Span(8, 20), " ")]), *parted) == ["Der Wirt", "Pass"]
    assert words(rewritten(TEXT, [Edit(Span(8, 20), "")]), *parted) == ["Der WirtPass"]


def test_words_in_another_order() -> None:
    """The frame behind the clause and within it; what was one is in two pieces then."""
    frame = [Edit(Span(0, 3), "der"), Span(3, 8)]
    behind = arranged(TEXT, [Edit(Span(16, 17), "D"), Span(17, 34), ", ", Span(9, 14), " ", *frame, Span(34, 35)])
    assert behind.text == "Der Pass sei offen, sagte der Wirt."
    assert words(behind, CONTENT) == ["Der Pass sei offen"]
    assert words(behind, SPEAKER) == ["der Wirt"]
    within = arranged(
        TEXT, [Edit(Span(16, 17), "D"), Span(17, 24), ", ", Span(9, 14), " ", *frame, ",", Span(24, 34), Span(34, 35)]
    )
    assert within.text == "Der Pass, sagte der Wirt, sei offen."
    assert words(within, CONTENT) == ["Der Pass", " sei offen"]


def test_one_word_is_not_changed_twice() -> None:
    """A perturbation that does is wrong."""
    with pytest.raises(ValueError, match="two edits"):
        rewritten(TEXT, [Edit(Span(0, 3), "Die"), Edit(Span(2, 8), "Wirtin")])
