"""The Frictionless Data Package of the CSV tables (https://datapackage.org), made from the data dictionary.

Fields carry their descriptions, types, keys, references and allowed values.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from attrib.publish.citation import PROGRAM, citation
from attrib.publish.description import head
from attrib.publish.export.flat import flat_columns
from attrib.store.database import SCHEMA_VERSION
from attrib.store.dictionary import VOCABULARIES, Column, Table, published, terms

PACKAGE_FILE = "datapackage.json"
FLAT = "statements_flat"
Descriptor = dict[str, Any]

_TYPES = {"text": "string", "integer": "integer", "real": "number"}


def table_path(name: str) -> str:
    """Where the CSV file of a table stands in the folder of an export."""
    return f"{name}.csv.gz" if name == FLAT else f"tables/{name}.csv.gz"


def data_package() -> Descriptor:
    """The whole descriptor."""
    written, cited = head(), citation()
    codes = _codes()
    flat = _resource(FLAT, "Statements, flat", "One row for each statement with its document, source and claim.")
    flat["schema"] = {
        "fields": [_field(column.name, column.shows, codes) for column in flat_columns()],
        "primaryKey": ["id"],
        "missingValues": [""],
    }
    return {
        "profile": "tabular-data-package",
        "name": "attrib",
        "title": written.database.title,
        "description": written.database.description,
        "version": f"{SCHEMA_VERSION}.0.0",
        "licenses": [{"name": "CC-BY-4.0", "path": written.license_url, "title": written.license}],
        "sources": [{"title": written.source}],
        "keywords": list(cited.keywords),
        "contributors": [
            *({"title": name, "role": "author"} for name in cited.authors),
            {"title": PROGRAM, "role": "wrangler"},
        ],
        "resources": [flat, *(_table(name, table, codes) for name, table in published().items())],
    }


def _codes() -> Mapping[str, list[str]]:
    return {vocabulary.table: [term.code for term in terms(vocabulary)] for vocabulary in VOCABULARIES}


def _resource(name: str, title: str, description: str) -> Descriptor:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "description": description,
        "path": table_path(name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "compression": "gz",
    }


def _table(name: str, table: Table, codes: Mapping[str, list[str]]) -> Descriptor:
    schema: Descriptor = {
        "fields": [_field(column_name, column, codes) for column_name, column in table.columns.items()],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    references = list(_references(name, table.columns.items()))
    if references:
        schema["foreignKeys"] = references
    return {**_resource(name, table.title, table.description), "schema": schema}


def _field(name: str, column: Column, codes: Mapping[str, list[str]]) -> Descriptor:
    constraints: Descriptor = {}
    if not column.optional:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.references is not None and column.references in codes:
        constraints["enum"] = codes[column.references]
    field = {"name": name, "type": _TYPES[column.type], "description": column.description}
    return {**field, "constraints": constraints} if constraints else field


def _references(name: str, columns: Iterable[tuple[str, Column]]) -> Iterable[Descriptor]:
    for column_name, column in columns:
        if column.references is not None:
            key = published()[column.references].key[0]
            resource = "" if column.references == name else column.references
            yield {"fields": [column_name], "reference": {"resource": resource, "fields": [key]}}
