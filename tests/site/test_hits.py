"""What a reader searched for is marked in the words that were found."""

import pytest

from attrib.site.hits import hits, looked_for
from attrib.site.marking import Link, Mark, linked_blocks


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("Brücke", "Die Brücken am Fluss, eine Behelfsbrücke.", ["Brücken", "Behelfsbrücke"]),
        ("Strasse", "Auf der Straße stand niemand.", ["Straße"]),
        ('"neue Brücke"', "Die neue Brücke, keine Brücke.", ["neue Brücke"]),
        ("Hafen*", "Der Hafenmeister im Hafen.", ["Hafenmeister", "Hafen"]),
        ("12000", "Rund 12.000 Tonnen, 120 Schiffe.", ["12.000"]),
        ("12.000", "Rund 12000 Tonnen.", ["12000"]),
        ("Lotse OR Kapitän", "Die Lotsen und der Kapitän.", ["Lotsen", "Kapitän"]),
        ("", "Niemand sucht.", []),
        ("…", "Niemand … sucht.", []),
    ],
)
def test_places_of_what_was_searched(typed: str, text: str, found: list[str]) -> None:
    """In any form and spelling, and in compounds."""
    token = looked_for.set(typed)
    marks = list(hits(text, offset=100))
    looked_for.reset(token)
    assert [text[mark.start - 100 : mark.end - 100] for mark in sorted(marks)] == found


def test_hits_in_an_article() -> None:
    """Inside of statements and beside them; the first one can be linked to."""
    text = "Der Lotse schweigt. Ein Lotse ruft."
    link = Link(0, 18, 0, 0, "/s", "place")
    (block,) = linked_blocks(text, [link], [0], hits=[Mark(4, 9, "hit"), Mark(24, 29, "hit")])
    assert block.html.count('class="hit"') == 2
    assert block.html.index('<span class="hit" id="hit">Lotse</span></a>') < block.html.index('<span class="hit">Lotse')
