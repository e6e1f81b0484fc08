"""From cases to figures."""

from collections.abc import Iterable, Iterator

import pytest

from attrib.errors import InputError, ResourceError
from attrib.evaluation.cases import Case
from attrib.evaluation.invariance.page import failure_page
from attrib.evaluation.invariance.perturbations import perturbations
from attrib.evaluation.invariance.run import annotated, figures, outcomes, right_ones, trials
from attrib.evaluation.invariance.vocabulary import load_vocabulary
from attrib.records import Annotation, Document
from attrib.text.language import Language
from tests import frozen
from tests.evaluation.invariance.passages import VOCABULARY

INN = Case(
    text="Der Wirt sagte, das Treffen falle aus.",
    statements=({"exact": "das Treffen falle aus", "type": "indirect", "speaker": "Der Wirt"},),
)
DOG = Case(text="Der Hund bellte laut und lange.")
WRONG = Case(text="Der Lotse sagte, das Schiff habe zu spät gebremst.")


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


def test_only_cases_that_are_right_are_rewritten() -> None:
    """Of the others nothing could stay as it is."""
    passages = list(right_ones(annotated([INN, DOG, WRONG], FrozenAnnotator())))
    assert [passage.case for passage in passages] == [INN, DOG]


def test_figures_by_perturbation_and_by_rule() -> None:
    """What is missed counts against the rule that found it; where nothing was to be found, nothing is missed."""
    passages = list(annotated([INN, DOG], FrozenAnnotator()))
    tried = list(trials(passages, perturbations(VOCABULARY, only=["dateline", "verb:adverb"])))
    found = figures(list(outcomes(tried, FrozenAnnotator())))
    assert found["overall"] == {"rate": 0.5, "unchanged": 2, "texts": 4}
    assert found["perturbations"]["dateline"] == {"rate": 0.5, "unchanged": 1, "texts": 2}
    assert found["rules"] == {
        "nothing": {"rate": 1.0, "unchanged": 2, "statements": 2},
        "verb_second": {"rate": 0.0, "unchanged": 0, "statements": 2},
    }


def test_a_page_of_what_changed() -> None:
    """Before and after, by perturbation and rule; texts that stay as they were are not on it."""
    passages = list(annotated([INN, DOG], FrozenAnnotator()))
    tried = list(trials(passages, perturbations(VOCABULARY, only=["verb:adverb"])))
    page = failure_page(outcomes(tried, FrozenAnnotator()))
    assert "verb:adverb (1)" in page
    assert "verb_second (1)" in page
    assert '<mark class="speaker">Der Wirt</mark> sagte, <mark>das Treffen falle aus</mark>.' in page
    assert "bellte" not in page


def test_a_sample_is_the_same_for_a_seed() -> None:
    """Whatever other cases there are; another seed draws another one."""
    passages = list(annotated([case for _, case in frozen.cases()][:60], FrozenAnnotator()))
    all_of_them = perturbations(VOCABULARY)

    def drawn(seed: int, first: int = 0) -> set[tuple[str, str]]:
        tried = trials(passages[first:], all_of_them, sample=0.1, seed=seed)
        return {(trial.passage.text, trial.perturbation.name) for trial in tried}

    every = sum(1 for _ in trials(passages, all_of_them))
    assert 0.05 * every < len(drawn(0)) < 0.15 * every
    assert drawn(0) == drawn(0)
    assert drawn(0, first=30) <= drawn(0)
    assert len(drawn(0) & drawn(1)) < 0.5 * len(drawn(0))


def test_perturbations_by_name_and_group() -> None:
    """A name that is neither is an error that lists them."""
    everything = perturbations(VOCABULARY)
    assert len({each.name for each in everything}) == len(everything) > 40
    assert [each.name for each in perturbations(VOCABULARY, only=["tense"])] == [
        "tense:present",
        "tense:past",
        "tense:perfect",
    ]
    assert [each.name for each in perturbations(VOCABULARY, only=["nfd", "title:dr"])] == ["title:dr", "nfd"]
    with pytest.raises(InputError, match="datelines; there are: break_tags, dateline"):
        perturbations(VOCABULARY, only=["datelines"])


def test_every_perturbation_applies_to_some_case() -> None:
    """And what it gives back is another text, in which every statement has its words."""
    passages = list(annotated([case for _, case in frozen.cases()], FrozenAnnotator()))
    applied: dict[str, int] = {}
    for trial in trials(passages, perturbations(VOCABULARY)):
        name, rewriting = trial.perturbation.name, trial.change.rewriting
        applied[name] = applied.get(name, 0) + 1
        for statement in trial.passage.statements:
            assert rewriting.moved(statement.spans), (name, rewriting.text)
            assert bool(rewriting.moved(statement.speaker)) == bool(statement.speaker), (name, rewriting.text)
    assert [each.name for each in perturbations(VOCABULARY) if each.name not in applied] == []


def test_a_language_without_words_is_refused() -> None:
    """With those that there are."""
    with pytest.raises(ResourceError, match="but for de"):
        load_vocabulary("xx")
