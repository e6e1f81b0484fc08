"""Parties that texts name and the registry does not know, as registry entries to be checked and completed by hand."""

from collections.abc import Iterator
from typing import Any

import sqlite_utils
import yaml

from attrib.store.rows import Row

_PEOPLE = frozenset({"official", "head_of_state", "expert", "witness", "person", "legislature", "party"})


def discovered_sources(db: sqlite_utils.Database, *, at_least: int = 1) -> str:
    """The discovered sources with that many statements or more as YAML in the form of the registry, most quoted first.

    Above each entry stands in how many statements and documents it was met, and by which words. What nobody can know
    from the articles alone (a person's gender, other names, Wikidata) is left to the curator: `attrib sources check`
    says what is missing.
    """
    sql = (
        "SELECT p.*, count(DISTINCT s.pk) AS statements, count(DISTINCT s.document) AS documents, "
        "group_concat(DISTINCT l.mention) AS mentions "
        "FROM sources p JOIN statement_sources l ON l.source = p.id JOIN statements s ON s.pk = l.statement "
        "WHERE p.origin = 'discovered' GROUP BY p.id HAVING count(DISTINCT s.pk) >= ? "
        "ORDER BY statements DESC, p.id"
    )
    return "\n".join(_entry(row) for row in db.query(sql, [at_least]))


def _entry(row: Row) -> str:
    met = f"# {_count(row['statements'], 'statement')} in {_count(row['documents'], 'document')}"
    words = f": {' · '.join(row['mentions'].splitlines())}" if row["mentions"] else ""
    known = dict(_fields(row))
    text: str = yaml.safe_dump([known], allow_unicode=True, sort_keys=False, width=1000)
    return f"{met}{words}\n{text}"


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
