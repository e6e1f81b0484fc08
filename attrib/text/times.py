"""What the lists say of times: how they are put, and the numbers of their words."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrib.text.language import Language


class Times:
    """The times of one language."""

    def __init__(self, language: "Language") -> None:
        self._language = language

    @cached_property
    def patterns(self) -> Sequence[tuple[str, re.Pattern[str]]]:
        """Each way to put a time, as its kind and its pattern with a group for each word that counts."""
        return tuple((item.kind, self._compiled(item.pattern)) for item in self._language.time_patterns)

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        for kind, forms in self._forms.items():
            pattern = pattern.replace(f"{{{kind}}}", f"(?P<{kind}>{'|'.join(map(re.escape, forms))})")
        return re.compile(rf"\b{pattern}(?!\w)", re.IGNORECASE)

    @cached_property
    def _forms(self) -> Mapping[str, Sequence[str]]:
        """The words of each kind, the longest first."""
        forms: dict[str, list[str]] = {}
        for entry in self._language.times:
            forms.setdefault(entry.kind, []).extend(entry.forms)
        return {kind: sorted(listed, key=len, reverse=True) for kind, listed in forms.items()}

    @cached_property
    def values(self) -> Mapping[tuple[str, str], int]:
        """The number of each word, by its kind and its form in small letters."""
        return {(entry.kind, form): entry.value for entry in self._language.times for form in entry.forms}

    def count(self, form: str) -> float | None:
        """How many a number in figures or a word in small letters says, None for other words."""
        return float(form) if form.isdigit() else self._language.grammar.number_word(form)
