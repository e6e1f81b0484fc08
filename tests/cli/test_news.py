"""`attrib evaluate news`: what it prints and writes, and what it refuses."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attrib.cli import main
from tests.evaluation.news import own

TABLE = re.compile(r"^found +precision 1\.000 +recall 0\.923 +f1 0\.960 +right 12 +system 12 +gold 13$", re.MULTILINE)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for the models: misses one of thirteen statements, and a stand with it."""
    annotator = own.GoldAnnotator({"hafen": own.without(1)})
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: annotator)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the three articles as the two parts and below another name."""
    for part in ("read", "score", "mine"):
        shutil.copytree(own.HERE, tmp_path / part)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    """Run `attrib evaluate news` with these words."""
    return CliRunner().invoke(main, ["evaluate", "news", *words])


@pytest.mark.usefixtures("fake")
def test_figures_are_printed_and_written(folder: Path) -> None:
    """As a table on the screen, as JSON, as Markdown, and as a page to read."""
    result = run("read/gold", "--json", "f.json", "--tables", "t.md", "--errors", "e.html")
    assert result.exit_code == 0, result.output
    assert TABLE.search(result.stdout)
    figures = json.loads((folder / "f.json").read_text(encoding="utf-8"))
    assert (figures["articles"], figures["stands"]["right"], figures["stands"]["gold"]) == (3, 3, 4)
    assert (folder / "t.md").read_text(encoding="utf-8").startswith("<!-- news-read -->\n")
    page = (folder / "e.html").read_text(encoding="utf-8")
    assert "missed (1)" in page
    assert "missed stand (1)" in page


@pytest.mark.usefixtures("fake")
def test_texts_may_be_anywhere(folder: Path) -> None:
    """Beside the gold unless they are named."""
    (folder / "read" / "texts").rename(folder / "articles")
    assert run("read/gold", "--texts", "articles").exit_code == 0
    missing = run("read/gold")
    assert missing.exit_code == 2
    assert "fluss.txt" in missing.stderr
    assert "--texts" in missing.stderr


@pytest.mark.usefixtures("fake")
def test_each_part_has_its_floors(folder: Path) -> None:
    """Made, held and missed; those of one part say nothing of the other."""
    for part in ("read", "score"):
        assert run(f"{part}/gold", "--baseline", "b.json", "--update").exit_code == 0
        assert run(f"{part}/gold", "--baseline", "b.json").exit_code == 0
    floors = json.loads((folder / "b.json").read_text(encoding="utf-8"))
    assert set(floors) == {"news-read", "news-score"}
    floors["news-read"]["floors"]["stands.f1"] = 0.99
    (folder / "b.json").write_text(json.dumps(floors), encoding="utf-8")
    missed = run("read/gold", "--baseline", "b.json")
    assert missed.exit_code == 1
    assert missed.stderr == "stands.f1 is 0.8571, its floor 0.990.\n"
    assert run("score/gold", "--baseline", "b.json").exit_code == 0


@pytest.mark.usefixtures("fake")
def test_gold_of_ones_own_has_no_floors(folder: Path) -> None:
    """Unless it is said which part it is."""
    assert run("mine/gold", "--errors", "e.html").exit_code == 0
    refused = run("mine/gold", "--baseline", "b.json", "--update")
    assert refused.exit_code == 2
    assert "--part" in refused.stderr
    assert run("mine/gold", "--baseline", "b.json", "--update", "--part", "read").exit_code == 0
    (folder / "mine" / "texts" / "werk.txt").write_text(own.text("werk") + "\n", encoding="utf-8")
    assert "another corpus" in run("mine/gold", "--baseline", "b.json", "--part", "read").stderr


@pytest.mark.usefixtures("fake")
def test_articles_that_are_only_scored_give_figures_only(folder: Path) -> None:
    """No page shows them."""
    refused = run("score/gold", "--errors", "e.html")
    assert refused.exit_code == 2
    assert "figures only" in refused.stderr
    assert not (folder / "e.html").exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"polarity"', '"polaritaet"', "statements.0.polaritaet"),
        ('"ilse-brandt"\n', '"ilse-brand"\n', "'ilse-brand' is no party of the article"),
        ('"direct"', '"verbatim"', "seen 'verbatim'"),
        ("237,", "2370,", "allowed is 0 <= start < end"),
        ('"hafen.txt"', '"haven.txt"', "haven.txt, which is not in"),
    ],
)
def test_gold_that_is_wrong_is_told_before_anything_is_annotated(folder: Path, old: str, new: str, words: str) -> None:
    """With exit code 2, in a sentence that names the file."""
    file = folder / "read" / "gold" / "hafen.json"
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new, 1), encoding="utf-8")
    result = run("read/gold")
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.output
