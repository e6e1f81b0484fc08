"""`attrib watch`: what is new is annotated and published, and nothing that is wrong with one article ends it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attrib.cli import main
from attrib.intake.finding import Entry
from attrib.intake.watching import SETTLED_SECONDS, Watched
from tests.annotator import GERMAN, FakeAnnotator

pytestmark = pytest.mark.usefixtures("fake")

ROOT = Path(__file__).parents[2]
OLD = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two articles in `texts`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    put("a.txt", GERMAN)
    put("b.txt", f"{GERMAN} Zwei.")
    return tmp_path


def put(name: str, text: str, *, at: int = OLD) -> None:
    """An article that nobody has written for long."""
    path = Path("texts", name)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))


def watch(*words: str) -> Result:
    """One look, without the files to take away."""
    return CliRunner().invoke(main, ["watch", "texts", "--no-downloads", "--once", *words])


def published() -> list[str]:
    """The names of the articles that readers find."""
    with closing(sqlite3.connect("file:dist/attrib.db?mode=ro", uri=True)) as db:
        return sorted(name for (name,) in db.execute("SELECT name FROM documents"))


@pytest.mark.usefixtures("folder")
def test_what_is_new_is_annotated_and_published(fake: FakeAnnotator) -> None:
    """Once each; the folder leads to a new build, the one before stays for a while."""
    first = watch()
    assert (first.exit_code, published()) == (0, ["a.txt", "b.txt"])
    assert "published to dist: 2 statements in 2 documents" in first.stdout
    before = Path("dist").resolve()
    put("c.txt", f"{GERMAN} Drei.")
    second = watch()
    assert (second.exit_code, published()) == (0, ["a.txt", "b.txt", "c.txt"])
    assert Path("dist").resolve() != before
    assert before.is_dir()
    assert fake.seen == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.usefixtures("folder")
def test_nothing_new_is_not_published_again() -> None:
    """The build stays the same, so that caches do."""
    watch()
    before = Path("dist").resolve()
    again = watch()
    assert (again.exit_code, Path("dist").resolve()) == (0, before)
    assert "nothing to do" in again.stdout
    assert "published" not in again.stdout


@pytest.mark.parametrize("change", ["judgement", "option", "erase"])
@pytest.mark.usefixtures("folder")
def test_what_else_is_published_is_published(change: str) -> None:
    """A judgement, another option, a name that shall not be shown any more."""
    watch()
    before = Path("dist").resolve()
    if change == "judgement":
        with closing(sqlite3.connect("attrib.db")) as db, db:
            db.execute(
                "INSERT INTO judgements (pk, document, statement, statement_id, spans, field, old, new, judged_by, "
                "judged_on) SELECT 1, document, pk, id, '[[0, 9]]', 'type', 'indirect', 'direct', 'me', '2026-01-01' "
                "FROM statements LIMIT 1"
            )
    elif change == "erase":
        Path("erase.txt").write_text("Mustermann\n", encoding="utf-8")
    watch(*["--private-persons", "omit"] * (change == "option"))
    assert Path("dist").resolve() != before


@pytest.mark.usefixtures("folder")
def test_a_bad_article_is_an_issue() -> None:
    """The others are published; it is named, and the next look has nothing to say about it until it changes."""
    put("bad.txt", f"{GERMAN} KAPUTT")
    put("empty.txt", "")
    result = watch()
    assert (result.exit_code, published()) == (3, ["a.txt", "b.txt"])
    assert "no tree" in result.stderr
    put("bad.txt", f"{GERMAN} heil", at=OLD + 1)
    put("empty.txt", f"{GERMAN} voll", at=OLD + 1)
    assert (watch().exit_code, published()) == (0, ["a.txt", "b.txt", "bad.txt", "empty.txt"])


@pytest.mark.usefixtures("folder")
def test_a_published_folder_becomes_a_link() -> None:
    """What `attrib build` made is not lost, and `attrib build` publishes in one step from then on."""
    watch("--out", "other")
    runner = CliRunner()
    assert runner.invoke(main, ["build", "attrib.db", "--no-downloads"]).exit_code == 0
    assert not Path("dist").is_symlink()
    put("c.txt", f"{GERMAN} Drei.")
    assert watch().exit_code == 0
    assert Path("dist").is_symlink()
    before = Path("dist").resolve()
    assert runner.invoke(main, ["build", "attrib.db", "--no-downloads"]).exit_code == 0
    assert Path("dist").resolve() not in (before, Path("dist").absolute())
    assert len(published()) == 3


@pytest.mark.usefixtures("folder")
def test_what_is_not_ours_is_not_replaced() -> None:
    """A folder with something else, a link to somewhere else, a file."""
    Path("mine").mkdir()
    Path("mine", "letter.txt").write_text("Liebe Eva", encoding="utf-8")
    Path("elsewhere").symlink_to("mine")
    for out in ("mine", "elsewhere"):
        refused = watch("--out", out)
        assert refused.exit_code == 2
        assert "--out" in refused.stderr
    assert [each.name for each in Path("mine").iterdir()] == ["letter.txt"]


@pytest.mark.usefixtures("folder")
def test_what_a_killed_process_left_is_removed() -> None:
    """And what was replaced long ago."""
    watch()
    Path("dist.builds", "000007").mkdir()
    Path("dist.builds", "000007", "attrib.db").write_bytes(b"half")
    put("c.txt", f"{GERMAN} Drei.")
    watch()
    os.utime("dist.builds/000002", (OLD, OLD))
    put("d.txt", f"{GERMAN} Vier.")
    watch()
    assert sorted(each.name for each in Path("dist.builds").iterdir() if each.is_dir()) == ["000002", "000003"]
    assert len(published()) == 4


@pytest.mark.usefixtures("folder")
def test_wrong_use_is_told() -> None:
    """Before anything is written."""
    missing = CliRunner().invoke(main, ["watch", "nowhere", "--once"])
    stdin = CliRunner().invoke(main, ["watch", "-", "--once"])
    assert (missing.exit_code, stdin.exit_code) == (2, 2)
    assert "no such file or folder" in missing.stderr
    assert "cannot be watched" in stdin.stderr


def test_a_file_is_taken_up_when_it_is_whole(tmp_path: Path) -> None:
    """Not while it is written (two looks find the same); again when it or what is known beside its text changes."""
    path = tmp_path / "a.txt"
    path.write_text("halb", encoding="utf-8")
    os.utime(path, (OLD, OLD))
    watched, entry = Watched(), Entry(path)
    assert watched.changed([entry], now=OLD + 0.1) == ((), True)
    path.write_text("halb und ganz", encoding="utf-8")
    os.utime(path, (OLD + 1, OLD + 1))
    assert watched.changed([entry], now=OLD + 1.1) == ((), True)
    assert watched.changed([entry], now=OLD + 1.2) == ((entry,), False)
    watched.take([entry])
    assert watched.changed([entry], now=OLD + 9) == ((), False)
    (tmp_path / "documents.yml").write_text("a.txt: {title: A}\n", encoding="utf-8")
    assert watched.changed([entry], now=OLD + 1 + SETTLED_SECONDS) == ((entry,), False)
    watched.take([entry])
    assert watched.changed([], now=OLD + 9) == ((), False)
    assert watched.changed([entry], now=OLD + 99) == ((entry,), False)


_WATCHING = """
import sys
import attrib.pipeline.annotate
from attrib.cli import main
from tests.annotator import FakeAnnotator
attrib.pipeline.annotate.make_annotator = lambda **_: FakeAnnotator()
sys.argv = ["attrib", "watch", "texts", "--no-downloads", "--every", "0.1"]
main()
"""


def eventually(is_so: Callable[[], bool]) -> None:
    """Wait until it is so, but not for ever."""
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.1)


@pytest.mark.usefixtures("folder")
def test_it_looks_again_until_it_is_interrupted() -> None:
    """New articles come to the readers; an error in between is told and made up for; Ctrl-C ends without a trace."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", _WATCHING], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        eventually(lambda: Path("dist", "attrib.db").exists())
        Path("texts").rename("away")
        time.sleep(0.5)
        Path("away").rename("texts")
        put("c.txt", f"{GERMAN} Drei.")
        eventually(lambda: len(published()) == 3)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 0, stderr
    assert stdout.count("published to dist") == 2
    assert "The next look tries again" in stderr
    assert "Traceback" not in stderr
