"""Parameters of Datasette's that have to be looked at before it does: where it fails on them it leaves work undone."""

from typing import Any

from datasette.utils.asgi import BadRequest

from attrib.site.wording import reader

_NOT_ANSWERED = ("_facet_array", "_facet_date")
"""They look into every row, and no column holds what they are for."""


async def check_facets(datasette: Any, database: str, table: str, args: Any) -> None:
    """Raise BadRequest for facets of columns that the table does not have."""
    known = await datasette.get_database(database).table_columns(table)
    for name in ("_facet", "_facet_counted"):
        _check_columns(name, args.getlist(name), known)
    for name in _NOT_ANSWERED:
        _check_columns(name, args.getlist(name), ())


def _check_columns(name: str, columns: list[str], known: Any) -> None:
    for column in columns:
        if column not in known:
            words = reader.get().text("There is no facet {value} here.")
            raise BadRequest(words.replace("{value}", f"“{name}={column}”"))
