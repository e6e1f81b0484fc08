"""Signatures: a quotation, and nothing but a name behind it or below it.

*„A.“ – Kommissar Gerd Ohm* · *„A“ (Bürgermeisterin Vogt)* · *„A.“ Gerd Ohm, Kommissar* · a line with a name alone.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from attrib.quotation.label import naming_at
from attrib.quotation.piece import Piece
from attrib.quotation.voices import Standing, Voices
from attrib.records import Part, Span
from attrib.text.marks import Quoted
from attrib.text.text import Text

_DASH = r"(?:[–—―]|--?)"
_IN_PART = (
    re.compile(rf"\s*(?P<whole>{_DASH}\s*(?P<signer>[^\s()][^()\n:;!?]{{2,90}}?))\.?\s*$"),
    re.compile(r"\s*(?P<whole>\((?P<signer>[^()\n:;!?]{3,90})\))"),
    re.compile(r"\s+(?P<whole>(?P<signer>[^\s()–—-][^()\n:;!?]{2,90}?))\s*$"),
)
"""Behind the closing mark: a dash and a name, a name in brackets, a name that ends the part."""
_LINE = re.compile(rf"\s*(?P<dash>{_DASH}\s*)?(?P<signer>\S[^\n:;!?]{{2,90}}?)\s*")
_SENTENCE_ENDS = frozenset('.!?…:“”"«»)')
_NAMED: frozenset[Standing] = frozenset({"person", "party"})
_NAMES: frozenset[Standing] = frozenset({"person", "name"})
_DASHED: frozenset[Standing] = frozenset({"person", "party", "noun", "name"})
"""What a dash before the name says, so that it needs no other evidence."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A name with the marks around it, and the quotations that it signs."""

    name: Span
    frame: Span
    quoted: tuple[Span, ...]


def signed_in(text: Text, part: Part, quoted: Sequence[Quoted], voices: Voices) -> Iterator[Signed]:
    """The signatures behind the quotations of a part."""
    written = text.document.text
    for item in quoted:
        if item.depth == 0 and item.closed and _opens_sentence(written[part.start : item.span.start]):
            # What stands in brackets may be followed by more text.
            for pattern in _IN_PART:
                match = pattern.match(written, item.span.end, part.end)
                ends = match is not None and not written[match.end() : part.end].lstrip(" .!?")[:1].islower()
                if match is not None and ends and _names(text, Span(*match.span("signer")), voices, _NAMED):
                    yield Signed(Span(*match.span("signer")), Span(*match.span("whole")), (item.span,))
                    break


def _opens_sentence(before: str) -> bool:
    """Whether a quotation begins its part or a sentence."""
    rest = before.rstrip()
    return not rest or rest[-1] in _SENTENCE_ENDS


def signed_above(text: Text, pieces: Sequence[Piece], place: int, voices: Voices) -> Signed | None:
    """The signature that a piece is: nothing but a name, right below a quotation."""
    piece = pieces[place]
    written = text.document.text
    line_start = max(written.rfind(mark, 0, piece.part.start) for mark in "\n\r") + 1
    match = _LINE.fullmatch(written, line_start, piece.part.end)
    quoted = _quoted_above(pieces, place)
    if piece.label is not None or match is None or not quoted:
        return None
    name = Span(*match.span("signer"))
    wanted = _DASHED if match["dash"] else _NAMES
    return Signed(name, name, quoted) if _names(text, name, voices, wanted) else None


def _names(text: Text, place: Span, voices: Voices, wanted: Collection[Standing]) -> bool:
    """Whether words are a name and nothing else; a name that nothing tells of has two words at least."""
    naming = naming_at(text, place)
    standing = voices.standing(naming) if naming.is_nominal else "thing"
    return standing in wanted and (standing != "name" or "noun" in wanted or len(naming.core) > 1)


def _quoted_above(pieces: Sequence[Piece], place: int) -> tuple[Span, ...]:
    """The quotation above a piece: all of a piece, with those above it whose marks were opened and not closed."""
    found: list[Span] = []
    for piece in reversed(pieces[max(0, place - _LONGEST) : place]):
        quotation = piece.quotation
        if quotation is None or piece.label is not None or quotation.closed == bool(found) or not piece.is_quoted:
            break
        found.insert(0, quotation.span)
    return tuple(found)


_LONGEST = 20
"""How many paragraphs a quotation has at most."""
