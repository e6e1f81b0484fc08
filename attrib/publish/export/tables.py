"""The tables as CSV (RFC 4180, UTF-8, gzip) with the data package that describes them.

Cells that a spreadsheet would take for a formula begin with an apostrophe, so that no text of an article can run
(https://owasp.org/www-community/attacks/CSV_Injection). It is undone without loss: where apostrophes stand before one
of `= + - @`, a tab or a carriage return, one of them is ours. Empty cells are NULL.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrib.publish.export.flat import flat_columns, flat_sql
from attrib.publish.export.material import Material, Written, packed
from attrib.publish.export.package import FLAT, PACKAGE_FILE, data_package, table_path
from attrib.store.dictionary import published
from attrib.store.tables import quote

FLAT_TITLE = "All statements in one flat table"
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def write_csv(material: Material, folder: Path) -> Iterator[Written]:
    """The flat table of statements, one file for each published table, and `datapackage.json`."""
    names = [column.name for column in flat_columns()]
    yield _written(material, folder, FLAT, names, flat_sql(), FLAT_TITLE)
    for name, table in published().items():
        yield _written(material, folder, name, table.columns, table_sql(name), table.title)
    package = data_package()
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / PACKAGE_FILE).write_text(text, encoding="utf-8", newline="\n")
    yield Written(
        PACKAGE_FILE, len(package["resources"]), "tables", "Frictionless Data Package that describes the tables"
    )


def table_sql(name: str) -> str:
    """The question whose answer a published table is, in the order of its key."""
    table = published()[name]
    columns, order = (", ".join(map(quote, names)) for names in (table.columns, table.key))
    return f"SELECT {columns} FROM {name} ORDER BY {order}"


def _written(material: Material, folder: Path, name: str, columns: Iterable[str], sql: str, title: str) -> Written:
    path = table_path(name)
    number = 0
    with packed(folder / path) as file:
        lines = csv.writer(file)
        lines.writerow(columns)
        for row in material.published.execute(sql):
            lines.writerow([harmless(cell) for cell in row])
            number += 1
            material.step()
    return Written(path, number, "rows", title)


def harmless(cell: object) -> object:
    """The cell so that no spreadsheet takes it for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
