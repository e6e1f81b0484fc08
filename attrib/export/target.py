"""`attrib export`: a database into a folder, whole or not at all.

Files are written into a hidden folder inside the target and renamed at the end, the listing last: an export that is
interrupted leaves nothing that could be taken for data.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import sqlite_utils

from attrib.database import WORKING_ID, kind, open_database
from attrib.errors import ExportError
from attrib.export.formats import chosen, left_out, write_formats
from attrib.export.listing import LISTING_FILE, Listing, listing, write_listing
from attrib.export.material import Material, Step, opened
from attrib.publish import DATABASE_FILE, published_file, write_published

_HIDDEN = ".export-"


def export(
    path: Path,
    *,
    formats: Sequence[str],
    out: Path,
    force: bool = False,
    started: Callable[[Material], Step] | None = None,
) -> Listing:
    """Write the formats into the folder `out` and return the listing that stands there as `downloads.json`.

    `path` is a working database, a published one, or a folder made by `attrib build`. A working database is published
    into a temporary folder first, so that an export never holds more than the site would show. `started` is told what
    is exported and returns what is called after each document or row. Raises ExportError for an unknown format and for
    a target that is in use, DatabaseError if there is nothing to export.
    """
    with _unfinished(Path(out), force=force) as folder, _material(Path(path), formats) as (material, names):
        if started is not None:
            material = Material(material.file, material.published, material.working, started(material))
        written = list(write_formats(material, names, folder))
        content = listing(folder, written, left_out(material, names))
        write_listing(folder, content)
    return content


@contextmanager
def _material(path: Path, formats: Sequence[str]) -> Iterator[tuple[Material, list[str]]]:
    file = path / DATABASE_FILE if path.is_dir() else path
    working: sqlite_utils.Database | None = None
    with ExitStack() as stack:
        if file.is_file() and kind(file) == WORKING_ID:
            names = chosen(formats, has_words=True)
            working = open_database(file)
            stack.callback(working.close)
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="attrib-")))
            file = folder / DATABASE_FILE
            write_published(working, file)
        else:
            names = chosen(formats, has_words=False)
            file = published_file(path)
        yield stack.enter_context(opened(file, working=working)), names


@contextmanager
def _unfinished(out: Path, *, force: bool) -> Iterator[Path]:
    """A hidden folder in the target; what it holds is put into place if all went well, or thrown away."""
    is_new = not out.exists()
    _check(out, force=force)
    folder = Path(tempfile.mkdtemp(dir=out, prefix=_HIDDEN))
    try:
        yield folder
        _put_in_place(folder, out)
    except OSError as error:
        raise ExportError(
            f"{out} cannot be written to ({error.strerror}). Make room or name another folder with --out; "
            "nothing half-written is left.",
            seen=str(out),
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if is_new and not any(out.iterdir()):
            out.rmdir()


def _check(out: Path, *, force: bool) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for left in out.glob(f"{_HIDDEN}*"):
            shutil.rmtree(left)
        is_used = any(out.iterdir())
    except OSError as error:
        raise ExportError(
            f"{out} cannot be used as a folder ({error.strerror}). Name another one with --out.", seen=str(out)
        ) from error
    if is_used and not force:
        raise ExportError(
            f"{out} is not empty. Name another folder with --out, or replace files of the same name with --force.",
            seen=str(out),
        )


def _put_in_place(folder: Path, out: Path) -> None:
    """Rename every file; the listing of an earlier export goes first and ours comes last."""
    (out / LISTING_FILE).unlink(missing_ok=True)
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in sorted(found, key=lambda path: path.name == LISTING_FILE):
        target = out / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
