"""One quotation mark in its place: which one is meant, however it was typed, and what the text around lets it do."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Final

from attrib.records import Span
from attrib.text.language import Language

APOSTROPHES = "'’‘"
SINGLE_MARKS = frozenset("'’‘‚")
"""Marks that are apostrophes as well, and the one that they close."""
_POINTED = frozenset("»«›‹")
_TYPED: Final[Mapping[str, str]] = {
    typed: mark
    for mark, ways in (
        ("„", ",, ‚‚ 〟"),
        ("“", "`` ‘‘ 〝 ❝"),
        ("”", "’’ ´´ 〞 ❞"),
        ('"', "'' \"\" ＂ ″"),
        ("»", ">> ››"),
        ("«", "<< ‹‹"),
        ("‘", "❛"),
        ("’", "❜"),
        ("'", "＇ ´ `"),
    )
    for typed in ways.split()
}
"""What is typed or drawn for a mark, and the mark."""
_ARROWS = r"(?<![<>-])(?:>>|<<)(?![<>])"
_LOW_COMMA = r"(?<![^\s(\[„“\"»«]),(?=[^\W\d_])"
"""*,Halt'*: a comma right before a word and behind none."""
_REFERENCE = r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|[a-z]{4,6});"
"""A mark that was written for HTML and came through: *&quot;*, *&#8222;*."""
_BOLD = "'{3,}"
"""Layout of wikis."""
_AHEAD = 3
_BEFORE_WORDS = "([–—/„‚"
_BEHIND_WORDS = ".,;:!?)"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at `start` to `end`: `sign` is the mark that is meant, `written` how it was; `before` is the character
    before it, `after` the three behind it, blanks at the ends of the part; `announced` if a colon stands before it."""

    start: int
    end: int
    sign: str
    written: str
    before: str
    after: str
    announced: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_apostrophe(self) -> bool:
        """*geht´s*, *O'Hara*: inside a word, and written with another sign than what a tokeniser keeps there."""
        kept = "’" if self.after[0].isupper() else "'’"
        return self.is_inside_word and self.sign in APOSTROPHES and self.written not in kept

    @property
    def is_inside_word(self) -> bool:
        """An apostrophe: *geht's*."""
        return self.before.isalnum() and self.after[0].isalnum()

    @property
    def precedes_words(self) -> bool:
        """Whether words follow at once: *"nein*, *"… nein*."""
        first, second = self.after[0], self.after[1]
        omission = first == "…" or self.after == "..."
        ends = first in _BEHIND_WORDS and not second.isalnum()  # *".NET"*
        return omission or not (first.isspace() or ends)

    @property
    def opens(self) -> bool:
        """Whether only an opening mark stands so: „Er sagte "nein" dazu“ nests, it does not close."""
        return self.precedes_words and (self.before.isspace() or self.before in _BEFORE_WORDS)

    @property
    def may_open(self) -> bool:
        """17"-Monitor, 5' 30" and a closing mark whose opening one was forgotten open nothing."""
        if self.after[0].isspace():
            menu = self.sign in "›‹" and self.after[0] == " "
            return (self.written in _POINTED or self.sign == "„") and not (menu or self.before.isalnum())
        return self.sign == "„" or (self.precedes_words and not self.before.isalnum())

    @property
    def is_spaced(self) -> bool:
        """A pointed mark with a blank behind it: « Le col est ouvert », and the bullet of a line."""
        return self.sign in _POINTED and self.after[0].isspace()

    @property
    def needs_partner(self) -> bool:
        """Whether it is none of quotation without one: bullets, arrows of a menu, of a mail or of a shell."""
        return not self.announced and (self.is_spaced or self.sign in "›‹" or self.written in {">>", "<<"})


def marks_in(text: str, part: Span, language: Language) -> Iterator[Mark]:
    """What may be a quotation mark in a part, in order."""
    signs = _signs(language)
    for match in _any_mark(language).finditer(text, part.start, part.end):
        (start, end), written = match.span(), match.group()
        sign = _meant(written)
        if sign in signs:
            before = text[start - 1] if start > part.start else " "
            after = text[end : min(end + _AHEAD, part.end)].ljust(_AHEAD)
            announced = ":" in text[max(start - 2, part.start) : start]
            yield Mark(start, end, sign, written, before, after, announced)


def _meant(written: str) -> str:
    if written == ",":
        return "‚"
    return _TYPED.get(written, unescape(written))


@cache
def _signs(language: Language) -> frozenset[str]:
    """The marks of a language."""
    return frozenset(mark for entry in language.quotation_marks for mark in (entry.opening, *entry.closing))


@cache
def _any_mark(language: Language) -> re.Pattern[str]:
    plain = sorted({*_signs(language), *_TYPED} - {">>", "<<"}, key=lambda mark: (-len(mark), mark))
    return re.compile("|".join([_REFERENCE, _BOLD, _ARROWS, *map(re.escape, plain), _LOW_COMMA]))
