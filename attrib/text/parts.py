"""A text cut into the parts that are parsed by themselves: headings, paragraphs, list items, questions, answers.

A line break alone is no boundary for a parser (*Hohes Risiko⏎Bis zu 12.000 Soldaten …* would become one sentence), and
a heading is not a paragraph. Parts never overlap; markers (`-`, `1.`, `##`) and white space lie outside them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from attrib.records import Part, PartKind
from attrib.text.language import Language

_LINE = re.compile(r"[^\r\n\u2028\u2029\x85\f\v]+")
_EMPHASIS = "*_"
_SENTENCE_END = ".!?…"
_CLOSERS = "“”\"«»‘’‹›')]" + _EMPHASIS
_OPENERS = "„“”\"«»‚‘‹›'([" + _EMPHASIS
_BREAKS = "\n\r\u2028\u2029\x85\f\v"
_HEADING_WORDS = 16
"""Longer lines without a full stop are paragraphs that lost it."""
_NARROW, _WIDE = 40, 100
"""How many characters a line of wrapped text has."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space around it; `blank_before` if an empty line precedes it, `marker` is the length of
    the list marker or the number signs that it begins with."""

    start: int
    text: str
    blank_before: bool
    marker: int

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
        return self.text.rstrip(_CLOSERS + " ")[-1:]

    @property
    def is_item(self) -> bool:
        """Whether the line begins like an item of a list."""
        return self.marker > 0 and not self.text.startswith("#")

    @property
    def is_marked_heading(self) -> bool:
        """Whether number signs make it a heading."""
        return self.marker > 0 and self.text.startswith("#")


_NO_LINE = _Line(0, "", False, 0)
"""What stands below the last line."""


def cut_parts(text: str, *, document: str, language: Language) -> tuple[Part, ...]:
    """The parts of a text in order; a text of white space has none."""
    found: list[Part] = []
    marks = _marks(language)
    lines = list(_join_wrapped(_lines(text, marks), marks))
    previous: PartKind | None = None
    for line, following in zip(lines, [*lines[1:], _NO_LINE], strict=False):
        kind = _kind(line, previous, following, marks)
        start, body = line.start + line.marker, line.body
        start, body = _without_emphasis(start, body) if kind in {"heading", "question"} else (start, body)
        if body:
            found.append(Part(document=document, number=len(found), kind=kind, start=start, end=start + len(body)))
            previous = kind
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a language's lists say of lines: how items begin, and which lines belong to the page."""

    item: re.Pattern[str]
    boilerplate: tuple[re.Pattern[str], ...]

    def is_boilerplate(self, line: _Line) -> bool:
        """Whether the line, with its marker or without it, belongs to the page."""
        return any(pattern.fullmatch(shown) for pattern in self.boilerplate for shown in (line.text, line.body))


@cache
def _marks(language: Language) -> _Marks:
    """Number signs of Markdown, dashes, bullets and numbers; *24. Februar* begins with a date, not with a number."""
    months = "|".join(sorted(map(re.escape, language.words.months)))
    number = rf"\(?\d{{1,3}}[.)](?!\s+(?i:{months})\b)"
    item = re.compile(rf"(?:#{{1,6}}|[-–—•*·▪►]|{number}|[a-z]\))\s+(?=\S)")
    return _Marks(item, tuple(re.compile(entry.pattern, re.IGNORECASE) for entry in language.boilerplate))


def _lines(text: str, marks: _Marks) -> Iterator[_Line]:
    last_end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped)
        gap = text[last_end:start].replace("\r\n", "\n")
        breaks = sum(gap.count(mark) for mark in _BREAKS)
        marker = marks.item.match(stripped)
        yield _Line(start, stripped, breaks > 1 or last_end == 0, marker.end() if marker else 0)
        last_end = start + len(stripped)


def _join_wrapped(lines: Iterator[_Line], marks: _Marks) -> Iterator[_Line]:
    """Lines of one block that were wrapped at a fixed width become one line again.

    A block is wrapped if no line is longer than 100 characters, the first word of most lines would not have fitted
    into the line before, and half of the lines break off inside a sentence (of two lines: before a small letter).
    """
    block: list[_Line] = []
    for line in lines:
        # *Hinweis: …* right below a paragraph does not go on with it.
        if block and (line.blank_before or marks.is_boilerplate(line)):
            yield from _unwrap(block)
            block = []
        block.append(line)
    yield from _unwrap(block)


def _unwrap(block: Sequence[_Line]) -> Iterator[_Line]:
    pairs = list(pairwise(block))
    if not pairs or not _is_wrapped(pairs, width=max(len(line.text) for line in block)):
        yield from block
        return
    text = block[0].text
    for before, line in pairs:
        text += " " * (line.start - before.end) + line.text
    yield replace(block[0], text=text)


def _is_wrapped(pairs: Sequence[tuple[_Line, _Line]], *, width: int) -> bool:
    """Whether the lines of a block (each with the one below it) were one line before."""
    full = [line for line, below in pairs if len(line.text) + 1 + len(below.text.split()[0]) > width]
    if not _NARROW <= width <= _WIDE or any(below.is_item for _, below in pairs) or len(full) < 0.8 * len(pairs):
        return False
    broken = [below for line, below in pairs if line.last not in _SENTENCE_END + ":"]
    return broken[0].text[0].islower() if len(pairs) == len(broken) == 1 else len(broken) >= 0.5 * len(pairs)


def _without_emphasis(start: int, body: str) -> tuple[int, str]:
    inner = body.lstrip(_EMPHASIS).lstrip()
    return start + len(body) - len(inner), inner.rstrip(_EMPHASIS).rstrip()


def _kind(line: _Line, previous: PartKind | None, following: _Line, marks: _Marks) -> PartKind:
    # Boilerplate first: „Kommentare“ alone on a line has the shape of a heading, „23. Oktober 2024“ that of an item.
    if marks.is_boilerplate(line):
        return "boilerplate"
    if line.is_marked_heading:
        return "heading"
    # Questions before headings: 1. **Was sind die Motivationen?** is answered by the next line.
    if _is_question(line):
        among_items = line.is_item or following.is_item
        return "question" if following.text and among_items else _plain_or_heading(line)
    if _opens_items(line, following) if line.is_item else _is_heading(line, following):
        return "heading"
    if previous == "question":
        return "answer"
    return "list_item" if line.is_item else "paragraph"


def _is_question(line: _Line) -> bool:
    """Whether the line is one question and nothing else."""
    return line.last == "?" and "." not in line.body.rstrip(_CLOSERS + " ") and not _is_quoted(line.body)


def _opens_items(line: _Line, following: _Line) -> bool:
    return following.is_item and line.body.rstrip(_EMPHASIS).endswith(":")


def _plain_or_heading(line: _Line) -> PartKind:
    return "heading" if len(line.text.split()) <= _HEADING_WORDS and line.blank_before else "paragraph"


def _is_quoted(body: str) -> bool:
    """Whether one pair of quotation marks encloses the whole line."""
    return len(body) > 2 and body[0] in '„“"»«‚' and body[-1] in '“”"«»‘' and body.count(body[0], 1, -1) == 0


def _is_heading(line: _Line, following: _Line) -> bool:
    if len(line.body.split()) > _HEADING_WORDS or not _starts_high(line.body):
        return False
    if line.last not in _SENTENCE_END:
        return line.last not in ",;" and (line.last != ":" or bool(following.text))
    # „Kims strategisches Risiko: Was steht auf dem Spiel?“ alone on a line, with running text below it.
    return line.last == "?" and _is_quoted(line.body) and bool(following.text) and not _is_quoted(following.text)


def _starts_high(body: str) -> bool:
    first = body.lstrip(_OPENERS + " ")[:1]
    return not first.islower()
