"""Counts made beforehand: what a page of the site would otherwise have to count over all statements.

The published file never changes, so its counts can be part of it. Eight tables, none of them meant for readers:

    statements_cube    how many statements have each combination of the vocabularies people filter by
    statements_top     for each filter by status, type and disclosure the sources and documents with most statements
    source_months      statements of each source by relation, status and month (said, or else published)
    source_totals      statements of each source itself, but for what an outlet says in its own words
    document_counts    statements of each document by status and disclosure
    country_counts     statements of the parties of each country by status, but for what outlets say in their own words
    stands_between     on how many statements of another source a source takes a stand
    statement_dates    statements by the day they were said, or else published

A test counts again and compares.
"""

import sqlite3
from itertools import combinations

DIMENSIONS = ("status", "type", "disclosure", "marker", "medium", "certainty")
"""Columns of statements with few values: any filter on them and any facet by them is a sum over the cube."""
FILTERS = ("status", "type", "disclosure")
RANKED = ("source", "document")
"""Columns with many values, whose first places are kept for every filter by FILTERS."""
PLACES = 13
"""One more than a facet shows, so that it can say that there are more."""
ANY = "*"
"""Stands for a column that is not filtered by."""

TABLES = {
    "statements_cube": (
        f"CREATE TABLE statements_cube ({', '.join(f'{name} TEXT' for name in DIMENSIONS)}, "
        "statements INTEGER NOT NULL) STRICT"
    ),
    "statements_top": (
        f"CREATE TABLE statements_top (facet TEXT NOT NULL, {', '.join(f'{name} TEXT' for name in FILTERS)}, "
        "position INTEGER NOT NULL, value ANY, statements INTEGER NOT NULL) STRICT"
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
    f"CREATE INDEX statements_top_filters ON statements_top (facet, {', '.join(FILTERS)}, position)",
    "CREATE INDEX source_totals_statements ON source_totals (statements)",
    "CREATE INDEX stands_between_about ON stands_between (about)",
    "CREATE INDEX stands_between_stands ON stands_between (stands)",
)


def fill_cube(connection: sqlite3.Connection) -> None:
    """Count; the tables exist and are empty, the indexes of statements are made."""
    listed = ", ".join(DIMENSIONS)
    connection.execute(
        f"INSERT INTO statements_cube SELECT {listed}, count(*) FROM statements GROUP BY {listed} ORDER BY {listed}"
    )
    for facet in RANKED:
        _rank(connection, facet)
    connection.execute(
        "INSERT INTO source_months SELECT l.source, l.relation, ifnull(substr(s.date, 1, 7), ''), s.status, "
        "count(DISTINCT s.pk) FROM statement_sources l JOIN statements s ON s.pk = l.statement GROUP BY 1, 2, 3, 4"
    )
    connection.execute(
        "INSERT INTO source_totals SELECT source, sum(statements) FROM source_months "
        "WHERE relation = 'states' AND status <> 'asserted' GROUP BY source"
    )
    connection.execute(
        "INSERT INTO stands_between SELECT a.source, l.source, a.verdict, count(DISTINCT a.statement) "
        "FROM assessments a JOIN statement_sources l ON l.statement = a.statement AND l.relation = 'states' "
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
        "JOIN statements s ON s.pk = l.statement WHERE p.country IS NOT NULL AND s.status <> 'asserted' GROUP BY 1, 2"
    )


def _rank(connection: sqlite3.Connection, facet: str) -> None:
    """The first places of one column for each choice of columns to filter by, from counts made once for all of them."""
    grouped = ", ".join([*FILTERS, facet])
    connection.execute(
        f"CREATE TEMP TABLE counted AS SELECT {grouped}, count(*) AS statements FROM statements GROUP BY {grouped}"
    )
    for size in range(len(FILTERS) + 1):
        for chosen in combinations(FILTERS, size):
            connection.execute(_ranking(facet, chosen))
    connection.execute("DROP TABLE counted")


def _ranking(facet: str, chosen: tuple[str, ...]) -> str:
    grouped = ", ".join([*chosen, facet])
    shown = ", ".join(name if name in chosen else f"'{ANY}'" for name in FILTERS)
    within = f"PARTITION BY {', '.join(chosen)} " if chosen else ""
    summed = f"SELECT {grouped}, sum(statements) AS statements FROM counted GROUP BY {grouped}"
    placed = f"SELECT *, row_number() OVER ({within}ORDER BY statements DESC, {facet}) AS position FROM ({summed})"
    return (
        f"INSERT INTO statements_top SELECT '{facet}', {shown}, position, {facet}, statements FROM ({placed}) "
        f"WHERE position <= {PLACES} ORDER BY {shown}, position"
    )
