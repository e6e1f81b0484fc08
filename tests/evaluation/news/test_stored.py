"""What is scored is what is stored: also the stands that only comparing statements finds."""

from pathlib import Path

import pytest
import sqlite_utils

from attrib.errors import InputError
from attrib.evaluation.news.comparison import compare
from attrib.evaluation.news.stored import annotate_into, read_stored
from attrib.store.link import link_database
from tests import frozen
from tests.evaluation.news import own

FILES = sorted(own.TEXTS.glob("*.txt"))


def test_articles_come_back_as_they_were_found(tmp_path: Path) -> None:
    """Nothing is lost on the way through the database: gold is found in full."""
    place = tmp_path / "a.db"
    assert list(annotate_into(place, FILES, own.GoldAnnotator(), language="de")) == [file.name for file in FILES]
    stored = read_stored(place, (article.document for article in own.gold().values()))
    for article in own.gold().values():
        found = compare(article, stored[article.document], language=frozen.GERMAN)
        assert {pair.outcome for pair in found.pairs} == {"right"}
        assert set(found.gold_stands) == set(found.found_stands)


def test_an_article_that_cannot_be_annotated_is_named(tmp_path: Path) -> None:
    """Rather than scored as if nothing was found in it."""
    (tmp_path / "leer.txt").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"leer\.txt: cannot be scored"):
        list(annotate_into(tmp_path / "a.db", [tmp_path / "leer.txt"], own.GoldAnnotator(), language="de"))


def test_an_article_that_is_not_in_the_database_is_named(tmp_path: Path) -> None:
    """One that gold has."""
    list(annotate_into(tmp_path / "a.db", FILES[:1], own.GoldAnnotator(), language="de"))
    with pytest.raises(InputError, match=r"fehlt\.txt"):
        read_stored(tmp_path / "a.db", ["fehlt.txt"])


def test_names_are_all_that_a_source_is_called(tmp_path: Path) -> None:
    """A registered one has several, in two languages."""
    list(annotate_into(tmp_path / "a.db", FILES[:1], own.GoldAnnotator(), language="de"))
    (article,) = read_stored(tmp_path / "a.db", [FILES[0].name]).values()
    assert {"NIS", "National Intelligence Service"} <= article.sources["nis"].names


def test_stands_that_were_found_by_comparing_are_there(db: sqlite_utils.Database, tmp_path: Path) -> None:
    """Those that deny; support is left out."""
    link_database(db)
    db.execute("VACUUM INTO ?", [str(tmp_path / "copy.db")])
    names = [name for (name,) in db.execute("SELECT name FROM documents").fetchall()]
    found = read_stored(tmp_path / "copy.db", names)
    verdicts = {stand.verdict for article in found.values() for stand in article.stands}
    assert "supports" not in verdicts
    expected = db.execute("SELECT count(*) FROM assessments WHERE verdict <> 'supports'").fetchone()[0]
    assert sum(len(article.stands) for article in found.values()) == expected
