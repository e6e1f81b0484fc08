"""What `attrib annotate` stores of some articles, as far as it is scored.

Articles go through a database of their own, because some stands are found only there: by comparing statements.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlite_utils

from attrib.errors import InputError
from attrib.evaluation.news.naming import NamedSource
from attrib.intake.finding import Entry
from attrib.intake.intake import take_in
from attrib.pipeline.batch import Annotates
from attrib.pipeline.run import annotate_articles
from attrib.records import Assessment, Statement, StatementSource
from attrib.store.database import open_database
from attrib.store.read import read_annotation, read_names, read_stands


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article: its text, its statements in text order, and the stands whose words stand in it."""

    text: str
    statements: Sequence[Statement]
    stands: Sequence[Assessment]
    """Without support, which nobody annotates by hand."""
    sources: Mapping[str, NamedSource]
    """Every source of the database by its id."""

    def credits(self, statement: Statement) -> Sequence[StatementSource]:
        """Who states it."""
        return [link for link in statement.sources if link.relation == "states"]


def annotate_into(database: Path, files: Sequence[Path], annotator: Annotates, *, language: str) -> Iterator[str]:
    """Annotate article files into a new database; yields the name of each when it is written.

    InputError for one that cannot be annotated: it would be scored as if nothing was found in it.
    """
    taken = take_in(map(Entry, files), language=language)
    with closing(open_database(database, create=True)) as db:
        for outcome in annotate_articles(db, taken, annotator, started=""):
            if outcome.annotation is None:
                why = outcome.issue.message if outcome.issue is not None else outcome.state
                raise InputError(
                    f"{outcome.place}: cannot be scored, because it was not annotated ({why}). Take its gold file out, "
                    "mend the text, or name its language (--language).",
                    seen=outcome.place,
                )
            yield outcome.annotation.document.name


def read_stored(database: Path, names: Iterable[str]) -> dict[str, StoredArticle]:
    """The articles of these file names in a working database; InputError for one that is not in it."""
    with closing(open_database(database)) as db:
        named = read_names(db)
        rows = db.execute("SELECT id, kind, origin FROM sources").fetchall()
        sources = {key: NamedSource(key, kind, origin, named[key]) for key, kind, origin in rows}
        return {name: _article(db, name, sources) for name in names}


def _article(db: sqlite_utils.Database, name: str, sources: Mapping[str, NamedSource]) -> StoredArticle:
    found = db.execute("SELECT pk FROM documents WHERE name = ? OR name LIKE ?", [name, f"%/{name}"]).fetchone()
    if found is None:
        raise InputError(f"The gold names the article {name}, which was not annotated.", seen=name)
    annotation = read_annotation(db, found[0])
    return StoredArticle(
        annotation.document.text,
        sorted(annotation.statements, key=lambda item: min((span.start for span in item.spans), default=0)),
        [stand for stand in read_stands(db, found[0]) if stand.verdict != "supports"],
        sources,
    )
