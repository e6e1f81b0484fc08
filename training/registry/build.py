"""All lists → `attrib/registry/generated/parties.sqlite`."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrib.registry.entry import RegistrySource
from attrib.registry.listed import shipped
from attrib.registry.registry import load_by_hand
from attrib.registry.spelling import name_keys, script_of
from attrib.text.loading import languages, load_language
from training.registry.files import Data
from training.registry.institutions import by_office, patterned, services
from training.registry.leaders import leaders
from training.registry.merging import Ids, merged, to_entries
from training.registry.offices import shared_nouns
from training.registry.people import bundestag, cabinets, congress, heads
from training.registry.person import Person
from training.registry.writing import write

TARGET = Path(__file__).parents[2] / "attrib" / "registry" / "generated" / "parties.sqlite"
_LANGUAGE = "de"
"""The language whose nouns and names of countries the entries have."""
_MOST_SPELLINGS = 6


def build(data: Data, *, to: Path = TARGET) -> Mapping[str, int]:
    """Make the file; how many entries each list gave."""
    by_hand, german = load_by_hand(), load_language(_LANGUAGE)
    countries = german.countries.entries
    english, codes = _names_of_countries(data)
    people = merged([*leaders(), *cabinets(data), *bundestag(data), *congress(data), *heads(data, codes)])
    earlier = {entry.wikidata: entry.id for entry in map(shipped().get, shipped().ids()) if entry and entry.wikidata}
    of_people = to_entries(
        people,
        Ids(by_hand, earlier),
        {country.code: country for country in countries},
        by_office(countries, by_hand),
        _spellings(data, people),
    )
    entries = _each_once([*patterned(countries, english, by_hand), *services(data, by_hand), *of_people])
    write(to, entries, languages=[load_language(code) for code in languages()], shared=shared_nouns())
    return Counter(origin for entry in entries for origin in (entry.origin or "").split("; "))


def _each_once(entries: Iterable[RegistrySource]) -> Sequence[RegistrySource]:
    return list({entry.id: entry for entry in entries}.values())


def _names_of_countries(data: Data) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The English name of each country by its code, and its code by the names of the lists."""
    lines = gzip.decompress(data.read("territories")).decode("utf-8").splitlines()
    territories = [found for found in map(json.loads, lines) if found.get("is_country") and len(found["code"]) == 2]
    english = {found["code"].upper(): found["name"] for found in territories}
    codes = {
        name: found["code"].upper()
        for found in territories
        for name in [*found.get("names_weak", ()), *found.get("names_strong", ()), found["full_name"], found["name"]]
    }
    return english, codes


def _spellings(data: Data, people: Iterable[Person]) -> Mapping[str, Sequence[str]]:
    """The family names of people in the script of their country, by their Latin spelling in lower case."""
    wanted = {person.family.lower(): script_of(person.country) for person in people}
    wanted = {name: script for name, script in wanted.items() if script != "latin"}
    found: dict[str, dict[str, None]] = {}
    for line in gzip.decompress(data.read("name-parts")).decode("utf-8").splitlines():
        parts = line.partition(" => ")[0].split(", ")
        for name in wanted.keys() & set(parts):
            keys = name_keys(name, script=wanted[name])
            same = (part for part in parts if not part.isascii() and not _is_latin(part))
            fitting = (part for part in same if not keys.isdisjoint(name_keys(part, script=wanted[name])))
            found.setdefault(name, {}).update(dict.fromkeys(part.capitalize() for part in fitting))
    return {name: list(spellings)[:_MOST_SPELLINGS] for name, spellings in found.items()}


def _is_latin(part: str) -> bool:
    return part[0] < "\u0370"
