"""How a text is read: letters written as two characters as one, without what nobody sees, in the usual quotation marks.

Texts from macOS and out of PDFs are full of letters as *u* and *¨*, texts of web pages of soft hyphens. Word lists,
patterns, registry and models know *ü* only. Quotation marks have a dozen styles (`attrib.text.marks`), and a sentence
means the same in each. So the text of the document stays as it is; what is annotated is its composed form (NFC,
https://unicode.org/reports/tr15) without such marks and in one style, and everything that is found is put back to where
it stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from attrib.records import JOINT, ROLES, Annotation, Document, Part, Record, Span, Statement
from attrib.text.analysis import Analysis, Entity, Sentence, Word, read_conllu, write_conllu
from attrib.text.language import Language
from attrib.text.marks import usual_marks
from attrib.text.parts import cut_parts

R = TypeVar("R", bound=Record)

_LINE_BREAK = re.compile(r"[\r\n\u2028\u2029\x85\f\v]")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphen, and blanks without width."""


class Composed(NamedTuple):
    """A document in composed form, the original, and where in it each character of the other stands, and its end."""

    document: Document
    original: Document
    places: tuple[int, ...]


def compose(document: Document) -> Composed | None:
    """The document in composed form; None if it is that already."""
    text = document.text
    if unicodedata.is_normalized("NFC", text) and text.translate(_UNSEEN) == text:
        return None
    pieces: list[str] = []
    places: list[int] = []
    start = 0
    for length in _clusters(text):
        written = text[start : start + length].translate(_UNSEEN)
        piece = unicodedata.normalize("NFC", written)
        piece = piece if len(piece) <= length else written  # a few signs of other scripts are taken apart by NFC
        pieces.append(piece)
        # What no composed letter takes up stands at the end: the second mark on one letter.
        places += [start, *range(start + length - len(piece) + 1, start + length)][: len(piece)]
        start += length
    return Composed(document.model_copy(update={"text": "".join(pieces)}), document, (*places, start))


def with_usual_marks(document: Document, language: Language) -> Composed | None:
    """The document with the usual quotation marks of its language; None if it has no others."""
    parts = cut_parts(document.text, document=document.id, language=language)
    places = _whole_lines(document.text, parts)
    changes = [change for place in places for change in usual_marks(document.text, place, language=language)]
    return _changed(document, changes) if changes else None


def _whole_lines(text: str, parts: Iterable[Part]) -> list[Span]:
    """The parts' places, those on one line together: what seems to be a signature may be a mark (*offen.<<*)."""
    places: list[Span] = []
    for part in parts:
        if places and not _LINE_BREAK.search(text, places[-1].end, part.start):
            places[-1] = Span(places[-1].start, part.end)
        else:
            places.append(Span(part.start, part.end))
    return places


def _changed(document: Document, changes: Iterable[tuple[Span, str]]) -> Composed:
    """The document with single characters in place of some stretches, which are in order."""
    text, start = document.text, 0
    pieces: list[str] = []
    places: list[int] = []
    for span, sign in changes:
        pieces += [text[start : span.start], sign]
        places += [*range(start, span.start), span.start]
        start = span.end
    pieces.append(text[start:])
    places += range(start, len(text) + 1)
    return Composed(document.model_copy(update={"text": "".join(pieces)}), document, tuple(places))


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


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it is read, and what was changed for that, in order."""

    document: Document
    changes: tuple[Composed, ...] = ()

    def put_back(self, annotation: Annotation) -> Annotation:
        """What was found in the reading, in the text as it is."""
        for change in reversed(self.changes):
            annotation = put_back(annotation, change)
        return annotation


def read(document: Document, language: Language) -> Reading:
    """How a document in a language is read."""
    reading = Reading(document)
    for step in (compose, partial(with_usual_marks, language=language)):
        change = step(reading.document)
        if change is not None:
            reading = Reading(change.document, (*reading.changes, change))
    return reading


def put_back(annotation: Annotation, composed: Composed) -> Annotation:
    """The annotation of the original: every place in it, and the words that stand there."""
    text, places = composed.original.text, composed.places
    return annotation.model_copy(
        update={
            "document": composed.original,
            "parts": tuple(_moved(part, text, places) for part in annotation.parts),
            "conllu": write_conllu(_analysis(read_conllu(annotation.conllu), text, places)),
            "statements": tuple(_statement(item, text, places) for item in annotation.statements),
            "assessments": tuple(_moved(item, text, places) for item in annotation.assessments),
            "quantities": tuple(_moved(item, text, places) for item in annotation.quantities),
            "issues": tuple(_moved(item, text, places) for item in annotation.issues),
        }
    )


def _moved(record: R, text: str, places: Sequence[int]) -> R:
    """A record with `start`, `end` and, where it has that, `exact`; one without a place comes back as it is."""
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    if start is None or end is None:
        return record
    moved: dict[str, Any] = {"start": places[start], "end": places[end]}
    if "exact" in type(record).model_fields:
        moved["exact"] = text[places[start] : places[end]]
    return record.model_copy(update=moved)


def _statement(statement: Statement, text: str, places: Sequence[int]) -> Statement:
    spans: Mapping[str, tuple[Span, ...]] = {
        name: tuple(_span(span, places) for span in getattr(statement, name)) for name in ("spans", *ROLES)
    }
    said = statement.said_on_span
    exact = JOINT.join(text[start:end] for start, end in spans["spans"])
    context = _span(statement.context, places)
    one = {"exact": exact, "context": context, "said_on_span": None if said is None else _span(said, places)}
    return statement.model_copy(update={**spans, **one})


def _span(span: Span, places: Sequence[int]) -> Span:
    return Span(places[span.start], places[span.end])


def _analysis(analysis: Analysis, text: str, places: Sequence[int]) -> Analysis:
    return Analysis(tuple(_sentence(sentence, text, places) for sentence in analysis.sentences))


def _sentence(sentence: Sentence, text: str, places: Sequence[int]) -> Sentence:
    return replace(
        sentence,
        start=places[sentence.start],
        end=places[sentence.end],
        words=tuple(_word(word, text, places) for word in sentence.words),
        entities=tuple(Entity(places[start], places[end], kind) for start, end, kind in sentence.entities),
    )


def _word(word: Word, text: str, places: Sequence[int]) -> Word:
    """The word where it stands; a quotation mark as it is written, without the blanks that it was read with."""
    start, end = places[word.start], places[word.end]
    if len(word.text) > 1 or word.text.isalnum():
        return replace(word, start=start, end=end)
    there = text[start:end]
    sign = there.strip() or there
    start += there.index(sign)
    return replace(word, text=sign, start=start, end=start + len(sign))
