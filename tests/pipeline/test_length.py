"""Time grows with the document: a book of 100,000 words takes as long for each word as an article.

Ratios within one run; how long it takes on a machine is `bench/stages.py`'s business. The analyses are frozen ones, so
that the rules alone are timed.
"""

import gc
from time import process_time

from attrib.pipeline.annotate import annotate
from tests import frozen

WORDS = 100_000
SLACK = 2.2
"""How much longer than proportional is allowed: machines are busy. Quadratic time would take eight times as long."""


def long_document(pieces: list[frozen.Piece], words: int) -> frozen.Piece:
    """The pieces over and over until there are enough words."""
    have = sum(1 for piece in pieces for _ in piece[2].words)
    return frozen.joined(pieces * (words // have + 1))


def seconds(piece: frozen.Piece, *, times: int = 1) -> float:
    """How long all stages behind the parser take at best."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = process_time()
        annotate(*piece, language=frozen.GERMAN, registry=frozen.REGISTRY)
        best = min(best, process_time() - start)
    return best


def test_a_book_takes_as_long_for_each_word_as_an_article() -> None:
    """Eight times the text, 100,000 words of five articles in turn, takes about eight times as long."""
    pieces = [frozen.seed_piece(path) for path in frozen.SEEDS]
    short, long = long_document(pieces, WORDS // 8), long_document(pieces, WORDS)
    assert sum(1 for _ in long[2].words) >= WORDS
    assert seconds(long) < 8 * SLACK * seconds(short, times=3)


def test_a_single_paragraph_of_all_constructions() -> None:
    """A quarter of all cases, without a line break: four times the text takes about four times as long."""
    pieces = [frozen.short_piece(case.text) for _, case in [*frozen.cases()][::4]]
    short, long = (frozen.as_one_paragraph(frozen.joined(pieces * times)) for times in (2, 8))
    assert seconds(long) < 4 * SLACK * seconds(short, times=3)
