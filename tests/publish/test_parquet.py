"""Parquet files hold the published rows with their types, and are read by programs that did not write them."""

import json
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from pyarrow import parquet as arrow

from attrib import __version__
from attrib.cli import main
from attrib.errors import ExportError
from attrib.publish.description import head
from attrib.publish.export import parquet
from attrib.publish.export.flat import flat_columns, flat_sql
from attrib.publish.export.tables import table_sql
from attrib.publish.export.target import export
from attrib.publish.published import build
from attrib.store.database import SCHEMA_VERSION
from attrib.store.dictionary import VOCABULARIES, Column, dictionary, published, terms
from attrib.store.link import link_database
from attrib.store.write import open_database, write_annotation
from tests import frozen

RIGHTS = ("full", "full", "full", "context", "none")
TYPES = {"text": "VARCHAR", "integer": "BIGINT", "real": "DOUBLE"}
FLAT = "statements_flat.parquet"


@pytest.fixture(scope="module")
def working(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five articles, one of them with rights for single statements, one with none."""
    path = tmp_path_factory.mktemp("parquet") / "work.db"
    db = open_database(path, create=True)
    with closing(db.conn):
        for file, rights in zip(frozen.SEEDS, RIGHTS, strict=True):
            found = frozen.annotated_seed(file)
            write_annotation(
                db, found.model_copy(update={"document": found.document.model_copy(update={"rights": rights})})
            )
        link_database(db)
    return path


@pytest.fixture(scope="module")
def out(working: Path) -> Path:
    """The files, and the published database beside them."""
    folder = working.parent / "out"
    export(working, formats=["parquet", "sqlite"], out=folder)
    return folder


def files() -> list[tuple[str, list[tuple[str, Column]], str]]:
    """Every file with its columns in the data dictionary, and the SQL that asks for the same rows."""
    flat = [(column.name, column.shows) for column in flat_columns()]
    tables = [
        (f"tables/{name}.parquet", list(table.columns.items()), table_sql(name)) for name, table in published().items()
    ]
    return [(FLAT, flat, flat_sql()), *tables]


@pytest.mark.parametrize(("path", "columns", "sql"), files(), ids=[path for path, _, _ in files()])
def test_rows_and_types_are_those_of_the_published_copy(
    out: Path, path: str, columns: list[tuple[str, Column]], sql: str
) -> None:
    """DuckDB reads the same rows as SQLite, whole numbers as BIGINT, figures as DOUBLE, days as DATE."""
    relation = duckdb.sql(f"SELECT * FROM read_parquet('{out / path}')")
    found = dict(zip(relation.columns, map(str, relation.types), strict=True))
    wanted = {name: TYPES[column.type] for name, column in columns}
    assert found == wanted | {f"{name}_day": "DATE" for name, column in columns if column.date}
    with closing(sqlite3.connect(out / "attrib.db")) as connection:
        rows = connection.execute(sql).fetchall()
    selected = ", ".join(f'"{name}"' for name in wanted)
    assert duckdb.sql(f"SELECT {selected} FROM read_parquet('{out / path}')").fetchall() == rows


def test_every_file_is_listed(out: Path) -> None:
    """With its rows, beside nothing else."""
    listed = json.loads((out / "downloads.json").read_text(encoding="utf-8"))["files"]
    rows = {file["path"]: file["rows"] for file in listed if file["format"] == "parquet"}
    assert (
        set(rows)
        == {path for path, _, _ in files()}
        == {path.relative_to(out).as_posix() for path in out.rglob("*.parquet")}
    )
    assert rows == {path: arrow.read_metadata(out / path).num_rows for path in rows}


def test_vocabularies_are_categories(out: Path) -> None:
    """A reader knows every value of a vocabulary, in its order, whether a row has it or not."""
    table = arrow.read_table(out / "tables" / "statements.parquet")
    for vocabulary in VOCABULARIES:
        for name, column in published()["statements"].columns.items():
            if column.references == vocabulary.table:
                assert table[name].chunk(0).dictionary.to_pylist() == [term.code for term in terms(vocabulary)]


def test_only_whole_dates_are_days(out: Path) -> None:
    """A month stays a month in the text column, and no day is made up for it."""
    found = duckdb.sql(f"SELECT published, published_day FROM '{out}/tables/documents.parquet'").fetchall()
    assert {len(published) for published, _ in found} >= {7, 10}
    for published_, day in found:
        assert day == (date.fromisoformat(published_) if len(published_) == 10 else None)


def test_every_date_is_marked_in_the_dictionary() -> None:
    """Whatever the dictionary describes as ISO 8601 gets a column of days."""
    for table in dictionary().values():
        for name, column in table.columns.items():
            assert column.date == ("ISO 8601" in column.description or name == "rated_on"), name


def test_files_say_what_they_are(out: Path) -> None:
    """Title, licence and version in the file, a description at every column; DuckDB reads them too."""
    for path, _, _ in files():
        schema = arrow.read_schema(out / path)
        about = {key.decode(): value.decode() for key, value in schema.metadata.items()}
        assert about["license"] == head().license
        assert (about["schema_version"], about["program"]) == (str(SCHEMA_VERSION), f"attrib {__version__}")
        assert about["description"]
        assert all(field.metadata[b"description"] for field in schema)
    told = duckdb.sql(
        f"SELECT decode(value) FROM parquet_kv_metadata('{out / FLAT}') WHERE decode(key) = 'license_url'"
    )
    assert told.fetchall() == [(head().license_url,)]


def test_withheld_words_are_not_in_them(out: Path) -> None:
    """Nothing of an article with rights none; of one with rights context no text and no author statement."""
    documents = duckdb.sql(f"SELECT rights, text IS NULL FROM '{out}/tables/documents.parquet' ORDER BY pk").fetchall()
    assert documents == [(rights, rights != "full") for rights in RIGHTS]
    shown = duckdb.sql(
        f"SELECT count(*) FROM '{out / FLAT}' WHERE (exact IS NOT NULL OR context IS NOT NULL OR speaker IS NOT NULL) "
        "AND (document_rights = 'none' OR document_rights = 'context' AND type = 'author')"
    )
    assert shown.fetchall() == [(0,)]
    hidden = [item.exact for item in frozen.annotated_seed(frozen.SEEDS[4]).statements if len(item.exact) > 40]
    cells = {
        str(cell) for path in out.rglob("*.parquet") for row in duckdb.sql(f"FROM '{path}'").fetchall() for cell in row
    }
    assert hidden
    assert not [words for words in hidden if any(words in cell for cell in cells)]


@pytest.mark.parametrize(("name", "limit"), [("GROUP_ROWS", 7), ("GROUP_CHARACTERS", 20_000)])
def test_rows_are_written_in_groups(
    working: Path, out: Path, tmp_path: Path, name: str, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However small the groups are, the rows are the same."""
    monkeypatch.setattr(parquet, name, limit)
    export(working, formats=["parquet"], out=tmp_path / "small")
    assert arrow.read_metadata(tmp_path / "small" / FLAT).num_row_groups > 3
    assert arrow.read_table(tmp_path / "small" / FLAT).to_pylist() == arrow.read_table(out / FLAT).to_pylist()


def test_no_group_outgrows_its_limits() -> None:
    """Neither in rows nor, by more than one row, in characters."""
    short, long = [("x", 1, None)] * (parquet.GROUP_ROWS + 1), [("x" * 1_000_000, 1)] * 20
    assert [len(group) for group in parquet.groups(short)] == [parquet.GROUP_ROWS, 1]
    assert [len(group) for group in parquet.groups(long)] == [4, 4, 4, 4, 4]
    assert list(parquet.groups([])) == []


def test_missing_library_is_told(working: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By name and with the command that installs it; nothing is written."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    told = CliRunner().invoke(main, ["export", str(working), "--format", "parquet", "--out", str(tmp_path / "o")])
    assert told.exit_code == 2
    assert "parquet needs pyarrow, which is not installed: pip install 'attrib[parquet]'" in told.stderr
    assert not (tmp_path / "o").exists()
    with pytest.raises(ExportError) as caught:
        export(working, formats=["csv", "parquet"], out=tmp_path / "o")
    assert caught.value.seen == "parquet"
    assert "csv" in caught.value.allowed  # type: ignore[operator]


def test_build_goes_on_without_the_library(working: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says which format is left out, and how to get it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    told = CliRunner().invoke(main, ["build", str(working), "--out", str(tmp_path / "dist")])
    assert told.exit_code == 0, told.output
    assert "without parquet" in told.stderr
    assert "attrib[parquet]" in told.stderr
    assert not list((tmp_path / "dist").rglob("*.parquet"))
    monkeypatch.undo()
    assert build(working, tmp_path / "dist").database.exists()
    assert len(list((tmp_path / "dist").rglob("*.parquet"))) == len(files())
