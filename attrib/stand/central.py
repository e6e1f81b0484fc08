"""Which statements of a document put the same thing forward, as far as their nouns tell.

A first, cautious measure: two statements make one claim if they share most of what they are about, where names and
adjectives of a country count as the country and soldiers, troops and forces as one thing. It serves stands without an
object (*Russland dementiert*): they are about the article's central claim, or about nothing that can be decided.
"""

from collections.abc import Sequence

from attrib.quotation import Quotation
from attrib.text.analysis import Word
from attrib.text.text import Text
from attrib.text.words import NOUNS

SHARED = 0.5
"""The share of common keys (Jaccard) from which two statements count as one claim."""
COMMON = 3
"""How many keys they must have in common at least: *Soldaten in Russland* is not yet *nordkoreanische Soldaten in
Russland*."""


REACH = 60
"""How many statements back an article's central claim is looked for: more than articles have, and a bound for books."""


def matter(quotation: Quotation, text: Text) -> frozenset[str]:
    """What a statement is about: countries, kinds of forces, and the lemmas of its other nouns."""
    keys = (_key(text, word) for word in text.words_in(quotation.spans))
    return frozenset(key for key in keys if key is not None)


def _key(text: Text, word: Word) -> str | None:
    countries, nouns = text.language.countries, text.language.lexicon.nouns
    if word.upos == "ADJ":
        return countries.of_adjective(word.text)
    if word.upos not in NOUNS:
        return None
    country = countries.of_place(word.text)
    if country is not None:
        return country
    kind = nouns.kind_of_institution((word,)) or nouns.kind_of_person((word,))
    return "military" if kind == "military" else word.lemma.lower()


def central_claim(said: Sequence[Quotation], text: Text) -> tuple[int, ...]:
    """The places of the claim that most of some statements put forward.

    Empty if no two of them say the same, or if two claims are put forward equally often.
    """
    keys = [matter(item, text) for item in said]
    groups = [_like(place, keys) for place in range(len(keys))]
    largest = max((len(group) for group in groups), default=0)
    leading = {group for group in groups if len(group) == largest}
    return next(iter(leading)) if largest > 1 and len(leading) == 1 else ()


def _like(place: int, keys: Sequence[frozenset[str]]) -> tuple[int, ...]:
    """The places of those that share most of what the one at `place` is about, itself included."""
    return tuple(other for other, found in enumerate(keys) if other == place or _share_most(keys[place], found))


def _share_most(own: frozenset[str], found: frozenset[str]) -> bool:
    common = len(own & found)
    return common >= COMMON and common >= SHARED * len(own | found)
