"""The claims over the five articles, against a grouping made by hand, and what follows from them."""

import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

from attrib.resources import load_yaml
from attrib.store.link import link_database, read_corpus
from attrib.store.write import write_annotation
from tests import frozen
from tests.groupings import Groups, b_cubed, by_program, linked, pairwise_measure

HAND = load_yaml(frozen.EVAL / "claims.yml")
assert isinstance(HAND, dict)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> sqlite_utils.Database:
    """The five articles."""
    return linked(tmp_path_factory.mktemp("claims") / "a.db", [frozen.annotated_seed(path) for path in frozen.SEEDS])


@cache
def by_hand() -> Groups:
    """The group of every listed statement, by its id."""
    found: dict[str, int] = {}
    for number, group in enumerate(HAND["claims"]):
        for item in group["statements"]:
            path = next(path for path in frozen.SEEDS if path.name.startswith(item["document"]))
            annotation = frozen.annotated_seed(path)
            start = annotation.document.text.index(item["at"])
            holding = [
                statement
                for statement in annotation.statements
                if statement.level == 0 and any(span.start <= start + 3 < span.end for span in statement.spans)
            ]
            assert len(holding) == 1, item
            found[holding[0].id] = number
    return found


def test_claims_are_those_of_a_reader(seeds: sqlite_utils.Database) -> None:
    """B³ over all statements, and, harder, over those alone that a reader or the program put into a group; pairs."""
    everything = [key for (key,) in seeds.execute("SELECT id FROM statements WHERE level = 0 ORDER BY id")]
    gold, system = by_hand(), by_program(seeds)
    grouped = [key for key in everything if key in gold or key in system]
    overall, hard = b_cubed(gold, system, everything), b_cubed(gold, system, grouped)
    pairs = pairwise_measure(gold, system, everything)
    assert min(overall) >= 0.9, overall
    assert hard.precision >= 0.95, hard
    assert hard.recall >= 0.65, hard
    assert pairs.precision >= 0.95, pairs


def troops(db: sqlite_utils.Database) -> dict[str, Any]:
    """The claim that North Korean soldiers are in Russia."""
    sql = (
        "SELECT c.* FROM claims c JOIN claim_statements m ON m.claim = c.pk JOIN statements s ON s.pk = m.statement "
        "WHERE s.exact LIKE '1.500 Soldaten würden%'"
    )
    (row,) = db.query(sql)
    return row


def test_versions_stand_side_by_side(seeds: sqlite_utils.Database) -> None:
    """1,500, 11,000 and up to 12,000 soldiers are versions of one claim, each with source, article and origin."""
    sql = (
        "SELECT m.value, m.qualifier, s.source, d.name, m.origin FROM claim_statements m "
        "JOIN statements s ON s.pk = m.statement JOIN documents d ON d.pk = s.document "
        "WHERE m.claim = ? AND m.value IS NOT NULL ORDER BY m.value, d.name"
    )
    rows = seeds.execute(sql, [troops(seeds)["pk"]]).fetchall()
    found = {(value, qualifier, source, name[:3], origin) for value, qualifier, source, name, origin in rows}
    assert found >= {
        (1500, "exact", "nis", "004", "kr-government"),
        (11000, "exact", "us-government", "000", "us-government"),
        (12000, "at_most", "us-government", "002", "us-government"),
        (12000, "at_most", "nis", "004", "kr-government"),
    }
    assert 10000 not in {row[0] for row in rows}, "the soldiers who build a fence are others"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("%ballistische Raketen an Russland%", "confirmed"),
        ("%am Donnerstag an der Front in Kursk%", "unconfirmed"),
        ("dass sich nordkoreanische Truppen in Russland aufhalten%", "contested"),
        ("%nordkoreanische Soldaten nach Russland geschickt%", "contested"),
        ("%unser enger Nachbar und Partner%", "claimed"),
        ("%heiligen Kampf%zugesagt%", "claimed"),
    ],
)
def test_who_stands_where(seeds: sqlite_utils.Database, words: str, status: str) -> None:
    """Moscow's denials reach the presence of troops in all articles, and nothing else."""
    sql = "SELECT DISTINCT status FROM statements WHERE exact LIKE ? AND level = 0"
    found = seeds.execute(sql, [f"%{words.strip('%')}%"]).fetchall()
    assert found == [(status,)]


def test_every_status_can_be_explained(seeds: sqlite_utils.Database) -> None:
    """Whoever is not merely claimed or asserted has the assessments that decided, nobody else has."""
    plain = "('claimed', 'asserted')"
    without = "SELECT count(*) FROM statements WHERE status NOT IN {} AND pk NOT IN (SELECT statement FROM status_by)"
    having = "SELECT count(*) FROM statements WHERE status IN {} AND pk IN (SELECT statement FROM status_by)"
    assert seeds.execute(without.format(plain)).fetchone() == (0,)
    assert seeds.execute(having.format(plain)).fetchone() == (0,)


def test_a_statement_goes_back_to_the_end_of_its_chain(tmp_path: Path) -> None:
    """What an outlet has from a party goes back to that party; the publisher's own words to nobody."""
    db = linked(tmp_path / "c.db", [frozen.annotated_seed(path) for path in frozen.SEEDS[-1:]])
    corpus = read_corpus(db)
    by_id = {member.id: member for member in corpus.members}
    sql = "SELECT id, origin FROM statements WHERE origin IS NOT NULL AND type <> 'author'"
    for statement, origin in db.execute(sql).fetchall():
        assert by_id[statement].ends == (origin,)
    own = [member for member in corpus.members if member.type == "author"]
    assert own
    assert all(item.independence == "none" for member in own for item in corpus.origins[member.id])


def test_nobody_supports_himself(seeds: sqlite_utils.Database) -> None:
    """No support comes from an origin of the statement it supports; of joint speakers another one may support it."""
    sql = (
        "SELECT count(*) FROM assessments a JOIN claim_statements own ON own.statement = a.statement "
        "JOIN claim_statements other ON other.statement = a.through WHERE own.origin = a.source OR own.origin = "
        "other.origin AND (SELECT count(*) FROM statement_sources s WHERE s.statement = a.through "
        "AND s.relation = 'states') = 1"
    )
    assert seeds.execute(sql).fetchone() == (0,)


def rows_by_id(db: sqlite_utils.Database) -> list[list[Any]]:
    """Everything that linking made, without the numbers of rows."""
    claims = (
        "SELECT c.id, s.id, c.label, c.event, c.statements, c.documents, c.origins, c.unknown_origins, c.agreeing, "
        "c.versions, c.status, c.credibility, c.basis FROM claims c JOIN statements s ON s.pk = c.statement"
    )
    members = (
        "SELECT c.id, s.id, s.status, m.polarity, m.value, m.origin, m.counts, m.rule, m.reason "
        "FROM claim_statements m JOIN claims c ON c.pk = m.claim JOIN statements s ON s.pk = m.statement"
    )
    stands = (
        "SELECT s.id, a.source, a.verdict, a.exact, t.id FROM status_by b JOIN assessments a ON a.pk = b.assessment "
        "JOIN statements s ON s.pk = b.statement LEFT JOIN statements t ON t.pk = a.through"
    )
    return [sorted(map(repr, db.execute(sql).fetchall())) for sql in (claims, members, stands)]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_documents_does_not_matter(seeds: sqlite_utils.Database, tmp_path: Path, seed: int) -> None:
    """The same documents in another order, linked in between, give the same claims, statuses and reasons."""
    annotations = [frozen.annotated_seed(path) for path in frozen.SEEDS]
    random.Random(seed).shuffle(annotations)
    db = linked(tmp_path / "b.db", annotations[:2])
    for annotation in annotations[2:]:
        write_annotation(db, annotation)
        link_database(db)
    assert rows_by_id(db) == rows_by_id(seeds)


def test_a_second_time_writes_nothing(seeds: sqlite_utils.Database) -> None:
    """Without a change nothing is compared again."""
    before = seeds.execute("SELECT total_changes()").fetchone()
    assert not link_database(seeds)
    assert seeds.execute("SELECT total_changes()").fetchone() == before
