"""The published tables as a picture: a Mermaid entity-relationship diagram (https://mermaid.js.org).

It is made from the data dictionary; the many lookup tables, which only explain values, are left out.
"""

from collections.abc import Iterator

from attrib.store.dictionary import Table, published

HEAD = """\
# The tables as a picture

Made by `attrib schema` from the data dictionary; do not edit. PK is the primary key, FK the key of another table.
Columns that hold a value of a vocabulary refer to a table of the same words, which is not drawn: `statements.status` to
`statuses`, and so on. [schema/tables.sql](../schema/tables.sql) has everything as SQL, [sql.md](sql.md) asks questions.
"""


def diagram_page() -> str:
    """`docs/tables.md`: the diagram, and what each table holds."""
    tables = {name: table for name, table in published().items() if not table.lookup}
    drawn = "\n".join(["erDiagram", *(line for name, table in tables.items() for line in _lines(name, table, tables))])
    listed = "\n".join(f"| `{name}` | {table.description} |" for name, table in tables.items())
    return f"{HEAD}\n```mermaid\n{drawn}\n```\n\n| table | what a row is |\n|---|---|\n{listed}\n"


def _lines(name: str, table: Table, tables: dict[str, Table]) -> Iterator[str]:
    yield f"  {name} {{"
    for column_name, column in table.columns.items():
        refers = column.references in tables
        keys = ", ".join(mark for mark, holds in (("PK", column.key), ("FK", refers)) if holds)
        if keys or column.unique:
            yield f"    {column.type} {column_name} {keys or 'UK'}"
    yield "  }"
    for column_name, column in table.columns.items():
        if column.references in tables:
            most = "|o" if column.optional else "||"
            yield f"  {column.references} {most}--o{{ {name} : {column_name}"
