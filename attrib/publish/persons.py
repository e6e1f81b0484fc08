"""Private persons: whom a text names without office, function or entry in the registry leaves by initials.

    initials   A. T., without other names, under an id that does not tell the name; in the words of the articles that
               name them, each part of the name keeps its first letter (the default)
    omit       no party at all: what they say is a statement of nobody who can be made out
    keep       as any other party

An erase list has names and ids, one a line, which are left out whoever they are, from every article and at every build.
Letters are covered one by one, so that every place in a text stays where it is. It cannot do more than that: who is
described without a name can be recognised, addresses of articles may hold a name, a name that nobody credits with
anything is not known to be one, and another person of the same name who is no party of the same article is covered too.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from attrib.publish.covering import Covered, cover_words
from attrib.publish.renaming import rename_sources
from attrib.registry.spelling import is_organisation
from attrib.resources import read_file
from attrib.store.database import PER_DOCUMENT

PrivatePersons = Literal["initials", "omit", "keep"]
ERASE_FILE = "erase.txt"
"""Beside the working database it is read without being named."""
_PERSONS = """
SELECT id, name FROM sources WHERE origin = 'discovered' AND kind IN ('person', 'witness')
AND speaks_for IS NULL AND part_of IS NULL AND wikidata IS NULL ORDER BY id
"""
_DOCUMENTS = f"""
SELECT document FROM document_sources WHERE source = :id UNION
SELECT document FROM assessments WHERE source = :id UNION
SELECT statement / {PER_DOCUMENT} FROM statement_sources WHERE source = :id UNION
SELECT statement / {PER_DOCUMENT} FROM attribution_chain WHERE source = :id
"""
_LINKS = ("statement_sources", "attribution_chain", "document_sources", "claim_origins", "aliases", "source_ratings")


def erase_list(file: Path | None, database: Path) -> tuple[str, ...]:
    """The names and ids of the list that was named, or of the one beside the database; a line with # is a remark.

    ResourceError if it cannot be read.
    """
    found = file if file is not None else database.parent / ERASE_FILE
    if file is None and not found.is_file():
        return ()
    lines = (line.strip() for line in read_file(found).splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def has_to_cover(connection: sqlite3.Connection, policy: PrivatePersons, erased: Iterable[str]) -> bool:
    """Whether there is anybody to cover."""
    return bool(tuple(erased)) or (policy != "keep" and bool(_private(connection)))


def _private(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Id and name of whoever is taken for a private person, but for names that no person has."""
    return [(key, name) for key, name in connection.execute(_PERSONS) if not is_organisation(name)]


def cover_persons(connection: sqlite3.Connection, policy: PrivatePersons, erased: Iterable[str]) -> int:
    """Cover private persons and everybody on the erase list in a copy of the working database; how many there were."""
    people = [*_erased(connection, erased)]
    gone = {each.id for each in people}
    if policy != "keep":
        for key, name in _private(connection):
            if key not in gone:
                people.append(_covered(connection, key, name, is_gone=policy == "omit"))
    if not people:
        return 0
    described = cover_words(connection, people)
    _leave_out(connection, [each.id for each in people if each.is_gone and each.id is not None])
    ids = _initial(connection, [each for each in people if not each.is_gone])
    rename_sources(connection, ids | _ids_by_place(connection, "described", described))
    return len(people)


def _covered(connection: sqlite3.Connection, key: str, name: str, *, is_gone: bool) -> Covered:
    others = [other for (other,) in connection.execute("SELECT name FROM aliases WHERE source = ?", [key])]
    documents = tuple(row[0] for row in connection.execute(_DOCUMENTS, {"id": key}))
    return Covered(key, (name, *others), documents, is_gone)


def _erased(connection: sqlite3.Connection, erased: Iterable[str]) -> Iterator[Covered]:
    """Each line with the parties it means, and with the articles in which the name stands."""
    named = (
        "SELECT id, name FROM sources WHERE id = :line OR lower(name) = lower(:line) UNION "
        "SELECT p.id, p.name FROM aliases a JOIN sources p ON p.id = a.source WHERE lower(a.name) = lower(:line)"
    )
    for line in erased:
        found = connection.execute(named, {"line": line}).fetchall()
        names = {line, *(name for _, name in found)} if found else {line}
        holding = f"SELECT pk FROM documents WHERE {' OR '.join(['instr(text, ?)'] * len(names))} ORDER BY pk"
        documents = tuple(key for (key,) in connection.execute(holding, sorted(names)))
        yield Covered(None, tuple(sorted(names)), documents, is_gone=True)
        for key, name in found:
            yield _covered(connection, key, name, is_gone=True)


def _leave_out(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """No row says that these parties said or doubted anything."""
    for key in ids:
        judged = "instr(ifnull(old, ''), ?) OR instr(ifnull(new, ''), ?)"
        connection.execute(f"DELETE FROM judgements WHERE field = 'sources' AND ({judged})", [f'"{key}"', f'"{key}"'])
        connection.execute(
            "DELETE FROM status_by WHERE assessment IN (SELECT pk FROM assessments WHERE source = ?)", [key]
        )
        connection.execute("DELETE FROM assessments WHERE source = ?", [key])
        for table in _LINKS:
            connection.execute(f"DELETE FROM {table} WHERE source = ?", [key])
        first = (
            "SELECT l.{} FROM statement_sources l WHERE l.statement = statements.pk AND l.relation = 'states' LIMIT 1"
        )
        connection.execute(
            f"UPDATE statements SET source = ({first.format('source')}), disclosure = ({first.format('disclosure')}) "
            "WHERE source = ?",
            [key],
        )
        for table, column in (
            ("statements", "origin"),
            ("claim_statements", "origin"),
            ("sources", "speaks_for"),
            ("sources", "part_of"),
        ):
            connection.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} = ?", [key])
        connection.execute("DELETE FROM sources WHERE id = ?", [key])


def _initial(connection: sqlite3.Connection, people: Iterable[Covered]) -> dict[str, str]:
    """Initials for names; ids made from a place instead of a name, by the present ones."""
    named = {person.id: person.names[0] for person in people if person.id is not None}
    for key, name in named.items():
        initials = " ".join(f"{part[0]}." for part in re.findall(r"\w+", name) if part[0].isupper())
        connection.execute("UPDATE sources SET name = ?, name_en = NULL WHERE id = ?", [initials or "?", key])
        connection.execute("DELETE FROM aliases WHERE source = ?", [key])
    return _ids_by_place(connection, "person", named)


def _ids_by_place(connection: sqlite3.Connection, kind: str, ids: Iterable[str]) -> dict[str, str]:
    """For each id one that tells where the party stands first, and nothing of its name."""
    first = (
        "SELECT min(id) FROM (SELECT s.id FROM statement_sources l JOIN statements s ON s.pk = l.statement "
        "WHERE l.source = :id UNION ALL SELECT d.id || '-' || a.start FROM assessments a "
        "JOIN documents d ON d.pk = a.document WHERE a.source = :id)"
    )
    at: Counter[str] = Counter()
    found: dict[str, str] = {}
    for key in ids:
        (place,) = connection.execute(first, {"id": key}).fetchone()
        found[key] = f"{kind}-{place or 'x'}-{at[place]}"
        at[place] += 1
    return found
