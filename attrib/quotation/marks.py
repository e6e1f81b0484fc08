"""Quotation marks of every style, paired: which stretches of a part are quoted.

German news mixes styles within one article („ closed by “, by ” or by the typewriter's "), forgets marks and nests
them; a reader copes, so must we. Nothing here raises: a mark without a partner is recorded as such.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from attrib.records import Span
from attrib.text.language import Language

_APOSTROPHES = "'’‘"
DOUBLE_MARKS = frozenset('„“”»«"')


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch with its marks; `depth` counts the quotations around it, `closed` is False if the closing mark
    is missing and the stretch ends with its part."""

    span: Span
    depth: int
    closed: bool

    @property
    def inner(self) -> Span:
        """The same without the marks."""
        return Span(self.span.start + 1, max(self.span.start + 1, self.span.end - self.closed))


@dataclass(slots=True)
class _Open:
    start: int
    mark: str


@cache
def _any_mark(language: Language) -> re.Pattern[str]:
    marks = {mark for entry in language.quotation_marks for mark in (entry.opening, *entry.closing)}
    return re.compile("|".join(re.escape(mark) for mark in sorted(marks)))


def quoted_stretches(text: str, part: Span, *, language: Language) -> tuple[Quoted, ...]:
    """The quoted stretches of one part in text order, outer ones before inner ones.

    Linear in the length of the part. A stray closing mark is ignored; an opening mark that is never closed quotes the
    rest of its part, unless the same mark opens again in it (then the first one was a slip).
    """
    closing = {entry.opening: entry.closing for entry in language.quotation_marks}
    stack: list[_Open] = []
    found: list[Quoted] = []
    for match in _any_mark(language).finditer(text, part.start, part.end):
        place, mark = match.start(), match.group()
        if _is_apostrophe(text, place, stack):
            continue
        level = _closes(mark, stack, closing)
        if level is not None and not (mark in closing and _opens_here(text, place, part)):
            del stack[level + 1 :]
            opened = stack.pop()
            found.append(Quoted(Span(opened.start, place + 1), 0, closed=True))
        elif mark in closing and _may_open(text, place, part):
            # Opened twice without being closed: the first mark was a slip.
            stack = [*_before(mark, stack), _Open(place, mark)]
    if stack and stack[0].mark not in _APOSTROPHES:
        end = part.start + len(text[part.start : part.end].rstrip())
        if end > stack[0].start + 1:
            found.append(Quoted(Span(stack[0].start, end), 0, closed=False))
    return _with_depths(sorted(found, key=lambda quoted: (quoted.span.start, -quoted.span.end)))


def _with_depths(found: Sequence[Quoted]) -> tuple[Quoted, ...]:
    """Counted over what was found: in *'n Abend, „wir kommen“* the stray mark is open, but quotes nothing."""
    ends: list[int] = []
    result: list[Quoted] = []
    for quoted in found:
        while ends and ends[-1] < quoted.span.end:
            ends.pop()
        result.append(replace(quoted, depth=len(ends)))
        ends.append(quoted.span.end)
    return tuple(result)


def _before(mark: str, stack: list[_Open]) -> list[_Open]:
    """What was open before `mark` was opened the last time; everything if it is not open."""
    for level, opened in enumerate(stack):
        if opened.mark == mark:
            return stack[:level]
    return stack


def _closes(mark: str, stack: list[_Open], closing: dict[str, tuple[str, ...]]) -> int | None:
    """The place in the stack of the innermost quotation that `mark` can close."""
    for level in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if mark in closing[stack[level].mark]:
            return level
    return None


def _opens_here(text: str, place: int, part: Span) -> bool:
    """White space (or an opening bracket) before and none after: „Er sagte "nein" dazu“ nests, it does not close."""
    before = text[place - 1] if place > part.start else " "
    after = text[place + 1] if place + 1 < part.end else " "
    return (before.isspace() or before in "([") and not after.isspace() and after not in ".,;:!?)"


def _may_open(text: str, place: int, part: Span) -> bool:
    mark = text[place]
    before = text[place - 1] if place > part.start else " "
    after = text[place + 1] if place + 1 < part.end else " "
    if after.isspace():
        return mark not in '"“”' + _APOSTROPHES and not before.isalnum()
    # 17"-Monitor, 5' 30" and a closing mark whose opening one was forgotten open nothing.
    return mark in "„‚" or not before.isalnum()


def _is_apostrophe(text: str, place: int, stack: list[_Open]) -> bool:
    """*geht's*, *Hans' Buch*: between letters, or after one while no single mark is open."""
    if text[place] not in _APOSTROPHES:
        return False
    before = text[place - 1].isalnum() if place else False
    after = text[place + 1].isalnum() if place + 1 < len(text) else False
    return before and (after or not any(opened.mark in "'‚‘’›‹" for opened in stack))
