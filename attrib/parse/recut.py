"""A tokenised document, Stanza's or one of `attrib.parse.direct`, cut into other sentences and tokens."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrib.parse.full_stops import FullStops
from attrib.parse.segmentation import Span, mended

Maker = Callable[[list[list[dict[str, Any]]], str], Any]
"""Makes a document of the rows of its sentences and its text."""


def spans_of(document: Any) -> list[list[Span]]:
    """Where the tokens of each sentence stand in the document's text."""
    return [[(token.start_char, token.end_char) for token in sentence.tokens] for sentence in document.sentences]


def recut(document: Any, stops: FullStops, make: Maker) -> Any:
    """The document with sentences and tokens mended at full stops; the same object if there is nothing to mend."""
    before = spans_of(document)
    after = mended(document.text, before, stops)
    if after == before:
        return document
    kept = {(token.start_char, token.end_char): token for sentence in document.sentences for token in sentence.tokens}
    return make([list(_rows(spans, kept, document.text)) for spans in after], document.text)


def _rows(spans: Sequence[Span], kept: Mapping[Span, Any], text: str) -> Iterator[dict[str, Any]]:
    """A sentence as Stanza reads it: a row for each word, and one before those of a contraction, numbered from 1."""
    number = 1
    for span in spans:
        words = [word.text for word in kept[span].words] if span in kept else [text[slice(*span)]]
        place = {"start_char": span[0], "end_char": span[1]}
        if len(words) > 1:
            yield {"id": (number, number + len(words) - 1), "text": kept[span].text, **place}
            place = {}
        for form in words:
            yield {"id": number, "text": form, **place}
            number += 1
