"""Bytes → text: the encoding is found out, nothing else is changed.

A byte order mark decides; then UTF-8, which nothing else looks like by accident; then what charset-normalizer
(https://github.com/jawah/charset_normalizer) finds among the encodings that texts in Western Europe come in. Encodings
of one byte cannot be told apart by rule: the reading must consist of letters and marks that occur in such texts,
Windows-1252 goes before the others, and a document that was not UTF-8 carries a note.
"""

import codecs
import re
from contextlib import suppress
from typing import Final

from attrib.errors import InputError
from attrib.intake.reading.found import Note, printable

MAX_BYTES: Final = 2_000_000
"""Two megabytes of text in UTF-8: several novels. More is no article, and the parser's memory grows with it."""
MAX_ENCODED: Final = 4 * MAX_BYTES + 4
"""Bytes of a file that may hold as much text: UTF-32 takes four bytes a character."""

_ENCODINGS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKS: Final = tuple(mark for mark, _ in _ENCODINGS)
"""The byte order marks."""
_CANDIDATES: Final = (
    ["cp1252", "utf_16_le", "utf_16_be", "utf_32_le", "utf_32_be"],
    ["mac_roman", "cp850"],
)
EXPECTED: Final = frozenset("äöüßÄÖÜẞéèêëáàâíîïóôúûçñåæøœÉÈÀÇÅØ„“”‚‘’«»‹›–—…•·€£§°²³½®©™´\u00a0\u00ad")
"""Letters and marks beyond ASCII that German news texts have."""
_SAMPLE: Final = 100_000
_SHORT: Final = 40
"""Bytes. Of less charset-normalizer makes nothing, or *100 Ç* of *100 €*."""
_HALF: Final = re.compile("[\ud800-\udfff]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_STRAYS: Final = bytes((*range(1, 9), *range(14, 27), 127))
"""The same as bytes, without the zeros of UTF-16: charset-normalizer makes nothing of a text that has one."""
_FEW_CONTROLS: Final = 3
"""Such characters are strays in a short text as well, if there is enough text between them."""


def encoding_notes(encoding: str, *, name: str) -> tuple[Note, ...]:
    """A note that a text was read in another encoding than UTF-8."""
    if encoding.startswith("utf"):
        return ()
    return (Note("encoding", f"{name}: is not UTF-8 and was read as {encoding}. Check the letters with accents."),)


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 by its mark or by the zeros between Latin letters; None where a letter is a byte."""
    for mark, encoding in _ENCODINGS[1:]:
        if head.startswith(mark):
            return encoding.removesuffix("-le").removesuffix("-be")  # which takes the mark off
    found = guess(head[: len(head) // 4 * 4]) if b"\x00" in head[:1000] else None
    return found if found is not None and found.startswith("utf") else None


def likely_encoding(head: bytes) -> str | None:
    """The encoding of a file by its first bytes, which may end anywhere; None for UTF-8, and if they do not tell."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return guess(head)
    return None


def decode(content: bytes, *, name: str, likely: str | None = None) -> tuple[str, str]:
    """The text and the encoding that it is in; InputError if no known encoding fits.

    `likely` is the encoding of the whole that the bytes are a line of: a line alone may be too short to tell by.
    """
    if content[:4] in {b"%PDF", b"PK\x03\x04"}:
        raise _binary(name)
    for mark, encoding in _ENCODINGS:
        if content.startswith(mark):
            return _decode(content[len(mark) :], encoding, name=name), encoding
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if likely is not None:
            with suppress(UnicodeDecodeError):
                return content.decode(likely), likely
        return _guessed(content, error, name=name)
    if "\x00" in text[:1000] and len(text) >= 4:  # UTF-16 of plain Latin letters is valid UTF-8 with a zero in between
        return _guessed(content, None, name=name)
    return text, "utf-8"


def _decode(content: bytes, encoding: str, *, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: begins like {encoding.upper()}, but byte {error.start} does not fit. Save the file as UTF-8.",
            seen=error.start,
            allowed=encoding,
            kind="encoding",
        ) from error


def _guessed(content: bytes, failure: UnicodeDecodeError | None, *, name: str) -> tuple[str, str]:
    encoding = guess(content)
    if encoding is not None:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:  # the sample fitted, the rest does not
            encoding = None
    if failure is None or _is_binary(content.decode("latin-1")):
        raise _binary(name)
    raise InputError(
        f"{name}: byte {failure.start} (0x{content[failure.start]:02x}) is not valid UTF-8, and nothing else "
        "fits. Convert the file to UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8",
        seen=content[failure.start],
        allowed="UTF-8",
        kind="encoding",
    ) from failure


def guess(content: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8, by Python's name for it; None if no reading looks like a text."""
    from charset_normalizer import from_bytes

    if len(content) < _SHORT:
        with suppress(UnicodeDecodeError):
            if _is_likely(content.decode("cp1252")):
                return "windows-1252"
    sample = content[:_SAMPLE] if b"\x00" in content else content[:_SAMPLE].translate(None, _STRAYS)
    for candidates in _CANDIDATES:
        best = from_bytes(sample, cp_isolation=candidates, preemptive_behaviour=False).best()
        if best is not None and _is_likely(str(best)):
            return {"cp1252": "windows-1252"}.get(best.encoding, best.encoding)
    return None


def _is_likely(text: str) -> bool:
    """Whether nearly all characters beyond ASCII are such as Western European texts have."""
    odd = [char for char in text if not char.isascii()]
    return sum(char in EXPECTED for char in odd) >= 0.8 * len(odd) and not _is_binary(text)


def checked(text: str, *, name: str) -> str:
    """The text itself; InputError if it is empty, too long, or holds what no text holds."""
    if not text.strip():
        raise InputError(
            f"{name}: there is no text in it. An article needs at least one sentence.", seen=len(text), kind="empty"
        )
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise InputError(
            f"{name}: too long; at most {MAX_BYTES:,} bytes of text are read. Split it into articles.",
            seen=len(text),
            allowed=MAX_BYTES,
            kind="too_large",
        )
    if _is_binary(text):
        raise _binary(name)
    if _HALF.search(text):
        raise InputError(f"{name}: holds half a character (a lone surrogate). Mend the file.", kind="malformed")
    return text


def _is_binary(text: str) -> bool:
    """Whether there is a zero, or more control characters than get into an article by accident."""
    count = sum(1 for _ in _CONTROLS.finditer(text))
    return "\x00" in text or count > max(_FEW_CONTROLS, len(text) // 1000) or count * 20 > len(text)


def control_notes(text: str, *, name: str) -> tuple[Note, ...]:
    """A note that there are control characters in a text that is read all the same."""
    found = _CONTROLS.findall(text)
    if not found:
        return ()
    kinds = ", ".join(f"U+{ord(char):04X}" for char in sorted(set(found)))
    told = (
        f"{len(found)} control character{'s' * (len(found) > 1)} ({kinds}), first in {excerpt(text, around=found[0])}"
    )
    return (Note("control_characters", f"{name}: holds {told}. They were left in; check the words around them."),)


def excerpt(text: str, *, around: str = "") -> str:
    """A few words of a text for a message, on one line: its beginning, or what stands around a place in it."""
    place = max(text.find(around), 0)
    start, end = max(place - 20, 0), place + 40
    return f"'{'…' * (start > 0)}{printable(text[start:end])}{'…' * (end < len(text))}'"


def _binary(name: str) -> InputError:
    return InputError(
        f"{name}: looks like a binary file, not like text. Save the article as UTF-8 text.", seen=name, kind="binary"
    )
