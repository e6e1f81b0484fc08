"""What is counted beforehand is what is there."""

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from attrib.publish.published import build
from attrib.store.cube import DIMENSIONS, RANKED, TABLES, fill_cube
from attrib.store.ranking import MOST_COLUMNS, PLACES, name
from attrib.store.write import open_database, write_annotation
from tests import articles


@pytest.fixture
def counted(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A published copy in which every filter counts as one that leaves many statements."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in articles.all_articles():
        write_annotation(db, annotation)
    db.close()
    copy = build(tmp_path / "w.db", tmp_path / "dist", downloads=False).database
    with closing(sqlite3.connect(copy)) as connection:
        for table in TABLES:
            connection.execute(f"DELETE FROM {table}")
        fill_cube(connection, many=1)
        yield connection


def test_first_places_are_those_that_sql_counts(counted: sqlite3.Connection) -> None:
    """For every filter of up to three columns, in the order of a facet."""
    filters = {name({})}
    for size in range(1, MOST_COLUMNS + 1):
        for columns in itertools.combinations(DIMENSIONS, size):
            for values in counted.execute(f"SELECT DISTINCT {', '.join(columns)} FROM statements").fetchall():
                if None not in values:
                    filters.add(_check(counted, dict(zip(columns, values, strict=True))))
    assert {found for (found,) in counted.execute("SELECT DISTINCT filters FROM statements_top")} == filters


def _check(connection: sqlite3.Connection, filters: dict[str, str]) -> str:
    where = " AND ".join(f"{column} = :{column}" for column in filters)
    for facet in RANKED:
        kept = "SELECT value, statements FROM statements_top WHERE facet = ? AND filters = ? ORDER BY position"
        sql = f"SELECT {facet}, count(*) FROM statements WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {PLACES}"
        assert connection.execute(kept, [facet, name(filters)]).fetchall() == (
            connection.execute(sql, filters).fetchall()
        )
    return name(filters)


def test_every_statement_is_in_its_cell(counted: sqlite3.Connection) -> None:
    """Once, and a cell says how many are in it."""
    same = " AND ".join(f"c.{column} IS s.{column}" for column in DIMENSIONS)
    sql = f"SELECT s.pk, c.cell FROM statements s JOIN statements_cube c ON {same} ORDER BY 1"
    assert counted.execute("SELECT statement, cell FROM statement_cells ORDER BY 1").fetchall() == (
        counted.execute(sql).fetchall()
    )
    counts = "SELECT cell, count(*) FROM statement_cells GROUP BY cell ORDER BY cell"
    assert counted.execute("SELECT cell, statements FROM statements_cube").fetchall() == (
        counted.execute(counts).fetchall()
    )


def test_filters_that_leave_few_statements_have_no_places(counted: sqlite3.Connection) -> None:
    """They are counted when somebody asks."""
    for table in TABLES:
        counted.execute(f"DELETE FROM {table}")
    fill_cube(counted)
    assert counted.execute("SELECT count(*) FROM statements_top").fetchone() == (0,)


def test_no_value_is_taken_for_two_filters() -> None:
    """Whatever stands in an address."""
    assert name({"status": "a", "type": "b"}) == name({"type": "b", "status": "a"})
    assert name({"status": 'a", "type": "b'}) != name({"status": "a", "type": "b"})
