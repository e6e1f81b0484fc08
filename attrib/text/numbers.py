"""What the lists say of numbers: the words that multiply one, its units, how exact it is."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from attrib.records import Qualifier
from attrib.text.entries import Magnitude, Unit

if TYPE_CHECKING:
    from attrib.text.language import Language

_TOKEN = r"[^\W\d_]+|[^\w\s]"
_REMEMBERED = 16_384
"""For how many words it is kept whether they begin a number: text2num takes its time for each."""


class Numbers:
    """The numbers of one language."""

    def __init__(self, language: "Language") -> None:
        self._language = language
        self.may_begin = lru_cache(maxsize=_REMEMBERED)(self._may_begin)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What a text is cut into in the search for numbers: figures, words, marks."""
        return re.compile(f"{self._language.grammar.FIGURE}|{_TOKEN}")

    def _may_begin(self, token: str) -> bool:
        """Whether a figure or a word can begin a number at all."""
        words, form = self._language.words, token.lower()
        if token[0].isdecimal():
            return True
        listed = form in words.several or form in words.half or form in self.magnitudes
        return listed or self._language.grammar.number_word(form) is not None

    @cached_property
    def magnitudes(self) -> Mapping[str, Magnitude]:
        """The words that multiply a number, by their forms."""
        return {form: entry for entry in self._language.magnitudes for form in entry.forms}

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Units and currencies by their forms; of several with one form the first."""
        return {form: unit for unit in reversed(self._language.units) for form in unit.forms}

    @cached_property
    def qualifiers(self) -> Mapping[tuple[str, ...], Qualifier]:
        """How exact a number is by the words that say so."""
        return {tuple(entry.form.split()): entry.qualifier for entry in self._language.number_qualifiers}
