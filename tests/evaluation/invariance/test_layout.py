"""Lines, line breaks as tags, composed letters."""

import re
import unicodedata
from itertools import pairwise

import pytest

from tests.evaluation.invariance.passages import applies, new

LONG = (
    "Die Wahlkommission forderte das Verbot nach einer Erklärung, in der der Partei vorgeworfen wird, sie habe die "
    "Wahlen manipuliert."
)
INN = "Der Wirt sagte, das Treffen falle aus."


@pytest.mark.parametrize("width", [34, 60, 80, 120])
def test_lines_are_full_and_not_too_long(width: int) -> None:
    """No line is longer than that, and the first word of none would have fitted into the line before."""
    lines = new(LONG, f"wrap:{width}").text.split("\n")
    assert len(lines) > 1
    assert max(map(len, lines)) <= width
    assert all(len(line) + 1 + len(below.split()[0]) > width for line, below in pairwise(lines))


def test_wrapping_changes_nothing_but_blanks() -> None:
    """And a text that is too short has neutral sentences before it."""
    found = new(LONG, "wrap:34")
    assert found.text.replace("\n", " ") == LONG
    assert found.said == ["sie habe die Wahlen manipuliert"]
    found = new(INN, "wrap:60")
    assert found.text.replace("\n", " ").endswith(f". {INN}")
    assert "\n" in found.said[0] or "\n" in found.text


def test_paragraphs_around_a_wrapped_one() -> None:
    """Parted by blank lines."""
    found = new(LONG, "wrap:60-framed", sentences=("Am Morgen hatte es geregnet.",))
    above, middle, below = found.text.strip().split("\n\n")
    assert above == below == "Am Morgen hatte es geregnet."
    assert middle.replace("\n", " ") == LONG


def test_lines_that_end_at_hyphens() -> None:
    """Within a word of at least six letters, between a vowel and a consonant with a vowel."""
    found = new(LONG, "wrap:hyphens")
    assert found.text.replace("-\n", "") == LONG
    assert found.text.count("-\n") == 3
    assert found.speakers == ["einer Erklä-\nrung"]
    assert not applies(INN, "wrap:hyphens")


def test_tags_in_place_of_line_breaks() -> None:
    """Of one style in a text."""
    found = new(LONG, "break_tags")
    tags = re.findall(r"<br ?/?>\n?", found.text)
    assert len(tags) == 3
    assert len(set(tags)) == 1
    assert found.text.replace(tags[0], " ") == LONG


def test_letters_in_two_characters() -> None:
    """Where there are any."""
    text = "Die Försterin sagte, der Wald sei „ein Pulverfass“."
    found = new(text, "nfd")
    assert found.text == unicodedata.normalize("NFD", text)
    assert found.speakers[0] == unicodedata.normalize("NFD", "Die Försterin")
    assert not applies(INN, "nfd")
