"""A text cut into the parts that are parsed by themselves: headings, paragraphs, list items, questions, answers.

A line break alone is no boundary for a parser (*Hohes Risiko⏎Bis zu 12.000 Soldaten …* would become one sentence), and
a heading is not a paragraph. Datelines and signatures are cut off the sentence beside them, and nobody parses them.
Parts never overlap; markers (`-`, `1.`, `##`) and white space lie outside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from attrib.records import Part, PartKind
from attrib.text.dateline import dateline_length
from attrib.text.heading import asks_over, heads_items, is_heading, is_question
from attrib.text.language import Language
from attrib.text.line import EMPHASIS, SENTENCE_END, Line, Marks, lines_of, marks_of
from attrib.text.signature import signature_start

UNREAD: frozenset[PartKind] = frozenset({"foreign", "dateline", "signature"})
"""Kinds of parts that no parser gets."""
_NARROW, _WIDE = 40, 100
"""How many characters a line of wrapped text has."""
_DATELINES = 3
"""How many paragraphs of running text may begin with one."""


def cut_parts(text: str, *, document: str, language: Language) -> tuple[Part, ...]:
    """The parts of a text in order; a text of white space has none."""
    marks = marks_of(language)
    lines = list(_join_wrapped(lines_of(text, marks), marks))
    pieces = _Cutting(lines, language).pieces()
    return tuple(
        Part(document=document, number=number, kind=kind, start=start, end=start + len(body))
        for number, (kind, start, body) in enumerate(pieces)
    )


class _Cutting:
    """The lines of a text on their way to parts: what one is depends on those around it."""

    def __init__(self, lines: Sequence[Line], language: Language) -> None:
        self._language = language
        self._marks = marks_of(language)
        self._lines = lines
        self._signs = [_signature_start(line, language) for line in lines]
        self._previous: PartKind | None = None
        self._paragraphs = 0

    def pieces(self) -> Iterator[tuple[PartKind, int, str]]:
        """Kind, place and text of each part."""
        followers = self._followers()
        for line, sign, following in zip(self._lines, self._signs, followers, strict=True):
            for kind, start, body in self._of_line(line, sign, following):
                start, body = _without_emphasis(start, body) if kind in {"heading", "question"} else (start, body)
                if body:
                    yield kind, start, body

    def _followers(self) -> list[Line | None]:
        """For each line the next one that a heading may stand over."""
        found: list[Line | None] = []
        following: Line | None = None
        for line, sign in zip(reversed(self._lines), reversed(self._signs), strict=True):
            found.append(following)
            if sign > 0 and not self._marks.is_boilerplate(line):
                following = line
        return found[::-1]

    def _of_line(self, line: Line, sign: int, following: Line | None) -> Iterator[tuple[PartKind, int, str]]:
        if sign > 0 and self._marks.is_boilerplate(line):
            # Boilerplate first: „Kommentare“ alone on a line has the shape of a heading, „23. Oktober 2024“ that of
            # an item.
            self._previous = "boilerplate"
            yield "boilerplate", line.start + line.marker, line.body
            return
        length = self._dateline(line)
        if length:
            yield "dateline", line.start, line.text[:length].rstrip()
            line = line.behind(length)
            sign = _signature_start(line, self._language)
        # *Die Stadt wartet nicht (dpa).*: no heading, as its full stop stands behind the sign.
        is_sentence = length > 0 or line.text[sign:].endswith(".")
        yield from self._running(line.up_to(sign), following, is_sentence=is_sentence)
        if sign < len(line.text):
            start = sign or line.marker
            yield "signature", line.start + start, line.text[start:]

    def _running(self, line: Line, following: Line | None, *, is_sentence: bool) -> Iterator[tuple[PartKind, int, str]]:
        """What is left of a line between its dateline and its signature."""
        if line.body:
            kind = "paragraph" if is_sentence and not line.is_item else self._kind(line, following)
            self._previous = kind
            self._paragraphs += kind != "heading"
            yield kind, line.start + line.marker, line.body

    def _dateline(self, line: Line) -> int:
        """How long the line's dateline is, the white space behind it included."""
        if self._paragraphs >= _DATELINES or line.marker:
            return 0
        return dateline_length(line.text, self._language, is_first=self._paragraphs == 0)

    def _kind(self, line: Line, following: Line | None) -> PartKind:
        if line.is_marked_heading:
            return "heading"
        # Questions before headings: 1. **Was sind die Motivationen?** is answered by the next line.
        if is_question(line):
            among_items = line.is_item or (following is not None and following.is_item)
            return "question" if following and among_items else "heading" if asks_over(line, following) else "paragraph"
        if heads_items(line, following) if line.is_item else is_heading(line, following):
            return "heading"
        if self._previous == "question":
            return "answer"
        return "list_item" if line.is_item else "paragraph"


def _signature_start(line: Line, language: Language) -> int:
    """Where in the text of a line its signature begins, markers of lists passed over."""
    start = line.marker + signature_start(line.body, language)
    return 0 if start == line.marker else start


def _join_wrapped(lines: Iterator[Line], marks: Marks) -> Iterator[Line]:
    """Lines of one block that were wrapped at a fixed width become one line again.

    A block is wrapped if no line is longer than 100 characters, the first word of most lines would not have fitted
    into the line before, and half of the lines break off inside a sentence (of two lines: before a small letter).
    """
    block: list[Line] = []
    for line in lines:
        # *Hinweis: …* right below a paragraph does not go on with it.
        if block and (line.blank_before or marks.is_boilerplate(line)):
            yield from _unwrap(block)
            block = []
        block.append(line)
    yield from _unwrap(block)


def _unwrap(block: Sequence[Line]) -> Iterator[Line]:
    pairs = list(pairwise(block))
    if not pairs or not _is_wrapped(pairs, width=max(len(line.text) for line in block)):
        yield from block
        return
    text = block[0].text
    for before, line in pairs:
        text += " " * (line.start - before.end) + line.text
    yield replace(block[0], text=text)


def _is_wrapped(pairs: Sequence[tuple[Line, Line]], *, width: int) -> bool:
    """Whether the lines of a block (each with the one below it) were one line before."""
    full = [line for line, below in pairs if len(line.text) + 1 + len(below.text.split()[0]) > width]
    if not _NARROW <= width <= _WIDE or any(below.is_item for _, below in pairs) or len(full) < 0.8 * len(pairs):
        return False
    broken = [below for line, below in pairs if line.last not in SENTENCE_END + ":"]
    return broken[0].text[0].islower() if len(pairs) == len(broken) == 1 else len(broken) >= 0.5 * len(pairs)


def _without_emphasis(start: int, body: str) -> tuple[int, str]:
    inner = body.lstrip(EMPHASIS).lstrip()
    return start + len(body) - len(inner), inner.rstrip(EMPHASIS).rstrip()
