"""Where no database can be written, the place is named: not another program that is thought to be writing there."""

import errno
import os
from pathlib import Path

import pytest

from attrib.errors import DatabaseError
from attrib.store.locking import only_writer


def refusal(path: Path) -> str:
    """What is said of the place."""
    with pytest.raises(DatabaseError) as caught, only_writer(path):
        pass
    return str(caught.value)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc here")
def test_a_place_where_no_file_can_be_made() -> None:
    """To the library that locks it looks as if somebody else had been there first."""
    told = refusal(Path("/proc/x.db"))
    assert "/proc cannot be written to" in told
    assert "another `attrib" not in told


@pytest.mark.parametrize("reason", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EDQUOT])
def test_the_systems_own_reason_is_told(reason: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that may only be read, a folder of somebody else's, a full disk."""

    def refused(*_: object) -> int:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr("attrib.store.locking.os.open", refused)
    told = refusal(tmp_path / "x.db")
    assert os.strerror(reason) in told
    assert str(tmp_path) in told
    assert "another folder" in told


def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is named as what it is."""

    def refused(_: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr("filelock.FileLock.acquire", refused)
    assert "cannot lock" in refusal(tmp_path / "x.db")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file(tmp_path: Path) -> None:
    """A pipe is not waited for, nothing is written to a device."""
    os.mkfifo(tmp_path / "pipe.db")
    assert "a pipe" in refusal(tmp_path / "pipe.db")
    assert "a device" in refusal(Path("/dev/null"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "is a folder"),
        ("none/x.db", "there is no folder"),
        ("a.txt/x.db", "a.txt"),
        ("n" * 300, "File name too long"),
    ],
)
def test_a_name_that_cannot_be_a_database(name: str, told: str, tmp_path: Path) -> None:
    """A folder, one that is not there, a text, a file as a folder, a name that is too long: nothing is left there."""
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    assert told in refusal(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]
