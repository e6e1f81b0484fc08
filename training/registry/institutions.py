"""Institutions that every country has, and its intelligence services."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from attrib.records import Record, SourceKind
from attrib.registry.entry import RegistrySource, SourceName, SourceRole
from attrib.registry.registry import Registry
from attrib.resources import load_records
from attrib.text.kebab import kebab
from attrib.text.nationality import Country
from training.registry.files import Data, listed

_FILE = Path(__file__).with_name("institutions.yml")
_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,9})\)")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_LATIN = re.compile(r"[A-Z][\w .'&-]{7,}")
_AT_WAR = frozenset({"UA", "RU"})


class Pattern(Record):
    """One entry of `institutions.yml`."""

    id: str
    kind: SourceKind
    noun: str
    ending: str
    others: tuple[str, ...] = ()
    en: str

    @property
    def nouns(self) -> tuple[str, ...]:
        """Everything a text may call it."""
        return (self.noun, *self.others)


@cache
def _patterns() -> Sequence[Pattern]:
    return load_records(_FILE, Pattern)


def patterned(countries: Sequence[Country], names: Mapping[str, str], by_hand: Registry) -> Iterator[RegistrySource]:
    """Government, parliament, ministries and forces of each country that no hand-made entry stands for.

    `names`: the English name of each country by its code.
    """
    for pattern in _patterns():
        for country in countries:
            if hand_made(pattern.id, country.code, by_hand) is None:
                yield _institution(pattern, country, names.get(country.code, country.names[0]), by_hand)


def hand_made(pattern: str, country: str, by_hand: Registry) -> str | None:
    """The id of the hand-made institution of a country that a pattern stands for."""
    id_ = f"{country.lower()}-{pattern}"
    if id_ in by_hand.by_id:
        return id_
    noun = next(each.noun for each in _patterns() if each.id == pattern)
    found = [entry.id for entry in by_hand.by_role(noun, country) if not entry.person]
    return found[0] if len(found) == 1 else None


def by_office(countries: Sequence[Country], by_hand: Registry) -> Mapping[tuple[str, str], str]:
    """The id of each institution by its country and pattern."""
    patterns = [pattern.id for pattern in _patterns()]
    return {
        (country.code, pattern): hand_made(pattern, country.code, by_hand) or f"{country.code.lower()}-{pattern}"
        for country in countries
        for pattern in patterns
    }


def _institution(pattern: Pattern, country: Country, english: str, by_hand: Registry) -> RegistrySource:
    adjective = next(iter(country.adjectives), None)
    called = [f"{adjective}{pattern.ending} {pattern.noun}"] if adjective else []
    name = called[0] if called else f"{pattern.noun} ({country.names[0]})"
    free = [each for each in pattern.nouns if not by_hand.by_role(each, country.code)]
    government = hand_made("government", country.code, by_hand) or f"{country.code.lower()}-government"
    return RegistrySource(
        id=f"{country.code.lower()}-{pattern.id}",
        name=SourceName(de=name[:1].upper() + name[1:], en=f"{pattern.en} {english}"),
        kind=pattern.kind,
        country=country.code,
        roles=tuple(SourceRole(noun=noun, of=country.code) for noun in free),
        part_of=government if pattern.kind == "ministry" else None,
        party_to_conflict="yes" if country.code in _AT_WAR else "unknown",
        origin="pattern: " + _FILE.name,
        as_of=listed()["factbook"].as_of,
    )


def services(data: Data, by_hand: Registry) -> Iterator[RegistrySource]:
    """The intelligence services of the world, but for those listed by hand."""
    known = listed()["services"]
    taken: set[str] = set()
    for value in data.json("services")["values"]:
        name = _IN_BRACKETS.sub("", value["value"]).strip()
        country = value["meta"].get("country")
        id_ = _service_id(name, country)
        short = _ABBREVIATION.findall(value["description"])[:1]
        if id_ in taken or not country or len(country) != 2 or _is_by_hand(name, short, country, by_hand):
            continue
        taken.add(id_)
        others = tuple(each for each in value["meta"].get("synonyms", ()) if _LATIN.fullmatch(each))
        yield RegistrySource(
            id=id_,
            name=SourceName(de=name, en=name),
            kind="intelligence_service",
            country=country,
            aliases={"en": tuple(dict.fromkeys(each for each in others if each != name))},
            roles=tuple(SourceRole(noun=each, of=country) for each in short),
            origin=known.origin,
            as_of=known.as_of,
        )


def _service_id(name: str, country: str | None) -> str:
    return f"{(country or '').lower()}-{kebab(name)}"[:60].strip("-")


def _is_by_hand(name: str, short: Sequence[str], country: str, by_hand: Registry) -> bool:
    bearers = [entry for each in (name, *short) for entry in by_hand.by_alias(each)]
    return any(entry.country == country for entry in bearers)
