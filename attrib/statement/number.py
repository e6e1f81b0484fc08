"""Numbers in the text: *1.100*, *11 000*, *zwölftausend*, *mehrere Tausend*, *zwischen 10 und 12*, *bis zu 50*.

Dates, times of day, ordinals, years and numbers that are part of a name (*Hwasong-11*, *Platz 16*) are none. Words for
numbers are read by text2num, how figures are written is said by `attrib/languages/<code>/syntax.py`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from attrib.records import Qualifier
from attrib.text.analysis import Sentence, Word
from attrib.text.entries import Magnitude
from attrib.text.language import Language

_TOKEN = r"[^\W\d_]+|[^\w\s]"
_DASHES = frozenset({"-", "–", "—"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_YEARS = range(1000, 2101)


class Token(NamedTuple):
    """A figure, a word or a mark of a sentence, with its place in the document."""

    text: str
    start: int
    end: int
    value: float | None
    """What a figure says."""

    @property
    def form(self) -> str:
        """The token in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text gives it; `start` includes the qualifier, `first` begins the number itself."""

    value: float
    value_to: float | None
    qualifier: Qualifier
    start: int
    first: int
    end: int
    rule: str


class _Atom(NamedTuple):
    """One number without qualifier: tokens `first` to `last`, both included."""

    value: float
    first: int
    last: int
    is_open: bool
    scale: float
    """The magnitude that multiplied it, 1 without one."""


def numbers(text: str, sentence: Sentence, *, language: Language) -> Iterator[Number]:
    """The numbers of a sentence of `text`, in order."""
    matches = list(_pattern(language).finditer(text, sentence.start, sentence.end))
    if not any(item.group()[0].isdecimal() or _may_begin(item.group().lower(), language) for item in matches):
        return
    tokens = [_token(item, language) for item in matches]
    words = {word.start: word for word in sentence.words}
    place = 0
    while place < len(tokens):
        atom = _atom(tokens, place, words, language)
        if atom is None:
            place += 1
            continue
        found = _qualified(tokens, atom, words, language)
        if found is not None and not _is_label(tokens, atom, found, words, language):
            yield found
        place = atom.last + 1
        while found is not None and place < len(tokens) and tokens[place].start < found.end:
            place += 1


def _token(found: re.Match[str], language: Language) -> Token:
    text = found.group()
    value = language.grammar.figure_value(text) if text[0].isdecimal() else None
    return Token(text, found.start(), found.end(), value)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(f"{language.grammar.FIGURE}|{_TOKEN}")


@lru_cache(maxsize=16_384)
def _may_begin(form: str, language: Language) -> bool:
    """Whether a word in small letters can begin a number at all."""
    listed = language.words.several | language.words.half
    return form in listed or form in _magnitudes(language) or language.grammar.number_word(form) is not None


def _atom(
    tokens: Sequence[Token], place: int, words: Mapping[int, Word], language: Language, *, is_upper: bool = False
) -> _Atom | None:
    """The number that begins at token `place`, magnitude words included."""
    token, magnitudes = tokens[place], _magnitudes(language)
    if token.value is None and not _may_begin(token.form, language):
        return None
    following = magnitudes.get(tokens[place + 1].form) if place + 1 < len(tokens) else None
    if token.value is not None:
        if _is_stuck(tokens, place, language, is_upper=is_upper):
            return None
        scale = following.value if following is not None else 1
        return _Atom(token.value * scale, place, place + (following is not None), False, scale)
    form = token.form
    if form in language.words.several | language.words.half and following is not None:
        half = form in language.words.half
        return _Atom(following.value / (1 + half), place, place + 1, not half, following.value)
    own = magnitudes.get(form)
    if own is not None and own.open:
        return _Atom(own.value, place, place, True, own.value)
    value = language.grammar.number_word(form)
    if value is None or not _is_number_word(token, following, words, language):
        return None
    if following is not None:
        return _Atom(value * following.value, place, place + 1, False, following.value)
    return _Atom(value, place, place, False, 1)


@cache
def _magnitudes(language: Language) -> dict[str, Magnitude]:
    return {form: entry for entry in language.magnitudes for form in entry.forms}


def _is_number_word(token: Token, following: Magnitude | None, words: Mapping[int, Word], language: Language) -> bool:
    """*acht* may be a verb, *ein* an article: the parser must take it for a number, or a magnitude must follow."""
    if following is not None:
        return True
    word = words.get(token.start)
    is_article = token.form in language.words.articles | language.words.pronouns_personal
    return word is not None and word.upos in {"NUM", "ADJ"} and not is_article and word.end == token.end


def _is_stuck(tokens: Sequence[Token], place: int, language: Language, *, is_upper: bool) -> bool:
    """Part of a name, a date, a time or a score: *Hwasong-11*, *23.10.*, *15 Uhr*, *2:1*, *66-jährig*."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    beyond = tokens[place - 2] if place > 1 else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    then = tokens[place + 2] if place + 2 < len(tokens) else None
    if before is not None and before.end == token.start:
        if before.text[-1].isalpha():
            return True
        glued = beyond is not None and beyond.end == before.start
        if glued and beyond is not None and (beyond.text[-1].isalpha() or before.text not in _DASHES or not is_upper):
            return True
    if after is not None and after.start == token.end:
        if after.text[0].isalpha() or (after.text in {".", ":", "/"} and then is not None):
            return _unit_code(after.text, language) is None
        if after.text in _DASHES and then is not None and then.start == after.end and then.text[0].isalpha():
            return _unit_code(then.text, language) is None
    return after is not None and after.form in language.words.clock | language.words.months


def _unit_code(text: str, language: Language) -> str | None:
    return next((entry.code for entry in language.units if text.lower() in entry.forms), None)


def _qualified(tokens: Sequence[Token], atom: _Atom, words: Mapping[int, Word], language: Language) -> Number | None:
    """The number with its range and its qualifier; None for years."""
    upper = _upper(tokens, atom, words, language)
    last = (upper or atom).last
    opener = tokens[atom.first - 1] if atom.first else None
    first, end = tokens[atom.first].start, tokens[last].end
    if upper is not None:
        value = atom.value if atom.scale > 1 else atom.value * upper.scale
        if value >= upper.value or _is_year(tokens, upper, words, language):
            return None
        opens = opener is not None and opener.form in language.words.range_openers
        start = opener.start if opener is not None and opens else first
        return Number(value, upper.value, "between", start, first, end, "range")
    qualifier, qualified = _qualifier(tokens, atom.first, language)
    if qualified is None and _is_year(tokens, atom, words, language):
        return None
    start = first if qualified is None else qualified
    if atom.is_open:
        return Number(atom.value, None, "several", start, first, end, "open")
    rule = "figure" if tokens[atom.first].value is not None else "word"
    return Number(atom.value, None, qualifier, start, first, end, rule)


def _upper(tokens: Sequence[Token], atom: _Atom, words: Mapping[int, Word], language: Language) -> _Atom | None:
    """The second number of *zwischen 10 und 12*, *10 bis 12*, *10–12*."""
    place = atom.last + 1
    if place + 1 >= len(tokens) or atom.is_open:
        return None
    joint, opener = tokens[place].form, tokens[atom.first - 1].form if atom.first else ""
    is_between = opener in language.words.range_openers
    if joint not in _DASHES and (joint not in language.words.range_joints or (joint == "und" and not is_between)):
        return None
    found = _atom(tokens, place + 1, words, language, is_upper=True)
    return None if found is None or found.is_open else found


@cache
def _qualifiers(language: Language) -> dict[tuple[str, ...], Qualifier]:
    return {tuple(entry.form.split()): entry.qualifier for entry in language.number_qualifiers}


def _qualifier(tokens: Sequence[Token], place: int, language: Language) -> tuple[Qualifier, int | None]:
    """The qualifier that ends right before token `place` and where it starts; the longest one that fits."""
    known = _qualifiers(language)
    stop = place - (place > 1 and tokens[place - 1].text == ".")  # *ca.*
    for length in range(4, 0, -1):
        first = stop - length
        if first >= 0:
            found = known.get(tuple(token.form for token in tokens[first:stop]))
            if found is not None:
                return found, tokens[first].start
    return "exact", None


def _is_year(tokens: Sequence[Token], atom: _Atom, words: Mapping[int, Word], language: Language) -> bool:
    """*2023*, *seit 2012*: four figures without a mark between them, unless a noun behind them is counted."""
    token = tokens[atom.first]
    if atom.first != atom.last or token.value not in _YEARS or len(token.text) != 4:
        return False
    before = tokens[atom.first - 1].form if atom.first else ""
    if before in language.words.year_words | language.words.months:
        return True
    return not _counts_behind(tokens, atom, words, language)


def _counts_behind(tokens: Sequence[Token], atom: _Atom, words: Mapping[int, Word], language: Language) -> bool:
    if atom.last + 1 >= len(tokens):
        return False
    after = tokens[atom.last + 1]
    word = words.get(after.start)
    if after.form in language.words.number_prepositions:
        return True  # *328 von 547 Sitzen*
    return _unit_code(after.text, language) is not None or (word is not None and word.upos in _NOMINAL)


def _is_label(
    tokens: Sequence[Token], atom: _Atom, found: Number, words: Mapping[int, Word], language: Language
) -> bool:
    """*Platz 16*, *das Kommissariat 77*: a plain figure right behind a noun, with nothing behind it to count."""
    if found.rule != "figure" or found.start != found.first or atom.first != atom.last or not atom.first:
        return False
    word = words.get(tokens[atom.first - 1].start)
    named = word is not None and word.upos in {"NOUN", "PROPN"}
    return named and not _counts_behind(tokens, atom, words, language)
