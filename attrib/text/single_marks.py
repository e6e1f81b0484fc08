"""Single quotation marks among apostrophes: *'Das wird 'ne harte Woche, hab' ich gesagt', sagte der Trainer*."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrib.records import Span
from attrib.text.mark import APOSTROPHES, Mark

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\d\d(?:er[ns]?|s)?\b")
_DOUBLE = '„“”"»«'
_CLAUSE_MARKS = ",.;:"
_ENDS_BEFORE = ".!?…," + _DOUBLE
_ENDS_BEHIND = ".,;:!?)]/–—-" + _DOUBLE

_MOST_APOSTROPHES = 50
"""In one quotation in single marks."""

Closing = Mapping[str, Sequence[str]]
"""The marks that may close each opening mark, the usual one first."""


def single_pairs(
    text: str, marks: Sequence[Mark], closing: Closing, *, clipped: Collection[str]
) -> Iterator[tuple[Mark, Mark | None]]:
    """The pairs among single marks that stand inside the same double marks, and those behind a colon that have no
    partner; `clipped` are words with the apostrophe that they begin with."""
    place = 0
    while place < len(marks):
        mark = marks[place]
        opens = _opens(text, mark, closing, clipped)
        end = _partner(text, marks, place, closing, clipped) if opens else None
        if end is not None:
            yield mark, marks[end]
            place = end
        elif opens and mark.announced:
            yield mark, None
        place += 1


def _opens(text: str, mark: Mark, closing: Closing, clipped: Collection[str]) -> bool:
    free = mark.precedes_words and not mark.before.isalnum()
    return mark.sign in closing and free and not _is_clipped(text, mark, clipped)


def _is_clipped(text: str, mark: Mark, clipped: Collection[str]) -> bool:
    """*'ne harte Woche*, *'n Roll*, *die '68er*; not the word that stands alone between two marks: *'rein'*."""
    if mark.sign not in APOSTROPHES:
        return False
    if _YEAR.match(text, mark.end):
        return True
    word = _WORD.match(text, mark.end)
    if word is None or f"'{word.group()}" not in clipped:
        return False
    return len(word.group()) == 1 or text[word.end() : word.end() + 1] not in APOSTROPHES


def _partner(text: str, marks: Sequence[Mark], place: int, closing: Closing, clipped: Collection[str]) -> int | None:
    """The place of the mark that closes another: the usual one rather than another, one at the end of a clause rather
    than one inside (*hab' ich*), the first rather than the last."""
    opened = marks[place]
    rank = {sign: number for number, sign in enumerate(closing[opened.sign])}
    found: list[tuple[tuple[int, bool, bool], int]] = []
    for number in range(place + 1, min(place + _MOST_APOSTROPHES, len(marks))):
        mark = marks[number]
        if mark.opens and _opens(text, mark, closing, clipped):
            break
        genitive = _precedes_noun(mark)
        if mark.sign in rank and _may_close(text, opened, mark, genitive=genitive):
            found.append(((rank[mark.sign], not _ends_clause(mark), genitive), number))
    return min(found)[1] if found else None


def _may_close(text: str, opened: Mark, mark: Mark, *, genitive: bool) -> bool:
    words = text[opened.end : mark.start]
    name = not any(sign in words for sign in _CLAUSE_MARKS)
    return bool(words) and not mark.before.isspace() and (name or not genitive)


def _ends_clause(mark: Mark) -> bool:
    return mark.before in _ENDS_BEFORE or mark.after[0] in _ENDS_BEHIND or mark.after.isspace()


def _precedes_noun(mark: Mark) -> bool:
    """*Hans' Auto*, *der Fans' Wut*: as a genitive does."""
    return mark.before.isalnum() and mark.after[0] == " " and mark.after[1].isupper()


def inside(marks: Sequence[Mark], stretches: Sequence[Span]) -> Iterator[tuple[Span | None, list[Mark]]]:
    """The innermost stretch around some marks, None if there is none, and the marks. Stretches nest, outer ones come
    first."""
    groups: dict[Span | None, list[Mark]] = {}
    waiting, around = list(reversed(stretches)), list[Span]()
    for mark in marks:
        while waiting and waiting[-1].start <= mark.start:
            around.append(waiting.pop())
        while around and around[-1].end <= mark.start:
            around.pop()
        groups.setdefault(around[-1] if around else None, []).append(mark)
    yield from groups.items()
