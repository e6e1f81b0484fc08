"""Private persons leave by initials or not at all, and an erase list holds at every build."""

from pathlib import Path
from typing import get_args

import pytest

from attrib.publish.persons import COVER, PrivatePersons, erase_list
from attrib.publish.published import build
from attrib.records import Annotation, Source
from attrib.store.write import open_database, write_annotation
from tests import articles
from tests.publish.test_withholding import cells, contents

WITNESS = Source(id="quirin-zwackel", name="Quirin Zwackel", kind="person", origin="discovered")


def with_witness() -> Annotation:
    """An article in which a man from the street says what the company said, in a text that calls him twice."""
    text = "Quirin Zwackel sah, wie die Halle brannte. Zwackels Nachbar schwieg."
    statement = articles.statement(
        text,
        0,
        "wie die Halle brannte",
        id="w-fire",
        document="doc-w",
        context="Quirin Zwackel sah, wie die Halle brannte.",
        type="indirect",
        marker="complement_clause",
        sources=(articles.stated(WITNESS, "named", "Quirin Zwackel"),),
        speaker=("Quirin Zwackel",),
    )
    article = articles.article_c()
    document = article.document.model_copy(update={"id": "doc-w", "text": text, "title": "Zwackel sah Feuer"})
    part = article.parts[0].model_copy(update={"document": "doc-w", "end": len(text)})
    return article.model_copy(
        update={
            "document": document,
            "parts": (part,),
            "statements": (statement,),
            "sources": (WITNESS,),
            "assessments": (articles.assessment(text, "doc-w", "w-fire", WITNESS, "confirms", "sah"),),
            "issues": (),
            "quantities": (),
            "claim_keys": (),
        }
    )


@pytest.fixture
def working(tmp_path: Path) -> Path:
    """A working database with the witness and two articles with officials."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in (with_witness(), articles.article_a(), articles.article_b()):
        write_annotation(db, annotation)
    db.close()
    return tmp_path / "w.db"


def texts(file: Path) -> str:
    """Everything in the tables, views and indexes."""
    return "\n".join(text for _, text in cells(file))


@pytest.mark.parametrize("policy", [each for each in get_args(PrivatePersons) if each != "keep"])
def test_no_name_of_a_private_person_leaves(working: Path, tmp_path: Path, policy: PrivatePersons) -> None:
    """Neither in a cell nor in an index, an id, a title or a file; those with an office stay."""
    report = build(working, tmp_path / "dist", private_persons=policy)
    assert report.covered == 1
    found = texts(report.database)
    assert "Lloyd Austin" in found
    assert "Zwackel" not in found
    assert "zwackel" not in found
    for path in (tmp_path / "dist").rglob("*"):
        for content in contents(path) if path.is_file() else ():
            assert b"zwackel" not in content.lower(), path


def test_initials_keep_every_place(working: Path, tmp_path: Path) -> None:
    """The statement stands where it stood, and its party has initials for a name."""
    file = build(working, tmp_path / "dist", downloads=False).database
    found = dict(cells(file))
    assert "Q. Z." in texts(file)
    text = next(text for place, text in cells(file) if place == "documents.text" and "Halle" in text)
    covered = f"Q{COVER * 5} Z{COVER * 6} sah, wie die Halle brannte."
    assert text.startswith(covered)
    assert ("statements.exact", "wie die Halle brannte") in set(cells(file))
    assert found


def test_left_out_persons_say_nothing(working: Path, tmp_path: Path) -> None:
    """The statement stays, of a source that is not made out, and nobody confirms it."""
    file = build(working, tmp_path / "dist", downloads=False, private_persons="omit").database
    rows = [text for place, text in cells(file) if place == "attributed.statement"]
    assert "w-fire" not in rows
    assert COVER * 6 in texts(file)


def test_kept_persons_are_as_any_other(working: Path, tmp_path: Path) -> None:
    """Where that is asked for."""
    report = build(working, tmp_path / "dist", downloads=False, private_persons="keep")
    assert report.covered == 0
    assert "Quirin Zwackel" in texts(report.database)


def test_erase_list_survives_annotating_again(working: Path, tmp_path: Path) -> None:
    """Whoever is on it is gone, office or not, though the article comes again."""
    (working.parent / "erase.txt").write_text("# on request\nLloyd Austin\n", encoding="utf-8")
    db = open_database(working)
    write_annotation(db, articles.article_a())
    db.close()
    report = build(working, tmp_path / "dist", private_persons="keep")
    found = texts(report.database)
    assert "Austin" not in found
    assert "austin" not in found
    assert "Dmitri Peskow" in found


def test_erase_list_is_read(tmp_path: Path) -> None:
    """One name a line, without remarks; none is needed."""
    assert erase_list(None, tmp_path / "w.db") == ()
    (tmp_path / "list").write_text("# a\n\n A B \nc\n", encoding="utf-8")
    assert erase_list(tmp_path / "list", tmp_path / "w.db") == ("A B", "c")
