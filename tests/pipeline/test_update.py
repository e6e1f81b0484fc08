"""What happens to a database when attrib, its lists or its models are updated: everything again, and nothing lost."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attrib import open_database
from attrib.cli import main
from attrib.pipeline.annotate import make_annotator
from attrib.records import Annotation, Document, Judgement, Span
from attrib.store.judgement_rows import corrections, write_judgements
from attrib.store.link import link_database
from attrib.store.write import outdated, read_annotations
from tests.annotator import GERMAN, FakeAnnotator

EARLIER = "0.1.0-3-f2b528707b27-016e1567f2f4-7210047d39efa39b"
"""A version as attrib 0.1 wrote it: a number counted by hand among the hashes."""
NAMES = [f"{number:02}.txt" for number in range(20)]
TOLD = "were annotated with other rules, lists or models"


class Shorter(FakeAnnotator):
    """A later version that leaves off the last words, so that every statement has other words and another id."""

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """One statement a document."""
        for found in super().annotate_documents(documents):
            (whole,) = found.statements
            part = Span(0, whole.spans[0].end - 10)
            other = whole.model_copy(
                update={"id": f"n-{found.document.id}", "spans": (part,), "exact": found.document.text[:-10]}
            )
            yield found.model_copy(update={"statements": (other,)})


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of twenty articles that an earlier version annotated into attrib.db, and from then on another one."""
    (tmp_path / "articles").mkdir()
    for name in NAMES:
        (tmp_path / "articles" / name).write_text(f"{GERMAN} {name}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runs_now(monkeypatch, FakeAnnotator(version=EARLIER))
    assert run("annotate", "articles").exit_code == 0
    runs_now(monkeypatch, FakeAnnotator(version="later"))
    return tmp_path


def runs_now(monkeypatch: pytest.MonkeyPatch, annotator: FakeAnnotator) -> FakeAnnotator:
    """From now on this is the annotator."""
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: annotator)
    return annotator


def run(*words: str) -> Result:
    """Run `attrib` with these words."""
    return CliRunner().invoke(main, list(words))


def rows(sql: str) -> list[tuple[object, ...]]:
    """What a query of the database says."""
    connection = sqlite3.connect("attrib.db")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def annotations() -> list[Annotation]:
    """All that is stored."""
    db = open_database(Path("attrib.db"))
    try:
        return list(read_annotations(db))
    finally:
        db.close()


def query_of_the_docs() -> str:
    """By which docs/scaling.md counts the documents of each version."""
    page = (Path(__file__).parents[2] / "docs" / "scaling.md").read_text(encoding="utf-8")
    found = re.search(r"```sql\n(.*?)```", page, re.DOTALL)
    assert found is not None
    return found.group(1)


def stale(version: str = "later") -> int:
    """How many documents wait for this version."""
    db = open_database(Path("attrib.db"))
    try:
        return outdated(db, version)
    finally:
        db.close()


@pytest.mark.usefixtures("home")
def test_every_document_is_annotated_again_once() -> None:
    """The run says so before it begins; the next one has nothing to do and says nothing."""
    first = run("annotate", "articles")
    assert f"20 documents in attrib.db {TOLD}" in first.stderr
    assert "20 documents annotated" in first.stdout
    assert (len(rows("SELECT pk FROM documents")), stale()) == (20, 0)
    second = run("annotate", "articles")
    assert (second.stdout, second.stderr) == ("nothing to do: 20 documents unchanged\n", "")


@pytest.mark.usefixtures("home")
def test_what_is_not_read_stays_as_it_is() -> None:
    """And is named again by the next run; who wants no notes gets none."""
    one = run("annotate", "articles/00.txt")
    assert "20 documents in attrib.db" in one.stderr
    assert "1 document annotated" in one.stdout
    assert (len(rows("SELECT pk FROM documents")), stale()) == (20, 19)
    assert dict(rows(query_of_the_docs())) == {EARLIER: 19, "later": 1}
    assert "19 documents in attrib.db" in run("annotate", "articles/00.txt").stderr
    assert run("annotate", "articles/00.txt", "--quiet").stderr == ""


@pytest.mark.usefixtures("home")
def test_an_update_that_is_interrupted_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done is not done again, and rows of both versions stand side by side until then."""
    annotator = runs_now(monkeypatch, FakeAnnotator(version="later"))
    text = Path("articles/03.txt").read_text(encoding="utf-8")
    Path("articles/03.txt").write_text("", encoding="utf-8")
    assert run("annotate", "articles", "--max-errors", "1").exit_code == 3
    assert (annotator.seen, stale()) == ([name for name in NAMES[:16] if name != "03.txt"], 5)
    Path("articles/03.txt").write_text(text, encoding="utf-8")
    assert "5 documents annotated, 15 unchanged" in run("annotate", "articles").stdout
    assert (len(annotator.seen), stale()) == (20, 0)


@pytest.mark.usefixtures("home")
def test_earlier_rows_can_be_read_before() -> None:
    """By Python, as exports and as a published copy: nothing has to be annotated for it."""
    assert len(annotations()) == 20
    assert run("export", "attrib.db", "--format", "jsonl", "--out", "data").exit_code == 0
    assert run("build", "attrib.db", "--out", "dist").exit_code == 0
    assert stale() == 20


@pytest.mark.usefixtures("home")
def test_the_same_statements_keep_their_rows() -> None:
    """Where the new version finds what the earlier one found, nothing differs but the version."""
    tables = ("documents", "statements", "statement_sources", "sources", "spans", "claims", "copies")
    before = [rows(f"SELECT * FROM {table}") for table in tables]
    run("annotate", "articles")
    assert [rows(f"SELECT * FROM {table}") for table in tables] == before
    assert rows("SELECT DISTINCT substr(version, 1, 5) FROM runs") == [("later",)]
    assert rows("SELECT count(*) FROM superseded") == [(0,)]


def judge(document: str) -> None:
    """Somebody corrects the statement of a document."""
    db = open_database(Path("attrib.db"))
    (statement,) = (s for each in read_annotations(db) for s in each.statements if s.document == document)
    found = Judgement(
        document=document, statement=statement.id, spans=statement.spans, field="polarity", old="positive",
        new="negative", judged_by="A. Reader", judged_on="2024-11-05",
    )  # fmt: skip
    with db.atomic():
        write_judgements(db, [found])
    db.close()


def corrected() -> list[str]:
    """The statements for which a correction holds."""
    db = open_database(Path("attrib.db"))
    try:
        return list(corrections(db))
    finally:
        db.close()


@pytest.mark.usefixtures("home")
def test_corrections_stay_with_their_statements() -> None:
    """Without a word, where the statement is the same."""
    document = annotations()[0].document.id
    judge(document)
    again = run("annotate", "articles")
    assert (again.exit_code, "Judgement" in again.stderr) == (0, False)
    assert corrected() == [f"s-{document}"]


@pytest.mark.usefixtures("home")
def test_ids_and_corrections_lead_to_what_took_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever cited a statement is led to the new one; corrections go along, and those to look at are named."""
    documents = [each.document.id for each in annotations()]
    judge(documents[0])
    runs_now(monkeypatch, Shorter(version="later"))
    again = run("annotate", "articles")
    led = rows("SELECT x.id, s.id FROM superseded x JOIN statements s ON s.pk = x.statement ORDER BY 1")
    assert led == sorted((f"s-{document}", f"n-{document}") for document in documents)
    assert corrected() == [f"n-{documents[0]}"]
    assert again.stderr.count("Judgement: ") == 1
    assert rows("SELECT kind FROM issues") == [("judgement_moved",)]


@pytest.mark.usefixtures("home")
def test_other_rules_of_comparing_annotate_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The documents that are stored are compared anew, by the next run, whatever that run reads."""
    annotator = runs_now(monkeypatch, FakeAnnotator(version=EARLIER))
    monkeypatch.setattr("attrib.store.link.linking_version", lambda: "other")
    assert "nothing to do" in run("annotate", "articles/00.txt").stdout
    assert annotator.seen == []
    assert rows("SELECT version, documents FROM linking") == [("other", 20)]
    db = open_database(Path("attrib.db"))
    assert not link_database(db)
    db.close()


@pytest.mark.usefixtures("home")
def test_what_was_written_by_hand_waits_too() -> None:
    """A document without a run is one of which nobody knows the version."""
    db = open_database(Path("attrib.db"))
    db.execute("DELETE FROM document_runs")
    assert outdated(db, EARLIER) == 20
    db.close()


def test_no_version_is_the_beginning_of_another(home: Path) -> None:
    """What is compared are whole hashes."""
    assert (stale(EARLIER), stale(EARLIER[:-1]), stale(make_annotator().version)) == (0, 20, 20)
    assert home.is_dir()
