"""What is found by comparing documents goes into the database as a whole, and is forgotten as a whole."""

from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

from attrib.publish.published import build
from attrib.records import Assessment, Claim, ClaimOrigin, ClaimStatement, Copy
from attrib.store.link import read_corpus
from attrib.store.link_rows import Links, forget_links, is_linked, write_links
from attrib.store.write import open_database, read_annotations, write_annotation
from tests import articles

SUPPORT = Assessment(
    document="doc-b",
    statement="a-claim",
    source=articles.BEAMTE.id,
    verdict="supports",
    start=67,
    end=99,
    exact="dass 11.000 Soldaten in Kursk st",
    rule="corroboration",
    detail="the same claim",
    through="b-kursk",
)
LINKS = Links(
    claims=(
        Claim(
            id="claim-1",
            statement="a-claim",
            label="1.500 Soldaten würden in Russland ausgebildet",
            event="presence",
            statements=2,
            documents=2,
            origins=1,
            unknown_origins=1,
            agreeing=1,
            versions=2,
            status="contested",
            credibility="3",
            basis="2 statements, 1 origin",
        ),
    ),
    statements=(
        ClaimStatement(
            claim="claim-1",
            statement="a-claim",
            polarity="positive",
            value=1500,
            qualifier="exact",
            origin=articles.NIS.id,
            counts=True,
            rule="first",
            reason="compared with nothing",
        ),
        ClaimStatement(
            claim="claim-1",
            statement="b-kursk",
            polarity="positive",
            value=11000,
            qualifier="exact",
            origin=articles.BEAMTE.id,
            counts=True,
            rule="same_event",
            reason="presence: RU, military",
        ),
    ),
    origins=(
        ClaimOrigin(claim="claim-1", source=articles.NIS.id, independence="independent", statements=1, reason="named"),
    ),
    copies=(Copy(document="doc-b", original="doc-a", similarity=91),),
    assessments=(SUPPORT,),
    statuses={"a-claim": "contested", "b-denial": "disputed"},
    status_by=(("a-claim", SUPPORT), ("a-claim", articles.article_a().assessments[0])),
)


def rows(db: sqlite_utils.Database, table: str) -> list[Any]:
    """All rows of a table."""
    return db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


def test_links_are_written(db: sqlite_utils.Database) -> None:
    """Claims, members, origins, copies, derived stands and statuses stand in their tables, joined by keys."""
    write_links(db, LINKS, "1")
    assert is_linked(db, "1")
    assert not is_linked(db, "2")
    assert rows(db, "claim_statements")[0][:2] == (1_000_001, 1)
    assert rows(db, "copies") == [(2, 1, 91)]
    assert db.execute("SELECT exact FROM assessments WHERE through IS NOT NULL").fetchall() == [(SUPPORT.exact,)]
    verdicts = db.execute("SELECT a.verdict FROM status_by b JOIN assessments a ON a.pk = b.assessment ORDER BY 1")
    assert verdicts.fetchall() == [("supports",), ("withholds",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_second_time_gives_the_same_rows(db: sqlite_utils.Database) -> None:
    """Writing the same links again leaves every row and every key as it was."""
    tables = ("claims", "claim_statements", "claim_origins", "copies", "assessments", "status_by", "statements")
    write_links(db, LINKS, "1")
    before = [rows(db, table) for table in tables]
    write_links(db, LINKS, "1")
    assert [rows(db, table) for table in tables] == before


def test_stands_found_by_comparing_are_no_part_of_an_annotation(db: sqlite_utils.Database) -> None:
    """What is read back of a document holds only what its own text says."""
    write_links(db, LINKS, "1")
    assert all(item.through is None for annotation in read_annotations(db) for item in annotation.assessments)


@pytest.mark.parametrize("again", [False, True])
def test_a_changed_document_forgets_the_links(db: sqlite_utils.Database, again: bool) -> None:
    """As soon as a document is written nothing is left that rests on comparing, not even a status."""
    write_links(db, LINKS, "1")
    if again:
        write_annotation(db, articles.article_a())
    else:
        forget_links(db)
    for table in ("claims", "claim_statements", "claim_origins", "copies", "status_by", "linking"):
        assert rows(db, table) == []
    assert db.execute("SELECT count(*) FROM assessments WHERE through IS NOT NULL").fetchone() == (0,)
    sql = "SELECT status FROM statements WHERE id = 'b-denial'"
    assert db.execute(sql).fetchone() == ("disputed",)


def test_words_of_withheld_articles_are_in_no_claim(tmp_path: Path) -> None:
    """Where rights are none neither label, reason nor number is published; the counts and digits are."""
    article = articles.article_a()
    withheld = article.document.model_copy(update={"rights": "none"})
    db = open_database(tmp_path / "a.db", create=True)
    write_annotation(db, article.model_copy(update={"document": withheld}))
    write_annotation(db, articles.article_b())
    write_links(db, LINKS, "1")
    db.close()
    copy = sqlite_utils.Database(build(tmp_path / "a.db", tmp_path / "dist").database)
    assert copy.execute("SELECT label, statements, credibility FROM claims").fetchall() == [(None, 2, "3")]
    reasons = dict(
        copy.execute("SELECT s.id, m.reason FROM claim_statements m JOIN statements s ON s.pk = m.statement")
    )
    assert reasons == {"a-claim": None, "b-kursk": "presence: RU, military"}
    numbers = "SELECT s.id, q.exact, q.counted, q.value FROM quantities q JOIN statements s ON s.pk = q.statement"
    assert sorted(copy.execute(numbers).fetchall()) == [
        ("a-claim", None, None, 1500.0),
        ("b-kursk", "11.000", "Soldaten", 11000.0),
    ]
    copy.close()


def test_what_was_compared_is_what_is_stored(db: sqlite_utils.Database) -> None:
    """Every statement with its parties, date and figure; the stands of the texts alone."""
    write_links(db, LINKS, "1")
    corpus = read_corpus(db)
    members = {member.id: member for member in corpus.members}
    assert len(members) == db.table("statements").count
    claim = members["a-claim"]
    assert (claim.sources, claim.said, claim.value) == (("nis",), "2024-10-18", (1500.0, None))
    assert members["a-author"].said == "2024-10-23"
    assert all(item.through is None for item in corpus.assessments)
