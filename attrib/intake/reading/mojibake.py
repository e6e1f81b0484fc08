"""Text that was read in a wrong encoding before it came here (*BrÃ¼cke*, *â€žJaâ€œ*) → the text that it was.

Which letters are unlikely beside each other is told by ftfy (Speer 2019, https://ftfy.readthedocs.io), of which nothing
but the mending of encodings is used: quotation marks, ligatures, line ends and control characters stay as they are.
Code pages that ftfy does not know, or judges too carefully for short texts, are tried word by word: what is UTF-8
through and through and makes nothing but letters of Europe is no accident.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from attrib.intake.reading.text import EXPECTED, excerpt

_LINES = re.compile(r"[^\r\n]+")
_WORDS = re.compile(r"[^ \t]+")
_EUROPEAN: Final = EXPECTED | frozenset(map(chr, range(0xC0, 0x180)))
_CODE_PAGES: Final = {"mac_roman": _EUROPEAN, "cp850": _EUROPEAN, "cp437": _EUROPEAN, "cp1250": EXPECTED}
"""Beside Latin-1 and Windows-1252, with what they may make: in Windows-1250 *Ä“* would be *ē*."""
_LEADS: Final = frozenset(bytes([lead]).decode(page) for page in _CODE_PAGES for lead in b"\xc2\xc3\xc4\xc5\xe2")
"""What the first byte of such a letter looks like there: without one of these no word need be tried."""
_THEN: Final = {
    "cp1252": _EUROPEAN - frozenset(f"{lead}{mark}".encode("cp1252").decode() for lead in "ÃÄÅ" for mark in "„“”‚‘’–")
}
"""What is tried in a text that is known to have mojibake: of *ErdoÄŸan* alone ftfy is not sure, nor are we of *„Ä“*."""
_LOST_QUOTE = re.compile("â€(?:[\ufffd\x1a]|(?=[\\s.,;:!?)]|$))")
"""The last byte of ” has no letter in Windows-1252, and many programs drop it."""
_LOST: Final = "\ufffd"
_NEXT_LINE: Final = "\x85"


class Change(NamedTuple):
    """What was seen, and what was made of it."""

    seen: str
    made: str


class Mended(NamedTuple):
    """A text, what was changed in it, and what makes that doubtful."""

    text: str
    changes: tuple[Change, ...] = ()
    doubts: tuple[str, ...] = ()


def mended(text: str) -> Mended:
    """The text without mojibake; a text that has none comes back as it is.

    Doubtful is what was mended beside letters that were right, and what lost a letter on its way. Where a line has the
    same right and wrong (*aus Müller wurde MÃ¼ller*) it is left: such a text speaks about it.
    """
    if text.isascii():
        return Mended(text)
    lines = {line: _mended_line(line) for line in _LINES.findall(text) if not line.isascii()}
    if any(line.changes for line in lines.values()):
        lines = {line: _mended_further(found) for line, found in lines.items()}
    return Mended(
        _LINES.sub(lambda line: lines[line[0]].text if line[0] in lines else line[0], text),
        tuple(change for line in lines.values() for change in line.changes),
        tuple(doubt for line in lines.values() for doubt in line.doubts),
    )


def _mended_line(line: str) -> Mended:
    made = _decoded(line if _LEADS.isdisjoint(line) else _by_word(line, _CODE_PAGES))
    if made == line:
        return Mended(line, doubts=_lost_in(line))
    changes, right = _changes(line, made), _right_words(line, made)
    if right and all(_is_spoken_about(change, right) for change in changes):
        return Mended(line, doubts=(f"{excerpt(line)} shows letters right and wrong and was left as it is",))
    doubts = [f"{excerpt(line)} has letters that were right"] * bool(right)
    doubts += [f"letters that news texts rarely have were made in {excerpt(made)}"] * _has_odd_letters(changes)
    return Mended(made, changes, (*doubts, *_lost_in(made)))


def _mended_further(found: Mended) -> Mended:
    made = _by_word(found.text, _THEN)
    return found._replace(text=made, changes=(*found.changes, *_changes(found.text, made)))


def _by_word(line: str, pages: Mapping[str, frozenset[str]]) -> str:
    return _WORDS.sub(lambda word: word[0] if word[0].isascii() else _of_code_page(word[0], pages), line)


def _of_code_page(word: str, pages: Mapping[str, frozenset[str]]) -> str:
    """The UTF-8 that was read as the word in one of the code pages, if that makes only what it may make."""
    for page, letters in pages.items():
        try:
            made = word.encode(page).decode("utf-8")
        except UnicodeError:
            continue
        if all(char in letters for char in made if not char.isascii()):
            return made
    return word


def _decoded(line: str) -> str:
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(line.replace(_NEXT_LINE, "\n")):  # a line end of some systems, and no letter
        return line
    return str(fix_encoding(_LOST_QUOTE.sub("”", line)))


def _changes(line: str, made: str) -> tuple[Change, ...]:
    """The words that differ; the whole lines where words were joined or cut."""
    before, after = _WORDS.findall(line), _WORDS.findall(made)
    if len(before) != len(after):
        return (Change(line, made),)
    return tuple(Change(*pair) for pair in zip(before, after, strict=True) if pair[0] != pair[1])


def _right_words(line: str, made: str) -> frozenset[str]:
    """The words with letters beyond ASCII that were left as they are, without the marks around them."""
    kept = set(_WORDS.findall(line)) & set(_WORDS.findall(made))
    return frozenset(_bare(word) for word in kept if any(char.isalpha() and not char.isascii() for char in word))


def _is_spoken_about(change: Change, right: frozenset[str]) -> bool:
    """Whether what was made stands in the line as well, or is a letter by itself."""
    made = _bare(change.made)
    return made in right or len(made) == 1


def _has_odd_letters(changes: tuple[Change, ...]) -> bool:
    made = {char for change in changes for char in change.made if char.isalpha() and not char.isascii()}
    return not made <= _EUROPEAN


def _bare(word: str) -> str:
    return "".join(char for char in word if char.isalnum())


def _lost_in(line: str) -> tuple[str, ...]:
    return (f"letters were lost before in {excerpt(line, around=_LOST)}",) if _LOST in line else ()
