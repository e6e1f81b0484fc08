"""The statements that a stand may be about, with what speaks for each of them."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from attrib.quotation.stand_found import StandFound
from attrib.records import Source, Span
from attrib.stand.central import REACH
from attrib.statement.told import Told
from attrib.text.analysis import Sentence, Word
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import NOUNS, VERBS

_HEARSAY = frozenset({"adverb", "reportative_modal", "impersonal"})
_STATES = frozenset({"government", "ministry", "military", "intelligence_service", "head_of_state", "official"})
"""Kinds of parties that are meant by their country's name."""
_SHORTEST = 4
"""Letters of a word of a name that stands for all of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A statement beside a stand: how far before it (in sentences, negative behind it), by whom, about what."""

    told: Told
    distance: int
    """Sentences from its end to the stand: 0 in the same one, negative if it follows."""
    parts: int
    """Paragraphs from it to the stand."""
    accuses: bool
    """Its words hold something against somebody (*warf vor, kritisierte, Vorwurf*)."""
    about_taker: bool
    """It names whoever takes the stand, or whom he speaks for."""
    countries: frozenset[str]
    """Those of the parties that state it."""
    is_bare: bool
    """It only sums up a stand, and puts nothing forward that another stand could be about, but *das Dementi*."""
    in_stand: bool
    """It stands in a sentence in which somebody takes a stand."""
    keys: frozenset[str]
    """What it is about: countries, events, the lemmas of its other nouns."""

    @property
    def parties(self) -> tuple[str, ...]:
        """Who states it."""
        return self.told.parties

    @property
    def is_before(self) -> bool:
        """Whether it ends before the stand."""
        return self.distance >= 0


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a statement is about and how it is put, whatever stand is asked for."""

    end: Sentence
    keys: frozenset[str]
    stems: frozenset[str]
    countries: frozenset[str]
    accuses: bool
    is_bare: bool
    in_stand: bool


class Candidates:
    """The statements of one document that others may take a stand on, ready to be compared with each stand."""

    def __init__(self, text: Text, told: Sequence[Told], sources: Mapping[str, Source]) -> None:
        self._text = text
        self._sources = sources
        self._told = {item.row.id: item for item in told}
        self._open = tuple(item for item in told if _is_open(item))
        self._matters: dict[str, _Matter] = {}

    def beside(self, stand: StandFound, takers: Collection[str], against: Sequence[Word] = ()) -> tuple[Candidate, ...]:
        """Those that are neither the taker's nor the stand's own, in text order.

        `against` are the words that name whoever is accused, if that is not the one who takes the stand.
        """
        side = self._accused(against) if against else self.side_of(takers)
        others = (item for item in self.near(stand.evidence) if self._is_other(item, stand, takers))
        return tuple(self._candidate(item, stand, side) for item in others if not (against and self._is_by(side, item)))

    def near(self, place: Span) -> tuple[Told, ...]:
        """The last statements before a place and the next ones behind it: more than articles have."""
        middle = bisect_left(self._open, place.start, key=lambda item: item.quotation.start)
        return self._open[max(0, middle - REACH) : middle + REACH]

    def _is_bare_stand(self, item: Told) -> bool:
        """*Kiew dementierte*."""
        said = item.quotation
        words = self._text.words_in(said.cue) if said.type == "reported" and said.states != "proposition" else ()
        return any(self._text.language.lexicon.stands(word) for word in words)

    def _takes_stand(self, view: View) -> bool:
        lexicon = self._text.language.lexicon
        return any(stand.verdict == "denies" for word in view.sentence.words for stand in lexicon.stands(word))

    def _is_other(self, item: Told, stand: StandFound, takers: Collection[str]) -> bool:
        inside = item.quotation.covers(stand.word.span) or item.quotation.overlaps(stand.evidence)
        return (
            not inside and self._is_at_its_level(item, stand) and set(item.parties).isdisjoint(self._same_side(takers))
        )

    def _is_by(self, side: "Side", item: Told) -> bool:
        stem = self._text.language.grammar.stem
        names = (self._sources[party].name.split() for party in item.parties if party in self._sources)
        return any(side.is_named_by(frozenset(map(stem, name))) for name in names)

    def _is_at_its_level(self, item: Told, stand: StandFound) -> bool:
        """Not a part of another statement, unless the stand is taken in that one too."""
        if not item.row.level:
            return True
        parent = self._told.get(item.row.parent or "")
        return parent is not None and parent.quotation.covers(stand.word.span)

    def _same_side(self, takers: Collection[str]) -> set[str]:
        """The takers and those they speak for."""
        rows = (self._sources.get(taker) for taker in takers)
        return {*takers, *(row.speaks_for for row in rows if row is not None and row.speaks_for is not None)}

    def _candidate(self, item: Told, stand: StandFound, side: "Side") -> Candidate:
        matter, own = self._matter(item), stand.view.sentence
        before = item.quotation.start < stand.evidence.start
        return Candidate(
            told=item,
            distance=max(0, own.number - matter.end.number) if before else min(-1, own.number - matter.end.number),
            parts=abs(own.part - matter.end.part),
            accuses=matter.accuses,
            about_taker=bool(matter.keys & side.countries) or side.is_named_by(matter.stems),
            countries=matter.countries,
            keys=matter.keys,
            is_bare=matter.is_bare,
            in_stand=matter.in_stand,
        )

    def _matter(self, item: Told) -> "_Matter":
        """What does not depend on the stand, found once."""
        if item.row.id not in self._matters:
            spans, stem = item.quotation.spans, self._text.language.grammar.stem
            words = self._text.words_in(spans)
            self._matters[item.row.id] = _Matter(
                end=self._text.sentence_at(max(item.quotation.end - 1, item.quotation.start)).sentence,
                keys=frozenset(self.keys(words)),
                stems=frozenset(stem(word.text) for word in words if word.upos in NOUNS),
                countries=frozenset(filter(None, (self._sources[party].country for party in item.parties))),
                accuses=self._accuses(item),
                is_bare=self._is_bare_stand(item),
                in_stand=any(self._takes_stand(view) for view in self._text.views_touched(spans)),
            )
        return self._matters[item.row.id]

    def keys(self, words: Iterable[Word]) -> Iterator[str]:
        """The countries, events and other nouns among some words."""
        for word in words:
            yield from self._key(word)

    def _key(self, word: Word) -> Iterator[str]:
        language = self._text.language
        countries = language.countries
        ways = (countries.of_adjective, countries.of_place, countries.of_inhabitant)
        country = next(filter(None, (way(word.text) for way in ways)), None)
        if country is not None:
            yield country
            return
        event = language.lexicon.event(word)
        if event is not None:
            yield event.name
        elif word.upos in NOUNS and not language.grammar.is_time(word):
            yield word.lemma.lower()

    def _accuses(self, item: Told) -> bool:
        """Whether its frame is one of accusing; summed up, whether its words are, and reject nothing themselves."""
        said, lexicon = item.quotation, self._text.language.lexicon
        summed_up = said.type == "reported"
        spans = said.spans if summed_up else (*said.cue, *said.frame)
        if not spans:
            return False
        words = [(word, view) for view in self._text.views_touched(spans) for word in view.sentence.words]
        near = [(word, view) for word, view in words if any(span.overlaps(word.span) for span in spans)]
        accusing = any(lexicon.accuses(word, view.sentence) for word, view in near)
        return accusing and not (summed_up and any(lexicon.stands(word) for word, _ in near if word.upos in VERBS))

    def _accused(self, words: Sequence[Word]) -> "Side":
        """By the last of the words that name somebody."""
        stem = self._text.language.grammar.stem
        names = [frozenset({stem(word.text)}) for word in words if word.upos in NOUNS]
        return Side(frozenset(), tuple(names[-1:]))

    def side_of(self, takers: Collection[str]) -> "Side":
        """By which words the takers, and those they speak for, are named."""
        rows = [self._sources[taker] for taker in self._same_side(takers) if taker in self._sources]
        stem = self._text.language.grammar.stem
        countries = frozenset(row.country for row in rows if row.country is not None and row.kind in _STATES)
        names = [name for row in rows for name in _names(row)]
        return Side(countries, tuple(frozenset(map(stem, name)) for name in names if name))


@dataclass(frozen=True, slots=True)
class Side:
    """The words by which a party is named: its country, if it stands for that, and the stems of each of its names."""

    countries: frozenset[str]
    names: tuple[frozenset[str], ...]

    def is_named_by(self, stems: frozenset[str]) -> bool:
        """Whether some words hold one of the names."""
        return any(name <= stems for name in self.names)


def _names(row: Source) -> Iterator[list[str]]:
    """A person's last name; an institution's words that are long enough to mean it."""
    words = [word for word in row.name.split() if word[:1].isupper() and len(word) >= _SHORTEST]
    if not words or row.origin == "unnamed":
        return
    is_person = row.kind in {"person", "official", "head_of_state", "expert", "party"} and len(words) > 1
    yield words[-1:] if is_person else words


def _is_open(item: Told) -> bool:
    """Whether somebody may take a stand on it: the publisher's own words only if they pass on hearsay."""
    said = item.quotation
    return said.type != "author" or said.marker in _HEARSAY
