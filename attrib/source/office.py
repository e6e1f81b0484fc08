"""Who or what a noun names in a country or institution: *der ukrainische Verteidigungsminister*, *der SBU-Chef*, *die
Bundeskanzlerin*; on the day of the article."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrib.registry.registry import Registry, RegistrySource, is_term_known
from attrib.text.analysis import Word
from attrib.text.nationality import Countries
from attrib.text.text import Text

_LONGEST = 4
"""Words before a noun or behind it that may be one title with it."""


class Held(NamedTuple):
    """The parties that have a role, and whose it is: a country's or an institution's."""

    entries: tuple[RegistrySource, ...]
    of: str | None


def holders(
    text: Text, registry: Registry, words: Sequence[Word], word: Word, *, spoken: Collection[str]
) -> Held | None:
    """Those whom a noun in a phrase names; None if nothing says of which country it is.

    `spoken`: the countries that the text speaks of. Nobody has the office whom an adjective keeps from it (*der frühere
    Präsident*).
    """
    if any(each.upos == "ADJ" and each.lemma.lower() in text.language.words.not_holding for each in words):
        return None
    on = text.document.published
    found = (Held(registry.by_role(noun, of, on=on), of) for noun, of in _readings(text, registry, words, word, spoken))
    return next((held for held in found if held.entries), None)


def holder(
    text: Text, registry: Registry, words: Sequence[Word], word: Word, *, spoken: Collection[str]
) -> RegistrySource | None:
    """The only person whom a noun in a phrase names, on a day on which that is known."""
    held = holders(text, registry, words, word, spoken=spoken)
    if held is None or len(held.entries) != 1 or not held.entries[0].person:
        return None
    return held.entries[0] if is_term_known(held.entries[0], text.document.published) else None


def _readings(
    text: Text, registry: Registry, words: Sequence[Word], word: Word, spoken: Collection[str]
) -> Iterator[tuple[str, str | None]]:
    """The noun in the forms in which it may be listed, each with the country or institution whose it may be."""
    language = text.language
    prefixed = language.countries.of_prefix(word.text)
    if prefixed is not None:
        yield from ((form, prefixed[0]) for form in (prefixed[1], language.grammar.bare_noun(prefixed[1])))
        return
    titles = () if language.grammar.NOUNS_IN_CAPITALS else _titles(words, word)
    forms = tuple(dict.fromkeys([*titles, word.text, word.lemma, language.grammar.bare_noun(word.text)]))
    country = language.countries.first_of(words) or seat(words, language.countries) or _owner(text, words, word)
    if country is not None:
        yield from ((form, country) for form in forms)
    name, hyphen, noun = word.text.rpartition("-")
    bearers = registry.by_alias(name) if hyphen else ()
    if len(bearers) == 1 and not bearers[0].person:
        yield noun, bearers[0].id
    if country is None:
        yield from ((form, None) for form in forms if registry.is_unique_role(form))
    if country is None and _is_of_home(text, registry, word, spoken):
        yield from ((form, language.countries.home) for form in forms)


def _titles(words: Sequence[Word], word: Word) -> Iterator[str]:
    """*defence minister*, *secretary of state*, *president*: the noun with the words it is one title with, in lower
    case, as languages list them that write compounds apart; the longest first."""
    place = next((place for place, each in enumerate(words) if each.number == word.number), None)
    if place is None:
        return
    head = word.lemma.lower()
    before = [each.form for each in words[max(0, place - _LONGEST) : place]]
    behind = [each.form for each in words[place + 1 : place + 1 + _LONGEST]]
    yield from (" ".join([head, *behind[:length]]) for length in range(len(behind), 1, -1))
    yield from (" ".join([*before[-length:], head]) for length in range(len(before), 0, -1))
    yield head


def _owner(text: Text, words: Sequence[Word], word: Word) -> str | None:
    """*Kiews Verteidigungsminister*: the country of a place in the genitive before the noun."""
    language = text.language
    for place in (each for each in words if each.start < word.start and each.upos in {"PROPN", "NOUN", "X"}):
        bare = language.grammar.without_genitive(place.text)
        if bare != place.text:
            return language.countries.of_place(bare)
    return None


def _is_of_home(text: Text, registry: Registry, word: Word, spoken: Collection[str]) -> bool:
    """*die Bundeskanzlerin*: an office that only the country has where the language is at home, if no other country
    that the text speaks of has one."""
    language, on = text.language, text.document.published
    if language.countries.home is None or not {word.form, word.lemma.lower()} & language.words.home_offices:
        return False
    others = set(spoken) - {language.countries.home}
    return not any(registry.by_role(noun, code, on=on) for noun in (word.text, word.lemma) for code in others)


def seat(words: Sequence[Word], countries: Countries) -> str | None:
    """*das Militär von Seoul*, *die Regierung in Kiew*: the country whose capital is named behind a preposition."""
    pairs = pairwise(words)
    return next((countries.of_capital(word.text) for before, word in pairs if before.upos == "ADP"), None)
