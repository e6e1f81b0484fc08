"""Paths → the files below them that can be read, in a fixed order, each once; what is no file is named, not opened.

Opening a FIFO waits for ever and a device may never end, so only regular files are opened. Links are followed, but no
folder is entered twice: a dozen folders that link to each other have more ways through them than there is time.
"""

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from attrib.errors import InputError
from attrib.intake.documents_yml import FILE_NAME
from attrib.intake.reading.formats import FORMATS, SUFFIXES, is_known, kind_of
from attrib.intake.reading.found import printable

_PAPERS = frozenset({FILE_NAME, "NOTICE", "LICENSE", "LICENCE", "README"})
"""What lies beside articles and is no article that somebody may miss."""
STDIN = Path("-")
Identity = tuple[int, int]
"""Device and number of a folder: the same by whatever name it is reached."""


class Entry(NamedTuple):
    """A file to be read, or the reason why it is not."""

    path: Path
    problem: InputError | None = None


class Findings(NamedTuple):
    """What lies below some paths."""

    entries: tuple[Entry, ...]
    passed_over: Counter[str]
    """How many files of other kinds there were, by suffix."""

    @property
    def articles(self) -> int | None:
        """How many articles there are; None if a file may hold several."""
        several = any(not FORMATS[kind].is_one for path, _ in self.entries if (kind := kind_of(path.name)))
        return None if several else len(self.entries)


def find_files(paths: Sequence[Path]) -> Findings:
    """The files among `paths` and below the folders among them; `-` stands for standard input.

    Raises InputError for a path that does not exist or a file of another kind that was named directly; files of other
    kinds inside a folder are counted and passed over.
    """
    entries: dict[str, Entry] = {}
    passed_over: Counter[str] = Counter()
    entered: set[Identity] = set()
    for path in paths:
        for entry in _entries(path, entered):
            if entry.problem is None and entry.path != STDIN and not is_known(entry.path.name):
                passed_over[entry.path.suffix.lower() or "no suffix"] += entry.path.name not in _PAPERS
            else:
                entries.setdefault(os.path.realpath(entry.path), entry)
    return Findings(tuple(entries.values()), +passed_over)


def _entries(path: Path, entered: set[Identity]) -> Iterator[Entry]:
    if path == STDIN or (path.is_file() and is_known(path.name)):
        yield Entry(path)
    elif path.is_dir():
        yield from _below(path, entered)
    elif not path.exists():
        raise InputError(
            f"{printable(path)}: there is no such file or folder. Name an existing one.", seen=printable(path)
        )
    else:
        raise InputError(
            f"{printable(path)}: cannot be read as an article; {path.suffix or 'a name without ending'} is no known "
            "format. Save it as .txt, .html, .pdf or .docx, or pipe it in and say what it is (attrib annotate - "
            "--format txt); docs/intake.md lists all formats.",
            seen=path.suffix,
            allowed=SUFFIXES,
        )


def _below(top: Path, entered: set[Identity]) -> Iterator[Entry]:
    """The files of a folder by name, then those of the folders in it; hidden ones are left alone."""
    # No recursion, folders may lie deep. The last comes first, so those of a folder are put there in reverse.
    waiting: list[tuple[Path, frozenset[Identity]]] = [(top, frozenset())]
    while waiting:
        folder, above = waiting.pop()
        try:
            identity = _identity(folder)
            children = sorted(child for child in folder.iterdir() if not child.name.startswith("."))
        except OSError as error:
            yield Entry(folder, _problem(folder, f"the folder cannot be opened ({error.strerror})", kind="unreadable"))
            continue
        if identity in above:
            yield Entry(folder, _problem(folder, "a link that leads back to a folder above it", kind="link_loop"))
        if identity not in entered:
            entered.add(identity)
            # Path.is_dir raises where a folder may be listed but not entered.
            folders = [child for child in children if os.path.isdir(child)]  # noqa: PTH112
            for child in sorted(set(children) - set(folders)):
                yield from _file(child)
            waiting += [(child, above | {identity}) for child in reversed(folders)]


def _file(path: Path) -> Iterator[Entry]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        to_nothing = error.errno in {errno.ENOENT, errno.ELOOP}  # a link to nowhere, or to itself
        if is_known(path.name) or not to_nothing:
            yield Entry(path, _problem(path, f"cannot be opened ({error.strerror})", kind="unreadable"))
        return
    if stat.S_ISREG(mode):
        yield Entry(path)
    else:
        yield Entry(
            path, _problem(path, f"{_SPECIAL.get(stat.S_IFMT(mode), 'no file')}, not a file", kind="not_a_file")
        )


_SPECIAL = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def _problem(path: Path, what: str, *, kind: Literal["unreadable", "link_loop", "not_a_file"]) -> InputError:
    return InputError(f"{printable(path)}: {what}. It was passed over.", seen=printable(path), kind=kind)


def _identity(path: Path) -> Identity:
    found = path.stat()
    return found.st_dev, found.st_ino
