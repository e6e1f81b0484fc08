"""One sentence, one construction: what the rules find in short texts, on frozen analyses."""

from collections import Counter

import pytest

from attrib.evaluation.cases import Case, expected_of, found_in
from tests import frozen

CASES = frozen.cases()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{name}: {case.text[:40]}",
            marks=pytest.mark.xfail(strict=True, reason=case.expected_to_fail) if case.expected_to_fail else (),
        )
        for name, case in CASES
    ],
)
def test_a_case(case: Case) -> None:
    """All that is credited to somebody is found, with the fields that the case names, and nothing else."""
    annotation = frozen.annotated_text(case.text, publisher=case.publisher, published=case.published)
    assert found_in(case, annotation) == expected_of(case)


def test_no_case_stands_twice() -> None:
    """One text, one case."""
    assert [text for text, count in Counter(case.text for _, case in CASES).items() if count > 1] == []


def test_most_cases_work() -> None:
    """Cases that are expected to fail stay under 15 percent."""
    assert sum(case.expected_to_fail is not None for _, case in CASES) < 0.15 * len(CASES)
