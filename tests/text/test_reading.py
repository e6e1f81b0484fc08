"""A text is read in its language's usual quotation marks: whatever style it has, the same is found in it."""

from collections.abc import Sequence

import pytest

from attrib.records import ROLES, Annotation, Document, Span
from attrib.text.composed import read
from tests import frozen
from tests.text.mark_styles import STYLES, Style, restyled

QUOTED = tuple(
    dict.fromkeys(case.text for _, case in frozen.cases() if "„" in case.text and not set("\"'»«’") & set(case.text))
)
"""Every case with quotation marks, but those about other styles."""


def document_of(text: str) -> Document:
    """A short text whose id does not depend on its marks."""
    return Document(id="a" * 12, name="case.txt", text=text)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_style_reads_like_the_usual_one(style: Style) -> None:
    """So the parser and the rules are handed the same text."""
    different = []
    for text in QUOTED:
        document = document_of(text)
        other = document_of(restyled(document, style)[0])
        if read(other, frozen.GERMAN).document.text != read(document, frozen.GERMAN).document.text:
            different.append(other.text)
    assert different == []


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_style_holds_the_same_statements(style: Style) -> None:
    """With their marks, cut out of the text as it is."""
    for text in QUOTED[:: len(QUOTED) // 20]:
        document = document_of(text)
        other, places = restyled(document, style)
        usual = frozen.annotated(document, frozen.short_analysis(text))
        found = frozen.annotated(document_of(other), frozen.short_analysis(text))
        assert found.document.text == other
        assert spans_of(found) == [[moved(span, places) for span in spans] for spans in spans_of(usual)]
        assert [item.rule for item in found.statements] == [item.rule for item in usual.statements]
        assert all(item.exact == " … ".join(other[start:end] for start, end in item.spans) for item in found.statements)


def spans_of(annotation: Annotation) -> list[list[Span]]:
    """Where statements and their roles stand."""
    return [list(getattr(item, name)) for item in annotation.statements for name in ("spans", *ROLES)]


def moved(span: Span, places: Sequence[int]) -> Span:
    """The same words in a text whose places are given."""
    return Span(places[span.start], places[span.end])
