"""The published contract in the repository is what the code makes."""

import json
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils
import yaml

from attrib.publish.description import metadata
from attrib.publish.schema import RECORDS, generated_files, json_schema
from attrib.records import Annotation
from attrib.store.dictionary import VOCABULARIES, dictionary, published, terms
from attrib.store.tables import schema_sql, views

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", generated_files())
def test_generated_file_is_up_to_date(path: str) -> None:
    """Run `python -m attrib.publish.schema` if this fails, and read the diff: it changes the contract."""
    assert (ROOT / path).read_text(encoding="utf-8") == generated_files()[path]


def properties(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every property of a schema and of what it defines."""
    nested = [schema, *schema.get("$defs", {}).values()]
    return [(name, field) for each in nested for name, field in each.get("properties", {}).items()]


@pytest.mark.parametrize("name", RECORDS)
def test_every_property_is_described(name: str) -> None:
    """No field of a record is left to guessing."""
    assert [field for field, content in properties(json_schema(name)) if not content.get("description")] == []


def test_schema_fits_the_records(annotations: tuple[Annotation, ...]) -> None:
    """The properties of the schema are the fields an annotation has as JSON."""
    dumped = json.loads(annotations[0].model_dump_json())
    assert set(json_schema("annotation")["properties"]) == set(dumped)
    assert set(json_schema("statement")["properties"]) == set(dumped["statements"][0])


def test_script_makes_a_database() -> None:
    """`tables.sql` runs in an empty database."""
    db = sqlite_utils.Database(memory=True)
    db.conn.executescript(schema_sql())
    assert set(published()) <= set(db.table_names())
    assert set(db.view_names()) == {view.name for view in views()}


def test_every_facet_label_and_search_names_a_column() -> None:
    """What Datasette is told exists."""
    for name, table in published().items():
        named = {*table.facets, *table.search, *([table.label] if table.label else [])}
        assert named <= set(table.columns), name
    for view in views():
        assert set(view.facets) <= set(view.columns), view.name


def test_every_reference_names_a_table() -> None:
    """Foreign keys of the dictionary point at tables of the dictionary; published ones at published ones."""
    for tables in (dictionary(), published()):
        for table in tables.values():
            assert {column.references for column in table.columns.values() if column.references} <= set(tables)


def test_every_value_has_its_row() -> None:
    """A lookup table explains each value once, in words."""
    for vocabulary in VOCABULARIES:
        rows = terms(vocabulary)
        assert sorted(row.code for row in rows) == sorted(vocabulary.codes), vocabulary.table
        assert all(row.name for row in rows), vocabulary.table


def test_metadata_reads_back() -> None:
    """The YAML says what was meant, at every level."""
    read = yaml.safe_load(generated_files()["metadata.yml"])
    assert read == json.loads(json.dumps(metadata()))
    (database,) = read["databases"].values()
    for level in (read, database, *database["tables"].values()):
        assert {"license", "source", "about"} <= set(level)
