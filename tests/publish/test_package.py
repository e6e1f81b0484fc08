"""The data package says of every column what the data dictionary says, and notices rows that break it."""

import csv
import gzip
import json
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from attrib.publish.export.package import data_package
from attrib.publish.export.target import export
from attrib.store.dictionary import VOCABULARIES, published, terms
from attrib.store.write import open_database, write_annotation
from tests import articles

CODES = {vocabulary.table: [term.code for term in terms(vocabulary)] for vocabulary in VOCABULARIES}


def resources() -> dict[str, dict[str, Any]]:
    """The tables by name."""
    return {each["name"]: each["schema"] for each in data_package()["resources"]}


@pytest.mark.parametrize("name", published())
def test_every_column_is_described_with_type_values_and_keys(name: str) -> None:
    """Allowed values of a vocabulary, the primary key, and every reference to another table."""
    table, schema = published()[name], resources()[name]
    fields = {field["name"]: field for field in schema["fields"]}
    assert list(fields) == list(table.columns)
    assert schema["primaryKey"] == list(table.key)
    for column_name, column in table.columns.items():
        field, constraints = fields[column_name], fields[column_name].get("constraints", {})
        assert field["description"] == column.description
        assert field["type"] == {"text": "string", "integer": "integer", "real": "number"}[column.type]
        assert constraints.get("required", False) != column.optional
        assert constraints.get("enum") == CODES.get(column.references or "")
    references = {each["fields"][0]: each["reference"] for each in schema.get("foreignKeys", [])}
    assert {each: reference["resource"] or name for each, reference in references.items()} == {
        each: column.references for each, column in table.columns.items() if column.references
    }


def test_units_are_told() -> None:
    """Offsets count characters from 0, similarity is a percentage, dates are ISO 8601."""
    described = {
        (name, field["name"]): field["description"]
        for name, schema in resources().items()
        for field in schema["fields"]
    }
    offsets = {pair: text for pair, text in described.items() if pair[1] in {"start", "end"}}
    assert len(offsets) > 8
    assert [pair for pair, text in offsets.items() if "haracter" not in text] == []
    assert "Unicode code points" in published()["documents"].description
    assert "percent" in described["copies", "similarity"]
    assert "Unit of measure" in described["quantities", "unit"]
    assert all("ISO 8601" in described[pair] for pair in (("documents", "published"), ("statements", "said_on")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of three articles."""
    place = tmp_path_factory.mktemp("package")
    db = open_database(place / "work.db", create=True)
    with closing(db.conn):
        for annotation in articles.all_articles():
            write_annotation(db, annotation)
    export(place / "work.db", formats=["csv"], out=place / "out")
    return place / "out"


def problems(folder: Path) -> set[tuple[str, str | None]]:
    """What Frictionless finds wrong, and in which column."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return {
        (error["type"], error.get("fieldName")) for task in json.loads(told.stdout)["tasks"] for error in task["errors"]
    }


def test_broken_rows_are_noticed(folder: Path, tmp_path: Path) -> None:
    """A value outside the vocabulary, an empty cell, a word for a number, a party that is not there, a key twice."""
    shutil.copytree(folder, tmp_path / "out")
    path = tmp_path / "out" / "tables" / "statements.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["status"] = "true"
    rows[1]["type"] = ""
    rows[2]["start"] = "x"
    rows[3]["source"] = "nobody"
    rows[4]["pk"] = rows[0]["pk"]
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, list(rows[0]))
        lines.writeheader()
        lines.writerows(rows)
    found = problems(tmp_path / "out")
    assert found >= {("constraint-error", "status"), ("constraint-error", "type"), ("type-error", "start")}
    assert {"foreign-key", "primary-key"} <= {kind for kind, _ in found}


def test_export_is_valid(folder: Path) -> None:
    """As it was written."""
    assert problems(folder) == set()
