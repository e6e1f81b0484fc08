"""E-mail, one message (.eml) or a box of them (.mbox): newsletters, agency mails, press releases.

The text is the plain part of a message, or what its HTML shows if it has no other; attachments are passed over. A box
is read message by message, so that it may be larger than the memory.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from typing import BinaryIO, Final

from attrib.errors import InputError
from attrib.intake.reading.declared import decode_declared
from attrib.intake.reading.fields import known_of
from attrib.intake.reading.found import Article, Blob, Found, printable
from attrib.intake.reading.markup import text_of
from attrib.intake.reading.text import checked
from attrib.intake.reading.whole import content_of

MAX_MESSAGE: Final = 50_000_000
"""Bytes; attachments weigh more than text."""
_AT_ONCE: Final = 1_000_000
_FROM = re.compile(rb"From \S+.*\d{4}\s*\Z")
"""What stands before a message in a box: who sent it, and when it came in (RFC 4155)."""
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_FIELD = re.compile(rb"\s*[!-9;-~]+:")


def read_message(blob: Blob) -> Iterator[Found]:
    """The text of one message."""
    content = content_of(blob, limit=MAX_MESSAGE)
    yield Found(blob.place, blob.name, _article(content, blob, place=blob.place))


def read_box(blob: Blob) -> Iterator[Found]:
    """The text of each message; one that cannot be read is named by its number."""
    with blob.open() as file:
        for number, content in enumerate(_messages(file, name=blob.place), start=1):
            place, name = f"{blob.place}:{number}", f"{blob.name}:{number}"
            try:
                yield Found(place, name, _article(_QUOTED_FROM.sub(rb"\1", _whole(content, place)), blob, place=place))
            except InputError as error:
                yield Found(place, name, problem=error)


def _messages(file: BinaryIO, *, name: str) -> Iterator[bytearray]:
    """The messages between the lines that begin one, without the empty line before it.

    Of one that is too long no more is kept than shows it.
    """
    first = file.readline(_AT_ONCE)
    if first and not _FROM.match(first):
        raise InputError(f"{name}: is no box of messages: it does not begin with 'From '.", kind="malformed")
    held, empty = bytearray(), b""
    while line := file.readline(_AT_ONCE):
        if empty and _FROM.match(line):
            yield held
            held, empty = bytearray(), b""
            continue
        if len(held) <= MAX_MESSAGE:
            held += empty
        empty = line if line in {b"\n", b"\r\n"} else b""
        if not empty and len(held) <= MAX_MESSAGE:
            held += line
    if first:
        yield held


def _whole(content: bytearray, place: str) -> bytes:
    if len(content) > MAX_MESSAGE:
        told = f"{place}: too long; at most {MAX_MESSAGE:,} bytes of a message are read."
        raise InputError(told, allowed=MAX_MESSAGE, kind="too_large")
    return bytes(content)


def _article(content: bytes, blob: Blob, *, place: str) -> Article:
    if not _FIELD.match(content):
        told = f"{place}: is no message: it does not begin with fields such as 'From:' and 'Date:'."
        raise InputError(told, kind="malformed")
    try:
        message = message_from_bytes(content, _class=EmailMessage, policy=default)
        text = _text(message, place=place)
    except (InputError, MemoryError):
        raise
    except Exception as error:  # the library raises whatever a damaged message provokes; it belongs to this one
        reason = printable(f"{type(error).__name__}: {error}")
        raise InputError(f"{place}: the message cannot be read ({reason}).", kind="malformed") from error
    known, notes = known_of(_fields(message), blob._replace(columns={}), where="the message", place=place)
    return Article(checked(text, name=place), known, notes)


def _text(message: EmailMessage, *, place: str) -> str:
    """The first plain part that says something, or what the HTML shows."""
    for kind in ("plain", "html"):
        part = message.get_body(preferencelist=(kind,))
        content = part.get_payload(decode=True) if part is not None else None
        if part is not None and isinstance(content, bytes) and content.strip():
            text, _ = decode_declared(content, name=place, stated=part.get_content_charset())
            shown = text_of(text) if kind == "html" else text
            if shown.strip():
                return shown
    raise InputError(f"{place}: the message has no part with a text.", kind="no_text")


def _fields(message: EmailMessage) -> dict[str, object]:
    name, address = parseaddr(_header(message, "From") or "")
    fields = {"title": _header(message, "Subject"), "author": name or address, "published": _header(message, "Date")}
    return {field: value for field, value in fields.items() if value}


def _header(message: EmailMessage, name: str) -> str | None:
    """A field on one line; None if there is none, or one so damaged that the library fails at it."""
    try:
        return " ".join(str(message[name] or "").split()) or None
    except Exception:  # whatever a damaged field provokes: the message is good without it
        return None
