"""What docs/sql.md says is what the database answers."""

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from attrib.publish.published import build
from attrib.store.tables import views
from tests.publish import sql_answers


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands of the page are typed: `dist` holds the published articles, and the files to take away."""
    place = tmp_path_factory.mktemp("sql")
    sql_answers.published(place)
    build(place / "seeds.db", place / "dist")
    return place


def blocks(language: str) -> list[str]:
    """What the page shows in this language on how to open the database."""
    page = sql_answers.PAGE.read_text(encoding="utf-8")
    opening = page[page.index("## How to open it") : page.index("## 1. ")]
    return re.findall(rf"```{language}\n(.*?)```", opening, flags=re.DOTALL)


@pytest.mark.parametrize("code", blocks("python"))
def test_documented_python_runs(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """With the standard library and DuckDB, and pandas where it is installed; it prints what is in the database."""
    if "import pandas" in code:
        pytest.importorskip("pandas")
    monkeypatch.chdir(folder)
    exec(compile(code, "docs/sql.md", "exec"), {})
    printed = capsys.readouterr().out
    assert re.search(r"(disputed|Südkoreanischer Geheimdienst NIS)\W+\d", printed)


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the shell of SQLite is not there")
@pytest.mark.parametrize(
    "line", [line for block in blocks("console") for line in re.findall(r"\$ (sqlite3 .*)", block)]
)
def test_documented_commands_run(line: str, folder: Path) -> None:
    """The shell of SQLite opens the database, also beside another one."""
    told = subprocess.run(line, shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Lloyd Austin" in told.stdout


def test_stands_are_counted_alike_everywhere(folder: Path) -> None:
    """A denial of one version of a claim counts for each version whose status it decided, in every table of stands."""
    with closing(sqlite3.connect(folder / "dist" / "attrib.db")) as copy:
        shown = copy.execute(
            "SELECT json_extract(e.value, '$.source'), l.source, count(DISTINCT s.pk) FROM disputed d "
            "JOIN json_each(d.stands) e JOIN statements s ON s.id = d.statement "
            "JOIN statement_sources l ON l.statement = s.pk AND l.relation = 'states' "
            "WHERE json_extract(e.value, '$.verdict') IN ('denies', 'doubts') AND NOT json_extract(e.value, '$.own') "
            "GROUP BY 1, 2 ORDER BY 1, 2"
        ).fetchall()
        viewed = copy.execute(
            "SELECT by_id, whom_id, sum(statements) FROM who_confirms_whom WHERE verdict IN ('denies', 'doubts') "
            "GROUP BY 1, 2 ORDER BY 1, 2"
        ).fetchall()
        counted = copy.execute(
            "SELECT \"by\", about, sum(stands) FROM stands_between WHERE verdict IN ('denies', 'doubts') "
            "GROUP BY 1, 2 ORDER BY 1, 2"
        ).fetchall()
    assert shown == viewed == counted
    assert ("ru-government", "nis", 2) in shown


def test_answers_are_true() -> None:
    """Each question is asked again on the five articles."""
    page = sql_answers.PAGE.read_text(encoding="utf-8")
    assert sql_answers.answered() == page, "run `python -m tests.freeze --rules` and review the difference"


def test_fifteen_questions_have_answers() -> None:
    """None of them is empty."""
    page = sql_answers.PAGE.read_text(encoding="utf-8")
    answers = re.findall(r"<!-- answer -->\n(.*?)<!-- end of answer -->", page, flags=re.DOTALL)
    assert len(answers) == len(re.findall(r"^## \d+\. ", page, flags=re.MULTILINE)) == 15
    assert all(len(answer.splitlines()) > 2 for answer in answers)


def test_views_are_described() -> None:
    """Each has a title and a description, which the site shows."""
    assert all(view.title and view.description.endswith(".") for view in views())
