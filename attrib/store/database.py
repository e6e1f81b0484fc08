"""The working database as a file: opening, creating and recognising it.

A file is ours if SQLite's `application_id` says so; `user_version` is the version of the schema. An earlier
schema is brought up to date. Anything else (another program's database, a text, a folder, the published copy, a newer
schema) is refused before a single byte is written.
"""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlite_utils
from sqlite_utils import Migrations

from attrib.errors import DatabaseError
from attrib.store.dictionary import VOCABULARIES, dictionary, terms
from attrib.store.migration import bring_up_to_date
from attrib.store.tables import create_table, full_text, indexes, views

WORKING_ID = 0x61747472
"""`attr`: the database that `attrib annotate` writes."""
PUBLISHED_ID = 0x61747462
"""`attb`: the copy that `attrib build` makes and `attrib serve` shows."""
SCHEMA_VERSION = 6
_OR_NEW = ", or a new file"
"""What may be named beside a database of ours, where one is made if there is none."""
_MAGIC = b"SQLite format 3\x00"
"""What every SQLite file that is not empty begins with (https://www.sqlite.org/fileformat.html)."""
PER_DOCUMENT = 1_000_000
"""Room for the statements of one document between the integer keys of two: no text of 2 MB holds as many."""

migrations = Migrations("attrib")


@migrations()
def create_tables(db: sqlite_utils.Database) -> None:
    """A new file gets today's schema: everything in the data dictionary."""
    for name, table in dictionary().items():
        statements = [create_table(name, table), *indexes(name, table), *full_text(name, table)]
        for statement in statements:
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {WORKING_ID}")
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def open_database(path: Path, *, create: bool = False) -> sqlite_utils.Database:
    """The working database at `path`, with foreign keys enforced; `create` makes it if there is none.

    Raises DatabaseError for a missing file, a folder, a file that is no database of ours, the published copy, a newer
    schema, and a place that cannot be written.
    """
    path = Path(path)
    check_place(path, create=create)
    with explained(path):
        db = sqlite_utils.Database(path, strict=True, execute_plugins=False)
        try:
            _check_kind(db, path, create=create)
            db.enable_wal()
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = NORMAL")
            migrations.apply(db)
            if db.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
                bring_up_to_date(db, SCHEMA_VERSION)
            _check_tables(db, path)
            _refresh_vocabularies(db)
            _refresh_views(db)
        except BaseException:
            db.close()
            raise
    return db


_ADVICE = {
    sqlite3.SQLITE_FULL: "Make room on the disk and start again; what was written is whole.",
    sqlite3.SQLITE_READONLY: "The file or its folder cannot be written to; name a database elsewhere.",
    sqlite3.SQLITE_CANTOPEN: "Check that the file and its folder can be opened and written.",
    sqlite3.SQLITE_IOERR: "The disk failed or is full; start again when it works, what was written is whole.",
    sqlite3.SQLITE_CORRUPT: "The file is damaged: restore a copy, or annotate into a new file.",
    sqlite3.SQLITE_BUSY: "Another program is writing to it; wait until it has ended.",
}
"""What to do, by SQLite's primary result code (https://www.sqlite.org/rescode.html)."""


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """What SQLite says about a file (not of our SQL), as a DatabaseError that says what to do."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise DatabaseError(
            f"{path}: the rows contradict each other ({error}). Nothing was written; mend the annotation, for example "
            "by listing every source and parent statement it refers to.",
            seen=str(error),
        ) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.ProgrammingError) or error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            raise  # a mistake in our own SQL, which nobody at the keyboard can mend
        advice = _ADVICE.get(error.sqlite_errorcode & 0xFF, "Name a database written by `attrib annotate`.")
        raise DatabaseError(f"{path}: {error}. {advice}", seen=str(error)) from error


def kind(path: Path) -> int:
    """The `application_id` of an SQLite file (0 if it has none), without changing it."""
    return _pragma(path, "application_id")


def _pragma(path: Path, name: str) -> int:
    """A number in the header of a file that is only read."""
    with explained(path), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def check_published(path: Path) -> None:
    """Raise DatabaseError for a published copy of another schema: its tables are not those that are asked for."""
    version = _pragma(path, "user_version")
    if version != SCHEMA_VERSION:
        raise DatabaseError(
            f"{path} was built with schema version {version}, and this version of attrib shows {SCHEMA_VERSION}. Build "
            "it again from the working database with `attrib build`, or use the version that built it.",
            seen=version,
            allowed=SCHEMA_VERSION,
        )


def check_place(path: Path, *, create: bool) -> None:
    """Raise DatabaseError if there is no database at `path` and none could be made there; nothing is touched."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            _check_content(path, create=create)
    except FileNotFoundError:
        _check_folder(path, create=create)
    except OSError as error:
        raise DatabaseError(
            f"{path}: there can be no database ({error.strerror}). Name another file.", seen=error.strerror
        ) from error
    else:
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"
            told = f"{path} is {what}, not a database file. Name a file such as attrib.db."
            raise DatabaseError(told, seen=str(path))


def _check_content(path: Path, *, create: bool) -> None:
    """By its first bytes: SQLite would look at them only when the lock beside the file is made."""
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head not in {b"", _MAGIC}:
        raise DatabaseError(
            f"{path}: file is not a database. Name a database written by `attrib annotate`{_OR_NEW * create}.",
            seen=head,
            allowed=_MAGIC,
        )


def _check_folder(path: Path, *, create: bool) -> None:
    if not create:
        raise DatabaseError(
            f"{path}: there is no such database. Name an existing one, or make it with `attrib annotate`.",
            seen=str(path),
        )
    if not path.parent.is_dir():
        raise DatabaseError(f"{path}: there is no folder {path.parent}. Make it first.", seen=str(path.parent))


def _check_kind(db: sqlite_utils.Database, path: Path, *, create: bool) -> None:
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if application_id == PUBLISHED_ID:
        raise DatabaseError(
            f"{path} is a published copy, which nothing writes to. Name the working database it was built from.",
            seen="published copy",
            allowed="working database",
        )
    foreign = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> ?"
    is_empty = db.execute(foreign, [Migrations.migrations_table]).fetchone()[0] == 0
    if application_id != WORKING_ID and is_empty and not create:
        raise DatabaseError(f"{path} is empty. Fill it with `attrib annotate`.", seen="empty file")
    if application_id != WORKING_ID and not is_empty:
        raise DatabaseError(
            f"{path} is an SQLite file of another program. Name a database written by `attrib annotate`"
            f"{_OR_NEW * create}.",
            seen=application_id,
            allowed=WORKING_ID,
        )
    if version > SCHEMA_VERSION:
        raise DatabaseError(
            f"{path} has schema version {version}; this program knows versions up to {SCHEMA_VERSION}. Update attrib.",
            seen=version,
            allowed=SCHEMA_VERSION,
        )


def _check_tables(db: sqlite_utils.Database, path: Path) -> None:
    """Tables of a stray version are noticed here, not in the middle of a run."""
    found = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
    strange = [name for name, table in dictionary().items() if found.get(name) != create_table(name, table)]
    if strange:
        raise DatabaseError(
            f"{path}: the tables {', '.join(strange)} are not as this version of attrib writes them. Annotate into a "
            "new file.",
            seen=strange,
        )


def _refresh_vocabularies(db: sqlite_utils.Database) -> None:
    """Lookup tables say what the taxonomies say; nothing is written where they already do."""
    for vocabulary in VOCABULARIES:
        wanted = [tuple(term) for term in terms(vocabulary)]
        found = db.execute(f"SELECT code, name, name_de, description, position FROM {vocabulary.table}").fetchall()
        if sorted(found) != sorted(wanted):
            db.table(vocabulary.table).upsert_all([term._asdict() for term in terms(vocabulary)], pk="code")


def _refresh_views(db: sqlite_utils.Database) -> None:
    """Our views are replaced where they differ; views of the user's own are left alone."""
    found = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall())
    for view in views():
        if found.get(view.name) != view.sql:
            with db.atomic():
                db.execute(f"DROP VIEW IF EXISTS {view.name}")
                db.execute(view.sql)
