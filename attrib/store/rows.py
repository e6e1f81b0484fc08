"""Rows into tables: the two ways in which the working database is written to."""

from collections.abc import Iterable
from typing import Any

import sqlite_utils

Row = dict[str, Any]


def insert(db: sqlite_utils.Database, table: str, rows: Iterable[Row]) -> None:
    """Plain inserts of rows that share their columns."""
    listed = list(rows)
    if listed:
        columns, marks = ", ".join(f'"{name}"' for name in listed[0]), ", ".join("?" * len(listed[0]))
        db.conn.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", [tuple(row.values()) for row in listed]
        )


def update_if_different(db: sqlite_utils.Database, table: str, key_name: str, key: int | str, row: Row) -> None:
    """Bring a row up to date; an equal row is not written."""
    different = " OR ".join(f'"{name}" IS NOT :{name}' for name in row)
    settings = ", ".join(f'"{name}" = :{name}' for name in row)
    sql = f"UPDATE {table} SET {settings} WHERE {key_name} = :key_ AND ({different})"
    db.conn.execute(sql, {**row, "key_": key})
