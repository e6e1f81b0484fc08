"""Heads of state and government and ministers since 2000 whom the other lists do not have: `leaders.csv`.

Names, Wikidata ids and terms are those of the Wikidata query results of the every-politician-scrapers (CC0); the ids of
Germans are those of the list of the Bundestag. Ends that the results lack were written in by hand.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from training.registry.people import parted
from training.registry.person import Gender, Person, Term

_FILE = Path(__file__).with_name("leaders.csv")
_ORIGIN = "every-politician-scrapers, cabinets of other countries: Wikidata query results, CC0"
_AS_OF = "2022-07-20"
_GENDERS: dict[str, Gender] = {"m": "m", "f": "f"}


def leaders() -> Iterator[Person]:
    """One person for each term."""
    for row in csv.DictReader(_FILE.read_text(encoding="utf-8").splitlines()):
        given, family = parted(row["person"], family_first=False)
        yield Person(
            family,
            given,
            row["country"],
            _ORIGIN,
            _AS_OF,
            wikidata=row["wikidata"],
            gender=_GENDERS.get(row["gender"]),
            german=row["german"] or None,
            other_names=[name for name in row["others"].split(";") if name],
            terms=[Term(row["position"], row["country"], row["start"], row["end"] or None, _AS_OF)],
        )
