"""Time grows with the text, whatever it looks like: four times the text takes far less than sixteen times as long."""

import time

import pytest

from attrib.parse.parser import Piece, without_long_sentences
from bench.kills import fast_annotator
from bench.size import SHAPES, seconds

ANNOTATOR = fast_annotator()


@pytest.mark.parametrize("name", SHAPES)
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    """The best of three runs is compared; the short text is long enough for what is constant not to matter."""
    size, make = SHAPES[name]
    # A sixteenth of what bench/size.py takes; the rules, not the parser, are what is looked at.
    short, long = make(size // 64), make(size // 16)
    quick = min(seconds(ANNOTATOR, short) for _ in range(3))
    slow = min(seconds(ANNOTATOR, long) for _ in range(3))
    assert slow < 9 * max(quick, 0.02)


def test_cutting_long_sentences_takes_as_long_as_the_text() -> None:
    """Four times the pieces and sentences take far less than sixteen times as long."""

    def cut(number: int) -> float:
        pieces = [Piece(each, each * 300, "Wort " * 50) for each in range(number)]
        sentences = [[(each * 252, each * 252 + 4)] for each in range(number)]
        begun = time.process_time()
        assert without_long_sentences(pieces, sentences) == pieces
        return time.process_time() - begun

    assert min(cut(8000) for _ in range(2)) < 9 * max(0.02, min(cut(2000) for _ in range(2)))
