"""Numbers and dates in filters of columns, as readers write them: `value__gte=10.000` asks for ten thousand.

Only what cannot be meant otherwise is rewritten, in the address itself, so that the page says how it was read: numbers
with grouped thousands or a decimal comma in columns of numbers, dates that are not in ISO 8601 in columns of dates.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Literal
from urllib.parse import urlencode

from attrib.publish.description import DATABASE_NAME
from attrib.site.asked import as_date, as_number
from attrib.site.request import Scope, parameters
from attrib.store.dictionary import VOCABULARIES, published
from attrib.store.tables import views

_IN_VIEWS = frozenset(str.split("status type disclosure verdict credibility medium polarity certainty distance"))
"""Columns of views that hold values of the vocabulary of their own name."""
COMPARED = frozenset(["", "exact", "not", "gt", "gte", "lt", "lte"])
"""Comparisons with one value of the column's own kind."""
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_TABLE = re.compile(rf"/{DATABASE_NAME}/(?P<table>\w+?)(?:\.\w+)?")

Reading = Callable[[str], str]


def with_typed_values(scope: Scope, base_path: str = "/") -> Scope:
    """The request, with what its filters ask for as the database has it."""
    place = _TABLE.fullmatch("/" + str(scope["path"]).removeprefix(base_path).lstrip("/"))
    readings = columns().get(place["table"], {}) if place else {}
    asked = parameters(scope)
    read = [(name, _read(name, value, readings)) for name, value in asked]
    return scope if read == asked else {**scope, "query_string": urlencode(read).encode("latin-1")}


def _read(name: str, value: str, readings: Mapping[str, Reading]) -> str:
    column, _, operator = name.partition("__")
    reading = readings.get(column)
    return value if reading is None or operator not in COMPARED else reading(value)


def _number(value: str) -> str:
    words = value.strip()
    if _PLAIN_NUMBER.fullmatch(words) and not _GROUPED.fullmatch(words):
        return value
    number = as_number(words)
    return value if number is None else f"{number:.10g}"


def _date(value: str) -> str:
    words = value.strip()
    return value if _ISO.fullmatch(words) else as_date(words) or value


def kind_of(table: str, column: str) -> Literal["number", "date"] | None:
    """What the values of a column are, where they are no text; of a view's column only what its name tells for sure."""
    reading = columns().get(table, {}).get(column)
    if reading is _date:
        return "date"
    return "number" if reading is _number and table in published() else None


@cache
def codes_of(table: str, column: str) -> Sequence[str]:
    """The values that a column can hold where a vocabulary says so; none where any may stand there."""
    known = published().get(table)
    codes = {each.taxonomy: each.codes for each in VOCABULARIES}
    if known is None:  # a view: its columns have the names of vocabularies
        return codes.get(column, ()) if column in _IN_VIEWS else ()
    references = known.columns[column].references if column in known.columns else None
    return next((each.codes for each in VOCABULARIES if each.table == references), ())


def listed_values(value: str) -> Sequence[str]:
    """The values of `column__in=a,b` or `column__in=["a", "b"]`; that something is no list is told by Datasette."""
    if not value.startswith("["):
        return [each.strip() for each in value.split(",")]
    try:
        return [str(each) for each in json.loads(value)]
    except ValueError:
        return ()


def is_read(kind: Literal["number", "date"], value: str) -> bool:
    """Whether a value, as the database would have it, is of that kind."""
    words = value.strip()
    return _ISO.fullmatch(words) is not None if kind == "date" else as_number(words) is not None


@cache
def columns() -> Mapping[str, Mapping[str, Reading]]:
    """How the values of columns are read, by table or view. A view's column is what its name, or the end of it, is."""
    readings: dict[str, Reading] = {}
    found: dict[str, Mapping[str, Reading]] = {}
    for name, table in published().items():
        own: dict[str, Reading] = {}
        for column_name, column in table.columns.items():
            if column.date:
                own[column_name] = _date
            elif column.type in ("integer", "real"):
                own[column_name] = _number
        found[name] = own
        readings |= own
    for view in views():
        found[view.name] = {column: readings[end] for column in view.columns if (end := _end(column, readings))}
    return found


def _end(column: str, known: Mapping[str, Reading]) -> str | None:
    return next((name for name in (column, column.rpartition("_")[2]) if name in known), None)
