"""To which country a party belongs that no registry knows, by the words that name or describe it.

| what the words hold | example |
|---|---|
| a country: adjective, name, compound | *die spanische Werft*, *US-Botschaft* |
| a party of one country, alone or before a hyphen | *SPD-Landtagsfraktion*, Ida Falk (*CDU*) |
| a place that belongs to one country only | *Landgericht Mannheim*, *die bayerische Landesbank* |

A country that is named decides; of the others several that disagree decide nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from attrib.source.name_index import Index, longest_name
from attrib.text.analysis import Word
from attrib.text.nationality import Countries
from attrib.text.text import Text

_PLACES = frozenset({"PROPN", "NOUN", "X"})
_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def country_of(words: Sequence[Word], countries: Countries, names: Index) -> str | None:
    """The only country that the words point to."""
    stated = countries.first_of(words)
    if stated is not None:
        return stated
    own = list(takewhile(lambda word: word.upos != "ADP", words))
    # *Polizei in München*, but *Kampagne für ein freies Tibet*: only the place right behind the preposition is theirs
    behind = words[len(own) + 1 : len(own) + 3]
    regions = (
        *(countries.of_region(own, place) for place in range(len(own))),
        countries.of_region(behind, 0) if behind and behind[0].upos == "PROPN" else None,
    )
    found = {code for code in (*regions, *_of_parties(words, names)) if code is not None}
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=1)
def places_told(text: Text) -> frozenset[str]:
    """The countries of all places that a text names, also in its dateline, which no parser gets."""
    countries = text.language.countries
    found = {countries.of_region(view.joined, at) for view in text.views for at in range(len(view.joined))}
    written = text.document.text
    lines = [_NAME.findall(written[part.start : part.end]) for part in text.parts if part.kind == "dateline"]
    names = (name.title() if name.isupper() else name for line in lines for name in line)
    found |= {countries.of_city(name) or countries.of_place(name) for name in names}
    return frozenset(code for code in found if code is not None)


def country_of_party(words: Sequence[Word], names: Index) -> str | None:
    """The only country whose political parties the words name."""
    found = {code for code in _of_parties(words, names) if code is not None}
    return next(iter(found)) if len(found) == 1 else None


def _of_parties(words: Sequence[Word], names: Index) -> Iterator[str | None]:
    """The countries of the political parties that the words name, also as the first part of a compound."""
    for place, word in enumerate(words):
        known = longest_name(words, place, names)
        entry = None if known is None else known.only
        if entry is None and "-" in word.text:
            bearers = names.get(names.stems(word.text.partition("-")[0]))
            entry = bearers[0] if len(bearers) == 1 else None
        if entry is not None and entry.kind == "party":
            yield entry.country


def country_of_word(word: Word, countries: Countries) -> str | None:
    """The country of one word: *russisch*, *Moskau*, *US-Behörden*; None if it tells none."""
    if word.upos == "ADJ":
        return countries.of_adjective(word.text)
    if word.upos not in _PLACES:
        return None
    prefixed = countries.of_prefix(word.text)
    return prefixed[0] if prefixed else countries.of_place(word.text)
