"""Name → party of a gold article: which of the parties that gold lists is meant by the names of a source.

Two names are compared by their content words, case, umlauts and inflection folded: equal, the words of one within those
of the other, or else the share of words in common. The party whose names fit best is meant, if more than half fits.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from attrib.evaluation.news.gold_article import GoldArticle
from attrib.evaluation.words import load_words

Words = frozenset[str]

_WORD = re.compile(r"[\w']+")
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})
_UNINFLECTED = 4
"""Shorter words keep their endings."""
_WITHIN, _COVERED, _SHARED = 0.6, 0.3, 0.5
"""How near two names are: within each other, how much of the longer is covered then, and the share in common else."""
NEAR_ENOUGH = 0.5
"""A name must be nearer than this to be a party's."""


class Wording(BaseModel):
    """What does not tell one name from another, in one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    passed_over: frozenset[str]
    endings: tuple[str, ...]

    def stems(self, name: str) -> Words:
        """The content words of a name without their endings; all its words if none is one."""
        words = _WORD.findall(name.lower().translate(_FOLDED))
        kept = [word for word in words if word not in self.passed_over] or words
        return frozenset(map(self._stem, kept))

    def _stem(self, word: str) -> str:
        if len(word) <= _UNINFLECTED:
            return word
        ending = max((each for each in self.endings if word.endswith(each)), key=len, default="")
        return word.removesuffix(ending)


@cache
def load_wording(language: str) -> Wording:
    """The wording of one language, `words/<code>.yml`; ResourceError if it has none."""
    lacking = "Names of language {language} cannot be compared, but those of {there} can; "
    lacking += "attrib/evaluation/news/words needs a file for it."
    return load_words("attrib.evaluation.news", language, Wording, lacking=lacking)


class NamedSource(NamedTuple):
    """A source of the system, as far as it matters who it is."""

    id: str
    kind: str
    origin: str
    names: frozenset[str]


class _Name(NamedTuple):
    stems: Words
    words: Words


class PartyNames:
    """The parties of one gold article, to be asked who is meant by a name."""

    def __init__(self, names: Mapping[str, Iterable[str]], wording: Wording) -> None:
        self._wording = wording
        self._ids = frozenset(names)
        self._names = {
            party: [self._name(each) for each in each_name]
            for party, each_name in names.items()
            if party not in {"hearsay", "publisher"}
        }

    def party(self, source: NamedSource) -> str | None:
        """The id of the party that a source is; None if it is no party of the article."""
        if source.kind == "hearsay":
            return "hearsay"
        if source.id in self._ids:
            return source.id
        return "publisher" if source.id.startswith("publisher") else self.called(source.names)

    def called(self, names: Iterable[str]) -> str | None:
        """The id of the party that has one of these names; None if nobody has, or nothing like it."""
        asked = [self._name(each) for each in names]
        fits = (
            (near(one.stems, other.stems), near(one.words, other.words), party)
            for party, listed in self._names.items()
            for one in asked
            for other in listed
        )
        nearness, _, party = max(fits, default=(0.0, 0.0, None))
        return party if nearness > NEAR_ENOUGH else None

    def _name(self, name: str) -> _Name:
        return _Name(self._wording.stems(name), frozenset(_WORD.findall(name.lower())))


def near(one: Words, other: Words) -> float:
    """1 for the same words, above a half if one holds the other, else half of the share of words in common."""
    if not one or not other:
        return 0.0
    common, shorter, longer = len(one & other), *sorted((len(one), len(other)))
    if common == longer:
        return 1.0
    if common == shorter:
        return _WITHIN + _COVERED * common / longer
    return _SHARED * common / len(one | other)


def party_names(article: GoldArticle, text: str, wording: Wording) -> PartyNames:
    """What the parties of an article may be called."""
    names = {party.id: {_spoken(party.id), *party.names} for party in article.parties or ()}
    for statement in article.statements:
        for party in (*statement.sources, *(stand.by for stand in statement.assessments)):
            names.setdefault(party, {_spoken(party.replace("unnamed-", ""))})
        if article.parties is None and len(statement.sources) == 1:
            names[statement.sources[0]] |= {text[start:end] for start, end in statement.speaker_spans or ()}
    return PartyNames(names, wording)


def _spoken(party: str) -> str:
    return party.replace("-", " ")
