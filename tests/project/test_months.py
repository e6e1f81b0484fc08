"""One database for each month: behind one Datasette, and asked together by DuckDB, as docs/scaling.md says."""

import runpy
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from datasette.app import Datasette

from attrib.cli import main
from attrib.store.write import open_database, write_annotation
from tests import articles

ROOT = Path(__file__).parents[2]
MONTHS = ("2024-10", "2024-11")
COUNTS = "SELECT count(*), count(*) FILTER (WHERE status IN ('disputed', 'contested')) FROM statements"


@pytest.fixture
def months(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two months of the same size; in the second one is an article more."""
    monkeypatch.chdir(tmp_path)
    Path("site").mkdir()
    for number, month in enumerate(MONTHS):
        db = open_database(Path(f"{month}.db"), create=True)
        given = articles.all_articles()
        for annotation in given[: len(given) - 1 + number]:
            write_annotation(db, annotation)
        db.close()
        run("build", f"{month}.db", "--out", f"published/{month}", "--no-downloads")
        shutil.copy(f"published/{month}/attrib.db", f"site/{month}.db")
        run("export", f"{month}.db", "--format", "parquet", "--out", f"months/{month}")
    return tmp_path


def run(*words: str) -> None:
    """Run a command that must go well."""
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output


async def test_months_behind_one_datasette(months: Path) -> None:
    """Each month has an address of its own; one question goes to all of them."""
    files = [str(months / "site" / f"{month}.db") for month in MONTHS]
    datasette = Datasette(immutables=files, crossdb=True)
    await datasette.invoke_startup()
    counts = [await _number(datasette, f"/{month}.json", "SELECT count(*) AS n FROM statements") for month in MONTHS]
    assert 0 < counts[0] < counts[1]
    together = " + ".join(f"(SELECT count(*) FROM [{month}].statements)" for month in MONTHS)
    assert await _number(datasette, "/_memory.json", f"SELECT {together} AS n") == sum(counts)
    for database in datasette.databases.values():
        database.close()
    datasette.executor.shutdown()


async def _number(datasette: Any, path: str, sql: str) -> int:
    answer = await datasette.client.get(path, params={"sql": sql, "_shape": "array"})
    assert answer.status_code == 200, answer.text
    (row,) = answer.json()
    return int(row["n"])


def test_months_are_asked_together(months: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the example, whose numbers are those of the databases."""
    example = runpy.run_path(str(ROOT / "examples" / "months.py"))
    example["main"](str(months / "months"))
    lines = capsys.readouterr().out.splitlines()
    for month, line in zip(MONTHS, lines, strict=False):
        with closing(sqlite3.connect(months / "site" / f"{month}.db")) as db:
            assert line == " ".join([month, *map(str, db.execute(COUNTS).fetchone())])
    assert any("disputed in 2 months" in line for line in lines[len(MONTHS) :])


def test_the_example_says_what_it_needs(tmp_path: Path) -> None:
    """Without a folder, and with one that holds no months."""
    example = ROOT / "examples" / "months.py"
    for words, told in (((), "Usage"), ((str(tmp_path),), "attrib export --format parquet")):
        found = subprocess.run([sys.executable, str(example), *words], capture_output=True, text=True, check=False)
        assert (found.returncode, found.stdout) == (1, "")
        assert told in found.stderr
        assert "Traceback" not in found.stderr
