"""Marked text is safe HTML, and exactly the places are marked."""

import re
from html import unescape
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from attrib.site.marking import Link, Mark, highlighted, linked_blocks


def test_the_second_of_two_equal_words_is_marked() -> None:
    """Offsets decide, not the words."""
    assert highlighted("ja, ja", [Mark(14, 16, "statement")], offset=10) == "ja, <mark>ja</mark>"


def test_html_in_a_text_is_text() -> None:
    """Every character is escaped, inside marks and outside."""
    html = highlighted("<b>&</b>", [Mark(0, 3, "statement"), Mark(4, 8, "cue")])
    assert html == '<mark>&lt;b&gt;</mark>&amp;<span class="cue">&lt;/b&gt;</span>'


def test_a_cue_inside_a_statement_does_not_split_the_mark() -> None:
    """One statement, one mark."""
    html = highlighted("abcd", [Mark(0, 4, "statement"), Mark(1, 2, "cue")])
    assert html == '<mark>a<span class="cue">b</span>cd</mark>'


def test_places_outside_the_text_are_cut() -> None:
    """A mark that reaches over the sentence marks what lies inside."""
    assert highlighted("bc", [Mark(0, 2, "statement"), Mark(9, 12, "cue")], offset=1) == "<mark>b</mark>c"


def test_frames_go_round_what_they_hold() -> None:
    """The cue stands inside its frame."""
    html = highlighted("abc", [Mark(0, 3, "frame"), Mark(1, 2, "cue")])
    assert '<span class="frame"><span class="cue">b</span></span>' in html


def linked(text: str, links: list[Link]) -> str:
    """The text as one block."""
    return "".join(block.html for block in linked_blocks(text, links, []))


def test_nested_statements_are_nested_marks() -> None:
    """A quotation in a quotation is the link inside its own; each is a stop of the keyboard once."""
    links = [Link(0, 3, 1, 0, '/"1', "a"), Link(1, 2, 2, 1, "/2", "b")]
    html = linked("abc.", links)
    assert html == (
        '<a class="a" href="/&#34;1" data-statement="1">a</a>'
        '<span class="a" data-statement="1"><a class="b ends" href="/2" data-statement="2">b</a></span>'
        '<a class="a ends" href="/&#34;1" data-statement="1" tabindex="-1">c</a>.'
    )


def test_blocks_name_the_statements_that_begin_in_them() -> None:
    """Also one that goes on in the next block."""
    blocks = linked_blocks("ab cd", [Link(1, 4, 7, 0, "/7", ""), Link(4, 5, 8, 0, "/8", "")], [3])
    assert [(block.start, block.numbers) for block in blocks] == [(0, [7]), (3, [8])]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_no_text_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    """Whatever is marked, taking the tags away gives the text back."""
    marks = [Mark(min(place), max(place), "statement") for place in places]
    links = [Link(mark.start, mark.end, n, 0, "/", "") for n, mark in enumerate(marks)]
    for html in (highlighted(text, marks), linked(text, links)):
        assert unescape(re.sub(r"<[^>]*>", "", html)).replace("\r", "") == text.replace("\r", "")


def test_many_statements_are_no_burden() -> None:
    """Four times as many statements take about four times as long, not sixteen times."""

    def cost(statements: int) -> float:
        text = "a" * (10 * statements)
        links = [Link(start, start + 9, start, 0, "/", "") for start in range(0, len(text), 10)]
        began = process_time()
        assert linked(text, links).count("<a ") == statements
        return process_time() - began

    cost(100)
    assert min(cost(8_000) for _ in range(3)) < 8 * min(cost(2_000) for _ in range(3))
