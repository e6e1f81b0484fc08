"""Who speaks for which institution, on passages written before the program read them."""

from typing import Literal

import pytest

from attrib.records import Annotation, Source, Statement
from attrib.source.kinds import PEOPLE
from tests import frozen

MARKS = "„“.,"


def statement_of(item: frozen.SpokenForText, annotation: Annotation) -> Statement | None:
    """The statement of the passage that is asked about, None if it was not found."""
    wanted = item.statement.strip(MARKS)
    found = [each for each in annotation.statements if wanted in each.exact or each.exact.strip(MARKS) in wanted]
    return min(found, key=lambda each: abs(len(each.exact) - len(wanted)), default=None)


def institutions(statement: Statement, sources: dict[str, Source]) -> set[str]:
    """Names of the institutions for which the statement is made: whom a person speaks for, or who is the source."""
    links = [(link.relation, sources[link.source]) for link in statement.sources]
    return {row.name for relation, row in links if relation == "speaks_for" or row.kind not in PEOPLE}


def is_right(item: frozen.SpokenForText) -> bool:
    """Whether the passage's institution is found, or nobody where the speaker speaks for nobody else."""
    annotation = frozen.annotated_text(item.text)
    sources = {row.id: row for row in annotation.sources}
    statement = statement_of(item, annotation)
    if statement is None:
        return False
    if not item.speaks_for:
        return all(link.relation != "speaks_for" for link in statement.sources)
    letters = {"".join(filter(str.isalnum, name.lower())) for name in institutions(statement, sources)}
    wanted = {"".join(filter(str.isalnum, name.lower())) for name in item.speaks_for}
    return any(name in given or given in name for name in letters for given in wanted)


@pytest.mark.parametrize(("half", "least", "least_of_nobody"), [("", 20, 20), ("_scored", 10, 21)])
def test_who_speaks_for_whom(half: Literal["", "_scored"], least: int, least_of_nobody: int) -> None:
    """How many of those who speak for an institution are found, and how many who speak for nobody else."""
    items = frozen.spoken_for_texts(half)
    right = [item for item in items if is_right(item)]
    of_nobody = sum(not item.speaks_for for item in right)
    assert (len(right) - of_nobody, of_nobody) >= (least, least_of_nobody)
    assert of_nobody >= least_of_nobody
