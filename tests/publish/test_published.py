"""The published copy holds what may be shown, is whole, and is made again to the byte."""

import errno
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

import attrib.publish.published
from attrib.cli.examined import published_folder
from attrib.errors import DatabaseError
from attrib.publish.export.target import export
from attrib.publish.published import build
from attrib.site.serve import site
from attrib.store.dictionary import published
from attrib.store.tables import schema_sql
from attrib.store.write import Run, open_database, record_issue, write_annotation, write_registry
from tests import articles

SECRET = "Verschlusssache"


@pytest.fixture
def working(tmp_path: Path) -> Path:
    """A working database with articles of every rights, a run, an issue with a path and an unused source."""
    path = tmp_path / "work.db"
    db = open_database(path, create=True)
    for annotation in (
        *articles.all_articles(),
        articles.article_c("context"),
        articles.article_c("none"),
    ):
        write_annotation(db, annotation, run=Run("v1", "2026-01-01T00:00:00"))
    record_issue(db, articles.Issue(document="/home/me/x.txt", stage="read", kind="empty", message="It is empty."))
    write_registry(db, [articles.NIS.model_copy(update={"id": "mi6"})], [("nis", "der Geheimdienst"), ("mi6", "SIS")])
    db.close()
    return path


@pytest.fixture
def copy(working: Path, tmp_path: Path) -> Iterator[sqlite_utils.Database]:
    """The published copy."""
    database = sqlite_utils.Database(build(working, tmp_path / "dist").database)
    yield database
    database.close()


def test_report_says_what_was_published(working: Path, tmp_path: Path) -> None:
    """Documents by rights, statements, sources, and the file's size and checksum."""
    report = build(working, tmp_path / "dist")
    assert report.documents == {"full": 3, "context": 1, "none": 1}
    assert (report.statements, report.assessments) == (13, 6)
    assert report.size == report.database.stat().st_size
    names = sorted(path.name for path in (tmp_path / "dist").iterdir())
    assert names == ["attrib.db", "downloads", "inspect-data.json", "metadata.yml", "settings.json"]


def test_same_input_same_bytes(working: Path, tmp_path: Path) -> None:
    """Built twice, and built from a database in which an article was written twice."""
    first = build(working, tmp_path / "one")
    assert build(working, tmp_path / "two").sha256 == first.sha256
    db = open_database(working)
    write_annotation(db, articles.article_a(), run=Run("v1", "2026-01-01T00:00:00"))
    db.close()
    assert build(working, tmp_path / "three").sha256 == first.sha256


def test_schema_is_the_published_contract(copy: sqlite_utils.Database) -> None:
    """Tables, indexes and views are those of `schema/tables.sql`, and nothing private is left."""
    contract = sqlite_utils.Database(memory=True)
    contract.conn.executescript(schema_sql())
    sql = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1, 2"
    assert copy.execute(sql).fetchall() == contract.execute(sql).fetchall()


def test_rights_decide_what_words_are_in_the_file(copy: sqlite_utils.Database) -> None:
    """`context` has no text of the article, `none` no words of it at all; places and codes stay."""
    texts = dict(copy.execute("SELECT rights, text FROM documents GROUP BY rights").fetchall())
    assert [rights for rights, text in texts.items() if text is not None] == ["full"]
    quoted = "SELECT exact, context, cue, speaker, detail FROM statements WHERE id = ?"
    assert None not in copy.execute(quoted, ["c-context"]).fetchone()
    assert copy.execute(quoted, ["c-none"]).fetchone() == (None,) * 5
    assert copy.execute("SELECT spans FROM statements WHERE id = 'c-none'").fetchone() == ("[[48, 77]]",)
    for table in ("spans", "roles"):
        sql = f"SELECT DISTINCT x.exact FROM {table} x JOIN statements s ON s.pk = x.statement WHERE s.id = 'c-none'"
        assert copy.execute(sql).fetchall() == [(None,)]
    mention = "SELECT mention FROM statement_sources l JOIN statements s ON s.pk = l.statement WHERE s.id = 'c-none'"
    assert copy.execute(mention).fetchall() == [(None,)]


def test_withheld_words_are_nowhere_in_the_file(tmp_path: Path) -> None:
    """Neither in a row nor in the full-text index nor on a page that was freed."""
    article = articles.article_c("none")
    text = article.document.text.replace("abgesagt", SECRET)
    statement = article.statements[0].model_copy(update={"exact": f"die Übung sei <b>{SECRET}</b>", "detail": SECRET})
    db = open_database(tmp_path / "w.db", create=True)
    document = article.document.model_copy(update={"text": text})
    write_annotation(db, article.model_copy(update={"document": document, "statements": (statement,)}))
    db.close()
    content = build(tmp_path / "w.db", tmp_path / "dist").database.read_bytes().lower()
    assert SECRET.lower().encode() not in content


@pytest.mark.parametrize("rights", ["context", "none"])
def test_issues_do_not_show_withheld_words(rights: str, tmp_path: Path) -> None:
    """Their messages may quote the article; that there was one stays known."""
    article = articles.article_c(rights)
    issue = articles.Issue(document=article.document.id, stage="read", kind="mojibake", message=f"Ã¤ in {SECRET}")
    db = open_database(tmp_path / "w.db", create=True)
    write_annotation(db, article.model_copy(update={"issues": (issue,)}))
    db.close()
    content = build(tmp_path / "w.db", tmp_path / "dist").database
    assert SECRET.encode() not in content.read_bytes()
    with closing(sqlite3.connect(content)) as connection:
        assert connection.execute("SELECT kind FROM issues").fetchall() == [("mojibake",)]


def test_private_things_stay_at_home(copy: sqlite_utils.Database, tmp_path: Path) -> None:
    """No runs, no analyses, no paths, no sources that nobody speaks through, no migrations."""
    assert {"runs", "analyses", "document_runs", "_sqlite_migrations"} & set(copy.table_names()) == set()
    assert copy.execute("SELECT count(*) FROM issues").fetchone() == (1,)
    assert copy.execute("SELECT source, name FROM aliases").fetchall() == [("nis", "der Geheimdienst")]
    assert {"kreml", "pentagon"} <= {row["id"] for row in copy.query("SELECT id FROM sources")}
    assert b"/home/me" not in (tmp_path / "dist" / "attrib.db").read_bytes()


def test_copy_is_whole_and_no_wal(copy: sqlite_utils.Database, tmp_path: Path) -> None:
    """Foreign keys hold, the file is intact, and it is not in WAL mode, which an immutable server misreads."""
    assert copy.execute("PRAGMA foreign_key_check").fetchall() == []
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert (tmp_path / "dist" / "attrib.db").read_bytes()[18:20] == b"\x01\x01"


def test_inspect_file_counts_rows(copy: sqlite_utils.Database, tmp_path: Path) -> None:
    """Datasette takes its totals from it; the bare file name is what makes the database immutable."""
    (inspected,) = json.loads((tmp_path / "dist" / "inspect-data.json").read_text()).values()
    assert inspected["file"] == "attrib.db"
    for name in published():
        assert inspected["tables"][name]["count"] == copy.table(name).count


def test_facets_use_covering_indexes(copy: sqlite_utils.Database) -> None:
    """A facet of a filtered page is counted from an index alone."""
    plan = copy.execute(
        "EXPLAIN QUERY PLAN SELECT type, count(*) FROM statements WHERE status = 'claimed' GROUP BY type"
    ).fetchall()
    assert "COVERING INDEX statements_facet_" in plan[0][3]


def test_working_database_is_never_replaced(tmp_path: Path) -> None:
    """Publishing into the folder of a working database of that name is refused."""
    path = tmp_path / "attrib.db"
    open_database(path, create=True).close()
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="--out"):
        build(path, tmp_path)
    assert path.read_bytes() == before


def test_interruption_leaves_the_old_copy(working: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If somebody stops it on the way, what was published before stays, and nothing half-made."""

    def interrupted(connection: sqlite3.Connection) -> None:
        raise KeyboardInterrupt

    out = tmp_path / "dist"
    before = build(working, out)
    monkeypatch.setattr(attrib.publish.published, "_check", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(working, out)
    assert len(list(out.iterdir())) == 5
    assert hashlib.sha256(before.database.read_bytes()).hexdigest() == before.sha256


def test_published_copy_is_no_working_database(working: Path, tmp_path: Path) -> None:
    """It can be neither annotated into nor built from."""
    report = build(working, tmp_path / "dist")
    with pytest.raises(DatabaseError, match="published copy"):
        open_database(report.database)


def test_every_statement_leads_to_what_its_rule_finds(copy: sqlite_utils.Database) -> None:
    """The rules of this version are there, and a row for those that it does not have."""
    count = "SELECT count(*) FROM statements"
    joined = f"{count} s JOIN rules r ON r.id = s.rule"
    assert copy.execute(joined).fetchone() == copy.execute(count).fetchone()
    (example,) = copy.execute("SELECT example FROM rules WHERE id = 'speech_about'").fetchone()
    assert example
    assert copy.execute("SELECT example FROM rules WHERE id = 'hand'").fetchone() == (None,)


def test_empty_database_can_be_published(tmp_path: Path) -> None:
    """No article yet is no error."""
    open_database(tmp_path / "w.db", create=True).close()
    assert build(tmp_path / "w.db", tmp_path / "dist").documents == {"full": 0, "context": 0, "none": 0}


def test_every_view_runs(copy: sqlite_utils.Database) -> None:
    """With the columns its head describes, in that order."""
    for view in attrib.publish.published.views():
        cursor = copy.execute(f"SELECT * FROM {view.name}")
        assert [column[0] for column in cursor.description] == list(view.columns)


def test_views_answer_their_question(copy: sqlite_utils.Database) -> None:
    """Who denies what, who stays anonymous, who says how much."""
    disputed = copy.execute("SELECT statement, disputed_by, evidence, supported_by FROM disputed").fetchall()
    assert disputed == [
        ("b-kursk", "Dmitri Peskow", "wies das zurück", "ukrainische Beamte"),
        ("a-claim", "Dmitri Peskow", "wies das zurück", None),
    ]
    assert {row["statement"] for row in copy.query("SELECT * FROM unnamed")} == {"a-claim", "b-kursk", "b-hearsay"}
    assert copy.execute("SELECT statements, spoken_for FROM by_source WHERE source = 'pentagon'").fetchone() == (1, 3)
    assert "Tagblatt" not in {row["source"] for row in copy.query("SELECT * FROM attributed")}


def test_no_statement_is_disputed_by_nobody(copy: sqlite_utils.Database) -> None:
    """Whatever a document says of its own statements: without a stand against it nothing is disputed."""
    assert copy.execute("SELECT status FROM statements WHERE id = 'b-denial'").fetchone() == ("claimed",)
    against = "SELECT b.statement FROM status_by b JOIN assessments a ON a.pk = b.assessment WHERE a.verdict = 'denies'"
    shown = "SELECT count(*) FROM statements WHERE status IN ('disputed', 'contested') AND pk {} (" + against + ")"
    assert [copy.execute(shown.format(each)).fetchone()[0] for each in ("IN", "NOT IN")] == [2, 0]


def test_silence_is_not_shown_as_a_dispute(copy: sqlite_utils.Database) -> None:
    """Of the three stands on a disputed statement only the denial decided; those who kept silent dispute nothing."""
    (row,) = copy.query("SELECT * FROM disputed WHERE statement = 'a-claim'")
    assert [(stand["verdict"], stand["name"], stand["document"]) for stand in json.loads(row["stands"])] == [
        ("denies", "Dmitri Peskow", "doc-b")
    ]
    assert row["published"] == "2024-10-23"


def test_context_shows_nothing_that_is_the_publishers_own(tmp_path: Path) -> None:
    """Under `context` the words of author statements are withheld, those credited to somebody else are shown."""
    for article in articles.all_articles():
        document = article.document.model_copy(update={"rights": "context"})
        database = open_database(tmp_path / "w.db", create=True)
        with closing(database.conn):
            write_annotation(database, article.model_copy(update={"document": document}))
    build(tmp_path / "w.db", tmp_path / "dist")
    copy = sqlite_utils.Database(tmp_path / "dist" / "attrib.db")
    shown = "SELECT type = 'author', exact IS NULL, context IS NULL, count(*) FROM statements GROUP BY 1, 2, 3"
    found = {row[:3] for row in copy.execute(shown).fetchall()}
    assert found == {(1, 1, 1), (0, 0, 0)}
    copy.close()


def test_totals_of_sources_are_what_is_there(tmp_path: Path) -> None:
    """What each party states itself; what an outlet says in its own words is no quotation of it."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in articles.all_articles():
        write_annotation(db, annotation)
    db.close()
    with closing(sqlite3.connect(build(tmp_path / "w.db", tmp_path / "dist", downloads=False).database)) as copy:
        counted = copy.execute("SELECT source, statements FROM source_totals ORDER BY source").fetchall()
        again = copy.execute(
            "SELECT l.source, count(DISTINCT s.pk) FROM statement_sources l JOIN statements s ON s.pk = l.statement "
            "WHERE l.relation = 'states' AND s.type <> 'author' GROUP BY l.source ORDER BY l.source"
        ).fetchall()
    assert counted == again
    assert len(counted) > 1


def test_a_copy_of_another_schema_is_refused(working: Path, tmp_path: Path) -> None:
    """By everything that shows or reads it, with what to do: its tables are not those that would be asked for."""
    file = build(working, tmp_path / "dist").database
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 3")
    with pytest.raises(DatabaseError, match=r"schema version 3.*attrib build"):
        site(file.parent)
    with pytest.raises(DatabaseError, match="schema version 3"):
        export(file.parent, formats=("csv",), out=tmp_path / "out")
    assert [finding.state for finding in published_folder(file.parent)] == ["wrong"]


@pytest.mark.parametrize("where", ["attrib.publish.published._write_companions", "tempfile.mkdtemp"])
@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EROFS])
def test_a_target_that_cannot_be_written_is_named(
    where: str, reason: int, working: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever that turns out; what was published there stays, and a folder that was made for it goes again."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(reason, os.strerror(reason))

    before = build(working, tmp_path / "dist").sha256
    monkeypatch.setattr(where, refused)
    for out in (tmp_path / "dist", tmp_path / "new"):
        with pytest.raises(DatabaseError, match=os.strerror(reason)):
            build(working, out)
    assert hashlib.sha256((tmp_path / "dist" / "attrib.db").read_bytes()).hexdigest() == before
    assert not (tmp_path / "new").exists()
