"""The tables as Parquet: the same files as CSV, with their types, for programs that read columns.

Whole numbers and figures are what they are, values of a vocabulary are dictionaries with every value of it, texts are
UTF-8. Dates are as precise as they are long (*2024-10*) and stay texts; beside each stands a column `…_day` of type
date, empty where the day is not known. Each file says in its metadata what it holds, under which licence and by which
version of the tables; each column carries its description.

Rows are read and written in groups of bounded size, so that memory does not grow with the database.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from attrib.publish.citation import PROGRAM
from attrib.publish.description import head
from attrib.publish.export.flat import flat_columns, flat_sql
from attrib.publish.export.material import Material, Written
from attrib.publish.export.package import FLAT
from attrib.publish.export.tables import FLAT_TITLE, table_sql
from attrib.store.database import SCHEMA_VERSION
from attrib.store.dictionary import VOCABULARIES, Column, published, terms

if TYPE_CHECKING:
    import pyarrow

GROUP_ROWS = 16_384
GROUP_CHARACTERS = 4_000_000
"""A group of rows ends with whichever it reaches first."""
COMPRESSION = "zstd"
_DAY = "_day"
Cells = tuple[object, ...]


class ParquetTable(NamedTuple):
    """What one file is made from."""

    path: str
    title: str
    description: str
    columns: Sequence[tuple[str, Column]]
    sql: str


def write_parquet(material: Material, folder: Path) -> Iterator[Written]:
    """The flat table of statements and one file for each published table."""
    for table in parquet_tables():
        path = folder / table.path
        path.parent.mkdir(parents=True, exist_ok=True)
        yield Written(table.path, _write(material, table, path), "rows", table.title)


def parquet_tables() -> Iterator[ParquetTable]:
    """Every file in the order of the CSV files."""
    flat = [(column.name, column.shows) for column in flat_columns()]
    yield ParquetTable(f"{FLAT}.parquet", FLAT_TITLE, FLAT_TITLE, flat, flat_sql())
    for name, table in published().items():
        columns = list(table.columns.items())
        yield ParquetTable(f"tables/{name}.parquet", table.title, table.description, columns, table_sql(name))


def _write(material: Material, table: ParquetTable, path: Path) -> int:
    from pyarrow.parquet import ParquetWriter

    schema, number = arrow_schema(table), 0
    with ParquetWriter(path, schema, compression=COMPRESSION) as file:
        for rows in groups(material.published.execute(table.sql)):
            file.write_batch(batch(rows, table, schema))
            number += len(rows)
            for _ in rows:
                material.step()
    return number


def groups(rows: Iterable[Cells]) -> Iterator[list[Cells]]:
    """The rows in groups that fit into memory, however long the texts in them are."""
    group: list[Cells] = []
    characters = 0
    for row in rows:
        group.append(row)
        characters += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(group) == GROUP_ROWS or characters >= GROUP_CHARACTERS:
            yield group
            group, characters = [], 0
    if group:
        yield group


def arrow_schema(table: ParquetTable) -> "pyarrow.Schema":
    """The types of the columns with their descriptions, and what the file says of itself."""
    import pyarrow

    fields = []
    for name, column in table.columns:
        described = {"description": column.description}
        fields.append(pyarrow.field(name, _type(column), nullable=column.optional, metadata=described))
        if column.date:
            day = {"description": f"The day of {name}; empty where it is less precise."}
            fields.append(pyarrow.field(name + _DAY, pyarrow.date32(), metadata=day))
    return pyarrow.schema(fields, metadata=_about(table))


def _about(table: ParquetTable) -> dict[str, str]:
    about = head()
    return {
        "title": table.title,
        "description": table.description,
        "license": about.license,
        "license_url": about.license_url,
        "source": about.source,
        "schema_version": str(SCHEMA_VERSION),
        "program": PROGRAM,
    }


def _type(column: Column) -> "pyarrow.DataType":
    import pyarrow

    if _values(column):
        return pyarrow.dictionary(pyarrow.int16(), pyarrow.string())
    return {"text": pyarrow.string(), "integer": pyarrow.int64(), "real": pyarrow.float64()}[column.type]


def _values(column: Column) -> list[str]:
    """Every value of the vocabulary that the column holds, none if it holds anything else."""
    return [
        term.code for vocabulary in VOCABULARIES if vocabulary.table == column.references for term in terms(vocabulary)
    ]


def batch(rows: Sequence[Cells], table: ParquetTable, schema: "pyarrow.Schema") -> "pyarrow.RecordBatch":
    """Rows with the types of the schema, which belongs to the table."""
    import pyarrow

    arrays = []
    for (_, column), cells in zip(table.columns, zip(*rows, strict=True), strict=True):
        arrays.append(_array(cells, column))
        if column.date:
            arrays.append(_days(arrays[-1]))
    return pyarrow.RecordBatch.from_arrays(arrays, schema=schema)


def _array(cells: Cells, column: Column) -> "pyarrow.Array":
    import pyarrow

    values = _values(column)
    if not values:
        return pyarrow.array(cells, _type(column))
    number = {value: place for place, value in enumerate(values)}
    indices = pyarrow.array([None if cell is None else number[str(cell)] for cell in cells], pyarrow.int16())
    return pyarrow.DictionaryArray.from_arrays(indices, pyarrow.array(values, pyarrow.string()))


def _days(dates: "pyarrow.Array") -> "pyarrow.Array":
    import pyarrow
    from pyarrow import compute

    return compute.strptime(dates, format="%Y-%m-%d", unit="s", error_is_null=True).cast(pyarrow.date32())
