"""The terms and sets written by hand are well formed; what is measured on them is tested elsewhere."""

import calendar
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

import attrib.registry
from attrib.registry.entry import RegistrySource, SourceRole
from attrib.registry.registry import build_registry
from attrib.resources import load_records
from tests.registry.sets import UNNAMED, Homonym, OfficeCase, homonyms, name_pairs, office_cases

FILES = sorted(Path(attrib.registry.__file__).parent.glob("*.yml"))
BY_HAND = build_registry(entry for file in FILES for entry in load_records(file, RegistrySource))
PAIRS, CASES, HOMONYMS = name_pairs(), office_cases(), homonyms()
TERMS = [(entry, term) for entry in BY_HAND.entries for term in entry.terms]

BEGINNING, END = "0001-01-01", "9999-12-31"


def first_day(prefix: str) -> str:
    """The first day of a year, a month or a day."""
    return {4: f"{prefix}-01-01", 7: f"{prefix}-01"}.get(len(prefix), prefix)


def last_day(prefix: str) -> str:
    """The last day of a year, a month or a day."""
    if len(prefix) == len("2024-02"):
        year, month = map(int, prefix.split("-"))
        return f"{prefix}-{calendar.monthrange(year, month)[1]}"
    return f"{prefix}-12-31" if len(prefix) == len("2024") else prefix


def held() -> dict[SourceRole, list[tuple[str, str, str]]]:
    """By what people are called: first day, last day, and who."""
    found: dict[SourceRole, list[tuple[str, str, str]]] = defaultdict(list)
    for entry, term in TERMS:
        for role in term.roles:
            found[role].append((first_day(term.from_), last_day(term.until or term.as_of or ""), entry.id))
    for entry in BY_HAND.entries:
        if entry.office is not None:
            begun = first_day(entry.office.from_) if entry.office.from_ else BEGINNING
            ended = last_day(entry.office.until) if entry.office.until else END
            for role in entry.roles:
                found[role].append((begun, ended, entry.id))
    return found


def test_no_office_has_two_holders_on_one_day() -> None:
    """Whoever is called by one noun of one country follows the one before; else nobody could be named on that day."""
    together = [
        (role.noun, role.of, one[2], other[2])
        for role, terms in held().items()
        for one, other in combinations(terms, 2)
        if one[0] <= other[1] and other[0] <= one[1]
    ]
    assert together == []


def test_every_term_says_where_it_comes_from() -> None:
    """A term without a reference is a guess."""
    assert [(entry.id, term.title) for entry, term in TERMS if not term.references] == []


def test_a_wikidata_id_is_given_once() -> None:
    """Two entries of one id would be one party."""
    counts = Counter(entry.wikidata for entry in BY_HAND.entries if entry.wikidata is not None)
    assert [id for id, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("country", ["UA", "RU", "US", "KR", "KP", "DE", "FR", "GB", "CN", "IL", "PL"])
def test_every_country_has_its_ministers(country: str) -> None:
    """Foreign and defence ministers of each country are there, at some time."""
    assert {role.noun for role in held() if role.of == country} >= {"Außenminister", "Verteidigungsminister"}


def test_pairs_are_three_hundred_different_ones() -> None:
    """No pair twice, in either order, and no name with itself."""
    assert len({frozenset((pair.a, pair.b)) for pair in PAIRS}) == len(PAIRS) >= 300
    assert all(pair.a != pair.b for pair in PAIRS)


@pytest.mark.parametrize("kind", ["person", "organisation"])
@pytest.mark.parametrize("same", [True, False])
def test_pairs_are_of_both_kinds_and_answers(kind: str, same: bool) -> None:
    """Precision and recall can be told for people and for organisations."""
    assert sum(pair.kind == kind and pair.same is same for pair in PAIRS) >= 20


def test_office_cases_are_sixty_different_ones() -> None:
    """No text twice; some with somebody, some with nobody."""
    assert len({case.text for case in CASES}) == len(CASES) >= 60
    assert sum(case.expected == UNNAMED for case in CASES) >= 12


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.date}-{case.expected}")
def test_office_case_is_true_to_the_terms(case: OfficeCase) -> None:
    """The mention stands in the text once; who is expected held an office on that day, and needs a day for it."""
    assert case.text.count(case.mention) == 1
    if case.expected != UNNAMED:
        person = BY_HAND.by_id[case.expected]
        assert case.date is not None
        assert any(term.is_held(case.date) for term in person.terms) or (
            person.office is not None and person.office.is_held(case.date)
        )


def test_homonyms_are_two_hundred_different_ones() -> None:
    """Nobody occurs twice."""
    people = [name for case in HOMONYMS for name in case.people]
    assert len(set(people)) == len(people) >= 200
    assert len({case.text for case in HOMONYMS}) == len(HOMONYMS) >= 200


@pytest.mark.parametrize("case", HOMONYMS, ids=lambda case: case.people[0])
def test_homonym_is_in_no_list(case: Homonym) -> None:
    """The people stand in the text and not in the registry."""
    for name in case.people:
        assert name in case.text
        assert BY_HAND.by_alias(name) == ()
