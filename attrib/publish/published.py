"""Working database → the copy that is published: `attrib build`.

Whatever is in the published file is public, so what must not be shown is not in it: private tables and columns are
dropped, judgements of people are laid over what the machine found, the words of an article are left out as its `rights`
demand, and the file is written anew so that no deleted
page keeps them. The folder gets `attrib.db`, `metadata.yml`, `inspect-data.json` and `settings.json`: what
`datasette` needs to serve it as an immutable file, and `downloads/` with the same data in every format whose library is
installed. The same input gives the same bytes.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import sqlite_utils

from attrib.errors import DatabaseError
from attrib.publish.changed import CHANGED_FILE, write_changed
from attrib.publish.decided import settle_statuses
from attrib.publish.description import DATABASE_NAME, metadata_yaml, settings
from attrib.publish.export.formats import left_out, writable, write_formats
from attrib.publish.export.listing import listing, sha256, write_listing
from attrib.publish.export.material import opened
from attrib.publish.folders import hide_folders
from attrib.publish.naming import name_claims, name_documents
from attrib.publish.persons import PrivatePersons, cover_persons, erase_list, has_to_cover
from attrib.publish.withholding import withhold
from attrib.review.amended import show_judgements
from attrib.store.cube import INDEXES, TABLES, fill_cube
from attrib.store.database import PUBLISHED_ID, SCHEMA_VERSION, explained, kind, open_database
from attrib.store.dictionary import Table, dictionary, published
from attrib.store.rules import fill_rules
from attrib.store.search import fill_all, full_text, sources_full_text
from attrib.store.tables import create_table, published_indexes, quote, views

DATABASE_FILE = f"{DATABASE_NAME}.db"
INSPECT_FILE = "inspect-data.json"
METADATA_FILE = "metadata.yml"
SETTINGS_FILE = "settings.json"
DOWNLOADS = "downloads"


_SETTINGS = (
    "foreign_keys = OFF",
    "legacy_alter_table = ON",
    "secure_delete = ON",
    "journal_mode = OFF",
    "synchronous = OFF",
    "cache_size = -32000",
)
"""Of the copy while it is made: nothing is left of it if that fails, so it needs no journal. A table that is renamed
keeps its name in what refers to it. Deleted words are overwritten in memory too, where a page that is used again would
bring them back. Sorting takes as much memory again as the cache (in KiB): with ten times as much a million statements
are not published sooner."""


class BuildReport(NamedTuple):
    """What was published."""

    database: Path
    """The published database."""
    documents: Mapping[str, int]
    """Number of documents by rights: full, context, none."""
    statements: int
    """How many there are in it."""
    sources: int
    """How many there are in it; registered ones that no article names stay at home."""
    credited: int
    """How many of them state something, or have somebody who speaks for them; the others only take stands, or others
    belong to them."""
    assessments: int
    """How many there are in it."""
    covered: int
    """Persons who are covered: private ones and those on the erase list."""
    size: int
    """Bytes of the published database."""
    sha256: str
    """Its checksum, in hexadecimal digits."""


def build(
    database: Path,
    out: Path,
    *,
    downloads: bool = True,
    private_persons: PrivatePersons = "initials",
    erase: Path | None = None,
    previous: Path | None = None,
) -> BuildReport:
    """Publish the working database into the folder `out`; what was published there before is replaced at the end.

    `downloads` says whether the files to take away are made too, which multiplies time and space. `private_persons` and
    the list `erase` (else `erase.txt` beside the database) say who is covered, in everything that is published.
    `previous` is an earlier published copy, `out` itself for instance: what changed since is told beside the new one.
    Raises DatabaseError if the database cannot be used, or if the target is a file that was not published by attrib,
    the working database itself in the first place.
    """
    database, out = Path(database), Path(out)
    db = open_database(database)
    with closing(db.conn):
        check_replaceable(out / DATABASE_FILE)
        with (
            _folder(out),
            explained(out),
            tempfile.TemporaryDirectory(dir=out, prefix=".build-") as folder,
            _with_persons_covered(db, Path(folder), private_persons, erase_list(erase, database)) as (shown, covered),
        ):
            copy = Path(folder) / DATABASE_FILE
            write_published(shown, copy)
            with closing(sqlite3.connect(copy)) as connection:
                counts = _counts(connection)
                documents = _documents_by_rights(connection)
                (credited,) = connection.execute("SELECT count(DISTINCT source) FROM statement_sources").fetchone()
            if downloads:
                _write_downloads(shown, copy, Path(folder) / DOWNLOADS)
            digest = sha256(copy)
            report = BuildReport(
                database=out / DATABASE_FILE,
                documents=documents,
                statements=counts["statements"],
                sources=counts["sources"],
                credited=credited,
                assessments=counts["assessments"],
                covered=covered,
                size=copy.stat().st_size,
                sha256=digest,
            )
            if previous is not None:
                write_changed(Path(previous), copy, Path(folder))
            _write_companions(Path(folder), counts=counts, digest=digest, size=report.size)
            _put_in_place(Path(folder), out)
    return report


@contextmanager
def _with_persons_covered(
    db: sqlite_utils.Database, folder: Path, policy: PrivatePersons, erased: tuple[str, ...]
) -> Iterator[tuple[sqlite_utils.Database, int]]:
    """The working database as it may be published, a copy if somebody has to be covered, and how many were."""
    if not has_to_cover(db.conn, policy, erased):
        yield db, 0
        return
    file = folder / "covered.db"
    db.execute("VACUUM INTO ?", [str(file)])
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN")
        _drop(connection, "trigger")  # no index is kept up with what is covered: it is made anew
        number = cover_persons(connection, policy, erased)
        connection.execute("COMMIT")
        yield sqlite_utils.Database(connection, execute_plugins=False), number
    file.unlink()


def write_published(db: sqlite_utils.Database, copy: Path) -> None:
    """Write the published copy of a working database to a path at which there is nothing yet."""
    db.execute("VACUUM INTO ?", [str(copy)])
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        _publish(connection)


def published_file(path: Path) -> Path:
    """The published database at a path: the file itself, or the one in a folder made by `attrib build`."""
    file = path / DATABASE_FILE if path.is_dir() else path
    if not file.exists() or kind(file) != PUBLISHED_ID:
        raise DatabaseError(
            f"{file}: there is no database of attrib. Name one written by `attrib annotate`, or a folder made by "
            "`attrib build`.",
            seen=str(path),
        )
    return file


def _write_downloads(db: sqlite_utils.Database, copy: Path, folder: Path) -> None:
    folder.mkdir()
    with opened(copy, working=db) as material:
        written = list(write_formats(material, writable(), folder))
        write_listing(folder, listing(folder, written, left_out(material, writable())))


def check_replaceable(target: Path) -> None:
    """Raise DatabaseError if something stands at `target` that is not a published copy: nothing else is replaced."""
    if target.exists() and (target.is_dir() or kind(target) != PUBLISHED_ID):
        raise DatabaseError(
            f"{target} exists and is not a database published by attrib; it would be replaced. Name another folder "
            "with --out.",
            seen=str(target),
        )


@contextmanager
def _folder(out: Path) -> Iterator[None]:
    """The folder, made if there is none and then removed again if nothing gets into it."""
    is_new = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        yield
    except (FileExistsError, NotADirectoryError) as error:
        raise DatabaseError(
            f"{out} cannot be used as a folder ({error.strerror}). Name another one with --out.", seen=str(out)
        ) from error
    except OSError as error:
        raise DatabaseError(
            f"{out} cannot be written to ({error.strerror}). Make room or name another folder with --out; what was "
            "published there before is as it was.",
            seen=str(out),
        ) from error
    finally:
        if is_new and out.is_dir() and not any(out.iterdir()):
            out.rmdir()


def _publish(connection: sqlite3.Connection) -> None:
    """Turn a copy of the working database into the published one."""
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN")
    _drop_derived(connection)
    db = sqlite_utils.Database(connection, execute_plugins=False)
    fill_rules(db)
    show_judgements(db)
    settle_statuses(connection)
    _drop_private(connection)
    hide_folders(connection)
    _drop_unused_sources(connection)
    withhold(connection)
    name_documents(connection)
    name_claims(connection)
    _add_indexes(connection)
    _add_full_text(connection)
    for view in views():
        connection.execute(view.sql)
    _add_counts(connection)
    connection.execute(f"PRAGMA application_id = {PUBLISHED_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.execute("VACUUM")
    _check(connection)


def _drop_derived(connection: sqlite3.Connection) -> None:
    """Views, triggers, indexes and full text of the working database: the published ones are made anew."""
    for kind_ in ("view", "trigger", "index"):
        _drop(connection, kind_)
    for name, table in dictionary().items():
        if table.search:
            connection.execute(f"DROP TABLE {name}_fts")


def _drop(connection: sqlite3.Connection, kind_: str) -> None:
    """All views, triggers or indexes that were made by a statement."""
    sql = "SELECT name FROM sqlite_master WHERE type = ? AND sql IS NOT NULL"
    for (name,) in connection.execute(sql, [kind_]).fetchall():
        connection.execute(f'DROP {kind_} "{name}"')


def _drop_private(connection: sqlite3.Connection) -> None:
    """Keep the published tables and columns, and nothing else that may be in the file."""
    connection.execute("DELETE FROM issues WHERE document IS NULL")
    known = published()
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if name not in known and not name.startswith("sqlite_"):
            connection.execute(f'DROP TABLE "{name}"')
    for name, table in known.items():
        if table.columns.keys() != dictionary()[name].columns.keys():
            _reshape(connection, name, table)


def _reshape(connection: sqlite3.Connection, name: str, table: Table) -> None:
    """The table without its private columns and with the derived ones."""
    values = {quote(column): each.derived or quote(column) for column, each in table.columns.items()}
    connection.execute(f"ALTER TABLE {name} RENAME TO before")
    connection.execute(create_table(name, table))
    columns, selected = ", ".join(values), ", ".join(values.values())
    rows = f"SELECT {selected} FROM before AS {name} ORDER BY {', '.join(table.key)}"
    connection.execute(f"INSERT INTO {name} ({columns}) {rows}")
    connection.execute("DROP TABLE before")


def _drop_unused_sources(connection: sqlite3.Connection) -> None:
    """Registered sources that no article names stay at home; what a published source belongs to comes along."""
    connection.execute(
        "WITH RECURSIVE used(id) AS ("
        "SELECT source FROM statement_sources UNION SELECT source FROM assessments "
        "UNION SELECT source FROM attribution_chain "
        "UNION SELECT speaks_for FROM sources JOIN used USING (id) WHERE speaks_for IS NOT NULL "
        "UNION SELECT part_of FROM sources JOIN used USING (id) WHERE part_of IS NOT NULL "
        "UNION SELECT grouped_under FROM sources JOIN used USING (id) WHERE grouped_under IS NOT NULL"
        ") DELETE FROM sources WHERE id NOT IN (SELECT id FROM used)"
    )
    for table in ("aliases", "source_ratings"):
        connection.execute(f"DELETE FROM {table} WHERE source NOT IN (SELECT id FROM sources)")


def _add_indexes(connection: sqlite3.Connection) -> None:
    for name, table in published().items():
        for sql in published_indexes(name, table):
            connection.execute(sql)


def _add_full_text(connection: sqlite3.Connection) -> None:
    for name, table in published().items():
        if table.search:
            connection.execute(full_text(name, table))
    connection.execute(sources_full_text())
    fill_all(connection, published())


def _add_counts(connection: sqlite3.Connection) -> None:
    for sql in TABLES.values():
        connection.execute(sql)
    fill_cube(connection)
    for sql in INDEXES:
        connection.execute(sql)


def _check(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    intact = connection.execute("PRAGMA integrity_check").fetchall()
    if broken or intact != [("ok",)]:
        raise DatabaseError(
            f"The published copy is damaged: {broken[:3]} {intact[:3]}. Nothing was published; annotate into a new "
            "database.",
            seen=(broken, intact),
        )


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _documents_by_rights(connection: sqlite3.Connection) -> dict[str, int]:
    sql = (
        "SELECT r.code, count(d.pk) FROM rights r LEFT JOIN documents d ON d.rights = r.code "
        "GROUP BY r.code ORDER BY r.position"
    )
    return dict(connection.execute(sql).fetchall())


def _write_companions(folder: Path, *, counts: Mapping[str, int], digest: str, size: int) -> None:
    """The files beside the database; the inspect file names it without folder, or Datasette would not heed it."""
    tables = {name: {"count": count} for name, count in counts.items()}
    inspect = {DATABASE_NAME: {"hash": digest, "size": size, "file": DATABASE_FILE, "tables": tables}}
    (folder / INSPECT_FILE).write_text(json.dumps(inspect, indent=1) + "\n", encoding="utf-8")
    (folder / METADATA_FILE).write_text(metadata_yaml(), encoding="utf-8", newline="\n")
    (folder / SETTINGS_FILE).write_text(json.dumps(settings(), indent=1) + "\n", encoding="utf-8")


def _put_in_place(folder: Path, out: Path) -> None:
    """Rename into place; the counts of the old database go first, so that they never stand beside the new one."""
    (out / INSPECT_FILE).unlink(missing_ok=True)
    shutil.rmtree(out / DOWNLOADS, ignore_errors=True)
    (out / CHANGED_FILE).unlink(missing_ok=True)
    for name in (METADATA_FILE, SETTINGS_FILE, DATABASE_FILE, INSPECT_FILE):
        (folder / name).replace(out / name)
    if (folder / CHANGED_FILE).is_file():
        (folder / CHANGED_FILE).replace(out / CHANGED_FILE)
    if (folder / DOWNLOADS).is_dir():
        (folder / DOWNLOADS).replace(out / DOWNLOADS)
