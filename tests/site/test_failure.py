"""Errors are told to readers, quickly, and not to the log."""

import html
import logging
import sqlite3
import statistics
from contextlib import closing
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from datasette.plugins import pm

from attrib.site.failure import place_of
from attrib.site.serve import site
from attrib.site.typed import codes_of
from attrib.store.dictionary import published
from attrib.store.tables import views
from tests.site.conftest import end

_PARAMETERS = [
    "_sort=nope",
    "_sort=status&_sort_desc=status",
    "_through={bad",
    "_through=1",
    "_through={}",
    "pk__in=[1,2",
    "level__in=[[1]]",
    "_timelimit=x",
    "_size=-3",
    "_size=nope",
    "_col=nope",
    "_facet=nope",
    "_facet_counted=nope",
    "_facet_array=exact",
    "_facet_date=status",
    "_search_nope=1",
    "_where=1=",
    "exact__arraycontains=1",
]


@pytest.mark.parametrize(
    "path",
    [
        *(f"/attrib/statements?{query}" for query in _PARAMETERS),
        "/attrib/statements.json?_shape=nope",
        "/attrib/statements.json?_json_infinity=nope",
        "/attrib/by_source?_next=abc",
        "/attrib/statement_sources/1",
        "/attrib/statements.csv?_stream=on&_next=1",
        "/attrib/statements_fts_data/1.blob",
    ],
)
async def test_wrong_parameters_are_told(client: Any, path: str) -> None:
    """With 400, a sentence, and our headers."""
    answer = await client.get(path)
    assert answer.status_code == 400, path
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "written down" not in answer.text
    assert 'class="caveat"' in answer.text or '"error": "' in answer.text


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/nothing", "from the start page"),
        ("/attrib/nothing", "no table or view of this name"),
        ("/attrib/statements?_size=99999", "1000 rows at most"),
        ("/attrib/statements?_size=x", "a whole number from 1 to 1000"),
        ("/attrib/statements?status=foo", "Write one of these: contested, disputed"),
        ("/attrib/statements.json?status__in=disputed,foo", "“foo” is no value of status"),
        ("/attrib/disputed?status=foo", "“foo” is no value of status"),
        ("/attrib/sources?kind=foo", "“foo” is no value of kind"),
    ],
)
async def test_errors_are_told_in_our_words(client: Any, path: str, told: str) -> None:
    """With what to do, in both languages."""
    answer = await client.get(path)
    assert answer.status_code in (400, 404)
    assert told in (answer.json()["error"] if ".json" in path else html.unescape(answer.text))
    german = await client.get(path, headers={"accept-language": "de"})
    assert told not in html.unescape(german.text)


async def test_values_that_are_there_are_allowed(client: Any, dist: Path) -> None:
    """In every column with a vocabulary, of tables and views."""
    with closing(sqlite3.connect(dist / "attrib.db")) as copy:
        for name in [*published(), *(view.name for view in views())]:
            for column in (row[1] for row in copy.execute(f"PRAGMA table_info({name})").fetchall()):
                found = {row[0] for row in copy.execute(f'SELECT DISTINCT "{column}" FROM {name}')} - {None}
                assert not codes_of(name, column) or found <= set(codes_of(name, column)), (name, column)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/article", "/attrib/documents"),
        ("/source/", "/attrib/by_source"),
        ("/claim", "/attrib/claims"),
        ("/statement", "/attrib/statements?status__not=asserted&_sort_desc=date"),
    ],
)
async def test_pages_without_an_id_lead_to_the_list(client: Any, path: str, place: str) -> None:
    """Whoever cuts an address short finds what there is."""
    assert (await client.get(path)).headers["location"] == place


@pytest.mark.parametrize("path", ["/a/b/c/d", "/a/b/c/d/e", "/statement/a/b", "/attrib/statements/1/2/3", "/x" * 300])
async def test_long_paths_are_not_found(client: Any, path: str) -> None:
    """On a page of ours, with its headers."""
    answer = await client.get(path)
    assert answer.status_code == 404
    assert "/assets/attrib.css" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


async def test_unknown_addresses_cost_no_more_than_pages(
    dist: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Many of them are asked for; Datasette would draw a trace of each. The log does not hear of them.

    Compared is the time on the processor, which does not depend on what else the machine does.
    """
    datasette = site(dist)

    async def cost(path: str) -> float:
        times = []
        for number in range(15):
            began = process_time()
            await datasette.client.get(path.format(number))
            times.append(process_time() - began)
        return statistics.median(times)

    await cost("/attrib/x{}")
    page = await cost("/article/doc-a?n={}")
    for path in ("/attrib/nothing{}", "/nothing{}", "/a/b/c/d{}", "/statement/nothing{}"):
        assert await cost(path) < 2 * page, path
    assert not pm.has_plugin("datasette.handle_exception")
    captured = capfd.readouterr()
    assert captured.out + captured.err + caplog.text == ""
    end(datasette)


async def test_a_wrong_parameter_is_one_line(client: Any, capfd: pytest.CaptureFixture[str], caplog: Any) -> None:
    """So that a mistake of the program that looks like one is found."""
    with caplog.at_level(logging.ERROR):
        await client.get("/attrib/statements?_through={bad%0Ax")
        await client.get("/attrib.json?sql=selec%0At")
        await client.get("/attrib.json?sql=select%0Anothing")
    (record,) = caplog.records
    assert "JSONDecodeError" in record.getMessage()
    assert "\n" not in record.getMessage()
    captured = capfd.readouterr()
    assert captured.out + captured.err == ""


@pytest.mark.parametrize(
    ("message", "sql", "place"),
    [
        ('near "FORM": syntax error', "SELECT id\n  FORM statements", (2, "FORM statements")),
        ("no such column: s.nope", "SELECT s.nope\nFROM statements s", (1, "SELECT s.nope")),
        ("no such table: statement", "SELECT 1 FROM statements, statement", (1, "SELECT 1 FROM statements, statement")),
        ("no such table: statement", "SELECT 1 FROM statements", None),
        ("incomplete input", "SELECT 1 FROM", None),
        ('near "(": syntax error', "", None),
    ],
)
def test_place_of_a_mistake_in_sql(message: str, sql: str, place: tuple[int, str] | None) -> None:
    """The line with the word that SQLite names, as a word of its own."""
    assert place_of(message, sql) == place


@pytest.mark.parametrize(
    "path", ["/attrib.xyz", "/attrib.sqlite?sql=select+1", "/attrib/statements.html", "/attrib/statuses/claimed.xml"]
)
async def test_an_ending_that_is_no_format_is_not_found(client: Any, path: str) -> None:
    """Datasette shows the page without it, as if that had been asked for."""
    assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/attrib.json?sql=select+1", "/attrib/statuses.json", "/attrib/statuses.csv", "/attrib/statuses/claimed.json"],
)
async def test_formats_are_found(client: Any, path: str) -> None:
    """Those that there are."""
    assert (await client.get(path)).status_code == 200
