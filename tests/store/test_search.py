"""A reader's spelling finds the article's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlite_utils

from attrib.publish.published import build
from attrib.store.dictionary import published
from attrib.store.search import Spelling, listed_spellings, spellings
from attrib.store.search_query import fts_query
from attrib.store.stems import Stems, stems
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


@pytest.fixture(scope="module")
def published_copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite_utils.Database]:
    """Three articles, in which one party has another name."""
    folder = tmp_path_factory.mktemp("search")
    db = open_database(folder / "w.db", create=True)
    for annotation in articles.all_articles():
        write_annotation(db, annotation)
    write_registry(db, [articles.NIS], [("nis", "Seouls Spionagedienst")])
    db.close()
    copy = sqlite_utils.Database(build(folder / "w.db", folder / "dist", downloads=False).database)
    yield copy
    copy.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wuerden", ["a-claim"]),
        ("Südkoreanischer", ["a-claim"]),
        ("Spionagedienst", ["a-claim"]),
        ("Pentagon", ["a-silence", "a-quotation", "a-worry", "a-nested"]),
        ('"viele Truppen"', ["a-quotation"]),
        ("„viele Truppen“", ["a-quotation"]),
        ("»Truppen viele«", []),
        ("Soldat", ["a-heading", "a-claim", "b-kursk", "b-denial"]),
        ("fremder Soldat", ["b-denial"]),
        ("Truppe", ["a-quotation"]),
        ("Solda*", ["a-heading", "a-claim", "b-kursk", "b-denial"]),
        ("Entwicklungen", ["a-worry", "a-nested"]),
        ("11000", ["b-kursk"]),
        ("11.000", ["b-kursk"]),
        ("11,000", ["b-kursk"]),
        ("Kursk OR Munition", ["a-author", "b-kursk"]),
        ("Kursk | Munition Nordkorea", ["a-author"]),
        ("", []),
        ('"', []),
        ("\t\x00", []),
    ],
)
def test_search_in_the_published_copy(published_copy: sqlite_utils.Database, typed: str, found: list[str]) -> None:
    """By the words in any form, by any name of a source or of whom it speaks for, by phrases, prefixes and numbers."""
    copy = published_copy
    sql = "SELECT id FROM statements WHERE pk IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?)"
    assert [row["id"] for row in copy.query(f"{sql} ORDER BY pk", [fts_query(typed)])] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Spionagedienst", ["nis"]),
        ("geheimdienste", ["nis"]),
        ("Pesk*", ["dmitri-peskow"]),
        ("peskov", ["dmitri-peskow"]),
    ],
)
def test_parties_are_found_by_their_names(published_copy: sqlite_utils.Database, typed: str, found: list[str]) -> None:
    """In other forms and spellings too."""
    sql = "SELECT id FROM sources_fts WHERE sources_fts MATCH ? ORDER BY id"
    assert [row["id"] for row in published_copy.query(sql, [fts_query(typed)])] == found


@pytest.mark.parametrize(("typed", "latin"), [("胡锦涛", "Hu Jintao"), ('"胡锦涛" Peking', '"Hu Jintao" Peking')])
def test_chinese_letters_are_read(typed: str, latin: str) -> None:
    """Names of texts stand in Latin letters."""
    assert fts_query(typed) == fts_query(latin)


def test_parts_of_compounds_are_known_from_the_texts() -> None:
    """Both parts, what links them, and a tail that is long enough; never a piece that no text has as a word."""
    known = Stems(["Die Regierung und der Sprecher", "Ein Soldat kam ins Lager"])
    assert {"sprech", "regier"} <= set(known.keys("Regierungssprecher"))
    assert "soldat" in known.keys("Soldatenlager")
    assert "lag" in known.keys("Soldatenlager")
    assert known.keys("Vorlage") == ("vorlag",)
    assert known.keys("vorlagern") == tuple(sorted(stems("vorlagern")))


@pytest.mark.parametrize(
    "typed", ["NEAR(a b)", "a AND", "NOT x", "a:b", "(", "^a", '"a', "a*b*", "-", "{x} : y", "'", "*"]
)
def test_nothing_that_is_typed_is_an_error(published_copy: sqlite_utils.Database, typed: str) -> None:
    """Signs of the query language are signs like any other."""
    sql = "SELECT count(*) FROM statements_fts WHERE statements_fts MATCH ?"
    assert published_copy.execute(sql, [fts_query(typed)]).fetchone() is not None


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


def test_a_word_without_end_is_no_compound() -> None:
    """It is found as it stands: cutting ten thousand letters without a blank would take their square."""
    known = Stems(["Die Donau, das Schiff, die Fahrt."])
    assert {"donau", "schiff"} <= set(known.keys("Donauschiff"))
    assert known.keys("Donau" * 2000) == tuple(sorted(stems("Donau" * 2000)))
