"""The table of rules: what each finds, with an example; a statement's rule always has a row."""

import sqlite_utils

from attrib.quotation.rule import rules_by_id
from attrib.store.rule_rows import UNKNOWN, name_rules, write_rules
from attrib.store.rules import fill_rules, rule_rows
from attrib.store.write import remove_document
from attrib.text.loading import languages, load_language
from tests import articles, frozen


def found(db: sqlite_utils.Database) -> dict[str, str]:
    """What each rule finds, as the table says."""
    return dict(db.execute("SELECT id, finds FROM rules").fetchall())


def test_every_rule_that_makes_statements_has_a_row(db: sqlite_utils.Database) -> None:
    """With its first example; what only another scheme counts makes none."""
    fill_rules(db)
    known = rules_by_id(frozen.GERMAN)
    every = {id: rule for code in languages() for id, rule in rules_by_id(load_language(code)).items()}
    made = {id for id, rule in every.items() if rule.step != "corpus"}
    assert made < set(every)
    assert set(found(db)) == {*made, "hand"}
    row = next(db.query("SELECT * FROM rules WHERE id = 'author'"))
    example = known["author"].examples[0]
    assert row == {
        "id": "author",
        "marker": "none",
        "finds": known["author"].finds,
        "language": "de",
        "example": example.text,
        "example_statement": example.statement,
        "example_speaker": None,
    }


def test_filling_again_writes_nothing(db: sqlite_utils.Database) -> None:
    """So that a run that changes nothing leaves the file as it was."""
    fill_rules(db)
    before = db.conn.total_changes
    fill_rules(db)
    assert db.conn.total_changes == before


def test_rules_that_are_not_known_have_a_row(db: sqlite_utils.Database) -> None:
    """Statements of another version, or of another program, are stored like any."""
    assert found(db) == {"hand": UNKNOWN}
    assert articles.article_a().statements[0].rule == "hand"


def test_what_an_earlier_version_said_stays_as_long_as_it_is_needed(db: sqlite_utils.Database) -> None:
    """A rule that is gone explains the statements that it found; without any it goes too."""
    db.execute("UPDATE rules SET finds = 'What a hand wrote.'")
    name_rules(db, ["hand", "older"])
    write_rules(db, rule_rows())
    assert found(db)["hand"] == "What a hand wrote."
    assert "older" not in found(db)
    for article in articles.all_articles():
        remove_document(db, article.document.id)
    fill_rules(db)
    assert "hand" not in found(db)


def test_rules_are_brought_up_to_date(db: sqlite_utils.Database) -> None:
    """As the other lookup tables are."""
    name_rules(db, ["author"], finds="Something else.")
    fill_rules(db)
    assert found(db)["author"] == rules_by_id(frozen.GERMAN)["author"].finds
