"""An export is whole or not there, and replaces nothing that it was not told to."""

import errno
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib.cli import main
from attrib.errors import DatabaseError, ExportError
from attrib.publish.export import FORMATS
from attrib.publish.export.target import export
from attrib.publish.published import build
from attrib.store.database import WORKING_ID, kind
from attrib.store.write import open_database, write_annotation
from tests import articles

STOPS_HALFWAY = """
import signal, sys, time
from attrib.cli import main
from attrib.publish.export import nested

def slowly(*asked, whole=nested.nested):
    for row in whole(*asked):
        yield row
        print("half", flush=True)
        time.sleep(600)

nested.nested = slowly
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell takes from what runs in the background
main(["export", sys.argv[1], "--format", "csv", "--format", "jsonl", "--out", sys.argv[2]])
"""


@pytest.fixture
def working(tmp_path: Path) -> Path:
    """A working database with three articles."""
    path = tmp_path / "work.db"
    db = open_database(path, create=True)
    with closing(db.conn):
        for annotation in articles.all_articles():
            write_annotation(db, annotation)
    return path


@pytest.fixture
def dist(working: Path) -> Path:
    """A folder made by `attrib build`."""
    return build(working, working.parent / "dist").database.parent


def stopped(working: Path, out: Path, number: signal.Signals) -> int:
    """The exit code of `attrib export` when a signal comes while a file is half written."""
    command = [sys.executable, "-c", STOPS_HALFWAY, str(working), str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"half\n"
        half = [path.name for path in out.glob(".export-*/files/*")]
        assert "statements_flat.csv.gz" in half
        assert "documents.jsonl.gz" in half
        child.send_signal(number)
        try:
            return child.wait(timeout=120)
        finally:
            child.kill()


def test_interrupted_export_leaves_nothing(working: Path, tmp_path: Path) -> None:
    """Ctrl-C ends it with exit code 1, and the folder is not even there."""
    assert stopped(working, tmp_path / "out", signal.SIGINT) == 1
    assert not (tmp_path / "out").exists()


def test_killed_export_leaves_no_file_under_its_name(working: Path, tmp_path: Path) -> None:
    """All is in a hidden folder, which the next export sweeps away, without --force."""
    out = tmp_path / "out"
    assert stopped(working, out, signal.SIGKILL) == -signal.SIGKILL
    assert [path.name[:8] for path in out.iterdir()] == [".export-"]
    export(working, formats=["jsonl"], out=out)
    assert {path.name for path in out.iterdir()} == {
        "claims.jsonl.gz", "documents.jsonl.gz", "downloads.json", "sources.jsonl.gz",
    }  # fmt: skip


def test_earlier_export_survives_a_killed_one(working: Path, tmp_path: Path) -> None:
    """Files are replaced when all new ones are whole, not one after the other."""
    out = tmp_path / "out"
    export(working, formats=["jsonl"], out=out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def fail() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(ExportError, match=r"No space left on device.*nothing half-written"):
        export(working, formats=["jsonl"], out=out, force=True, started=lambda _: fail)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_working_database_is_never_replaced(working: Path) -> None:
    """Not even with --force: the sqlite format writes `attrib.db`, and so may somebody's working database be called."""
    own = working.rename(working.parent / "attrib.db")
    with pytest.raises(DatabaseError, match="it would be replaced"):
        export(own, formats=["sqlite"], out=own.parent, force=True)
    assert kind(own) == WORKING_ID
    export(own, formats=["jsonl"], out=own.parent, force=True)
    assert kind(own) == WORKING_ID


def test_published_copy_may_be_replaced(working: Path, tmp_path: Path) -> None:
    """By --force, as every file of an earlier export."""
    for _ in range(2):
        export(working, formats=["sqlite"], out=tmp_path / "out", force=True)
    assert (tmp_path / "out" / "attrib.db").exists()


@pytest.mark.parametrize("place", ["", "downloads", "new", "new/deep"])
def test_folder_of_a_build_is_no_target(dist: Path, working: Path, place: str) -> None:
    """Its listing would no longer fit its files, and the next build would not know the others."""
    before = sorted(path for path in dist.rglob("*"))
    for source in (dist, working):
        with pytest.raises(ExportError, match=r"is inside .*dist, which `attrib build` made"):
            export(source, formats=["jsonl"], out=dist / place, force=True)
    assert sorted(path for path in dist.rglob("*")) == before


def _text(folder: Path) -> Path:
    (folder / "text.txt").write_text("Die Lage sei ernst.", encoding="utf-8")
    return folder / "text.txt"


def _empty(folder: Path) -> Path:
    (folder / "empty.db").touch()
    return folder / "empty.db"


def _foreign(folder: Path) -> Path:
    with closing(sqlite3.connect(folder / "foreign.db")) as connection:
        connection.execute("CREATE TABLE t (x)")
    return folder / "foreign.db"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "missing.db", "there is no database of attrib"),
        (lambda folder: folder, "there is no database of attrib"),
        (_text, "file is not a database"),
        (_empty, "there is no database of attrib"),
        (_foreign, "there is no database of attrib"),
    ],
    ids=["missing", "folder", "text", "empty", "foreign"],
)
def test_what_is_no_database_of_ours_is_told(make: Callable[[Path], Path], said: str, tmp_path: Path) -> None:
    """In a sentence that says what to name instead; no folder is made for it."""
    path, out = make(tmp_path), tmp_path / "some" / "out"
    told = CliRunner().invoke(main, ["export", str(path), "--format", "csv", "--out", str(out)])
    assert told.exit_code == 2
    assert said in told.stderr
    assert "attrib annotate" in told.stderr
    assert not out.parent.exists()


def test_database_that_was_never_built_is_exported(tmp_path: Path) -> None:
    """A working database needs no `attrib build` first, and may be empty."""
    open_database(tmp_path / "work.db", create=True).close()
    told = CliRunner().invoke(
        main, ["export", str(tmp_path / "work.db"), "--format", "jsonl", "--out", str(tmp_path / "out")]
    )
    assert told.exit_code == 0
    assert "documents.jsonl.gz: 0 documents" in told.stdout


@pytest.mark.parametrize("name", ["excel", "CSV", "", "csv,jsonl"])
def test_unknown_format_lists_the_known_ones(working: Path, tmp_path: Path, name: str) -> None:
    """And what was asked for; nothing is written, not even the formats that are known."""
    words = ["export", str(working), "--format", "jsonl", "--format", name, "--out", str(tmp_path / "out")]
    told = CliRunner().invoke(main, words)
    assert told.exit_code == 2
    assert f"There is no format {name!r}. The formats are: {', '.join(FORMATS)}." in told.stderr
    assert not (tmp_path / "out").exists()


def test_file_in_the_way_of_the_target(working: Path, tmp_path: Path) -> None:
    """Whether it stands at the target or above it."""
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(ExportError, match="a file stands in its way"):
            export(working, formats=["jsonl"], out=out)
    assert (tmp_path / "file").read_text() == "mine"


def test_unwritable_target_is_told(working: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the system says of it."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ExportError, match=r"cannot be written to \(Permission denied\)"):
        export(working, formats=["jsonl"], out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_full_disk_while_publishing_is_told(working: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's word for it comes with advice too."""

    def fail(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("attrib.publish.export.target.write_published", fail)
    with pytest.raises(DatabaseError, match="Make room on the disk"):
        export(working, formats=["jsonl"], out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
