"""The parties of the generated lists: thousands of them, each read when it is asked for.

`generated/parties.sqlite` is made by `python -m training.registry`; it is read into memory as it is, which takes a few
milliseconds. Its tables: `parties` (id, wikidata, entry as JSON), `person_names` and `family_names` (`name_keys`),
`institution_names` (stems of each language), `addresses` (ids made of other names), `roles` with the time in which they
hold, `facts` (the fingerprint).
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

from attrib.registry.entry import RegistrySource

STEM = "\x1f"
"""Between the stems of a name."""
_HELD = (
    "(since IS NULL OR (?3 IS NOT NULL AND substr(?3, 1, length(since)) >= substr(since, 1, length(?3)) "
    "AND substr(?3, 1, length(last)) <= substr(last, 1, length(?3))))"
)


class Listed:
    """The lookups of one generated file."""

    def __init__(self, content: bytes | None) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        if content is not None:
            self._db.deserialize(content)
        self._is_empty = content is None
        self._entries: dict[str, RegistrySource | None] = {}
        self._first: dict[tuple[str, str], bool] = {}
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}

    @property
    def fingerprint(self) -> str:
        """Changes whenever any entry does."""
        return "" if self._is_empty else str(self._db.execute("SELECT fingerprint FROM facts").fetchone()[0])

    def ids(self) -> Iterator[str]:
        """All ids, in order."""
        if not self._is_empty:
            yield from (id_ for (id_,) in self._db.execute("SELECT id FROM parties ORDER BY id").fetchall())

    def get(self, id_: str) -> RegistrySource | None:
        """The party of an id."""
        if id_ not in self._entries:
            found = self._row("SELECT entry FROM parties WHERE id = ?", [id_])
            self._entries[id_] = None if found is None else RegistrySource.model_validate_json(found)
        return self._entries[id_]

    def _row(self, sql: str, values: Sequence[str]) -> str | None:
        found = None if self._is_empty else self._db.execute(sql, values).fetchone()
        return None if found is None else str(found[0])

    def of_wikidata(self, wikidata: str) -> str | None:
        """The id of the party with a Wikidata id."""
        return self._row("SELECT id FROM parties WHERE wikidata = ?", [wikidata])

    def people(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Ids of the people whose full name has one of these keys (`name_keys`)."""
        return self._with_keys("person_names", keys)

    def families(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Ids of the people whose family name has one of these keys."""
        return self._with_keys("family_names", keys)

    def _with_keys(self, table: str, keys: Iterable[str]) -> tuple[str, ...]:
        found = (party for key in sorted(keys) for party in self._parties(table, key))
        return tuple(dict.fromkeys(found))

    def _parties(self, table: str, key: str) -> tuple[str, ...]:
        if (table, key) not in self._found:
            sql = f"SELECT party FROM {table} WHERE key = ? ORDER BY party"
            rows = [] if self._is_empty else self._db.execute(sql, [key]).fetchall()
            self._found[table, key] = tuple(party for (party,) in rows)
        return self._found[table, key]

    def begins(self, language: str, stem: str) -> bool:
        """Whether the name of an institution begins with a stem of a language."""
        if (language, stem) not in self._first:
            sql = "SELECT 1 FROM institution_names WHERE language = ? AND first = ? LIMIT 1"
            self._first[language, stem] = self._row(sql, [language, stem]) is not None
        return self._first[language, stem]

    def institutions(self, language: str, stems: Sequence[str]) -> tuple[str, ...]:
        """Ids of the institutions whose name has these stems."""
        if self._is_empty or not stems or not self.begins(language, stems[0]):
            return ()
        sql = "SELECT party FROM institution_names WHERE language = ? AND first = ? AND stems = ? ORDER BY party"
        return tuple(party for (party,) in self._db.execute(sql, [language, stems[0], STEM.join(stems)]))

    def at_address(self, address: str) -> tuple[str, ...]:
        """Ids of the parties of which a name makes this id."""
        sql = "SELECT party FROM addresses WHERE address = ? ORDER BY party"
        rows = [] if self._is_empty else self._db.execute(sql, [address]).fetchall()
        return tuple(party for (party,) in rows)

    def by_role(self, noun: str, of: str | None, on: str | None) -> tuple[str, ...]:
        """Ids of the parties that a noun of a country or institution (None: of any) names on a day."""
        if self._is_empty:
            return ()
        sql = f"SELECT DISTINCT party FROM roles WHERE noun = ?1 AND (?2 IS NULL OR of = ?2) AND {_HELD} ORDER BY party"
        return tuple(party for (party,) in self._db.execute(sql, [noun, of, on]))


@cache
def shipped() -> Listed:
    """The lists that came with the package, read once."""
    file = resources.files("attrib.registry") / "generated" / "parties.sqlite"
    return Listed(file.read_bytes() if file.is_file() else None)


def nothing_listed() -> Listed:
    """No lists, for a registry of nothing but its own entries."""
    return Listed(None)
