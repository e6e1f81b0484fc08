"""Is everything in order? Installation, models, lists, a database, a published folder; in plain words, with the remedy.

Nothing is changed and nothing is fetched. A check is a function that yields findings; what it cannot even look at is a
finding too.
"""

import importlib.util
import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from attrib import __version__
from attrib.cli.examined import Finding, model_files, published_folder
from attrib.errors import AttribError, DatabaseError
from attrib.pipeline.several import readable_languages
from attrib.registry.registry import load_registry
from attrib.store.database import PUBLISHED_ID, SCHEMA_VERSION, WORKING_ID, kind
from attrib.text.loading import load_language

OLDEST_SQLITE = (3, 37)
"""STRICT tables came with it."""
NEEDED = {
    "anyascii": "anyascii",
    "certifi": "certifi",
    "charset-normalizer": "charset_normalizer",
    "click": "click",
    "datasketch": "datasketch",
    "datasette": "datasette",
    "filelock": "filelock",
    "ftfy": "ftfy",
    "lxml": "lxml",
    "lxml-html-clean": "lxml_html_clean",
    "numpy": "numpy",
    "protego": "protego",
    "py3langid": "py3langid",
    "pydantic": "pydantic",
    "pyyaml": "yaml",
    "snowballstemmer": "snowballstemmer",
    "sqlite-utils": "sqlite_utils",
    "stanza": "stanza",
    "starlette": "starlette",
    "text2num": "text_to_num",
    "torch": "torch",
    "trafilatura": "trafilatura",
    "urllib3": "urllib3",
}
"""The packages that attrib cannot do without, and the modules they bring."""
OPTIONAL = {"pyarrow": "parquet", "pypdfium2": "pdf", "warcio": "formats", "cassis": "uima"}
"""What may be missing, and the extra that brings it."""


def examine(
    *, language: str | None, models: Path | None, database: Path | None, folder: Path | None
) -> Iterator[Finding]:
    """Everything that can be said, of one language or of all that there are; a database and a published folder only if
    they are named."""
    yield from installation()
    for code in [language] if language is not None else readable_languages(models):
        yield from _attempt("models", partial(model_files, code, models))
        yield from _attempt("lists", partial(lists, code))
    if database is not None:
        yield from _attempt("database", lambda: working_database(database))
    if folder is not None:
        yield from _attempt("published folder", lambda: published_folder(folder))


def _attempt(subject: str, check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """The findings of a check; an error that says what to do is one of them."""
    try:
        yield from check()
    except (AttribError, OSError) as error:
        yield Finding(subject, "wrong", str(error))
    except ImportError as error:
        yield Finding(subject, "wrong", f"could not be looked at: {error}. Install attrib again.")


def installation() -> Iterator[Finding]:
    """Python, SQLite, and the packages that attrib says it needs."""
    yield Finding("Python", "ok", ".".join(map(str, sys.version_info[:3])))
    yield from _sqlite()
    missing = [name for name, module in NEEDED.items() if not _is_installed(module)]
    if missing:
        yield Finding(
            "packages", "wrong", f"not installed: {', '.join(missing)}. Install: pip install {' '.join(missing)}"
        )
    else:
        yield Finding("packages", "ok", f"attrib {__version__}, everything it needs is there")
    for name, extra in OPTIONAL.items():
        if not _is_installed(name):
            yield Finding("packages", "note", f"{name} is not there; for such files: pip install 'attrib[{extra}]'")


def _sqlite() -> Iterator[Finding]:
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        yield Finding("SQLite", "wrong", f"{version} is too old, {needed} is needed. Use a newer Python.")
        return
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE x USING FTS5 (y)")
    except sqlite3.OperationalError:
        yield Finding("SQLite", "wrong", f"{version} has no full-text search (FTS5). Use another Python.")
    else:
        yield Finding("SQLite", "ok", f"{version}, with full-text search")
    finally:
        connection.close()


def _is_installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ValueError:  # something put there in its place that is no module
        return False


def lists(language: str) -> Iterator[Finding]:
    """Whether word lists and registry can be read."""
    load_language(language)
    yield Finding("lists", "ok", f"word lists for {language}, {len(load_registry().by_id):,} parties in the registry")


def working_database(path: Path) -> Iterator[Finding]:
    """Whether a working database is ours, whole, of this version, and what in it waits for somebody."""
    if not path.is_file():
        raise DatabaseError(f"{path}: there is no such file. Make it with `attrib annotate`.", seen=str(path))
    found = kind(path)
    if path.stat().st_size == 0:
        yield Finding("database", "note", f"{path} is empty; `attrib annotate` fills it.")
        return
    if found == PUBLISHED_ID:
        yield Finding("database", "wrong", f"{path} is a published copy. Name the working database it was built from.")
        return
    if found != WORKING_ID:
        yield Finding(
            "database", "wrong", f"{path} is an SQLite file of another program. Name one of `attrib annotate`."
        )
        return
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        yield from _schema(connection, path)
        yield from _whole(connection, path)
        yield from _contents(connection, path)
    finally:
        connection.close()


def _schema(connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        yield Finding("database", "wrong", f"{path} was written by a newer version of attrib. Update attrib.")
    elif version < SCHEMA_VERSION:
        yield Finding("database", "note", f"{path} is of an earlier version; `attrib annotate` brings it up to date.")


def _whole(connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    try:
        damage = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
        broken = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    except sqlite3.DatabaseError as error:
        damage, broken = [str(error)], 0
    if damage:
        yield Finding(
            "database", "wrong", f"{path} is damaged ({damage[0]}). Restore a copy, or annotate into a new file."
        )
    elif broken:
        yield Finding(
            "database", "wrong", f"{path}: {broken} rows refer to rows that are gone. Annotate into a new file."
        )
    else:
        yield Finding("database", "ok", f"{path} is whole")


def _contents(connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    try:
        documents, statements, left_out = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("documents", "statements", "issues WHERE document IS NULL")
        )
    except sqlite3.DatabaseError as error:
        yield Finding(
            "database", "wrong", f"{path} cannot be read ({error}). Restore a copy, or annotate into a new file."
        )
        return
    yield Finding("database", "ok", f"documents: {documents}, statements: {statements}")
    if left_out:
        told = f"did not become a document: {left_out}, see SELECT kind, message FROM issues WHERE document IS NULL"
        yield Finding("database", "note", told)
