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
_HEADING_WORDS = 16
"""Longer lines without a full stop are paragraphs that lost it."""


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
    def last(self) -> str:
        """The last character that is neither a closing mark nor emphasis."""
        stripped = self.text.rstrip(_CLOSERS + " ")
        return stripped[-1] if stripped else ""

    @property
    def is_item(self) -> bool:
        """Whether the line begins like an item of a list."""
        return self.marker > 0 and not self.text.startswith("#")


def cut_parts(text: str, *, document: str, language: Language) -> tuple[Part, ...]:
    """The parts of a text in order; a text of white space has none."""
    found: list[Part] = []
    lines = list(_join_wrapped(_lines(text, language=language), language=language))
    previous: PartKind | None = None
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        start, body = line.start + line.marker, line.text[line.marker :]
        kind = _kind(line, body, previous=previous, following=following, language=language)
        start, body = _without_emphasis(start, body) if kind in {"heading", "question"} else (start, body)
        if body:
            found.append(Part(document=document, number=len(found), kind=kind, start=start, end=start + len(body)))
            previous = kind
    return tuple(found)


def _lines(text: str, *, language: Language) -> Iterator[_Line]:
    last_end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped)
        gap = text[last_end:start].replace("\r\n", "\n")
        breaks = sum(gap.count(mark) for mark in "\n\r\u2028\u2029\x85\f\v")
        marker = _markers(language).match(stripped)
        yield _Line(start, stripped, breaks > 1 or last_end == 0, marker.end() if marker else 0)
        last_end = start + len(stripped)


@cache
def _markers(language: Language) -> re.Pattern[str]:
    """Number signs of Markdown, dashes, bullets and numbers; *24. Februar* begins with a date, not with a number."""
    months = "|".join(sorted(map(re.escape, language.words.months)))
    number = rf"\(?\d{{1,3}}[.)](?!\s+(?i:{months})\b)"
    return re.compile(rf"(?:#{{1,6}}|[-–—•*·▪►]|{number}|[a-z]\))\s+(?=\S)")


def _join_wrapped(lines: Iterator[_Line], *, language: Language) -> Iterator[_Line]:
    """Lines of one block that were wrapped at a fixed width become one line again.

    A block is wrapped if no line is longer than 100 characters, the first word of most lines would not have fitted
    into the line before, and half of the lines break off inside a sentence (of two lines: before a small letter).
    """
    block: list[_Line] = []
    for line in lines:
        # *Hinweis: …* right below a paragraph does not go on with it.
        if block and (line.blank_before or _is_boilerplate(line, language=language)):
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
    broken = [below for line, below in pairs if line.last not in _SENTENCE_END + ":"]
    if not 40 <= width <= 100 or any(below.is_item for _, below in pairs) or len(full) < 0.8 * len(pairs):
        return False
    return broken[0].text[0].islower() if len(pairs) == len(broken) == 1 else len(broken) >= 0.5 * len(pairs)


def _without_emphasis(start: int, body: str) -> tuple[int, str]:
    inner = body.lstrip(_EMPHASIS).lstrip()
    return start + len(body) - len(inner), inner.rstrip(_EMPHASIS).rstrip()


def _kind(
    line: _Line, body: str, *, previous: PartKind | None, following: _Line | None, language: Language
) -> PartKind:
    # Boilerplate first: „Kommentare“ alone on a line has the shape of a heading, „23. Oktober 2024“ that of an item.
    if _is_boilerplate(line, language=language):
        return "boilerplate"
    if line.marker and line.text.startswith("#"):
        return "heading"
    # Questions before headings: 1. **Was sind die Motivationen?** is answered by the next line.
    if line.last == "?" and body.rstrip(_CLOSERS + " ").count(".") == 0 and not _is_quoted(body):
        return "question" if following is not None and (line.is_item or following.is_item) else _plain_or_heading(line)
    if line.is_item:
        if following is not None and following.is_item and body.rstrip(_EMPHASIS).endswith(":"):
            return "heading"
        return "answer" if previous == "question" else "list_item"
    if _is_heading(line, body, following=following):
        return "heading"
    return "answer" if previous == "question" else "paragraph"


def _is_boilerplate(line: _Line, *, language: Language) -> bool:
    shown = (line.text, line.text[line.marker :])
    return any(pattern.fullmatch(text) for pattern in _boilerplate(language) for text in shown)


def _plain_or_heading(line: _Line) -> PartKind:
    return "heading" if len(line.text.split()) <= _HEADING_WORDS and line.blank_before else "paragraph"


def _is_quoted(body: str) -> bool:
    """Whether one pair of quotation marks encloses the whole line."""
    return len(body) > 2 and body[0] in '„“"»«‚' and body[-1] in '“”"«»‘' and body.count(body[0], 1, -1) == 0


def _is_heading(line: _Line, body: str, *, following: _Line | None) -> bool:
    if len(body.split()) > _HEADING_WORDS or not _starts_high(body):
        return False
    if line.last not in _SENTENCE_END:
        return line.last not in ",;" and (line.last != ":" or following is not None)
    # „Kims strategisches Risiko: Was steht auf dem Spiel?“ alone on a line, with running text below it.
    return line.last == "?" and _is_quoted(body) and following is not None and not _is_quoted(following.text)


def _starts_high(body: str) -> bool:
    first = body.lstrip(_OPENERS + " ")[:1]
    return not first.islower()


@cache
def _boilerplate(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry.pattern, re.IGNORECASE) for entry in language.boilerplate)
