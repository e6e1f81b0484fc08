"""The tellings of several lists about one person, put together: by Wikidata id, else by name and country."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrib.registry.entry import RegistrySource, SourceName, SourceTerm
from attrib.registry.registry import Registry
from attrib.registry.spelling import name_keys, script_of
from attrib.text.kebab import kebab
from attrib.text.nationality import Country
from training.registry.german import in_german
from training.registry.offices import office_of, to_term
from training.registry.person import Person

_DAY = len("2000-01-31")
_BREAK = 31
"""How many days lie at most between two terms that are shown as one: elections do not end an office."""


def merged(people: Iterable[Person]) -> list[Person]:
    """One person for each; those without a Wikidata id join the only one of their name and country who has one."""
    by_id: dict[str, Person] = {}
    others: list[Person] = []
    for person in people:
        if person.wikidata is None:
            others.append(person)
        elif person.wikidata in by_id:
            _join(by_id[person.wikidata], person)
        else:
            by_id[person.wikidata] = person
    found = list(by_id.values())
    for person in others:
        same = [each for each in found if _is_same(each, person)]
        if len(same) == 1:
            _join(same[0], person)
        else:
            found.append(person)
    return found


def _is_same(one: Person, other: Person) -> bool:
    if one.country != other.country:
        return False
    script = script_of(one.country)
    return not name_keys(one.name, script=script).isdisjoint(name_keys(other.name, script=script))


def _join(person: Person, other: Person) -> None:
    """Add what another telling says."""
    if other.name != person.name:
        person.other_names.append(other.name)
    person.other_names += other.other_names
    person.terms += other.terms
    person.gender = person.gender or other.gender
    person.party = person.party or other.party
    person.german = person.german or other.german
    person.country = person.country or other.country
    person.kind = other.kind if person.kind == "official" else person.kind
    if other.origin not in person.origin:
        person.origin = f"{person.origin}; {other.origin}"
    person.as_of = max(person.as_of, other.as_of)


class Ids:
    """Ids that stay: those of the hand-made registry, then those given before, then new ones."""

    def __init__(self, by_hand: Registry, earlier: Mapping[str, str]) -> None:
        self._by_hand = by_hand
        self._earlier = earlier
        """Ids by Wikidata ids, as the registry had them before."""
        self._of_wikidata = {entry.wikidata: entry.id for entry in by_hand.entries if entry.wikidata}
        self._taken = {*by_hand.by_id, *earlier.values()}

    def of(self, person: Person) -> str:
        """The id of a person."""
        found = self._of_wikidata.get(person.wikidata or "") or self._of_name(person)
        found = found or self._earlier.get(person.wikidata or "")
        if found is None:
            plain = kebab(person.name)
            found = (
                plain if plain not in self._taken else f"{plain}-{(person.wikidata or person.country or '2').lower()}"
            )
        self._taken.add(found)
        return found

    def _of_name(self, person: Person) -> str | None:
        """The only hand-made person of the name and country."""
        script = script_of(person.country)
        keys = name_keys(person.name, script=script)
        found = [
            entry.id
            for entry in self._by_hand.entries
            if entry.person
            and entry.country == person.country
            and (person.wikidata is None or entry.wikidata in {None, person.wikidata})
            and any(not keys.isdisjoint(name_keys(name, script=script)) for name in entry.names)
        ]
        return found[0] if len(found) == 1 else None


def to_entries(
    people: Sequence[Person],
    ids: Ids,
    countries: Mapping[str, Country],
    institutions: Mapping[tuple[str, str], str],
    spellings: Mapping[str, Sequence[str]],
) -> Iterator[RegistrySource]:
    """Entries of the registry; `spellings`: other scripts of a name part in lower case."""
    for person in people:
        terms = _in_time(to_term(term, person.gender, countries, institutions) for term in person.terms)
        name = person.german or in_german(person.name, person.country)
        family = _family_in_german(person)
        names = dict.fromkeys([*person.other_names, person.name])
        entry = {
            "id": ids.of(person),
            "name": SourceName(de=name, en=person.name),
            "kind": _kind(person),
            "country": person.country,
            "aliases": {
                "en": tuple(each for each in names if each not in {person.name, name}),
                "mul": tuple(spellings.get(person.family.lower(), ())),
            },
            "person": True,
            "family_name": family,
            "given_name": in_german(person.given, person.country) or None,
            "gender": person.gender,
            "transliterations": tuple(dict.fromkeys([person.family])),
            "terms": terms,
            "party": person.party,
            "speaks_for": next((term.speaks_for for term in reversed(terms) if term.speaks_for), None),
            "wikidata": person.wikidata,
            "origin": person.origin,
            "as_of": person.as_of,
        }
        yield RegistrySource.model_validate(entry)


def _family_in_german(person: Person) -> str:
    """The family name as German texts have it: the end of the German name, as many words as the other has."""
    if person.german is None:
        return in_german(person.family, person.country)
    return " ".join(person.german.split()[-len(person.family.split()) :])


def _kind(person: Person) -> str:
    """That of the last office, else that of the list."""
    last = max(person.terms, key=lambda term: term.since, default=None)
    office = None if last is None else office_of(last.office)
    return person.kind if office is None else office.kind


def _in_time(terms: Iterable[SourceTerm]) -> tuple[SourceTerm, ...]:
    """The terms in order; what two lists tell of one, and terms that follow upon each other, become one."""
    found: dict[str, list[SourceTerm]] = {}
    for term in sorted(terms, key=lambda term: (term.from_, _last(term))):
        same = found.setdefault(term.title, [])
        if same and _follows(same[-1], term):
            same[-1] = same[-1] if _last(same[-1]) > _last(term) else term.model_copy(update={"from_": same[-1].from_})
        else:
            same.append(term)
    return tuple(sorted((term for same in found.values() for term in same), key=lambda term: (term.from_, term.title)))


def _last(term: SourceTerm) -> str:
    return term.until or term.as_of or ""


def _follows(earlier: SourceTerm, later: SourceTerm) -> bool:
    """Whether a term begins within a month of the end of one before."""
    if len(later.from_) < _DAY or len(_last(earlier)) < _DAY:
        return later.from_ <= _last(earlier)
    return date.fromisoformat(later.from_) - date.fromisoformat(_last(earlier)) <= timedelta(days=_BREAK)
