"""The parameters of a table's address, looked at before Datasette does: what it would not heed is refused.

Datasette 0.65 passes over comparisons that it does not know, values of its switches, places to begin that are none, and
all but the first of several values; where it fails on a facet it leaves work undone. A value of a wrong type is
compared as text, so that `value__lte=many` would be every row.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from datasette.filters import Filters
from datasette.utils import urlsafe_components

from attrib.site.filters import NAMES
from attrib.site.refusal import NO_CHOICE, NO_DATE, NO_NUMBER, TWICE, refused
from attrib.site.typed import COMPARED, codes_of, is_read, kind_of, listed_values
from attrib.store.dictionary import published

_MANY = frozenset(str.split("_col _nocol _facet _facet_array _facet_date _facet_counted _where _through _json _label"))
"""What may be asked for several times."""
_ONCE = frozenset(
    str.split(
        "_size _next _sort _sort_desc _sort_by_desc _search _searchmode _shape _nl _labels _json_infinity _nofacet "
        "_nosuggest _nocount _stream _dl _header _timelimit _lang _facet_size"
    )
)
"""What else is understood in the address of a table; not that Datasette would search in another table's index."""
_ON, _OFF = ("on", "true", "1"), ("off", "false", "0")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "_searchmode": ("raw",),
    "_labels": (*_ON, *_OFF),
    "_json_infinity": (*_ON, *_OFF),
    "_header": ("off",),
    **dict.fromkeys(("_sort_by_desc", "_nl", "_nofacet", "_nosuggest", "_nocount", "_stream", "_dl"), _ON),
}
_NOT_ANSWERED = ("_facet_array", "_facet_date")
"""They look into every row, and no column holds what they are for."""
_WHOLE = re.compile(r"-?\d{1,18}")
_LOOKUPS = frozenset(key for key, _, _ in Filters([]).lookups())
_SAYINGS = {
    "unknown": "“{value}” is no column and no filter of this table. Look for it under “What the columns mean”.",
    "comparison": "“{value}” is no way to compare the values of a column. Choose one from the form above the table.",
    "facet": "There is no facet {value} here.",
    "column": "“{value}” is no column of this table, so {name} cannot show it.",
    "place": "“{value}” is no place at which a page of this table begins. Go on from its first page.",
}


async def check_parameters(datasette: Any, database: str, table: str, args: Any) -> None:
    """Raise BadRequest for what nobody would heed, or not as it is meant."""
    db = datasette.get_database(database)
    columns = await db.table_columns(table)
    for name in args:
        _check_name(name, args.getlist(name), columns, NAMES if table == "statements" else ())
        _check_choice(name, args[name])
        _check_type(table, name, args.getlist(name))
        _check_code(table, name, args.getlist(name))
    for name in ("_facet", "_facet_counted"):
        _check_columns("facet", name, args.getlist(name), columns)
    for name in _NOT_ANSWERED:
        _check_columns("facet", name, args.getlist(name), ())
    for name in ("_json", "_label"):
        _check_columns("column", name, args.getlist(name), columns)
    keys = await db.primary_keys(table)
    if args.get("_shape") == "object" and not keys:
        raise refused("Rows without a key cannot be named by it. Ask for _shape=objects or _shape=array.")
    sorts = [args.get("_sort"), args.get("_sort_desc"), datasette.table_metadata(database, table).get("sort")]
    _check_place(args.get("_next"), keys, table, is_sorted=any(sorts))


def _check_name(name: str, values: Collection[str], columns: Collection[str], own: Collection[str]) -> None:
    column, _, lookup = name.rpartition("__")
    known = {*columns, "rowid"}
    if column in known and name not in known:
        if lookup not in _LOOKUPS:
            raise refused(_SAYINGS["comparison"], value=lookup)
    elif name in own or name in _ONCE:
        if len(set(values)) > 1 or (name in own and len(values) > 1):
            raise refused(TWICE, name=name)
    elif name not in known and name not in _MANY and not name.startswith(("_filter_", "_search_")):
        raise refused(_SAYINGS["unknown"], value=name)


def _check_choice(name: str, value: str) -> None:
    allowed = _CHOICES.get(name)
    if value and allowed is not None and value not in allowed:
        raise refused(NO_CHOICE, value=value, name=name, allowed=", ".join(allowed))
    if name == "_facet_size" and not (value == "max" or value.isdecimal()):
        raise refused(NO_CHOICE, value=value, name=name, allowed="max, 1, 2, 3 …")


def _check_type(table: str, name: str, values: Collection[str]) -> None:
    """What a number or a date is compared with has to be one."""
    column, _, lookup = name.partition("__")
    kind = kind_of(table, column) if lookup in COMPARED else None
    for value in values:
        if kind is not None and value and not is_read(kind, value):
            raise refused(NO_DATE if kind == "date" else NO_NUMBER, value=value)


def _check_code(table: str, name: str, values: Collection[str]) -> None:
    """A column with a vocabulary holds no other value; no rows would look like an answer."""
    column, _, lookup = name.partition("__")
    allowed = codes_of(table, column) if lookup in ("", "exact", "not", "in", "notin") else ()
    for value in values if allowed else ():
        for code in listed_values(value) if lookup in ("in", "notin") else [value]:
            if code and code not in allowed:
                raise refused(NO_CHOICE, value=code, name=column, allowed=", ".join(allowed))


def _check_columns(saying: str, name: str, asked: Collection[str], known: Collection[str]) -> None:
    for column in asked:
        if column not in known:
            shown = f"“{name}={column}”" if saying == "facet" else column
            raise refused(_SAYINGS[saying], value=shown, name=name)


def _check_place(place: str | None, keys: Sequence[str], table: str, *, is_sorted: bool) -> None:
    """A page begins behind a row, which is known by its key; of a sorted table by the value before it too."""
    if not place:
        return
    known = published().get(table)
    parts = urlsafe_components(place)[is_sorted:] if keys else [place]
    is_place = len(parts) == len(keys or parts) and all(
        _WHOLE.fullmatch(part) or (key is not None and known is not None and known.columns[key].type == "text")
        for key, part in zip_longest(keys, parts)
    )
    if not is_place:
        raise refused(_SAYINGS["place"], value=place)
