"""The questions the pages ask: one SQL file each in `sql/`."""

from functools import cache
from importlib.resources import files
from typing import Any

from attrib.site.wording import reader

Row = dict[str, Any]


@cache
def query(name: str) -> str:
    """The SQL of one question."""
    return (files("attrib") / "site" / "sql" / f"{name}.sql").read_text(encoding="utf-8")


async def rows(db: Any, name: str, **parameters: Any) -> list[Row]:
    """The answer to a question, with names of parties in the reader's language; `db` is Datasette's database object."""
    asked = {**parameters, "english": reader.get().language == "en"}
    return [dict(row) for row in await db.execute(query(name), asked)]


async def row(db: Any, name: str, **parameters: Any) -> Row | None:
    """The one row of an answer, or None."""
    found = await rows(db, name, **parameters)
    return found[0] if found else None
