"""A published folder that is replaced in one step: a link to the newest of the builds beside it.

    dist → dist.builds/000002      what everybody names
    dist.builds/000001             what it led to before, for a minute more
    dist.builds/state              what decided the newest build

Whoever opened a file by way of the link goes on reading the build to which it belongs; a build is never changed.
"""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from attrib import __version__
from attrib.errors import DatabaseError
from attrib.fingerprint import fingerprint
from attrib.publish.persons import PrivatePersons, erase_list
from attrib.publish.published import DATABASE_FILE, BuildReport, build, check_replaceable
from attrib.store.database import SCHEMA_VERSION, explained

KEPT_SECONDS = 60
"""So long a build is there after another one has taken its place: for requests that began with it."""
_STATE = "state"
_COUNTED = (
    "SELECT count(*), max(pk) FROM documents",
    "SELECT count(*), max(pk), max(started) FROM runs",
    "SELECT max(pk) FROM judgements",
    "SELECT count(*) FROM source_ratings",
)
"""What is written whenever something happens that is published."""


def publish(database: Path, out: Path, **options: Any) -> BuildReport:
    """`attrib.publish.published.build` into the folder `out`; `replace_build` if `out` is a link made by that."""
    return (replace_build if leads_to_build(Path(out)) else build)(database, out, **options)


def replace_build(database: Path, out: Path, **options: Any) -> BuildReport:
    """Publish the working database beside `out` and have `out` lead there, in one step: nobody ever finds half a build.

    `options` are those of `attrib.publish.published.build`. A folder `out` that was published before becomes the first
    of the builds. Raises DatabaseError as `build` does, for an `out` that is something else, if links cannot be made
    there, and while another process publishes there.
    """
    out = Path(out)
    with _only_builder(out) as builds:
        adopt(out)
        _remove_unfinished(out)
        folder = _next(builds)
        report = build(database, folder, **options)
        _lead(out, folder)
        _remove_replaced(builds)
    return report._replace(database=out / DATABASE_FILE)


def leads_to_build(out: Path) -> bool:
    """Whether it is a link to one of the builds beside it."""
    return out.is_symlink() and out.resolve().parent == _builds(out).resolve()


def adopt(out: Path) -> None:
    """Put a link in the place of a published folder, which becomes a build; what is a link already stays as it is.

    It is read by its name as before. Raises DatabaseError for what is neither, and for a folder with something else.
    """
    if leads_to_build(out) or not (out.exists() or out.is_symlink()):
        return
    if out.is_symlink() or not out.is_dir():
        raise DatabaseError(
            f"{out} exists and is no folder published by attrib; it would be replaced. Name another one with --out.",
            seen=str(out),
        )
    check_replaceable(out / DATABASE_FILE)
    if any(out.iterdir()) and not (out / DATABASE_FILE).exists():
        raise DatabaseError(
            f"{out} holds something else than a published copy; all of it would be replaced. Name another folder with "
            "--out.",
            seen=str(out),
        )
    builds = _builds(out)
    builds.mkdir(exist_ok=True)
    folder = _next(builds)
    out.rename(folder)
    _lead(out, folder)


def state_of(
    database: Path, *, private_persons: PrivatePersons = "initials", erase: Path | None = None, downloads: bool = True
) -> str:
    """What decides a build, in a few digits: what was annotated, judged and rated last, and how it is published.

    Raises DatabaseError if the database cannot be read, ResourceError if the list `erase` cannot.
    """
    with explained(database), closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as db:
        counted = [*map(str, (db.execute(sql).fetchone() for sql in _COUNTED))]
    erased = erase_list(erase, database)
    return fingerprint([*counted, *erased, private_persons, str(downloads), __version__, str(SCHEMA_VERSION)])


def state_of_build(out: Path) -> str | None:
    """What `keep_state` was told for the build to which `out` leads; None if there is none."""
    if not leads_to_build(out) or not (out / DATABASE_FILE).exists():
        return None
    file = _builds(out) / _STATE
    return file.read_text(encoding="utf-8") if file.is_file() else None


def keep_state(out: Path, state: str) -> None:
    """Put down what decided the newest build."""
    (_builds(out) / _STATE).write_text(state, encoding="utf-8")


def _builds(out: Path) -> Path:
    return out.parent / f"{out.name}.builds"


def _numbers(builds: Path) -> list[int]:
    return sorted(int(each.name) for each in builds.iterdir() if each.name.isdecimal())


def _build(builds: Path, number: int) -> Path:
    return builds / f"{number:06}"


def _next(builds: Path) -> Path:
    """The folder for a build after all that are there."""
    return _build(builds, max(_numbers(builds), default=0) + 1)


@contextmanager
def _only_builder(out: Path) -> Iterator[Path]:
    """The folder of the builds, while nobody else publishes there."""
    builds = _builds(out)
    try:
        builds.mkdir(parents=True, exist_ok=True)
        lock = FileLock(builds / "lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise DatabaseError(
            f"{out}: another process publishes there. Wait until it has ended, or name another folder with --out.",
            seen=str(out),
        ) from error
    except OSError as error:
        raise DatabaseError(
            f"{builds} cannot be written to ({error.strerror}). Name another folder with --out.", seen=str(builds)
        ) from error
    try:
        yield builds
    finally:
        lock.release()


def _lead(out: Path, folder: Path) -> None:
    """Have the link `out` lead to a build; it is renamed into place, so that it leads somewhere at any moment."""
    link = folder.parent / "link"
    try:
        link.unlink(missing_ok=True)
        link.symlink_to(Path(folder.parent.name, folder.name), target_is_directory=True)
        os.replace(link, out)  # noqa: PTH105, a Path would say the same of two links less plainly
    except OSError as error:
        raise DatabaseError(
            f"{out}: a link cannot be put there ({error.strerror}), and without one no folder can be replaced in one "
            "step. Use `attrib build`, and restart what serves the folder.",
            seen=str(out),
        ) from error


def _remove_unfinished(out: Path) -> None:
    """What a process left that was killed while it published: builds later than the one that is shown."""
    builds = _builds(out)
    if leads_to_build(out):
        for number in _numbers(builds):
            if number > int(out.resolve().name):
                shutil.rmtree(_build(builds, number), ignore_errors=True)


def _remove_replaced(builds: Path) -> None:
    """Builds whose successor has been there long enough."""
    numbers = _numbers(builds)
    for number, following in pairwise(numbers):
        if time.time() - _build(builds, following).stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(_build(builds, number), ignore_errors=True)
