"""What Datasette is told about the published database: `metadata.yml` and the settings it is served with.

Everything about tables and columns comes from the data dictionary; the words about the whole stand in `head.yml`.
Licence, source and about are written at every level because newer Datasette versions no longer inherit them.
"""

from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from attrib.resources import load_record
from attrib.store import cube
from attrib.store.dictionary import Table, published
from attrib.store.tables import View, views

DATABASE_NAME = "attrib"
"""The published file is always `attrib.db`: its name is part of every address of the site."""

PAGE_SIZE = 25

Metadata = dict[str, Any]


class DatabaseHead(BaseModel):
    """Title and description of the one database."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    description: str


class Head(BaseModel):
    """The hand-written part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    description_html: str
    license: str
    license_url: str
    source: str
    about: str
    text_license: str
    database: DatabaseHead
    settings: dict[str, int | bool]


def head() -> Head:
    """The hand-written part, read from `publish/head.yml`."""
    return load_record(files("attrib.publish") / "head.yml", Head)


def metadata(*, counted: bool = False) -> Metadata:
    """The whole of `metadata.yml` as plain values; `counted` asks for the facets of our own site, which are faster."""
    written = head()
    origin = _origin(written)
    tables = {name: {**_table(name, table, written), **origin} for name, table in published().items()}
    tables |= {view.name: {**_view(view), **origin} for view in views()}
    tables |= {name: {"hidden": True, **origin} for name in cube.TABLES}
    for each in tables.values() if counted else ():
        if "facets" in each:
            each["facets"] = [{"counted": column} for column in each["facets"]]
    for name in ("documents", "statements"):
        tables[name]["license"] = written.text_license
    return {
        "title": written.title,
        "description_html": written.description_html,
        **origin,
        "databases": {DATABASE_NAME: {**written.database.model_dump(), **origin, "tables": tables}},
    }


def metadata_yaml() -> str:
    """`metadata.yml`, for `datasette attrib.db -m metadata.yml`."""
    comment = (
        "# Made by `python -m attrib.publish.schema` from the data dictionary and publish/head.yml; do not edit.\n"
    )
    return comment + yaml.safe_dump(metadata(), sort_keys=False, allow_unicode=True, width=110)


def settings() -> dict[str, int | bool]:
    """The Datasette settings the site is served with."""
    return dict(head().settings)


def _origin(written: Head) -> Metadata:
    return written.model_dump(include={"license", "license_url", "source", "about"})


def _table(name: str, table: Table, written: Head) -> Metadata:
    described: Metadata = {
        "title": table.title,
        "description": table.description,
        "columns": {column_name: column.description for column_name, column in table.columns.items()},
        "size": PAGE_SIZE,
    }
    if table.facets:
        described["facets"] = list(table.facets)
        described["facet_size"] = 12
    if table.label is not None:
        described["label_column"] = table.label
    if table.search:
        described |= {"fts_table": f"{name}_fts", "fts_pk": table.key[0]}
    if table.lookup:
        described |= {"hidden": True, "sort": "position"}
    return described


def _view(view: View) -> Metadata:
    described: Metadata = {
        "title": view.title,
        "description": view.description,
        "columns": view.columns,
        "size": PAGE_SIZE,
    }
    return {**described, "facets": list(view.facets)} if view.facets else described
