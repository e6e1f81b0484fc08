"""Does the text go on from the end of one column to the head of another? Small letters, hyphens and indents tell."""

import re
from collections.abc import Iterable, Sequence

from attrib.intake.reading.printed.word import Line
from attrib.text.hyphen import HYPHENS
from attrib.text.line import CLOSING_MARKS, OPENING_MARKS

_ENDS = ".!?:…"
_WORD = re.compile(r"[^\W\d_]+")
_INDENT = 0.4
"""Of the height of a line: a paragraph begins that far to the right at least."""


def is_open(text: str) -> bool:
    """Whether a text breaks off inside a sentence."""
    return text.rstrip(CLOSING_MARKS)[-1:] not in _ENDS


def goes_on(text: str) -> bool:
    """Whether a text begins inside a sentence: with a small letter."""
    return text.lstrip(OPENING_MARKS)[:1].islower()


def is_indented(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line begins further to the right than those below it."""
    return bool(below) and line.left - min(each.left for each in below) > _INDENT * line.size


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that are written with small letters somewhere."""
    return frozenset(word for text in texts for word in _WORD.findall(text) if word.islower())


def begins_sentence(text: str, small: frozenset[str]) -> bool:
    """Whether a text begins with a capital that its first word has nowhere inside a sentence."""
    first = _WORD.match(text.lstrip(OPENING_MARKS))
    return first is not None and first[0][0].isupper() and first[0].lower() in small


def fit(before: Sequence[Line], after: Sequence[Line], small: frozenset[str]) -> int:
    """1 if the second stretch of lines goes on where the first ends, -1 if it cannot, 0 if nothing tells."""
    if not before or not after:
        return 0
    end, beginning = before[-1].text, after[0].text
    if not is_open(end):
        return -1 if goes_on(beginning) else 0
    if goes_on(beginning):
        return 1
    is_new = is_indented(after[0], after[1:3]) or begins_sentence(beginning, small)
    return -1 if is_new or end.endswith(tuple(HYPHENS)) else 0
