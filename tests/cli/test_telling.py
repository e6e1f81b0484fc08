"""What commands tell while they work and when they are done."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib.cli import main, progress
from attrib.cli.export import FEW, as_size
from attrib.pipeline.run import Outcome
from tests import articles
from tests.exports import working_database


def test_an_export_is_told_in_sums(tmp_path: Path) -> None:
    """One line for a folder of many files; what is small in kB."""
    database = working_database(tmp_path / "w.db", articles.all_articles())
    result = CliRunner().invoke(
        main, ["export", str(database), "--format", "csv", "--format", "jsonl", "--out", str(tmp_path / "out")]
    )
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert len(lines) <= 4 * FEW
    assert " 0.0" not in result.stdout
    (tables,) = [line for line in lines if line.split(": ")[0].endswith("tables")]
    assert f"{len(list((tmp_path / 'out' / 'tables').iterdir()))} files" in tables


@pytest.mark.parametrize(("size", "told"), [(0, "0.0 kB"), (1_234, "1.2 kB"), (2_560_000, "2.6 MB")])
def test_sizes(size: int, told: str) -> None:
    """In the unit in which they say something."""
    assert as_size(size) == told


def test_progress_is_told_without_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every so often, also before the first document; nothing where it is to be quiet, or where it is over at once."""
    monkeypatch.setattr(progress, "EVERY", 0.05)

    def outcomes(seconds: float) -> Iterator[Outcome]:
        for number in range(2):
            time.sleep(seconds)
            yield Outcome(f"{number}.txt", "annotated")
        time.sleep(seconds)

    list(progress.shown(outcomes(0.3), 2, quiet=False, verbose=False))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "0 of 2 documents, the first at hand"
    assert any(line.startswith("1 of 2 documents, ") for line in lines)
    assert lines[-1] == "2 of 2 documents; comparing them with all others"
    list(progress.shown(outcomes(0.1), 2, quiet=True, verbose=False))
    monkeypatch.setattr(progress, "EVERY", 15.0)
    list(progress.shown(outcomes(0.0), 2, quiet=False, verbose=False))
    assert capsys.readouterr().err == ""


def test_build_and_annotate_count_alike(tmp_path: Path) -> None:
    """The sources of statements, beside all that are published."""
    database = working_database(tmp_path / "w.db", articles.all_articles())
    told = CliRunner().invoke(main, ["build", str(database), "--out", str(tmp_path / "d"), "--no-downloads"]).stdout
    credited = {link.source for each in articles.all_articles() for item in each.statements for link in item.sources}
    assert f"({len(credited)} of statements)" in told
