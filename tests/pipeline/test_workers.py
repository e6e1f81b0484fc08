"""Several processes come to what one comes to, whatever happens to them."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from attrib.errors import ModelError, ResourceError, WorkerError
from attrib.intake.finding import find_files
from attrib.intake.intake import Intake, take_in
from attrib.pipeline.batch import Annotates
from attrib.pipeline.run import AT_ONCE, Outcome, annotate_articles
from attrib.pipeline.workers import Workers
from attrib.records import Document
from attrib.store.write import open_database
from bench.kills import rows
from tests.annotator import GERMAN, FakeAnnotator
from tests.pipeline.annotators import Modelless, Mortal, stillborn, threads_annotator

ROOT = Path(__file__).parents[2]
DOCUMENT = Document(id="d", name="d.txt", text=GERMAN)


class Run(NamedTuple):
    """What a run told, and what it wrote."""

    outcomes: list[Outcome]
    rows: dict[str, list[tuple[object, ...]]]

    @property
    def failed(self) -> list[str]:
        """Names of the files that were not annotated."""
        return [Path(each.place).name for each in self.outcomes if each.state == "failed"]


def run(database: Path, folder: Path, make: Callable[[], Annotates], *, jobs: int) -> Run:
    """The articles of a folder, annotated by so many processes."""
    db = open_database(database, create=True)
    articles = take_in(find_files([folder]).entries, language="de")
    try:
        with Workers(make, jobs) if jobs > 1 else nullcontext() as workers:
            here = make() if jobs == 1 else FakeAnnotator()
            found = list(annotate_articles(db, articles, here, started="", annotate_batches=workers))
    finally:
        db.close()
    return Run(found, rows(database))


def fill(folder: Path, words: dict[int, str], *, number: int = 3 * AT_ONCE) -> None:
    """Articles of which some hold a word that stops somebody."""
    folder.mkdir(exist_ok=True)
    for each in range(number):
        (folder / f"{each:02}.txt").write_text(f"{GERMAN} {each} {words.get(each, '')}", encoding="utf-8")


def test_three_processes_write_the_rows_of_one(tmp_path: Path) -> None:
    """Ids, keys, order, issues, links and what is told."""
    texts = tmp_path / "texts"
    fill(texts, {3: "KAPUTT", 30: "KAPUTT"}, number=5 * AT_ONCE)
    (texts / "07.txt").write_text("", encoding="utf-8")
    (texts / "60.txt").write_bytes((texts / "01.txt").read_bytes())
    one = run(tmp_path / "one.db", texts, FakeAnnotator, jobs=1)
    three = run(tmp_path / "three.db", texts, FakeAnnotator, jobs=3)
    assert Counter(each.state for each in one.outcomes) == {"annotated": 76, "failed": 3, "duplicate": 1}
    assert three == one


def test_what_a_killed_process_had_is_done_again(tmp_path: Path) -> None:
    """Nothing is lost, nothing stands there twice, and nobody hears of it."""
    texts, marker = tmp_path / "texts", tmp_path / "marker"
    fill(texts, {5: "EINMAL", 20: "KAPUTT"})
    two = run(tmp_path / "two.db", texts, partial(Mortal, marker), jobs=2)
    assert marker.exists()
    assert two.failed == ["20.txt"]
    assert two == run(tmp_path / "one.db", texts, FakeAnnotator, jobs=1)


def test_a_document_that_kills_every_process_is_found(tmp_path: Path) -> None:
    """It becomes an issue; those beside it are annotated."""
    texts = tmp_path / "texts"
    fill(texts, {1: "SCHWER"}, number=2)
    found = run(tmp_path / "x.db", texts, partial(Mortal, tmp_path / "marker"), jobs=2)
    assert found.failed == ["01.txt"]
    (issue,) = (each.issue for each in found.outcomes if each.issue is not None)
    assert "ended twice over it" in issue.message
    assert len(found.rows["documents"]) == 1


def test_no_documents_need_no_process() -> None:
    """Batches in which nothing changed come back at once."""
    with Workers(FakeAnnotator, 2) as workers:
        assert list(workers([("a", []), ("b", [])])) == [("a", []), ("b", [])]
        assert workers.pids == []


def test_no_more_processes_than_batches() -> None:
    """Models are loaded only where there is something to do."""
    with Workers(FakeAnnotator, 8) as workers:
        ((key, (found,)),) = workers([("a", [DOCUMENT])])
        assert key == "a"
        assert found == next(FakeAnnotator().annotate_documents([DOCUMENT]))
        assert len(workers.pids) == 1
    assert workers.pids == []


@pytest.mark.parametrize(("make", "told"), [(Modelless, "damaged"), (threads_annotator, "^1$")])
def test_what_concerns_all_documents_ends_the_run(
    make: Callable[[], Annotates], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Models that cannot be loaded, before or with the first document; each process has one thread, whatever is set."""
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    with Workers(make, 1) as workers, pytest.raises(ModelError, match=told):
        list(workers([("a", [DOCUMENT])]))
    assert os.environ["OMP_NUM_THREADS"] == "3"


def test_processes_that_never_start_are_told() -> None:
    """After a few attempts, with what to do."""
    with Workers(stillborn, 1) as workers, pytest.raises(WorkerError, match=r"-9.*--jobs 1"):
        list(workers([("a", [DOCUMENT])]))


def test_an_error_in_reading_waits_for_what_was_read(tmp_path: Path) -> None:
    """As with one process: what stands before it is written."""

    def articles() -> Iterator[Intake]:
        for number in range(AT_ONCE):
            yield Intake(f"{number}.txt", DOCUMENT.model_copy(update={"id": f"d{number}", "text": f"Text {number}."}))
        raise ResourceError("documents.yml is no YAML.")

    db = open_database(tmp_path / "x.db", create=True)
    with Workers(FakeAnnotator, 2) as workers, pytest.raises(ResourceError):
        list(annotate_articles(db, articles(), FakeAnnotator(), started="", annotate_batches=workers))
    assert db.table("documents").count == AT_ONCE
    db.close()


# -- a process of its own with processes of its own ------------------------------------------------------------------

MANY = 20 * AT_ONCE
COMMAND = """
import attrib.pipeline.annotate as annotate
from attrib.cli import main
from tests.pipeline.annotators import slow_annotator
annotate.make_annotator = annotate.loaded_annotator = slow_annotator
if __name__ == "__main__":
    main()
"""
ENDLESS = """
from itertools import repeat
from attrib.pipeline.workers import Workers
from attrib.records import Document
from tests.pipeline.annotators import slow_annotator
if __name__ == "__main__":
    with Workers(slow_annotator, 2) as workers:
        for _ in workers(repeat(("key", [Document(id="d", name="d.txt", text="Text.")]))):
            print(*workers.pids, flush=True)
"""


@contextmanager
def started(program: str, *words: str | Path) -> Iterator["subprocess.Popen[str]"]:
    """A program in a group of processes of its own, as on a terminal; it is killed at the end."""
    with subprocess.Popen(
        [sys.executable, "-c", program, *map(str, words)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def written(database: Path) -> int:
    """How many documents a database holds; none if it is not there yet, or has no tables yet."""
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def wait_until(is_so: Callable[[], bool]) -> None:
    """A minute at most."""
    last = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < last, "nothing happened for a minute"
        time.sleep(0.05)


def members(group: int) -> list[int]:
    """The processes of a group that live."""
    found = subprocess.run(["ps", "-A", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True).stdout
    lines = (line.split() for line in found.splitlines())
    return [int(pid) for pid, of, state in lines if int(of) == group and not state.startswith("Z")]


def test_ctrl_c_ends_after_the_documents_at_hand(tmp_path: Path) -> None:
    """Every process of the group hears it: no traceback, no process left, whole batches written."""
    texts, database = tmp_path / "texts", tmp_path / "x.db"
    fill(texts, {}, number=MANY)
    with started(COMMAND, "annotate", texts, "--db", database, "--jobs", "2") as process:
        wait_until(lambda: written(database) > 0)
        os.killpg(process.pid, signal.SIGINT)
        told, problems = process.communicate(timeout=60)
    assert process.returncode == 1, problems
    assert "the rest waits for the next run" in told
    assert "Stopping after the documents at hand" in problems
    assert "Traceback" not in problems
    wait_until(
        lambda: members(process.pid) == []
    )  # multiprocessing's resource tracker sees a little later that we ended
    assert 0 < written(database) < MANY
    assert written(database) % AT_ONCE == 0


def test_no_process_outlives_the_one_that_started_it() -> None:
    """Not even if that is killed."""
    with started(ENDLESS) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip()
        assert len(members(process.pid)) >= 2
    wait_until(lambda: members(process.pid) == [])
