"""Two machines of a Ray cluster come to what one machine comes to; skipped where Ray is not installed."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from attrib.cli import main
from attrib.intake.finding import find_files
from attrib.pipeline.blocks import PER_BLOCK, Block, BlockFolder, plan_blocks
from attrib.pipeline.cluster import annotate_blocks, cluster
from bench.kills import rows
from tests.annotator import GERMAN, FakeAnnotator
from tests.pipeline.annotators import Mortal, Slow

cluster_utils = pytest.importorskip("ray.cluster_utils", reason="needs the extra cluster", exc_type=ImportError)
pytestmark = pytest.mark.filterwarnings("ignore")
"""Ray's own warnings, of its own code."""
ROOT = Path(__file__).parents[2]
BLOCKS = 4


@pytest.fixture(scope="module")
def machines() -> Iterator[Any]:
    """A cluster of a machine with two processors, which starts what it runs with this package on its path."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]))
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        head = {"num_cpus": 2, "include_dashboard": False}
        try:
            found = cluster_utils.Cluster(initialize_head=True, head_node_args=head)
        except Exception as error:
            # Ray gives its processes fifteen seconds to start; on a machine that is busy they may need more.
            pytest.skip(f"Ray does not start here: {error}")
        yield found
        found.shutdown()


@pytest.fixture
def second(machines: Any) -> Iterator[Any]:
    """The second machine."""
    node = machines.add_node(num_cpus=2)
    yield node
    if node in machines.worker_nodes:
        machines.remove_node(node, allow_graceful=False)


@pytest.fixture
def blocks(tmp_path: Path) -> tuple[Block, ...]:
    """Some blocks of articles, one of which raises."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(BLOCKS * PER_BLOCK):
        words = {7: "KAPUTT", 100: "EINMAL"}.get(number, "")
        (texts / f"{number:03}.txt").write_text(f"{GERMAN} {number} {words}", encoding="utf-8")
    return plan_blocks(find_files([texts]).entries, {"de": "fake-1"}, {})


def loaded(folder: Path, out: BlockFolder, monkeypatch: pytest.MonkeyPatch, *options: str) -> None:
    """The rows of what the cluster wrote are those of one machine."""
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: FakeAnnotator())
    runner, databases = CliRunner(), [folder / "loaded.db", folder / "here.db"]
    runner.invoke(main, ["load", out.place, "--db", str(databases[0]), *options])
    runner.invoke(main, ["annotate", str(folder / "texts"), "--db", str(databases[1]), "--jobs", "1"])
    assert rows(databases[0]) == rows(databases[1])
    assert len(rows(databases[0])["documents"]) == BLOCKS * PER_BLOCK - 1


@pytest.mark.usefixtures("second")
def test_two_machines_write_the_rows_of_one(
    machines: Any, tmp_path: Path, blocks: tuple[Block, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Although an actor is killed; what raises is an issue. They compare the documents too, copies among them."""
    out = BlockFolder(str(tmp_path / "out"))
    out.start({"de": "fake-1"}, blocks)
    make = partial(Mortal, tmp_path / "marker")
    with cluster(machines.address, actors=2):
        done = list(annotate_blocks(blocks, folder=out, make=make, languages=["de"], columns={}))
    assert (tmp_path / "marker").exists()
    assert sorted(each.name for each in done) == [block.name for block in blocks]
    assert sum(each.failed for each in done) == 1
    loaded(tmp_path, out, monkeypatch, "--cluster", machines.address)


def test_a_machine_that_goes_is_made_up_for(
    machines: Any, second: Any, tmp_path: Path, blocks: tuple[Block, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it had at hand is done by the other one."""
    out = BlockFolder(str(tmp_path / "out"))
    out.start({"de": "fake-1"}, blocks)
    with cluster(machines.address, actors=2):
        found = annotate_blocks(blocks, folder=out, make=Slow, languages=["de"], columns={})
        first = next(found)
        machines.remove_node(second, allow_graceful=False)
        done = [first, *found]
    assert out.done() == {block.name for block in blocks}
    assert len(done) <= len(blocks)
    loaded(tmp_path, out, monkeypatch)


@pytest.mark.pipeline
def test_the_command_does_what_is_missing(machines: Any, tmp_path: Path) -> None:
    """With the shipped models: the rows of one machine; a second run has nothing to do, nor has a second load."""
    texts, out, runner = tmp_path / "texts", tmp_path / "out", CliRunner()
    texts.mkdir()
    (texts / "a.txt").write_text(f"Brücke bleibt zu\n\n{GERMAN}", encoding="utf-8")
    words = ["annotate", str(texts), "--cluster", machines.address, "--out", str(out), "--language", "de"]
    first = runner.invoke(main, words)
    assert (first.exit_code, "1 block annotated" in first.stdout) == (0, True), first.output
    assert "nothing to do" in runner.invoke(main, words).stdout
    load = ["load", str(out), "--db", str(tmp_path / "loaded.db")]
    assert "1 document annotated" in runner.invoke(main, load).stdout
    assert "nothing to do" in runner.invoke(main, load).stdout
    here = ["annotate", str(texts), "--db", str(tmp_path / "here.db"), "--jobs", "1", "--language", "de"]
    assert runner.invoke(main, here).exit_code == 0
    assert rows(tmp_path / "loaded.db") == rows(tmp_path / "here.db")
    assert rows(tmp_path / "here.db")["statements"]


def test_no_cluster_is_told(tmp_path: Path) -> None:
    """With the ways to one."""
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    words = ["annotate", str(tmp_path / "a.txt"), "--cluster", "127.0.0.1:1", "--out", str(tmp_path / "out")]
    found = CliRunner().invoke(main, words)
    assert found.exit_code == 2
    assert "ray start --head" in found.stderr
