"""The statements of any filter as one flat table, in every form, whole and harmless."""

import asyncio
import csv
import io
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from attrib.publish.export.flat import flat_columns
from attrib.site import filtered, flat_rows
from attrib.site.flat_rows import FORMS
from attrib.site.protection import WHOLE_TABLES
from attrib.site.serve import site
from tests.site.conftest import Answer, end

Ask = Callable[..., Awaitable[Answer]]
Row = dict[str, Any]


async def taken(client: Any, form: str, query: str = "") -> list[Row]:
    """The rows that a form holds, empty cells as None."""
    answer = await client.get(f"/attrib/statements_flat.{form}?{query}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"] == f'attachment; filename="statements.{form}"'
    assert answer.headers["content-type"] == FORMS[form].kind
    if form == "csv":
        rows = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
        return [{name: cell or None for name, cell in row.items()} for row in rows]
    if form == "jsonl":
        return [json.loads(line) for line in answer.text.splitlines()]
    if form == "json":
        listed: list[Row] = answer.json()
        return listed
    return pyarrow.parquet.read_table(io.BytesIO(answer.content)).to_pylist()  # type: ignore[no-any-return]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "query", ["", "status=disputed", "_search=Austin&_sort_desc=date", "_from=2024-10-20&_said_by=nis", "exact=nobody"]
)
async def test_every_filter_in_every_form(client: Any, form: str, query: str) -> None:
    """The same statements as the page of the table has, in its order, nothing but the statements."""
    wanted = (await client.get(f"/attrib/statements.json?{query}&_shape=array&_size=max")).json()
    rows = await taken(client, form, query)
    assert [row["id"] for row in rows] == [row["id"] for row in wanted]
    for row, known in zip(rows, wanted, strict=True):
        assert set(row) >= {"permalink", *(column.name for column in flat_columns())}
        assert row["permalink"].endswith(f"/statement/{known['id']}")
        assert row["exact"] in (known["exact"], f"'{known['exact']}")
        assert (row["status"], row["document_publisher"]) == (known["status"], known["publisher"])


async def test_who_disputes_it_stands_beside_it(client: Any) -> None:
    """With name and id; where nobody does, nothing does."""
    (row,) = await taken(client, "json", "id=a-claim")
    assert (row["disputed_by"], row["disputed_by_ids"]) == ("Dmitri Peskow", "dmitri-peskow")
    for other in await taken(client, "json", "status=claimed"):
        assert other["disputed_by"] is None


async def test_csv_opens_in_excel(client: Any) -> None:
    """It begins with the mark of UTF-8, once."""
    content = (await client.get("/attrib/statements_flat.csv")).content
    assert content.startswith(b"\xef\xbb\xbfpermalink,id,")
    assert content.count(b"\xef\xbb\xbf") == 1


async def test_what_may_not_be_shown_is_not_there(client: Any) -> None:
    """A form is made from the published copy."""
    rows = await taken(client, "json", "_sort=pk")
    withheld = [row for row in rows if row["document_rights"] == "none"]
    assert withheld
    assert {row["exact"] for row in withheld} == {None}


@pytest.mark.parametrize(
    ("query", "told"),
    [("_sort=nonsense", "no column"), ("colour=red", "no column and no filter"), ("_from=32.13.2024", "is no date")],
)
async def test_wrong_filters_are_told(client: Any, query: str, told: str) -> None:
    """As on the page of the table."""
    answer = await client.get(f"/attrib/statements_flat.json?{query}")
    assert answer.status_code == 400
    assert told in answer.json()["error"]


async def test_forms_are_known(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another one is no page; Parquet is offered only where it can be written."""
    assert (await client.get("/attrib/statements_flat.xlsx")).status_code == 404
    assert "statements_flat.parquet" in (await client.get("/attrib/statements?status=claimed")).text
    monkeypatch.setattr("importlib.util.find_spec", lambda name, package=None: None)
    assert (await client.get("/attrib/statements_flat.parquet")).status_code == 404


async def test_the_page_leads_there_with_its_filter(client: Any) -> None:
    """And without what only changes the page."""
    text = (await client.get("/attrib/statements?status=claimed&_size=5&_lang=de&_sort_desc=date")).text
    assert 'href="/attrib/statements_flat.csv?status=claimed&amp;_sort_desc=date"' in text


async def test_rows_come_in_large_pieces(dist: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few are read at a time, and in however many groups Parquet has them."""
    datasette = site(dist)
    app = datasette.app()
    for form in FORMS:
        whole = await ask(app, f"/attrib/statements_flat.{form}")
        assert len([piece for piece in whole.pieces if piece]) == 1
        with monkeypatch.context() as patched:
            patched.setattr(filtered, "ROWS", 3)
            patched.setattr(flat_rows, "PIECE", 1000)
            patched.setattr(flat_rows, "GROUP", 4)
            parts = await ask(app, f"/attrib/statements_flat.{form}")
        assert len([piece for piece in parts.pieces if piece]) >= 3
        if form == "parquet":
            tables = [pyarrow.parquet.read_table(io.BytesIO(each.body)) for each in (whole, parts)]
            assert tables[0].equals(tables[1])
        else:
            assert parts.body == whole.body
        head = await ask(app, f"/attrib/statements_flat.{form}", method="HEAD")
        assert (head.status, head.body) == (200, b"")
    end(datasette)


async def test_a_form_that_fails_breaks_off(dist: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is never finished."""
    monkeypatch.setattr(filtered, "ROWS", 3)
    monkeypatch.setattr(flat_rows, "PIECE", 100)
    datasette = site(dist)
    number, write = 0, flat_rows._Csv.group

    def failing(self: Any, rows: Any) -> str:
        nonlocal number
        number += 1
        if number > 2:
            raise RuntimeError("no more")
        return write(self, rows)

    monkeypatch.setattr(flat_rows._Csv, "group", failing)
    sent: list[Any] = []

    async def receive() -> Row:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    path = "/attrib/statements_flat.csv"
    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b""}
    scope |= {"scheme": "http", "http_version": "1.1", "client": ("192.0.2.1", 1), "headers": [(b"host", b"localhost")]}
    await datasette.app()(scope, receive, send)
    assert sent[-1].get("more_body") is True
    end(datasette)


async def test_they_wait_for_each_other(dist: Path, ask: Ask) -> None:
    """As whole tables do: who is one too many is told to come back."""
    datasette = site(dist)
    app = datasette.app()
    asked = [ask(app, "/attrib/statements_flat.json", client=f"192.0.2.{n}") for n in range(20)]
    statuses = [answer.status for answer in await asyncio.gather(*asked)]
    assert statuses.count(429) == 20 - WHOLE_TABLES.running - WHOLE_TABLES.waiting
    end(datasette)
