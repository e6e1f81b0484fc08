"""The figures of articles, worked out by hand."""

from pathlib import Path

import pytest

from attrib.evaluation.news.figures import figures
from attrib.evaluation.news.outcome import OUTCOMES
from attrib.evaluation.score_tables import news_source_tables, news_tables, put_news_tables
from attrib.records import Span
from tests.evaluation.news import own

PERFECT = {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_gold_against_itself_is_perfect() -> None:
    """13 statements of three articles, four stands."""
    found = figures([own.compared(name) for name in own.gold()])
    assert found["articles"] == 3
    assert found["found"] == PERFECT | {"right": 13, "system": 13, "gold": 13}
    assert found["stands"] == PERFECT | {"right": 4, "system": 4, "gold": 4}
    assert found["source"]["right"] == 13
    assert {found[name]["accuracy"] for name in ("source", "type", "level", "status", "disclosure", "polarity")} == {
        1.0
    }
    assert found["status"]["per_value"] == {"claimed": 1.0, "disputed": 1.0, "unconfirmed": 1.0}
    assert (found["status"]["contended"], found["polarity"]["negative"]["gold"]) == (4, 2)
    assert sum(each["statements"] for each in found["source"]["by_mention"].values()) == 13


def test_what_is_missed_and_what_is_spurious() -> None:
    """Of four statements three are found, and one that is not there."""
    found = figures([own.compared("hafen", own.in_place_of(0, spans=(Span(0, 40),)))])
    assert found["found"] == {"precision": 0.75, "recall": 0.75, "f1": 0.75, "right": 3, "system": 4, "gold": 4}
    assert found["source"]["accuracy"] == 1.0
    assert found["source"]["f1"] == 0.75


def test_guessing_lowers_what_is_resolved() -> None:
    """One of four is left open, or guessed."""
    opened = figures([own.compared("hafen", own.credited(0))])["source"]
    guessed = figures([own.compared("hafen", own.credited(0, own.source("x", "Gerd Ahlers")))])["source"]
    assert opened["accuracy"] == guessed["accuracy"] == 0.75
    assert (opened["resolved"], guessed["resolved"]) == (1.0, 0.75)
    assert {name: opened[name] for name in OUTCOMES if opened[name]} == {"right": 3, "unresolved": 1}
    assert {name: guessed[name] for name in OUTCOMES if guessed[name]} == {"right": 3, "wrong": 1}
    assert guessed["by_mention"]["institution"] == {"accuracy": 0.5, "resolved": 0.5, "statements": 2}


def test_status_counts_what_was_not_found() -> None:
    """Disputed: one of two found, F1 2/3; claimed: 2 of 2, F1 1."""
    found = figures([own.compared("hafen", own.without(1))])["status"]
    assert found["per_value"] == pytest.approx({"claimed": 1.0, "disputed": 2 / 3})
    assert found["macro_f1"] == pytest.approx(5 / 6)
    assert (found["accuracy"], found["contended_recall"], found["contended"]) == (1.0, 0.5, 2)


def test_rows_that_deny() -> None:
    """One of two is found, and one that denies nothing is taken for one."""
    changes = own.in_place_of(2, polarity="positive"), own.in_place_of(0, polarity="negative")
    found = figures([own.compared("werk", *changes)])["polarity"]
    assert found["accuracy"] == pytest.approx(4 / 6)
    assert found["negative"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "right": 0, "system": 1, "gold": 1}


def test_type_level_and_disclosure_are_of_what_is_found() -> None:
    """A missed statement is no error of them."""
    changes = own.in_place_of(1, type="indirect", level=1), own.without(0)
    found = figures([own.compared("hafen", *changes)])
    assert found["type"]["accuracy"] == found["level"]["accuracy"] == pytest.approx(2 / 3)
    assert found["disclosure"]["named"] == 1.0


def test_nothing_at_all() -> None:
    """Gives zeros, not an error."""
    assert figures([])["found"]["f1"] == figures([])["source"]["accuracy"] == 0.0


def test_the_tables_say_it_in_words() -> None:
    """Figures, shares of what is found, outcomes, kinds of mention."""
    scores = figures([own.compared("hafen", own.credited(0))])
    tables = news_tables(scores) + news_source_tables(scores)
    assert tables.startswith("Of 100 statements 100 are found; of 100 that are shown 100 are there.\n")
    assert "it is the right party for 100." in tables
    assert "(Articles: 1, statements: 4, stands: 2.)" in tables
    assert "| statements found | 100.0 | 100.0 | 100.0 |" in tables
    assert "| source right where one is given | 100.0 |" in tables
    assert "| left open | 1 |" in tables
    assert "| an institution, or somebody of its kind (an officer, a board member) | 50.0 | 2 |" in tables
    assert "somebody unnamed" not in tables


def test_tables_go_where_a_page_has_a_place_for_them(tmp_path: Path) -> None:
    """Those of the sources only on a page that asks for them."""
    scores = figures([own.compared("hafen")])
    short, long = tmp_path / "short.md", tmp_path / "long.md"
    put_news_tables(short, "news-read", scores)
    assert "left open" not in short.read_text(encoding="utf-8")
    places = ("news-read", "news-read-sources")
    long.write_text("".join(f"<!-- {name} -->\n<!-- /{name} -->\n" for name in places), encoding="utf-8")
    put_news_tables(long, "news-read", scores)
    assert "statements found" in long.read_text(encoding="utf-8")
    assert "left open" in long.read_text(encoding="utf-8")
