"""Search on every page that lists statements, claims, articles or parties, by `attrib.store.search_query`.

Datasette searches tables that have an index of their own; here its way to write a query is replaced by ours, and views
and the table of parties, which have none, look theirs up in the index that has their rows.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.filters import FilterArguments

from attrib.site.refusal import refused
from attrib.store.dictionary import published
from attrib.store.search_query import MOST_TERMS, is_empty, terms
from attrib.store.tables import views

_TOO_MANY = "A search of more than {most} words is none. Leave some out, or put a sentence in quotation marks."
_STATEMENTS = (
    "statement IN (SELECT id FROM statements WHERE pk IN "
    "(SELECT rowid FROM statements_fts WHERE statements_fts MATCH escape_fts(:search)))"
)
_CLAIMS = (
    "claim IN (SELECT id FROM claims WHERE pk IN "
    "(SELECT rowid FROM claims_fts WHERE claims_fts MATCH escape_fts(:search)))"
)
_PARTIES = "{} IN (SELECT id FROM sources_fts WHERE sources_fts MATCH escape_fts(:search))"


def elsewhere() -> dict[str, str]:
    """Tables and views without an index of their own, with the condition that finds their rows in another one."""
    found = {"sources": _PARTIES.format("id")}
    for view in views():
        if "statement" in view.columns:
            found[view.name] = _STATEMENTS
        elif "claim" in view.columns:
            found[view.name] = _CLAIMS
        elif "source" in view.columns:
            found[view.name] = _PARTIES.format("source")
    return found


def searched() -> frozenset[str]:
    """Every table and view that has a field to search."""
    return frozenset(elsewhere()) | {name for name, table in published().items() if table.search}


def without_empty_search(request: Any) -> None:
    """Drop a search in which there is no word: nothing was asked."""
    is_raw = request.args.get("_searchmode") == "raw"
    if "_search" in request.args and not is_raw and is_empty(request.args["_search"]):
        query = request.scope.get("query_string", b"").decode("latin-1")
        kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name != "_search"]
        request.scope = {**request.scope, "query_string": urlencode(kept).encode("latin-1")}


def search_filters(request: Any, table: str) -> FilterArguments | None:
    """The condition of a search that Datasette does not make itself; raises BadRequest for one that is too long."""
    typed = request.args.get("_search")
    if typed is None:
        return None
    if len(terms(typed)) > MOST_TERMS:
        raise refused(_TOO_MANY, most=str(MOST_TERMS))
    condition = elsewhere().get(table)
    if condition is None:
        return None
    return FilterArguments([condition], params={"search": typed}, human_descriptions=[f"“{typed}”"])
