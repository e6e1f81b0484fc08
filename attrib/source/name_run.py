"""Proper nouns in a row, as far as they are one name: *Wladimir Putin*, *Ursula von der Leyen*."""

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.text.analysis import Word, word_at
from attrib.text.language import Language

_IN_NAMES = frozenset({"flat", "appos", "compound", "nmod", "case", "det", "nsubj", "obl"})
"""How the tree joins the words of one name."""


@dataclass(frozen=True, slots=True)
class NameRuns:
    """The names among some words."""

    words: Sequence[Word]
    language: Language

    def at(self, start: int) -> Sequence[Word]:
        """The words of the name that begins at a place, none if none does."""
        end = start
        while end < len(self.words) and self._is_in_name(start, end):
            end += 1
        while end > start and self.words[end - 1].form in self.language.words.name_particles:
            end -= 1
        return self.words[start:end]

    def _is_in_name(self, start: int, place: int) -> bool:
        word, listed = self.words[place], self.language.words
        if word.upos == "PROPN" and word.text[:1].isupper():
            return place == start or word.relation in _IN_NAMES
        if place == start or word.relation not in _IN_NAMES or word.form not in listed.name_particles:
            return False
        # *John Sifton von Human Rights Watch*: behind a whole name the preposition is none of its words.
        whole = place > start + 1 and word.form in listed.origin_particles
        return not whole and word_at(self.words, place + 1).upos in {"PROPN", "ADP", "DET"}
