"""Parties that texts name and the registry does not know, as registry entries to be checked and completed by hand."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlite_utils
import yaml

from attrib.registry.registry import Registry, RegistrySource
from attrib.registry.spelling import is_same_name, name_keys
from attrib.review.reconciliation import candidates
from attrib.store.rows import Row

_TELLING = ("country", "speaks_for", "part_of")
"""Columns by which namesakes differ."""
_PEOPLE = frozenset({"official", "head_of_state", "expert", "witness", "person", "legislature", "party"})


def discovered_sources(db: sqlite_utils.Database, registry: Registry, *, at_least: int = 1) -> str:
    """The discovered sources with that many statements or more as YAML in the form of the registry, most quoted first.

    Above each entry stands in how many statements and documents it was met, by which words, and who of the registry it
    may be. Spellings of one name (*Sybiha, Sybyha*) that no country or institution tells apart are one entry. What
    nobody can know from the articles alone (a person's gender, other names, Wikidata) is left to the curator: `attrib
    sources check` says what is missing.
    """
    sql = (
        "SELECT p.*, count(DISTINCT s.pk) AS statements, count(DISTINCT s.document) AS documents, "
        "group_concat(DISTINCT l.mention) AS mentions "
        "FROM sources p JOIN statement_sources l ON l.source = p.id JOIN statements s ON s.pk = l.statement "
        "WHERE p.origin = 'discovered' GROUP BY p.id "
        "ORDER BY statements DESC, p.id"
    )
    found = [group for group in _spellings(db.query(sql)) if _sum(group, "statements") >= at_least]
    found.sort(key=lambda group: (-_sum(group, "statements"), group[0]["id"]))
    return "\n".join(_entry(group, registry) for group in found)


def _spellings(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows, those of one name in several spellings together."""
    groups: list[list[Row]] = []
    by_key: dict[str, list[list[Row]]] = {}
    for row in rows:
        keys = name_keys(row["name"])
        alike = (group for key in sorted(keys) for group in by_key.get(key, ()))
        group = next((group for group in alike if all(_is_same(row, other) for other in group)), None)
        if group is None:
            groups.append(group := [])
            for key in keys:
                by_key.setdefault(key, []).append(group)
        group.append(row)
    return groups


def _is_same(row: Row, other: Row) -> bool:
    agree = all(None in {row[name], other[name]} or row[name] == other[name] for name in _TELLING)
    people = row["kind"] in _PEOPLE and other["kind"] in _PEOPLE and " " in row["name"]
    return agree and people and is_same_name(row["name"], other["name"])


def _sum(group: Sequence[Row], column: str) -> int:
    return sum(row[column] for row in group)


def _entry(group: Sequence[Row], registry: Registry) -> str:
    first, *others = group
    met = f"# {_count(_sum(group, 'statements'), 'statement')} in {_count(_sum(group, 'documents'), 'document')}"
    mentions = [words for row in group for words in (row["mentions"] or "").splitlines()]
    lines = [f"{met}: {' · '.join(mentions)}" if mentions else met]
    lines += [f"# in another spelling: {row['name']} ({row['id']})" for row in others]
    lines += [f"# perhaps {entry.id}: {_about(entry)}" for entry in candidates(first["name"], registry)]
    known = dict(_fields(first))
    if others:
        known["aliases"] = {"de": [row["name"] for row in others]}
    text: str = yaml.safe_dump([known], allow_unicode=True, sort_keys=False, width=1000)
    return "\n".join([*lines, text])


def _about(entry: RegistrySource) -> str:
    """Name, country, last office and Wikidata id of a candidate."""
    office = entry.terms[-1].title if entry.terms else None
    return ", ".join(filter(None, [entry.name.de, entry.country, office, entry.wikidata]))


def _fields(row: Row) -> Iterator[tuple[str, Any]]:
    yield "id", row["id"]
    yield "name", {"de": row["name"], "en": row["name_en"] or row["name"]}
    yield "kind", row["kind"]
    for name in ("country", "speaks_for", "part_of"):
        if row[name] is not None:
            yield name, row[name]
    given, _, family = row["name"].rpartition(" ")
    if row["kind"] in _PEOPLE and given:
        yield from {"person": True, "family_name": family, "given_name": given}.items()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
