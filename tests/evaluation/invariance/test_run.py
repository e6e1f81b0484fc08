"""From cases to figures."""

from attrib.evaluation.cases import Case
from attrib.evaluation.invariance.perturbations import perturbations
from attrib.evaluation.invariance.run import annotated, figures, outcomes, right_ones, trials
from tests import frozen
from tests.evaluation.invariance.passages import DOG, INN, VOCABULARY, FrozenAnnotator

WRONG = Case(text="Der Lotse sagte, das Schiff habe zu spät gebremst.")


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
