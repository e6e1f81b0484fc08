"""Quotation marks of every style, paired: which stretches of a part are quoted.

German news mixes styles within one article („ closed by “, by ” or by the typewriter's "), types marks as best it can
(,,…'' or >>…<<), forgets marks and nests them; a reader copes, so must we. Nothing here raises: a mark without a
partner is recorded as such.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from attrib.records import Span
from attrib.text.language import Language
from attrib.text.mark import SINGLE_MARKS, Mark, marks_in
from attrib.text.single_marks import inside, single_pairs

DOUBLE_MARKS = frozenset('„“”»«"')
MARKS = DOUBLE_MARKS | SINGLE_MARKS | frozenset("›‹")
"""Every mark of one character, apostrophes too."""
_DEEPEST = 3
"""How many open marks a closing mark looks through for the one that it closes."""

_Closing = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch with its marks; `depth` counts the quotations around it, `closed` is False if the closing mark
    is missing and the stretch ends with its part. `opening` and `closing` are the lengths of the marks in characters,
    the latter 0 if it is missing."""

    span: Span
    depth: int
    closed: bool
    opening: int = 1
    closing: int = 1

    @property
    def inner(self) -> Span:
        """The same without the marks."""
        start = self.span.start + self.opening
        return Span(start, max(start, self.span.end - self.closing))


@dataclass(frozen=True, slots=True)
class _Styles:
    """The marks that may close each opening mark: of double marks, and of single ones."""

    double: dict[str, Sequence[str]]
    single: dict[str, Sequence[str]]


@cache
def _styles(language: Language) -> _Styles:
    found = _Styles({}, {})
    for entry in language.quotation_marks:
        side = found.single if SINGLE_MARKS.issuperset(entry.closing) else found.double
        side[entry.opening] = entry.closing
    return found


def quoted_stretches(text: str, part: Span, *, language: Language) -> tuple[Quoted, ...]:
    """The quoted stretches of one part in text order, outer ones before inner ones.

    Linear in the length of the part. A stray closing mark is ignored; an opening mark that is never closed quotes the
    rest of its part, unless the same mark opens again in it (then the first one was a slip). Double marks are paired
    first: a single one may be an apostrophe, and is paired with one inside the same double marks.
    """
    marks = list(marks_in(text, part, language))
    found, left = _double_pairs([mark for mark in marks if mark.sign not in SINGLE_MARKS], language)
    end = part.start + len(text[part.start : part.end].rstrip())
    found += _left_open(left, found, end)
    apart = [mark for mark in marks if mark.sign in SINGLE_MARKS and not mark.is_inside_word]
    within, left = _single_pairs(text, apart, found, language)
    found += [*within, *_left_open(left, (), end)]
    return _with_depths(sorted(found, key=_outer_first))


def _outer_first(quoted: Quoted) -> tuple[int, int]:
    return quoted.span.start, -quoted.span.end


def _between(opened: Mark, closed: Mark) -> Quoted:
    return Quoted(Span(opened.start, closed.end), 0, True, opened.end - opened.start, closed.end - closed.start)


def _left_open(marks: Iterable[Mark], around: Iterable[Quoted], end: int) -> list[Quoted]:
    """The first of some marks that nothing closes and nothing encloses: it quotes the rest."""
    spans = [quoted.span for quoted in around]
    free = (mark for mark in marks if mark.end < end and not any(span.contains(mark.span) for span in spans))
    return [Quoted(Span(mark.start, end), 0, False, mark.end - mark.start, 0) for mark in islice(free, 1)]


def _double_pairs(marks: Iterable[Mark], language: Language) -> tuple[list[Quoted], list[Mark]]:
    """Each closing mark with the innermost one that it may close, and what is left open."""
    closing = _styles(language).double
    found: list[Quoted] = []
    stack: list[Mark] = []
    last: dict[str, Mark] = {}
    for mark in marks:
        level = _closes(mark, stack, closing)
        if level is not None and not (mark.sign in closing and mark.opens):
            found.append(_between(stack[level], mark))
            del stack[level:]
        elif mark.sign in closing and mark.may_open:
            stack.append(mark)
            last[mark.sign] = mark
    # Opened once more without being closed: the first mark was a slip.
    return found, [mark for mark in stack if not mark.needs_partner and last[mark.sign] is mark]


def _closes(mark: Mark, stack: Sequence[Mark], closing: _Closing) -> int | None:
    """The place in the stack of the innermost quotation that the mark can close."""
    for level in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        fits = mark.before.isspace() or not stack[level].is_spaced
        if fits and mark.sign in closing[stack[level].sign]:
            return level
    return None


def _single_pairs(
    text: str, marks: Sequence[Mark], around: Sequence[Quoted], language: Language
) -> tuple[list[Quoted], list[Mark]]:
    """The pairs of single marks, each inside the same double marks, and what is left open outside of these."""
    closing, clipped = _styles(language).single, language.words.clipped_words
    spans = [quoted.span for quoted in sorted(around, key=_outer_first)]
    found: list[Quoted] = []
    left: list[Mark] = []
    for stretch, group in inside(marks, spans):
        for opened, closed in single_pairs(text, group, closing, clipped=clipped):
            if closed is not None:
                found.append(_between(opened, closed))
            elif stretch is None:
                left.append(opened)
    return found, left


def _with_depths(found: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """Counted over what was found: in *'n Abend, „wir kommen“* the stray mark is open, but quotes nothing."""
    ends: list[int] = []
    result: list[Quoted] = []
    for quoted in found:
        while ends and ends[-1] < quoted.span.end:
            ends.pop()
        result.append(replace(quoted, depth=len(ends)))
        ends.append(quoted.span.end)
    return tuple(result)


def usual_marks(text: str, part: Span, *, language: Language) -> Iterator[tuple[Span, str]]:
    """What stands in a part where the usual marks of the language might, and the usual ones, in order.

    Outer and inner marks change in turn, as deep as quotations go; blanks between marks and words go; an accent typed
    for an apostrophe becomes one. Nothing if the marks are the usual ones, or the language names none.
    """
    styles = [_usual(language, kind) for kind in ("outer", "inner")]
    pairs = [style for style in styles if style is not None]
    if not pairs:
        return
    stretches = quoted_stretches(text, part, language=language)
    found = [item for each in stretches for item in _in_style(text, each, *pairs[each.depth % len(pairs)])]
    found += [(mark.span, "’") for mark in marks_in(text, part, language) if mark.is_apostrophe]
    yield from sorted(item for item in found if text[item[0].start : item[0].end] != item[1])


@cache
def _usual(language: Language, kind: str) -> tuple[str, str] | None:
    usual = ((item.opening, item.closing[0]) for item in language.quotation_marks if item.reads_as == kind)
    return next(usual, None)


def _in_style(text: str, quoted: Quoted, opening: str, closing: str) -> Iterator[tuple[Span, str]]:
    """The marks of a stretch, with the blanks inside, and what stands for them."""
    span, inner = quoted.span, quoted.inner
    words = text[inner.start : inner.end]
    blanks = len(words) - len(words.lstrip()) if words.strip() else 0
    yield Span(span.start, inner.start + blanks), opening
    if quoted.closed:
        yield Span(inner.start + len(words.rstrip()) if words.strip() else inner.end, span.end), closing
