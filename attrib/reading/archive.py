"""Zip archives: their members are read where they are, nothing is ever written to the disk.

A name that leads out of the archive, a link and an encrypted member are refused by name; what all members together may
unpack to is bounded (`packed.Budget`), whatever the archive says about itself. An archive in an archive is not opened.
"""

import io
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath, PureWindowsPath

from attrib.errors import InputError
from attrib.reading.found import Blob, Found, printable
from attrib.reading.packed import BROKEN, Bounded, Budget, seekable

MOST_MEMBERS = 100_000

Read = Callable[[Blob], Iterator[Found]]


def read_zip(blob: Blob, *, read: Read, is_known: Callable[[str], bool]) -> Iterator[Found]:
    """The articles of all members that are of a known format; `read` reads one of them."""
    with blob.open() as file:
        try:
            archive = zipfile.ZipFile(seekable(file))
        except (*BROKEN, RecursionError) as error:
            raise InputError(f"{blob.place}: is no zip archive ({error}).", seen=str(error), kind="archive") from error
        with archive:
            yield from _members(archive, blob, read=read, is_known=is_known)


def _members(archive: zipfile.ZipFile, blob: Blob, *, read: Read, is_known: Callable[[str], bool]) -> Iterator[Found]:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise InputError(
            f"{blob.place}: holds {len(members):,} files; at most {MOST_MEMBERS:,} are read. Split it.",
            seen=len(members),
            allowed=MOST_MEMBERS,
            kind="archive",
        )
    budget = Budget(blob.size, place=blob.place)
    for member in sorted(members, key=lambda each: each.filename):
        name = printable(member.filename)
        place = f"{blob.place}/{name}"
        if member.is_dir() or not is_known(member.filename):
            continue
        problem = _refusal(member, place=place)
        if problem is not None:
            yield Found(place, name, problem=problem)
            continue
        yield from read(_blob(archive, member, blob, budget=budget))


def _refusal(member: zipfile.ZipInfo, *, place: str) -> InputError | None:
    """Why a member is not read, None if it is."""
    path, windows = PurePosixPath(member.filename), PureWindowsPath(member.filename)
    if path.is_absolute() or windows.drive or windows.root or ".." in (*path.parts, *windows.parts):
        reason = "its name leads out of the archive"
    elif stat.S_ISLNK(member.external_attr >> 16):
        reason = "it is a link"
    elif member.flag_bits & 0x1:
        reason = "it is encrypted; unpack it yourself"
    elif member.filename.lower().endswith(".zip"):
        reason = "it is an archive in an archive; unpack it yourself"
    else:
        return None
    return InputError(f"{place}: is not read: {reason}.", seen=member.filename, kind="archive")


def _blob(archive: zipfile.ZipFile, member: zipfile.ZipInfo, blob: Blob, *, budget: Budget) -> Blob:
    name = printable(member.filename)

    def open_member() -> io.BufferedReader:
        try:
            stream = archive.open(member)
        except (*BROKEN, RuntimeError) as error:
            raise InputError(f"{blob.place}/{name}: is damaged ({error}).", seen=str(error), kind="archive") from error
        return io.BufferedReader(Bounded(stream, budget))

    return Blob(f"{blob.place}/{name}", f"{blob.name}/{name}", member.file_size, open_member, blob.columns)
