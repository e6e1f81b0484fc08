"""The statements that a stand may be about, with what speaks for each of them."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

from attrib.quotation import Quotation
from attrib.quotation.stand_found import StandFound, find_stands
from attrib.records import Source, Span
from attrib.source.cast import Cast
from attrib.source.passing import MEDIA
from attrib.stand.central import REACH
from attrib.stand.taken_up import points_back
from attrib.statement.told import Told
from attrib.text.analysis import NO_WORD, Sentence, Word, words_in
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import NOUNS, VERBS, any_overlaps, ends_in

_HEARSAY = frozenset({"adverb", "reportative_modal", "impersonal"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
"""What of a statement's words says what it is about."""
_PART = 5
"""Letters of a word that is known again in a compound."""
_STATES = frozenset({"government", "ministry", "military", "intelligence_service", "head_of_state", "official"})
"""Kinds of parties that are meant by their country's name."""
_PERSONS = frozenset({"person", "official", "head_of_state", "expert", "party", "other"})
"""Kinds of parties that are named by the last of their words."""
_MOST = 1.3
"""How much longer a statement is at most than the stand that is all it holds."""
_LEAD = 3
"""How many paragraphs below its heading a statement is at most that the heading sums up."""
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
    is_lead: bool
    """It stands in the heading or in the first paragraph below."""
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
    denies: bool
    """Its own words reject something: *von Täuschung könne keine Rede sein*."""
    keys: frozenset[str]
    """What it is about: countries, events, the lemmas of its other nouns."""
    deeds: frozenset[str]
    """What is done in it: the stems of its verbs."""
    takes_up: bool
    """Its subject is a pronoun for somebody spoken of before."""
    disclaims: bool
    """*„Ich sage nicht, dass p“*: what nobody puts forward."""
    quotes: bool
    """It holds words in quotation marks of whom it sums up: *sprach von einem „Massaker“*."""
    tells: bool
    """Its words tell that something was said: a verb or a noun of saying."""
    spoken_for: frozenset[str]
    """Those for whom the parties that state it speak."""
    is_by_medium: bool
    """A paper, a broadcaster or an agency states it."""
    is_plan: bool
    """*kündigte an, die Probe zu öffnen*, *forderte ihn auf zu gehen*: nobody says that it is so."""
    is_by_advocate: bool
    """*kritisierte der Verteidiger*."""
    upholds: bool
    """*bekräftigte den Bericht*: what was said before is said once more."""

    @property
    def parties(self) -> tuple[str, ...]:
        """Who states it."""
        return self.told.parties

    def is_by(self, parties: Collection[str]) -> bool:
        """Whether one of some parties states it, or somebody who speaks for it."""
        return not (self.spoken_for | set(self.parties)).isdisjoint(parties)

    @property
    def is_before(self) -> bool:
        """Whether it ends before the stand."""
        return self.distance >= 0


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a statement is about and how it is put, whatever stand is asked for."""

    end: Sentence
    keys: frozenset[str]
    deeds: frozenset[str]
    words: frozenset[str]
    is_verbal: bool
    stems: frozenset[str]
    nouns: frozenset[str]
    countries: frozenset[str]
    accuses: bool
    is_bare: bool
    in_stand: bool
    denies: bool
    takes_up: bool
    disclaims: bool
    speaks_of: bool
    tells: bool
    spoken_for: frozenset[str]
    is_by_medium: bool
    is_plan: bool
    is_by_advocate: bool
    upholds: bool


class Candidates:
    """The statements of one document that others may take a stand on, ready to be compared with each stand."""

    def __init__(self, text: Text, told: Sequence[Told], sources: Mapping[str, Source], cast: Cast) -> None:
        self._text = text
        self._cast = cast
        self.sources = sources
        """Every party that is known by now."""
        self._told = {item.row.id: item for item in told}
        self._all = tuple(told)
        self._open = tuple(item for item in told if is_open(item))
        self._quoting = {item.row.parent for item in told if item.row.type == "direct" and item.row.parent is not None}
        self._matters: dict[str, _Matter] = {}
        # Not *Kyiv, 3 May (Reuters) -*, nor *By our correspondent*: they say nothing.
        spoken = {item.row.part for item in told}
        self._lead = next((part.number for part in text.parts if part.kind != "heading" and part.number in spoken), 0)

    def beside(self, stand: StandFound, takers: Collection[str], against: Sequence[Word] = ()) -> tuple[Candidate, ...]:
        """Those that are neither the taker's nor the stand's own, in text order.

        `against` are the words that name whoever is accused, if that is not the one who takes the stand.
        """
        side = self._accused(against) if against else self.side_of(takers)
        near = _around(self._open, stand.evidence)
        others = (item for item in near if self._is_other(item, stand, takers))
        return tuple(self._candidate(item, stand, side) for item in others if not (against and self._is_by(side, item)))

    def authored(
        self, stand: StandFound, named: Collection[str], against: Sequence[Word] = ()
    ) -> tuple[Candidate, ...]:
        """What the publisher itself puts forward before a stand, nobody being credited with it; `about_taker` says
        whether it names whoever is accused by the words `against`, else one of the parties `named`."""
        side = self._accused(against) if against else self.side_of(named)
        before = (item for item in self.near(stand.evidence) if item.quotation.end <= stand.evidence.start)
        own = (item for item in before if not is_open(item) and not self._is_heading(item))
        return tuple(self._candidate(item, stand, side) for item in own)

    def called_so(self, parties: Iterable[str], beside: Iterable[Candidate]) -> frozenset[str]:
        """*die Ärzte* for *das Netzwerk deutscher Ärzte*: those whose names hold all nouns of one of some parties; *die
        Ruderin* for whom alone the text calls so."""
        called = [self._nouns(party) for party in parties]
        others = {party for item in beside for party in item.parties}
        named = {party for party in others for nouns in called if nouns and nouns <= self._nouns(party)}
        roles = {noun.lower() for nouns in called for noun in nouns if len(nouns) == 1}
        return frozenset(named or (party for party in others if roles & self._roles([party])))

    def _nouns(self, party: str) -> set[str]:
        name = self.sources[party].name.split() if party in self.sources else []
        return {word for word in name if word[:1].isupper() and word.lower() not in self._text.language.words.articles}

    def near(self, place: Span) -> tuple[Told, ...]:
        """The last statements before a place and the next ones behind it, the publisher's own included: more than
        articles have."""
        return _around(self._all, place)

    def heads(self, heading: Told, item: Told) -> bool:
        """*Moskau meldet Einnahme von Torezk* over *Truppen hätten Torezk eingenommen*: a heading that names what a
        statement below it does, or that the same party puts forward first of all below it."""
        between = range(heading.row.part + 1, item.row.part + 1)
        own = len(between) <= _LEAD and all(self._text.parts[part].kind != "heading" for part in between)
        if not (between and own and self._is_heading(heading)) or heading.row.polarity != item.row.polarity:
            return False
        named, told = self._matter(heading), self._matter(item)
        common = named.keys & told.keys
        if len(common) > 1 and 2 * len(common) >= len(named.keys):
            return True
        words = kindred(named.words, told.words)
        first = bool(heading.parties) and heading.parties == item.parties and item is self._opening(item)
        # *Wirbel um Treffen in Genf*: the publisher's heading without a verb says nothing of it.
        tells = heading.row.type != "author" or named.is_verbal
        return bool(words) and (first or (tells and len(words) > 1 and 2 * len(words) >= len(named.words)))

    def _opening(self, item: Told) -> Told | None:
        """The first statement that the parties of another one make in the first paragraph."""
        lead = (one for one in self._open if one.row.part == self._lead and one.row.type != "reported")
        return next((one for one in lead if one.parties == item.parties), None)

    def _is_heading(self, item: Told) -> bool:
        return self._text.parts[item.row.part].kind == "heading"

    def _is_bare_stand(self, item: Told) -> bool:
        """*Kiew dementierte*; *die Vorwürfe hätten sich nicht bestätigt*: of what others said, and of nothing else."""
        said = item.quotation
        words = self._text.words_in(said.cue) if said.type == "reported" and said.states != "proposition" else ()
        if any(self._text.language.lexicon.stands(word) for word in words):
            return True
        inside = (stand for view in self._text.views_touched(said.spans) for stand in find_stands(view))
        return any(
            said.covers(stand.word.span) and self._is_all(stand, said) and points_back(stand) for stand in inside
        )

    def _is_all(self, stand: StandFound, said: Quotation) -> bool:
        """Whether the clause of a stand is most of a statement."""
        return said.length < (stand.evidence.end - stand.evidence.start) * _MOST

    def _takes_stand(self, view: View) -> bool:
        lexicon = self._text.language.lexicon
        return any(stand.verdict == "denies" for word in view.sentence.words for stand in lexicon.stands(word))

    def _denies(self, item: Told) -> bool:
        found = (stand for view in self._text.views_touched(item.quotation.spans) for stand in find_stands(view))
        return any(stand.verdict == "denies" and item.quotation.covers(stand.word.span) for stand in found)

    def _is_other(self, item: Told, stand: StandFound, takers: Collection[str]) -> bool:
        inside = item.quotation.covers(stand.word.span) or item.quotation.overlaps(stand.evidence)
        # *Die Liberalen wollen p. Das bestätigte ihr Chef.*
        own = set(takers) if stand.verdict == "confirms" else self._same_side(takers)
        return not inside and self._is_at_its_level(item, stand) and set(item.parties).isdisjoint(own)

    def _is_by(self, side: "Side", item: Told) -> bool:
        stem = self._text.language.grammar.stem
        names = (self.sources[party].name.split() for party in item.parties if party in self.sources)
        return any(side.is_named_by(frozenset(map(stem, name))) for name in names)

    def _is_at_its_level(self, item: Told, stand: StandFound) -> bool:
        """Not a part of another statement, unless the stand is taken in that one too."""
        if not item.row.level:
            return True
        parent = self._told.get(item.row.parent or "")
        return parent is not None and parent.quotation.covers(stand.word.span)

    def _same_side(self, takers: Collection[str]) -> set[str]:
        """The takers and those they speak for."""
        rows = (self.sources.get(taker) for taker in takers)
        return {*takers, *(row.speaks_for for row in rows if row is not None and row.speaks_for is not None)}

    def _candidate(self, item: Told, stand: StandFound, side: "Side") -> Candidate:
        matter, own = self._matter(item), stand.view.sentence
        before = item.quotation.start < stand.evidence.start
        return Candidate(
            told=item,
            distance=max(0, own.number - matter.end.number) if before else min(-1, own.number - matter.end.number),
            parts=abs(own.part - matter.end.part),
            is_lead=item.row.part <= self._lead,
            accuses=matter.accuses,
            about_taker=_is_about(matter, side),
            countries=matter.countries,
            keys=matter.keys,
            deeds=matter.deeds,
            is_bare=matter.is_bare,
            in_stand=matter.in_stand,
            denies=matter.denies,
            takes_up=matter.takes_up,
            disclaims=matter.disclaims,
            quotes=item.row.id in self._quoting and matter.speaks_of,
            tells=matter.tells,
            spoken_for=matter.spoken_for,
            is_by_medium=matter.is_by_medium,
            is_plan=matter.is_plan,
            is_by_advocate=matter.is_by_advocate,
            upholds=matter.upholds,
        )

    def is_about(self, item: Told, parties: Collection[str]) -> bool:
        """Whether a statement names one of some parties, or accuses it."""
        return _is_about(self._matter(item), self.side_of(parties))

    def matter_of(self, item: Told) -> frozenset[str]:
        """What a statement is about: countries, events, the lemmas of its other nouns."""
        return self._matter(item).keys

    def deeds_of(self, item: Told) -> frozenset[str]:
        """What is done in a statement: the stems of its verbs."""
        return self._matter(item).deeds

    def _matter(self, item: Told) -> "_Matter":
        """What does not depend on the stand, found once."""
        if item.row.id not in self._matters:
            spans, stem = item.quotation.spans, self._text.language.grammar.stem
            words, accuses = self._text.words_in(spans), self._accuses(item)
            rows = [self.sources[party] for party in item.parties if party in self.sources]
            accused = self._text.words_in(item.quotation.frame) if accuses and item.quotation.frame else []
            self._matters[item.row.id] = _Matter(
                end=self._text.sentence_at(_last_place(item.quotation)).sentence,
                keys=frozenset(self.keys(words)),
                deeds=frozenset(self.deeds(word for word in words if word.upos == "VERB")),
                words=frozenset(self.deeds(word for word in words if word.upos in _TELLING)),
                is_verbal=any(word.upos == "VERB" for word in words),
                stems=frozenset(stem(word.text) for word in (*words, *accused) if word.upos in NOUNS),
                nouns=frozenset(word.lemma.lower() for word in (*words, *accused) if word.upos == "NOUN"),
                countries=frozenset(filter(None, (self.sources[party].country for party in item.parties))),
                accuses=accuses,
                is_bare=self._is_bare_stand(item),
                in_stand=any(self._takes_stand(view) for view in self._text.views_touched(spans)),
                denies=self._denies(item),
                takes_up=any(self._is_taking_up(word) for word in words),
                disclaims=self._disclaims(item, words),
                speaks_of=any(word.lemma in self._text.language.words.speaking_of_verbs for word in words),
                tells=any(map(self._tells, words)),
                spoken_for=frozenset(row.speaks_for for row in rows if row.speaks_for is not None),
                is_by_medium=any(row.kind in MEDIA for row in rows),
                is_plan=self._is_plan(item, words),
                is_by_advocate=any(
                    ends_in(word, self._text.language.words.advocates)
                    for word in self._text.words_in(item.quotation.speaker)
                ),
                upholds=self._upholds(item, words),
            )
        return self._matters[item.row.id]

    def _is_plan(self, item: Told, words: Sequence[Word]) -> bool:
        """An infinitive of the present under a verb of demanding or of promising."""
        listed = self._text.language.words
        if item.row.type != "indirect" or any(word.is_finite for word in words):
            return False
        done = any(word.upos == "AUX" and word.lemma not in listed.volition_modals for word in words)
        promises = any(word.lemma in listed.promising_verbs for word in self._text.words_in(item.quotation.cue))
        willing = any(word.lemma in listed.volition_modals for word in words)
        return item.row.certainty == "underspecified" or willing or (promises and not done)

    def _upholds(self, item: Told, words: Sequence[Word]) -> bool:
        listed = self._text.language.words
        again = any(word.upos == "VERB" and word.lemma in listed.upholding_verbs for word in words)
        return again and item.row.type == "reported" and any(ends_in(word, listed.claim_nouns) for word in words)

    def _disclaims(self, item: Told, words: Sequence[Word]) -> bool:
        """*„Wir sagen nicht, dass p“*: in the first person, that one says so."""
        if item.row.polarity != "negative" or item.row.type != "direct":
            return False
        listed, verbs = self._text.language.words, self._text.language.lexicon.verbs.reporting
        own = [word for word in words if word.form in listed.pronouns_first_person and word.relation == "nsubj"]
        first = next((word for word in words if word.is_finite), NO_WORD)
        return bool(own) and abs(own[0].number - first.number) == 1 and first.lemma in verbs

    def _is_taking_up(self, word: Word) -> bool:
        listed = self._text.language.words
        third = word.form in listed.personal_subjects and word.form not in listed.pronouns_first_person
        return third and word.upos == "PRON" and word.relation == "nsubj"

    def _tells(self, word: Word) -> bool:
        lexicon = self._text.language.lexicon
        return (
            lexicon.noun(word).reporting is not None if word.upos == "NOUN" else word.lemma in lexicon.verbs.reporting
        )

    def keys(self, words: Iterable[Word]) -> Iterator[str]:
        """The countries, events and other nouns among some words."""
        for word in words:
            yield from self._key(word)

    def deeds(self, words: Iterable[Word]) -> Iterator[str]:
        """What a verb and the noun for its deed share: *bestellt*, *die Bestellung*."""
        yield from (self._text.language.grammar.event_stem(word.lemma) for word in words)

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
            part = language.lexicon.event_of_compound(word)
            if part is not None:
                yield part.name

    def _accuses(self, item: Told) -> bool:
        """Whether its frame is one of accusing; summed up, whether its words are, and reject nothing themselves.

        What the publisher says itself accuses by a noun alone (*Gegen ihn wurde Anzeige erstattet*).
        """
        said = item.quotation
        summed_up, own = said.type == "reported", not is_open(item)
        spans = said.spans if summed_up or own else (*said.cue, *said.frame)
        if not spans:
            return False
        lexicon, views = self._text.language.lexicon, self._text.views_touched(spans)
        accusing = any(
            lexicon.accuses(word, view.sentence)
            for view in views
            for word in words_in(spans, (view.sentence,))
            if word.upos == "NOUN" or not own
        )
        return accusing and not (summed_up and any(self._rejects(view, spans) for view in views))

    def _rejects(self, view: View, spans: Sequence[Span]) -> bool:
        """Whether somebody takes a stand by a verb in some stretches of a sentence."""
        return any(stand.word.upos in VERBS and any_overlaps(spans, stand.word.span) for stand in find_stands(view))

    def _accused(self, words: Sequence[Word]) -> "Side":
        """By the last of the words that name somebody."""
        stem = self._text.language.grammar.stem
        names = [frozenset({stem(word.text)}) for word in words if word.upos in NOUNS]
        return Side(frozenset(), tuple(names[-1:]))

    def side_of(self, takers: Collection[str]) -> "Side":
        """By which words the takers, and those they speak for, are named."""
        rows = [self.sources[taker] for taker in self._same_side(takers) if taker in self.sources]
        stem = self._text.language.grammar.stem
        countries = frozenset(row.country for row in rows if row.country is not None and row.kind in _STATES)
        names = [name for row in rows for name in _names(row, is_person=self._is_person(row))]
        return Side(countries, tuple(frozenset(map(stem, name)) for name in names if name), self._roles(takers))

    def _is_person(self, row: Source) -> bool:
        """Also who belongs to a parliament, a court, the police."""
        referent = self._cast.referents.get(row.id)
        return row.kind in _PERSONS or (referent is not None and referent.is_person)

    def _roles(self, takers: Collection[str]) -> frozenset[str]:
        """The nouns by which the text speaks of some people and of nobody else: *die Bürgermeisterin*."""
        people = [item for item in self._cast.referents.values() if item.is_person]
        own = {noun for item in people if item.source.id in takers for noun in item.nouns | item.predicates}
        others = {noun for item in people if item.source.id not in takers for noun in item.nouns | item.predicates}
        return frozenset(own - others)


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


def kindred(named: Collection[str], told: Collection[str]) -> frozenset[str]:
    """Those of some stems that others share, or are a part of: *alterung*, *hautalter*."""
    return frozenset(one for one in named if any(_is_kindred(one, other) for other in told))


def _is_kindred(one: str, other: str) -> bool:
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return one == other or (len(short) >= _PART and (long.startswith(short) or long.endswith(short)))


def _plain(stem: str) -> str:
    """Without the marks of vowels that change within one word and its kin: *Wasser, Abwässer*."""
    return "".join(letter for letter in normalize("NFD", stem) if not combining(letter))


def _is_about(matter: "_Matter", side: Side) -> bool:
    """Whether some words name a side, or accuse it."""
    return bool(matter.keys & side.countries or matter.nouns & side.roles) or side.is_named_by(matter.stems)


def _names(row: Source, *, is_person: bool) -> Iterator[list[str]]:
    """A person's last name, the noun for somebody without a name; an institution's words that are long enough."""
    words = [word for word in row.name.split() if word[:1].isupper() and len(word) >= _SHORTEST]
    if words:
        yield words[-1:] if (is_person and len(words) > 1) or row.origin == "unnamed" else words


def _last_place(said: Quotation) -> int:
    """The last character of a statement, or of its frame where that stands behind it: *p. Das meldete der Sender*."""
    return max(said.end, said.start + 1, *(span.end for span in said.frame)) - 1


def _around(told: Sequence[Told], place: Span) -> tuple[Told, ...]:
    middle = bisect_left(told, place.start, key=lambda item: item.quotation.start)
    return tuple(told[max(0, middle - REACH) : middle + REACH])


def is_open(item: Told) -> bool:
    """Whether somebody may take a stand on it: the publisher's own words only if they pass on hearsay."""
    said = item.quotation
    return said.type != "author" or said.marker in _HEARSAY
