"""The words of a PDF with their places, through PDFium (https://pdfium.googlesource.com/pdfium) and pypdfium2."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from attrib.intake.reading.printed.hyphens import HYPHEN
from attrib.intake.reading.printed.word import Word

_OF_PDFIUM = "\x02\ufffe"
"""What PDFium writes for a hyphen at the end of a line."""
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_WIDEST_GAP = 0.18
"""Of the height of a line; what is wider is a blank, whether one was written or not."""


class _Glyph(NamedTuple):
    """A letter and its box, the page turned so that most letters stand upright."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    place: int


def words(page: Any) -> tuple[Word, ...]:
    """The words of a page (a `PdfPage`) in the order in which the file draws them; what stands askew is left out."""
    text = page.get_textpage()
    try:
        return tuple(_word(text, glyphs, number=number) for number, glyphs in enumerate(_cut(_upright(text))))
    finally:
        text.close()


def _upright(text: Any) -> list[_Glyph]:
    import pypdfium2.raw as pdfium

    turned: dict[int, list[_Glyph]] = {}
    for place in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, place))
        if pdfium.FPDFText_IsGenerated(text, place) == 1:
            continue
        quarter = round(pdfium.FPDFText_GetCharAngle(text, place) / 1.5708 * 90)
        turned.setdefault(quarter % 360, []).append(_turned(sign, text.get_charbox(place, loose=True), quarter, place))
    return max(turned.values(), key=len, default=[])


def _turned(sign: str, box: tuple[float, float, float, float], quarter: int, place: int) -> _Glyph:
    """The letter as on a page whose lines run from left to right, its upper edge above its lower one."""
    left, bottom, right, top = box
    match quarter % 360:
        case 90:
            left, right, top, bottom = -top, -bottom, -right, -left
        case 180:
            left, right, top, bottom = -right, -left, bottom, top
        case 270:
            left, right, top, bottom = bottom, top, left, right
        case _:
            top, bottom = -top, -bottom
    return _Glyph(HYPHEN if sign in _OF_PDFIUM else sign, left, right, top, bottom, place)


def _cut(glyphs: Sequence[_Glyph]) -> Iterator[Sequence[_Glyph]]:
    """The letters word by word."""
    word: list[_Glyph] = []
    for glyph in glyphs:
        if word and (glyph.text.isspace() or _is_apart(word[-1], glyph)):
            yield word
            word = []
        if glyph.text == HYPHEN or (glyph.text.isprintable() and not glyph.text.isspace()):
            word.append(glyph)
    if word:
        yield word


def _is_apart(before: _Glyph, glyph: _Glyph) -> bool:
    """Whether a letter does not go on with the word: on another line, behind a gap, or further left.

    The letters of a ligature have one box.
    """
    height = before.bottom - before.top
    is_behind = before.left - 0.1 * height <= glyph.left <= before.right + _WIDEST_GAP * height
    return not is_behind or abs(glyph.bottom - before.bottom) > 0.5 * height


def _word(text: Any, glyphs: Sequence[_Glyph], *, number: int) -> Word:
    return Word(
        "".join(glyph.text for glyph in glyphs),
        glyphs[0].left,
        max(glyph.right for glyph in glyphs),
        min(glyph.top for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
        number,
        _is_bold(text, glyphs[0].place),
    )


def _is_bold(text: Any, place: int) -> bool:
    import ctypes

    import pypdfium2.raw as pdfium

    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, place, name, len(name), flags)
    return _BOLD.search(name.value.decode("latin-1")) is not None
