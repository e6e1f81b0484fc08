"""The quality gate: a fixed sample of rewritten cases with the shipped models."""

from pathlib import Path

import pytest

from attrib.evaluation.baseline import drops
from attrib.evaluation.cases import case_files, read_cases
from attrib.evaluation.invariance.perturbations import perturbations
from attrib.evaluation.invariance.run import annotated, figures, outcomes, right_ones, scored_as, trials
from attrib.evaluation.invariance.vocabulary import load_vocabulary
from attrib.pipeline.annotate import make_annotator
from tests import frozen

BASELINE = Path(__file__).parents[2] / "eval" / "baseline.json"
SAMPLE = 0.05


@pytest.mark.pipeline
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_rate_of_the_sample_is_below_its_floor(language: str) -> None:
    """`attrib evaluate invariance --sample 0.05 --baseline tests/eval/baseline.json --update` raises the floors."""
    annotator = make_annotator(language=language, threads=1)
    cases = list(read_cases(case_files([frozen.CASES.parent / language])))
    right = list(right_ones(annotated(cases, annotator)))
    assert len(right) > 0.85 * len(cases)
    tried = list(trials(right, perturbations(load_vocabulary(language)), sample=SAMPLE))
    name, what = scored_as(sample=SAMPLE, language=None if language == "de" else language)
    assert drops(name, figures(list(outcomes(tried, annotator))), what, path=BASELINE) == []
