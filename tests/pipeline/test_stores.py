"""Blocks in a store that speaks S3, here a stand-in on this machine; skipped where moto is not installed."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib.cli import main
from attrib.intake.finding import find_files
from attrib.pipeline.blocks import Block, BlockFolder, plan_blocks
from attrib.pipeline.cluster import BlockAnnotator
from bench.kills import rows
from tests.annotator import GERMAN, FakeAnnotator

server = pytest.importorskip("moto.server", reason="needs moto[server]", exc_type=ImportError)
pytestmark = pytest.mark.filterwarnings("ignore")
"""Warnings of moto's own code."""


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a folder in an empty bucket."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"s3://news/annotated?endpoint_override={host}:{port}&scheme=http&region=us-east-1&allow_bucket_creation=true"
    running.stop()


def test_a_store_holds_what_a_folder_holds(store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is planned, begun and done; and it is loaded into the rows of one machine."""
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: FakeAnnotator())
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(70):
        (texts / f"{number:02}.txt").write_text(f"{GERMAN} {number}", encoding="utf-8")
    blocks = plan_blocks(find_files([texts]).entries, {"de": "fake-1"}, {})
    out = BlockFolder(store)
    out.start({"de": "fake-1"}, blocks)
    assert out.done() == frozenset()
    annotator = BlockAnnotator(FakeAnnotator, out, ["de"], {})
    annotator({"block": [block.to_json() for block in blocks]})
    assert BlockFolder(store).done() == {block.name for block in blocks}
    assert out.begin(blocks[0].name) == 2
    out.forget_beginnings()
    assert out.begin(blocks[0].name) == 1
    _compared(store, tmp_path, blocks)


def _compared(store: str, folder: Path, blocks: tuple[Block, ...]) -> None:
    runner, loaded, here = CliRunner(), folder / "loaded.db", folder / "here.db"
    first = runner.invoke(main, ["load", store, "--db", str(loaded)])
    assert first.exit_code == 0, first.output
    assert "70 documents annotated" in first.stdout
    assert "70 documents unchanged" in runner.invoke(main, ["load", store, "--db", str(loaded)]).stdout
    runner.invoke(main, ["annotate", str(folder / "texts"), "--db", str(here), "--jobs", "1"])
    assert rows(loaded) == rows(here)
