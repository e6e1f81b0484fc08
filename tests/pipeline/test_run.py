"""Articles reach the database whatever happens to the ones beside them, and to the program."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import sqlite_utils
from click.testing import CliRunner, Result

from attrib.cli import main
from attrib.errors import DatabaseError
from attrib.intake.documents_yml import FILE_NAME
from attrib.intake.finding import STDIN, Entry, find_files
from attrib.intake.intake import take_in
from attrib.pipeline.run import Outcome, annotate_articles
from attrib.records import Annotation, Document, Judgement, Span
from attrib.store.judgement_rows import corrections, write_judgements
from attrib.store.locking import only_writer
from attrib.store.write import open_database
from tests.annotator import GERMAN, FakeAnnotator


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite_utils.Database]:
    """An empty working database."""
    database = open_database(tmp_path / "attrib.db", create=True)
    yield database
    database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for articles."""
    path = tmp_path / "articles"
    path.mkdir()
    return path


def fill(folder: Path, texts: dict[str, str]) -> None:
    """Files of these names and texts."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def annotated(db: sqlite_utils.Database, folder: Path, annotator: FakeAnnotator | None = None) -> list[Outcome]:
    """What became of the articles in a folder."""
    taken = take_in(find_files([folder]).entries, language="de")
    return list(annotate_articles(db, taken, annotator or FakeAnnotator(), started="now"))


def states(outcomes: Iterable[Outcome]) -> dict[str, str]:
    """The state of each article by file name."""
    return {Path(outcome.place).name: outcome.state for outcome in outcomes}


class Counting(FakeAnnotator):
    """Counts how often it is asked."""

    calls = 0

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """All or, with a broken text among them, nothing."""
        self.calls += 1
        return iter(list(super().annotate_documents(documents)))


def test_a_failing_batch_is_halved(db: sqlite_utils.Database, folder: Path) -> None:
    """One bad document among sixteen costs a handful of calls, not seventeen, and only itself."""
    fill(folder, {f"{number:02}.txt": f"{GERMAN} {number}" for number in range(16)})
    fill(folder, {"05.txt": GERMAN + "KAPUTT"})
    annotator = Counting()
    found = states(annotated(db, folder, annotator))
    assert [name for name, state in found.items() if state == "failed"] == ["05.txt"]
    assert db.table("documents").count == 15
    assert annotator.calls == 9
    (issue,) = db.query("SELECT stage, kind, message FROM issues")
    assert (issue["stage"], issue["kind"], "05.txt" in issue["message"]) == ("parse", "failed", True)


def test_several_bad_documents(db: sqlite_utils.Database, folder: Path) -> None:
    """Each is found."""
    bad = {3, 4, 15}
    fill(folder, {f"{n:02}.txt": f"{GERMAN} {n}" + "KAPUTT" * (n in bad) for n in range(16)})
    found = states(annotated(db, folder))
    assert {int(name[:2]) for name, state in found.items() if state == "failed"} == bad


def test_a_broken_document_is_tried_again_next_time(db: sqlite_utils.Database, folder: Path) -> None:
    """And its issue goes once it works."""
    fill(folder, {"a.txt": GERMAN + "KAPUTT"})
    annotated(db, folder)
    fill(folder, {"a.txt": GERMAN})
    assert states(annotated(db, folder)) == {"a.txt": "annotated"}
    assert db.table("issues").count == 0


# -- duplicates -----------------------------------------------------------------------------------------------------


def test_the_same_article_twice_is_one_document(db: sqlite_utils.Database, folder: Path) -> None:
    """In one run and in the next, with a note that names the first."""
    fill(folder, {"a.txt": GERMAN, "b.txt": GERMAN})
    assert states(annotated(db, folder)) == {"a.txt": "annotated", "b.txt": "duplicate"}
    assert states(annotated(db, folder)) == {"a.txt": "unchanged", "b.txt": "duplicate"}
    assert db.table("documents").count == 1
    (issue,) = db.query("SELECT kind, path, message FROM issues")
    assert issue["kind"] == "duplicate"
    assert issue["path"].endswith("b.txt")
    assert "a.txt" in issue["message"]


def test_a_duplicate_of_what_is_stored(db: sqlite_utils.Database, folder: Path) -> None:
    """The second file may come a month later."""
    fill(folder, {"b.txt": GERMAN})
    annotated(db, folder)
    fill(folder, {"a.txt": GERMAN})
    assert states(annotated(db, folder)) == {"a.txt": "duplicate", "b.txt": "unchanged"}


def test_one_address_twice_is_one_document(db: sqlite_utils.Database, folder: Path) -> None:
    """Under whatever file names."""
    fill(folder, dict.fromkeys(("a.txt", "b.txt"), f"---\npublisher: Bote\n---\n{GERMAN}"))
    assert states(annotated(db, folder)) == {"a.txt": "annotated", "b.txt": "duplicate"}


def test_one_text_at_two_outlets_is_two_documents(db: sqlite_utils.Database, folder: Path) -> None:
    """Who printed it matters; the one is linked as a copy of the other."""
    fill(folder, {"a.txt": GERMAN, "b.txt": GERMAN})
    (folder / FILE_NAME).write_text("a.txt:\n  publisher: Bote\nb.txt:\n  publisher: Kurier\n", encoding="utf-8")
    assert states(annotated(db, folder)) == {"a.txt": "annotated", "b.txt": "annotated"}
    (copy,) = db.query(
        "SELECT d.name AS copy, o.name AS original FROM copies c JOIN documents d ON d.pk = c.document "
        "JOIN documents o ON o.pk = c.original"
    )
    assert {copy["copy"], copy["original"]} == {"a.txt", "b.txt"}


# -- notes ----------------------------------------------------------------------------------------------------------


def test_notes_are_kept_with_the_document(db: sqlite_utils.Database, folder: Path) -> None:
    """What was noticed on the way belongs to the article that was annotated all the same."""
    (folder / "a.txt").write_bytes((GERMAN + "Größe, Straße.").encode("cp1252"))
    assert states(annotated(db, folder)) == {"a.txt": "annotated"}
    (issue,) = db.query("SELECT i.kind, d.name FROM issues i JOIN documents d ON d.pk = i.document")
    assert (issue["kind"], issue["name"]) == ("encoding", "a.txt")


# -- one writer -----------------------------------------------------------------------------------------------------


def run(*words: str | Path) -> Result:
    """Run `attrib` with these words."""
    return CliRunner().invoke(main, [str(word) for word in words])


HOLD = "import sys; from pathlib import Path; from attrib.store.locking import only_writer\n"
HOLD += "with only_writer(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


@pytest.mark.usefixtures("fake")
def test_a_second_annotator_is_told_to_wait(tmp_path: Path, folder: Path) -> None:
    """While another process writes, nothing is touched; when it was killed, the way is free."""
    fill(folder, {"a.txt": GERMAN})
    database = tmp_path / "x.db"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        result = run("annotate", folder, "--db", database)
        assert result.exit_code == 2
        assert "another `attrib annotate` is writing" in result.stderr
        assert not database.exists()
        holder.kill()
    assert run("annotate", folder, "--db", database).exit_code == 0


def test_the_lock_is_let_go(tmp_path: Path) -> None:
    """Also after an error."""
    with pytest.raises(ZeroDivisionError), only_writer(tmp_path / "x.db"):
        raise ZeroDivisionError
    with only_writer(tmp_path / "x.db"):
        pass


@pytest.mark.usefixtures("fake")
def test_max_errors_stops_after_the_batch(tmp_path: Path, folder: Path) -> None:
    """What was good is stored, and the exit code says that some failed."""
    fill(folder, {f"{n:02}.txt": f"{GERMAN} {n}" + "KAPUTT" * (n < 3) for n in range(40)})
    result = run("annotate", folder, "--db", tmp_path / "x.db", "--max-errors", "2")
    assert result.exit_code == 3
    assert "13 documents annotated, 3 failed, the rest waits for the next run" in result.stdout
    assert "all right" not in result.stdout


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize("word", ["text", "=b", "nothing=b", "text="])
def test_a_wrong_column_is_told(folder: Path, word: str) -> None:
    """With the fields that there are."""
    result = run("annotate", folder, "--column", word)
    assert result.exit_code == 2
    assert "publisher" in result.stderr


@pytest.mark.usefixtures("fake")
def test_standard_input(tmp_path: Path) -> None:
    """Is an article, or a file of articles if its format is named."""
    command = ["annotate", "-", "--db", str(tmp_path / "x.db")]
    assert CliRunner().invoke(main, command, input=GERMAN).exit_code == 0
    rows = '{"body": "Der Pass ist offen."}\n{"body": "Der Pass ist zu."}\n'
    result = CliRunner().invoke(main, [*command, "--format", "jsonl", "--column", "text=body"], input=rows)
    assert "2 documents annotated" in result.stdout
    names = sqlite3.connect(tmp_path / "x.db").execute("SELECT name FROM documents ORDER BY pk").fetchall()
    assert names == [("stdin",), ("stdin:1",), ("stdin:2",)]


@pytest.mark.usefixtures("fake")
def test_a_closed_standard_input_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service may have none."""
    monkeypatch.setattr("attrib.intake.intake.sys.stdin", None)
    db = open_database(tmp_path / "x.db", create=True)
    (outcome,) = annotate_articles(db, take_in([Entry(STDIN)], language="de"), FakeAnnotator(), started="")
    assert outcome.issue is not None
    assert "standard input is closed" in outcome.issue.message
    db.close()


# -- a place that cannot be written ---------------------------------------------------------------------------------


def test_a_full_disk_ends_the_run_and_spoils_nothing(db: sqlite_utils.Database, folder: Path) -> None:
    """What was written stays whole, and with more room the run goes on to the end."""
    fill(folder, {"first.txt": GERMAN})
    annotated(db, folder)  # the registry, which takes more room than the articles
    fill(folder, {f"{n:02}.txt": f"{GERMAN * 40} {n}" for n in range(40)})
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 40}")
    with pytest.raises(DatabaseError, match=r"full.*Make room"):
        annotated(db, folder)
    before = db.table("documents").count - 1
    assert 0 < before < 40
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.execute("PRAGMA max_page_count = 1073741823")
    assert list(states(annotated(db, folder)).values()).count("annotated") == 40 - before
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def unwritable(folder: Path) -> None:
    """Make a folder one that cannot be written to, or skip the test where that is not possible."""
    if os.geteuid() == 0:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(folder)], capture_output=True, check=False
        )
        if mounted.returncode != 0:
            pytest.skip("root may write everywhere here")
    else:
        folder.chmod(0o500)


@pytest.mark.usefixtures("fake")
@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions work differently here")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, folder: Path) -> None:
    """In a sentence, with exit code 2, before anything is parsed."""
    fill(folder, {"a.txt": GERMAN})
    closed = tmp_path / "closed"
    closed.mkdir()
    unwritable(closed)
    try:
        result = run("annotate", folder, "--db", closed / "x.db")
    finally:
        subprocess.run(["umount", str(closed)], capture_output=True, check=False)
        closed.chmod(0o700)
    assert result.exit_code == 2
    assert "cannot be written to" in result.stderr


def judged(db: sqlite_utils.Database, document: str) -> None:
    """Somebody corrected the statement of a document."""
    text = db.execute("SELECT text FROM documents WHERE id = ?", [document]).fetchone()[0]
    found = Judgement(
        document=document, statement=f"s-{document}", spans=(Span(0, len(text)),), field="polarity", old="positive",
        new="negative", judged_by="A. Reader", judged_on="2024-11-05",
    )  # fmt: skip
    with db.atomic():
        write_judgements(db, [found])


class Halving(FakeAnnotator):
    """A later version that finds the second half of each text, under another id."""

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """One statement a document."""
        for found in super().annotate_documents(documents):
            (whole,) = found.statements
            half = Span(whole.spans[0].end // 2, whole.spans[0].end)
            other = whole.model_copy(update={"id": f"h-{found.document.id}", "spans": (half,)})
            yield found.model_copy(update={"statements": (other,)})


def test_a_later_version_keeps_judgements_and_names_what_changed(db: sqlite_utils.Database, folder: Path) -> None:
    """The judgement holds for the statement in its place, and the run says that its words are others."""
    fill(folder, {"a.txt": GERMAN})
    (first,) = annotated(db, folder)
    assert first.annotation is not None
    judged(db, first.annotation.document.id)
    (again,) = annotated(db, folder, FakeAnnotator(version="fake-2"))
    assert (again.state, again.notes) == ("annotated", ())
    (later,) = annotated(db, folder, Halving(version="fake-3"))
    assert [note.kind for note in later.notes] == ["judgement_moved"]
    assert list(corrections(db)) == [f"h-{first.annotation.document.id}"]


def test_judgements_follow_a_document_whose_publisher_becomes_known(db: sqlite_utils.Database, folder: Path) -> None:
    """Its id is another one then, and so are those of its statements."""
    fill(folder, {"a.txt": GERMAN})
    (first,) = annotated(db, folder)
    assert first.annotation is not None
    judged(db, first.annotation.document.id)
    (folder / FILE_NAME).write_text("a.txt:\n  publisher: Bote\n", encoding="utf-8")
    (second,) = annotated(db, folder)
    assert second.annotation is not None
    assert second.annotation.document.id != first.annotation.document.id
    assert (second.notes, list(corrections(db))) == ((), [f"s-{second.annotation.document.id}"])
    assert db.table("documents").count == 1


def test_the_command_names_judgements_to_look_at(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On stderr, and counts them among the issues."""
    fill(folder, {"a.txt": GERMAN})
    arguments = ["annotate", str(folder), "--db", str(tmp_path / "w.db")]
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: FakeAnnotator())
    CliRunner().invoke(main, arguments)
    db = open_database(tmp_path / "w.db")
    judged(db, db.execute("SELECT id FROM documents").fetchone()[0])
    db.close()
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: Halving(version="fake-2"))
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 0
    assert "Judgement: " in told.stderr
    assert "A. Reader corrected polarity" in told.stderr
    assert "1 issue, in the table issues" in told.stdout
