"""By what two statements are known to be about the same: countries, events, nouns, and what is done."""

from collections.abc import Collection, Iterable, Iterator
from unicodedata import combining, normalize

from attrib.text.analysis import Word
from attrib.text.text import Text
from attrib.text.words import NOUNS

_PART = 5
"""Letters of a word that is known again in a compound."""


def keys(text: Text, words: Iterable[Word]) -> Iterator[str]:
    """The countries, events and other nouns among some words."""
    for word in words:
        yield from _key(text, word)


def _key(text: Text, word: Word) -> Iterator[str]:
    language = text.language
    countries = language.countries
    ways = (countries.of_adjective, countries.of_place, countries.of_inhabitant)
    country = next(filter(None, (way(word.text) for way in ways)), None)
    if country is not None:
        yield country
        return
    event = language.lexicon.event(word)
    if event is not None:
        yield event.name
    elif word.upos in NOUNS and not language.grammar.is_time(word):
        yield word.lemma.lower()
        part = language.lexicon.event_of_compound(word)
        if part is not None:
            yield part.name


def deeds(text: Text, words: Iterable[Word]) -> Iterator[str]:
    """What a verb and the noun for its deed share: *bestellt*, *die Bestellung*."""
    yield from (text.language.grammar.event_stem(word.lemma) for word in words)


def kindred(named: Collection[str], told: Collection[str]) -> frozenset[str]:
    """Those of some stems that others share, or are a part of: *alterung*, *hautalter*."""
    return frozenset(one for one in named if any(_is_kindred(one, other) for other in told))


def _is_kindred(one: str, other: str) -> bool:
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return one == other or (len(short) >= _PART and (long.startswith(short) or long.endswith(short)))


def _plain(stem: str) -> str:
    """Without the marks of vowels that change within one word and its kin: *Wasser, Abwässer*."""
    return "".join(letter for letter in normalize("NFD", stem) if not combining(letter))
