"""Cases → rewritten texts → outcomes → figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from attrib.evaluation.cases import Case, is_right
from attrib.evaluation.invariance.comparison import Pair, compared
from attrib.evaluation.invariance.passage import Change, Passage, number_of
from attrib.evaluation.invariance.perturbations import Perturbation
from attrib.evaluation.invariance.vocabulary import load_vocabulary
from attrib.intake.article import document_id
from attrib.records import Annotation, Document
from attrib.text.language import Language

NOTHING = "nothing"
"""In place of a rule: texts in which nobody is credited with anything."""
_NAME = "case.txt"
_DRAWN = 1_000_000


class Annotates(Protocol):
    """What is needed of `attrib.pipeline.annotate.Annotator`."""

    @property
    def language(self) -> Language:
        """Of the cases."""

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotation of each document, in order."""


@dataclass(frozen=True)
class Trial:
    """A case that is right, and one way to rewrite it."""

    perturbation: Perturbation
    passage: Passage
    change: Change

    @property
    def document(self) -> Document:
        """The rewritten text, with all that is known of the case."""
        return document_of(self.passage.case, self.change.rewriting.text, language=self.passage.language.code)


@dataclass(frozen=True)
class Outcome:
    """What came of a trial."""

    trial: Trial
    annotation: Annotation
    pairs: tuple[Pair, ...]

    @property
    def is_unchanged(self) -> bool:
        """Whether all that was found before is found, and nothing else."""
        return not any(pair.differences for pair in self.pairs)

    @property
    def rules(self) -> frozenset[str]:
        """The rules that found what differs; those of what is new where all else is as it was."""
        wrong = [pair for pair in self.pairs if pair.differences]
        old = {pair.expected.rule for pair in wrong if pair.expected is not None}
        return frozenset(old or {pair.found.rule for pair in wrong if pair.found is not None})


def document_of(case: Case, text: str, *, language: str) -> Document:
    """A text as a document of its own."""
    return Document(
        id=document_id(text, case.publisher or ""),
        name=_NAME,
        text=text,
        publisher=case.publisher,
        published=case.published,
        language=language,
    )


def annotated(cases: Sequence[Case], annotator: Annotates) -> Iterator[Passage]:
    """Each case with what is found in it, right or not."""
    language = annotator.language
    vocabulary = load_vocabulary(language.code)
    documents = (document_of(case, case.text, language=language.code) for case in cases)
    for case, annotation in zip(cases, annotator.annotate_documents(documents), strict=True):
        yield Passage(case, annotation, language, vocabulary)


def right_ones(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The cases that are right today: the others have nothing that could stay as it is."""
    return (passage for passage in passages if is_right(passage.case, passage.annotation))


def trials(
    passages: Iterable[Passage], perturbations: Sequence[Perturbation], *, sample: float = 1.0, seed: int = 0
) -> Iterator[Trial]:
    """Every perturbation of every text, or a share of these: always the same for a seed, whatever cases are added."""
    for passage in passages:
        for perturbation in perturbations:
            if _is_drawn(passage, perturbation, sample=sample, seed=seed):
                change = perturbation.rewrite(passage)
                if change is not None and change.rewriting.text != passage.text:
                    yield Trial(perturbation, passage, change)


def _is_drawn(passage: Passage, perturbation: Perturbation, *, sample: float, seed: int) -> bool:
    return number_of(f"{seed}\0{perturbation.name}\0{passage.text}") % _DRAWN < sample * _DRAWN


def outcomes(tried: Sequence[Trial], annotator: Annotates) -> Iterator[Outcome]:
    """What is found in the rewritten texts."""
    annotations = annotator.annotate_documents(trial.document for trial in tried)
    for trial, annotation in zip(tried, annotations, strict=True):
        yield Outcome(trial, annotation, compared(trial.passage, trial.change, annotation))


def figures(found: Sequence[Outcome]) -> dict[str, Any]:
    """The share of texts in which nothing changed: over all, by perturbation; and of statements, by rule."""
    by_perturbation: dict[str, list[bool]] = {}
    by_rule: dict[str, list[bool]] = {}
    for outcome in found:
        by_perturbation.setdefault(outcome.trial.perturbation.name, []).append(outcome.is_unchanged)
        for rule, is_kept in _kept_by_rule(outcome):
            by_rule.setdefault(rule, []).append(is_kept)
    return {
        "overall": _share([outcome.is_unchanged for outcome in found], of="texts"),
        "perturbations": {name: _share(each, of="texts") for name, each in sorted(by_perturbation.items())},
        "rules": {name: _share(each, of="statements") for name, each in sorted(by_rule.items())},
    }


def _kept_by_rule(outcome: Outcome) -> Iterator[tuple[str, bool]]:
    """Each statement that was to be found, by the rule that found it; a text without any counts as one of `nothing`."""
    expected = [pair for pair in outcome.pairs if pair.expected is not None]
    yield from ((pair.expected.rule, not pair.differences) for pair in expected if pair.expected is not None)
    if not expected:
        yield NOTHING, outcome.is_unchanged


def scored_as(*, sample: float = 1.0, seed: int = 0, language: str | None = None) -> tuple[str, str]:
    """Under which name the floors of these figures are kept, and of what they are: of which sample.

    Unlike a corpus, cases grow with every rule, so that floors do not name the very files; they are rates.
    """
    name = "invariance" if language is None else f"invariance-{language}"
    return f"{name}{'' if sample == 1 else '-sample'}", f"sample {sample} seed {seed}"


def _share(kept: Sequence[bool], *, of: str) -> Mapping[str, float]:
    return {"rate": sum(kept) / len(kept) if kept else 1.0, "unchanged": sum(kept), of: len(kept)}
