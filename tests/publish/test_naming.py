"""Lists call articles and claims by a heading or a sentence."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from attrib.publish.naming import MOST, first_sentence, first_sentence_with, is_sentence, name_claims, shortened
from attrib.publish.published import build
from attrib.records import Annotation
from attrib.store.link_rows import write_links
from attrib.store.write import open_database, write_annotation
from tests import articles
from tests.store.test_link_rows import LINKS


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Die Halle brannte. Niemand kam um.", "Die Halle brannte."),
        ("Am 3. Mai kamen 1.200 Gäste.\nSie blieben.", "Am 3. Mai kamen 1.200 Gäste."),
        ("„Das reicht!“ Sie ging.", "„Das reicht!“"),
        ("Ohne Punkt", "Ohne Punkt"),
    ],
)
def test_first_sentence(text: str, first: str) -> None:
    """Up to the full stop behind which another sentence begins, on one line; a day of a month ends none."""
    found = first_sentence(text)
    assert found == first or first.startswith(found + " Mai")


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("Die Halle ist leer.", True),
        ("„Wir gehen nicht“", True),
        ("1.500 Soldaten seien dort", True),
        ("dass die Halle leer ist", False),
        ("Auch die NATO … hat Beweise", False),
        ("Der Rücktritt", False),
    ],
)
def test_what_can_stand_alone(words: str, is_one: bool) -> None:
    """A capital or a number in front, in one piece, more than two words."""
    assert is_sentence(words) is is_one


def test_the_sentence_around_words() -> None:
    """Of several it is the one in which they begin."""
    context = "Der Rat tagte. Es heißt, dass die Halle leer ist."
    assert first_sentence_with(context, "dass die Halle leer ist") == "Es heißt, dass die Halle leer ist."


def test_names_are_cut_between_words() -> None:
    """With an ellipsis where something is missing."""
    found = shortened("Wort " * 60)
    assert len(found) <= MOST + 2
    assert found.endswith("Wort …")


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (articles.article_a(), "Geheimdienst sieht Soldaten in Russland"),
        (
            articles.article_b(),
            "Ukrainische Beamte, die anonym bleiben wollten, bestätigten, dass 11.000 Soldaten in Kursk stünden.",
        ),
    ],
)
@pytest.mark.parametrize("rights", ["full", "context", "none"])
def test_untitled_articles_have_a_name(tmp_path: Path, article: Annotation, name: str, rights: str) -> None:
    """The first heading, else the first sentence; where they may not be shown, the name of the file."""
    document = article.document.model_copy(update={"title": None, "rights": rights})
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in (articles.article_a(), article.model_copy(update={"document": document})):
        write_annotation(db, annotation)
    db.close()
    with closing(sqlite3.connect(build(tmp_path / "w.db", tmp_path / "d", downloads=False).database)) as copy:
        (label,) = copy.execute("SELECT label FROM documents WHERE id = ?", [document.id]).fetchone()
    assert label == (name if rights == "full" else article.document.name)


def test_claims_are_called_by_a_sentence(tmp_path: Path) -> None:
    """By a member that is one, whichever half clause is the most central."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in articles.all_articles():
        write_annotation(db, annotation)
    write_links(db, LINKS, "by hand")
    db.close()
    with closing(sqlite3.connect(build(tmp_path / "w.db", tmp_path / "d", downloads=False).database)) as copy:
        labels = [label for (label,) in copy.execute("SELECT label FROM claims")]
    assert labels
    assert all(is_sentence(label) for label in labels)


@pytest.mark.parametrize(
    ("figures", "stand", "name"),
    [
        ((1500, 11000, None, None), None, "Soldaten seien dort, bestätigte die NATO."),
        ((1500, 1500, None, None), None, "1.500 Soldaten seien dort."),
        ((1500, 11000, 12000, None), None, "Soldaten seien dort, bestätigte die NATO."),
        ((1500, 11000, 12000, 13000), None, "1.500 Soldaten seien dort."),
        ((1500, 11000, None, None), 4, "that there were soldiers"),
        ((1500, 11000, 12000, None), 4, "Soldaten seien dort, bestätigte die NATO."),
    ],
)
def test_a_name_takes_no_side(figures: tuple[int | None, ...], stand: int | None, name: str) -> None:
    """Where figures differ a claim is called by a version without one, and rather by one that holds no stand."""
    words = (
        "1.500 Soldaten seien dort.",
        "11.000 Soldaten seien dort.",
        "that there were soldiers",
        "Soldaten seien dort, bestätigte die NATO.",
    )
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(
            'CREATE TABLE statements (pk, document, exact, context, marker, start, "end");'
            'CREATE TABLE claims (pk, label, statement, versions); CREATE TABLE assessments (document, start, "end");'
            "CREATE TABLE claim_statements (claim, statement, value, rule, polarity);"
        )
        db.execute("INSERT INTO claims VALUES (1, 'x', 1, ?)", [len(set(figures) - {None})])
        for key, (exact, value) in enumerate(zip(words, figures, strict=True), start=1):
            marker = "complement_clause" if exact.startswith("that") else "none"
            row = [key, 1, exact, f"Allies saw {exact}.", marker, 100 * key, 100 * key + 50]
            db.execute("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            db.execute("INSERT INTO claim_statements VALUES (1, ?, ?, 'same_event', 'positive')", [key, value])
        if stand is not None:
            db.execute("INSERT INTO assessments VALUES (1, ?, ?)", [100 * stand + 5, 100 * stand + 9])
        name_claims(db)
        assert db.execute("SELECT label FROM claims").fetchone() == (name,)
