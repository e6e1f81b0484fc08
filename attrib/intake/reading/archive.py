"""Zip archives: their members are read where they are, nothing is ever written to the disk.

A name that leads out of the archive, a link and an encrypted member are refused by name; what all members together may
unpack to is bounded (`packed.Budget`), whatever the archive says about itself. An archive in an archive is not opened.
Hidden members are left alone, like hidden files, and so is what macOS puts beside each file; a `documents.yml` says of
the members in its folder what one beside files says of those.
"""

import posixpath
import stat
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath

from attrib.errors import InputError, ResourceError
from attrib.intake.documents_yml import FILE_NAME, DocumentMetadata, preferred
from attrib.intake.reading.found import Blob, Found, printable
from attrib.intake.reading.packed import BROKEN, Budget, member_of, seekable
from attrib.intake.reading.whole import content_of
from attrib.resources import read_mapping

MOST_MEMBERS = 100_000
_LONGEST_LIST = 2_000_000
"""Bytes of a `documents.yml`: ten thousand articles."""
_OF_MACOS = "__MACOSX"

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
    articles = [each for each in members if is_known(each.filename) and not each.is_dir() and not _is_hidden(each)]
    if not articles:
        raise InputError(
            f"{blob.place}: holds no file that attrib reads. docs/intake.md lists the formats.",
            seen=len(members),
            kind="archive",
        )
    budget = Budget(blob.size, place=blob.place)
    listed = _listed(archive, members, blob, budget=budget)
    for member in sorted(articles, key=lambda each: each.filename):
        name = printable(member.filename)
        place = f"{blob.place}/{name}"
        problem = _refusal(member, place=place)
        if problem is not None:
            yield Found(place, name, problem=problem)
            continue
        for found in read(_blob(archive, member, blob, budget=budget)):
            yield _with(found, listed.get(member.filename))


def _is_hidden(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    return _OF_MACOS in parts or any(part.startswith(".") and not part.startswith("..") for part in parts)


def _listed(
    archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], blob: Blob, *, budget: Budget
) -> Mapping[str, DocumentMetadata]:
    """What every `documents.yml` says, by the names of members; InputError if one cannot be read.

    Going on without it would publish what it may withhold.
    """
    found: dict[str, DocumentMetadata] = {}
    for member in members:
        folder, name = posixpath.split(member.filename)
        if name != FILE_NAME or _is_hidden(member):
            continue
        there = _blob(archive, member, blob, budget=budget)
        content = content_of(there, limit=_LONGEST_LIST)
        try:
            listed = read_mapping(content, DocumentMetadata, name=there.place)
        except ResourceError as error:
            told = f"{error}. Nothing in the archive was read."
            raise InputError(told, seen=error.seen, kind="malformed") from error
        found.update({posixpath.join(folder, each): known for each, known in listed.items()})
    return found


def _with(found: Found, known: DocumentMetadata | None) -> Found:
    if found.article is None or known is None:
        return found
    return found._replace(article=found.article._replace(metadata=preferred(known, found.article.metadata)))


def _refusal(member: zipfile.ZipInfo, *, place: str) -> InputError | None:
    """Why a member is not read, None if it is."""
    path, windows = PurePosixPath(member.filename), PureWindowsPath(member.filename)
    if path.is_absolute() or windows.drive or windows.root or ".." in (*path.parts, *windows.parts):
        reason = "its name leads out of the archive"
    elif stat.S_ISLNK(member.external_attr >> 16):
        reason = "it is a link"
    elif member.flag_bits & 0x1:
        reason = "it is encrypted; unpack it yourself"
    elif member.filename.lower().endswith((".zip", ".wacz")):
        reason = "it is an archive in an archive; unpack it yourself"
    else:
        return None
    return InputError(f"{place}: is not read: {reason}.", seen=member.filename, kind="archive")


def _blob(archive: zipfile.ZipFile, member: zipfile.ZipInfo, blob: Blob, *, budget: Budget) -> Blob:
    name = printable(member.filename)
    found = member_of(archive, member, place=f"{blob.place}/{name}", name=f"{blob.name}/{name}", budget=budget)
    return found._replace(columns=blob.columns, language=blob.language)
