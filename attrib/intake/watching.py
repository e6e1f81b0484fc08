"""Which files have come or changed since the last look, each once nobody writes it any more: for `attrib watch`."""

from collections.abc import Iterable
from pathlib import Path

from attrib.intake.documents_yml import FILE_NAME
from attrib.intake.finding import STDIN, Entry

SETTLED_SECONDS = 2.0
"""A file that was written so long ago, or is the same at two looks, is taken to be whole."""


class Watched:
    """What was taken up of the files that are watched; a file is known by its size, time and `documents.yml`."""

    def __init__(self) -> None:
        self._taken: dict[Path, str] = {}
        self._met: dict[Path, str] = {}

    def changed(self, entries: Iterable[Entry], *, now: float) -> tuple[tuple[Entry, ...], bool]:
        """Those that are to be taken up, at the time `now` (seconds since 1970), and whether others are being written.

        What is no longer there is forgotten.
        """
        states = {entry.path: (entry, file_state(entry)) for entry in entries}
        due, waiting = [], False
        for path, (entry, state) in states.items():
            if self._taken.get(path) == state:
                continue
            if entry.problem is not None or self._met.get(path) == state or _is_settled(path, now):
                due.append(entry)
            else:
                waiting = True
        self._met = {path: state for path, (_, state) in states.items()}
        self._taken = {path: state for path, state in self._taken.items() if path in states}
        return tuple(due), waiting

    def take(self, entries: Iterable[Entry]) -> None:
        """Put down that these were taken up, as they were at the last look."""
        self._taken |= {path: self._met[path] for path, _ in entries}


def file_state(entry: Entry) -> str:
    """A file as it lies there, and what lies beside it; the reason why it is not read."""
    path, problem = entry
    return f"{problem or ''} {_stat(path)} {_stat(path.parent / FILE_NAME)}"


def _stat(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return "-"
    return f"{found.st_size} {found.st_mtime_ns}"


def _is_settled(path: Path, now: float) -> bool:
    if path == STDIN:
        return True
    try:
        return now - path.stat().st_mtime >= SETTLED_SECONDS
    except OSError:
        return True  # the reader will say what is wrong with it
