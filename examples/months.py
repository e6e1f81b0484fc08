"""What does each month bring? A question to the Parquet files of many months, by DuckDB, which holds none in memory.

    python examples/months.py months/

`months/` has a folder made by `attrib export --format parquet` for each month. Prints, for each month, how many
statements there are and how many of them are disputed, then the parties that are disputed in more than one month. Rows
of different files are told apart by the name of the file; ids of statements, articles and listed parties are the same
in all of them.
"""

import sys
from pathlib import Path

import duckdb

STATEMENTS = """
CREATE VIEW statements AS
SELECT string_split(filename, '/')[-3] AS month, * FROM read_parquet(?, filename = true)
"""
BY_MONTH = """
SELECT month, count(*) AS statements, count(*) FILTER (status IN ('disputed', 'contested')) AS disputed
FROM statements GROUP BY month ORDER BY month
"""
AGAIN = """
SELECT source, count(DISTINCT month) AS months, count(*) AS statements FROM statements
WHERE status IN ('disputed', 'contested') AND source IS NOT NULL
GROUP BY source HAVING months > 1 ORDER BY statements DESC, source
"""


def main(folder: str) -> None:
    """Ask and print; SystemExit with a sentence where there is nothing to ask."""
    if not any(Path(folder).glob("*/tables/statements.parquet")):
        raise SystemExit(
            f"{folder}: holds no folder with tables/statements.parquet. Make one for each month with "
            "attrib export --format parquet --out FOLDER/MONTH."
        )
    with duckdb.connect() as database:
        files = f"{Path(folder).resolve().as_posix()}/*/tables/statements.parquet"
        database.execute(STATEMENTS.replace("?", f"'{files}'"))
        for month, statements, disputed in database.sql(BY_MONTH).fetchall():
            print(month, statements, disputed)
        for source, months, statements in database.sql(AGAIN).fetchall():
            print(f"{source}: disputed in {months} months, {statements} statements")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Usage: python examples/months.py FOLDER\nFOLDER holds one folder for each month.")
    main(sys.argv[1])
