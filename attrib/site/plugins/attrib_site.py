"""The hooks by which Datasette shows our pages; loaded by `attrib serve` from this folder."""

# mypy: disable-error-code="untyped-decorator"

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup

from attrib.description import DATABASE_NAME
from attrib.pages import (
    badge,
    document_page,
    home_page,
    marked_context,
    source_page,
    statement_key,
    statement_page,
    web_address,
)

_CONTENT_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Datasette's own pages need inline scripts and styles; nothing comes from another place."""

_HEADERS = {
    b"content-security-policy": _CONTENT_POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
}
_HIDDEN_PAGES = ("/-/threads", "/-/messages", "/-/allow-debug", "/-/patterns", "/-/databases")
"""Pages that show the inside of the server (paths of files, running queries) and nothing of the data."""
_BADGES = frozenset({"status", "status_in_document", "verdict"})
_VIEWS_WITH_STATEMENTS = frozenset({"attributed", "disputed", "unconfirmed", "unnamed"})


@hookimpl
def extra_css_urls() -> list[str]:
    """Our style sheet, after Datasette's."""
    return ["/assets/attrib.css"]


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """`badge` shows a status as sign, colour and word; `web_address` lets only addresses of the web through."""
    env.globals["badge"] = badge
    env.filters["web_address"] = web_address


@hookimpl
def extra_template_vars(
    view_name: str | None, table: str | None, request: Any, datasette: Any
) -> Callable[[], Awaitable[dict[str, Any]]]:
    """`page`: what the home page and the pages of statements, sources and documents show."""

    async def inner() -> dict[str, Any]:
        if DATABASE_NAME not in datasette.databases:
            return {}
        db = datasette.get_database(DATABASE_NAME)
        if view_name == "index":
            return {"page": await home_page(db)}
        if view_name != "row" or request is None:
            return {}
        key = request.url_vars["pks"]
        if table == "statements":
            return {"page": await statement_page(db, key)}
        if table == "sources":
            return {"page": await source_page(db, key)}
        if table == "documents":
            return {"page": await document_page(db, key, address=datasette.urls.table(DATABASE_NAME, "statements"))}
        return {}

    return inner


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, datasette: Any) -> Markup | None:
    """Statuses as badges, the statement marked in its sentence, ids of statements in views as links."""
    names = set(row.keys())
    if column in _BADGES and value:
        code, name = (value["value"], value["label"]) if isinstance(value, dict) else (value, None)
        return badge(code, name)
    if column == "context" and {"spans", "context_start"} <= names:
        return marked_context(row)
    if table in _VIEWS_WITH_STATEMENTS and column == "statement" and value:
        return Markup('<a href="{}">{}</a>').format(datasette.urls.path(f"/statement/{value}"), value)
    if table == "by_source" and column == "source" and value:
        return Markup('<a href="{}">{}</a>').format(datasette.urls.row(DATABASE_NAME, "sources", value), value)
    return None


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """`/statement/<id>` stays the same over all builds."""

    async def statement(request: Any, datasette: Any) -> Response:
        found = await statement_key(datasette.get_database(DATABASE_NAME), request.url_vars["id"])
        if found is None:
            raise NotFound("There is no statement with this id in this database.")
        return Response.redirect(datasette.urls.row(DATABASE_NAME, "statements", str(found)))

    return [(r"^/statement/(?P<id>[A-Za-z0-9_-]+)$", statement)]


@hookimpl
def asgi_wrapper() -> Callable[[Any], Any]:
    """Refuse paths with a backslash (Datasette 0.65 would redirect to another host) and send security headers."""

    def wrap(app: Any) -> Any:
        async def wrapped(scope: Any, receive: Any, send: Any) -> None:
            async def send_with_headers(message: Any) -> None:
                if message["type"] == "http.response.start":
                    kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in _HEADERS]
                    message = {**message, "headers": [*kept, *_HEADERS.items()]}
                await send(message)

            if scope["type"] != "http":
                await app(scope, receive, send)
            elif scope["path"].startswith(_HIDDEN_PAGES):
                await Response.text("Not found.", status=404).asgi_send(send_with_headers)
            elif "\\" in scope["path"] or b"%5c" in scope.get("raw_path", b"").lower():
                refusal = Response.text("A path may not contain a backslash.", status=400)
                await refusal.asgi_send(send_with_headers)
            else:
                await app(scope, receive, send_with_headers)

        return wrapped

    return wrap
