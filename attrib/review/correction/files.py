"""Corrected files on the disk: a file, a zip archive or a folder of them, read no further than is allowed."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from attrib.errors import InputError
from attrib.intake.reading.archive import MOST_MEMBERS
from attrib.intake.reading.found import Blob, printable
from attrib.intake.reading.lines import LONGEST_LINE
from attrib.intake.reading.packed import BROKEN, Budget, member_of, unpacked


def files(path: Path, *, suffixes: tuple[str, ...]) -> Iterator[Blob]:
    """The files with these ends at a path: itself, below it if it is a folder, or in it if it is an archive.

    Raises InputError if there are none, and for a file of another kind.
    """
    found = _members(path, suffixes) if path.suffix.lower() == ".zip" else _on_disk(path, suffixes)
    is_empty = True
    for blob in found:
        is_empty = False
        yield blob
    if is_empty:
        raise InputError(
            f"{printable(path)}: holds no file that ends with {' or '.join(suffixes)}. Name a corrected file of "
            "`attrib export`; an archive in an archive is not opened, unpack it first.",
            seen=path.name,
            allowed=suffixes,
        )


def lines(path: Path) -> Iterator[tuple[bytes, str]]:
    """The lines of JSON Lines at a path, packed or not, that are not blank, each with its place.

    Raises InputError for a line that is too long, and as `files` does.
    """
    for blob in files(path, suffixes=(".jsonl", ".jsonl.gz")):
        with blob.open() as file:
            number = 0
            while line := file.readline(LONGEST_LINE):
                number += 1
                if line.strip():
                    yield _whole(line, place=f"{blob.place}:{number}")


def _whole(line: bytes, *, place: str) -> tuple[bytes, str]:
    if len(line) == LONGEST_LINE:
        raise InputError(f"{place}: too long; at most {LONGEST_LINE:,} bytes of a line are read.", kind="too_large")
    return line, place


def _on_disk(path: Path, suffixes: tuple[str, ...]) -> Iterator[Blob]:
    if not path.exists():
        raise InputError(f"{printable(path)}: there is no such file. Name a corrected file of `attrib export`.")
    found = sorted(path.rglob("*")) if path.is_dir() else [path]
    for each in found:
        if each.name.lower().endswith(suffixes) and each.is_file():
            blob = Blob(printable(each), printable(each.name), each.stat().st_size, lambda each=each: each.open("rb"))  # type: ignore[misc]
            yield unpacked(blob, suffix=".gz") if each.suffix == ".gz" else blob


def _members(path: Path, suffixes: tuple[str, ...]) -> Iterator[Blob]:
    try:
        archive = zipfile.ZipFile(path)
    except (*BROKEN, RecursionError) as error:
        raise InputError(f"{printable(path)}: is no zip archive ({error}).", seen=str(error), kind="archive") from error
    with archive:
        members = sorted(archive.infolist(), key=lambda each: each.filename)
        if len(members) > MOST_MEMBERS:
            raise InputError(f"{printable(path)}: holds {len(members):,} files; at most {MOST_MEMBERS:,} are read.")
        budget = Budget(path.stat().st_size, place=printable(path))
        for member in members:
            if member.filename.lower().endswith(suffixes):
                name = printable(member.filename)
                place = f"{printable(path)}/{name}"
                yield member_of(archive, member, place=place, name=name, budget=budget, damage="damaged or encrypted")
