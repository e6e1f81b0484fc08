"""By which words a party, and those it speaks for, are named in a text."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from attrib.records import Source
from attrib.source.cast import Cast
from attrib.stand.takers import Takers
from attrib.text.analysis import Word
from attrib.text.text import Text
from attrib.text.words import tagged

_STATES = frozenset({"government", "ministry", "military", "intelligence_service", "head_of_state", "official"})
"""Kinds of parties that are meant by their country's name."""
_PERSONS = frozenset({"person", "official", "head_of_state", "expert", "party", "other"})
"""Kinds of parties that are named by the last of their words."""
_SHORTEST = 4
"""Letters of a word of a name that stands for all of it."""


@dataclass(frozen=True, slots=True)
class Side:
    """The words by which a party is named: its country, if it stands for that, and the stems of each of its names."""

    countries: frozenset[str]
    names: tuple[frozenset[str], ...]
    roles: frozenset[str] = frozenset()
    """Nouns for what they are, and nobody else: *bürgermeisterin*."""

    def is_named_by(self, stems: frozenset[str]) -> bool:
        """Whether some words hold one of the names."""
        return any(name <= stems for name in self.names)


class Sides:
    """Tells for the parties of one document by which words they are named."""

    def __init__(self, text: Text, cast: Cast, takers: Takers) -> None:
        self._text = text
        self._cast = cast
        self._takers = takers

    @property
    def _sources(self) -> Mapping[str, Source]:
        """Every party that is known by now."""
        return self._takers.known.sources

    def rows(self, parties: Iterable[str]) -> list[Source]:
        """The rows of some parties, as far as they are known."""
        return [self._sources[party] for party in parties if party in self._sources]

    def with_principals(self, parties: Collection[str]) -> set[str]:
        """Some parties and those they speak for."""
        return {*parties, *(row.speaks_for for row in self.rows(parties) if row.speaks_for is not None)}

    def of(self, parties: Collection[str]) -> Side:
        """By which words some parties, and those they speak for, are named."""
        rows = self.rows(self.with_principals(parties))
        countries = frozenset(row.country for row in rows if row.country is not None and row.kind in _STATES)
        names = [name for row in rows for name in _names(row, is_person=self._is_person(row))]
        return Side(countries, tuple(map(self._stems, names)), self._roles(parties))

    def accused(self, words: Sequence[Word]) -> Side:
        """By the last of the words that name somebody."""
        names = [self._stems([word.text]) for word in tagged(words, {"NOUN", "PROPN"})]
        return Side(frozenset(), tuple(names[-1:]))

    def is_of(self, side: Side, parties: Iterable[str]) -> bool:
        """Whether the name of one of some parties holds a name of the side."""
        return any(side.is_named_by(self._stems(row.name.split())) for row in self.rows(parties))

    def called_so(self, parties: Iterable[str], others: Collection[str]) -> frozenset[str]:
        """*die Ärzte* for *das Netzwerk deutscher Ärzte*: those of others whose names hold all nouns of one of some
        parties; *die Ruderin* for whom alone the text calls so."""
        called = [self._nouns(party) for party in parties]
        named = {party for party in others for nouns in called if nouns and nouns <= self._nouns(party)}
        roles = {noun.lower() for nouns in called for noun in nouns if len(nouns) == 1}
        return frozenset(named or (party for party in others if roles & self._roles([party])))

    def _nouns(self, party: str) -> set[str]:
        articles = self._text.language.words.articles
        name = (word for row in self.rows([party]) for word in row.name.split())
        return {word for word in name if word[:1].isupper() and word.lower() not in articles}

    def _stems(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._text.language.grammar.stem, words))

    def _is_person(self, row: Source) -> bool:
        """Also who belongs to a parliament, a court, the police."""
        referent = self._cast.referents.get(row.id)
        return row.kind in _PERSONS or (referent is not None and referent.is_person)

    def _roles(self, parties: Collection[str]) -> frozenset[str]:
        """The nouns by which the text speaks of some people and of nobody else: *die Bürgermeisterin*."""
        people = [item for item in self._cast.referents.values() if item.is_person]
        own = {noun for item in people if item.source.id in parties for noun in item.nouns | item.predicates}
        others = {noun for item in people if item.source.id not in parties for noun in item.nouns | item.predicates}
        return frozenset(own - others)


def _names(row: Source, *, is_person: bool) -> Iterator[list[str]]:
    """A person's last name, the noun for somebody without a name; an institution's words that are long enough."""
    words = [word for word in row.name.split() if word[:1].isupper() and len(word) >= _SHORTEST]
    if words:
        yield words[-1:] if (is_person and len(words) > 1) or row.origin == "unnamed" else words
