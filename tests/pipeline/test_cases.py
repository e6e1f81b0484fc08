"""One sentence, one construction: what the rules find in short texts, on frozen analyses."""

from collections import Counter
from typing import Any

import pytest

from attrib.records import Annotation, Statement
from tests import frozen

CASES = frozen.cases()


def cut(annotation: Annotation, statement: Statement, role: str) -> str | None:
    """The words of one role, None if it has none."""
    spans = getattr(statement, role)
    return " … ".join(annotation.document.text[start:end] for start, end in spans) or None


def shown(annotation: Annotation, statement: Statement) -> dict[str, Any]:
    """A statement as cases describe it."""
    links = [link for link in statement.sources if link.relation == "states"]
    names = sorted("unnamed" if link.source.startswith("unnamed-") else link.source for link in links)
    parents = {item.id: item.exact for item in annotation.statements}
    return {
        **{name: getattr(statement, name) for name in ("exact", "type", "marker", "medium", "level")},
        **{name: getattr(statement, name) for name in ("polarity", "certainty", "distance")},
        **{role: cut(annotation, statement, role) for role in ("cue", "frame", "speaker", "addressee")},
        "said_on": statement.said_on,
        "said_on_precision": statement.said_on_precision,
        "said_on_words": None
        if statement.said_on_span is None
        else annotation.document.text[statement.said_on_span.start : statement.said_on_span.end],
        "status": statement.status_in_document,
        "parent": None if statement.parent is None else parents[statement.parent],
        "source": None if not names else names[0] if len(names) == 1 else names,
        "disclosure": next((link.disclosure for link in links), None),
    }


def found_in(case: frozen.Case) -> dict[str, Any]:
    """What the rules find that the case speaks of, in the form of the case."""
    annotation = frozen.annotated_text(case.text, publisher=case.publisher, published=case.published)
    listed = Counter(item["exact"] for item in case.statements)
    rows = [shown(annotation, item) for item in annotation.statements]
    rows = [row for row in rows if row["type"] != "author" or listed[row["exact"]]]
    fields = {item["exact"]: set(item) for item in case.statements}
    statements = [
        {name: value for name, value in row.items() if name in fields.get(row["exact"], {"exact", "type"})}
        for row in rows
    ]
    found: dict[str, Any] = {"statements": statements}
    if case.assessments is not None:
        exact = {item.id: item.exact for item in annotation.statements}
        found["assessments"] = [
            {
                "verdict": item.verdict,
                "by": item.source,
                "target": None if item.statement is None else exact[item.statement],
            }
            for item in annotation.assessments
        ]
    if case.quantities is not None:
        names = ("exact", "value", "value_to", "qualifier", "unit", "counted")
        found["quantities"] = [{name: getattr(item, name) for name in names} for item in annotation.quantities]
    return found


def expected_of(case: frozen.Case) -> dict[str, Any]:
    """What the case says is to be found."""
    expected: dict[str, Any] = {"statements": list(case.statements)}
    if case.assessments is not None:
        expected["assessments"] = list(case.assessments)
    if case.quantities is not None:
        empty = {"value_to": None, "unit": None, "counted": None}
        expected["quantities"] = [{**empty, **item} for item in case.quantities]
    return expected


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
def test_a_case(case: frozen.Case) -> None:
    """All that is credited to somebody is found, with the fields that the case names, and nothing else."""
    assert found_in(case) == expected_of(case)


def test_no_case_stands_twice() -> None:
    """One text, one case."""
    assert [text for text, count in Counter(case.text for _, case in CASES).items() if count > 1] == []


def test_most_cases_work() -> None:
    """Cases that are expected to fail stay under 15 percent."""
    assert sum(case.expected_to_fail is not None for _, case in CASES) < 0.15 * len(CASES)
