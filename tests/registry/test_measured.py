"""What the registry is measured on: pairs of names, offices in time, people who are in no list."""

from collections.abc import Sequence
from functools import cache

import pytest

from attrib.pipeline.annotate import Annotator, make_annotator
from attrib.records import Annotation, Document, StatementSource
from attrib.registry.spelling import is_same_name
from tests.registry.sets import UNNAMED, Homonym, OfficeCase, homonyms, name_pairs, office_cases

_PRECISION, _RECALL = 0.99, 0.95
"""Most of the others are Japanese names in Han letters, which are read as Chinese here, and names in Hebrew letters."""
_OFFICES = 0.95
_WRONG_MERGES = 0.01


def test_pairs_of_names_are_told_apart() -> None:
    """Hardly two names are taken for one, and few spellings of one name for two."""
    taken = [(pair.same, is_same_name(pair.a, pair.b)) for pair in name_pairs()]
    right = sum(same and found for same, found in taken)
    assert right / sum(found for _, found in taken) >= _PRECISION
    assert right / sum(same for same, _ in taken) >= _RECALL


@pytest.mark.pipeline
def test_offices_name_who_held_them_on_the_day() -> None:
    """And nobody outside every known term."""
    cases = office_cases()
    found = [_people(annotation) for annotation in _annotated(cases)]
    right = [case for case, people in zip(cases, found, strict=True) if people == _expected(case)]
    assert len(right) / len(cases) >= _OFFICES


@pytest.mark.pipeline
def test_people_who_are_in_no_list_are_nobody_of_the_registry() -> None:
    """Whatever their family names."""
    cases = homonyms()
    wrong = [
        case.people
        for case, annotation in zip(cases, _annotated(cases), strict=True)
        if any(_is_about(case, link, annotation) for link in _credits(annotation))
    ]
    assert len(wrong) / len(cases) <= _WRONG_MERGES, wrong


@cache
def _annotator() -> Annotator:
    return make_annotator()


def _annotated(cases: Sequence[OfficeCase | Homonym]) -> list[Annotation]:
    documents = [
        Document(id=f"case{number:04}", name="case.txt", text=case.text, published=case.date)
        for number, case in enumerate(cases)
    ]
    return list(_annotator().annotate_documents(documents))


def _expected(case: OfficeCase) -> set[str]:
    return set() if case.expected == UNNAMED else {case.expected}


def _credits(annotation: Annotation) -> list[StatementSource]:
    return [link for statement in annotation.statements for link in statement.sources]


def _people(annotation: Annotation) -> set[str]:
    """The people of the registry to whom something is credited."""
    registry = _annotator().registry
    found = {link.source for link in _credits(annotation)}
    return {id_ for id_ in found if id_ in registry.by_id and registry.by_id[id_].person}


def _is_about(case: Homonym, link: StatementSource, annotation: Annotation) -> bool:
    """Whether a statement of one of the invented people is credited to a person of the registry."""
    if link.source not in _people(annotation):
        return False
    names = _annotator().registry.by_id[link.source].family_names
    return any(name.split()[-1] in names or name.split()[-1] in (link.mention or "") for name in case.people)
