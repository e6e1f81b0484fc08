"""The page of the table of statements, without what Datasette makes for it in vain.

Our template shows six columns and makes their cells itself; Datasette would make the cells of all columns, which takes
as long as the rest of the page. What the template would have to wait for is found before, so that it is drawn at once.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar
from typing import Any

from datasette.views import table
from datasette.views.table import TableView

from attrib.publish.description import DATABASE_NAME
from attrib.site.appearance import with_marks
from attrib.site.disputers import asked_with_disputers, called_here
from attrib.site.drawing import COMPLETE
from attrib.site.queries import Ask, Row, together

_OF_DATASETTE = table.display_columns_and_rows
_makes_its_cells: ContextVar[bool] = ContextVar("makes_its_cells", default=False)
"""Whether the template makes the cells of the page at hand."""
_CHOSEN = ("_col", "_nocol")
"""Parameters by which a reader chooses columns, which are shown as those of any table."""
_BY_PARTY = ("_said_by", "_stand_by")


async def _columns_and_rows(
    datasette: Any, database_name: str, table_name: str, description: Any, rows: Sequence[Any], **options: Any
) -> tuple[Any, Any]:
    """As Datasette's; the rows without cells where the template makes them."""
    if not _makes_its_cells.get():
        found: tuple[Any, Any] = await _OF_DATASETTE(datasette, database_name, table_name, description, rows, **options)
        return found
    columns, _ = await _OF_DATASETTE(datasette, database_name, table_name, description, [], **options)
    return columns, rows


def replace_datasettes_cells() -> None:
    """Datasette has no hook for the rows of a page."""
    table.display_columns_and_rows = _columns_and_rows


class StatementsPage(TableView):  # type: ignore[misc]
    """The table of statements as a page."""

    async def get(self, request: Any) -> Any:
        """The answer."""
        before = _makes_its_cells.set(not any(name in request.args for name in _CHOSEN))
        try:
            return await super().get(request)
        finally:
            _makes_its_cells.reset(before)

    async def data(self, request: Any, default_labels: bool = False, **options: Any) -> Any:
        """What is shown; the page itself looks up what its codes mean."""
        is_labelled = default_labels and not _makes_its_cells.get()
        return await super().data(request, default_labels=is_labelled, **options)

    async def render(self, templates: Any, request: Any, context: dict[str, Any] | None = None) -> Any:
        """The page, with all that its template asks for at hand."""
        if context and _makes_its_cells.get():
            context |= await self._at_hand(request, context)
        return await super().render(templates, request, context)

    async def _at_hand(self, request: Any, context: Mapping[str, Any]) -> dict[str, Any]:
        plain = [{column: _code(value) for column, value in _pairs(row)} for row in context["display_rows"]]
        called = {pair: await called_here(self.ds)(pair[0], [pair[1]]) for pair in _asked_for(request, context)}
        return {
            COMPLETE: True,
            "display_rows": with_marks(
                await together(self.ds.get_database(DATABASE_NAME), lambda ask: _shown(ask, plain))
            ),
            "called_here": lambda column, values: called[column, values[0]],
        }


def _shown(ask: Ask, statements: list[Row]) -> list[Row]:
    """The rows, each with its article, the name of its source, and who disputes it."""
    sources = sorted({row["source"] for row in statements} - {None})
    documents = sorted({row["document"] for row in statements})
    names = {row["id"]: row["name"] for row in ask("names_of", keys=json.dumps(sources))}
    articles = {row["pk"]: row for row in ask("articles_of", keys=json.dumps(documents))}
    return [
        {**row, "article": articles[row["document"]], "source_name": names.get(row["source"])}
        for row in asked_with_disputers(ask, statements)
    ]


def _pairs(row: Any) -> Iterator[tuple[str, Any]]:
    """Columns and values of a row as Datasette has it."""
    return zip(row.keys(), row, strict=True)


def _code(value: Any) -> Any:
    """A value that refers to another table, which Datasette hands over with what it is called there."""
    return value["value"] if isinstance(value, dict) else value


def _asked_for(request: Any, context: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The columns and values whose names the page tells as what it was asked for."""
    for column, lookup, value in context["filters"].selections():
        if lookup == "exact":
            yield column, value
    for name in _BY_PARTY:
        if request.args.get(name):
            yield "source", request.args[name]
