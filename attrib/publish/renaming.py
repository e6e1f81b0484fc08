"""Other ids for sources, everywhere in a copy: where an id would tell what may not be told."""

import sqlite3
from collections.abc import Mapping

from attrib.store.dictionary import dictionary
from attrib.store.tables import quote


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
