"""Who disputes what is shown as disputed: no page shows that status without the parties that take the stand."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from attrib.publish.description import DATABASE_NAME
from attrib.site.queries import Row, rows

DISPUTED = frozenset({"disputed", "contested"})
_QUESTIONS = {"statements": "disputers", "claims": "claim_disputers"}


async def disputers(db: Any, keys: Iterable[int], *, of: str = "statements") -> Mapping[int, list[Row]]:
    """Id and name of the parties that deny or doubt, by the key of the statement (or claim) they dispute."""
    found: dict[int, list[Row]] = {}
    for each in await rows(db, _QUESTIONS[of], keys=json.dumps(list(keys))):
        found.setdefault(each["key"], []).append(each)
    return found


async def with_disputers(db: Any, statements: Iterable[Row]) -> list[Row]:
    """The rows, which hold `pk` and `status`, each with its parties as `disputed_by`."""
    listed = list(statements)
    found = await disputers(db, [row["pk"] for row in listed if row["status"] in DISPUTED])
    return [{**row, "disputed_by": found.get(row["pk"], [])} for row in listed]


def disputers_of_page(datasette: Any) -> Any:
    """What the template of a table calls, with the rows of its page and the name of the table."""

    async def asked(display_rows: Iterable[Any], table: str) -> Mapping[int, list[Row]]:
        keys = [int(row["pk"]) for row in display_rows if _code(row["status"]) in DISPUTED]
        return await disputers(datasette.get_database(DATABASE_NAME), keys, of=table)

    return asked


def names_of_page(datasette: Any) -> Any:
    """What the template of a table calls for the names of the parties in its rows, by their ids."""

    async def asked(display_rows: Iterable[Any]) -> Mapping[str, str]:
        keys = sorted({_code(row["source"]) for row in display_rows} - {None})
        found = await rows(datasette.get_database(DATABASE_NAME), "names_of", keys=json.dumps(keys))
        return {row["id"]: row["name"] for row in found}

    return asked


def articles_of_page(datasette: Any) -> Any:
    """What the template of a table calls for the articles of its rows, by their keys."""

    async def asked(display_rows: Iterable[Any]) -> Mapping[int, Row]:
        keys = sorted({int(_code(row["document"])) for row in display_rows})
        found = await rows(datasette.get_database(DATABASE_NAME), "articles_of", keys=json.dumps(keys))
        return {row["pk"]: row for row in found}

    return asked


def _code(value: Any) -> Any:
    """A value of a vocabulary, which Datasette hands over with its label."""
    return value["value"] if isinstance(value, dict) else value
