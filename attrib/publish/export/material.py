"""What exports are made from, and what they say of themselves.

Every format reads the published copy, in which the words that an article's rights forbid are no longer there: no format
has to remember them. Only what stands on the parser's analysis needs the working database beside it, and holds nothing
but documents with full rights.
"""

import gzip
import io
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple

import sqlite_utils

from attrib.records import Annotation
from attrib.review.amended import read_judged
from attrib.store.database import check_published
from attrib.store.dictionary import published

Step = Callable[[], None]


class Written(NamedTuple):
    """One file of an export."""

    path: str
    """Relative to the folder of the export."""
    rows: int
    unit: str
    """What a row is: rows, documents, claims, sources."""
    title: str


class Left(NamedTuple):
    """What a format does not hold, for the people who load it."""

    format: str
    documents: int
    reason: str


def _ignore() -> None:
    """No progress is shown."""


@dataclass(frozen=True)
class Material:
    """The published copy as a file and as a connection, and the working database it was made from, if at hand."""

    file: Path
    published: sqlite3.Connection
    working: sqlite_utils.Database | None = None
    step: Step = field(default=_ignore)
    """Called after each document, or row of a table."""

    def query(self, sql: str, *parameters: object) -> Iterator[dict[str, object]]:
        """The rows of a question to the published copy, one at a time."""
        found = self.published.execute(sql, parameters)
        names = [column[0] for column in found.description]
        return (dict(zip(names, row, strict=True)) for row in found)

    def number(self, sql: str) -> int:
        """The one number that answers a question."""
        return int(self.published.execute(sql).fetchone()[0])

    @property
    def last_judgement(self) -> int:
        """The number of the newest judgement, 0 if there is none."""
        return self.number("SELECT coalesce(max(pk), 0) FROM judgements")

    def fingerprint(self, document_id: str) -> str | None:
        """The fingerprint of what the machine found in a document."""
        found = self.published.execute("SELECT fingerprint FROM documents WHERE id = ?", [document_id]).fetchone()
        return None if found is None else found[0]

    def steps(self, formats: Sequence[str]) -> int:
        """How often `step` is called while the formats are written."""
        counts = {name: self.number(f"SELECT count(*) FROM {name}") for name in published()}
        full = self.number("SELECT count(*) FROM documents WHERE rights = 'full'")
        of_format = {
            "csv": sum(counts.values()) + counts["statements"],
            "parquet": sum(counts.values()) + counts["statements"],
            "jsonl": counts["documents"] + counts["claims"] + counts["sources"],
            "webannotation": counts["documents"],
            "conllu": full,
            "wikinews": full,
            "uima": full,
            "brat": full,
            "doccano": full,
            "labelstudio": full,
        }
        return sum(of_format.get(name, 0) for name in set(formats))

    def annotations(self) -> Iterator[Annotation]:
        """The annotation of every document with full rights, as people corrected it, from the working database."""
        if self.working is not None:
            for (key,) in self.published.execute("SELECT pk FROM documents WHERE rights = 'full' ORDER BY pk"):
                yield read_judged(self.working, key)


@contextmanager
def opened(file: Path, *, working: sqlite_utils.Database | None = None, step: Step = _ignore) -> Iterator[Material]:
    """The published copy for reading; DatabaseError if it is of another schema."""
    check_published(file)
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        yield Material(file, connection, working, step)


@contextmanager
def packed(path: Path) -> Iterator[IO[str]]:
    """A gzip file for UTF-8 text; the same text gives the same bytes, whenever it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        path.open("wb") as raw,
        gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as zipped,
        io.TextIOWrapper(zipped, encoding="utf-8", newline="") as text,
    ):
        yield text
