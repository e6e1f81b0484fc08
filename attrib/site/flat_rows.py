"""The statements of any filter as one flat table: with article, source, claim and who disputes them.

/attrib/statements_flat.csv    .json    .jsonl    .parquet    with the parameters of the page `/attrib/statements`

The columns are those of the flat table in the downloads, behind the lasting address of each statement. CSV begins with
the mark by which Excel knows UTF-8, and no cell is one that a spreadsheet would run. What cannot be sent to its end
breaks off.
"""

import asyncio
import csv
import importlib.util
import io
import json
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from datasette.utils.asgi import NotFound

from attrib.publish.description import DATABASE_NAME
from attrib.publish.export.flat import flat_columns, flat_rows_sql
from attrib.publish.export.package import FLAT
from attrib.publish.export.parquet import COMPRESSION, ParquetTable, arrow_schema, batch
from attrib.publish.export.tables import FLAT_TITLE, harmless
from attrib.site.filtered import in_groups, keys
from attrib.store.dictionary import Column

PIECE = 256 * 1024
"""Characters or bytes that are sent at once."""
GROUP = 16_384
"""Rows of a Parquet file that belong together: a reader loads as many at a time."""
_MARK = "\ufeff"
_PERMALINK = Column(type="text", description="The lasting address of the statement's page.")
Cells = tuple[object, ...]


class _Csv:
    """Lines of a table."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = columns

    def begin(self) -> str:
        """The names of the columns, behind the mark of UTF-8."""
        return _MARK + _lines([self._columns])

    def group(self, rows: Iterable[Cells]) -> str:
        """The lines of some rows."""
        return _lines([harmless(cell) for cell in row] for row in rows)

    def end(self) -> str:
        """Nothing stands behind the last line."""
        return ""


def _lines(rows: Iterable[Sequence[object]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


class _JsonLines:
    """One object on each line."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = columns

    def begin(self) -> str:
        """Nothing stands before the first line."""
        return ""

    def group(self, rows: Iterable[Cells]) -> str:
        """The lines of some rows."""
        return "".join(f"{line}\n" for line in self.objects(rows))

    def objects(self, rows: Iterable[Cells]) -> Iterator[str]:
        """Each row as an object."""
        return (json.dumps(dict(zip(self._columns, row, strict=True)), ensure_ascii=False) for row in rows)

    def end(self) -> str:
        """Nothing stands behind the last line."""
        return ""


class _Json(_JsonLines):
    """One list of objects."""

    def __init__(self, columns: Sequence[str]) -> None:
        super().__init__(columns)
        self._before = "[\n"

    def group(self, rows: Iterable[Cells]) -> str:
        """Some rows, with what stands between them."""
        written = ""
        for line in self.objects(rows):
            written += self._before + line
            self._before = ",\n"
        return written

    def end(self) -> str:
        """The end of the list, and its beginning if there was no row."""
        return "[]\n" if self._before == "[\n" else "\n]\n"


class _Parquet:
    """Columns with their types, group by group."""

    def __init__(self, columns: Sequence[str]) -> None:
        from pyarrow.parquet import ParquetWriter

        described = [("permalink", _PERMALINK), *((column.name, column.shows) for column in flat_columns())]
        self._table = ParquetTable(f"{FLAT}.parquet", FLAT_TITLE, FLAT_TITLE, described, "")
        self._schema = arrow_schema(self._table)
        self._written = io.BytesIO()
        self._file = ParquetWriter(_Kept(self._written), self._schema, compression=COMPRESSION)
        self._rows: list[Cells] = []

    def begin(self) -> bytes:
        """The signs by which the file is known."""
        return self._taken()

    def group(self, rows: Iterable[Cells]) -> bytes:
        """A group of rows, once there are enough of them."""
        self._rows += rows
        return self._grouped() if len(self._rows) >= GROUP else b""

    def end(self) -> bytes:
        """The last group, and where each of them stands."""
        rest = self._grouped() if self._rows else b""
        self._file.close()
        return rest + self._taken()

    def _grouped(self) -> bytes:
        self._file.write_batch(batch(self._rows, self._table, self._schema))
        self._rows = []
        return self._taken()

    def _taken(self) -> bytes:
        found = self._written.getvalue()
        self._written.seek(0)
        self._written.truncate()
        return found


class _Kept(io.RawIOBase):
    """What Parquet writes to: it knows how much has gone through it, and hands everything on."""

    def __init__(self, target: io.BytesIO) -> None:
        self._target = target
        self._length = 0

    def writable(self) -> bool:
        """It is for writing."""
        return True

    def write(self, piece: Any) -> int:
        """Hand on a piece."""
        self._length += len(piece)
        return self._target.write(piece)

    def tell(self) -> int:
        """How much has gone through."""
        return self._length


class _Form(NamedTuple):
    """A way to write rows."""

    writer: Callable[[Sequence[str]], Any]
    kind: str
    needs: str | None = None


FORMS = MappingProxyType(
    {
        "csv": _Form(_Csv, "text/csv; charset=utf-8"),
        "json": _Form(_Json, "application/json; charset=utf-8"),
        "jsonl": _Form(_JsonLines, "application/x-ndjson; charset=utf-8"),
        "parquet": _Form(_Parquet, "application/vnd.apache.parquet", needs="pyarrow"),
    }
)
"""By the end of the address."""


def offered() -> list[str]:
    """The forms whose library is installed."""
    return [name for name, form in FORMS.items() if form.needs is None or importlib.util.find_spec(form.needs)]


class FlatAnswer:
    """All rows of a filter, on their way to a reader."""

    def __init__(self, datasette: Any, request: Any, found: Sequence[int]) -> None:
        self._datasette = datasette
        self._found = found
        self._form = request.url_vars["format"]
        self._is_head = request.method == "HEAD"
        base = datasette.absolute_url(request, datasette.urls.path("/")).rstrip("/")
        self._address = f"{base}/statement/"

    async def asgi_send(self, send: Any) -> None:
        """Send it; what goes wrong on the way is raised, so that nobody takes a part for the whole."""
        form = FORMS[self._form]
        headers = {
            "content-type": form.kind,
            "content-disposition": f'attachment; filename="statements.{self._form}"',
            "access-control-allow-origin": "*",
        }
        pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": pairs})
        if not self._is_head:
            await self._send_rows(form, send)
        await send({"type": "http.response.body", "body": b""})

    async def _send_rows(self, form: _Form, send: Any) -> None:
        columns = [column.name for column in flat_columns()]
        writer = form.writer(("permalink", *columns))
        place = columns.index("id")
        pieces = _Pieces(send, self._datasette.courtesy.step_back)
        await pieces.add(writer.begin())
        async for rows in in_groups(self._datasette, flat_rows_sql(), self._found):
            linked = [(self._address + str(row[place]), *row) for row in rows]
            await pieces.add(await asyncio.to_thread(writer.group, linked))
        await pieces.add(await asyncio.to_thread(writer.end))
        await pieces.flush()


class _Pieces:
    """Collects what is written, and sends it on once it is enough, after the pages that are being made."""

    def __init__(self, send: Any, step_back: Callable[[], Awaitable[None]]) -> None:
        self._send = send
        self._step_back = step_back
        self._collected = bytearray()

    async def add(self, written: str | bytes) -> None:
        """Take what was written."""
        self._collected += written if isinstance(written, bytes) else written.encode("utf-8", "surrogatepass")
        if len(self._collected) >= PIECE:
            await self.flush()

    async def flush(self) -> None:
        """Send what was collected."""
        await self._step_back()
        body, self._collected = bytes(self._collected), bytearray()
        await self._send({"type": "http.response.body", "body": body, "more_body": True})


async def flat(request: Any, datasette: Any) -> FlatAnswer:
    """The rows of the filter; raises NotFound for a form that cannot be written here, BadRequest for a wrong filter."""
    if request.url_vars["format"] not in offered():
        raise NotFound("This form cannot be written here.")
    return FlatAnswer(datasette, request, await keys(datasette, request))


FLAT_ROUTE = rf"^/{DATABASE_NAME}/{FLAT}\.(?P<format>{'|'.join(FORMS)})$"
