"""The hooks by which Datasette shows our pages; loaded by `attrib serve` from this folder."""

# mypy: disable-error-code="untyped-decorator"

import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from datasette import hookimpl
from datasette.filters import FilterArguments
from markupsafe import Markup

from attrib.publish.description import DATABASE_NAME
from attrib.site.appearance import badge, icon, marked_context, sign, web_address, with_visible_controls
from attrib.site.charts import quantity
from attrib.site.crawlers import Crawlers
from attrib.site.disputers import called_here, called_in, disputers_of_page
from attrib.site.facets import CountedFacet
from attrib.site.failure import error_response
from attrib.site.feeds import FEED_ROUTES
from attrib.site.filters import row_filters
from attrib.site.flat_rows import FLAT_ROUTE, flat, offered
from attrib.site.forms import column_descriptions, column_options, comparison_options
from attrib.site.hits import looked_for
from attrib.site.links import Links
from attrib.site.parameters import check_parameters
from attrib.site.protection import protected
from attrib.site.questions import outline, questions
from attrib.site.refusal import unheeded
from attrib.site.reporting import reports
from attrib.site.request import parameters
from attrib.site.routes import ROUTES, unknown_ending
from attrib.site.rule_words import compared_with, in_words
from attrib.site.tables_as_csv import csv_routes
from attrib.site.typed import with_typed_values
from attrib.site.versions import differences
from attrib.site.wording import ReadersWords, reader, words_for

_BADGES = {"status": "status", "status_in_document": "status", "verdict": "verdict"}
_LINKED = {"statement": "statement", "earlier_statement": "statement", "later_statement": "statement", "claim": "claim"}
"""Columns of views that hold the id of something with a page."""


@hookimpl
def extra_css_urls(datasette: Any) -> list[str]:
    """Our style sheet, after Datasette's."""
    return ["/assets/attrib.css"]


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """What every template may use; `_` are the words in the reader's language, `to` the addresses of our pages."""
    env.globals |= {
        "_": ReadersWords(),
        "to": Links(datasette.urls),
        "contact": datasette.metadata("contact"),
        "reports": partial(reports, datasette.metadata("contact")),
        "badge": badge,
        "icon": icon,
        "sign": sign,
        "quantity": quantity,
        "disputers": disputers_of_page(datasette),
        "called_here": called_here(datasette),
        "called_in": called_in(datasette),
        "differences": differences,
        "questions": questions,
        "outline": outline,
        "flat_forms": offered(),
        "column_options": column_options,
        "comparison_options": comparison_options,
        "column_descriptions": column_descriptions,
    }
    env.filters |= {
        "web_address": web_address,
        "listed": json.loads,
        "compared_with": compared_with,
        "in_words": in_words,
    }
    env.finalize = with_visible_controls


@hookimpl
def extra_template_vars(request: Any, view_name: str) -> dict[str, Any]:
    """What the page of all tables does not heed, as for pages of ours; with SQL, parameters are values in it."""
    is_list = view_name == "database" and request is not None and "sql" not in request.args
    return {"unheeded": unheeded(request.args, ("_show_hidden",))} if is_list else {}


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, datasette: Any) -> Markup | None:
    """Statuses as badges, rules in words, the statement marked in its sentence, ids of statements in views as links."""
    if column in _BADGES and value:
        code = value["value"] if isinstance(value, dict) else value
        return badge(code, reader.get().term(_BADGES[column], code))
    if column == "rule" and isinstance(value, dict):
        address, found = Links(datasette.urls).row("rules", value["value"]), reader.get().text(value["label"])
        return Markup('<a href="{}">{}</a>').format(address, found)
    if column == "context" and {"spans", "context_start"} <= set(row.keys()):
        return marked_context(row)
    kind = "source" if (table, column) == ("by_source", "source") else _LINKED.get(column)
    if kind is not None and isinstance(value, str):
        return Markup('<a href="{}">{}</a>').format(datasette.urls.path(f"/{kind}/{value}"), value)
    return None


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """The addresses of our own pages, of files, and of tables as CSV."""
    return [(FLAT_ROUTE, flat), *FEED_ROUTES, *csv_routes(datasette), *ROUTES, unknown_ending(datasette.renderers)]


@hookimpl
def register_facet_classes() -> list[type[CountedFacet]]:
    """Facets from counts made beforehand."""
    return [CountedFacet]


@hookimpl
def filters_from_request(
    request: Any, table: str, database: str, datasette: Any
) -> Callable[[], Awaitable[FilterArguments]] | None:
    """Dates, numbers and institutions as filters of the table of statements; what no table understands is refused."""

    async def inner() -> FilterArguments:
        return await row_filters(request, table, datasette)

    return inner if database == DATABASE_NAME else None


@hookimpl(specname="filters_from_request")
def checked_parameters(request: Any, database: str, table: str, datasette: Any) -> Callable[[], Awaitable[None]]:
    """Before Datasette sees them."""

    async def inner() -> None:
        await check_parameters(datasette, database, table, request.args)

    return inner


@hookimpl
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Callable[[], Awaitable[Any]]:
    """Errors as pages of ours."""

    async def inner() -> Any:
        return await error_response(datasette, request, exception)

    return inner


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Everything that stands between the network and the site."""
    database = datasette.databases.get(DATABASE_NAME)
    state = str(database.hash) if database is not None else ""

    def wrap(app: Any) -> Any:
        """The app as readers meet it."""

        async def in_the_readers_language(scope: Any, receive: Any, send: Any) -> None:
            """Chooses the words before the page is made."""
            if scope["type"] == "http":
                reader.set(words_for(scope))
                looked_for.set(next((value for name, value in parameters(scope) if name == "_search"), ""))
                scope = with_typed_values(scope, base_path)
            await app(scope, receive, send)

        base_path, courtesy = datasette.setting("base_url"), getattr(datasette, "courtesy", None)
        crawlers: Crawlers = getattr(datasette, "crawlers", "pages")
        return protected(
            in_the_readers_language, state=state, base_path=base_path, courtesy=courtesy, crawlers=crawlers
        )

    return wrap
