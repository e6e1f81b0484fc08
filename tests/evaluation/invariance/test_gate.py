"""The quality gate: a fixed sample of rewritten cases with the shipped models."""

from pathlib import Path

import pytest

from attrib.evaluation.baseline import drops
from attrib.evaluation.cases import case_files, read_cases
from attrib.evaluation.invariance.perturbations import perturbations
from attrib.evaluation.invariance.run import annotated, figures, outcomes, right_ones, scored_as, trials
from attrib.pipeline.annotate import make_annotator
from tests import frozen
from tests.evaluation.invariance.passages import VOCABULARY

BASELINE = Path(__file__).parents[2] / "eval" / "baseline.json"
SAMPLE = 0.05


@pytest.mark.pipeline
def test_no_rate_of_the_sample_is_below_its_floor() -> None:
    """`attrib evaluate invariance --sample 0.05 --baseline tests/eval/baseline.json --update` raises the floors."""
    annotator = make_annotator(threads=1)
    cases = list(read_cases(case_files([frozen.CASES])))
    right = list(right_ones(annotated(cases, annotator)))
    assert len(right) > 0.85 * len(cases)
    tried = list(trials(right, perturbations(VOCABULARY), sample=SAMPLE))
    name, what = scored_as(sample=SAMPLE)
    assert drops(name, figures(list(outcomes(tried, annotator))), what, path=BASELINE) == []
