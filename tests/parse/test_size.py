"""Time grows with the text, whatever it looks like: sixteen times the text takes far less than 256 times as long."""

import gc
import time
from collections.abc import Iterator

import pytest

from attrib.parse.parser import Piece, without_long_sentences
from bench.kills import fast_annotator
from bench.size import SHAPES, seconds

ANNOTATOR = fast_annotator()


@pytest.fixture(autouse=True)
def _without_collector() -> Iterator[None]:
    """What other tests left in memory would be looked through at every collection, and counted here."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("name", SHAPES)
def test_sixteen_times_the_text_takes_about_sixteen_times_as_long(name: str) -> None:
    """A square would take 256 times; the bound lies where neither a busy machine nor what is constant reaches it."""
    size, make = SHAPES[name]
    # A sixteenth of what bench/size.py takes; the rules, not the parser, are what is looked at.
    short, long = make(size // 256), make(size // 16)
    quick = min(seconds(ANNOTATOR, short) for _ in range(2))
    assert seconds(ANNOTATOR, long) < 64 * max(quick, 0.02)


def test_cutting_long_sentences_takes_as_long_as_the_text() -> None:
    """Sixteen times the pieces and sentences take far less than 256 times as long."""

    def cut(number: int) -> float:
        pieces = [Piece(each, each * 300, "Wort " * 50) for each in range(number)]
        sentences = [[(each * 252, each * 252 + 4)] for each in range(number)]
        begun = time.process_time()
        assert without_long_sentences(pieces, sentences) == pieces
        return time.process_time() - begun

    assert cut(8000) < 64 * max(0.02, min(cut(500) for _ in range(2)))
