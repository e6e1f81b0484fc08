"""A text that was changed leads back to the text as it came, through any number of changes."""

from hypothesis import given
from hypothesis import strategies as st

from attrib.records import Span
from attrib.text.traced import Edit, Traced

PLAIN = "abcdefghij"


def test_an_unchanged_text_is_its_own_origin() -> None:
    """Character for character."""
    assert Traced(PLAIN).origin(Span(2, 5)) == Span(2, 5)


def test_what_was_put_in_stands_for_what_was_there() -> None:
    """A word that holds it reaches over all of it; words beside it do not."""
    traced = Traced("Ver-\nhandlung und mehr").edited([Edit(Span(3, 5), "")])
    assert traced.text == "Verhandlung und mehr"
    assert traced.origin(Span(0, 11)) == Span(0, 13)
    assert traced.origin(Span(12, 15)) == Span(14, 17)
    blank = Traced("eins\n  zwei").edited([Edit(Span(4, 7), " ")])
    assert blank.text == "eins zwei"
    assert [blank.origin(span) for span in (Span(0, 4), Span(4, 5), Span(5, 9))] == [
        Span(0, 4),
        Span(4, 7),
        Span(7, 11),
    ]


def test_what_was_left_out_belongs_to_no_word() -> None:
    """Neither to the one before it nor to the one behind it, nor to the end of the text."""
    traced = Traced("**Wiebke** sagt*").edited([Edit(Span(0, 2), ""), Edit(Span(8, 10), ""), Edit(Span(15, 16), "")])
    assert traced.text == "Wiebke sagt"
    assert traced.origin(Span(0, 6)) == Span(2, 8)
    assert traced.origin(Span(7, 11)) == Span(11, 15)


def test_an_empty_stretch_stands_where_its_character_stands() -> None:
    """At the end of the text behind the last one."""
    traced = Traced("a\n\nb").edited([Edit(Span(1, 3), " ")])
    assert traced.origin(Span(2, 2)) == Span(3, 3)
    assert traced.origin(Span(3, 3)) == Span(4, 4)


def test_one_change_after_the_other() -> None:
    """Each is told in the text that the one before it made."""
    first = Traced("u\u0308ber-\nall").edited([Edit(Span(0, 2), "ü")])
    second = first.edited([Edit(Span(4, 6), "")])
    assert second.text == "überall"
    assert second.origin(Span(0, 7)) == Span(0, 10)
    assert second.origin(Span(0, 1)) == Span(0, 2)


EDITS = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 3), st.text("xy", max_size=3)), max_size=4)


@given(st.lists(EDITS, max_size=3))
def test_what_was_not_touched_is_found_again(rounds: list[list[tuple[int, int, str]]]) -> None:
    """Whatever was changed: letters that are still there stand in the text as it came, in order."""
    traced = Traced(PLAIN)
    for edits in rounds:
        traced = traced.edited(_apart(edits, len(traced.text)))
    last = 0
    for place, letter in enumerate(traced.text):
        origin = traced.origin(Span(place, place + 1))
        assert last <= origin.start <= origin.end <= len(PLAIN)
        last = origin.start
        if letter in PLAIN:
            assert PLAIN[origin.start : origin.end] == letter


def _apart(edits: list[tuple[int, int, str]], length: int) -> list[Edit]:
    found: list[Edit] = []
    end = 0
    for start, size, text in sorted(edits):
        first, last = max(start, end), min(max(start, end) + size, length)
        if first < last:
            found.append(Edit(Span(first, last), text))
            end = last
    return found
