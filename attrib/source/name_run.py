"""Proper nouns in a row, as far as they are one name: *Wladimir Putin*, *Ursula von der Leyen*."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.text.analysis import NO_WORD, Word, word_at
from attrib.text.language import Language
from attrib.text.marks import MARKS
from attrib.text.words import NAMES

_IN_NAMES = frozenset({"flat", "appos", "compound", "nmod", "case", "det", "nsubj", "obl"})
"""How the tree joins the words of one name."""
_MARKED = NAMES | {"NUM"}

_AND = "&"
_PARTICLE = re.compile(r"[^\W\d_A-Z]{1,4}-[^\W\d_a-z]")
"""*al-*, *el-*, *ash-*: small letters that a hyphen joins to a name."""


@dataclass(frozen=True, slots=True)
class NameRuns:
    """The names among some words."""

    words: Sequence[Word]
    language: Language

    def at(self, start: int) -> Sequence[Word]:
        """The words of the name that begins at a place, none if none does; without a nickname in quotation marks."""
        marked = self.marked(start)
        if marked:
            return marked
        end = start
        while end < len(self.words) and self._is_in_name(start, end) and not self._is_bearer(start, end):
            end += 1
        while end > start and self._is_particle(self.words[end - 1]):
            end -= 1
        nickname = self.marked(end + 1) if end > start else ()
        rest = self.at(end + len(nickname) + 2) if nickname else ()
        return [*self.words[start:end], *rest]

    def marked(self, start: int) -> Sequence[Word]:
        """All words between quotation marks, if a name begins at a place and they are nothing else."""
        end = start
        while word_at(self.words, end).upos in _MARKED:
            end += 1
        marks = word_at(self.words, start - 1), word_at(self.words, end)
        return self.words[start:end] if end > start and all(mark.text in MARKS for mark in marks) else ()

    def is_marked(self, word: Word, *, among: int = 1) -> bool:
        """Whether a proper noun belongs to such a name, of at least `among` words."""
        start = self.words.index(word)
        while start and word_at(self.words, start - 1).upos in _MARKED:
            start -= 1
        name = self.marked(start)
        return len(name) >= among and word in name

    def noun_of(self, start: int) -> Word:
        """The noun before the marks around the name that begins at a place; NO_WORD if none stands there."""
        noun = word_at(self.words, start - 2)
        return noun if noun.upos == "NOUN" and self.marked(start) else NO_WORD

    def _is_particle(self, word: Word) -> bool:
        return word.form in self.language.words.name_particles or (word.upos == "PROPN" and word.text.islower())

    def _is_firm(self, place: int) -> bool:
        """*Weller & Söhne*, *Weller & Co. KG*: the sign, what it joins, and the form of the company behind that."""
        here, before = self.words[place], self.words[place - 1]
        if not word_at(self.words, place + 1).text[:1].isupper() and here.text == _AND:
            return False
        firm = before.form in self.language.words.company_forms and here.form in self.language.words.company_forms
        return here.text == _AND or (here.text[:1].isupper() and (before.text == _AND or firm))

    def _is_bearer(self, start: int, place: int) -> bool:
        """*der Präsident der Region Elsass | Adrien Zeller*, *des Vereins Nordlicht | Jan Ohm*: a full name behind what
        its noun is for, which no given name begins."""
        noun, first, listed = word_at(self.words, start - 1), self.words[start], self.language.given_names
        if place == start or noun.upos != "NOUN" or not noun.has("Case=Gen") or first.relation == "flat":
            return False
        given, family = self.words[place], word_at(self.words, place + 1)
        full = listed.is_listed(given.text) and family.upos in NAMES and family.text[:1].isupper()
        return full and not listed.is_listed(first.text) and self.language.lexicon.nouns.person(noun) is None

    def _is_in_name(self, start: int, place: int) -> bool:
        word, listed = self.words[place], self.language.words
        if place > start and self._is_firm(place):
            return True
        if place > start and word.form in listed.months | listed.adverbial_times:
            return False  # *Vogt | Anfang Mai*
        if word.upos == "PROPN" and word.text[:1].isupper():
            return place == start or word.relation in _IN_NAMES
        if place > start and word.upos == "PROPN" and _PARTICLE.match(word.text):
            return True  # *Fatima al-Khatib*, whatever the tree makes of it
        if place == start or word.relation not in _IN_NAMES:
            return False
        if word.upos == "PROPN" and word.text[:1].isalpha():
            return True  # *de la* in *Inès de la Cruz*
        if word.form not in listed.name_particles:
            return False
        # *John Sifton von Human Rights Watch*: behind a whole name the preposition is none of its words.
        whole = place > start + 1 and word.form in listed.origin_particles
        return not whole and word_at(self.words, place + 1).upos in {"PROPN", "ADP", "DET"}
