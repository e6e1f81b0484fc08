"""What can be corrected of a statement survives the way into cells and back."""

import pytest

from attrib.errors import InputError
from attrib.records import Statement
from attrib.store.judgement import (
    FIELDS,
    added_id,
    cells,
    differences,
    document_version,
    from_cells,
    reading_of,
    version,
)
from tests import articles

ARTICLES = articles.all_articles()
STATEMENTS = [statement for article in ARTICLES for statement in article.statements]


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_cells_spell_the_reading(statement: Statement) -> None:
    """Every field, places and sources included."""
    reading = reading_of(statement)
    assert from_cells(cells(reading), where="here") == reading
    assert list(cells(reading)) == list(FIELDS)


def test_a_reading_holds_who_states_it_not_whom_they_speak_for() -> None:
    """The institution follows from the registry."""
    quotation = next(statement for statement in STATEMENTS if statement.id == "a-quotation")
    assert reading_of(quotation).sources == ("lloyd-austin",)
    assert reading_of(quotation).disclosure == "named"


def test_differences_name_field_before_and_after() -> None:
    """And nothing else."""
    reading = reading_of(STATEMENTS[1])
    other = reading.model_copy(update={"polarity": "negative", "sources": ()})
    assert list(differences(cells(reading), cells(other))) == [
        ("polarity", "positive", "negative"),
        ("sources", '["nis"]', "[]"),
    ]
    assert list(differences(cells(reading), cells(reading))) == []


@pytest.mark.parametrize(
    ("field", "cell", "allowed"),
    [("type", "quote", "'direct'"), ("medium", "", "'speech'"), ("polarity", None, "'positive'")],
)
def test_a_value_that_is_not_allowed_is_told(field: str, cell: str | None, allowed: str) -> None:
    """What was seen, what is allowed, where it stands."""
    found = {**cells(reading_of(STATEMENTS[1])), field: cell}
    with pytest.raises(InputError, match=f"here: {field} is {cell!r}; allowed: .*{allowed}"):
        from_cells(found, where="here")


def test_the_version_changes_with_every_field() -> None:
    """And with nothing else: order of pieces is none."""
    statement = STATEMENTS[3]
    reading = reading_of(statement)
    turned = statement.model_copy(update={"spans": statement.spans[::-1], "status": "disputed"})
    assert version("a", reading_of(turned)) == version("a", reading)
    changed = {
        "spans": reading.spans[:1], "type": "reported", "medium": "writing", "marker": "none", "polarity": "negative",
        "certainty": "possible", "distance": "distanced", "disclosure": None, "sources": (), "cue": (), "frame": (),
        "speaker": (), "addressee": reading.cue,
    }  # fmt: skip
    assert set(changed) == set(FIELDS)
    versions = {version("a", reading.model_copy(update={name: value})) for name, value in changed.items()}
    assert len({version("a", reading), version("b", reading), *versions}) == len(FIELDS) + 2


def test_an_added_statement_is_known_by_its_words() -> None:
    """Another medium is a correction of it, another place another statement."""
    found = cells(reading_of(STATEMENTS[1]))
    assert added_id("doc-a", found) == added_id("doc-a", {**found, "medium": "thought"})
    assert added_id("doc-a", found) != added_id("doc-a", {**found, "spans": "[[0, 4]]"})
    assert added_id("doc-a", found) != added_id("doc-b", found)


def test_the_version_of_a_document_names_findings_and_judgements() -> None:
    """So that an import knows what could be missing."""
    assert document_version("abc", 7) == "abc.7"
    assert document_version(None, 0) == ".0"
