"""Letters written as two characters are read like those written as one, and every place is one of the text as it is."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.pipeline.annotate import Annotator
from attrib.records import Annotation, Document, Part, Span
from attrib.text.analysis import Analysis, read_conllu
from attrib.text.composed import composed
from attrib.text.traced import Traced
from bench.kills import fast_annotator
from tests import frozen

UNSEEN = set("\u00ad\u200b\u2060\ufeff")


class FrozenParser:
    """Knows one text, as it is read: in composed letters and usual marks."""

    fingerprint = "frozen"

    def __init__(self, path: Path) -> None:
        self.path = path

    def analyse(self, documents: Sequence[tuple[str, Sequence[Part]]]) -> list[Analysis]:
        """What was frozen; the text must be the one that was parsed then."""
        assert [text for text, _ in documents] == [frozen.as_read(frozen.seed_document(self.path))[0].text]
        return [frozen.seed_analysis(self.path)]


def written(annotation: Annotation) -> list[object]:
    """What was found, in composed letters, without marks that nobody sees and without places."""
    text = annotation.document.text
    found: list[Any] = [
        *(text[part.start : part.end] for part in annotation.parts),
        *((item.type, item.polarity, item.certainty, item.status, item.exact) for item in annotation.statements),
        *(
            text[span.start : span.end]
            for item in annotation.statements
            for name in ("spans", "cue", "frame", "speaker", "addressee")
            for span in getattr(item, name)
        ),
        *(text[item.context.start : item.context.end] for item in annotation.statements),
        *((item.verdict, item.exact, text[item.start : item.end]) for item in annotation.assessments),
        *((item.value, item.exact, text[item.start : item.end]) for item in annotation.quantities),
        *(text[item.start : item.end] for item in annotation.issues if item.start is not None),
        *(
            (word.text, text[word.start : word.end])
            for sentence in read_conllu(annotation.conllu).sentences
            for word in sentence.words
        ),
    ]
    return [re.sub(r"\\xad|\\u200b|\\u2060|\\ufeff", "", unicodedata.normalize("NFC", repr(each))) for each in found]


@pytest.mark.parametrize("path", frozen.SEEDS, ids=lambda path: path.stem[:3])
def test_decomposed_letters_change_nothing(path: Path) -> None:
    """The same statements, stands, numbers and words; the text is the one that came in."""
    document = frozen.seed_document(path)
    other = document.model_copy(update={"text": unicodedata.normalize("NFD", document.text)})
    assert len(other.text) > len(document.text)
    parser: Any = FrozenParser(path)
    (found,) = Annotator(frozen.GERMAN, frozen.REGISTRY, parser).annotate_documents([other])
    assert found.document == other
    assert written(found) == written(frozen.annotated_seed(path))
    assert all(item.exact in other.text for item in found.statements if len(item.spans) == 1)


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
@pytest.mark.parametrize("path", frozen.SEEDS[:2], ids=lambda path: path.stem[:3])
def test_what_nobody_sees_inside_a_word_changes_nothing(path: Path, mark: str) -> None:
    """Soft hyphens stand in most texts that were copied from a web page."""
    document = frozen.seed_document(path)
    other = document.model_copy(update={"text": re.sub("(?<=[a-zäöüß])(?=te|en|er)", mark, document.text)})
    assert len(other.text) > len(document.text)
    parser: Any = FrozenParser(path)
    (found,) = Annotator(frozen.GERMAN, frozen.REGISTRY, parser).annotate_documents([other])
    assert found.document == other
    assert written(found) == written(frozen.annotated_seed(path))


MARKED = st.text(
    st.sampled_from("aou e.\u00ad\u200b\u0308\u0301\u0327\u0958\u212b\u1100\u1161q\n\U0001d15e"), max_size=30
)


@given(MARKED)
def test_letters_come_from_the_same_letters(text: str) -> None:
    """In order, and without what nobody sees; whatever is marked with whatever."""
    edits = list(composed(text))
    if not UNSEEN & set(text) and unicodedata.is_normalized("NFC", text):
        assert edits == []
    traced = Traced(text).edited(edits)
    last = Span(0, 0)
    for place, letter in enumerate(traced.text):
        origin = traced.origin(Span(place, place + 1))
        assert origin == last or last.end <= origin.start < origin.end
        assert letter not in UNSEEN
        there = text[origin.start : origin.end].translate(dict.fromkeys(map(ord, UNSEEN)))
        assert unicodedata.normalize("NFD", letter)[0] in unicodedata.normalize("NFD", there)
        last = origin


@given(
    st.lists(st.sampled_from(["Der Minister sagte", "„Die Lage sei ernst“", " fu\u0308r ", "u\u0308", "\u0308", ". "]))
)
def test_statements_are_cut_out_of_the_text_as_it_is(pieces: list[str]) -> None:
    """Also where a mark stands alone."""
    text = "".join(pieces) or "x"
    (found,) = fast_annotator().annotate_documents([Document(id="a" * 12, name="a", text=text)])
    for item in found.statements:
        assert item.exact == " … ".join(text[span.start : span.end] for span in item.spans)
