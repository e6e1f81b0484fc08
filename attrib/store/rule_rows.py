"""Rows of the table `rules`, to which statements refer: every rule that a statement names has one.

A database may hold statements of an earlier or a later version of the rules, or of no rule of ours at all. So nothing
is refused because a rule is unknown here: it gets a row that says just that, and a row that an earlier version wrote
stays as long as a statement refers to it.
"""

from collections.abc import Iterable, Sequence

import sqlite_utils

from attrib.store.rows import Row, insert, update_if_different

UNKNOWN = "A rule that this version of attrib does not have."


def name_rules(db: sqlite_utils.Database, ids: Iterable[str], *, finds: str = UNKNOWN) -> None:
    """A row for each of these rules that has none yet."""
    sql = "INSERT INTO rules (id, finds) VALUES (?, ?) ON CONFLICT DO NOTHING"
    db.conn.executemany(sql, [(id, finds) for id in sorted(ids)])


def write_rules(db: sqlite_utils.Database, rules: Sequence[Row]) -> None:
    """Bring the table up to date with these rules; others stay only if a statement refers to them."""
    found = {id for (id,) in db.execute("SELECT id FROM rules").fetchall()}
    insert(db, "rules", (row for row in rules if row["id"] not in found))
    for row in rules:
        update_if_different(db, "rules", "id", row["id"], row)
    gone = sorted(found - {row["id"] for row in rules})
    sql = "DELETE FROM rules WHERE id = ? AND NOT EXISTS (SELECT 1 FROM statements WHERE rule = rules.id)"
    db.conn.executemany(sql, [(id,) for id in gone])
