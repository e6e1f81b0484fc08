"""Signatures: what stands behind the last sentence of a paragraph, or alone on a line, and is no sentence of it.

Who wrote it (*(dpa)*, *mko*), whose picture it is (*Foto: …*), and what hangs on it: addresses, hashtags, emoji,
references.
"""

import re
import unicodedata
from collections.abc import Collection

from attrib.text.abbreviation import initials
from attrib.text.language import Language
from attrib.text.line import CLOSERS, SENTENCE_END
from attrib.text.sign import is_code, is_row_of_codes, names_agency

_WINDOW = 240
"""Characters that one sign takes at most."""
_SIGNS = 40
"""How many signs are taken off one line at most."""
_LOOSE = re.compile(
    r"(?:(?:https?://|www\.)\S+|(?:\w+\.){1,3}\w+/\S+|[#@]\w[\w-]*|(?:\[\d{1,3}\])+|[-–—_=+~/|]{2,}|[⁰¹²³⁴-⁹†‡]+)$"
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\.?$")
_CAPITALS = re.compile(r"[^\W\d_]{2,5}(?:/[^\W\d_]{2,5})*|(?:[^\W\d_]\.[ -]?){1,3}")
"""*(XYZ)*, *(J. M.)*: behind the end of a sentence nothing but a sign."""
_BREAK = re.compile(r"[.!?…][“”\"«»‘’‹›')\]*_]*\s+")
_COPYRIGHT = re.compile(r"©|\([cC]\)")
_CREDITED = re.compile(r"(?:[^.!?]|(?<!\w\w\w)[.!?]|(?<=\w\w\w)[.!?](?=\w)){0,160}\.?")
_LOOSE_TOKEN = re.compile(r"(?<!\S)(?:(?:https?://|www\.)\S+|[#@]\w[\w-]*)\s+")
"""Behind an address or a hashtag a sign may stand as behind a sentence: *#Elbe Foto: Anna Beispiel*."""
_FIGURE = re.compile(r"\d")
_DASHES = "/–—- "
_NO_SYMBOLS = "°´¨"
"""Symbols that stand for words, or for marks."""
_BREAKS = 4
"""How many ends of sentences a credit may reach back over: *Foto: A. B. Müller*."""


def signature_start(text: str, language: Language) -> int:
    """Where the signature at the end of a line begins; the line's length if it has none, 0 if it is nothing else.

    A word in small letters is one behind a sentence only: alone it may be anything.
    """
    start = end = len(text.rstrip())
    for _ in range(_SIGNS):
        place = _last_sign(text, end, language)
        if place is None:
            break
        end = len(text[:place].rstrip())
        if _ends_sentence(text[:end]) or _stands_anywhere(text[place:start], before=text[:end], language=language):
            start = place
    return start


def _last_sign(text: str, end: int, language: Language) -> int | None:
    """Where the last sign of a text begins, None if it ends with words."""
    offset = max(0, end - _WINDOW)
    window = text[offset:end]
    finders = (_loose, _symbols, _bracketed, _behind_a_sentence)
    places = (find(window, language) for find in finders)
    return next((offset + place for place in places if place is not None), None)


def _loose(window: str, _: Language) -> int | None:
    """An address, a hashtag, a reference, a line drawn with signs."""
    token = re.search(r"\S+$", window)
    match = _LOOSE.search(token.group()) if token else None
    return token.start() + match.start() if token and match else None


def _symbols(window: str, _: Language) -> int | None:
    """Emoji and other pictures."""
    length = len(window)
    while length and _is_symbol(window[length - 1]):
        length -= 1
    return length if length < len(window) else None


def _is_symbol(char: str) -> bool:
    category = unicodedata.category(char)
    joins = category in {"Mn", "Cf"}
    return not char.isascii() and (category in {"So", "Sk", "Sm"} or joins) and char not in _NO_SYMBOLS


def _bracketed(window: str, language: Language) -> int | None:
    """*(dpa)*, *[AFP, Reuters]*, *(mko)*, *(Foto: Anna Beispiel)*."""
    match = _BRACKETED.search(window, max(0, len(window) - 64))
    if match is None:
        return None
    sign = match[1]
    is_short = (
        is_code(sign) or (sign.isupper() and _CAPITALS.fullmatch(sign)) or sign.lower() in language.words.credit_labels
    )
    return match.start() if is_short or names_agency(sign, language) or _is_credit(sign, language) else None


def _behind_a_sentence(window: str, language: Language) -> int | None:
    """*Foto: …*, *dpa/mko* without brackets."""
    breaks = sorted(match.end() for found in (_BREAK, _LOOSE_TOKEN) for match in found.finditer(window))
    places = [0, *breaks][-_BREAKS:]
    for place in reversed(places):
        tail = window[place:].strip(_DASHES)
        if _is_credit(tail, language) or names_agency(tail, language) or (place > 0 and _is_of_end(tail, language)):
            return place
    return None


def _is_of_end(tail: str, language: Language) -> bool:
    """What is a sign behind a sentence only: letters of an author, *dpa abc xyz*, *Stand: 3. Juli, 18 Uhr*."""
    return is_code(tail) or is_row_of_codes(tail, language) or _is_version(tail, language)


def _ends_sentence(text: str) -> bool:
    """Whether nothing stands before the signature, or the end of a sentence."""
    last = text[-10:].rstrip(CLOSERS + " ")[-1:]
    return not text or (last != "" and last in SENTENCE_END)


def _stands_anywhere(sign: str, *, before: str, language: Language) -> bool:
    """Whether the sign can be no part of a sentence, though none ends before it: a picture, an agency that is not what
    the words before it stand for (*der Deutschen Presse-Agentur (dpa)*)."""
    if all(_is_symbol(char) or char.isspace() for char in sign):
        return True
    bracketed = _BRACKETED.fullmatch(sign.rstrip())
    return bracketed is not None and names_agency(bracketed[1], language) and not _abbreviates(bracketed[1], before)


def _abbreviates(sign: str, before: str) -> bool:
    """Whether the last words before begin with the letters of the sign."""
    letters = initials(re.findall(r"[^\W\d_]+", before[-120:]))
    return letters.casefold().endswith(sign.casefold())


def _is_credit(text: str, language: Language) -> bool:
    """*Foto: A. Beispiel/Archiv*, *© 2024 Küstenbote*; a full stop stands in it only behind initials and titles."""
    return bool(_COPYRIGHT.match(text)) or _is_labelled(text, language.words.credit_labels)


def _is_version(text: str, language: Language) -> bool:
    """*Stand: 3. Juli 2024, 18 Uhr.*: when the text was as it is; not *Stand: Die Lage ist ernst.*"""
    return _FIGURE.search(text) is not None and _is_labelled(text, language.words.version_labels)


def _is_labelled(text: str, labels: Collection[str]) -> bool:
    label, colon, rest = text.partition(":")
    return bool(colon) and label.strip().lower() in labels and _CREDITED.fullmatch(rest.strip()) is not None
