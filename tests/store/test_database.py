"""Records go into the working database and come back equal; a second time changes nothing."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attrib.errors import DatabaseError
from attrib.records import Annotation, Document, Issue, Span, Statement
from attrib.store.dictionary import dictionary
from attrib.store.write import (
    Run,
    is_current,
    open_database,
    read_annotations,
    record_issue,
    remove_document,
    write_annotation,
    write_registry,
)
from tests import articles


def dump(db: sqlite_utils.Database) -> list[tuple[str, list[Any]]]:
    """Every row of every table of ours."""
    return [(name, db.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()) for name in dictionary()]


def test_round_trip(db: sqlite_utils.Database, annotations: tuple[Annotation, ...]) -> None:
    """What was written is read back equal, record by record."""
    assert tuple(read_annotations(db)) == annotations


def test_writing_again_changes_no_row(db: sqlite_utils.Database, annotations: tuple[Annotation, ...]) -> None:
    """The same annotations written again leave the same rows with the same keys."""
    before = dump(db)
    for annotation in annotations:
        write_annotation(db, annotation)
    assert dump(db) == before


def test_offsets_cut_out_exact(db: sqlite_utils.Database) -> None:
    """Every piece and every role is what its offsets cut from the text, beyond the basic plane too."""
    texts = dict(db.execute("SELECT pk, text FROM documents").fetchall())
    for table in ("spans", "roles"):
        sql = f'SELECT s.document, x.start, x."end", x.exact FROM {table} x JOIN statements s ON s.pk = x.statement'
        rows = db.execute(sql).fetchall()
        assert rows
        assert all(texts[document][start:end] == exact for document, start, end, exact in rows)


def test_foreign_keys_hold(db: sqlite_utils.Database) -> None:
    """Foreign keys are enforced in the connection and none is broken."""
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_first_stating_source_is_the_statements_source(db: sqlite_utils.Database) -> None:
    """Joint speakers: the first is on the statement, all are linked; an institution spoken for is not the source."""
    rows = dict(db.execute("SELECT id, source FROM statements").fetchall())
    assert rows["a-silence"] == "pentagon"
    assert rows["a-quotation"] == "lloyd-austin"


def test_stands_of_other_articles_survive_a_new_annotation(db: sqlite_utils.Database) -> None:
    """Writing article A again keeps article B's denial of A's claim; it lets go when the claim's id is gone."""
    sql = "SELECT count(*) FROM assessments a JOIN statements s ON s.pk = a.statement WHERE s.id = 'a-claim'"
    write_annotation(db, articles.article_a())
    assert db.execute(sql).fetchone() == (3,)
    article = articles.article_a()
    kept = tuple(s for s in article.statements if s.id != "a-claim")
    bare = {"statements": kept, "assessments": (), "quantities": (), "claim_keys": ()}
    write_annotation(db, article.model_copy(update=bare))
    assert db.execute("SELECT count(*) FROM assessments WHERE statement IS NULL").fetchone() == (2,)


def test_a_number_belongs_to_a_statement(db: sqlite_utils.Database) -> None:
    """A quantity of a statement that the document does not hold is refused, and nothing is written."""
    before = dump(db)
    strange = articles.article_a().quantities[0].model_copy(update={"statement": "b-kursk"})
    with pytest.raises(DatabaseError, match=r"row for quantities belongs to 'b-kursk'"):
        write_annotation(db, articles.article_a().model_copy(update={"quantities": (strange,)}))
    assert dump(db) == before


def test_cited_ids_lead_on(db: sqlite_utils.Database) -> None:
    """An id that is no longer given leads to the statement in its place, over several versions, until it returns."""
    sql = "SELECT x.id, s.id FROM superseded x LEFT JOIN statements s ON s.pk = x.statement ORDER BY x.id"
    article = articles.article_c()
    (first,) = article.statements
    longer = first.model_copy(update={"id": "c-2", "spans": (Span(47, 77),)})
    longest = first.model_copy(update={"id": "c-3", "spans": (Span(46, 78),)})
    elsewhere = first.model_copy(update={"id": "c-4", "spans": (Span(0, 8),)})
    for statement, expected in (
        (longer, [("c-full", "c-2")]),
        (longest, [("c-2", "c-3"), ("c-full", "c-3")]),
        (first, [("c-2", "c-full"), ("c-3", "c-full")]),
        (elsewhere, [("c-2", None), ("c-3", None), ("c-full", None)]),
    ):
        write_annotation(db, article.model_copy(update={"statements": (statement,)}))
        assert db.execute(sql).fetchall() == expected
    remove_document(db, article.document.id)
    assert db.execute(sql).fetchall() == []


def test_forgotten_sources_go(db: sqlite_utils.Database) -> None:
    """With the last document that names it a discovered or unnamed source goes; registered ones stay."""
    remove_document(db, "doc-b")
    ids = {row["id"] for row in db.query("SELECT id FROM sources")}
    assert {"dmitri-peskow", "ua-beamte-b"} & ids == set()
    assert {"kreml", "nis", "hearsay"} <= ids


def test_removing_an_unknown_document_is_refused(db: sqlite_utils.Database) -> None:
    """The message names the id."""
    with pytest.raises(DatabaseError, match="doc-x"):
        remove_document(db, "doc-x")


def test_full_text_follows_the_rows(db: sqlite_utils.Database) -> None:
    """The index finds words without their umlauts and forgets what is removed."""
    sql = "SELECT count(*) FROM statements_fts WHERE statements_fts MATCH ?"
    assert db.execute(sql, ["wurden"]).fetchone() == (1,)
    remove_document(db, "doc-a")
    assert db.execute(sql, ["wurden"]).fetchone() == (0,)
    db.execute("INSERT INTO statements_fts(statements_fts) VALUES ('integrity-check')")


def test_second_run_is_known(tmp_path: Path) -> None:
    """A document is current for the version that wrote it, and no other; runs that write nothing leave no row."""
    with_run = open_database(tmp_path / "x.db", create=True)
    article = articles.article_c()
    write_annotation(with_run, article, run=Run("v1", "2026-01-01"))
    assert is_current(with_run, article.document.id, "v1")
    assert not is_current(with_run, article.document.id, "v2")
    write_annotation(with_run, article, run=Run("v2", "2026-01-02"))
    assert [row["version"] for row in with_run.query("SELECT * FROM runs")] == ["v2"]
    with_run.close()


def test_contradictions_are_refused_whole(db: sqlite_utils.Database) -> None:
    """An annotation that names an unknown source, parent or target changes nothing."""
    before = dump(db)
    article = articles.article_a()
    stranger = articles.stated(articles.NIS.model_copy(update={"id": "nobody"}))
    for changes in (
        {"statements": (*article.statements[:6], article.statements[6].model_copy(update={"sources": (stranger,)}))},
        {"statements": (*article.statements[:6], article.statements[6].model_copy(update={"parent": "nobody"}))},
        {"assessments": (article.assessments[0].model_copy(update={"statement": "nothing"}),)},
    ):
        with pytest.raises(DatabaseError):
            write_annotation(db, article.model_copy(update=changes))
        assert dump(db) == before


def test_registry(db: sqlite_utils.Database) -> None:
    """Registered sources and names are stored once; those no longer listed go unless somebody speaks through them."""
    first = articles.NIS.model_copy(update={"id": "mi6", "name": "MI6"})
    write_registry(db, [first, articles.NIS], [("mi6", "SIS"), ("nis", "der Geheimdienst")])
    before = dump(db)
    write_registry(db, [first, articles.NIS], [("nis", "der Geheimdienst"), ("mi6", "SIS")])
    assert dump(db) == before
    write_registry(db, [articles.PENTAGON])
    ids = {row["id"] for row in db.query("SELECT id FROM sources")}
    assert "mi6" not in ids
    assert "nis" in ids


def test_issue_is_recorded_once(db: sqlite_utils.Database) -> None:
    """An issue of a file that never became a document keeps its path; the same issue again adds no row."""
    issue = Issue(document="in/broken.txt", stage="read", kind="encoding", message="Byte 3 is not UTF-8.")
    record_issue(db, issue)
    record_issue(db, issue)
    rows = list(db.query("SELECT document, path FROM issues WHERE kind = 'encoding'"))
    assert rows == [{"document": None, "path": "in/broken.txt"}]


def test_missing_database_is_refused(tmp_path: Path) -> None:
    """Without `create` a missing file is not made."""
    with pytest.raises(DatabaseError, match="no such database"):
        open_database(tmp_path / "missing.db")
    assert not (tmp_path / "missing.db").exists()


def test_strange_places_are_refused(tmp_path: Path) -> None:
    """A folder, a text, a missing folder."""
    text = tmp_path / "letter.txt"
    text.write_text("Sehr geehrte Damen und Herren, " * 100)
    for path, words in ((tmp_path, "folder"), (text, "not a database"), (tmp_path / "no" / "a.db", "no folder")):
        with pytest.raises(DatabaseError, match=words):
            open_database(path, create=True)
    assert text.read_text().startswith("Sehr geehrte")


def test_empty_and_locked_files_are_explained(tmp_path: Path) -> None:
    """An empty file becomes a database only if that is wanted; a database somebody else writes to is named."""
    path = tmp_path / "attrib.db"
    path.touch()
    with pytest.raises(DatabaseError, match="empty"):
        open_database(path)
    db = open_database(path, create=True)
    db.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError, match="locked"):
        write_annotation(db, articles.article_c())
    other.close()
    db.close()


def test_foreign_database_is_refused_untouched(tmp_path: Path) -> None:
    """Another program's SQLite file is left byte for byte as it was."""
    path = tmp_path / "history.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE visits (url TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="another program"):
        open_database(path, create=True)
    assert path.read_bytes() == before


def test_newer_and_stray_schemas_are_refused(tmp_path: Path) -> None:
    """A newer version says `update`; tables that are not as we write them are named."""
    path = tmp_path / "attrib.db"
    open_database(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE spans ADD COLUMN note TEXT")
    connection.commit()
    with pytest.raises(DatabaseError, match="spans"):
        open_database(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(DatabaseError, match="version 99"):
        open_database(path)


def test_opening_again_writes_nothing(tmp_path: Path) -> None:
    """Opening is free of changes once the file is up to date."""
    path = tmp_path / "attrib.db"
    open_database(path, create=True).close()
    before = path.read_bytes()
    open_database(path).close()
    assert path.read_bytes() == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=4, max_size=60), st.data())
def test_any_text_round_trips(tmp_path: Path, text: str, data: st.DataObject) -> None:
    """Whatever characters a text holds and wherever its pieces are cut, the records come back equal."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4, unique=True)))
    places = (Span(cuts[0], cuts[1]), Span(cuts[2], cuts[3]))
    statement = Statement(
        id="s",
        document="d",
        number=0,
        type="direct",
        marker="quotation_marks",
        spans=places,
        exact=" … ".join(text[start:end] for start, end in places),
        cue=places[:1],
        context=Span(0, len(text)),
        part=0,
        rule="r",
        detail="",
    )
    annotation = Annotation(
        document=Document(id="d", name="d.txt", text=text),
        parts=(),
        conllu=text,
        statements=(statement,),
        sources=(),
        assessments=(),
    )
    db = open_database(tmp_path / "any.db", create=True)
    write_annotation(db, annotation)
    assert list(read_annotations(db)) == [annotation]
    db.close()
