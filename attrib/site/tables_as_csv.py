"""Tables and queries as CSV: all rows in large pieces, no cell that a spreadsheet would run.

Datasette sends row by row, writes what goes wrong between the rows as if it were one, and asks for 25 rows at a time. A
table that cannot be sent to its end breaks off here, so that nobody takes a part for the whole.
"""

import io
from contextlib import suppress
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils import CustomRow
from datasette.utils.asgi import AsgiStream
from datasette.views.base import DataView
from datasette.views.database import DatabaseView
from datasette.views.table import TableView

from attrib.publish.description import DATABASE_NAME
from attrib.publish.export.tables import harmless
from attrib.site.gate import Courtesy

PIECE = 256 * 1024
"""Characters that are sent at once."""
ROWS = 250
"""Rows that are asked for at once, where all are wanted; between them, pages get their turn."""
AGAIN = 3
"""How often rows are asked for again."""


def csv_routes(site: Any) -> list[tuple[str, Any]]:
    """The addresses of CSV, before those of Datasette; `site` is the Datasette application."""
    query, table = _QueryAsCsv.as_view(site), _TableAsCsv.as_view(site)
    return [
        (rf"^/(?P<database>{DATABASE_NAME})\.(?P<format>csv)$", query),
        (rf"^/(?P<database>{DATABASE_NAME})/(?P<table>[^/.]+)\.(?P<format>csv)$", table),
    ]


class _AsCsv(DataView):  # type: ignore[misc]
    """A view of Datasette's as CSV."""

    async def data(self, request: Any, *args: Any, **options: Any) -> Any:
        """What Datasette finds, each cell so that no spreadsheet takes it for a formula."""
        if request.args.get("_stream"):
            options["_size"] = ROWS
        found = await self._found(request, *args, **options)
        if isinstance(found, tuple) and "rows" in found[0]:
            found[0]["rows"] = [_harmless_row(found[0]["columns"], row) for row in found[0]["rows"]]
        return found

    async def _found(self, request: Any, *args: Any, **options: Any) -> Any:
        """As Datasette; a page in the middle of a table that took too long on a busy server is asked for again."""
        for _ in range(AGAIN if "_next" in options else 0):
            with suppress(QueryInterrupted):
                return await super().data(request, *args, **options)
        return await super().data(request, *args, **options)

    async def as_csv(self, request: Any, database: str) -> Any:
        """The answer; its body is written when it is sent."""
        answer = await super().as_csv(request, database)
        if not isinstance(answer, AsgiStream):
            return answer
        is_head, write_rows = request.method == "HEAD", answer.stream_fn
        name = request.url_vars.get("table") or database

        async def in_pieces(writer: Any) -> None:
            """Write all rows; raises what kept them from being written."""
            if is_head:
                return
            pieces = _Pieces(writer, self.ds.courtesy)
            await write_rows(pieces)
            await pieces.flush()

        headers = {**answer.headers, "content-disposition": f'attachment; filename="{name}.csv"'}
        return AsgiStream(in_pieces, headers=headers, content_type="text/csv; charset=utf-8")


class BrokenTableError(Exception):
    """A table could not be sent to its end."""


class _Pieces:
    """Collects rows, and sends them on once there are enough of them."""

    def __init__(self, writer: Any, courtesy: Courtesy) -> None:
        self._writer = writer
        self._courtesy = courtesy
        self._collected = io.StringIO()
        self._is_broken = False

    async def write(self, row: str | bytes) -> None:
        """Take one row. Raises BrokenTableError for what is none: Datasette writes errors in their place."""
        text = row if isinstance(row, str) else row.decode()
        if self._is_broken or (text and not text.endswith("\r\n")):
            raise BrokenTableError(text)
        self._collected.write(text)
        if self._collected.tell() >= PIECE:
            await self.flush()

    async def flush(self) -> None:
        """Send what was collected, after the pages that are being made."""
        await self._courtesy.step_back()
        self._is_broken = True
        await self._writer.write(self._collected.getvalue())
        self._is_broken = False
        self._collected = io.StringIO()


class _QueryAsCsv(_AsCsv, DatabaseView):  # type: ignore[misc]
    """The answer to SQL of the reader's own."""


class _TableAsCsv(_AsCsv, TableView):  # type: ignore[misc]
    """A table or view."""


def _harmless_row(columns: list[str], row: Any) -> Any:
    """As Datasette wants it: bytes are links to them, for which it looks up keys by their names."""
    if any(isinstance(cell, bytes) for cell in row):
        return CustomRow(columns, zip(columns, map(_harmless_cell, row), strict=True))
    return [_harmless_cell(cell) for cell in row]


def _harmless_cell(cell: Any) -> Any:
    if isinstance(cell, dict):
        return {key: harmless(value) for key, value in cell.items()}
    return harmless(cell)
