"""Marked text is safe HTML, and exactly the places are marked."""

import re
from html import unescape
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from attrib.marking import Link, Mark, highlighted, linked


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


def test_the_innermost_statement_is_the_link() -> None:
    """A quotation in a quotation leads to itself."""
    links = [Link(0, 3, 0, "/1", 'o"uter', "a"), Link(1, 2, 1, "/2", "inner", "b")]
    html = linked("abc.", links)
    assert re.findall(r'href="([^"]+)" title="([^"]*)">(.)<', html) == [
        ("/1", "o&#34;uter", "a"),
        ("/2", "inner", "b"),
        ("/1", "o&#34;uter", "c"),
    ]
    assert html.endswith("</a>.")


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_no_text_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    """Whatever is marked, taking the tags away gives the text back."""
    marks = [Mark(min(place), max(place), "statement") for place in places]
    links = [Link(mark.start, mark.end, 0, "/", "", "") for mark in marks]
    for html in (highlighted(text, marks), linked(text, links)):
        assert unescape(re.sub(r"<[^>]*>", "", html)).replace("\r", "") == text.replace("\r", "")


def test_many_statements_are_no_burden() -> None:
    """Ten thousand statements are linked in well under a second."""
    text = "a" * 100_000
    links = [Link(start, start + 9, 0, "/", "", "") for start in range(0, 100_000, 10)]
    began = perf_counter()
    assert linked(text, links).count("<a ") == 10_000
    assert perf_counter() - began < 2
