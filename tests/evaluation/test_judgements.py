"""What people said of statements is a gold of one's own."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib.cli import main
from attrib.evaluation.judgements import scores
from attrib.review.correction.corrected import Judge
from attrib.review.judging import corrected, found_right, rejected, standing, write_down
from attrib.store.write import open_database
from tests import articles
from tests.exports import working_database

JUDGE = Judge(by="A. Reader", on="2024-11-05")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Three statements judged: one right, one with another source, one none at all."""
    path = working_database(tmp_path / "w.db", articles.all_articles())
    with closing(open_database(path)) as db:
        write_down(db, found_right(standing(db, "a-claim"), JUDGE))
        write_down(db, corrected(standing(db, "a-worry"), {"sources": '["nis"]'}, JUDGE, db=db))
        write_down(db, rejected(standing(db, "a-author"), JUDGE))
    return path


def test_the_machine_is_measured_by_what_people_said(database: Path) -> None:
    """Fields that nobody judged are not counted."""
    with closing(open_database(database)) as db:
        assert scores(db) == {
            "judged": 3,
            "precision": {"n": 3, "share": 2 / 3},
            "recall": {"n": 2, "share": 1.0},
            "fields": {
                "spans": {"n": 1, "accuracy": 1.0},
                "type": {"n": 1, "accuracy": 1.0},
                "sources": {"n": 2, "accuracy": 0.5},
            },
        }


def test_the_command_prints_it(database: Path, tmp_path: Path) -> None:
    """And writes it as JSON; without judgements there is nothing to say."""
    told = CliRunner().invoke(main, ["evaluate", "judgements", str(database), "--json", str(tmp_path / "f.json")])
    assert told.exit_code == 0, told.output
    assert "fields.sources" in told.output
    assert (tmp_path / "f.json").exists()
    empty = working_database(tmp_path / "e.db", articles.all_articles())
    assert CliRunner().invoke(main, ["evaluate", "judgements", str(empty)]).output.split() == ["judged", "0"]
