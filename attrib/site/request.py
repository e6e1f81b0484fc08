"""What a request asks for, read once, and what is too much of it.

Everything here is decoded: `?%73ql=` asks for `sql`.
"""

import re
from collections.abc import MutableMapping
from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote

from datasette.utils import MultiParams
from datasette.utils.asgi import Request

from attrib.site.wording import LANGUAGES

Scope = MutableMapping[str, Any]

LONGEST_PATH = 2_000
"""Characters; the longest of our own addresses is a row by its three keys."""
LONGEST_QUERY = 8_000
"""Characters, SQL of the reader's own included: a proxy does not let through more either."""
MOST_PARAMETERS = 100
"""Datasette takes a query apart many times for one page."""
LONGEST_SEARCH = 300
"""Characters of a search: full text looks for every word of it before the clock is asked."""

_OWN_SQL = frozenset(["sql", "_where"])
_WHOLE_TABLE = "_stream"
_ALL_ROWS = re.compile(r"/statements_flat\.[a-z]+$")
"""Addresses that answer with all rows of a filter."""
_SLOW = frozenset(["_through", "_facet_array", "_facet_date", "_searchmode"])
_LOOKUPS = re.compile(
    r"__(?:not)?(?:contains|like|glob|startswith|endswith|arraycontains|arraynotcontains|date)$", re.IGNORECASE
)
"""What no index answers: every row is looked at."""


def parameters(scope: Scope) -> list[tuple[str, str]]:
    """The names and values of the query, decoded, in their order; the same that Datasette reads."""
    return parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)


def excess(scope: Scope) -> tuple[int, str] | None:
    """Status and words for a request that asks for more than anybody needs; None for all others."""
    query = scope.get("query_string", b"")
    if len(scope.get("raw_path") or scope["path"]) > LONGEST_PATH:
        return 414, "This address is too long."
    if len(query) > LONGEST_QUERY:
        return 414, "This address is too long. Download the database to ask long questions."
    if query.count(b"&") >= MOST_PARAMETERS:
        return 400, "These are too many parameters at once."
    if any(len(value) > LONGEST_SEARCH for name, value in parameters(scope) if name.startswith("_search")):
        return 400, "This search is too long. Look for fewer words."
    if any(value not in ("", *LANGUAGES) for name, value in parameters(scope) if name == "_lang"):
        return 400, "The site speaks English and German: write _lang=en or _lang=de."
    return None


def asks_own_sql(scope: Scope) -> bool:
    """Whether readers' own SQL is to be run."""
    return any(name in _OWN_SQL for name, _ in parameters(scope))


def asks_whole_table(scope: Scope) -> bool:
    """Whether all rows are asked for, which may take minutes."""
    return _ALL_ROWS.search(scope["path"]) is not None or any(name == _WHOLE_TABLE for name, _ in parameters(scope))


def asks_much(scope: Scope) -> bool:
    """Whether rows are asked for in a way that no index helps with."""
    return any(name in _SLOW or _LOOKUPS.search(name) for name, _ in parameters(scope))


def client(scope: Scope) -> str:
    """Who asks, as far as the network tells: an address, or the 64 bits of an IPv6 address that belong to one line."""
    host = str((scope.get("client") or ("",))[0])
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(int(address) >> 64) if isinstance(address, IPv6Address) else host


def header(scope: Scope, name: bytes) -> bytes:
    """All values of a header."""
    return b",".join(value for key, value in scope["headers"] if key.lower() == name)


def decoded_path(scope: Scope) -> str:
    """The path with everything decoded, however often a browser or a proxy encoded it once."""
    return unquote(str(scope["path"]))


@lru_cache(200)
def arguments(query: str) -> MultiParams:
    """The query as Datasette reads it; a page asks for it two hundred times."""
    return MultiParams(parse_qs(query, keep_blank_values=True))


def read_arguments_once() -> None:
    """Datasette takes the query apart each time that somebody asks for a parameter."""
    Request.args = property(lambda request: arguments(request.query_string))
