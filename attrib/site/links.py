"""Addresses of the site's pages; a language that the reader chose goes along, for the site sets no cookies."""

from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from datasette.utils import tilde_encode

from attrib.publish.description import DATABASE_NAME
from attrib.site.filtered import NOT_FILTERS
from attrib.site.wording import reader


class Links(NamedTuple):
    """What templates call `to`: where a page, a table or a file of the site is."""

    urls: Any
    """Datasette's own `urls`, which knows below which path the site is."""

    def path(self, path: str, **query: object) -> str:
        """A path of the site with its query; None leaves a parameter out."""
        words = reader.get()
        asked = {"_lang": words.language if words.is_chosen else None, **query}
        pairs = [(name, str(value)) for name, value in asked.items() if value is not None]
        return str(self.urls.path(path)) + (f"?{urlencode(pairs)}" if pairs else "")

    def page(self, kind: str, key: str | None = None, **query: object) -> str:
        """The page of one thing, such as `/statement/<id>`, or a page by its name."""
        return self.path(f"/{kind}" if key is None else f"/{kind}/{quote(key, safe='')}", **query)

    def table(self, name: str, **query: object) -> str:
        """A table or view, filtered."""
        return self.path(f"/{DATABASE_NAME}/{name}", **query)

    def credited(self) -> str:
        """The statements that somebody is credited with or that are hearsay, the newest first."""
        return self.table("statements", status__not="asserted", _sort_desc="date")

    def filters(self, request: Any) -> list[tuple[str, str]]:
        """What the address of a table asks of its rows, and how it sorts them."""
        asked = request.args
        return [(name, value) for name in asked for value in asked.getlist(name) if name not in NOT_FILTERS]

    def rows(self, name: str, request: Any) -> str:
        """Something else made from the rows that the page of the statements shows: all of them, in its order."""
        kept = self.filters(request)
        return self.file(f"/{DATABASE_NAME}/{name}") + (f"?{urlencode(kept)}" if kept else "")

    def feed(self, name: str, request: Any) -> str:
        """The newest of these rows, in the reader's language."""
        words = reader.get()
        kept = [(name, value) for name, value in self.filters(request) if not name.startswith("_sort")]
        kept += [("_lang", words.language)] if words.is_chosen else []
        return self.file(f"/{DATABASE_NAME}/{name}") + (f"?{urlencode(kept)}" if kept else "")

    def row(self, table: str, key: str) -> str:
        """One row of a table, by its key as Datasette writes it."""
        return self.path(f"/{DATABASE_NAME}/{table}/{tilde_encode(key)}")

    def file(self, path: str) -> str:
        """A file, which has no language."""
        return str(self.urls.path(path))

    def here(self, request: Any) -> str:
        """The path of the page at hand."""
        return str(self.urls.path(request.scope.get("route_path") or request.path))

    def in_language(self, request: Any, language: str) -> str:
        """The page at hand in another language."""
        asked = request.args
        kept = [(name, value) for name in asked for value in asked.getlist(name) if name != "_lang"]
        return f"{self.here(request)}?{urlencode([*kept, ('_lang', language)])}"
