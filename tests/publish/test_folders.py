"""No folder of the operator is published."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from attrib.publish.folders import without_folders
from attrib.publish.published import build
from attrib.records import Issue
from attrib.store.write import open_database, write_annotation
from tests import articles


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("/home/anna/texte/a.txt: is cut off", "a.txt: is cut off"),
        ("/srv/x y/b.html: empty", "b.html: empty"),
        (r"C:\Users\anna\a.txt: is cut off", "a.txt: is cut off"),
        ("https://a.example/b/c.html was moved", "https://a.example/b/c.html was moved"),
        ("und/oder am 10/22/2024, 3/4", "und/oder am 10/22/2024, 3/4"),
        ("/robots.txt forbids", "/robots.txt forbids"),
        ("a file (/tmp/x/y.pdf, page 3)", "a file (y.pdf, page 3)"),
    ],
)
def test_folders_are_taken_out(message: str, expected: str) -> None:
    """And nothing that only looks like one."""
    assert without_folders(message) == expected


def test_published_issues_name_no_folder(tmp_path: Path) -> None:
    """Of any column of any table."""
    db = open_database(tmp_path / "w.db", create=True)
    article = articles.all_articles()[0]
    issue = Issue(document=article.document.id, stage="read", kind="excerpt", message="/home/anna/a.txt: is cut off")
    write_annotation(db, article.model_copy(update={"issues": (issue,)}))
    db.close()
    with closing(sqlite3.connect(build(tmp_path / "w.db", tmp_path / "dist").database)) as published:
        assert published.execute("SELECT message FROM issues").fetchall() == [("a.txt: is cut off",)]
        assert "/home/anna" not in "\n".join(published.iterdump())
