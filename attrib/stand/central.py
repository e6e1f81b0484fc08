"""Which statements of a document put the same thing forward, as far as their nouns tell.

A first, cautious measure: two statements make one claim if they share most of what they are about, where names and
adjectives of a country count as the country and soldiers, troops and forces as one thing. It serves stands without an
object (*Russland dementiert*): they are about the article's central claim, or about nothing that can be decided.
"""

from collections.abc import Sequence

from attrib.quotation import Quotation
from attrib.source.nouns import institution_kind, person_kind
from attrib.text.analysis import Analysis, Word
from attrib.text.language import Language

SHARED = 0.5
"""The share of common keys (Jaccard) from which two statements count as one claim."""
COMMON = 3
"""How many keys they must have in common at least: *Soldaten in Russland* is not yet *nordkoreanische Soldaten in
Russland*."""


REACH = 60
"""How many statements back an article's central claim is looked for: more than articles have, and a bound for books."""


def claim_keys(quotation: Quotation, analysis: Analysis, *, language: Language) -> frozenset[str]:
    """What a statement is about: countries, kinds of forces, and the lemmas of its other nouns."""
    words = [
        word
        for sentence in analysis.touching(quotation.start, quotation.end)
        for word in sentence.words
        if quotation.overlaps(word.span)
    ]
    return frozenset(key for word in words if (key := _key(word, language)) is not None)


def _key(word: Word, language: Language) -> str | None:
    country = None
    if word.upos == "ADJ":
        country = language.countries.of_adjective(word.text)
    elif word.upos in {"NOUN", "PROPN"}:
        country = language.countries.of_place(word.text)
    if country is not None or word.upos not in {"NOUN", "PROPN"}:
        return country
    kind = institution_kind(language, (word,)) or person_kind(language, (word,))
    return "military" if kind == "military" else word.lemma.lower()


def central_claim(
    before: Sequence[int], statements: Sequence[Quotation], analysis: Analysis, *, language: Language
) -> tuple[int, ...]:
    """The places in `statements` of the claim that most of the statements `before` put forward.

    Empty if no two of them say the same, or if two claims are put forward equally often.
    """
    keys = {place: claim_keys(statements[place], analysis, language=language) for place in before[-REACH:]}
    groups = {place: _like(place, keys) for place in keys}
    largest = max((len(group) for group in groups.values()), default=0)
    leading = {group for group in groups.values() if len(group) == largest}
    return next(iter(leading)) if largest > 1 and len(leading) == 1 else ()


def _like(place: int, keys: dict[int, frozenset[str]]) -> tuple[int, ...]:
    """The statements that share most of what the one at `place` is about, itself included, in order."""
    own = keys[place]
    return tuple(
        other
        for other, found in sorted(keys.items())
        if other == place or (len(own & found) >= COMMON and len(own & found) >= SHARED * len(own | found))
    )
