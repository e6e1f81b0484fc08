"""What each statement is about, in normalised words: its event, who takes part, where, and what it counts.

Two statements can only put the same thing forward if these agree (`attrib.statement.grouping`). The event is the main
verb of the statement or the noun that carries its meaning, under the name of its class
(`languages/<code>/events.yml`) or its stem. Countries count the same under any name (*Pjöngjang, nordkoreanische*), and
so do soldiers, troops and forces. What a document has just named may be left out (*1.500 Soldaten*): forces without a
country are those last named.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from attrib.records import ClaimKey, KeyRole, Quantity, Source, Statement
from attrib.registry.registry import Registry
from attrib.source.nouns import institution_kind, person_kind
from attrib.statement.event import EventClause, event_class, event_clause
from attrib.statement.grouping import Figures, Proposition
from attrib.text.analysis import Analysis, Word
from attrib.text.entries import EventClass
from attrib.text.language import Language
from attrib.text.nationality import Countries
from attrib.text.view import View

FORCES = "military"
_OF_STATE = frozenset({"government", "ministry", "military", "intelligence_service"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def claim_keys(
    analysis: Analysis,
    views: Sequence[View],
    statements: Sequence[Statement],
    quantities: Sequence[Quantity],
    sources: Mapping[str, Source],
    *,
    language: Language,
    registry: Registry,
) -> tuple[ClaimKey, ...]:
    """The keys of every statement that can be compared with others, sorted within the statement.

    Statements inside others, questions and bare noun phrases have none.
    """
    numbers: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        numbers.setdefault(quantity.statement, []).append(quantity)
    found: list[ClaimKey] = []
    last_force: str | None = None
    for statement in statements:
        clause = event_clause(statement, analysis, views, language) if _is_comparable(statement) else None
        if clause is None:
            last_force = _force_country(statement, analysis, language) or last_force
            continue
        pairs = set(_keys(clause, statement, numbers.get(statement.id, ()), language, registry))
        pairs |= set(_left_out(pairs, statement, sources, last_force, clause, language))
        last_force = _force_country(statement, analysis, language) or last_force
        found.extend(ClaimKey(statement=statement.id, role=role, key=key) for role, key in sorted(pairs))
    return tuple(found)


def as_proposition(
    statement: str,
    keys: Iterable[tuple[str, str]],
    value: Figures | None,
    *,
    language: Language,
    said: str | None = None,
) -> Proposition | None:
    """The keys of one statement, pairs of role and key, as they are compared; `value` counts only if it counts things.

    `said` is the ISO prefix of the day on which it was said. None for a statement without an event.
    """
    by_role: dict[str, set[str]] = {}
    for role, key in keys:
        by_role.setdefault(role, set()).add(key)
    if "event" not in by_role:
        return None
    event = min(by_role["event"])
    entry = _named_classes(language).get(event)
    return Proposition(
        statement=statement,
        event=event,
        is_class=entry is not None,
        is_amount=entry is not None and entry.amount,
        implied=None if entry is None else entry.implies,
        participants=frozenset(by_role.get("participant", ())),
        places=frozenset(by_role.get("place", ())),
        topics=frozenset(by_role.get("topic", ())),
        counted=frozenset(by_role.get("counted", ())),
        value=value if "counted" in by_role else None,
        days=days_of(said) if entry is not None and entry.momentary else None,
    )


def propositions(
    keys: Iterable[ClaimKey], quantities: Iterable[Quantity], *, language: Language
) -> Iterator[Proposition]:
    """The propositions of the statements that have keys."""
    values, by_statement = figures(quantities), defaultdict(list)
    for item in keys:
        by_statement[item.statement].append((item.role, item.key))
    for statement, pairs in by_statement.items():
        found = as_proposition(statement, pairs, values.get(statement), language=language)
        if found is not None:
            yield found


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


def figures(quantities: Iterable[Quantity]) -> dict[str, Figures]:
    """The first number of each statement that counts something, by the statement's id."""
    found: dict[str, Figures] = {}
    for item in quantities:
        if item.unit is None and item.counted is not None:
            found.setdefault(item.statement, (item.value, item.value_to))
    return found


@cache
def _named_classes(language: Language) -> dict[str, EventClass]:
    return {entry.name: entry for entry in language.events}


def _is_comparable(statement: Statement) -> bool:
    return statement.level == 0 and "?" not in statement.exact


def _keys(
    clause: EventClause,
    statement: Statement,
    quantities: Sequence[Quantity],
    language: Language,
    registry: Registry,
) -> Iterator[tuple[KeyRole, str]]:
    yield "event", clause.event
    for word in clause.words:
        known = country(word, language.countries) or _party(word, clause, language, registry)
        if known is not None:
            yield ("place" if _is_place(word, clause.view, language) else "participant"), known
        elif _is_topic(word, language):
            yield "topic", word.lemma.lower()
    for quantity in quantities:
        head = _counted_head(quantity, clause)
        if quantity.unit is None and head is not None:
            yield "counted", _thing(head, language)


def _is_topic(word: Word, language: Language) -> bool:
    plain = word.upos == "NOUN" and word.lemma[:1].isalpha() and not language.grammar.is_time(word)
    return plain and event_class(word, language) is None


def country(word: Word, countries: Countries) -> str | None:
    """The country that a name, a capital, an adjective, an inhabitant or a prefix points to."""
    if word.upos == "ADJ":
        return countries.of_adjective(word.text)
    if word.upos not in _NOUNS:
        return None
    prefix = countries.of_prefix(word.text)
    return (
        countries.of_place(word.text)
        or countries.of_inhabitant(word.text)
        or (prefix[0] if prefix is not None else None)
    )


def _party(word: Word, clause: EventClause, language: Language, registry: Registry) -> str | None:
    """Forces of any name, states for their institutions, people of the registry by their id, other names as they are.

    What the Pentagon or the Bundesregierung does, the United States or Germany does.
    """
    if _is_force(word, language):
        return FORCES
    entries = registry.by_alias(word.text) if word.upos in _NOUNS else ()
    if len(entries) == 1 and entries[0].kind in _OF_STATE and entries[0].country is not None:
        return entries[0].country
    form = word.form
    if word.upos != "PROPN" or form in language.words.months or form in language.words.weekdays:
        return None
    entries = entries or registry.by_family_name(word.text)
    return entries[0].id if len(entries) == 1 else word.lemma.lower()


def _is_force(word: Word, language: Language) -> bool:
    if word.upos not in _NOUNS:
        return False
    return FORCES in {institution_kind(language, (word,)), person_kind(language, (word,))}


def _thing(word: Word, language: Language) -> str:
    if _is_force(word, language):
        return FORCES
    entry = event_class(word, language)
    return word.lemma.lower() if entry is None else entry.name


def _counted_head(quantity: Quantity, clause: EventClause) -> Word | None:
    """The noun that the number counts, if it stands in the main clause."""
    if quantity.counted is None:
        return None
    behind = [word for word in clause.words if word.start >= quantity.start and word.upos in _NOUNS]
    return behind[0] if behind else None


def _is_place(word: Word, view: View, language: Language) -> bool:
    """Whether a preposition of place governs the noun phrase of the word: *in Kursk*, *auf russischem Boden*.

    Forces are no place, nor are the countries they come from (*auf 11.000 nordkoreanische Soldaten*).
    """
    following = view.words(word.number + 1, word.number + 1)
    if _is_force(word, language) or (word.upos == "ADJ" and following and _is_force(following[0], language)):
        return False
    for before in reversed(view.words(max(1, word.number - 4), word.number - 1)):
        if before.upos == "ADP":
            return before.form in language.words.place_prepositions
        if before.upos not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
            return False
    return False


def _left_out(
    pairs: set[tuple[KeyRole, str]],
    statement: Statement,
    sources: Mapping[str, Source],
    last_force: str | None,
    clause: EventClause,
    language: Language,
) -> Iterator[tuple[KeyRole, str]]:
    """The country of forces that the text named just before, and that of a speaker who says *wir*."""
    own = any(role == "participant" and len(key) == 2 and key.isupper() for role, key in pairs)
    if own:
        return
    if last_force is not None and any(_is_bare_force(word, clause, language) for word in clause.words):
        yield "participant", last_force
    if any(word.form in language.words.pronouns_first_person for word in clause.words):
        countries = {sources[link.source].country for link in statement.sources if link.relation == "states"}
        if len(countries) == 1 and (speaking := next(iter(countries))) is not None:
            yield "participant", speaking


def _is_bare_force(word: Word, clause: EventClause, language: Language) -> bool:
    """*1.500 Soldaten, diese Truppen*; not *seine Armee*, not *ausländische Truppen*, whose country is another one."""
    before = clause.view.words(word.number - 1, word.number - 1) if word.number > 1 else ()
    other = bool(before) and (
        before[0].upos in {"ADJ", "PROPN"} or before[0].form in language.words.pronouns_possessive
    )
    return _is_force(word, language) and not other


def _force_country(statement: Statement, analysis: Analysis, language: Language) -> str | None:
    """The country of the last forces that a statement names with their country (*nordkoreanische Soldaten*)."""
    found: str | None = None
    for sentence in analysis.touching(statement.spans[0].start, statement.spans[-1].end):
        for before, word in zip(sentence.words, sentence.words[1:], strict=False):
            if before.upos == "ADJ" and _is_force(word, language) and country(before, language.countries) is not None:
                found = country(before, language.countries)
    return found
