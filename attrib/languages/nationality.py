"""Which country a word points to: *südkoreanische*, *Südkoreas*, *Seoul*, *US-Regierung*.

The words are `attrib/languages/<language>/nationalities.yml`: the endings adjectives take, the articles, and for each
country (ISO 3166-1 alpha-2) its names with their inflected forms, adjectives without ending, inhabitants and capitals.
A word that fits several countries or none gives None.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Annotated

from pydantic import StringConstraints

from attrib.records import Record
from attrib.resources import load_record

DEFAULT_LANGUAGE = "de"


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


class Nationalities(Record):
    """The word list of one language."""

    articles: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    countries: tuple[Country, ...]

    def name_of(self, code: str) -> str:
        """The usual name of a country."""
        return next(country.names[0] for country in self.countries if country.code == code)


@dataclass(frozen=True, slots=True)
class _Indexes:
    adjectives: Mapping[str, str]
    names: Mapping[str, str]
    capitals: Mapping[str, str]
    inhabitants: Mapping[str, str]
    prefixes: Mapping[str, str]


@cache
def load_nationalities(language: str = DEFAULT_LANGUAGE) -> Nationalities:
    """The countries of one language's word list."""
    return load_record(resources.files("attrib") / "languages" / language / "nationalities.yml", Nationalities)


def country_of_adjective(word: str, *, language: str = DEFAULT_LANGUAGE) -> str | None:
    """The country of an adjective in any form, or of its lemma: *südkoreanischen*, *Kiewer*."""
    return _indexes(language).adjectives.get(_normalised(word).casefold())


def country_of_name(text: str, *, language: str = DEFAULT_LANGUAGE) -> str | None:
    """The country of a country's name in any form: *Südkoreas*, *der Vereinigten Staaten*."""
    return _indexes(language).names.get(without_article(text, language=language))


def country_of_capital(text: str, *, language: str = DEFAULT_LANGUAGE) -> str | None:
    """The country of a capital: *Seoul*, *Seouls*."""
    return _indexes(language).capitals.get(_normalised(text))


def country_of_inhabitant(text: str, *, language: str = DEFAULT_LANGUAGE) -> str | None:
    """The country of an inhabitant: *Südkoreaner*, *Russin*."""
    return _indexes(language).inhabitants.get(_normalised(text))


def country_of_prefix(word: str, *, language: str = DEFAULT_LANGUAGE) -> tuple[str, str] | None:
    """Country and remaining noun of a compound with a hyphen: *US-Regierung* → `US`, *Regierung*."""
    prefix, hyphen, noun = _normalised(word).partition("-")
    country = _indexes(language).prefixes.get(prefix)
    return None if country is None or not hyphen or not noun else (country, noun)


def without_article(text: str, *, language: str = DEFAULT_LANGUAGE) -> str:
    """The text in Unicode form NFC with single spaces and no leading article."""
    plain = _normalised(text)
    first, _, rest = plain.partition(" ")
    return rest if rest and first.casefold() in load_nationalities(language).articles else plain


@lru_cache(maxsize=65_536)
def _normalised(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


@cache
def _indexes(language: str) -> _Indexes:
    words = load_nationalities(language)
    return _Indexes(
        adjectives=_unambiguous(
            (form.casefold(), country.code)
            for country in words.countries
            for form in [
                *(stem + ending for stem in country.adjectives for ending in words.adjective_endings),
                *country.invariant,
            ]
        ),
        names=_unambiguous((form, c.code) for c in words.countries for form in [*c.names, *c.inflected]),
        capitals=_unambiguous((form, c.code) for c in words.countries for name in c.capitals for form in _cases(name)),
        inhabitants=_unambiguous((form, c.code) for c in words.countries for form in c.inhabitants),
        prefixes=_unambiguous((form, c.code) for c in words.countries for form in c.prefixes),
    )


def _cases(name: str) -> tuple[str, str]:
    """A place's name and its genitive."""
    return name, name + "s"


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Words that point to exactly one country."""
    found: dict[str, set[str]] = {}
    for word, code in pairs:
        found.setdefault(word, set()).add(code)
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}
