"""`attrib export`: a database into a folder, whole or not at all.

Files are written into a hidden folder inside the target and renamed at the end, the listing last: an export that is
interrupted leaves nothing that could be taken for data.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from attrib.errors import ExportError
from attrib.publish.export.formats import chosen, left_out, write_formats
from attrib.publish.export.listing import LISTING_FILE, Listing, listing, write_listing
from attrib.publish.export.material import Material, Step, opened
from attrib.publish.published import DATABASE_FILE, INSPECT_FILE, check_replaceable, published_file, write_published
from attrib.store.database import WORKING_ID, explained, kind, open_database

_HIDDEN = ".export-"
_WORK, _FILES = "work", "files"
"""What a hidden folder holds: the published copy that is made for the export, and what will be put into place."""


def export(
    path: Path,
    *,
    formats: Sequence[str],
    out: Path,
    force: bool = False,
    started: Callable[[Material], Step] | None = None,
) -> Listing:
    """Write the formats into the folder `out` and return the listing that stands there as `downloads.json`.

    `path` is a working database, from which a published copy is made first, or a published copy or its folder: nothing
    is written that the site would not show. `started` is told what is exported and returns what is called after each
    document or row. Raises ExportError for an unknown format, a missing library and a target that is in use,
    DatabaseError if there is nothing to export or another database would be replaced.
    """
    out, asked = Path(out), _asked(Path(path), formats)
    _check(out, asked, force=force)
    with _unfinished(out) as folder, _material(asked, folder / _WORK) as material:
        if started is not None:
            material = Material(material.file, material.published, material.working, started(material))
        files = folder / _FILES
        written = list(write_formats(material, asked.names, files))
        content = listing(files, written, left_out(material, asked.names))
        write_listing(files, content)
    return content


class _Asked(NamedTuple):
    """What is to be exported, known to be there."""

    file: Path
    is_working: bool
    names: list[str]


def _asked(path: Path, formats: Sequence[str]) -> _Asked:
    file = path / DATABASE_FILE if path.is_dir() else path
    is_working = file.is_file() and kind(file) == WORKING_ID
    names = chosen(formats, has_words=is_working)
    return _Asked(file if is_working else published_file(path), is_working, names)


@contextmanager
def _material(asked: _Asked, folder: Path) -> Iterator[Material]:
    """The published copy, made in the folder if there is only a working database."""
    if not asked.is_working:
        with opened(asked.file) as material:
            yield material
        return
    working = open_database(asked.file)
    with closing(working.conn):
        with explained(folder.parents[1]):
            write_published(working, folder / DATABASE_FILE)
        with opened(folder / DATABASE_FILE, working=working) as material:
            yield material


@contextmanager
def _unfinished(out: Path) -> Iterator[Path]:
    """A hidden folder in the target; the files in it are put into place if all went well, or thrown away."""
    is_new = not out.exists()
    with _told(out):
        out.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=out, prefix=_HIDDEN))
    try:
        with _told(out):
            for name in (_WORK, _FILES):
                (folder / name).mkdir()
            yield folder
            _put_in_place(folder / _FILES, out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if is_new and not any(out.iterdir()):
            out.rmdir()


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """What the system says of the target, in a sentence that says what to do."""
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        raise ExportError(
            f"{out} cannot be made a folder, because a file stands in its way. Name another folder with --out.",
            seen=str(out),
        ) from error
    except OSError as error:
        raise ExportError(
            f"{out} cannot be written to ({error.strerror}). Make room or name another folder with --out; "
            "nothing half-written is left.",
            seen=str(out),
        ) from error


def _check(out: Path, asked: _Asked, *, force: bool) -> None:
    """Refuse what would be overwritten, and sweep away what a killed export left."""
    for folder in (out.resolve(), *out.resolve().parents):
        if (folder / INSPECT_FILE).is_file():
            raise ExportError(
                f"{out} is inside {folder}, which `attrib build` made and will make anew. Name a folder outside "
                "it with --out.",
                seen=str(out),
            )
    if not out.is_dir():
        return
    with _told(out):
        for left in out.glob(f"{_HIDDEN}*"):
            shutil.rmtree(left)
        is_used = any(out.iterdir())
    if is_used and not force:
        raise ExportError(
            f"{out} is not empty. Name another folder with --out, or replace files of the same name with --force.",
            seen=str(out),
        )
    if "sqlite" in asked.names:
        check_replaceable(out / DATABASE_FILE)


def _put_in_place(folder: Path, out: Path) -> None:
    """Rename every file; the listing of an earlier export goes first and ours comes last."""
    (out / LISTING_FILE).unlink(missing_ok=True)
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in sorted(found, key=lambda path: path.name == LISTING_FILE):
        target = out / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
