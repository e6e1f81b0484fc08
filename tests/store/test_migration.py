"""A working database of an earlier schema becomes one of today's, and loses nothing."""

import sqlite3
from pathlib import Path

import pytest

from attrib.errors import DatabaseError
from attrib.store import database
from attrib.store.database import SCHEMA_VERSION, open_database
from attrib.store.migration import text_digest
from attrib.store.write import is_current, read_annotations, write_annotation
from tests import articles

SCHEMAS = Path(__file__).parents[1] / "schemas"
EARLIER = sorted(SCHEMAS.glob("*.sql"))


def earlier(path: Path, dump: Path) -> Path:
    """The database that an earlier version wrote."""
    connection = sqlite3.connect(path)
    connection.executescript(dump.read_text(encoding="utf-8"))
    connection.close()
    return path


def test_every_earlier_schema_is_kept() -> None:
    """Whoever raises the version keeps a database of the one before in tests/schemas."""
    assert [path.stem for path in EARLIER] == [str(number) for number in range(1, SCHEMA_VERSION)]


@pytest.mark.parametrize("dump", EARLIER, ids=lambda path: path.stem)
def test_earlier_rows_are_kept(tmp_path: Path, dump: Path) -> None:
    """The same annotations come out, the file is whole, texts are found, and what is new is filled in."""
    db = open_database(earlier(tmp_path / "a.db", dump))
    as_written = {"1": articles.as_schema_1}.get(dump.stem, lambda article: article)
    assert list(read_annotations(db)) == [as_written(article) for article in articles.all_articles()]
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA foreign_keys").fetchall() == [(1,)]
    assert db.execute("PRAGMA user_version").fetchall() == [(SCHEMA_VERSION,)]
    assert db.execute("SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'Soldaten'").fetchone()[0] > 0
    for text, digest in db.execute("SELECT text, digest FROM documents").fetchall():
        assert digest == text_digest(text)
    db.close()


@pytest.mark.parametrize("dump", EARLIER, ids=lambda path: path.stem)
def test_a_migrated_database_is_like_a_new_one(tmp_path: Path, dump: Path) -> None:
    """Tables, indexes, triggers and views are those of a file made today, and it can be written to."""
    old, new = open_database(earlier(tmp_path / "a.db", dump)), open_database(tmp_path / "b.db", create=True)
    sql = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '[_]%' ORDER BY type, name"
    assert old.execute(sql).fetchall() == new.execute(sql).fetchall()
    for article in articles.all_articles():
        write_annotation(old, article)
    assert list(read_annotations(old)) == list(articles.all_articles())
    old.close()
    new.close()


def test_how_many_origins_agree_is_read_from_the_basis(tmp_path: Path) -> None:
    """Schema 5 had it in the words of the basis alone."""
    db = open_database(earlier(tmp_path / "a.db", SCHEMAS / "5.sql"))
    assert db.execute("SELECT agreeing, versions FROM claims").fetchall() == [(2, 1)]
    db.close()


def test_everything_is_annotated_again_afterwards(tmp_path: Path) -> None:
    """What a new column says is only known then."""
    db = open_database(earlier(tmp_path / "a.db", SCHEMAS / "1.sql"))
    assert not is_current(db, articles.article_a().document.id, "v1")
    db.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file can be used with the program that wrote it, and says so."""
    path = earlier(tmp_path / "a.db", SCHEMAS / "1.sql")

    def dump() -> list[str]:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA journal_mode = DELETE")
        try:
            return [str(row) for row in connection.execute("SELECT * FROM sqlite_master")] + [
                str(row) for row in connection.execute("SELECT * FROM documents")
            ]
        finally:
            connection.close()

    before = dump()
    monkeypatch.setattr("attrib.store.migration._FILLED", {})
    with pytest.raises(DatabaseError, match="digest"):
        open_database(path)
    assert dump() == before
    monkeypatch.undo()
    open_database(path).close()


def test_the_users_own_view_stays(tmp_path: Path) -> None:
    """It is not ours to remove."""
    path = earlier(tmp_path / "a.db", SCHEMAS / "1.sql")
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIEW mine AS SELECT name FROM documents")
    connection.close()
    db = open_database(path)
    assert db.execute("SELECT count(*) FROM mine").fetchone() == (3,)
    db.close()
    assert database.kind(path) == database.WORKING_ID
