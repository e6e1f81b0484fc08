"""Lines of a text: where they stand, how they begin, and whether a sentence ends with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from attrib.text.language import Language

EMPHASIS = "*_"
SENTENCE_END = ".!?…"
CLOSING_MARKS = "“”\"«»‘’‹›')]"
OPENING_MARKS = "„“”\"«»‚‘‹›'(["
CLOSERS = CLOSING_MARKS + EMPHASIS
OPENERS = OPENING_MARKS + EMPHASIS
_LONGEST = 500
"""Characters of a line of the page."""
_LINE = re.compile(r"[^\r\n\u2028\u2029\x85\f\v]+")
_BREAKS = "\n\r\u2028\u2029\x85\f\v"
_BULLETS = r"[-–—•*·▪►◦‣■●○□✓✔✗→⇒+]|[»›](?![^»›\n]*\s[«‹])|->|=>"
"""A pointed mark is none where its partner stands as far from the words: *» Der Pass ist offen «, sagte er*."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it.

    `blank_before` if an empty line precedes it; `marker` is the length of the list marker or the number signs that it
    begins with, `indent` that of the white space before it, in columns. The rows of a table are one line (`is_table`).
    """

    start: int
    text: str
    blank_before: bool
    marker: int = 0
    indent: int = 0
    is_table: bool = False

    @property
    def end(self) -> int:
        """Where the line ends, white space left out."""
        return self.start + len(self.text)

    @property
    def body(self) -> str:
        """The line without its marker."""
        return self.text[self.marker :]

    @property
    def last(self) -> str:
        """The last character that is neither a closing mark nor emphasis."""
        return self.text.rstrip(CLOSERS + " ")[-1:]

    @property
    def ends_sentence(self) -> bool:
        """Whether nothing but closing marks stands behind the end of its last sentence."""
        return self.last != "" and self.last in SENTENCE_END

    @property
    def is_item(self) -> bool:
        """Whether the line begins like an item of a list."""
        return self.marker > 0 and not self.text.startswith("#")

    @property
    def is_marked_heading(self) -> bool:
        """Whether number signs make it a heading."""
        return self.marker > 0 and self.text.startswith("#")

    def behind(self, length: int) -> "Line":
        """What is left of the line behind its first characters and the white space there."""
        text = self.text[length:].lstrip()
        return replace(self, start=self.end - len(text), text=text, marker=0)

    def up_to(self, length: int) -> "Line":
        """The first characters of the line, without white space behind them."""
        return replace(self, text=self.text[:length].rstrip())


@dataclass(frozen=True, slots=True)
class Marks:
    """What a language's lists say of lines: how items begin, and which lines belong to the page."""

    item: re.Pattern[str]
    boilerplate: re.Pattern[str]
    before_nouns: frozenset[str]
    """Articles, and prepositions that are no part of a verb: *bleibt zu*. No line that is whole ends with one."""

    def is_boilerplate(self, line: Line) -> bool:
        """Whether the line, with its marker or without it, belongs to the page."""
        return any(_matches(self.boilerplate, shown) for shown in {line.text, line.body})


@lru_cache(maxsize=20_000)
def _matches(page: re.Pattern[str], line: str) -> bool:
    """Whether a line belongs to the page: asked whenever a text is cut, and that is done more than once."""
    return len(line) <= _LONGEST and page.fullmatch(line) is not None


@cache
def marks_of(language: Language) -> Marks:
    """Number signs of Markdown, dashes, bullets, numbers and letters.

    *24. Februar* begins with a date, not with a number, *z. B.* with an abbreviation.
    """
    months = "|".join(sorted(map(re.escape, language.words.months)))
    number = rf"\(?\d{{1,3}}[.)](?!\s+(?i:{months})\b)"
    letter = r"[a-z](?:\)|\.(?!\s+\w\.))"
    item = re.compile(rf"(?:#{{1,6}}|{_BULLETS}|{number}|{letter})\s+(?=\S)")
    page = "|".join(f"(?:{entry.pattern})" for entry in language.boilerplate)
    words = language.words
    before_nouns = words.articles | words.pointing_determiners | (words.pronouns_possessive - words.auxiliaries)
    before_nouns |= words.prepositions - words.separable_particles
    return Marks(item, re.compile(page or r"(?!)", re.IGNORECASE), before_nouns)


def lines_of(text: str, marks: Marks) -> Iterator[Line]:
    """The lines of a text that hold more than white space."""
    last_end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        before = match.group().index(stripped)
        start = match.start() + before
        indent = len(match.group()[:before].expandtabs())
        gap = text[last_end:start].replace("\r\n", "\n")
        breaks = sum(gap.count(mark) for mark in _BREAKS)
        marker = marks.item.match(stripped)
        yield Line(start, stripped, breaks > 1 or last_end == 0, marker.end() if marker else 0, indent)
        last_end = start + len(stripped)
