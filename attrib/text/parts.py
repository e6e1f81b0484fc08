"""A text cut into the parts that are parsed by themselves: headings, paragraphs, list items, questions, answers.

A line break alone is no boundary for a parser (*Hohes Risiko⏎Bis zu 12.000 Soldaten …* would become one sentence), and
a heading is not a paragraph. Datelines and signatures are cut off the sentence beside them, and nobody parses them.
Parts never overlap; markers (`-`, `1.`, `##`) and white space lie outside them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from attrib.records import Part, PartKind
from attrib.text.dateline import dateline_length
from attrib.text.heading import asks_over, heads_items, is_heading, is_question
from attrib.text.language import Language
from attrib.text.line import EMPHASIS, Line, lines_of, marks_of
from attrib.text.signature import signature_start
from attrib.text.table import tables
from attrib.text.wrapping import going_on

UNREAD: frozenset[PartKind] = frozenset({"foreign", "dateline", "signature"})
"""Kinds of parts that no parser gets."""
_DATELINES = 3
"""How many paragraphs of running text may begin with one."""
_LEADS = 2
"""How many of them without a sign or a day: a lead may stand above."""

_Piece = tuple[PartKind, int, str]
"""Kind, place and text of a part."""


def cut_parts(text: str, *, document: str, language: Language) -> tuple[Part, ...]:
    """The parts of a text in order; a text of white space has none."""
    return tuple(
        Part(document=document, number=number, kind=kind, start=start, end=start + len(body))
        for number, (kind, start, body) in enumerate(_pieces(text, language))
    )


@lru_cache(maxsize=32)
def _pieces(text: str, language: Language) -> tuple[_Piece, ...]:
    """What the parts are, kept for a batch: who reads a document cuts its text, and so does who annotates it."""
    lines = list(_whole_lines(list(lines_of(text, marks_of(language))), language))
    pieces = (_without_emphasis(*piece) for piece in _Cutting(lines, language).pieces())
    return tuple(piece for piece in pieces if piece[2])


def _whole_lines(lines: Sequence[Line], language: Language) -> Iterator[Line]:
    """The lines, those together that were one before they were wrapped, and the rows of a table; breaks are blanks."""
    following = going_on(lines, language)
    rows = dict(tables(lines))
    number = 0
    while number < len(lines):
        behind = rows.get(number) or _behind(number, following)
        text = lines[number].text
        for place in range(number + 1, behind):
            text += " " * (lines[place].start - lines[place - 1].end) + lines[place].text
        yield replace(lines[number], text=text, is_table=number in rows)
        number = behind


def _behind(number: int, following: Mapping[int, int]) -> int:
    """The number behind the last of the lines in which a line goes on, one after the other."""
    while following.get(number) == number + 1:
        number += 1
    return number + 1


class _Cutting:
    """The lines of a text on their way to parts: what one is depends on those around it."""

    def __init__(self, lines: Sequence[Line], language: Language) -> None:
        self._language = language
        self._lines = lines
        self._signs = [_sign(line, language) for line in lines]
        self._of_page = [
            sign > 0 and marks_of(language).is_boilerplate(line) for line, sign in zip(lines, self._signs, strict=True)
        ]
        self._previous: PartKind | None = None
        self._paragraphs = 0

    def pieces(self) -> Iterator[_Piece]:
        """The pieces of all lines in order."""
        for number, (line, following) in enumerate(zip(self._lines, self._followers(), strict=True)):
            # Before anything else: „Kommentare“ alone on a line has the shape of a heading, „23. Oktober 2024“ that of
            # an item.
            if line.is_table or self._of_page[number]:
                self._previous = "table" if line.is_table else "boilerplate"
                yield self._previous, line.start + line.marker, line.body
            elif length := self._dateline(line):
                yield "dateline", line.start + line.marker, line.text[line.marker : length].rstrip()
                rest = line.behind(length)
                yield from self._of_line(rest, _sign(rest, self._language), following, is_sentence=True)
            else:
                yield from self._of_line(line, self._signs[number], following)

    def _followers(self) -> list[Line | None]:
        """For each line the next one that a heading may stand over."""
        found: list[Line | None] = []
        following: Line | None = None
        for number in reversed(range(len(self._lines))):
            found.append(following)
            if self._signs[number] > 0 and not self._of_page[number]:
                following = self._lines[number]
        return found[::-1]

    def _dateline(self, line: Line) -> int:
        """How long the line's dateline is, the white space behind it included."""
        if self._paragraphs >= _DATELINES or line.is_marked_heading:
            return 0
        is_first = self._paragraphs < _LEADS and not line.is_item
        length = dateline_length(line.body, self._language, is_first=is_first)
        return line.marker + length if length else 0

    def _of_line(self, line: Line, sign: int, following: Line | None, *, is_sentence: bool = False) -> Iterator[_Piece]:
        """What stands before the signature, which begins at `sign`, and that."""
        running, signature = line.up_to(sign), line.text[sign:]
        if running.body:
            # *Die Stadt wartet nicht (dpa).*: no heading, as its full stop stands behind the sign.
            is_sentence = is_sentence or (signature.endswith(".") and not line.is_item)
            self._previous = "paragraph" if is_sentence else self._kind(running, following)
            self._paragraphs += self._previous != "heading"
            yield self._previous, running.start + running.marker, running.body
        if signature:
            start = sign or line.marker
            yield "signature", line.start + start, line.text[start:]

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


def _sign(line: Line, language: Language) -> int:
    """Where in the text of a line its signature begins; 0 if it is nothing else, whatever it is marked with."""
    if line.is_table:
        return len(line.text)
    start = signature_start(line.body, language)
    return line.marker + start if start else 0


def _without_emphasis(kind: PartKind, start: int, body: str) -> _Piece:
    inner = body.lstrip(EMPHASIS).lstrip()
    return kind, start + len(body) - len(inner), inner.rstrip(EMPHASIS).rstrip()
