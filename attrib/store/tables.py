"""The SQL of the database, made from the data dictionary: tables, indexes, full text, views.

Tables are STRICT (a text never slips into a number). Keys are integers beside stable text ids where rows are many;
sources and values are known by their own names. Reading the file needs SQLite 3.37 or newer.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from attrib.store import cube, search
from attrib.store.dictionary import Column, Table, dictionary, published

_RESERVED = frozenset({"end"})


class View(NamedTuple):
    """A published question: its SQL, and the title and descriptions from the comment at its head."""

    name: str
    title: str
    description: str
    columns: dict[str, str]
    facets: tuple[str, ...]
    sql: str


def quote(name: str) -> str:
    """A column name as SQL wants it: quoted only where it is a word of the language."""
    return f'"{name}"' if name in _RESERVED else name


def create_table(name: str, table: Table) -> str:
    """The CREATE TABLE statement of one table.

    Tables without a number as key are kept in the order of their key: no hidden row number depends on the order of
    writing, and the same rows make the same file.
    """
    lines = [f"  {_definition(column_name, column, table)}" for column_name, column in table.columns.items()]
    if len(table.key) > 1:
        lines.append(f"  PRIMARY KEY ({', '.join(table.key)})")
    numbered = [table.columns[column].type for column in table.key] == ["integer"]
    options = "STRICT" if numbered else "STRICT, WITHOUT ROWID"
    return f"CREATE TABLE {name} (\n" + ",\n".join(lines) + f"\n) {options}"


def _definition(name: str, column: Column, table: Table) -> str:
    words = [quote(name), column.type.upper()]
    if table.key == (name,):
        words.append("PRIMARY KEY")
    if not column.optional and not (column.type == "integer" and table.key == (name,)):
        words.append("NOT NULL")
    if column.unique:
        words.append("UNIQUE")
    if column.references is not None:
        key = dictionary()[column.references].key[0]
        words.append(f"REFERENCES {column.references}({key})")
    return " ".join(words)


def indexes(name: str, table: Table) -> Iterator[str]:
    """One CREATE INDEX for every foreign key, facet and column that asks for one, unless the primary key serves."""
    for column_name, column in table.columns.items():
        wanted = column.index or column.references is not None or column_name in table.facets
        if wanted and table.key[0] != column_name:
            yield f"CREATE INDEX {name}_{column_name} ON {name} ({quote(column_name)})"


def published_indexes(name: str, table: Table) -> Iterator[str]:
    """The indexes of the published copy: the many statements get one covering index per facet, each led by another.

    With them every facet of a filtered page is counted without touching the table. The last one, led by the key, does
    the same for rows that a search found: the table is twenty times as large, most of it texts.
    """
    covering = table.facets if name == "statements" else ()
    for sql in indexes(name, table):
        if sql.split()[2] not in {f"{name}_{facet}" for facet in covering}:
            yield sql
    for facet in covering:
        others = [other for other in covering if other != facet]
        yield f"CREATE INDEX {name}_facet_{facet} ON {name} ({', '.join([facet, *others])})"
    if covering:
        yield f"CREATE INDEX {name}_dated ON {name} (status, date)"
        yield f"CREATE INDEX {name}_found ON {name} ({', '.join([*table.key, *covering])})"


def full_text(name: str, table: Table) -> Iterator[str]:
    """The full-text index of the working database, kept up to date by triggers."""
    if not table.search:
        return
    key, columns = table.key[0], ", ".join(table.search)
    old, new = (", ".join(f"{row}.{column}" for column in table.search) for row in ("old", "new"))
    remove = f"INSERT INTO {name}_fts ({name}_fts, rowid, {columns}) VALUES ('delete', old.{key}, {old})"
    insert = f"INSERT INTO {name}_fts (rowid, {columns}) VALUES (new.{key}, {new})"
    yield (
        f"CREATE VIRTUAL TABLE {name}_fts USING FTS5 ("
        f"{columns}, tokenize='{search.TOKENIZER}', content=[{name}], content_rowid='{key}')"
    )
    yield f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')"
    yield f"CREATE TRIGGER {name}_ai AFTER INSERT ON {name} BEGIN {insert}; END"
    yield f"CREATE TRIGGER {name}_ad AFTER DELETE ON {name} BEGIN {remove}; END"
    yield f"CREATE TRIGGER {name}_au AFTER UPDATE ON {name} BEGIN {remove}; {insert}; END"


@cache
def views() -> tuple[View, ...]:
    """The published questions, one per file of `views/`."""
    found = (file for file in (files("attrib.store") / "views").iterdir() if file.name.endswith(".sql"))
    return tuple(
        _view(file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
        for file in sorted(found, key=lambda file: file.name)
    )


def _view(name: str, sql: str) -> View:
    notes = dict(re.findall(r"^-- (title|description|facets): (.+)$", sql, flags=re.MULTILINE))
    columns = dict(re.findall(r"^-- column (\w+): (.+)$", sql, flags=re.MULTILINE))
    select = "\n".join(line for line in sql.splitlines() if not line.startswith("--")).strip().rstrip(";")
    facets = tuple(notes.get("facets", "").replace(",", " ").split())
    return View(name, notes["title"], notes["description"], columns, facets, f"CREATE VIEW {name} AS\n{select}")


def schema_sql() -> str:
    """The published schema as one commented SQL script: what a downloaded database holds."""
    parts = [
        "-- Made from the data dictionary by `python -m attrib.publish.schema`; do not edit.\n"
        "-- Tables, indexes and views of the published database. Reading it needs SQLite 3.37 or newer.\n"
    ]
    for name, table in published().items():
        statements = [create_table(name, table), *published_indexes(name, table)]
        if table.search:
            statements.append(search.full_text(name, table))
        title = table.description if table.lookup else f"{table.title}. {table.description}"
        parts.append(f"-- {title}\n" + ";\n".join(statements) + ";\n")
    parts.append(f"-- The names of parties, to search.\n{search.sources_full_text()};\n")
    parts.append(
        "-- Counts made beforehand, for the site.\n" + ";\n".join([*cube.TABLES.values(), *cube.INDEXES]) + ";\n"
    )
    parts.extend(f"-- {view.title}. {view.description}\n{view.sql};\n" for view in views())
    return "\n".join(parts)
