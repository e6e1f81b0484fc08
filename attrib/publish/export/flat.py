"""One row for each statement with its document, its source and its claim: the table for people without SQL."""

from collections.abc import Iterator
from typing import NamedTuple

from attrib.store.dictionary import Column, dictionary
from attrib.store.tables import quote


class FlatColumn(NamedTuple):
    """A column of the flat table: its name, the SQL that fills it, and the column of the database it shows."""

    name: str
    sql: str
    shows: Column


_OTHERS = (
    ("document", "d", "documents", ("id", "label", "publisher", "author", "url", "published", "language", "rights")),
    ("source", "p", "sources", ("name", "name_en", "kind", "country", "reliability", "party_to_conflict")),
    ("claim", "c", "claims", ("id", "label", "status", "credibility", "origins")),
)
_REPLACED = frozenset({"pk", "document", "parent"})
APART = "; "
"""What stands between two parties; their names may hold commas."""
_AGAINST = (
    f"(SELECT group_concat({{0}}, '{APART}') FROM (SELECT DISTINCT b.id, b.name FROM status_by x "
    "JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source "
    "WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY b.name, b.id))"
)


def flat_columns() -> tuple[FlatColumn, ...]:
    """The columns in order: the statement's own, then those of its document, its source and its claim."""
    statements = dictionary()["statements"].columns
    own = [FlatColumn(name, f"s.{quote(name)}", column) for name, column in statements.items() if name not in _REPLACED]
    parent = FlatColumn("parent", "o.id", _loose(statements["id"], "Id of the statement that encloses this one."))
    others = [
        FlatColumn(f"{prefix}_{name}", f"{alias}.{name}", _of(table, name))
        for prefix, alias, table, names in _OTHERS
        for name in names
    ]
    return (*own, parent, *_disputers(), *others)


def _disputers() -> Iterator[FlatColumn]:
    """Who disputes it, where it is disputed or contested: several parties one behind the other."""
    described = {
        "name": f"The parties that deny or doubt it, where its status rests on them; between two of them {APART!r}.",
        "id": "The ids of these parties in the table sources, in the same order.",
    }
    for column, description in described.items():
        name = "disputed_by" if column == "name" else "disputed_by_ids"
        yield FlatColumn(name, _AGAINST.format(column), Column(type="text", optional=True, description=description))


def flat_sql() -> str:
    """The question whose answer the flat table is; statements in the order of their documents."""
    return f"{_selected()} ORDER BY s.pk"


def flat_rows_sql() -> str:
    """The same of some statements: their numbers, `:keys`, are a JSON list, and stand before the columns."""
    return f"{_selected(number=True)} WHERE s.pk IN (SELECT value FROM json_each(:keys))"


def _selected(*, number: bool = False) -> str:
    columns = [f"{column.sql} AS {quote(column.name)}" for column in flat_columns()]
    selected = ", ".join(["s.pk AS pk", *columns] if number else columns)
    return (
        f"SELECT {selected} FROM statements s JOIN documents d ON d.pk = s.document "
        "LEFT JOIN statements o ON o.pk = s.parent LEFT JOIN sources p ON p.id = s.source "
        "LEFT JOIN claim_statements l ON l.statement = s.pk LEFT JOIN claims c ON c.pk = l.claim"
    )


def _of(table: str, name: str) -> Column:
    column = dictionary()[table].columns[name]
    return _loose(column, column.description)


def _loose(column: Column, description: str) -> Column:
    """A column of a row that may be missing: nothing of it is a key, and it may be empty."""
    return column.model_copy(update={"key": False, "unique": False, "optional": True, "description": description})
