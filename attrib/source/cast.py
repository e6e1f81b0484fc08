"""Who is there: the parties that a document names or brings in, before anybody asks who speaks.

`attrib.source.gathering` reads the whole text once for them; `pronoun` and `description` ask for the one that fits.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from attrib.records import Source, Span
from attrib.text.nouns import Gender


@dataclass(frozen=True, slots=True, eq=False)
class Referent:
    """A party of the text, and what it can be taken up by."""

    source: Source
    is_person: bool
    is_registered: bool
    gender: Gender | None
    """None if the text leaves it open."""
    nouns: frozenset[str]
    """Lower-case nouns for what it is: *finanzminister*, *sprecherin*; of the registry and of the text."""
    predicates: frozenset[str]
    """And those by which a sentence somewhere says what it is: *Jan Krog ist Trainer*."""
    beside: frozenset[str]
    """Stems of the words that stand beside its name and say more of it: *SPD*, *Grüne*, *Werft*; of people."""
    places: tuple[tuple[int, int], ...]
    """Offset and number of the sentence of each place where it is named, in text order."""
    subject_in: frozenset[int]
    """Sentences whose subject it is."""
    phrase: Span | None
    """The words that brought in somebody without a name: *eine Sprecherin der Polizei*."""
    related: tuple[Source, ...]
    """Rows its own row points to."""

    def stands_before(self, place: int) -> bool:
        """Whether it was named before an offset."""
        return bool(self.places) and self.places[0][0] < place

    def distance(self, place: int, sentence: int) -> int | None:
        """How many sentences before an offset it was named last, None if it was not."""
        before = bisect_left(self.places, (place, -1)) - 1
        return None if before < 0 else sentence - self.places[before][1]

    def first_in(self, sentence: int) -> int | None:
        """Where it is named first in a sentence, None if it is not."""
        return next((place for place, number in self.places if number == sentence), None)

    def is_within(self, reach: int, place: int, sentence: int) -> bool:
        """Whether it was named before an offset, at most so many sentences back."""
        distance = self.distance(place, sentence)
        return distance is not None and distance <= reach


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """The parties of one document by id, and the abbreviations, countries and plurals it speaks of."""

    referents: Mapping[str, Referent]
    abbreviations: Mapping[str, str]
    institutions: Mapping[int, str]
    """Ids of named institutions by the offset of their noun."""
    circles: Mapping[int, str]
    """Ids of groups around somebody by the offset of their noun: *ein Team um Anna Berg*."""
    described: Mapping[int, str]
    """And of institutions that other words than a name tell apart."""
    bare: Mapping[str, int]
    """The first place where an institution is spoken of by its noun alone, by the noun's lemma: *die Polizei*."""
    countries: Mapping[str, int]
    """The first place where the text points to each country."""
    plurals: Mapping[str, int]
    """The first place where several of a kind are spoken of, by the noun's lemma: *die Ministerien beider Länder*."""

    def before(self, place: int) -> Iterator[Referent]:
        """The parties named before an offset."""
        return (item for item in self.referents.values() if item.stands_before(place))

    def institution_at(self, place: int) -> Referent | None:
        """The named institution whose noun stands at an offset."""
        found = self.institutions.get(place)
        return None if found is None else self.referents[found]

    def circle_at(self, place: int) -> Referent | None:
        """The group around somebody whose noun stands at an offset."""
        found = self.circles.get(place)
        return None if found is None else self.referents[found]

    def described_before(self, noun: int) -> Referent | None:
        """The institution whose noun stands at an offset, if other words told it apart before: *das israelische
        Militär* for *Israels Militär*."""
        found = self.referents.get(self.described.get(noun, ""))
        earlier = found is not None and found.phrase is not None and found.phrase.end <= noun
        return found if earlier else None
