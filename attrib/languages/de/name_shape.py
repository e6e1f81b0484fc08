"""What a person's name looks like: given names in a row, particles, a family name."""

from collections.abc import Collection
from typing import NamedTuple

from attrib.languages.de.compounds import is_joint
from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.names import is_title_abbreviation, may_be_name
from attrib.text.analysis import Sentence, Word

_LONGEST_ARTICLES = 2
"""*von und zu der*: words between a particle and its name."""


class Name(NamedTuple):
    """A name in a sentence: the numbers of its first word, of the first behind the given names, and of its last."""

    first: int
    family: int
    last: int

    @property
    def is_full(self) -> bool:
        """Whether a given name stands in it."""
        return self.first < self.family


def is_given(word: Word) -> bool:
    """A proper noun that may begin a name: no abbreviation, office, country or capital."""
    if word.upos != "PROPN":
        return False
    text = word.text
    written = text[:1].isupper() and not text.isupper() and not text.endswith(".")
    return written and not is_office(word) and GERMAN.countries.of_place(text) is None


def is_office(word: Word) -> bool:
    """*Ministerin*, *Energieminister*: one person, whatever the tagger takes the noun for."""
    named = word.upos in {"NOUN", "PROPN"} and not word.is_plural
    return named and (GERMAN.lexicon.noun(word).person is not None or word.form in WORDS.titles)


def last_given(sentence: Sentence, number: int) -> int:
    """The number of the last of the proper nouns in a row, halves of compounds and initials among them."""
    while True:
        behind = sentence.word(number + 1)
        if is_joint(sentence, number + 1):
            number += 2
        elif behind.upos == "PROPN" and behind.text[:1].isupper() and not is_title_abbreviation(behind):
            number += 1
        else:
            return number


def behind_particles(sentence: Sentence, number: int, families: Collection[str] = ()) -> int:
    """The number of the name behind the particles that begin at a place; 0 if none do.

    `families` are the family names in small letters that the document is known to have.
    """
    first = sentence.word(number)
    if first.form not in WORDS.family_name_particles:
        return 0
    if first.surface:
        return _behind_contraction(sentence, number, families)
    place = number + 1
    while place <= number + _LONGEST_ARTICLES and sentence.word(place).form in WORDS.name_articles:
        place += 1
    last = sentence.word(place)
    return last_given(sentence, place) if last.text[:1].isupper() and may_be_name(last) else 0


def _behind_contraction(sentence: Sentence, number: int, families: Collection[str]) -> int:
    """*Claus vom Hagen*: the number of the one word behind *vom*, right behind a given name or if it is a known name; 0
    elsewhere, as in *Vom Trainer kam der Hinweis*, and for a noun for a party: *Sabine vom Jugendamt*."""
    place = number + sentence.word(number).surface
    last = sentence.word(place)
    full = is_given(sentence.word(number - 1)) and not sentence.behind(last).text[:1].isupper()
    fits = last.upos in {"NOUN", "PROPN"} and may_be_name(last)
    return place if fits and (full or spelled(sentence, number, place) in families) else 0


def spelled(sentence: Sentence, first: int, last: int) -> str:
    """Words of a sentence in small letters."""
    return " ".join(word.form for word in sentence.words[first - 1 : last])
