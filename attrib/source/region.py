"""Of which part of a country an office or body is: *das hessische Innenministerium* is not that of Bayern."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrib.source.cast import Referent
from attrib.text.analysis import Word
from attrib.text.language import Language
from attrib.text.nationality import Countries


def regions_of(words: Sequence[Word], language: Language) -> frozenset[str]:
    """The states, provinces and cities whose adjectives stand among some words."""
    adjectives = [place for place, word in enumerate(words) if word.upos == "ADJ"]
    found = (words[place].text for place in adjectives if language.countries.of_region(words, place))
    return frozenset(map(language.grammar.region_stem, found))


def regions_in(words: Sequence[Word], language: Language) -> frozenset[str]:
    """Those that some words hold, as a name or an adjective: *Hessens*, *hessische*."""
    return _among((word.text for word in words), language)


def regions_told(item: Referent, language: Language) -> frozenset[str]:
    """Those that the name of an institution holds, or that stand beside a person's."""
    return _among(item.beside if item.is_person else item.source.name.split(), language)


def _among(words: Iterable[str], language: Language) -> frozenset[str]:
    return frozenset(map(language.grammar.region_stem, words)) & _known(language.countries, language)


@lru_cache(maxsize=4)
def _known(countries: Countries, language: Language) -> frozenset[str]:
    """All that the lists have, without their endings."""
    names = (name for entry in countries.entries for name in (*entry.places, *entry.regional))
    return frozenset(map(language.grammar.region_stem, names))
