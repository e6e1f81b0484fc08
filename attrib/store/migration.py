"""A working database of an earlier schema becomes one of today's: every row is kept, under the names of its columns.

The data dictionary says how the tables are now, the file says how they were; nothing else is needed, so that no list of
changes can disagree with either. What had no column before is empty, or worked out by `_FILLED` if it may not be. The
documents then count as not annotated by this version: the next `attrib annotate` fills in what is new.
"""

import hashlib
import sqlite3

import sqlite_utils

from attrib.store.dictionary import Table, dictionary
from attrib.store.rule_rows import name_rules
from attrib.store.tables import create_table, full_text, indexes, quote

_FILLED = {
    ("documents", "digest"): "text_digest(text)",
    # The basis began with the number: "3 statements, 2 independent origins: 2 independent origins agree".
    ("claims", "agreeing"): "CAST(substr(basis, instr(basis, ': ') + 2) AS INTEGER)",
}
"""SQL for columns that may not be empty, over the columns that there were before."""


def text_digest(text: str) -> str:
    """A short hash of a document's text alone: equal texts have equal ones, wherever they were published."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def bring_up_to_date(db: sqlite_utils.Database, version: int) -> None:
    """Rewrite the tables that differ from the data dictionary and set the schema's version, all or nothing.

    Raises sqlite3.IntegrityError if rows of the earlier schema cannot stand in the new one; nothing is changed then.
    """
    db.conn.create_function("text_digest", 1, text_digest, deterministic=True)
    db.execute("PRAGMA foreign_keys = OFF")
    # Renaming a table must not rewrite what other tables and views say of it.
    db.execute("PRAGMA legacy_alter_table = ON")
    try:
        with db.atomic():
            _drop_derived(db)
            for name, table in dictionary().items():
                _renew(db, name, table)
            name_rules(db, [rule for (rule,) in db.execute("SELECT DISTINCT rule FROM statements")])
            _check_references(db)
            db.execute("DELETE FROM document_runs")
            db.execute("DELETE FROM runs")
            db.execute(f"PRAGMA user_version = {version}")
    finally:
        db.execute("PRAGMA legacy_alter_table = OFF")
        db.execute("PRAGMA foreign_keys = ON")


def _drop_derived(db: sqlite_utils.Database) -> None:
    """Triggers and full-text indexes hang on columns; they are made anew with the tables."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER [{name}]")
    for name in dictionary():
        db.execute(f"DROP TABLE IF EXISTS {name}_fts")


def _renew(db: sqlite_utils.Database, name: str, table: Table) -> None:
    """One table as it is now, with the rows that it had."""
    found = db.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", [name]).fetchone()
    wanted = create_table(name, table)
    if found is None:
        db.execute(wanted)
    elif found[0] != wanted:
        _rewrite(db, name, table, wanted)
    for index in indexes(name, table):
        db.execute(index.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS", 1))
    for statement in full_text(name, table):
        db.execute(statement)


def _rewrite(db: sqlite_utils.Database, name: str, table: Table, wanted: str) -> None:
    old = f"{name}_before"
    for (index,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", [name]
    ).fetchall():
        db.execute(f"DROP INDEX [{index}]")
    db.execute(f"ALTER TABLE {name} RENAME TO {old}")
    db.execute(wanted)
    known = {row[1] for row in db.execute(f"PRAGMA table_info({old})").fetchall()}
    values = {
        quote(column): quote(column) if column in known else _FILLED.get((name, column), "NULL")
        for column in table.columns
    }
    db.execute(f"INSERT INTO {name} ({', '.join(values)}) SELECT {', '.join(values.values())} FROM {old}")
    db.execute(f"DROP TABLE {old}")


def _check_references(db: sqlite_utils.Database) -> None:
    broken = db.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sqlite3.IntegrityError(f"{len(broken)} rows of {broken[0][0]} refer to rows that are not there")
