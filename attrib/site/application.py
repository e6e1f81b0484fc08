"""Datasette as this site needs it: with limits on its database, and sure of its own address.

Datasette 0.65 takes the host of its links from the request, which anybody can write, and writes the base path twice
where a proxy leaves it in the path (https://github.com/simonw/datasette/issues/2105).
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from datasette.app import Datasette

from attrib.errors import DatabaseError
from attrib.publish.description import DATABASE_NAME
from attrib.site.crawlers import Crawlers
from attrib.site.database import PublishedDatabase
from attrib.site.drawing import draw_at_once
from attrib.site.gate import Courtesy
from attrib.site.protection import THREADS
from attrib.store.dictionary import published

View = Callable[[Any, Any], Awaitable[Any]]

_MOST_PERMISSIONS = 1_000
"""Answers that are kept; readers can ask for tables that are not there."""
_OWN_MACHINE = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?")
_BASE_PATH = re.compile(r"/(?:[\w.~-]+/)*")


class Address(NamedTuple):
    """Where readers reach the site."""

    origin: str | None
    """Such as https://attrib.example.org; None if nobody said."""
    path: str
    """The path below which the site is, with a slash at both ends."""

    @classmethod
    def of(cls, public_url: str | None, base_path: str | None) -> "Address":
        """From what was given on the command line. Raises DatabaseError for what is no address."""
        parts = urlsplit(public_url or "")
        if public_url is not None and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query):
            raise DatabaseError(
                f"{public_url!r} is no address of a site. Give one such as https://attrib.example.org/.",
                seen=public_url,
            )
        named = parts.path.rstrip("/") + "/" if parts.path.strip("/") else None
        path = base_path or named or "/"
        if not _BASE_PATH.fullmatch(path):
            raise DatabaseError(
                f"{path!r} is no base path. It begins and ends with a slash, such as /attrib/.", seen=path
            )
        if named not in (None, path):
            raise DatabaseError(
                f"The address {public_url} and the base path {path} do not go together. Give the path once.",
                seen=(public_url, base_path),
            )
        return cls(f"{parts.scheme}://{parts.netloc}" if public_url else None, path)


class Site(Datasette):  # type: ignore[misc]
    """The Datasette application over one published database."""

    def __init__(self, database: Path, *, address: Address, crawlers: Crawlers = "pages", **options: Any) -> None:
        super().__init__(immutables=[str(database)], **options)
        self.address = address
        self.crawlers = crawlers
        self.courtesy = Courtesy()
        self.remove_database(DATABASE_NAME)
        self.add_database(PublishedDatabase(self, database, threads=THREADS), name=DATABASE_NAME)
        self.jinja_env.auto_reload = False
        draw_at_once(self.jinja_env)
        self._permissions: dict[tuple[str, Any, Any], bool | None] = {}
        self._knows_schemas = False

    async def refresh_schemas(self) -> None:
        """Look which tables there are: once, for the file never changes."""
        if not self._knows_schemas:
            await super().refresh_schemas()
            self._knows_schemas = True

    async def permission_allowed(
        self, actor: Any, action: str, resource: Any = None, default: bool | None = False
    ) -> bool | None:
        """Whether this may be seen. Nobody is known here, so the answer to a question is the same each time."""
        key = (action, resource, default)
        if actor is not None or (key not in self._permissions and len(self._permissions) >= _MOST_PERMISSIONS):
            return _permitted(await super().permission_allowed(actor, action, resource=resource, default=default))
        if key not in self._permissions:
            found = await super().permission_allowed(actor, action, resource=resource, default=default)
            self._permissions[key] = _permitted(found)
        return self._permissions[key]

    async def expand_foreign_keys(
        self, database: str, table: str, column: str, values: Iterable[Any]
    ) -> Mapping[tuple[str, Any], str]:
        """What the values of a column that refers to another table are called there, by column and value."""
        vocabulary = _vocabulary(table, column)
        if vocabulary is None:
            found: Mapping[tuple[str, Any], str] = await super().expand_foreign_keys(database, table, column, values)
            return found
        labels = await self.get_database(database).labels(vocabulary)
        return {(column, value): labels[value] for value in values if value in labels}

    def absolute_url(self, request: Any, path: str) -> str:
        """The whole address of a path, where the site knows its own; else the path, which a browser completes."""
        if self.address.origin is not None:
            return f"{self.address.origin}{path}"
        known = _OWN_MACHINE.fullmatch(request.host)
        return f"{request.scheme}://{request.host}{path}" if known else str(path)

    def _routes(self) -> list[tuple[Any, View]]:
        """Datasette's and ours, each of which sees the path below the base path."""
        return [(pattern, _below_base_path(view)) for pattern, view in super()._routes()]


def _permitted(found: Any) -> bool | None:
    return None if found is None else bool(found)


def _vocabulary(table: str, column: str) -> str | None:
    """The table of the values of a column, if it is one of the small ones that only explain codes."""
    known = published().get(table)
    named = None if known is None or column not in known.columns else known.columns[column].references
    return named if named is not None and published()[named].lookup else None


def _below_base_path(view: View) -> View:
    """The view, for which the path begins below the base path: the addresses that it makes have it put before them."""

    @wraps(view)
    async def below(request: Any, send: Any) -> Any:
        """As the view; what goes on after a failure sees the request as it came."""
        whole = request.scope
        if "route_path" not in whole:
            return await view(request, send)
        request.scope = {**whole, "raw_path": whole["route_path"].encode("latin-1")}
        try:
            return await view(request, send)
        except BaseException:
            request.scope = whole
            raise

    return below
