"""What Datasette asks of the statements has the same answer, however the site asks it."""

import itertools
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from attrib.site import planned
from attrib.site.planned import along_dates, counting, is_counted, listing
from attrib.site.serve import site
from attrib.store.cube import DIMENSIONS
from tests.site.conftest import end

ROWS = "select pk, [end] from statements where {} order by {} limit 26"


@pytest.mark.parametrize(
    "where",
    [
        '"status" = :p0',
        '"status" != :p0 and "type" = :p1',
        "status in (:p0, :p1) and marker not in (:p2)",
        '"disclosure" is null AND "medium" = :p0',
        '"certainty" is not null',
    ],
)
def test_columns_of_the_cube_are_known(where: str) -> None:
    """By whatever comparison has an answer there."""
    assert is_counted(where)
    assert "statements_cube" in str(counting(f"select count(*) from statements where {where} "))
    assert listing(ROWS.format(where, "pk")) is not None


@pytest.mark.parametrize(
    "where",
    [
        '"source" = :p0',
        '"status" = :p0 and "source" = :p1',
        '"status" = :p0 or 1',
        '"status" = "type"',
        '"status" like :p0',
        '("status" is null or "status" = \'\')',
        "1",
    ],
)
def test_other_conditions_are_asked_as_they_are(where: str) -> None:
    """The cube does not know their answer."""
    assert not is_counted(where)
    assert counting(f"select count(*) from statements where {where} ") is None


@pytest.mark.parametrize("other", ['"source" = :p1', "(pk > :p1 or pk < :p0)"])
def test_other_conditions_stay(other: str) -> None:
    """Rows that columns of the cube leave have to fulfil them too."""
    rows = listing(ROWS.format(f'"type" = :p2 and {other}', "date desc, pk"))
    assert rows is not None
    assert f"and {other} order by date desc, pk limit 26" in rows.few_sql
    assert f'+"type" = :p2 and {other} order by' in rows.many_sql


@pytest.mark.parametrize("many", [0, 1_000])
async def test_every_filter_has_the_rows_that_sql_finds(dist: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    """By one column or two, in either order, over pages, whether statements count as few or as many."""
    monkeypatch.setattr(planned, "MANY", many)
    datasette = site(dist)
    with closing(sqlite3.connect(dist / "attrib.db")) as connection:
        for columns in itertools.combinations(DIMENSIONS, 2):
            named = ", ".join(columns)
            for values in connection.execute(f"SELECT DISTINCT {named} FROM statements").fetchall():
                chosen = {column: value for column, value in zip(columns, values, strict=True) if value is not None}
                where = " AND ".join(f"{column} = :{column}" for column in chosen)
                sql = f"SELECT pk FROM statements WHERE {where} ORDER BY date DESC, pk"
                expected = [key for (key,) in connection.execute(sql, chosen)]
                query = "&".join(f"{column}={value}" for column, value in chosen.items())
                answer = await _keys(datasette.client, f"{query}&_sort_desc=date")
                assert answer == (expected, len(expected)), query
                assert await _keys(datasette.client, query) == (sorted(expected), len(expected)), query
    end(datasette)


async def _keys(client: Any, query: str) -> tuple[list[int], int]:
    """The keys of all rows, page by page, and how many there are said to be."""
    found: list[int] = []
    path: str | None = f"/attrib/statements.json?{query}&_size=4&_nofacet=1"
    count = 0
    while path is not None:
        answer = (await client.get(path)).json()
        found += [row[answer["columns"].index("pk")] for row in answer["rows"]]
        count = answer["filtered_table_rows_count"]
        path = answer["next_url"] and answer["next_url"].partition("localhost")[2]
    return found, count


async def test_a_copy_of_an_earlier_release_is_shown(dist: Path, tmp_path: Path) -> None:
    """Without cells its statements are counted and looked for one by one."""
    (tmp_path / "attrib.db").write_bytes((dist / "attrib.db").read_bytes())
    with closing(sqlite3.connect(tmp_path / "attrib.db")) as connection:
        connection.execute("DROP TABLE statement_cells")
    path = "/attrib/statements.json?status=claimed&type=indirect&_size=3"
    answers = []
    for folder in (dist, tmp_path):
        datasette = site(folder)
        answer = (await datasette.client.get(path)).json()
        answers.append((answer["rows"], answer["filtered_table_rows_count"], answer["facet_results"]))
        end(datasette)
    assert answers[0] == answers[1]


def test_the_newest_are_found_along_the_dates(dist: Path) -> None:
    """Page by page, without all that are older being found and sorted first."""
    behind = "(date < :p2 or date is null or (date = :p2 and ((pk > :p1))))"
    sql = ROWS.format(behind, "date desc, pk")
    with closing(sqlite3.connect(dist / "attrib.db")) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {along_dates(sql)}", {"p1": "-1", "p2": "2024"}).fetchall()
        assert plan[0][3] == "SCAN statements USING INDEX statements_date"
        chosen = {"p1": "-1", "p2": "\U0010ffff"}
        assert connection.execute(along_dates(sql), chosen).fetchall() == connection.execute(sql, chosen).fetchall()
