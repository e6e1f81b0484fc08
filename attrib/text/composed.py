"""Letters written as two characters, *u* and *¨*, are read as one, and what nobody sees inside a word is passed over.

Texts from macOS and out of PDFs are full of the first, texts of web pages of soft hyphens. Word lists, patterns,
registry and models know *ü* only. The text of the document stays as it is; what is annotated is its composed form (NFC,
https://unicode.org/reports/tr15) without such marks, and everything that is found is put back to where it stands.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from attrib.records import JOINT, ROLES, Annotation, Document, Record, Span, Statement
from attrib.text.analysis import Analysis, Entity, Sentence, read_conllu, write_conllu

R = TypeVar("R", bound=Record)

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


def put_back(annotation: Annotation, composed: Composed) -> Annotation:
    """The annotation of the original: every place in it, and the words that stand there."""
    text, places = composed.original.text, composed.places
    return annotation.model_copy(
        update={
            "document": composed.original,
            "parts": tuple(_moved(part, text, places) for part in annotation.parts),
            "conllu": write_conllu(_analysis(read_conllu(annotation.conllu), places)),
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


def _analysis(analysis: Analysis, places: Sequence[int]) -> Analysis:
    return Analysis(tuple(_sentence(sentence, places) for sentence in analysis.sentences))


def _sentence(sentence: Sentence, places: Sequence[int]) -> Sentence:
    return replace(
        sentence,
        start=places[sentence.start],
        end=places[sentence.end],
        words=tuple(replace(word, start=places[word.start], end=places[word.end]) for word in sentence.words),
        entities=tuple(Entity(places[start], places[end], kind) for start, end, kind in sentence.entities),
    )
