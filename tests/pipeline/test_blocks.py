"""What was annotated elsewhere comes into the database as if it had been annotated here."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attrib.cli import main
from attrib.errors import ResourceError
from attrib.intake.documents_yml import FILE_NAME
from attrib.intake.finding import Entry, find_files
from attrib.pipeline.blocks import PER_BLOCK, PLAN, Block, BlockFolder, plan_blocks
from attrib.pipeline.cluster import MOST_ATTEMPTS, BlockAnnotator
from bench.kills import rows
from tests.annotator import DUTCH, GERMAN, FakeAnnotator

pytestmark = pytest.mark.usefixtures("fake")

NUMBER = PER_BLOCK + 10


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two blocks of articles, some of which cannot be annotated, in a folder `texts` of the current one."""
    monkeypatch.chdir(tmp_path)
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(NUMBER):
        (texts / f"{number:03}.txt").write_text(f"{GERMAN} {number}" + "KAPUTT" * (number == 5), encoding="utf-8")
    (texts / "001.txt").write_bytes((texts / "000.txt").read_bytes())
    (texts / "070.txt").write_text(DUTCH, encoding="utf-8")
    (texts / "071.txt").write_bytes((GERMAN + "Größe, Straße.").encode("cp1252"))
    (texts / FILE_NAME).write_text("002.txt:\n  publisher: Bote\n  title: Brücke\n", encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    """Run `attrib` with these words."""
    return CliRunner().invoke(main, words)


def planned(version: str = "fake-1") -> tuple[Block, ...]:
    """The blocks of the articles."""
    return plan_blocks(find_files([Path("texts")]).entries, {"de": version}, {})


def annotated(out: str, blocks: tuple[Block, ...], *, planned: tuple[Block, ...] | None = None) -> BlockFolder:
    """A folder in which these blocks are done."""
    found = BlockFolder(out)
    found.start({"de": "fake-1"}, planned or blocks)
    annotator = BlockAnnotator(FakeAnnotator, found, ["de", "en"], {})
    for block in blocks:
        annotator({"block": [block.to_json()]})
    return found


@pytest.mark.usefixtures("folder")
def test_rows_are_those_of_one_machine() -> None:
    """Documents, issues, copies and what was noticed in reading, in the same order; a second load changes nothing."""
    here = run("annotate", str(Path("texts").absolute()), "--db", "here.db", "--jobs", "1", "-q")
    annotated("out", planned())
    loaded = run("load", "out", "--db", "loaded.db", "-q")
    assert loaded.exit_code == here.exit_code == 3, loaded.output
    assert loaded.stderr == here.stderr
    assert rows(Path("loaded.db")) == rows(Path("here.db"))
    again = run("load", "out", "--db", "loaded.db")
    assert f"{NUMBER - 3} unchanged" in again.stdout
    assert rows(Path("loaded.db")) == rows(Path("here.db"))


@pytest.mark.usefixtures("folder")
def test_what_is_missing_comes_later() -> None:
    """A folder that is not done is loaded as far as it is."""
    first, second = planned()
    annotated("out", (first,), planned=(first, second))
    loaded = run("load", "out", "--db", "x.db")
    assert "1 block of out not annotated yet" in loaded.stderr
    assert f"{PER_BLOCK - 2} documents annotated" in loaded.stdout
    annotated("out", (second,), planned=(first, second))
    run("load", "out", "--db", "x.db")
    run("annotate", "texts", "--db", "here.db", "--jobs", "1", "-q")
    assert rows(Path("x.db"))["statements"] == rows(Path("here.db"))["statements"]


@pytest.mark.usefixtures("folder")
def test_only_what_changed_has_another_name() -> None:
    """A text that was edited, metadata, another version; so that a second run does what is missing."""
    before = [block.name for block in planned()]
    assert [block.name for block in planned()] == before
    assert not set(before) & {block.name for block in planned("fake-2")}
    path = Path("texts/070.txt")
    path.write_text("Neu.", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert [one == other.name for one, other in zip(before, planned(), strict=True)] == [True, False]
    Path("texts", FILE_NAME).unlink()
    assert not set(before) & {block.name for block in planned()}


def test_files_that_cannot_be_read_travel_with_their_reason(folder: Path) -> None:
    """As everything that is sent to another machine, as text."""
    (folder / "texts" / "link.txt").symlink_to("nowhere")
    (*_, (path, problem)) = (entry for block in planned() for entry in block.entries)
    assert problem is not None
    (sent,) = Block.from_json(Block("b", (Entry(path, problem),)).to_json()).entries
    assert (sent.path, str(sent.problem), sent.problem and sent.problem.kind) == (path, str(problem), problem.kind)


@pytest.mark.usefixtures("folder")
def test_a_block_is_whole_or_not_there() -> None:
    """What a dead process left is not taken for a block."""
    found = annotated("out", planned())
    Path("out", "000000-abc.parquet.partial").write_bytes(b"PAR1")
    assert found.done() == {block.name for block in planned()}


@pytest.mark.usefixtures("folder")
def test_a_block_that_kills_is_given_up() -> None:
    """After some attempts of this run; the next run tries again."""
    block, _ = planned()
    out = BlockFolder("out")
    out.start({"de": "fake-1"}, [block])
    for _ in range(MOST_ATTEMPTS):
        out.begin(block.name)  # and whoever did so died
    annotator = BlockAnnotator(FakeAnnotator, out, ["de"], {})
    assert annotator.annotate(block).annotated == 0
    assert out.done() == frozenset()
    out.forget_beginnings()
    assert annotator.annotate(block).annotated == PER_BLOCK - 1
    assert out.done() == {block.name}


@pytest.mark.usefixtures("folder")
def test_another_version_is_refused(fake: FakeAnnotator) -> None:
    """With both versions, and nothing is written."""
    annotated("out", planned())
    fake.version = "fake-2"
    refused = run("load", "out", "--db", "x.db")
    assert refused.exit_code == 2
    assert "fake-1" in refused.stderr
    assert "fake-2" in refused.stderr
    assert not Path("x.db").exists()


@pytest.mark.usefixtures("folder")
def test_malformed_metadata_is_told_before_anything_is_sent() -> None:
    """Not by every process that meets it."""
    Path("texts", FILE_NAME).write_text("002.txt: [", encoding="utf-8")
    with pytest.raises(ResourceError, match=FILE_NAME):
        planned()


@pytest.mark.usefixtures("folder")
def test_a_folder_of_something_else_is_refused() -> None:
    """By what is missing in it."""
    refused = run("load", "texts")
    assert refused.exit_code == 2
    assert PLAN in refused.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--cluster", "local"), "belong together"),
        (("--out", "out"), "belong together"),
        (("-", "--cluster", "local", "--out", "out"), "no addresses"),
        (("https://bote.example/a", "--cluster", "local", "--out", "out"), "no addresses"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_use_is_told(words: tuple[str, ...], told: str) -> None:
    """Before anything is read."""
    refused = run("annotate", "texts", *words)
    assert refused.exit_code == 2
    assert told in refused.stderr
