"""The page of texts that did not stay as they were."""

from attrib.evaluation.invariance.page import failure_page
from attrib.evaluation.invariance.perturbations import perturbations
from attrib.evaluation.invariance.run import annotated, outcomes, trials
from tests.evaluation.invariance.passages import DOG, INN, VOCABULARY, FrozenAnnotator


def test_a_page_of_what_changed() -> None:
    """Before and after, by perturbation and rule; texts that stay as they were are not on it."""
    passages = list(annotated([INN, DOG], FrozenAnnotator()))
    tried = list(trials(passages, perturbations(VOCABULARY, only=["verb:adverb"])))
    page = failure_page(outcomes(tried, FrozenAnnotator()))
    assert "verb:adverb (1)" in page
    assert "verb_second (1)" in page
    assert '<mark class="speaker">Der Wirt</mark> sagte, <mark>das Treffen falle aus</mark>.' in page
    assert "bellte" not in page
