"""The published questions about claims, asked of the five articles."""

from typing import Any

import pytest
import sqlite_utils

from attrib.registry.registry import to_source
from attrib.store.link import link_database
from attrib.store.write import open_database, write_annotation, write_registry
from tests import frozen


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> sqlite_utils.Database:
    """The five articles, compared with each other."""
    db = open_database(tmp_path_factory.mktemp("views") / "a.db", create=True)
    write_registry(db, [to_source(entry) for entry in frozen.REGISTRY.entries])
    for path in frozen.SEEDS:
        write_annotation(db, frozen.annotated_seed(path))
    link_database(db)
    return db


def rows(db: sqlite_utils.Database, view: str) -> list[dict[str, Any]]:
    """All rows of a view."""
    return list(db.query(f"SELECT * FROM {view}"))


def test_time_line_says_which_date_it_uses(seeds: sqlite_utils.Database) -> None:
    """The day on which it was said where the text tells, else the day of publication."""
    line = {row["exact"][:13]: row for row in rows(seeds, "claims_timeline")}
    first = line["1.500 Soldate"]
    assert (first["date"], first["date_is"], first["value"], first["origin"]) == (
        "2024-10-18",
        "said",
        1500,
        "Regierung Südkoreas",
    )
    assert line["Bis zu 12.000"]["date_is"] == "published"


def test_time_line_is_in_order(seeds: sqlite_utils.Database) -> None:
    """Within a claim the dates rise."""
    found = [(row["claim"], row["date"]) for row in rows(seeds, "claims_timeline")]
    by_claim: dict[str, list[str]] = {}
    for claim, date in found:
        by_claim.setdefault(claim, []).append(date)
    assert all(dates == sorted(dates) for dates in by_claim.values())


def test_who_denies_whom(seeds: sqlite_utils.Database) -> None:
    """Moscow's denials of what Washington and the NATO say, found in the text."""
    found = {(row["by_whom"], row["verdict"], row["whom"], row["found"]) for row in rows(seeds, "who_confirms_whom")}
    assert ("Regierung Russlands", "denies", "NATO", "in_text") in found
    assert all(by != whom for by, _, whom, _ in found)


def test_what_the_setting_alone_joins_takes_no_part(seeds: sqlite_utils.Database) -> None:
    """*Eine zweite Entsendung werde erfolgen* stands beside the other versions; who speaks of them does not of it."""
    (row,) = seeds.query(
        "SELECT s.pk, s.status, m.rule FROM statements s JOIN claim_statements m ON m.statement = s.pk "
        "WHERE s.exact LIKE 'Eine zweite Entsendung%'"
    )
    assert (row["status"], row["rule"]) == ("claimed", "same_setting_alone")
    assert not list(seeds.query("SELECT 1 FROM status_by WHERE statement = :pk", {"pk": row["pk"]}))
    touched = "SELECT 1 FROM assessments WHERE rule = 'corroboration' AND :pk IN (statement, through)"
    assert not list(seeds.query(touched, {"pk": row["pk"]}))


def test_the_contested_claim_names_both_sides(seeds: sqlite_utils.Database) -> None:
    """That there are soldiers in Russia is backed by the NATO and denied by Moscow."""
    (row,) = rows(seeds, "contested_claims")
    assert "NATO" in row["backed_by"]
    assert row["denied_by"] == "Regierung Russlands"
    assert row["credibility"] == "3"


def test_repeated_is_not_corroborated(seeds: sqlite_utils.Database) -> None:
    """The casualties are named twice by one general staff."""
    found = {row["origin"]: row for row in rows(seeds, "single_origin_claims")}
    assert found["Regierung Südkoreas"]["basis"].endswith("repeated, not corroborated")


def test_unverified_numbers_are_credited(seeds: sqlite_utils.Database) -> None:
    """Nothing that the publisher itself asserts, nothing that somebody confirmed."""
    found = rows(seeds, "unverified_numbers")
    assert {row["status"] for row in found} <= {"claimed", "unconfirmed", "disputed"}
    assert 12000 in {row["value"] for row in found}


def test_a_source_changes_its_figure(seeds: sqlite_utils.Database) -> None:
    """First 1,500 soldiers, days later up to 12,000, from one origin."""
    found = [(row["origin"], row["earlier_value"], row["later_value"]) for row in rows(seeds, "changes")]
    assert found == [("Regierung Südkoreas", 1500, 12000)]
