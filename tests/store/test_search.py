"""A reader's spelling finds the article's."""

from pathlib import Path

import pytest
import sqlite_utils

from attrib.publish.published import build
from attrib.store.dictionary import published
from attrib.store.search import Spelling, listed_spellings, spellings
from attrib.store.write import open_database, write_annotation, write_registry
from tests import articles


@pytest.mark.parametrize("spelling", list(listed_spellings()), ids=lambda spelling: spelling.example)
def test_every_spelling_is_found(spelling: Spelling) -> None:
    """Each entry of the list makes what it promises of its example."""
    assert spelling.found in spellings(spelling.example).split()


def test_words_without_another_spelling_add_nothing() -> None:
    """The index grows by what is different only."""
    assert spellings("Der Rat tagte am Freitag.") == ""
    assert spellings("neue Trauer") == ""
    assert spellings(None) == ""


def test_words_parted_at_the_end_of_a_line_are_found_whole() -> None:
    """As a PDF or a narrow column has them, with their other spellings."""
    assert spellings("Das Stadt-\nbauamt warnt.").split() == ["Stadtbauamt"]
    assert "Hochstrasse" in spellings("die Hoch-\r\n  straße").split()


def test_spellings_go_together() -> None:
    """A word with two of them is found by both at once."""
    assert "Strassenzuege" in spellings("Straßenzüge").split()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wuerden", ["a-claim"]),
        ("Südkoreanischer", ["a-claim"]),
        ("Spionagedienst", ["a-claim"]),
        ("Pentagon", ["a-silence", "a-quotation", "a-worry", "a-nested"]),
        ('"viele Truppen"', ["a-quotation"]),
    ],
)
def test_search_in_the_published_copy(tmp_path: Path, typed: str, found: list[str]) -> None:
    """By the words, by any name of a source or of whom it speaks for, and by phrases."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in articles.all_articles():
        write_annotation(db, annotation)
    write_registry(db, [articles.NIS], [("nis", "Seouls Spionagedienst")])
    db.close()
    copy = sqlite_utils.Database(build(tmp_path / "w.db", tmp_path / "dist").database)
    sql = "SELECT id FROM statements WHERE pk IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?)"
    assert [row["id"] for row in copy.query(f"{sql} ORDER BY pk", [typed])] == found
    copy.close()


def test_what_a_search_found_is_counted_without_the_texts(tmp_path: Path) -> None:
    """An index of the facets alone serves: of a million statements the table holds two gigabytes."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in articles.all_articles():
        write_annotation(db, annotation)
    db.close()
    copy = sqlite_utils.Database(build(tmp_path / "w.db", tmp_path / "dist", downloads=False).database)
    found = "WHERE pk IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH 'Soldaten')"
    facets = ", ".join(f"json_group_array({facet})" for facet in published()["statements"].facets)
    for asked in ("count(*)", facets):
        plan = " ".join(
            str(row["detail"]) for row in copy.query(f"EXPLAIN QUERY PLAN SELECT {asked} FROM statements {found}")
        )
        assert "COVERING INDEX statements_found" in plan, asked
    copy.close()
