"""Compressed streams, opened so that a few bytes cannot use up memory or time."""

import gzip
import io
import lzma
import struct
import sys
import zipfile
import zlib
from typing import IO, Any, BinaryIO, Final

from attrib.errors import InputError
from attrib.intake.reading.found import Blob

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

FREE: Final = 50_000_000
"""Bytes that may come out of anything packed, however small it is."""
RATIO: Final = 200
"""Beyond that, how many times as much as went in: text packs ten-fold, a bomb a thousand-fold."""
HEAD: Final = 65_536
"""Bytes at the beginning by which the form of a file is found out."""
BROKEN: Final = (
    EOFError,
    OSError,
    ValueError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    zstd.ZstdError,
    zipfile.BadZipFile,
    NotImplementedError,
)
"""What the standard library raises for packed bytes that are damaged or packed in a way it does not know."""


class Budget:
    """How much may still come out of a packed file, all its members together."""

    def __init__(self, size: int | None, *, place: str) -> None:
        self.left = max(FREE, RATIO * (size or 0))
        self.place = place

    def spend(self, size: int) -> None:
        """Count bytes that came out; InputError if they are too many."""
        self.left -= size
        if self.left < 0:
            raise InputError(
                f"{self.place}: unpacks to more than {RATIO} times its size, as a decompression bomb does. Unpack it "
                "yourself if you trust it.",
                allowed=RATIO,
                kind="archive",
            )


class Bounded(io.RawIOBase):
    """A stream that counts what is read from it, and says in a sentence if it is damaged."""

    def __init__(self, stream: IO[bytes], budget: Budget, *, below: IO[bytes] | None = None) -> None:
        super().__init__()
        # As much as is at hand: where a stream breaks off, what was read of it before is not lost with the rest.
        self._read = getattr(stream, "read1", stream.read)
        self._stream, self._budget, self._below = stream, budget, below

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the stream goes; InputError if it is damaged or goes too far."""
        try:
            content = self._read(len(buffer))
        except BROKEN as error:
            raise InputError(
                f"{self._budget.place}: is damaged ({error}). Pack it again.", seen=str(error), kind="malformed"
            ) from error
        self._budget.spend(len(content))
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        """Close the streams below as well."""
        self._stream.close()
        if self._below is not None:
            self._below.close()
        super().close()


def unpacked(blob: Blob, *, suffix: str) -> Blob:
    """The blob as it is without its packing (`.gz`, `.zst`)."""

    def open_packed() -> io.BufferedReader:
        packed = blob.open()
        stream: IO[bytes] = gzip.GzipFile(fileobj=packed) if suffix == ".gz" else zstd.ZstdFile(packed)  # type: ignore[assignment]
        return io.BufferedReader(Bounded(stream, Budget(blob.size, place=blob.place), below=packed))

    return blob._replace(open=open_packed, size=None)


def member_of(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, place: str, name: str, budget: Budget, damage: str = "damaged"
) -> Blob:
    """A member of a zip archive, unpacked while it is read; opening raises InputError if it is what `damage` says."""

    def open_member() -> io.BufferedReader:
        try:
            stream: IO[bytes] = archive.open(member)
        except (*BROKEN, RuntimeError) as error:
            raise InputError(f"{place}: is {damage} ({error}).", seen=str(error), kind="archive") from error
        return io.BufferedReader(Bounded(stream, budget))

    return Blob(place, name, member.file_size, open_member)


def with_head(file: BinaryIO) -> io.BufferedReader:
    """A file whose first bytes (`HEAD`) can be looked at before it is read."""
    return io.BufferedReader(file, buffer_size=HEAD)  # type: ignore[arg-type]


def seekable(file: BinaryIO) -> BinaryIO:
    """A file in which one can go back: the file itself, or its whole content in memory."""
    return file if file.seekable() else io.BytesIO(file.read())
