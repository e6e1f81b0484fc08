"""Marks inside of lines that are read past: *<br>*, Markdown's emphasis and links, references, wide and odd blanks."""

import re
from collections.abc import Iterator

from attrib.records import Span
from attrib.text.language import Language
from attrib.text.line import lines_of, marks_of
from attrib.text.table import table_lines
from attrib.text.traced import Edit

_BREAK = re.compile(r"(?P<br></?br\s{0,3}/?>[ \t]{0,3}(?:\r\n|\r|\n)?)|\u00ad(?=[ \t]{0,8}[\r\n])", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{1,3})(?=[^\s*_])([^\n]{0,400}?[^\s*_])\1(?![\w*_])")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,200})(\]\([^()\s]{1,400}(?: \"[^\"\n]{0,200}\")?\))")
_REFERENCE = re.compile(r"(?<=[\w.!?…,;:“”\"»«)’])(?:\[\d{1,3}\])+|(?<=[.!?…“”\"»«])[⁰¹²³⁴-⁹]+")
_BLANKS = re.compile(r"[^\S\n\r\u2028\u2029\x85\f\v]+")


def line_breaks(text: str, language: Language | None = None) -> Iterator[Edit]:
    """*<br>* is a line break, and a soft hyphen at the end of a line can be seen there."""
    for match in _BREAK.finditer(text):
        yield Edit(Span(*match.span()), "\n" if match["br"] else "-")


def without_inline_marks(text: str, language: Language) -> Iterator[Edit]:
    """What leaves the words of each line, with single blanks between them; in tables blanks are columns.

    Emphasis around a whole line stays: it may be all that makes the line a heading.
    """
    lines = list(lines_of(text, marks_of(language)))
    tables = table_lines(lines)
    for number, line in enumerate(lines):
        edits = [*_emphasis(line.body), *_links(line.body), *_references(line.body)]
        if number not in tables:
            edits += _blanks(line.body)
        start = line.start + line.marker
        yield from _apart(Edit(Span(start + span.start, start + span.end), words) for span, words in sorted(edits))


def _apart(edits: Iterator[Edit]) -> Iterator[Edit]:
    """The edits in order, without those that lie in others."""
    end = 0
    for edit in edits:
        if edit.span.start >= end:
            yield edit
            end = edit.span.end


def _emphasis(body: str) -> Iterator[Edit]:
    for match in _EMPHASIS.finditer(body):
        if match.group() != body:
            yield Edit(Span(*match.span(1)), "")
            yield Edit(Span(match.end(2), match.end()), "")


def _links(body: str) -> Iterator[Edit]:
    for match in _LINK.finditer(body):
        yield Edit(Span(match.start(), match.start(1)), "")
        yield Edit(Span(*match.span(2)), "")


def _references(body: str) -> Iterator[Edit]:
    return (Edit(Span(*match.span()), "") for match in _REFERENCE.finditer(body))


def _blanks(body: str) -> Iterator[Edit]:
    return (Edit(Span(*match.span()), " ") for match in _BLANKS.finditer(body) if match.group() != " ")
