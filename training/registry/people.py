"""The people of the lists, each list as it is."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from training.registry.files import Data, Listed, listed
from training.registry.person import Gender, Person, Term, iso

_CABINETS = {
    "ukraine-cabinet": "UA",
    "russia-cabinet": "RU",
    "us-cabinet": "US",
    "south-korea-ministers": "KR",
    "world": None,
}
_GENDERS: Mapping[str, Gender] = {"male": "m", "female": "f", "m": "m", "f": "f", "M": "m", "F": "f"}
_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|I{2,3}|IV|Baron .*)$|, .*$")
_PARTICLES = frozenset({"de", "del", "la", "van", "von", "der", "den", "di", "da", "al", "bin"})
_FIRST_TERM = 14
"""The electoral term of the Bundestag, from 1998, from which on its members are listed."""
_BUNDESTAG_PARTIES = {
    "CDU": "cdu",
    "CSU": "csu",
    "SPD": "spd",
    "FDP": "fdp",
    "BÜNDNIS 90/DIE GRÜNEN": "gruene",
    "DIE GRÜNEN/BÜNDNIS 90": "gruene",
    "GRÜNE": "gruene",
    "DIE LINKE.": "die-linke",
    "PDS": "die-linke",
    "PDS/LL": "die-linke",
    "AfD": "afd",
}
_US_PARTIES = {"Democrat": "us-democrats", "Republican": "us-republicans"}
_US_TERMS = {
    "rep": "Member of the House of Representatives",
    "sen": "Member of the Senate",
    "prez": "President",
    "viceprez": "Vice President",
}
_RECENT = "1993"
"""Presidents and vice presidents of the United States are listed from this year on."""
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_FAMILY_FIRST = frozenset({"KR", "KP", "CN", "VN"})
_FEDERAL_PRESIDENTS = frozenset({"DE", "AT", "CH"})
_HEAD = re.compile(
    r"(?:(?P<office>(?:Acting |Interim )?(?:President of the Swiss Confederation|President|Prime Minister|Premier"
    r"|Chancellor|Taoiseach|King|Queen|Emperor|Sultan|Amir|Prince|Grand Duke)) )?"
    r"(?:(?:Dr|Gen|Sr|Col|Maj|Sheikh|Sir)\.? )*"
    r"(?P<name>[^(;]+?) \((?:since )?(?P<since>[^)]*)\)"
)


def cabinets(data: Data) -> Iterator[Person]:
    """Ministers, heads of services, chiefs of staff, ambassadors, governors: one person for each term."""
    for name, country in _CABINETS.items():
        known = listed()[f"{name}-holders21"]
        genders = _genders(data, name)
        for row in data.rows(f"{name}-holders21"):
            person = _of_cabinet(row, country, known, genders)
            if person is not None:
                yield person


def _genders(data: Data, name: str) -> Mapping[str, Gender]:
    if f"{name}-bio" not in listed():
        return {}
    return {row["id"]: _GENDERS[row["gender"]] for row in data.rows(f"{name}-bio") if row["gender"] in _GENDERS}


def _of_cabinet(
    row: Mapping[str, str], country: str | None, known: Listed, genders: Mapping[str, Gender]
) -> Person | None:
    name = _SUFFIX.sub("", row["person"]).strip()
    if not re.match(r"[A-Z]", name) or " " not in name:
        return None
    family_first = country in _FAMILY_FIRST
    given, family = parted(name, family_first=family_first)
    since, until = iso(row["start"]), iso(row["end"])
    gender = _GENDERS.get(row.get("gender", "")) or genders.get(row["personID"])
    terms = [Term(row["position"], country, since, until, known.as_of)] if since else []
    return Person(
        family,
        given,
        country,
        known.origin,
        known.as_of,
        wikidata=row["personID"],
        gender=gender,
        terms=terms,
        family_first=family_first,
    )


def parted(name: str, *, family_first: bool) -> tuple[str, str]:
    """Given and family name; particles belong to the family name."""
    words = name.split()
    if family_first:
        return " ".join(words[1:]), words[0]
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[:first]), " ".join(words[first:])


def bundestag(data: Data) -> Iterator[Person]:
    """The members of the Bundestag since 1998."""
    known = listed()["bundestag"]
    for row in data.rows("bundestag"):
        since = iso(row["from"])
        if since is None or max(map(int, row["wahlperioden"].split())) < _FIRST_TERM:
            continue
        family = " ".join(filter(None, [row["praefix"], row["family_name"]]))
        yield Person(
            family,
            row["given_name"],
            "DE",
            known.origin,
            known.as_of,
            wikidata=row["wikidata"] or None,
            gender=_GENDERS.get(row["gender"]),
            kind="legislature",
            party=_BUNDESTAG_PARTIES.get(row["party"]),
            terms=[Term("Member of the Bundestag", "DE", since, iso(row["until"]), known.as_of)],
        )


def congress(data: Data) -> Iterator[Person]:
    """The members of the Congress, and presidents and vice presidents since 1993."""
    for name in ("congress", "executive"):
        for entry in data.yaml(name):
            terms = [term for term in entry["terms"] if term["end"] >= _RECENT]
            if terms:
                yield _of_congress(entry, terms, listed()[name])


def _of_congress(entry: Any, terms: list[Any], known: Listed) -> Person:
    name, last = entry["name"], terms[-1]
    given = name.get("nickname") or name["first"]
    other = [name.get("official_full", ""), f"{name['first']} {name['last']}"]
    return Person(
        name["last"],
        given,
        "US",
        known.origin,
        known.as_of,
        wikidata=entry["id"].get("wikidata"),
        gender=_GENDERS.get(entry["bio"]["gender"]),
        kind="legislature" if last["type"] in {"rep", "sen"} else "head_of_state",
        party=_US_PARTIES.get(last.get("party", "")),
        other_names=[each for each in other if each],
        terms=[_us_term(term, known) for term in terms],
    )


def _us_term(term: Any, known: Listed) -> Term:
    ended = term["end"] <= known.as_of
    return Term(_US_TERMS[term["type"]], "US", term["start"], term["end"] if ended else None, known.as_of)


def heads(data: Data, codes: Mapping[str, str]) -> Iterator[Person]:
    """Heads of state and government in May 2026; `codes`: country codes by the names of the Factbook."""
    known = listed()["factbook"]
    for row in data.rows("factbook"):
        country = codes.get(row["short"])
        if country is None or "represented by" in row["chief_of_state"] + row["head_of_government"]:
            continue
        for column, office in (("chief_of_state", "President"), ("head_of_government", "Prime Minister")):
            person = _head(row[column], office, country, known)
            if person is not None:
                yield person


def _head(told: str, usual: str, country: str, known: Listed) -> Person | None:
    found = _HEAD.match(told)
    since = None if found is None else _day(found["since"])
    name = None if found is None else _of_capitals(found["name"], family_first=country in _FAMILY_FIRST)
    if found is None or since is None or name is None:
        return None
    office = (found["office"] or usual).removeprefix("Acting ").removeprefix("Interim ")
    if country in _FEDERAL_PRESIDENTS and office.startswith("President"):
        office = "Federal President"
    given, family = name
    return Person(
        family,
        given,
        country,
        known.origin,
        known.as_of,
        kind="head_of_state" if usual == "President" else "official",
        terms=[Term(office, country, since, None, known.as_of)],
        family_first=country in _FAMILY_FIRST,
    )


def _of_capitals(name: str, *, family_first: bool) -> tuple[str, str] | None:
    """Given and family name of *Vladimir Vladimirovich PUTIN*, *XI Jinping*: the family name is in capitals."""
    words = name.replace(",", "").split()
    capitals = [word for word in words if word.isupper() and len(word) > 1 and not word.endswith(".")]
    others = [word for word in words if word not in capitals and not re.fullmatch(r"\w\.", word)]
    if not capitals or not others:
        return None
    family = " ".join(map(_capitalized, capitals))
    return (" ".join(others), family) if family_first else (others[0], family)


def _capitalized(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def _day(written: str) -> str | None:
    """*12 December 2019*, *May 2019*, *1997* in ISO form."""
    found = re.fullmatch(r"(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})", written.strip())
    if found is None:
        return None
    day, month, year = found.groups()
    number = next((n for n, each in enumerate(_MONTHS, start=1) if month and each.startswith(month[:3])), None)
    return "-".join(filter(None, [year, f"{number:02}" if number else "", f"{int(day):02}" if day and number else ""]))
