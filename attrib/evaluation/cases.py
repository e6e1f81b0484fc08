"""Cases: short texts with what is to be found in them, from YAML; and what is found, in the form of a case.

A file is a list of cases; the fields are those of `Case`. Only the fields that a case names are compared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from attrib.errors import InputError, ResourceError
from attrib.records import JOINT, Annotation, Statement
from attrib.resources import load_records, load_yaml

_PLAIN = ("exact", "type", "marker", "medium", "level", "polarity", "certainty", "distance", "said_on")
_ROLES = ("cue", "frame", "speaker", "addressee")
_QUANTITY = ("exact", "value", "value_to", "qualifier", "unit", "counted")


class Case(BaseModel):
    """A text and what is to be found in it; only the fields that are named are compared.

    `statements` are all that somebody is credited with, in text order; author statements are listed only if they have
    something to show. `assessments` are compared if they are given: verdict, by whom, and the target's words or null;
    so are `quantities`, where what is not named is empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    publisher: str | None = None
    published: str | None = None
    statements: tuple[dict[str, Any], ...] = ()
    assessments: tuple[dict[str, Any], ...] | None = None
    quantities: tuple[dict[str, Any], ...] | None = None
    expected_to_fail: str | None = None
    """Why the rules do not get this right yet; the test fails as soon as they do."""


def case_files(paths: Sequence[Path]) -> list[Path]:
    """The files named, and of folders those that hold cases; InputError for a path that leads to none."""
    found: list[Path] = []
    for path in paths:
        files = _files_of(path)
        if not files:
            raise InputError(
                f"{path}: no file of cases; one is a YAML list of `text` and `statements`.", seen=str(path)
            )
        found += files
    return list(dict.fromkeys(found))


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path] if path.is_file() else []
    return [file for file in sorted(path.rglob("*.yml")) if _holds_cases(file)]


def _holds_cases(file: Path) -> bool:
    """Whether a file beside others is one of cases: each entry has a text and what is to be found in it."""
    content = load_yaml(file)
    return isinstance(content, list) and all(
        isinstance(each, dict) and {"text", "statements"} <= each.keys() for each in content
    )


def read_cases(files: Sequence[Path]) -> Iterator[Case]:
    """The cases of these files, in order; InputError for a file that is not of that form."""
    for file in files:
        try:
            yield from load_records(file, Case)
        except ResourceError as error:
            raise InputError(f"{error} (a file of cases is a YAML list of `text` and `statements`)") from error


def found_in(case: Case, annotation: Annotation) -> dict[str, Any]:
    """What the annotation says of what the case speaks of, in the form of the case."""
    fields = {item["exact"]: set(item) for item in case.statements}
    found: dict[str, Any] = {
        "statements": [
            {name: value for name, value in row.items() if name in fields.get(row["exact"], {"exact", "type"})}
            for row in (shown(annotation, item) for item in listed_in(case, annotation))
        ]
    }
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
        found["quantities"] = [{name: getattr(item, name) for name in _QUANTITY} for item in annotation.quantities]
    return found


def listed_in(case: Case, annotation: Annotation) -> list[Statement]:
    """The statements that the case speaks of: all but those of the author that it does not list."""
    listed = Counter(item["exact"] for item in case.statements)
    return [item for item in annotation.statements if item.type != "author" or listed[item.exact]]


def expected_of(case: Case) -> dict[str, Any]:
    """What the case says is to be found."""
    expected: dict[str, Any] = {"statements": list(case.statements)}
    if case.assessments is not None:
        expected["assessments"] = list(case.assessments)
    if case.quantities is not None:
        empty = {"value_to": None, "unit": None, "counted": None}
        expected["quantities"] = [{**empty, **item} for item in case.quantities]
    return expected


def is_right(case: Case, annotation: Annotation) -> bool:
    """Whether all that is credited to somebody is found, with the fields that the case names, and nothing else."""
    return found_in(case, annotation) == expected_of(case)


def shown(annotation: Annotation, statement: Statement) -> dict[str, Any]:
    """A statement as cases describe it."""
    links = [link for link in statement.sources if link.relation == "states"]
    names = sorted("unnamed" if link.source.startswith("unnamed-") else link.source for link in links)
    parents = {item.id: item.exact for item in annotation.statements}
    said = statement.said_on_span
    return {
        **{name: getattr(statement, name) for name in _PLAIN},
        **{role: _cut(annotation, statement, role) for role in _ROLES},
        "said_on_precision": statement.said_on_precision,
        "said_on_words": None if said is None else annotation.document.text[said.start : said.end],
        "status": statement.status_in_document,
        "parent": None if statement.parent is None else parents[statement.parent],
        "source": None if not names else names[0] if len(names) == 1 else names,
        "disclosure": next((link.disclosure for link in links), None),
    }


def _cut(annotation: Annotation, statement: Statement, role: str) -> str | None:
    """The words of one role, None if it has none."""
    return JOINT.join(annotation.document.text[start:end] for start, end in getattr(statement, role)) or None
