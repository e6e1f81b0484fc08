"""The words of a PDF with their places, through PDFium (https://pdfium.googlesource.com/pdfium) and pypdfium2."""

import re
from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import Any, NamedTuple

from attrib.intake.reading.printed.hyphens import HYPHEN
from attrib.intake.reading.printed.word import Word

_OF_PDFIUM = "\x02\ufffe"
"""What PDFium writes for a hyphen at the end of a line."""
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_GAP, _SEEN_GAP = 0.5, 0.1
"""Of the height of a line: between two words there is more, or so much where PDFium saw a blank that nobody wrote."""


class _Glyph(NamedTuple):
    """A letter and its box, the page turned so that most letters stand upright."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    place: int
    is_behind_gap: bool
    """Whether PDFium saw a blank before it that is not written."""

    @property
    def height(self) -> float:
        """From the lower to the upper edge, in points."""
        return self.bottom - self.top


def words(page: Any) -> tuple[Word, ...]:
    """The words of a page (a `PdfPage`) in the order in which the file draws them; what stands askew is left out."""
    text = page.get_textpage()
    try:
        return tuple(_word(text, glyphs, number=number) for number, glyphs in enumerate(_cut(_level(_upright(text)))))
    finally:
        text.close()


def _upright(text: Any) -> list[_Glyph]:
    import pypdfium2.raw as pdfium

    turned: dict[int, list[_Glyph]] = {}
    is_behind_gap = False
    for place in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, place) == 1:
            is_behind_gap = True
            continue
        sign, box = chr(pdfium.FPDFText_GetUnicode(text, place)), text.get_charbox(place, loose=True)
        quarter = round(pdfium.FPDFText_GetCharAngle(text, place) / 1.5708) * 90 % 360
        glyph = _Glyph(HYPHEN if sign in _OF_PDFIUM else sign, *_turned(box, quarter), place, is_behind_gap)
        turned.setdefault(quarter, []).append(glyph)
        is_behind_gap = False
    return max(turned.values(), key=len, default=[])


def _turned(box: tuple[float, float, float, float], quarter: int) -> tuple[float, float, float, float]:
    """Left, right, top and bottom as on a page whose lines run from left to right, the top above the bottom."""
    left, bottom, right, top = box
    match quarter:
        case 90:
            return -top, -bottom, -right, -left
        case 180:
            return -right, -left, bottom, top
        case 270:
            return bottom, top, left, right
        case _:
            return left, right, -top, -bottom


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


def _level(glyphs: Sequence[_Glyph]) -> list[_Glyph]:
    """The letters, those that some fonts give a box as low as a hyphen with that of the letter beside it."""
    levelled = list(glyphs)
    for step, order in ((-1, range(1, len(glyphs))), (1, range(len(glyphs) - 2, -1, -1))):
        for place in order:
            glyph, beside = levelled[place], levelled[place + step]
            if beside.top <= glyph.top and glyph.bottom <= beside.bottom and glyph.height < 0.5 * beside.height:
                levelled[place] = glyph._replace(top=beside.top, bottom=beside.bottom)
    return levelled


def _is_apart(before: _Glyph, glyph: _Glyph) -> bool:
    """Whether a letter does not go on with the word: on another line, behind a gap, or further left.

    The letters of a ligature have one box.
    """
    gap = (_SEEN_GAP if glyph.is_behind_gap else _GAP) * before.height
    is_behind = before.left - 0.1 * before.height <= glyph.left <= before.right + gap
    return not is_behind or abs(glyph.bottom - before.bottom) > 0.5 * before.height


def _word(text: Any, glyphs: Sequence[_Glyph], *, number: int) -> Word:
    return Word(
        "".join(glyph.text for glyph in glyphs),
        glyphs[0].left,
        max(glyph.right for glyph in glyphs),
        median_low(glyph.top for glyph in glyphs),  # some fonts give *Ü* a higher box
        median_low(glyph.bottom for glyph in glyphs),
        number,
        _is_bold(text, glyphs[0].place),
    )


def _is_bold(text: Any, place: int) -> bool:
    import ctypes

    import pypdfium2.raw as pdfium

    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, place, name, len(name), flags)
    return _BOLD.search(name.value.decode("latin-1")) is not None
