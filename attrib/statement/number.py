"""Numbers in the text: *1.100*, *11 000*, *zwölftausend*, *mehrere Tausend*, *zwischen 10 und 12*, *bis zu 50*.

Dates, times of day, ordinals, years and numbers that are part of a name (*Hwasong-11*, *Platz 16*) are none. Words for
numbers are read by text2num, how figures are written is said by the language's grammar.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from attrib.records import Qualifier
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import Magnitude
from attrib.text.text import Text

_DASHES = frozenset({"-", "–", "—"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_PARTING = frozenset({".", ":", "/"})
"""Marks inside dates, times and scores."""
_LAST_YEAR = 2100
_LONGEST_QUALIFIER = 4


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


NO_TOKEN = Token("", -1, -1, None)
"""What stands before the first token and behind the last one."""


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


def numbers(text: Text, sentence: Sentence) -> Iterator[Number]:
    """The numbers of a sentence, in order."""
    listed = text.language.lexicon.numbers
    matches = list(listed.pattern.finditer(text.document.text, sentence.start, sentence.end))
    if any(listed.may_begin(item.group()) for item in matches):
        yield from _Tokens(text, sentence, matches).numbers()


def _token(text: Text, found: re.Match[str]) -> Token:
    token = found.group()
    value = text.language.grammar.figure_value(token) if token[0].isdecimal() else None
    return Token(token, found.start(), found.end(), value)


def _multiplied(value: float, place: int, magnitude: Magnitude | None) -> _Atom:
    """The number at token `place`, times the magnitude that may stand behind it."""
    if magnitude is None:
        return _Atom(value, place, place, False, 1)
    return _Atom(value * magnitude.value, place, place + 1, False, magnitude.value)


class _Tokens:
    """The tokens of one sentence, with the parser's words at their places."""

    def __init__(self, text: Text, sentence: Sentence, matches: Sequence[re.Match[str]]) -> None:
        self._tokens = [_token(text, item) for item in matches]
        self._parsed = {word.start: word for word in sentence.words}
        self._grammar = text.language.grammar
        self._words = text.language.words
        self._listed = text.language.lexicon.numbers

    def _at(self, place: int) -> Token:
        return self._tokens[place] if 0 <= place < len(self._tokens) else NO_TOKEN

    def _word(self, place: int) -> Word:
        """The parser's word that begins with a token."""
        return self._parsed.get(self._at(place).start, NO_WORD)

    def _is_unit(self, token: Token) -> bool:
        return token.form in self._listed.units

    def numbers(self) -> Iterator[Number]:
        """The numbers, in order."""
        place = 0
        while place < len(self._tokens):
            atom = self._atom(place) if self._listed.may_begin(self._tokens[place].text) else None
            found = None if atom is None else self._qualified(atom)
            if found is not None and atom is not None and not self._is_label(atom, found):
                yield found
            place = place + 1 if atom is None else atom.last + 1
            while found is not None and 0 <= self._at(place).start < found.end:
                place += 1

    def _atom(self, place: int, *, is_upper: bool = False) -> _Atom | None:
        """The number that begins at token `place`, magnitude words included."""
        value, following = self._at(place).value, self._listed.magnitudes.get(self._at(place + 1).form)
        if value is None:
            return self._in_words(place, following)
        stuck = self._hangs_on(place, is_upper=is_upper) or self._runs_on(place)
        return None if stuck else _multiplied(value, place, following)

    def _in_words(self, place: int, following: Magnitude | None) -> _Atom | None:
        form = self._at(place).form
        half = form in self._words.half
        if following is not None and (half or form in self._words.several):
            return _Atom(following.value / (1 + half), place, place + 1, not half, following.value)
        own = self._listed.magnitudes.get(form)
        if own is not None and own.open:
            return _Atom(own.value, place, place, True, own.value)
        if following is None and not self._is_number_word(place):
            return None
        value = self._grammar.number_word(form)
        return None if value is None else _multiplied(value, place, following)

    def _is_number_word(self, place: int) -> bool:
        """*acht* may be a verb, *ein* an article: the parser must take it for a number, if no magnitude follows."""
        token, word = self._at(place), self._word(place)
        is_article = token.form in self._words.articles or token.form in self._words.pronouns_personal
        return word.upos in {"NUM", "ADJ"} and not is_article and word.end == token.end

    def _hangs_on(self, place: int, *, is_upper: bool) -> bool:
        """Part of a name, a date, a time or a score, by what stands before: *Hwasong-11*, *23.10.*, *2:1*."""
        before, beyond = self._at(place - 1), self._at(place - 2)
        if before.end != self._at(place).start:
            return False
        if before.text[-1:].isalpha():
            return True
        free = is_upper and before.text in _DASHES and not beyond.text[-1:].isalpha()
        return beyond.end == before.start and not free

    def _runs_on(self, place: int) -> bool:
        """Part of a name, a date, a time or a score, by what stands behind: *15 Uhr*, *2:1*, *66-jährig*."""
        after, then = self._at(place + 1), self._at(place + 2)
        if after.start == self._at(place).end:
            if after.text[:1].isalpha() or (after.text in _PARTING and then is not NO_TOKEN):
                return not self._is_unit(after)
            if after.text in _DASHES and then.start == after.end and then.text[:1].isalpha():
                return not self._is_unit(then)
        return after.form in self._words.clock or after.form in self._words.months

    def _qualified(self, atom: _Atom) -> Number | None:
        """The number with its range and its qualifier; None for years."""
        upper = self._upper(atom)
        if upper is not None:
            return self._range(atom, upper)
        first, end = self._at(atom.first).start, self._at(atom.last).end
        qualifier, start = self._qualifier(atom.first)
        if start is None:
            if self._is_year(atom):
                return None
            start = first
        if atom.is_open:
            return Number(atom.value, None, "several", start, first, end, "open")
        rule = "figure" if self._at(atom.first).value is not None else "word"
        return Number(atom.value, None, qualifier, start, first, end, rule)

    def _upper(self, atom: _Atom) -> _Atom | None:
        """The second number of *zwischen 10 und 12*, *10 bis 12*, *10–12*."""
        joint, words = self._at(atom.last + 1).form, self._words
        if atom.is_open or not (joint in _DASHES or joint in words.range_joints):
            return None
        # *10 und 12* are two numbers.
        if joint in words.joining_conjunctions and self._at(atom.first - 1).form not in words.range_openers:
            return None
        found = self._atom(atom.last + 2, is_upper=True)
        return None if found is None or found.is_open else found

    def _range(self, atom: _Atom, upper: _Atom) -> Number | None:
        """The range between two numbers; None if it is none."""
        value = atom.value if atom.scale > 1 else atom.value * upper.scale
        if value >= upper.value or self._is_year(upper):
            return None
        first, opener = self._at(atom.first).start, self._at(atom.first - 1)
        start = opener.start if opener.form in self._words.range_openers else first
        return Number(value, upper.value, "between", start, first, self._at(upper.last).end, "range")

    def _qualifier(self, place: int) -> tuple[Qualifier, int | None]:
        """The qualifier that ends right before token `place` and where it starts; the longest one that fits."""
        stop = place - (place > 1 and self._at(place - 1).text == ".")  # *ca.*
        for first in range(max(0, stop - _LONGEST_QUALIFIER), stop):
            found = self._listed.qualifiers.get(tuple(token.form for token in self._tokens[first:stop]))
            if found is not None:
                return found, self._at(first).start
        return "exact", None

    def _is_year(self, atom: _Atom) -> bool:
        """*2023*, *seit 2012*: four figures without a mark between them, unless a noun behind them is counted."""
        text = self._at(atom.first).text
        if atom.first != atom.last or len(text) != 4 or not text.isdecimal() or not 1000 <= atom.value <= _LAST_YEAR:
            return False
        before = self._at(atom.first - 1).form
        named = before in self._words.year_words or before in self._words.months
        return named or not self._counts_behind(atom)

    def _counts_behind(self, atom: _Atom) -> bool:
        place = atom.last + 1
        if self._at(place).form in self._words.number_prepositions:
            return True  # *328 von 547 Sitzen*
        return self._is_unit(self._at(place)) or self._word(place).upos in _NOMINAL

    def _is_label(self, atom: _Atom, found: Number) -> bool:
        """*Platz 16*, *das Kommissariat 77*: a plain figure right behind a noun, with nothing behind it to count."""
        plain = found.rule == "figure" and found.start == found.first and atom.first == atom.last
        named = self._word(atom.first - 1).upos in {"NOUN", "PROPN"}
        return plain and named and not self._counts_behind(atom)
