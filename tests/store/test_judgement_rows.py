"""Judgements in the database outlive the annotation that they were made on."""

import json
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

from attrib.records import Annotation, Judgement, JudgementField, Source, Span
from attrib.store.judgement_rows import corrections, write_judgements
from attrib.store.write import open_database, read_annotations, remove_document, replace_document, write_annotation
from tests import articles

ARTICLE = articles.article_a()
CLAIM = next(each for each in ARTICLE.statements if each.id == "a-claim")


@pytest.fixture
def db(tmp_path: Path) -> sqlite_utils.Database:
    """One article."""
    found = open_database(tmp_path / "a.db", create=True)
    write_annotation(found, ARTICLE)
    return found


def judge(
    db: sqlite_utils.Database,
    field: JudgementField,
    new: str,
    *,
    statement: str = "a-claim",
    spans: tuple[Span, ...] = CLAIM.spans,
    old: str | None = None,
) -> None:
    """Write one judgement."""
    found = Judgement(
        document="doc-a", statement=statement, spans=spans, field=field, old=old, new=new, judged_by="A. Reader",
        judged_on="2024-11-05", why="as a reader understands it",
    )  # fmt: skip
    with db.atomic():
        write_judgements(db, [found])


def moved(**fields: object) -> Annotation:
    """The article after another rule: the claim has another id."""
    changed = CLAIM.model_copy(update={"id": "a-other", **fields})
    rename = {"a-claim": "a-other"}
    return ARTICLE.model_copy(
        update={
            "statements": tuple(changed if each.id == "a-claim" else each for each in ARTICLE.statements),
            "assessments": tuple(
                item.model_copy(update={"statement": rename.get(item.statement or "", item.statement)})
                for item in ARTICLE.assessments
            ),
            "quantities": (),
            "claim_keys": (),
        }
    )


def recorded(db: sqlite_utils.Database) -> list[tuple[str, str]]:
    """Kind and message of what was recorded of judgements."""
    return db.execute("SELECT kind, message FROM issues WHERE stage = 'judgement'").fetchall()


def test_the_one_written_last_holds(db: sqlite_utils.Database) -> None:
    """For each field by itself; earlier ones stay."""
    judge(db, "polarity", "negative")
    judge(db, "medium", "writing")
    judge(db, "polarity", "underspecified")
    found = corrections(db)["a-claim"]
    assert {name: item.new for name, item in found.items()} == {"polarity": "underspecified", "medium": "writing"}
    assert db.table("judgements").count == 3


def test_the_machines_rows_stay_as_they_are(db: sqlite_utils.Database) -> None:
    """Whatever people say."""
    judge(db, "polarity", "negative")
    judge(db, "exists", "no")
    assert list(read_annotations(db)) == [ARTICLE]


def test_annotating_again_keeps_judgements(db: sqlite_utils.Database) -> None:
    """The same statement has the same judgement, and nothing is to be told."""
    judge(db, "polarity", "negative")
    before = db.execute("SELECT * FROM judgements").fetchall()
    assert write_annotation(db, ARTICLE) == ()
    assert db.execute("SELECT * FROM judgements").fetchall() == before
    assert recorded(db) == []


def test_a_judgement_goes_along_with_its_statement(db: sqlite_utils.Database) -> None:
    """To the id that covers the same words, without a word about it."""
    judge(db, "polarity", "negative")
    assert write_annotation(db, moved(type="reported")) == ()
    assert list(corrections(db)) == ["a-other"]
    assert recorded(db) == []


def test_other_words_are_told(db: sqlite_utils.Database) -> None:
    """Every time, until somebody judges the new ones."""
    judge(db, "polarity", "negative")
    shorter = (Span(CLAIM.spans[0].start + 6, CLAIM.spans[0].end),)
    for _ in range(2):
        (issue,) = write_annotation(db, moved(spans=shorter))
        assert issue.kind == "judgement_moved"
        assert recorded(db) == [("judgement_moved", issue.message)]
    assert "A. Reader corrected polarity of the statement a-claim" in issue.message
    assert "now holds for a-other" in issue.message
    assert (issue.start, issue.end) == CLAIM.spans[0]
    judge(db, "polarity", "negative", statement="a-other", spans=shorter)
    assert write_annotation(db, moved(spans=shorter)) == ()


def test_a_lost_statement_is_told(db: sqlite_utils.Database) -> None:
    """Its judgement waits, and holds again as soon as the statement is back."""
    judge(db, "polarity", "negative")
    far = (Span(0, 12),)
    (issue,) = write_annotation(db, moved(spans=far))
    assert (issue.kind, recorded(db)[0][0]) == ("judgement_lost", "judgement_lost")
    assert "no statement stands there" in issue.message
    assert write_annotation(db, ARTICLE) == ()
    assert list(corrections(db)) == ["a-claim"]
    assert recorded(db) == []


def test_a_rejected_statement_that_is_gone_is_no_loss(db: sqlite_utils.Database) -> None:
    """The program has learned it."""
    judge(db, "exists", "no", old="yes")
    assert write_annotation(db, moved(spans=(Span(0, 12),))) == ()


def test_an_added_statement_that_the_program_finds_is_that_one(db: sqlite_utils.Database) -> None:
    """Where both stand in the same place; until then it is nothing to be told."""
    judge(db, "exists", "yes", statement="new", spans=(Span(0, 12),), old="no")
    judge(db, "polarity", "negative", statement="new", spans=(Span(0, 12),))
    assert write_annotation(db, ARTICLE) == ()
    assert list(corrections(db)) == ["new"]
    assert write_annotation(db, moved(spans=(Span(0, 12),))) == ()
    assert list(corrections(db)) == ["a-other"]


def test_a_judged_source_stays(db: sqlite_utils.Database) -> None:
    """Although no row of the machine names it any more."""
    found = Source(id="found", name="Gefundene", kind="company", origin="discovered")
    write_annotation(db, ARTICLE.model_copy(update={"sources": (*ARTICLE.sources, found)}))
    judge(db, "sources", json.dumps(["found"]))
    write_annotation(db, ARTICLE)
    assert db.table("sources").count_where("id = 'found'") == 1


def test_a_removed_document_takes_its_judgements_along(db: sqlite_utils.Database) -> None:
    """They are about nothing then."""
    judge(db, "polarity", "negative")
    remove_document(db, "doc-a")
    assert db.table("judgements").count == 0


def test_a_document_under_another_id_takes_them_over(db: sqlite_utils.Database) -> None:
    """As when its publisher becomes known: statements have other ids there, and the same places."""
    judge(db, "polarity", "negative")
    names = {each.id: f"z{each.id}" for each in ARTICLE.statements}
    statements = tuple(
        each.model_copy(update={"id": names[each.id], "document": "doc-z", "parent": names.get(each.parent or "")})
        for each in ARTICLE.statements
    )
    other = ARTICLE.model_copy(
        update={
            "document": ARTICLE.document.model_copy(update={"id": "doc-z"}),
            "statements": statements,
            "assessments": (),
            "quantities": (),
            "claim_keys": (),
            "issues": (),
        }
    )
    write_annotation(db, other)
    assert replace_document(db, "doc-a", "doc-z") == ()
    assert list(corrections(db)) == ["za-claim"]
    assert write_annotation(db, other) == ()
    assert list(corrections(db)) == ["za-claim"]
    assert [annotation.document.id for annotation in read_annotations(db)] == ["doc-z"]


def test_earlier_databases_have_room_for_judgements(tmp_path: Path) -> None:
    """They are brought up to date, and what was judged is kept from then on."""
    dump = Path(__file__).parents[1] / "schemas" / "2.sql"
    with closing(sqlite_utils.Database(tmp_path / "old.db").conn) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    db = open_database(tmp_path / "old.db")
    judge(db, "polarity", "negative")
    db.close()
    db = open_database(tmp_path / "old.db")
    assert list(corrections(db)) == ["a-claim"]
    db.close()
