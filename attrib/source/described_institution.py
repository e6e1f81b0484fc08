"""Institutions that a text tells apart without a name of their own: *das russische Verteidigungsministerium*,
*die Duisburger Polizei*, *Israels Militär*, *das Umweltbundesamt*."""

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.records import Source, SourceKind, Span
from attrib.source.region import regions_in
from attrib.text.analysis import NO_WORD, Word, word_at
from attrib.text.entries import InstitutionNoun
from attrib.text.kebab import kebab
from attrib.text.view import View
from attrib.text.words import NAMES

_CONTENT = NAMES | {"ADJ", "NOUN"}
_PUBLIC: frozenset[SourceKind] = frozenset(
    {"government", "ministry", "military", "police", "court", "legislature", "intelligence_service"}
)
"""Where a compound tells one from another, as *Umweltbundesamt* does; a *Stahlkonzern* may be any of them."""
_IN_CAPITALS = NAMES | {"ADJ"}


@dataclass(frozen=True, slots=True)
class DescribedInstitution:
    """An institution, and the words that describe it."""

    source: Source
    phrase: Span


def described_institution(view: View, noun: Word, entry: InstitutionNoun) -> DescribedInstitution | None:
    """The institution that a noun stands for, if the noun itself or the words around it tell which one."""
    words = _phrase(view, noun)
    around = [word for word in words if word.upos in _CONTENT and not noun.start <= word.start < noun.end]
    country = view.language.countries.first_of([*around, noun])
    several = noun.is_plural and not entry.plural
    by_itself = entry.proper or (entry.kind in _PUBLIC and view.language.lexicon.nouns.is_compound(noun))
    if several or not (country or by_itself or _tells_apart(around, noun)):
        return None
    region = " ".join(sorted(regions_in(around, view.language)))
    which = country or region or " ".join(sorted(word.lemma for word in around))
    source = Source(
        id=f"described-{kebab(f'{which} {noun.lemma}')}",
        name=" ".join(word.text for word in words),
        kind=entry.kind,
        origin="discovered",
        country=country,
    )
    return DescribedInstitution(source, Span(words[0].start, words[-1].end))


def _phrase(view: View, noun: Word) -> Sequence[Word]:
    """The noun with what stands before it, and with a genitive behind it."""
    phrase = view.phrase(view.word(noun.number))
    behind = [word for word in phrase if word.start >= noun.end]
    if word_at(behind, 0).has("Case=Gen"):
        return phrase
    return [word for word in phrase if word.start < noun.end] or [noun]


def _tells_apart(around: Sequence[Word], noun: Word) -> bool:
    """A name or a word in capitals before it (*Hessischer Rundfunk*), or a genitive behind it."""
    first = next(iter(around), NO_WORD)
    capital = first.upos in _IN_CAPITALS and first.text[:1].isupper()
    return capital or any(word.start > noun.start for word in around)
