"""Offices: what German texts call who holds them, and whom they speak for."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from attrib.records import Record, SourceKind
from attrib.registry.entry import SourceRole, SourceTerm
from attrib.resources import load_records
from attrib.text.nationality import Country
from training.registry.person import Gender, Term

_FILE = Path(__file__).with_name("offices.yml")
_FEDERATION = {"DE": "Bundes"}
"""What the nouns for ministers of a federation begin with, whose states have ministers too."""


class Office(Record):
    """One entry of `offices.yml`."""

    id: str
    positions: tuple[str, ...]
    kind: SourceKind = "official"
    masculine: tuple[str, ...]
    feminine: tuple[str, ...]
    speaks_for: str | None = None
    shared: bool = False
    """Held by several at once, so that the noun alone names nobody."""
    of_states: bool = False
    """Held in the states of a federation too: the bare noun says not whose."""

    def nouns(self, gender: Gender | None) -> tuple[str, ...]:
        """How its holder is called: a woman by both forms, a man by one, and whose gender nobody knows by both."""
        return self.masculine if gender == "m" else tuple(dict.fromkeys([*self.masculine, *self.feminine]))


@cache
def offices() -> Sequence[Office]:
    """All offices that are known."""
    return load_records(_FILE, Office)


def shared_nouns() -> frozenset[str]:
    """The nouns of offices that several hold at once."""
    found = (office for office in offices() if office.shared)
    return frozenset(noun for office in found for noun in (*office.masculine, *office.feminine))


@cache
def office_of(position: str) -> Office | None:
    """The office that a list calls so; None if it is none of those whose holders texts name by a noun."""
    fitting = (office for office in offices() if any(re.fullmatch(each, position) for each in office.positions))
    return next(fitting, None)


def to_term(
    term: Term, gender: Gender | None, countries: Mapping[str, Country], institutions: Mapping[tuple[str, str], str]
) -> SourceTerm:
    """The term as the registry has it; without nouns where the office is none that a country has one of."""
    office = office_of(term.office)
    country = None if term.country is None else countries.get(term.country)
    if office is None or country is None:
        title, speaks_for, roles = term.office, None, tuple[SourceRole, ...]()
    else:
        prefix = _FEDERATION.get(country.code, "") if office.of_states else ""
        noun = _prefixed(prefix, office.feminine[0] if gender == "f" else office.masculine[0])
        title = _title(noun, country, feminine=gender == "f")
        roles = tuple(SourceRole(noun=_prefixed(prefix, each), of=country.code) for each in office.nouns(gender))
        speaks_for = institutions.get((country.code, office.speaks_for or ""))
    end = {"as_of": term.as_of} if term.until is None else {"until": term.until}
    return SourceTerm.model_validate(
        {"title": title, "roles": roles, "from": term.since, "speaks_for": speaks_for, **end}
    )


def _prefixed(prefix: str, noun: str) -> str:
    """*Bundes*, *Innenminister* → *Bundesinnenminister*."""
    return f"{prefix}{noun[:1].lower()}{noun[1:]}" if prefix else noun


def _title(noun: str, country: Country, *, feminine: bool) -> str:
    """*Ukrainischer Außenminister*; *Außenminister (Zypern)* where the country has no adjective."""
    if not country.adjectives:
        return f"{noun} ({country.names[0]})"
    adjective = country.adjectives[0]
    return f"{adjective[:1].upper()}{adjective[1:]}{'e' if feminine else 'er'} {noun}"
