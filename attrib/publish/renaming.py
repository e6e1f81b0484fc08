"""What is asked of every table of a copy: whose document a row is of, and other ids for sources, where an id would tell
what may not be told."""

import sqlite3
from collections.abc import Mapping

from attrib.store.database import PER_DOCUMENT
from attrib.store.dictionary import Table, dictionary
from attrib.store.tables import quote

NAMING = (("claims", "basis"), ("claim_origins", "reason"))
"""Columns in which the program itself calls parties by their names."""


def document_of(name: str, table: Table) -> str:
    """The SQL for the document of a row of a table that has one, or a statement."""
    if name == "documents":
        return "pk"
    return "document" if "document" in table.columns else f"statement / {PER_DOCUMENT}"


def rename_sources(connection: sqlite3.Connection, ids: Mapping[str, str]) -> None:
    """Put the new id of each source in place of the old one, in every column that refers to sources."""
    if not ids:
        return
    connection.execute("CREATE TEMP TABLE renamed (old TEXT PRIMARY KEY, new TEXT NOT NULL) WITHOUT ROWID")
    connection.executemany("INSERT INTO temp.renamed VALUES (?, ?)", sorted(ids.items()))
    there = {name for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
    for name, table in dictionary().items():
        for column, each in table.columns.items():
            if name in there and (each.references == "sources" or (name, column) == ("sources", "id")):
                _rename(connection, name, column)
    if "judgements" in there:
        for column in ("old", "new"):
            for old, new in ids.items():
                connection.execute(
                    f"UPDATE judgements SET {column} = replace({column}, ?, ?) WHERE field = 'sources'",
                    [f'"{old}"', f'"{new}"'],
                )
    connection.execute("DROP TABLE temp.renamed")


def _rename(connection: sqlite3.Connection, name: str, column: str) -> None:
    found = quote(column)
    connection.execute(
        f"UPDATE {name} SET {found} = (SELECT new FROM temp.renamed WHERE old = {name}.{found}) "
        f"WHERE {found} IN (SELECT old FROM temp.renamed)"
    )
