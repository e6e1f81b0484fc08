"""All perturbations: their names, and what holds of each."""

import pytest

from attrib.errors import InputError
from attrib.evaluation.invariance.perturbations import perturbations
from attrib.evaluation.invariance.run import annotated, trials
from tests import frozen
from tests.evaluation.invariance.passages import VOCABULARY, FrozenAnnotator


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
