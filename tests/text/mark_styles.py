"""The same text in other quotation marks."""

from collections.abc import Iterator
from typing import NamedTuple

from attrib.records import Document, Span
from attrib.text.marks import Quoted, quoted_stretches
from tests import frozen


class Style(NamedTuple):
    """Marks around words, and around words inside these."""

    outer: tuple[str, str]
    inner: tuple[str, str]

    @property
    def name(self) -> str:
        """All four, as they are written around nothing."""
        return "".join((self.outer[0], *self.inner, self.outer[1])).replace("\u202f", "_").replace("\u00a0", "_")


STYLES = tuple(
    Style((outer[0], outer[1]), (inner[0], inner[1]))
    for outer, inner in (
        ("„“", "‚‘"),
        ("„”", "‚’"),
        ('„"', "‚'"),
        ("“”", "‘’"),
        ("““", "‚‘"),
        ('""', "''"),
        ('""', '""'),
        ("»«", "›‹"),
        ("«»", "‹›"),
        ("‚‘", "„“"),
        ("''", '""'),
        ("‘’", "“”"),
        ("›‹", "»«"),
        ("‹›", "«»"),
        ("＂＂", "＇＇"),
        ((",,", "''"), (",", "'")),
        ((",,", "“"), ("`", "´")),
        (("``", "''"), ("`", "'")),
        (("''", "''"), "''"),
        ((">>", "<<"), "›‹"),
        (("<<", ">>"), "‹›"),
        (("« ", " »"), "“”"),
        (("«\u00a0", "\u00a0»"), ("‹\u202f", "\u202f›")),
        (("&quot;", "&quot;"), ("&sbquo;", "&lsquo;")),
        (("&bdquo;", "&ldquo;"), ("&#8218;", "&#8216;")),
    )
)


def restyled(document: Document, style: Style) -> tuple[str, tuple[int, ...]]:
    """The text in these marks, and where each place of the old text is in it.

    A place behind a mark stays behind it: what was cut out with its marks is cut out with the new ones.
    """
    text = document.text
    marks = dict(mark for quoted in _stretches(document) for mark in _marks_of(quoted, style))
    places, written = [], ""
    for place, sign in enumerate(text):
        places.append(len(written))
        written += marks.get(place, sign)
    return written, (*places, len(written))


def _stretches(document: Document) -> Iterator[Quoted]:
    for part in frozen.parts_of(document):
        yield from quoted_stretches(document.text, Span(part.start, part.end), language=frozen.GERMAN)


def _marks_of(quoted: Quoted, style: Style) -> Iterator[tuple[int, str]]:
    pair = style.inner if quoted.depth % 2 else style.outer
    yield quoted.span.start, pair[0]
    if quoted.closed:
        yield quoted.span.end - 1, pair[1]
