"""Whose somebody or something without a name is: *ein Berater des Ministers*, *eine Studie der Bank*."""

from collections.abc import Sequence

from attrib.source.resolver import Question
from attrib.text.analysis import Word
from attrib.text.words import NAMES, NOUNS


def is_of_party(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """Whether a name, an institution or an office behind the noun says whose it is; several without a name do not."""
    behind = [word for word in words if word.number > noun.number and word.upos in NOUNS]
    return any(_identifies(question, word) for word in behind)


def _identifies(question: Question, word: Word) -> bool:
    if word.upos in NAMES:
        return question.language.countries.of_place(word.text) is None
    person = question.nouns.person(word)
    known = question.nouns.institution(word) is not None or (person is not None and not person.unnamed)
    return known and not word.has("Number=Plur")
