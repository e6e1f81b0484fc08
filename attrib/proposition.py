"""What each statement is about, in normalised words: its event, who takes part, where, and what it counts.

Two statements can only put the same thing forward if these agree (`attrib.grouping`). The event is the main verb of the
statement or the noun that carries its meaning, under the name of its class (`languages/<code>/events.yml`) or its stem.
Countries count the same under any name (*Pjöngjang, nordkoreanische*), and so do soldiers, troops and forces. What a
document has just named may be left out (*1.500 Soldaten*): forces without a country are those last named.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from attrib.analysis import Analysis, Word
from attrib.grouping import Figures, Proposition
from attrib.language import EventClass, Language
from attrib.nationality import (
    country_of_adjective,
    country_of_capital,
    country_of_inhabitant,
    country_of_name,
    country_of_prefix,
)
from attrib.phrase import is_time
from attrib.quotation import views_of
from attrib.quotation.view import View
from attrib.records import ClaimKey, KeyRole, Quantity, Source, Statement
from attrib.registry import Registry
from attrib.source.nouns import institution_kind, person_kind
from attrib.syntax import Field

FORCES = "military"
_OF_STATE = frozenset({"government", "ministry", "military", "intelligence_service"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FEW = 12
"""A clause of thinking is short; in a longer one the verb has something of its own to say."""
_SHORT = 7
"""Only words of so many letters are looked for at the end of compounds: a Wahlkampf is no Kampf."""
_PREDICATES = frozenset({"root", "xcomp", "ccomp", "conj"})
_EVENTFUL = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class _Clause:
    """The main clause of a statement: its words, and the word that says what happens."""

    view: View
    words: tuple[Word, ...]
    event: str


def claim_keys(
    analysis: Analysis,
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
    views = views_of(analysis, language=language)
    numbers: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        numbers.setdefault(quantity.statement, []).append(quantity)
    found: list[ClaimKey] = []
    last_force: str | None = None
    for statement in statements:
        clause = _clause(statement, analysis, views, language) if _is_comparable(statement) else None
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


def _clause(statement: Statement, analysis: Analysis, views: Sequence[View], language: Language) -> _Clause | None:
    """The first clause that says what happens, in the first sentence of the statement that has one."""
    for sentence in analysis.touching(statement.spans[0].start, statement.spans[-1].end):
        view = views[sentence.number]
        inside = [word for word in view.sentence.words if any(span.contains(word.span) for span in statement.spans)]
        waiting = [
            item for item in _unconditional(view) if any(item.first <= word.number <= item.last for word in inside)
        ]
        while waiting:
            main = _main_fields(view, waiting)
            words = tuple(word for word in inside if any(item.first <= word.number <= item.last for item in main))
            event = None if _is_thinking(words, language) else _event(words, language)
            if event is not None:
                return _Clause(view, words, event)
            waiting = [item for item in waiting if item not in main]
    return None


def _unconditional(view: View) -> list[Field]:
    """The fields that no condition opens (*falls X*, *dass selbst wenn X*)."""
    openers = view.language.words("conditional_openers")
    return [
        item
        for item in view.fields
        if not {word.text.lower() for word in view.words(item.first, item.first + 2)} & openers
    ]


def _main_fields(view: View, waiting: Sequence[Field]) -> list[Field]:
    """The fields up to the end of the first clause with a finite verb, and the infinitive that completes it.

    Relative and subordinate clauses are passed over where there is anything else.
    """
    plain = [item for item in waiting if item.kind not in {"relative", "subordinate"}] or list(waiting)
    found: list[Field] = []
    for field in plain:
        if any(item.finite for item in found) and not _completes(view, field):
            break
        found.append(field)
    return found


def _is_thinking(words: Sequence[Word], language: Language) -> bool:
    """*er rechne damit*, *schätzen wir*: the speaker's own thinking is no event."""
    verbs = {entry.lemma for entry in language.reporting_verbs if entry.certainty is not None}
    return any(word.lemma in verbs and word.upos == "VERB" for word in words) and len(words) < _FEW


def _completes(view: View, field: Field) -> bool:
    opening = view.words(field.first, field.first)[0].text.lower()
    return field.kind == "infinitive" and opening not in view.language.words("purpose_openers")


def _event(words: Sequence[Word], language: Language) -> str | None:
    """The class of the verb; of a noun, if the verb says no more than that it takes place; else the verb's stem.

    *Experten bezweifeln den Nutzen des Einsatzes* does not put an Einsatz forward.
    """
    verbs = [
        _whole(word, words, language)
        for word in words
        if word.upos == "VERB" or (word.upos == "ADJ" and word.relation in _PREDICATES)
    ]
    named = [entry for word in verbs if (entry := _event_class(word, language)) is not None]
    full = [word for word in verbs if word.upos == "VERB" and _event_class(word, language) is None]
    light = all(word.lemma.lower() in language.words("support_verbs") for word in full)
    if light:
        nouns = (word for word in words if word.upos == "NOUN")
        named += [entry for word in nouns if (entry := _event_class(word, language)) is not None]
    strong = [entry for entry in named if not entry.amount]
    if strong:
        return strong[0].name
    if full and not light:
        return language.syntax.event_stem(full[-1].lemma)
    copulas = [entry for word in words if word.upos == "AUX" and (entry := _event_class(word, language)) is not None]
    return next((entry.name for entry in (*named, *copulas)), None)


def _whole(verb: Word, words: Sequence[Word], language: Language) -> Word:
    """The verb with its particle: *bereiten … vor* → *vorbereiten*."""
    for word in words:
        form = word.text.lower()
        is_own = word.head == verb.number and word.deprel == "compound:prt" and not verb.lemma.startswith(form)
        if is_own and form in language.words("separable_particles"):
            return replace(verb, lemma=form + verb.lemma)
    return verb


@cache
def _classes(language: Language) -> dict[str, EventClass]:
    return {word: entry for entry in language.events for word in entry.words}


def _event_class(word: Word, language: Language) -> EventClass | None:
    """The class of a word; a compound belongs to the class of its last part (*Truppenentsendung*)."""
    if word.upos not in _EVENTFUL:
        return None
    classes, lemma = _classes(language), word.lemma.lower().rsplit("-", 1)[-1]
    if lemma in classes:
        return classes[lemma]
    if word.upos == "NOUN":
        tails = (lemma[cut:] for cut in range(1, len(lemma) - _SHORT + 1))
        return next((classes[tail] for tail in tails if tail in classes), None)
    return None


def _keys(
    clause: _Clause,
    statement: Statement,
    quantities: Sequence[Quantity],
    language: Language,
    registry: Registry,
) -> Iterator[tuple[KeyRole, str]]:
    yield "event", clause.event
    for word in clause.words:
        known = country(word) or _party(word, clause, language, registry)
        if known is not None:
            yield ("place" if _is_place(word, clause.view, language) else "participant"), known
        elif (
            word.upos == "NOUN"
            and not is_time(word)
            and _event_class(word, language) is None
            and word.lemma[:1].isalpha()
        ):
            yield "topic", word.lemma.lower()
    for quantity in quantities:
        head = _counted_head(quantity, clause)
        if quantity.unit is None and head is not None:
            yield "counted", _thing(head, language)


def _is_topic(word: Word, language: Language) -> bool:
    plain = word.upos == "NOUN" and word.lemma[:1].isalpha() and not is_time(word)
    return plain and _event_class(word, language) is None


def country(word: Word) -> str | None:
    """The country that a name, a capital, an adjective, an inhabitant or a prefix points to."""
    if word.upos == "ADJ":
        return country_of_adjective(word.text)
    if word.upos not in _NOUNS:
        return None
    prefix = country_of_prefix(word.text)
    return (
        country_of_name(word.text)
        or country_of_capital(word.text)
        or country_of_inhabitant(word.text)
        or (prefix[0] if prefix is not None else None)
    )


def _party(word: Word, clause: _Clause, language: Language, registry: Registry) -> str | None:
    """Forces of any name, states for their institutions, people of the registry by their id, other names as they are.

    What the Pentagon or the Bundesregierung does, the United States or Germany does.
    """
    if _is_force(word, language):
        return FORCES
    entries = registry.by_alias(word.text) if word.upos in _NOUNS else ()
    if len(entries) == 1 and entries[0].kind in _OF_STATE and entries[0].country is not None:
        return entries[0].country
    if word.upos != "PROPN" or word.text.lower() in language.words("months") | language.words("weekdays"):
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
    entry = _event_class(word, language)
    return word.lemma.lower() if entry is None else entry.name


def _counted_head(quantity: Quantity, clause: _Clause) -> Word | None:
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
            return before.text.lower() in language.words("place_prepositions")
        if before.upos not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
            return False
    return False


def _left_out(
    pairs: set[tuple[KeyRole, str]],
    statement: Statement,
    sources: Mapping[str, Source],
    last_force: str | None,
    clause: _Clause,
    language: Language,
) -> Iterator[tuple[KeyRole, str]]:
    """The country of forces that the text named just before, and that of a speaker who says *wir*."""
    own = any(role == "participant" and len(key) == 2 and key.isupper() for role, key in pairs)
    if own:
        return
    if last_force is not None and any(_is_bare_force(word, clause, language) for word in clause.words):
        yield "participant", last_force
    if any(word.text.lower() in language.words("pronouns_first_person") for word in clause.words):
        countries = {sources[link.source].country for link in statement.sources if link.relation == "states"}
        if len(countries) == 1 and (speaking := next(iter(countries))) is not None:
            yield "participant", speaking


def _is_bare_force(word: Word, clause: _Clause, language: Language) -> bool:
    """*1.500 Soldaten, diese Truppen*; not *seine Armee*, not *ausländische Truppen*, whose country is another one."""
    before = clause.view.words(word.number - 1, word.number - 1) if word.number > 1 else ()
    other = bool(before) and (
        before[0].upos in {"ADJ", "PROPN"} or before[0].text.lower() in language.words("pronouns_possessive")
    )
    return _is_force(word, language) and not other


def _force_country(statement: Statement, analysis: Analysis, language: Language) -> str | None:
    """The country of the last forces that a statement names with their country (*nordkoreanische Soldaten*)."""
    found: str | None = None
    for sentence in analysis.touching(statement.spans[0].start, statement.spans[-1].end):
        for before, word in zip(sentence.words, sentence.words[1:], strict=False):
            if before.upos == "ADJ" and _is_force(word, language) and country(before) is not None:
                found = country(before)
    return found
