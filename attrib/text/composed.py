"""How a text is read: in lines and letters as they are meant, without what nobody sees, in the usual quotation marks.

Texts from macOS and out of PDFs are full of letters as *u* and *¨*, texts of web pages of soft hyphens. Word lists,
patterns, registry and models know *ü* only. Lines are wrapped and words parted at their ends (`attrib.text.wrapping`);
Markdown puts asterisks around words (`attrib.text.inline`). Quotation marks have a dozen styles (`attrib.text.marks`),
and a sentence means the same in each. So the text of the document stays as it is; what is annotated is its composed
form (NFC, https://unicode.org/reports/tr15) in whole paragraphs, without such marks and in one style, and everything
that is found is put back to where it stands.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeVar

from attrib.records import JOINT, ROLES, Annotation, Document, Part, Record, Span, Statement
from attrib.text.analysis import Analysis, Entity, Sentence, Word, read_conllu, write_conllu
from attrib.text.inline import line_breaks, without_inline_marks
from attrib.text.language import Language
from attrib.text.marks import usual_marks
from attrib.text.parts import cut_parts
from attrib.text.traced import Edit, Traced
from attrib.text.wrapping import unwrapped

R = TypeVar("R", bound=Record)

_LINE_BREAK = re.compile(r"[\r\n\u2028\u2029\x85\f\v]")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphen, and blanks without width."""


def composed(text: str, language: Language | None = None) -> Iterator[Edit]:
    """What makes the composed form of a text, of any language; nothing if it is that already."""
    if unicodedata.is_normalized("NFC", text) and text.translate(_UNSEEN) == text:
        return
    start = 0
    for length in _clusters(text):
        written = text[start : start + length].translate(_UNSEEN)
        piece = unicodedata.normalize("NFC", written)
        piece = piece if len(piece) <= length else written  # a few signs of other scripts are taken apart by NFC
        if piece != text[start : start + length]:
            yield Edit(Span(start, start + length), piece)
        start += length


def with_usual_marks(text: str, language: Language) -> Iterator[Edit]:
    """What puts the usual quotation marks of a language in place of others."""
    for place in _whole_lines(text, cut_parts(text, document="", language=language)):
        for span, mark in usual_marks(text, place, language=language):
            yield Edit(span, mark)


def _whole_lines(text: str, parts: Iterable[Part]) -> list[Span]:
    """The parts' places, those on one line together: what seems to be a signature may be a mark (*offen.<<*)."""
    places: list[Span] = []
    for part in parts:
        if places and not _LINE_BREAK.search(text, places[-1].end, part.start):
            places[-1] = Span(places[-1].start, part.end)
        else:
            places.append(Span(part.start, part.end))
    return places


def _clusters(text: str) -> Iterator[int]:
    """How many characters belong together: each with the combining and the unseen marks behind it."""
    length = 0
    for is_mark, run in groupby(text, key=lambda char: unicodedata.combining(char) > 0 or ord(char) in _UNSEEN):
        number = sum(1 for _ in run)
        if is_mark:
            yield length + number
            length = 0
        else:
            yield from [1] * (number - 1)
            length = 1
    if length:
        yield length


_STEPS: tuple[Callable[[str, Language], Iterable[Edit]], ...] = (
    line_breaks,
    composed,
    unwrapped,
    without_inline_marks,
    with_usual_marks,
)
"""Each is handed the text that the one before it made. Lines before marks: *„Wir⏎warten“* is one quotation."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it is read, and as it came; `traced` is its text with where it comes from."""

    document: Document
    original: Document
    traced: Traced

    def put_back(self, annotation: Annotation) -> Annotation:
        """What was found in the reading, in the text as it is."""
        return annotation if self.document is self.original else _put_back(annotation, self)


def read(document: Document, language: Language) -> Reading:
    """How a document in a language is read."""
    traced = Traced(document.text)
    for step in _STEPS:
        edits = list(step(traced.text, language))
        if edits:
            traced = traced.edited(edits)
    if traced.text == document.text:
        return Reading(document, document, traced)
    return Reading(document.model_copy(update={"text": traced.text}), document, traced)


def _put_back(annotation: Annotation, reading: Reading) -> Annotation:
    """The annotation of the original: every place in it, and the words that stand there."""
    text, traced = reading.original.text, reading.traced
    return annotation.model_copy(
        update={
            "document": reading.original,
            "parts": tuple(_moved(part, text, traced) for part in annotation.parts),
            "conllu": write_conllu(_analysis(read_conllu(annotation.conllu), text, traced)),
            "statements": tuple(_statement(item, text, traced) for item in annotation.statements),
            "assessments": tuple(_moved(item, text, traced) for item in annotation.assessments),
            "quantities": tuple(_moved(item, text, traced) for item in annotation.quantities),
            "issues": tuple(_moved(item, text, traced) for item in annotation.issues),
        }
    )


def _moved(record: R, text: str, traced: Traced) -> R:
    """A record with `start`, `end` and, where it has that, `exact`; one without a place comes back as it is."""
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    if start is None or end is None:
        return record
    place = traced.origin(Span(start, end))
    moved: dict[str, Any] = {"start": place.start, "end": place.end}
    if "exact" in type(record).model_fields:
        moved["exact"] = text[place.start : place.end]
    return record.model_copy(update=moved)


def _statement(statement: Statement, text: str, traced: Traced) -> Statement:
    spans: Mapping[str, tuple[Span, ...]] = {
        name: tuple(map(traced.origin, getattr(statement, name))) for name in ("spans", *ROLES)
    }
    said = statement.said_on_span
    exact = JOINT.join(text[start:end] for start, end in spans["spans"])
    context = traced.origin(statement.context)
    one = {"exact": exact, "context": context, "said_on_span": None if said is None else traced.origin(said)}
    return statement.model_copy(update={**spans, **one})


def _analysis(analysis: Analysis, text: str, traced: Traced) -> Analysis:
    return Analysis(tuple(_sentence(sentence, text, traced) for sentence in analysis.sentences))


def _sentence(sentence: Sentence, text: str, traced: Traced) -> Sentence:
    place = traced.origin(sentence.span)
    return replace(
        sentence,
        start=place.start,
        end=place.end,
        words=tuple(_word(word, text, traced) for word in sentence.words),
        entities=tuple(Entity(*traced.origin(Span(start, end)), kind) for start, end, kind in sentence.entities),
    )


def _word(word: Word, text: str, traced: Traced) -> Word:
    """The word where it stands; a quotation mark as it is written, without the blanks that it was read with."""
    start, end = traced.origin(word.span)
    if len(word.text) > 1 or word.text.isalnum():
        return replace(word, start=start, end=end)
    there = text[start:end]
    sign = there.strip() or there
    start += there.index(sign)
    return replace(word, text=sign, start=start, end=start + len(sign))
