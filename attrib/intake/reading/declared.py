"""Web pages and XML say in their head what encoding they are in; many are wrong about themselves."""

import re
from contextlib import suppress

from attrib.intake.reading.text import MARKS, decode

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE
)
_OF_PAGES = re.compile(r"windows-?\d+|cp\d+|iso-?8859-\d+|latin-?\d+|macintosh|koi8-[ru]|big5|gb\w+|euc-\w+|shift_jis")


def decode_declared(content: bytes, *, name: str, stated: str | None = None) -> tuple[str, str]:
    """The page as text: UTF-8 if it is that, then the encoding that it declares if that fits, then as any text.

    UTF-8 goes first because many a program saves a page as UTF-8 and leaves in it what the server had declared.
    `stated` is what the server said of it, which goes before what the page says.
    """
    declared = _DECLARED.search(content[:4096])
    if content.startswith(MARKS) or is_utf8(content) or not (stated or declared):
        return decode(content, name=name)
    encoding = (stated or (declared[1].decode("ascii") if declared else "")).lower()
    # Browsers read both names of Latin-1 as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
    encoding = "windows-1252" if encoding in {"iso-8859-1", "latin1", "latin-1", "us-ascii"} else encoding
    # Of what Python decodes, only what pages are written in: `punycode` takes hours for a page.
    if _OF_PAGES.fullmatch(encoding):
        with suppress(UnicodeDecodeError, LookupError):  # pages are often wrong about themselves
            return content.decode(encoding), "utf-8"  # what is declared needs no note
    return decode(content, name=name)


def is_utf8(content: bytes) -> bool:
    """Whether these bytes are UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
