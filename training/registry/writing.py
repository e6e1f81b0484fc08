"""The generated registry as one SQLite file: `attrib/registry/listed.py` says what its tables hold."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrib.fingerprint import fingerprint
from attrib.registry.entry import RegistrySource
from attrib.registry.listed import STEM
from attrib.registry.spelling import name_keys, script_of
from attrib.text.kebab import kebab
from attrib.text.language import Language

_TABLES = """
CREATE TABLE parties (id TEXT PRIMARY KEY, wikidata TEXT UNIQUE, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person_names (key TEXT, party TEXT, PRIMARY KEY (key, party)) WITHOUT ROWID;
CREATE TABLE family_names (key TEXT, party TEXT, PRIMARY KEY (key, party)) WITHOUT ROWID;
CREATE TABLE institution_names (language TEXT, first TEXT, stems TEXT, party TEXT,
    PRIMARY KEY (language, first, stems, party)) WITHOUT ROWID;
CREATE TABLE addresses (address TEXT, party TEXT, PRIMARY KEY (address, party)) WITHOUT ROWID;
CREATE TABLE roles (noun TEXT, of TEXT, since TEXT, last TEXT, party TEXT);
CREATE TABLE facts (fingerprint TEXT);
"""
_NAME_WORD = re.compile(r"[\w.&/]+(?:-[\w.]+)*|\w")
_SHORTEST = 4
"""How many letters a name of one word has at least by which an institution is found."""


def write(
    path: Path, entries: Sequence[RegistrySource], *, languages: Sequence[Language], shared: frozenset[str]
) -> None:
    """Write all entries anew; nouns in `shared` name nobody by themselves."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    db = sqlite3.connect(new)
    with db:
        db.executescript(_TABLES)
        listed = sorted(entries, key=lambda entry: entry.id)
        rows = [(entry.id, entry.wikidata, _json(entry)) for entry in listed]
        db.executemany("INSERT INTO parties VALUES (?, ?, ?)", rows)
        db.executemany("INSERT INTO person_names VALUES (?, ?)", sorted(set(_person_names(listed))))
        db.executemany("INSERT INTO family_names VALUES (?, ?)", sorted(set(_family_names(listed))))
        names = {row for language in languages for row in institution_names(listed, language)}
        db.executemany("INSERT INTO institution_names VALUES (?, ?, ?, ?)", sorted(names))
        db.executemany("INSERT INTO addresses VALUES (?, ?)", sorted(set(_addresses(listed))))
        db.executemany("INSERT INTO roles VALUES (?, ?, ?, ?, ?)", _roles(listed, shared))
        db.execute("CREATE INDEX roles_noun ON roles (noun, of)")
        db.execute("INSERT INTO facts VALUES (?)", [fingerprint(entry for _, _, entry in rows)])
    db.execute("VACUUM")
    db.close()
    new.replace(path)


def _json(entry: RegistrySource) -> str:
    fields = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _people(entries: Iterable[RegistrySource]) -> Iterator[RegistrySource]:
    return (entry for entry in entries if entry.person)


def _person_names(entries: Iterable[RegistrySource]) -> Iterator[tuple[str, str]]:
    for entry in _people(entries):
        script = script_of(entry.country)
        names = [entry.name.de, entry.name.en, *entry.aliases.get("en", ())]
        for name in (name for name in names if " " in name):
            words = name.split()
            for each in {name, f"{words[0]} {words[-1]}"} if script == "latin" else {name}:
                yield from ((key, entry.id) for key in name_keys(each, script=script))


def _family_names(entries: Iterable[RegistrySource]) -> Iterator[tuple[str, str]]:
    for entry in _people(entries):
        for name in entry.family_names:
            yield from ((key, entry.id) for key in name_keys(name, script=script_of(entry.country)))


def institution_names(entries: Iterable[RegistrySource], language: Language) -> Iterator[tuple[str, str, str, str]]:
    """The names of institutions by the stems of their words in a language."""
    for entry in entries:
        for name in () if entry.person else entry.names:
            stems = [language.grammar.stem(word) for word in _NAME_WORD.findall(name)]
            if len(stems) > 1 or (stems and len(name) >= _SHORTEST):
                yield language.code, stems[0], STEM.join(stems), entry.id


def _addresses(entries: Iterable[RegistrySource]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        found = {kebab(name) for name in entry.names} - {entry.id, ""}
        yield from ((address, entry.id) for address in found)


def _roles(
    entries: Iterable[RegistrySource], shared: frozenset[str]
) -> list[tuple[str, str | None, str | None, str | None, str]]:
    rows: set[tuple[str, str | None, str | None, str | None, str]] = set()
    for entry in entries:
        rows |= {(role.noun, role.of, None, None, entry.id) for role in entry.roles}
        for term in entry.terms:
            last = term.until or term.as_of
            rows |= {(role.noun, role.of, term.from_, last, entry.id) for role in term.roles if role.noun not in shared}
    return sorted(rows, key=lambda row: tuple(each or "" for each in row))
