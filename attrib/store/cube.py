"""Counts made beforehand: what a page of the site would otherwise have to count over all statements.

The published file never changes, so its counts can be part of it. Nine tables, none of them meant for readers:

    statements_cube    how many statements have each combination (a cell) of the vocabularies people filter by
    statement_cells    which statements these are
    statements_top     for each filter that leaves many statements the sources and documents with most of them
    source_months      statements of each source by relation, status and month (said, or else published)
    source_totals      statements of each source itself, but for what an outlet says in its own words
    document_counts    statements of each document by status and disclosure
    country_counts     statements of the parties of each country by status, but for what outlets say in their own words
    stands_between     on how many statements of another source a source takes a stand, itself or over their claim
    statement_dates    statements by the day they were said, or else published

A test counts again and compares.
"""

import sqlite3

from attrib.store.ranking import ranking

DIMENSIONS = (
    "status",
    "type",
    "disclosure",
    "marker",
    "medium",
    "certainty",
    "polarity",
    "distance",
    "status_in_document",
)
"""Columns of statements with few values: any filter on them and any facet by them is a sum over the cube."""
RANKED = ("source", "document")
"""Columns with many values, whose first places are kept for filters that leave many statements."""
MANY = 5_000
"""Statements from which on first places are kept, and rows are looked for in their order; fewer are looked up."""

TABLES = {
    "statements_cube": (
        f"CREATE TABLE statements_cube (cell INTEGER PRIMARY KEY, {', '.join(f'{name} TEXT' for name in DIMENSIONS)}, "
        "statements INTEGER NOT NULL) STRICT"
    ),
    "statement_cells": (
        "CREATE TABLE statement_cells (cell INTEGER NOT NULL, statement INTEGER NOT NULL, "
        "PRIMARY KEY (cell, statement)) STRICT, WITHOUT ROWID"
    ),
    "statements_top": (
        "CREATE TABLE statements_top (facet TEXT NOT NULL, filters TEXT NOT NULL, position INTEGER NOT NULL, "
        "value ANY, statements INTEGER NOT NULL, PRIMARY KEY (facet, filters, position)) STRICT, WITHOUT ROWID"
    ),
    "source_months": (
        "CREATE TABLE source_months (source TEXT NOT NULL, relation TEXT NOT NULL, month TEXT NOT NULL, "
        "status TEXT NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (source, relation, month, status)) "
        "STRICT, WITHOUT ROWID"
    ),
    "source_totals": (
        "CREATE TABLE source_totals (source TEXT NOT NULL PRIMARY KEY, statements INTEGER NOT NULL) "
        "STRICT, WITHOUT ROWID"
    ),
    "stands_between": (
        'CREATE TABLE stands_between ("by" TEXT NOT NULL, about TEXT NOT NULL, verdict TEXT NOT NULL, '
        'stands INTEGER NOT NULL, PRIMARY KEY ("by", about, verdict)) STRICT, WITHOUT ROWID'
    ),
    "statement_dates": (
        "CREATE TABLE statement_dates (date TEXT NOT NULL, statement INTEGER NOT NULL, "
        "PRIMARY KEY (date, statement)) STRICT, WITHOUT ROWID"
    ),
    "document_counts": (
        "CREATE TABLE document_counts (document INTEGER NOT NULL, status TEXT NOT NULL, disclosure TEXT NOT NULL, "
        "statements INTEGER NOT NULL, PRIMARY KEY (document, status, disclosure)) STRICT, WITHOUT ROWID"
    ),
    "country_counts": (
        "CREATE TABLE country_counts (country TEXT NOT NULL, status TEXT NOT NULL, statements INTEGER NOT NULL, "
        "PRIMARY KEY (country, status)) STRICT, WITHOUT ROWID"
    ),
}
INDEXES = (
    "CREATE INDEX source_totals_statements ON source_totals (statements)",
    "CREATE INDEX stands_between_about ON stands_between (about)",
    "CREATE INDEX stands_between_stands ON stands_between (stands)",
)


def fill_cube(connection: sqlite3.Connection, *, many: int = MANY) -> None:
    """Count; the tables exist and are empty, the indexes of statements and the views are made.

    First places are kept for filters that leave `many` statements or more.
    """
    _fill_cells(connection)
    for facet in RANKED:
        _rank(connection, facet, many)
    connection.execute(
        "INSERT INTO source_months SELECT l.source, l.relation, ifnull(substr(s.date, 1, 7), ''), s.status, "
        "count(DISTINCT s.pk) FROM statement_sources l JOIN statements s ON s.pk = l.statement GROUP BY 1, 2, 3, 4"
    )
    connection.execute(
        "INSERT INTO source_totals SELECT l.source, count(DISTINCT s.pk) FROM statement_sources l "
        "JOIN statements s ON s.pk = l.statement WHERE l.relation = 'states' AND s.type <> 'author' GROUP BY 1"
    )
    connection.execute(
        "INSERT INTO stands_between SELECT a.source, l.source, a.verdict, count(DISTINCT x.statement) "
        "FROM stands x JOIN assessments a ON a.pk = x.assessment "
        "JOIN statement_sources l ON l.statement = x.statement AND l.relation = 'states' "
        "AND l.source <> a.source GROUP BY 1, 2, 3"
    )
    connection.execute(
        "INSERT INTO statement_dates SELECT ifnull(s.said_on, d.published), s.pk FROM statements s "
        "JOIN documents d ON d.pk = s.document WHERE ifnull(s.said_on, d.published) IS NOT NULL ORDER BY 1, 2"
    )
    connection.execute(
        "INSERT INTO document_counts SELECT document, status, ifnull(disclosure, ''), count(*) "
        "FROM statements GROUP BY 1, 2, 3"
    )
    connection.execute(
        "INSERT INTO country_counts SELECT p.country, s.status, count(DISTINCT s.pk) FROM sources p "
        "JOIN statement_sources l ON l.source = p.id AND l.relation = 'states' "
        "JOIN statements s ON s.pk = l.statement WHERE p.country IS NOT NULL AND s.type <> 'author' GROUP BY 1, 2"
    )


def _fill_cells(connection: sqlite3.Connection) -> None:
    listed = ", ".join(DIMENSIONS)
    connection.execute(
        f"INSERT INTO statements_cube ({listed}, statements) "
        f"SELECT {listed}, count(*) FROM statements GROUP BY {listed} ORDER BY {listed}"
    )
    cells = {tuple(values): cell for cell, *values in connection.execute(f"SELECT cell, {listed} FROM statements_cube")}
    connection.create_function("cell_of", len(DIMENSIONS), lambda *values: cells[values], deterministic=True)
    connection.execute(
        f"INSERT INTO statement_cells SELECT cell_of({listed}) AS cell, pk FROM statements ORDER BY cell, pk"
    )


def _rank(connection: sqlite3.Connection, facet: str, many: int) -> None:
    """The first places of one column for each filter that leaves many statements."""
    cells = {
        cell: tuple(values)
        for cell, *values in connection.execute(
            f"SELECT cell, {', '.join(DIMENSIONS)} FROM statements_cube ORDER BY cell"
        )
    }
    counted = connection.execute(
        f"SELECT s.{facet}, c.cell, count(*) FROM statement_cells c JOIN statements s ON s.pk = c.statement "
        "GROUP BY 1, 2 ORDER BY 1, 2"
    )
    kept = ranking(counted, cells, DIMENSIONS, many=many)
    connection.executemany("INSERT INTO statements_top VALUES (?, ?, ?, ?, ?)", ((facet, *place) for place in kept))
