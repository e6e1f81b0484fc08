"""What each statement is about, in normalised words: its event, who takes part, where, and what it counts.

Two statements can only put the same thing forward if these agree (`attrib.statement.grouping`). The event is the main
verb of the statement or the noun that carries its meaning, under the name of its class
(`languages/<code>/events.yml`) or its stem. Countries count the same under any name (*Pjöngjang, nordkoreanische*), and
so do soldiers, troops and forces. What a document has just named may be left out (*1.500 Soldaten*): forces without a
country are those last named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from itertools import pairwise

from attrib.quotation.settle import without
from attrib.records import ClaimKey, KeyRole, Quantity, Source, Span, Statement
from attrib.registry.registry import Registry
from attrib.statement.event import EventClause, event_clause
from attrib.statement.grouping import Figures, Neutral, Proposition
from attrib.statement.setting import FORCES
from attrib.statement.told import Told
from attrib.text.analysis import Word
from attrib.text.language import Language
from attrib.text.nationality import Countries
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import NOUNS, tagged

PEOPLE = "people"
"""What is counted in events of people, whatever they are called."""
_OF_STATE = frozenset({"government", "ministry", "military", "intelligence_service"})
_PERSONS = frozenset({"person", "official", "expert", "witness", "head_of_state"})
_BEFORE_PLACES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_NAMING = NOUNS | {"ADJ"}
_PHRASE = 4
"""How many words a preposition may stand before its noun."""


def with_propositions(
    text: Text, told: Sequence[Told], sources: Mapping[str, Source], registry: Registry
) -> tuple[Told, ...]:
    """The statements with what they are about, as far as they can be compared with others.

    Statements inside others, questions and bare noun phrases cannot.
    """
    matter = _Matter(text, sources, registry)
    return tuple(_with_proposition(text, item, matter.keys(item)) for item in told)


def _with_proposition(text: Text, told: Told, keys: tuple[ClaimKey, ...]) -> Told:
    pairs = [(item.role, item.key) for item in keys]
    found = as_proposition(told.row.id, pairs, _figure(told.quantities), language=text.language)
    return replace(told, keys=keys, proposition=found)


def as_proposition(
    statement: str,
    keys: Iterable[tuple[str, str]],
    value: Figures | None,
    *,
    language: Language,
    said: str | None = None,
    document: str | None = None,
) -> Proposition | None:
    """The keys of one statement, pairs of role and key, as they are compared; `value` counts only if it counts things.

    `language` is that of the statement; `said` is the ISO prefix of the day on which it was said; with its `document`
    it can be left out what the article is about. None for a statement without an event.
    """
    by_role: dict[str, set[str]] = {}
    for role, key in keys:
        by_role.setdefault(role, set()).add(key)
    if "event" not in by_role:
        return None
    event = min(by_role["event"])
    entry = language.lexicon.event_classes.get(event)
    is_of_people = entry is not None and entry.people
    counted = by_role.get("counted", ())
    found = Proposition(
        statement=statement,
        event=event,
        is_class=entry is not None,
        is_amount=entry is not None and entry.amount,
        is_of_people=is_of_people,
        implied=None if entry is None else entry.implies,
        participants=frozenset(by_role.get("participant", ())),
        places=frozenset(by_role.get("place", ())),
        topics=frozenset(by_role.get("topic", ())),
        counted=frozenset({PEOPLE}) if is_of_people and counted else frozenset(counted),
        value=value if "counted" in by_role else None,
        language=language.code,
        days=days_of(said) if entry is not None and entry.momentary else None,
        document=document,
    )
    return replace(found, neutral=_neutral(found, language))


def _neutral(found: Proposition, language: Language) -> Neutral | None:
    """The proposition in words that all languages share; None if its event is a verb of no class."""
    if not found.is_class:
        return None
    things, classes = language.things, language.lexicon.event_classes
    known = things.keys() | classes.keys() | {FORCES, PEOPLE}
    counted = {things.get(key, key) for key in found.counted if key in known}
    shared = replace(
        found,
        language="",
        participants=frozenset(things.get(key, key) for key in found.participants),
        places=frozenset(things.get(key, key) for key in found.places),
        topics=frozenset(things[key] for key in found.topics if key in things),
        counted=frozenset(counted),
        value=found.value if len(counted) == len(found.counted) else None,
    )
    return Neutral(shared, is_whole=found.topics <= things.keys())


def days_of(prefix: str | None) -> tuple[int, int] | None:
    """The first and the last day of an ISO prefix as numbers: all of a month for *2024-10*."""
    if prefix is None:
        return None
    year, month, day = (*map(int, prefix.split("-")), 0, 0)[:3]
    if day:
        return (date(year, month, day).toordinal(),) * 2
    first = date(year, month or 1, 1)
    last = date(year + (month in {0, 12}), month % 12 + 1 if month else 1, 1)
    return first.toordinal(), last.toordinal() - 1


def _figure(quantities: Iterable[Quantity]) -> Figures | None:
    """The first number that counts something."""
    counting = (item for item in quantities if item.unit is None and item.counted is not None)
    return next(((item.value, item.value_to) for item in counting), None)


class _Matter:
    """Says what each statement of a document is about, asked in text order: what was named before may be left out."""

    def __init__(self, text: Text, sources: Mapping[str, Source], registry: Registry) -> None:
        self._text = text
        self._language = text.language
        self._sources = sources
        self._registry = registry
        self._last_force: str | None = None
        """The country of the forces named last."""
        self._told: set[str] = set()
        """The names that the keys of earlier statements hold."""
        self._names: dict[int, Mapping[int, tuple[KeyRole, str]]] = {}
        """Whom each sentence names that has been looked at, by the numbers of the sentence and of the word."""

    def keys(self, told: Told) -> tuple[ClaimKey, ...]:
        """The keys of the next statement, sorted; only whom else it names if it cannot be compared."""
        row = told.row
        comparable = row.level == 0 and "?" not in row.exact
        clause = self._clause(told) if comparable else None
        pairs = set() if clause is None else set(self._pairs(clause, told))
        if clause is not None and not any(role == "participant" and _is_country(key) for role, key in pairs):
            pairs.update(("participant", key) for key in self._left_out(clause, told))
        if clause is not None:
            pairs.update(("participant", key) for key in self._speaking(clause, told))
        self._last_force = self._force_country(row.spans) or self._last_force
        pairs.update(("named", key) for key in self._named_beside(row, {key for _, key in pairs}))
        return tuple(ClaimKey(statement=row.id, role=role, key=key) for role, key in sorted(pairs))

    def _clause(self, told: Told) -> EventClause | None:
        """The clause that says what happens.

        To *will p gesehen haben* belongs the infinitive in its frame; of a speech act that is summed up (*Der Landrat
        sprach von drei Toten*) the event is what it is about, without who speaks.
        """
        row = told.row
        if row.marker == "claiming_modal":
            return event_clause(self._text, sorted((*row.spans, *row.frame), key=lambda span: span.start))
        if row.type == "reported" and row.polarity != "underspecified":
            matter = tuple(without(row.spans, (*row.speaker, *told.quotation.cue)))
            about = event_clause(self._text, matter) if matter else None
            if about is not None:
                return about
        return event_clause(self._text, row.spans)

    def _pairs(self, clause: EventClause, told: Told) -> Iterator[tuple[KeyRole, str]]:
        yield "event", clause.event
        naming, names = clause.naming, self._named_in(clause.view)
        for word in clause.words:
            named = names.get(word.number)
            if named is not None:
                yield named
            elif self._is_topic(word) and word.lemma.lower() not in naming:
                yield "topic", word.lemma.lower()
        for quantity in told.quantities:
            head = _counted_head(quantity, clause)
            if quantity.unit is None and head is not None:
                yield "counted", self._thing(head)

    def _named_beside(self, row: Statement, own: AbstractSet[str]) -> Iterator[str]:
        """Whom its sentences name beside, each once in an article: they tell what the article is about."""
        self._told |= own
        views = self._text.views_touched((*row.spans, *row.frame))
        named = {key for view in views for _, key in self._named_in(view).values()}
        for key in sorted(named - self._told):
            self._told.add(key)
            yield key

    def _named_in(self, view: View) -> Mapping[int, tuple[KeyRole, str]]:
        """The parties and places that a sentence names, by the number of the word; looked for once."""
        number = view.sentence.number
        if number not in self._names:
            words = tagged(view.sentence.words, _NAMING)
            found = ((word.number, self._named_by(word, view)) for word in words)
            self._names[number] = {place: named for place, named in found if named is not None}
        return self._names[number]

    def _named_by(self, word: Word, view: View) -> tuple[KeyRole, str] | None:
        """The party or place that a word names."""
        known = country(word, self._language.countries) or self._party(word)
        if known is None:
            return None
        return ("place" if self._is_place(word, view) else "participant"), known

    def _is_topic(self, word: Word) -> bool:
        plain = word.upos == "NOUN" and word.lemma[:1].isalpha() and not self._language.grammar.is_time(word)
        return plain and self._language.lexicon.event(word) is None

    def _party(self, word: Word) -> str | None:
        """Forces of any name, states for their institutions, registered people by their id, other names as they are.

        What the Pentagon or the Bundesregierung does, the United States or Germany does.
        """
        if self._is_force(word):
            return FORCES
        entries = self._registry.by_alias(word.text) if word.upos in NOUNS else ()
        if len(entries) == 1 and entries[0].kind in _OF_STATE and entries[0].country is not None:
            return entries[0].country
        if word.upos != "PROPN" or self._is_date(word):
            return None
        entries = entries or self._registry.by_family_name(word.text)
        return entries[0].id if len(entries) == 1 else word.lemma.lower()

    def _is_date(self, word: Word) -> bool:
        return word.form in self._language.words.months or word.form in self._language.words.weekdays

    def _is_force(self, word: Word) -> bool:
        if word.upos not in NOUNS:
            return False
        nouns = self._language.lexicon.nouns
        return FORCES in (nouns.kind_of_institution((word,)), nouns.kind_of_person((word,)))

    def _thing(self, word: Word) -> str:
        if self._is_force(word):
            return FORCES
        entry = self._language.lexicon.event(word)
        return word.lemma.lower() if entry is None else entry.name

    def _is_place(self, word: Word, view: View) -> bool:
        """Whether a preposition of place governs the noun phrase of the word: *in Kursk*, *auf russischem Boden*.

        Forces are no place, nor are the countries they come from (*auf 11.000 nordkoreanische Soldaten*).
        """
        if self._is_force(word) or (word.upos == "ADJ" and self._is_force(view.behind(word))):
            return False
        before = view.before(word)
        while before.upos in _BEFORE_PLACES and word.number - before.number < _PHRASE:
            before = view.before(before)
        return before.upos == "ADP" and before.form in self._language.words.place_prepositions

    def _speaking(self, clause: EventClause, told: Told) -> Iterator[str]:
        """Who speaks of himself: *ich*, *wir*, *er* as the subject, infinitives (*beteuert, nie gelogen zu haben*)."""
        words = self._language.words
        first = any(word.form in words.pronouns_first_person for word in clause.words)
        himself = any(word.form in words.own_pronouns and word.relation == "nsubj" for word in clause.words)
        without_subject = clause.view.clause_of(clause.words[0]).kind == "infinitive"
        if told.row.type != "author" and len(told.parties) == 1 and (first or himself or without_subject):
            source = self._sources[told.parties[0]]
            if first or source.kind in _PERSONS:
                yield from self._named(source)

    def _named(self, source: Source) -> Iterator[str]:
        """The key of a party with a name of its own."""
        entries = self._registry.by_alias(source.name)
        if source.origin == "discovered" or (len(entries) == 1 and entries[0].kind not in _OF_STATE):
            yield entries[0].id if len(entries) == 1 else source.name.split()[-1].lower()

    def _left_out(self, clause: EventClause, told: Told) -> Iterator[str]:
        """The country of forces that the text named just before, and that of a speaker who says *wir*."""
        if self._last_force is not None and any(self._is_bare_force(word, clause.view) for word in clause.words):
            yield self._last_force
        if any(word.form in self._language.words.pronouns_first_person for word in clause.words):
            countries = {self._sources[party].country for party in told.parties}
            if len(countries) == 1 and (speaking := next(iter(countries))) is not None:
                yield speaking

    def _is_bare_force(self, word: Word, view: View) -> bool:
        """*1.500 Soldaten, diese Truppen*; not *seine Armee*, not *ausländische Truppen*: those are another's."""
        before = view.before(word)
        whose = before.upos in {"ADJ", "PROPN"} or before.form in self._language.words.pronouns_possessive
        return not whose and self._is_force(word)

    def _force_country(self, spans: Sequence[Span]) -> str | None:
        """The country of the last forces that a statement names with their country (*nordkoreanische Soldaten*)."""
        found: str | None = None
        for sentence in self._text.touching(Span(spans[0].start, spans[-1].end)):
            for before, word in pairwise(sentence.words):
                if before.upos == "ADJ" and self._is_force(word):
                    found = country(before, self._language.countries) or found
        return found


def country(word: Word, countries: Countries) -> str | None:
    """The country that a name, a capital, an adjective, an inhabitant or a prefix points to."""
    if word.upos == "ADJ":
        return countries.of_adjective(word.text)
    if word.upos not in NOUNS:
        return None
    prefix = countries.of_prefix(word.text)
    named = countries.of_place(word.text) or countries.of_inhabitant(word.text)
    return named or (None if prefix is None else prefix[0])


def _is_country(key: str) -> bool:
    return len(key) == 2 and key.isupper()


def _counted_head(quantity: Quantity, clause: EventClause) -> Word | None:
    """The noun that the number counts, if it stands in the main clause."""
    if quantity.counted is None:
        return None
    things = (word for word in clause.words if word.start >= quantity.start and word.upos in NOUNS)
    return next((word for word in things if word.text in quantity.counted), None)
