"""Passages of cases on their frozen analyses, and what a perturbation makes of them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from attrib.evaluation.cases import Case
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.perturbations import perturbations
from attrib.evaluation.invariance.vocabulary import Vocabulary, load_vocabulary
from attrib.records import JOINT, Annotation, Document, Span
from attrib.text.language import Language
from tests import frozen

VOCABULARY = load_vocabulary("de")
INN = Case(
    text="Der Wirt sagte, das Treffen falle aus.",
    statements=({"exact": "das Treffen falle aus", "type": "indirect", "speaker": "Der Wirt"},),
)
DOG = Case(text="Der Hund bellte laut und lange.")
_CASES = {case.text: case for _, case in frozen.cases()}


class New(NamedTuple):
    """A rewritten text, and the words of the statements and of their speakers in it."""

    text: str
    said: list[str]
    speakers: list[str]
    change: Change


def passage(text: str, vocabulary: Vocabulary = VOCABULARY) -> Passage:
    """The passage of a case; of a text that is frozen and no case, as if it listed nothing."""
    case = _CASES.get(text, Case(text=text))
    annotation = frozen.annotated_text(case.text, publisher=case.publisher, published=case.published)
    return Passage(case, annotation, frozen.GERMAN, vocabulary)


def new(text: str, name: str, **words: Any) -> New:
    """What the perturbation of that name makes of a text, with these words in place of those of the vocabulary."""
    found = rewritten(text, name, **words)
    assert found is not None, f"{name} does not apply to {text!r}"
    return found


def applies(text: str, name: str) -> bool:
    """Whether the perturbation of that name can do anything with a text."""
    return rewritten(text, name) is not None


def rewritten(text: str, name: str, **words: Any) -> New | None:
    """The same, None where the perturbation does not apply."""
    vocabulary = VOCABULARY.model_copy(update=words)
    (perturbation,) = perturbations(vocabulary, only=[name])
    old = passage(text, vocabulary)
    change = perturbation.rewrite(old)
    if change is None:
        return None
    rewriting = change.rewriting

    def cut(spans: tuple[Span, ...]) -> str:
        return JOINT.join(rewriting.text[start:end] for start, end in rewriting.moved(spans))

    said = [cut(item.spans) for item in old.statements]
    return New(rewriting.text, said, [cut(item.speaker) for item in old.statements], change)


class FrozenAnnotator:
    """Knows the texts that are frozen, and finds nothing in others."""

    language: Language = frozen.GERMAN

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotation of each document."""
        for document in documents:
            if frozen.key_of(document.text) in frozen.short_analyses():
                yield frozen.annotated_text(document.text)
            else:
                yield Annotation(
                    document=document,
                    parts=frozen.parts_of(document),
                    conllu="",
                    statements=(),
                    sources=(),
                    assessments=(),
                )
