"""Full text of the published copy: a reader's spelling finds the article's.

Beside the words of the article the index holds every name of the sources of a statement or article, so that *Budanov*
finds what *Budanow* said, other ways to write each word (`languages/<code>/spellings.yml`: *Strasse*, *Straße*), and
the stems of words and of their parts (`attrib.store.stems`). The index keeps no text of its own: what a row may show is
decided by its columns.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from attrib.resources import load_records
from attrib.store.dictionary import Table
from attrib.store.search_query import STEMS
from attrib.store.stems import Stems, without_points
from attrib.text.entries import Entry
from attrib.text.loading import languages

TOKENIZER = "unicode61 remove_diacritics 2"
NAMES = "names"
SPELLINGS = "spellings"
_PARTED = re.compile(r"(?<!\w)(\w+)[-\u00ad\u2010]\s{0,20}[\r\n]\s{0,20}(\w+)")
_MOST = 8
"""Spellings of one word that are indexed at most; German words have one or two."""

_SOURCE_NAMES = """
SELECT p.id AS source, spelled(p.name || ' ' || ifnull(p.name_en, '') || ' ' || ifnull(group_concat(a.name, ' '), ''))
AS names FROM sources p LEFT JOIN (SELECT source, name FROM aliases ORDER BY source, name) a ON a.source = p.id
GROUP BY p.id ORDER BY p.id
"""
_NAMES_IN = {
    "statements": """
(SELECT group_concat(n.names, ' ') FROM statement_sources l JOIN source_names n ON n.source = l.source
WHERE l.statement = statements.pk)
""",
    "documents": """
(SELECT group_concat(names, ' ') FROM (
  SELECT DISTINCT n.source, n.names FROM statements s JOIN statement_sources l ON l.statement = s.pk
  JOIN source_names n ON n.source = l.source WHERE s.document = documents.pk ORDER BY n.source
))
""",
}
"""The names of the sources of a row, in the tables that are found by them."""


class Spelling(Entry):
    """A letter or ending that may be written in another way; `example` is found by typing `found`."""

    pattern: str
    replacement: str
    found: str


def full_text(name: str, table: Table) -> str:
    """The CREATE statement of the index over the columns that a reader searches."""
    columns = [*table.search, *([NAMES] if name in _NAMES_IN else []), SPELLINGS, STEMS]
    return _create(name, ", ".join(columns), content="content='', ")


def sources_full_text() -> str:
    """The index of parties by all their names. It holds their ids, for a party has no number of a row."""
    return _create("sources", f"id UNINDEXED, {NAMES}, {SPELLINGS}, {STEMS}", content="")


def _create(name: str, columns: str, *, content: str) -> str:
    return f"CREATE VIRTUAL TABLE {name}_fts USING FTS5 ({columns}, {content}tokenize='{TOKENIZER}')"


def fill_all(connection: sqlite3.Connection, tables: Mapping[str, Table]) -> None:
    """Index the rows of every table as they are now, after what may not be shown was taken out."""
    searched = {name: table for name, table in tables.items() if table.search}
    known = Stems(_texts(connection, searched))
    connection.create_function("spelled", 1, _with_spellings, deterministic=True)
    connection.create_function("respelled", 1, spellings, deterministic=True)
    connection.create_function("stemmed", 1, lambda text: stemmed(text, known), deterministic=True)
    connection.execute(f"CREATE TEMP TABLE source_names AS {_SOURCE_NAMES}")
    connection.execute("CREATE UNIQUE INDEX temp.source_names_source ON source_names (source)")
    for name, table in searched.items():
        _fill(connection, name, table)
    connection.execute(
        f"INSERT INTO sources_fts (id, {NAMES}, {SPELLINGS}, {STEMS}) "
        "SELECT source, names, '', stemmed(names) FROM source_names ORDER BY source"
    )
    connection.execute("INSERT INTO sources_fts (sources_fts) VALUES ('optimize')")
    connection.execute("DROP TABLE temp.source_names")


def _texts(connection: sqlite3.Connection, tables: Mapping[str, Table]) -> Iterator[str]:
    for name, table in tables.items():
        for row in connection.execute(f"SELECT {', '.join(table.search)} FROM {name}"):
            yield from (text for text in row if text is not None)


def _fill(connection: sqlite3.Connection, name: str, table: Table) -> None:
    key, words = table.key[0], ", ".join(table.search)
    together = " || ' ' || ".join(f"ifnull({column}, '')" for column in table.search)
    names = _NAMES_IN.get(name, "''")
    listed = f"{words}, {NAMES}" if name in _NAMES_IN else words
    found = f"{words}, {names}" if name in _NAMES_IN else words
    connection.execute(
        f"INSERT INTO {name}_fts (rowid, {listed}, {SPELLINGS}, {STEMS}) "
        f"SELECT {key}, {found}, respelled({together}), stemmed({together} || ' ' || ifnull({names}, '')) "
        f"FROM {name} ORDER BY {key}"
    )
    connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('optimize')")


def stemmed(text: str, known: Stems) -> str:
    """The keys of the words of a text and of their other spellings, and its numbers without points, each once."""
    words = re.findall(r"[^\W\d_]+", f"{text} {spellings(text)}")
    found = [key for word in dict.fromkeys(words) for key in known.keys(word)]
    return " ".join(dict.fromkeys([*found, *without_points(text)]))


def spellings(text: str | None) -> str:
    """The other spellings of the words of a text, each once, in order, and words parted at the end of a line whole."""
    whole = [before + after for before, after in _PARTED.findall(text or "")]
    found = (other for word in [*re.findall(r"\w+", text or ""), *whole] for other in _spellings_of(word))
    return " ".join(dict.fromkeys([*whole, *found]))


def _with_spellings(text: str) -> str:
    return f"{text} {spellings(text)}"


@lru_cache(maxsize=200_000)
def _spellings_of(word: str) -> tuple[str, ...]:
    found = [word]
    for respell in _respellers():
        found += [other for other in map(respell, list(found)) if other not in found]
    return tuple(found[1 : _MOST + 1])


@cache
def _respellers() -> tuple[Callable[[str], str], ...]:
    return tuple(_respeller(spelling) for spelling in listed_spellings())


def _respeller(spelling: Spelling) -> Callable[[str], str]:
    pattern = re.compile(spelling.pattern)
    return lambda word: pattern.sub(spelling.replacement, word)


def listed_spellings() -> Iterator[Spelling]:
    """Every entry of `spellings.yml`, of all languages that have one."""
    for code in languages():
        path = files("attrib.languages") / code / "spellings.yml"
        if path.is_file():
            yield from load_records(path, Spelling)
