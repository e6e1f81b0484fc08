"""The questions of `docs/sql.md` and what the five articles answer."""

import re
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from attrib.publish.published import build
from attrib.store.link import link_database
from attrib.store.write import open_database, write_annotation
from tests import frozen

PAGE = Path(__file__).parents[2] / "docs" / "sql.md"
_QUESTION = re.compile(r"(```sql\n(.*?)\n```\n\n<!-- answer -->\n).*?(<!-- end of answer -->)", flags=re.DOTALL)


def answered() -> str:
    """The page with the answers as they are now."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(published(Path(folder)))) as connection:
        page = PAGE.read_text(encoding="utf-8")
        return _QUESTION.sub(lambda found: found[1] + answer(connection, found[2]) + found[3], page)


def published(folder: Path) -> Path:
    """The published copy of the five articles, annotated on their frozen analyses."""
    database = open_database(folder / "seeds.db", create=True)
    with closing(database.conn):
        for path in frozen.SEEDS:
            write_annotation(database, frozen.annotated_seed(path))
        link_database(database)
    return build(folder / "seeds.db", folder / "dist", downloads=False).database


def answer(connection: sqlite3.Connection, sql: str) -> str:
    """What a question answers, as a table in Markdown."""
    found = connection.execute(sql)
    names = [column[0] for column in found.description]
    rows = [["" if cell is None else str(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in found]
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
