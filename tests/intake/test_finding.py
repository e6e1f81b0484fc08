"""Paths become the files below them; what is no file is named and never opened."""

import os
from pathlib import Path

import pytest

from attrib.errors import InputError
from attrib.intake.finding import STDIN, find_files


def written(folder: Path, name: str) -> Path:
    """A file of that name."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Der Pass ist offen.\n", encoding="utf-8")
    return path


def paths(*named: Path) -> list[Path]:
    """The files that are found, none of them with a problem."""
    found = find_files(named)
    assert [entry.problem for entry in found.entries if entry.problem] == []
    return [entry.path for entry in found.entries]


def problems(folder: Path) -> dict[str, str]:
    """The kinds of problems by file name."""
    return {entry.path.name: entry.problem.kind for entry in find_files([folder]).entries if entry.problem}


def test_a_folder_is_its_files_in_order(tmp_path: Path) -> None:
    """With the folders below it, without hidden ones; each once."""
    names = ["b.txt", "a.md", "sub/c.TXT", "d.jsonl.gz", "documents.yml", ".git/e.txt", "sub/.f.txt"]
    files = [written(tmp_path, name) for name in names]
    assert paths(tmp_path, files[0]) == [files[1], files[0], files[3], files[2]]


def test_files_of_other_kinds_are_counted(tmp_path: Path) -> None:
    """By suffix; what is known of the articles is none of them."""
    for name in ("a.txt", "b.jpg", "c.JPG", "Makefile", "documents.yml"):
        written(tmp_path, name)
    assert find_files([tmp_path]).passed_over == {".jpg": 2, "no suffix": 1}


def test_how_many_articles_there_are(tmp_path: Path) -> None:
    """As many as files, unless one may hold several."""
    written(tmp_path, "a.txt")
    assert find_files([tmp_path]).articles == 1
    written(tmp_path, "b.csv")
    assert find_files([tmp_path]).articles is None


def test_a_folder_inside_a_hidden_one_can_be_named(tmp_path: Path) -> None:
    """Hidden is what is hidden below the folder that was named."""
    file = written(tmp_path, ".cache/texts/a.txt")
    assert paths(file.parent) == [file]


def test_standard_input_is_a_file() -> None:
    """Called by its usual sign."""
    assert paths(STDIN) == [STDIN]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    """The message holds it."""
    with pytest.raises(InputError, match=r"nowhere\.txt"):
        find_files([tmp_path / "nowhere.txt"])


def test_a_file_of_another_kind_that_is_named_is_refused(tmp_path: Path) -> None:
    """The message says what can be read."""
    with pytest.raises(InputError, match=r"\.txt.*\.pdf"):
        find_files([written(tmp_path, "a.png")])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_named_pipe_is_not_opened(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(tmp_path / "a.txt")
    written(tmp_path, "b.txt")
    assert problems(tmp_path) == {"a.txt": "not_a_file"}


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices here")
def test_a_device_behind_a_link_is_not_opened(tmp_path: Path) -> None:
    """It would never end."""
    (tmp_path / "a.txt").symlink_to("/dev/zero")
    assert problems(tmp_path) == {"a.txt": "not_a_file"}


def test_links_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    """A folder is entered once on the same way, and the file in it is read once."""
    file = written(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "other").symlink_to(tmp_path / "sub", target_is_directory=True)
    found = find_files([tmp_path]).entries
    assert [entry.path.resolve() for entry in found if entry.problem is None] == [file]
    assert {entry.problem.kind for entry in found if entry.problem} == {"link_loop"}


def test_folders_that_all_link_to_each_other(tmp_path: Path) -> None:
    """There are more ways through twelve of them than there is time; each is entered once."""
    folders = [tmp_path / f"f{number:02}" for number in range(12)]
    for folder in folders:
        folder.mkdir()
        (folder / "a.txt").write_text(folder.name, encoding="utf-8")
    for folder in folders:
        for other in folders:
            if other != folder:
                (folder / f"to-{other.name}").symlink_to(other, target_is_directory=True)
    found = find_files([tmp_path]).entries
    assert sum(entry.problem is None for entry in found) == len(folders)


def test_folders_in_folders_without_end(tmp_path: Path) -> None:
    """Are gone through to the end, deeper than Python calls functions."""
    path = tmp_path
    for _ in range(1200):
        path /= "d"
        path.mkdir()
    (path / "a.txt").write_text("Text.", encoding="utf-8")
    try:
        assert paths(tmp_path) == [path / "a.txt"]
    finally:
        while (tmp_path / "d").exists():  # what pytest removes them with calls itself
            (tmp_path / "d").rename(tmp_path / "top")
            for below in (tmp_path / "top").iterdir():
                below.rename(tmp_path / below.name)
            (tmp_path / "top").rmdir()


def test_what_lies_too_deep_to_be_reached(tmp_path: Path) -> None:
    """Is named."""
    here, names = os.open(tmp_path, os.O_RDONLY), ["d" * 200] * 25
    for name in names:
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    assert list(problems(tmp_path).values()) == ["unreadable"]


def test_a_link_to_itself_and_to_nowhere(tmp_path: Path) -> None:
    """Both are named."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert problems(tmp_path) == {"a.txt": "unreadable", "b.txt": "unreadable"}


def test_a_name_with_a_line_break_is_told_on_one_line(tmp_path: Path) -> None:
    """A file name cannot forge a line of output."""
    with pytest.raises(InputError) as caught:
        find_files([tmp_path / "a\nb\x1b[31m.txt"])
    assert r"a\nb\x1b[31m.txt" in str(caught.value)
