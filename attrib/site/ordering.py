"""Sorted tables page by page, each row once.

Datasette 0.65 orders the first page of a sorted table by that column alone and the following ones by its key too:
where an index hands rows of one value over from the last to the first, some are on no page. A page that begins before
every row has both from the start.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils import tilde_encode

from attrib.store.dictionary import published

_LAST = tilde_encode("\U0010ffff")
"""Behind every text and number."""
_FIRST = "$null"
"""How Datasette writes that a value is missing: such rows come first."""


def with_steady_order(request: Any, table: str) -> None:
    """Let a sorted table begin before its first row, where the address names no place to begin."""
    sorts = [name for name in ("_sort", "_sort_desc") if request.args.get(name)]
    if table not in published() or len(sorts) != 1 or request.args.get("_next"):
        return
    columns = published()[table].columns
    key = ["-1" if columns[name].type == "integer" else "" for name in published()[table].key]
    start = ",".join([_LAST if sorts == ["_sort_desc"] else _FIRST, *key])
    asked = parse_qsl(request.scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in asked if name != "_next"]
    request.scope = {**request.scope, "query_string": urlencode([*kept, ("_next", start)]).encode("latin-1")}
