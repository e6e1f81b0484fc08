"""Who disputes what is shown as disputed: no page shows that status without the parties that take the stand."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from attrib.publish.description import DATABASE_NAME
from attrib.site.queries import Ask, Row, rows, together

DISPUTED = frozenset({"disputed", "contested"})
_QUESTIONS = {"statements": "disputers", "claims": "claim_disputers"}


async def disputers(db: Any, keys: Iterable[int], *, of: str = "statements") -> Mapping[int, list[Row]]:
    """Id and name of the parties that deny or doubt, by the key of the statement (or claim) they dispute."""
    return _by_key(await rows(db, _QUESTIONS[of], keys=json.dumps(list(keys))))


def _by_key(found: Iterable[Row]) -> Mapping[int, list[Row]]:
    by_key: dict[int, list[Row]] = {}
    for each in found:
        by_key.setdefault(each["key"], []).append(each)
    return by_key


async def with_disputers(db: Any, statements: Iterable[Row]) -> list[Row]:
    """The rows, which hold `pk` and `status`, each with its parties as `disputed_by`."""
    return await together(db, lambda ask: asked_with_disputers(ask, list(statements)))


def asked_with_disputers(ask: Ask, statements: list[Row]) -> list[Row]:
    """The same where other questions are asked too."""
    keys = [row["pk"] for row in statements if row["status"] in DISPUTED]
    found = _by_key(ask(_QUESTIONS["statements"], keys=json.dumps(keys))) if keys else {}
    return [{**row, "disputed_by": found.get(row["pk"], [])} for row in statements]


def disputers_of_page(datasette: Any) -> Any:
    """What the template of a table calls, with the rows of its page and the name of the table."""

    async def asked(display_rows: Iterable[Any], table: str) -> Mapping[int, list[Row]]:
        keys = [int(row["pk"]) for row in display_rows if _code(row["status"]) in DISPUTED]
        return await disputers(datasette.get_database(DATABASE_NAME), keys, of=table)

    return asked


_PARTIES = frozenset(
    str.split("source origin by_whom whom disputed_by supported_by backed_by denied_by institution name chain")
)
"""Columns that hold names of parties in views, or their ids in tables; in views also several, put together."""
_TOGETHER = (", ", " ← ")


def called_in(datasette: Any) -> Any:
    """What the template of a table calls for the names in its rows in the reader's language, by column and value."""
    called = called_here(datasette)

    async def asked(display_rows: Iterable[Any]) -> Mapping[str, Mapping[str, str]]:
        values: dict[str, list[Any]] = {}
        for row in display_rows:
            for cell in row:
                values.setdefault(cell["column"], []).append(cell["raw"])
        return {column: await called(column, listed) for column, listed in values.items()}

    return asked


def called_here(datasette: Any) -> Any:
    """What a template calls for the names of parties in the reader's language, by what the tables and views hold.

    It is handed a column and the values that are shown of it, and gives back a dictionary with those that it knows.
    """

    async def asked(column: str, values: Iterable[Any]) -> Mapping[str, str]:
        texts = sorted({str(value) for value in map(_code, values) if value}) if column in _PARTIES else []
        if not texts:
            return {}
        single = {piece for text in texts for mark in _TOGETHER for piece in text.split(mark)}
        found = await rows(datasette.get_database(DATABASE_NAME), "called", keys=json.dumps(sorted({*texts, *single})))
        names = {row["known"]: row["name"] for row in found}
        return {text: named for text in texts if (named := _put_together(text, names)) is not None}

    return asked


def _put_together(text: str, names: Mapping[str, str]) -> str | None:
    if text in names:
        return names[text]
    for mark in _TOGETHER:
        pieces = text.split(mark)
        if len(pieces) > 1:
            return mark.join(names.get(piece, piece) for piece in pieces)
    return None


def _code(value: Any) -> Any:
    """A value of a vocabulary, which Datasette hands over with its label."""
    return value["value"] if isinstance(value, dict) else value
