"""Lines that were one paragraph before somebody wrapped them: mails, terminals, columns of a page, PDFs.

A line goes on in the one below it if the first word there would not have fitted behind it, and it breaks off inside of
a sentence. How wide the lines are tell those that a small letter follows: nothing but a paragraph goes on so. Verses,
lists and addresses break off as well, but where they please.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib.records import Span
from attrib.text.heading import MOST_WORDS, holds_sentence
from attrib.text.hyphen import HYPHENS, joint
from attrib.text.language import Language
from attrib.text.line import OPENERS, Line, lines_of, marks_of
from attrib.text.page_number import page_number, page_numbers
from attrib.text.table import table_lines
from attrib.text.traced import Edit

_NARROW = 28
"""Characters of the narrowest column."""
_VERSE = 50
"""Characters of a verse, or of an item without a marker."""
_WIDE = 100
"""Characters of a line that is too long for a heading, a verse or an address."""
_WIDEST = 140
"""Longer lines without a full stop are paragraphs that lost it rather than wrapped."""
_EVEN, _RAGGED = 10, 5
"""Which part of a line a full one may lack: a tenth, or a fifth where letters have their own widths."""
_NEARLY_ALL, _MOST = 0.9, 0.7
"""Which share of the lines that break off must be full."""
_FEW = 3
"""Pairs of lines that may be full by accident."""
_ENOUGH = 8
"""Lines that are full to the letter by no accident."""
_INDENT = 2
"""Columns."""
_PARTED = re.compile(rf"[^\W_][{HYPHENS}]$")
_REST = re.compile(r"(?:[^\s.]+\s){0,2}(?P<word>[^\W\d_]{3,}[.!?])[“”\"»«]?(?:\s|$)")
"""A sentence of up to three words at the beginning of a line."""
_BEGUN = re.compile(r",\s[^\W\d_]+$")
_PAIRS = {"„": '“”"', "“": "”", "»": "«", "«": "»", "(": ")", "[": "]"}

_Pair = tuple[Line, Line]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How many characters the lines of a wrapped text have at most, and how many fewer one that goes on may have."""

    width: int
    slack: int

    def is_full(self, line: Line, below: Line, *, slack: int | None = None) -> bool:
        """Whether the first word below would not have fitted behind a line."""
        length = line.indent + len(line.text) + 1 + len(below.text.split(maxsplit=1)[0])
        return length > self.width - (self.slack if slack is None else slack)


def unwrapped(text: str, language: Language) -> Iterator[Edit]:
    """What puts lines together that were one: a blank in place of each break, or nothing within a word. Page numbers
    are no lines of the text."""
    lines = list(lines_of(text, marks_of(language)))
    following = going_on(lines, language)
    numbers = page_numbers(lines)
    last = 0
    for place, line in enumerate(lines):
        if place in following:
            last = following[place]
            kept, joint = _joint(line, lines[last], language)
            yield Edit(Span(line.start + kept, lines[last].start), joint)
        elif place in numbers and place > last:
            yield Edit(Span(line.start, line.end), "")


def going_on(lines: Sequence[Line], language: Language) -> Mapping[int, int]:
    """For each line that goes on in another the number of that one; between the two stands at most a page number."""
    blocks = list(_blocks(lines, language))
    fits = [_fit([lines[number] for number in block], language) for block in blocks]
    shown = [(block, fit) for block, fit in zip(blocks, fits, strict=True) if fit is not None]
    common = max((fit for _, fit in shown), key=lambda fit: fit.width, default=None)
    # Where empty lines part the paragraphs, a line that is half empty may end a sentence and no paragraph.
    parted = len(shown) > 1 and all(_ends(lines[block[-1]]) for block, _ in shown)
    found: dict[int, int] = {}
    for block, fit in zip(blocks, fits, strict=True):
        shown_lines = [lines[number] for number in block]
        wrapped = _Wrapped(shown_lines, fit or common, language, shows_it=fit is not None, parted=parted)
        found |= {block[place]: block[place + 1] for place in wrapped.places()}
    return found if common is None else {**found, **dict(_across_pages(lines, common))}


def _blocks(lines: Sequence[Line], language: Language) -> Iterator[Sequence[int]]:
    """The numbers of lines without an empty one between them; tables and lines of the page belong to none."""
    tables = table_lines(lines)
    block: list[int] = []
    for number, line in enumerate(lines):
        apart = number in tables or line.is_marked_heading or _is_of_page(lines, number, language)
        if block and (line.blank_before or apart):
            yield block
            block = []
        if not apart:
            block.append(number)
    if block:
        yield block


def _is_of_page(lines: Sequence[Line], number: int, language: Language) -> bool:
    """Whether a line belongs to the page, and is no piece of a sentence: *am Samstag,⏎3. Mai 2024*."""
    if not marks_of(language).is_boilerplate(lines[number]):
        return False
    near = lines[max(0, number - 1) : number + 2]
    return not any(_is_open(*pair, language) for pair in pairwise(near) if not pair[1].blank_before)


def _fit(block: Sequence[Line], language: Language) -> _Fit | None:
    """How the lines of a block were wrapped, if they show it: enough of them break off inside of a sentence, and nearly
    all of these are full."""
    pairs = [(line, below) for line, below in pairwise(block) if not below.is_item]
    width = max((line.indent + len(line.text) for line in block if " " in line.text), default=0)
    if not pairs or _is_verse(pairs, width):
        return None
    torn = [pair for pair in pairs if _is_torn(*pair)]
    broken = [pair for pair in pairs if not _ends(pair[0])]
    if not torn:
        full = len(broken) >= max(1, len(pairs) / 2) and _share_full(_Fit(width, 0), broken) == 1
        return _Fit(width, 0) if full and _ends(block[-1]) and _shows_openness(broken, width, language) else None
    if width < _NARROW:
        return None
    fit = _fit_of(torn, broken, width, is_first_open=broken[0][0] is block[0])
    enough = len(torn) >= len(pairs) / 4 or _share_full(fit, broken) >= _MOST
    return fit if enough and _share_full(fit, torn) >= _NEARLY_ALL else None


def _is_verse(pairs: Sequence[_Pair], width: int) -> bool:
    """Whether short lines end where sentences pause, and not where they are full: all of several are by no accident."""
    pauses = sum(line.text[-1] in ",;:.!?" for line, _ in pairs)
    parted = any(_is_parted(*pair) for pair in pairs)
    full = len(pairs) > _FEW and width >= _NARROW and _share_full(_Fit(width, 0), pairs) == 1
    return width < _VERSE and len(pairs) > 2 and 2 * pauses >= len(pairs) and not parted and not full


def _fit_of(torn: Sequence[_Pair], broken: Sequence[_Pair], width: int, *, is_first_open: bool) -> _Fit:
    """How full the lines are that were wrapped: to the last letter, nearly, or ragged."""
    strict = _Fit(width, 0)
    if _share_full(strict, torn) < _NEARLY_ALL:
        shown = width >= _VERSE or len(torn) >= _ENOUGH / 2 or any(_is_parted(*pair) for pair in torn)
        return _Fit(width, width // _RAGGED) if shown else strict
    # The first line may be a heading, which is seldom full.
    inside = broken[is_first_open:]
    exact = len(inside) >= _ENOUGH and _share_full(strict, inside) == 1
    return strict if exact else _Fit(width, width // _EVEN)


def _share_full(fit: _Fit, pairs: Sequence[_Pair]) -> float:
    """The share of lines that are full; whoever parts a word says so."""
    return sum(fit.is_full(*pair) or _is_parted(*pair) for pair in pairs) / max(1, len(pairs))


def _shows_openness(broken: Sequence[_Pair], width: int, language: Language) -> bool:
    """Whether full lines that no small letter follows were wrapped: one cannot stand for itself, or several long ones
    are full to the letter."""
    shorter = [line for line, _ in broken if line.indent + len(line.text) < width]
    lengthy = width <= _WIDEST and any(len(line.text) >= _WIDE or _is_lengthy(line) for line, _ in broken)
    return lengthy or (width >= _WIDE and bool(shorter)) or any(_is_open(*pair, language) for pair in broken)


def _is_lengthy(line: Line) -> bool:
    return len(line.text.split()) > MOST_WORDS or holds_sentence(line.body)


class _Wrapped:
    """A block whose lines fit as `fit` says, as they show themselves or as others do; without any it is not wrapped.
    `parted`: it is one paragraph."""

    def __init__(
        self, block: Sequence[Line], fit: _Fit | None, language: Language, *, shows_it: bool, parted: bool
    ) -> None:
        self._block = block
        self._fit = fit
        self._language = language
        self._shows_it = shows_it
        self._torn = [pair for pair in pairwise(block) if _is_torn(*pair)]
        self._is_list = sum(line.is_item for line in block) != 1
        self._end = 0 if fit is None else fit.width // 2 if parted else fit.slack

    def places(self) -> Sequence[int]:
        """The numbers of the lines of the block that go on in the next one."""
        going = [self._goes_on(line, below) for line, below in pairwise(self._block)]
        return [place for place, goes_on in enumerate(going) if goes_on and not self._stands_over(place, going)]

    def _stands_over(self, place: int, going: Sequence[bool]) -> bool:
        """Whether a sentence ends with a line, and the next one is a heading: it breaks off and goes on nowhere."""
        last = place + 1 == len(going)
        below = self._block[place + 1]
        return _ends(self._block[place]) and not _ends(below) and not last and not going[place + 1]

    def _goes_on(self, line: Line, below: Line) -> bool:
        if _is_parted(line, below):
            return True
        if below.is_item and (self._is_list or _ends(line)):
            return False
        if _lacks_noun(line, self._language):
            return True
        if self._fit is None:
            return self._is_torn_once(line, below)
        if _ends(line):
            return self._fit.is_full(line, below, slack=self._end) and not _is_indented(line, below)
        torn = self._shows_it and _is_torn(line, below)
        return torn or self._fit.is_full(line, below) or self._is_torn_once(line, below)

    def _is_torn_once(self, line: Line, below: Line) -> bool:
        """Whether a sentence is torn here and nowhere else, and no heading stands over a paragraph in small letters."""
        once = self._torn == [(line, below)] and (len(self._block) == 2 or _ends(below))
        return once and (_is_open(line, below, self._language) or len(below.text) <= 2 * len(line.text))


def _across_pages(lines: Sequence[Line], fit: _Fit) -> Iterator[tuple[int, int]]:
    """Lines that go on behind an empty line, as at the end of a page, with or without its number between them. A line
    below others is no heading."""
    last: int | None = None
    for number, line in enumerate(lines):
        if page_number(line) is not None:
            continue
        if last is not None and (line.blank_before or number - last > 1):
            inside = not lines[last].blank_before and not _ends(lines[last])
            if (inside or _is_torn(lines[last], line)) and not line.is_item and fit.is_full(lines[last], line):
                yield last, number
        last = number


def _ends(line: Line) -> bool:
    return line.ends_sentence or line.last == ":"


def _is_indented(line: Line, below: Line) -> bool:
    """Whether the lower of two lines begins further to the right: a paragraph, if the upper one is no item."""
    return below.indent - line.indent >= _INDENT and not line.is_item


def _is_torn(line: Line, below: Line) -> bool:
    """Whether a line ends inside of a sentence and goes on with a small letter, or inside of a word."""
    first = below.text.lstrip(OPENERS)[:1]
    return _is_parted(line, below) or (not _ends(line) and first.islower() and not below.is_item)


def _is_parted(line: Line, below: Line) -> bool:
    """*Ver-⏎handlung*, *Nord-⏎und Südhafen*, *Ost-⏎West*."""
    return below.text[0].isalpha() and not below.is_item and _PARTED.search(line.text) is not None


def _is_open(line: Line, below: Line, language: Language) -> bool:
    """Whether a line cannot stand for itself: by its last word, by an open mark, by a clause of one word (*…, sagte*),
    or because what is left of the sentence below is too little for one."""
    joins = line.text.split()[-1].lower() in language.words.coordinators
    begun = line.last == "," or _BEGUN.search(line.text) is not None
    return joins or begun or _lacks_noun(line, language) or _is_unclosed(line.text) or _is_rest(line, below, language)


def _lacks_noun(line: Line, language: Language) -> bool:
    """Whether a line ends with an article or a preposition, or with a title that is cut off: *von Hptm.⏎Gerlach*."""
    last = line.text.split()[-1]
    cut_off = last[:1].isupper() and language.lexicon.abbreviations.kind(last) == "title"
    return last.lower() in marks_of(language).before_nouns or cut_off


def _is_rest(line: Line, below: Line, language: Language) -> bool:
    """*… sagte Amtsleiterin⏎Wiebke Harms. Der Landrat schwieg.*"""
    rest = _REST.match(below.text)
    return not _ends(line) and rest is not None and rest["word"].lower() not in language.words.title_abbreviations


def _is_unclosed(text: str) -> bool:
    """Whether a quotation or a bracket is open at the end."""
    return any(text.rfind(mark) > max(map(text.rfind, closing)) for mark, closing in _PAIRS.items())


def _joint(line: Line, below: Line, language: Language) -> tuple[int, str]:
    """How much of a line is kept where it goes on, and what stands between it and the next one."""
    if not _is_parted(line, below):
        return len(line.text), "" if line.text.endswith("/") else " "
    keeps_hyphen, blank = joint(line.text[:-1], below.text, language.words.coordinators)
    return len(line.text) - (not keeps_hyphen), blank
