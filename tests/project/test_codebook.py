"""The codebook lists exactly the values and fields that exist."""

import re
from pathlib import Path

import pytest

from attrib import records
from attrib.taxonomy import load_taxonomy, taxonomies

CODEBOOK = (Path(__file__).parents[2] / "schema" / "codebook.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", CODEBOOK, flags=re.MULTILINE | re.DOTALL))
PUBLISHED: list[type[records.Record]] = [
    records.Statement,
    records.Source,
    records.StatementSource,
    records.Assessment,
    records.Document,
]


@pytest.mark.parametrize("name", sorted(taxonomies()))
def test_values_are_those_of_the_taxonomy(name: str) -> None:
    """Each field's table lists its values in the taxonomy's order, none missing and none invented."""
    listed = re.findall(r"^\| `(\w+)` \|", SECTIONS[name], flags=re.MULTILINE)
    assert listed == [term.code for term in load_taxonomy(name)]


def test_every_section_has_a_taxonomy() -> None:
    """No section describes a field that does not exist."""
    assert sorted(SECTIONS) == sorted(taxonomies())


@pytest.mark.parametrize(
    ("record", "field"), [(record.__name__, field) for record in PUBLISHED for field in record.model_fields]
)
def test_every_field_is_explained(record: str, field: str) -> None:
    """Each field of the published records occurs in the codebook by its name."""
    assert f"`{field}`" in CODEBOOK, f"{record}.{field}"


def test_marked_statements_are_closed() -> None:
    """Every ⟦ in the examples has its ⟧, so that the span can be read off."""
    for line in re.split(r"\n(?=\||\*|\n)", CODEBOOK):
        assert line.count("⟦") == line.count("⟧"), line
