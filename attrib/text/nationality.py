"""Which country a word points to: *südkoreanische*, *Südkoreas*, *Seoul*, *US-Regierung*.

The words are `attrib/languages/<language>/nationalities.yml`: the country that goes without saying, the endings that
adjectives take, the articles, and for each country (ISO 3166-1 alpha-2) its names with their inflected forms,
adjectives without ending, inhabitants and capitals.
A word that fits several countries or none gives None.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from itertools import zip_longest
from typing import Annotated

from pydantic import StringConstraints

from attrib.records import Record
from attrib.resources import load_record
from attrib.text.analysis import Word


class Country(Record):
    """One country and the words that point to it."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    names: tuple[str, ...]
    """Nominative, without article; the first is the usual one."""
    inflected: tuple[str, ...] = ()
    """Genitive and dative forms that differ from the names."""
    adjectives: tuple[str, ...] = ()
    """Without ending: *südkoreanisch*."""
    inhabitants: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    """The capital in every spelling."""
    invariant: tuple[str, ...] = ()
    """Adjectives that take no ending: *Moskauer*."""
    prefixes: tuple[str, ...] = ()
    """What stands before a hyphen: *US*-Regierung."""
    places: tuple[str, ...] = ()
    """States, provinces and large cities that belong to it alone."""
    regional: tuple[str, ...] = ()
    """Adjectives of such places, without ending: *bayerisch*."""
    regional_invariant: tuple[str, ...] = ()
    """Adjectives of such places that take no ending: *Mannheimer*."""


class Nationalities(Record):
    """The word list of one language."""

    home: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    """The country that goes without saying in texts of the language."""
    spaced: bool = False
    """Whether names and adjectives of two words are looked for among words: *South Korean*."""
    articles: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ("",)
    countries: tuple[Country, ...] = ()


class Countries:
    """The countries of one language's list, by every word that points to them."""

    def __init__(self, words: Nationalities) -> None:
        self.entries = words.countries
        self.home = words.home
        self._spaced = words.spaced
        self.articles = frozenset(words.articles)
        self._adjectives = _unambiguous(
            (form.casefold(), country.code)
            for country in words.countries
            for form in [
                *(stem + ending for stem in country.adjectives for ending in words.adjective_endings),
                *country.invariant,
            ]
        )
        self._names = _unambiguous((form, c.code) for c in words.countries for form in [*c.names, *c.inflected])
        self._capitals = _unambiguous(
            (form, c.code) for c in words.countries for name in c.capitals for form in _cases(name)
        )
        self._inhabitants = _unambiguous((form, c.code) for c in words.countries for form in c.inhabitants)
        self._places = _unambiguous(
            (form, c.code) for c in words.countries for name in c.places for form in _cases(name)
        )
        self._regional = _unambiguous(
            (form, c.code)
            for c in words.countries
            for form in [
                *(stem + ending for stem in c.regional for ending in words.adjective_endings),
                *c.regional_invariant,
            ]
        )
        self._prefixes = _unambiguous((form, c.code) for c in words.countries for form in c.prefixes)

    def name(self, code: str) -> str:
        """The usual name of a country."""
        return next(country.names[0] for country in self.entries if country.code == code)

    def of_adjective(self, word: str) -> str | None:
        """The country of an adjective in any form, or of its lemma: *südkoreanischen*, *Kiewer*."""
        return self._adjectives.get(normalised(word).casefold())

    def of_name(self, text: str) -> str | None:
        """The country of a country's name in any form: *Südkoreas*, *der Vereinigten Staaten*."""
        return self._names.get(without_article(text, self.articles))

    def of_capital(self, text: str) -> str | None:
        """The country of a capital: *Seoul*, *Seouls*."""
        return self._capitals.get(normalised(text))

    def of_inhabitant(self, text: str) -> str | None:
        """The country of an inhabitant: *Südkoreaner*, *Russin*."""
        return self._inhabitants.get(normalised(text))

    def of_prefix(self, word: str) -> tuple[str, str] | None:
        """Country and remaining noun of a compound with a hyphen: *US-Regierung* → `US`, *Regierung*."""
        prefix, hyphen, noun = normalised(word).partition("-")
        country = self._prefixes.get(prefix)
        return None if country is None or not hyphen or not noun else (country, noun)

    def of_state(self, word: Word) -> str | None:
        """The country of a state named by adjective, prefix or name: *russische*, *US-Regierung*, *Ukraine*."""
        if word.upos == "ADJ":
            return self.of_adjective(word.text)
        if word.upos not in {"PROPN", "NOUN"}:
            return None
        prefixed = self.of_prefix(word.text)
        return prefixed[0] if prefixed else self.of_name(word.text)

    def first_of(self, words: Iterable[Word]) -> str | None:
        """The country that an adjective, a name or a prefix in the phrase points to; the first one."""
        listed = list(words)
        found = (self.of_two(*pair) or self.of_state(pair[0]) for pair in zip_longest(listed, listed[1:]))
        return next((country for country in found if country is not None), None)

    def of_two(self, word: Word, behind: Word | None) -> str | None:
        """The country of a name or an adjective of two words, where the language writes some so: *South | Korean*."""
        if not self._spaced or behind is None or not word.text[:1].isupper():
            return None
        text = f"{word.text} {behind.text}"
        return self.of_adjective(text) or self.of_place(text)

    def of_region(self, words: Sequence[Word], at: int) -> str | None:
        """The country to which the state, province or city at a place among words belongs: *bayerische*, *Mannheim*,
        *New | York*. Which state's it is goes for who is at home there, not for whose offices are meant."""
        word = words[at]
        if word.upos == "ADJ":
            return self._regional.get(normalised(word.text))
        if word.upos not in {"PROPN", "NOUN", "X"}:
            return None
        two = f"{word.text} {words[at + 1].text}" if at + 1 < len(words) else word.text
        return self._places.get(two) or self._places.get(word.text) or self.of_capital(word.text)

    def of_city(self, text: str) -> str | None:
        """The country of a state, province or large city: *Kiel*."""
        return self._places.get(normalised(text))

    def of_place(self, text: str) -> str | None:
        """The country of its own name or of its capital's."""
        return self.of_name(text) or self.of_capital(text)


def load_countries(folder: Traversable) -> Countries:
    """The countries of a language's `nationalities.yml`; none where it has no such list."""
    file = folder / "nationalities.yml"
    return Countries(load_record(file, Nationalities) if file.is_file() else Nationalities())


def without_article(text: str, articles: frozenset[str]) -> str:
    """The text in Unicode form NFC with single spaces and no leading article."""
    plain = normalised(text)
    first, _, rest = plain.partition(" ")
    return rest if rest and first.casefold() in articles else plain


@lru_cache(maxsize=65_536)
def normalised(text: str) -> str:
    """The text in Unicode form NFC with single spaces."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _cases(name: str) -> tuple[str, str]:
    """A place's name and its genitive."""
    return name, name + "s"


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Words that point to exactly one country."""
    found: dict[str, set[str]] = {}
    for word, code in pairs:
        found.setdefault(word, set()).add(code)
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}
