"""The hooks by which Datasette searches as we do; loaded by `attrib serve` from this folder."""

# mypy: disable-error-code="untyped-decorator"

import sqlite3
from typing import Any

from datasette import hookimpl
from datasette.filters import FilterArguments

from attrib.publish.description import DATABASE_NAME
from attrib.site.ordering import with_steady_order
from attrib.site.search import search_filters, searched, without_empty_search
from attrib.store.search_query import fts_query


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    """The function by which Datasette, and readers in SQL, make a query of what somebody typed."""
    conn.create_function("escape_fts", 1, fts_query, deterministic=True)


@hookimpl
def filters_from_request(request: Any, table: str, database: str) -> FilterArguments | None:
    """Search in views and parties; everywhere an empty search is none, and a sorted table has each row once."""
    if database != DATABASE_NAME:
        return None
    without_empty_search(request)
    with_steady_order(request, table)
    return search_filters(request, table)


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """Which tables and views have a field to search."""
    env.globals["searched"] = searched()
