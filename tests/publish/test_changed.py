"""What changed between two builds is told by numbers of the new one, and nothing of what had to go."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from attrib.errors import DatabaseError
from attrib.publish.published import build
from attrib.review.correction.corrected import Judge
from attrib.review.judging import corrected, rejected, standing, write_down
from attrib.site.serve import site
from attrib.store.write import open_database, write_annotation
from tests import articles
from tests.site.conftest import end

JUDGE = Judge(by="A. Reader", on="2024-11-05")


def changed(folder: Path) -> dict[str, Any]:
    """What stands beside the published database."""
    found: dict[str, Any] = json.loads((folder / "changed.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build of two articles, over it one of three: one statement corrected, one rejected."""
    path, out = tmp_path / "w.db", tmp_path / "dist"
    first, *others = articles.all_articles()
    with closing(open_database(path, create=True)) as db:
        for annotation in (first, others[0]):
            write_annotation(db, annotation)
    build(path, out, downloads=False)
    with closing(open_database(path)) as db:
        write_annotation(db, others[1])
        told = corrected(standing(db, "a-worry"), {"sources": '["nis"]', "type": "reported"}, JUDGE, db=db)
        write_down(db, told)
        write_down(db, rejected(standing(db, "a-author"), JUDGE))
    build(path, out, downloads=False, previous=out)
    return out


def test_what_is_new_gone_and_changed_is_told(folder: Path) -> None:
    """With the value before and after, by the numbers that rows have now."""
    found = changed(folder)
    with closing(sqlite3.connect(folder / "attrib.db")) as copy:
        key = copy.execute("SELECT pk FROM statements WHERE id = 'a-worry'").fetchone()[0]
    assert (found["documents"]["new"], found["documents"]["gone"], found["gone"]) == (1, 0, 1)
    assert found["new"]["number"] == len(found["new"]["rows"]) > 0
    assert found["source"] == {"number": 1, "rows": [[key, "lloyd-austin", "nis"]]}
    assert found["type"] == {"number": 1, "rows": [[key, "indirect", "reported"]]}


def test_without_an_earlier_copy_nothing_is_told(folder: Path, tmp_path: Path) -> None:
    """And what an earlier build told is gone; the same build twice changes nothing."""
    build(tmp_path / "w.db", folder, downloads=False, previous=folder)
    found = changed(folder)
    assert {found[name]["number"] for name in ("new", "status", "source", "type")} == {0}
    build(tmp_path / "w.db", folder, downloads=False)
    assert not (folder / "changed.json").exists()
    with pytest.raises(DatabaseError, match="no published copy to compare with"):
        build(tmp_path / "w.db", folder, downloads=False, previous=tmp_path)


def test_words_that_had_to_go_are_not_told(tmp_path: Path) -> None:
    """Neither the words nor the names of the earlier copy are in the file."""
    path, out = tmp_path / "w.db", tmp_path / "dist"
    with closing(open_database(path, create=True)) as db:
        for annotation in articles.all_articles():
            write_annotation(db, annotation)
    build(path, out, downloads=False)
    (tmp_path / "erase.txt").write_text("Dmitri Peskow\n", encoding="utf-8")
    build(path, out, downloads=False, previous=out)
    assert "peskow" not in (out / "changed.json").read_text(encoding="utf-8").casefold()


async def test_the_page_shows_it(folder: Path) -> None:
    """With the statements in their sentences; a file that belongs to another database is not believed."""
    datasette = site(folder)
    text = (await datasette.client.get("/changed")).text
    assert "besorgniserregende Entwicklung" in text
    assert (await datasette.client.get("/changed.json")).json()["gone"] == 1
    end(datasette)
    content = changed(folder)
    (folder / "changed.json").write_text(json.dumps({**content, "database": "another"}), encoding="utf-8")
    datasette = site(folder)
    assert "Nobody compared" in (await datasette.client.get("/changed")).text
    assert (await datasette.client.get("/changed.json")).status_code == 404
    end(datasette)
