"""Documents that are zip archives (.docx, .odt, .epub): their parts, each bounded, nothing written to the disk."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import unquote

from attrib.errors import InputError
from attrib.intake.reading.declared import decode_declared
from attrib.intake.reading.found import Blob
from attrib.intake.reading.packed import BROKEN, Budget, member_of
from attrib.intake.reading.whole import content_of
from attrib.intake.reading.xml import parse_xml

MAX_PACKAGE: Final = 50_000_000
"""Bytes; pictures weigh more than text."""
MAX_PART: Final = 20_000_000
"""Bytes of a part when it is unpacked: mark-up of two megabytes of text."""
_ENCRYPTED: Final = b"\xd0\xcf\x11\xe0"
"""What files begin with that Microsoft's programs encrypted, or wrote in the formats before 2007."""


class Package:
    """The parts of one such file by their names."""

    def __init__(self, archive: zipfile.ZipFile, blob: Blob) -> None:
        self._archive, self._blob = archive, blob
        self._budget = Budget(blob.size, place=blob.place)

    def xml(self, name: str) -> Any:
        """The root element of a part; InputError if there is no such part, or if it cannot be read."""
        return parse_xml(self.text(name), name=f"{self._blob.place}/{name}")

    def text(self, name: str) -> str:
        """The characters of a part."""
        try:
            member = self._archive.getinfo(name)
        except KeyError as error:
            raise InputError(
                f"{self._blob.place}: there is no {name!r} in it, which such a file has. Save it again.",
                seen=self._archive.namelist()[:20],
                kind="malformed",
            ) from error
        place = f"{self._blob.place}/{name}"
        part = member_of(self._archive, member, place=place, name=name, budget=self._budget)
        return decode_declared(content_of(part, limit=MAX_PART), name=place)[0]

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._archive.NameToInfo


@contextmanager
def opened(blob: Blob) -> Iterator[Package]:
    """The file, held in memory; InputError if it is no such archive."""
    content = content_of(blob, limit=MAX_PACKAGE)
    if content.startswith(_ENCRYPTED):
        raise InputError(
            f"{blob.place}: is encrypted, or in the format of a program before 2007. Save it anew without a password.",
            kind="malformed",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (*BROKEN, RecursionError) as error:
        raise InputError(f"{blob.place}: is damaged ({error}).", seen=str(error), kind="malformed") from error
    with archive:
        yield Package(archive, blob._replace(size=len(content)))


def beside(part: str, address: str) -> str:
    """The name of the part that an address in another part stands for."""
    path = unquote(address.partition("#")[0])
    return posixpath.normpath(posixpath.join("" if path.startswith("/") else posixpath.dirname(part), path.lstrip("/")))
