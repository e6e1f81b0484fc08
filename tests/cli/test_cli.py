"""The command line: what it prints, how it ends, and that its papers are true."""

import errno
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from attrib.cli import main
from attrib.cli.reference import commands, reference
from attrib.records import Annotation, Document
from attrib.registry.registry import load_registry
from attrib.store import locking
from attrib.store.write import open_database, write_annotation
from bench.kills import rows as all_rows
from tests import articles
from tests.annotator import DUTCH, GERMAN, FakeAnnotator

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str | Path) -> Result:
    """Run `attrib` with these words."""
    return CliRunner().invoke(main, [str(word) for word in words])


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    """What a query finds."""
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


# -- papers ---------------------------------------------------------------------------------------------------------


CONTEXTS = list(commands(main))


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.command_path)
def test_every_command_and_option_has_help(context: click.Context) -> None:
    """Nobody should have to read the source."""
    assert context.command.help
    options = (each for each in context.command.params if isinstance(each, click.Option))
    assert [each.name for each in options if not each.help] == []


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.command_path)
def test_every_command_is_in_the_readme(context: click.Context) -> None:
    """By its full name, or as part of an example."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert context.command_path in readme


def test_reference_is_up_to_date() -> None:
    """`attrib schema` writes docs/cli.md anew."""
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference()


def test_exit_codes_are_told() -> None:
    """In --help as in the README."""
    told = run("--help").output
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for code in range(4):
        assert re.search(rf"^ +{code}  ", told, flags=re.MULTILINE)
        assert f"| {code} | " in readme


def test_help_loads_nothing_heavy() -> None:
    """`attrib --help` must answer at once."""
    heavy = {"torch", "stanza", "datasette", "scipy", "numpy", "sqlite_utils.cli"}
    code = f"import sys, attrib.cli; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert found.stdout.strip() == "[]"


# -- wrong use ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("annotate",), "PATHS"),
        (("annotate", "nowhere"), "no such file or folder"),
        (("annotate", "picture.png"), "cannot be read as an article"),
        (("annotate", "a.txt", "--quiet", "--verbose"), "leave one out"),
        (("annotate", "a.txt", "--jobs", "0"), "neither auto nor a number"),
        (("annotate", "a.txt", "--jobs", "many"), "neither auto nor a number"),
        (("annotate", "a.txt", "--db", "sub/attrib.db"), "no folder"),
        (("build", "missing.db"), "no such database"),
        (("build", "a.txt"), "a.txt"),
        (("serve", "missing"), "nothing to show"),
        (("serve", "a.txt", "--port", "99999"), "99999"),
        (("annotate", "a.txt", "--format", "html"), "standard input"),
        (("annotate", "tale.xyz"), ".xyz is no known format"),
        (("evaluate", "gold", "."), "gold format"),
        (("evaluate", "gold", "missing"), "no such folder"),
        (("evaluate", "news", "missing"), "no such folder"),
        (("evaluate", "wikinews", "missing"), "no such folder"),
        (("evaluate", "wikinews", "."), "Wikinews"),
        (("sources", "show", "nobody"), "sources list"),
        (("sources", "check", "missing"), "not a directory"),
        (("nonsense",), "nonsense"),
    ],
)
@pytest.mark.usefixtures("fake")
def test_wrong_use_is_told_in_a_sentence(folder: Path, words: tuple[str, ...], told: str) -> None:
    """Exit code 2, the reason on stderr, no traceback."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "tale.xyz").write_text(GERMAN, encoding="utf-8")
    result = run(*words)
    assert result.exit_code == 2, result.output
    assert told in result.stderr
    assert "Traceback" not in result.output


def test_unknown_language_is_told(folder: Path) -> None:
    """There are lists for German only."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    result = run("annotate", "a.txt", "--language", "xx")
    assert result.exit_code == 2
    assert "xx" in result.stderr


def test_missing_models_are_told(folder: Path) -> None:
    """With the folder that was looked into."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "empty").mkdir()
    result = run("annotate", "a.txt", "--models", "empty")
    assert result.exit_code == 2
    assert "empty" in result.stderr


# -- annotate -------------------------------------------------------------------------------------------------------


def test_annotate_writes_and_sums_up(folder: Path, fake: FakeAnnotator) -> None:
    """Documents, statements by type, sources; the registry's sources and their names are there as well."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "b.md").write_text(GERMAN + "Das war alles.", encoding="utf-8")
    result = run("annotate", ".", "--db", "x.db")
    assert result.exit_code == 0, result.output
    assert "2 documents annotated" in result.stdout
    assert "2 statements: 2 indirect" in result.stdout
    assert "1 source" in result.stdout
    assert fake.seen == ["a.txt", "b.md"]
    assert rows(folder / "x.db", "SELECT count(*) FROM statements") == [(2,)]
    assert rows(folder / "x.db", "SELECT name FROM aliases WHERE source = 'nis' AND name = 'NIS'") == [("NIS",)]


def test_second_run_has_nothing_to_do(folder: Path, fake: FakeAnnotator) -> None:
    """Nothing is parsed, nothing is written."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    run("annotate", "a.txt")
    before = list(rows(folder / "attrib.db", "SELECT * FROM runs, documents"))
    result = run("annotate", "a.txt")
    assert result.exit_code == 0
    assert result.stdout == "nothing to do: 1 document unchanged\n"
    assert fake.seen == ["a.txt"]
    assert rows(folder / "attrib.db", "SELECT * FROM runs, documents") == before


def test_new_version_annotates_again(folder: Path, fake: FakeAnnotator) -> None:
    """Other models, lists or code may come to another result."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    run("annotate", "a.txt")
    fake.version = "fake-2"
    assert "1 document annotated" in run("annotate", "a.txt").stdout
    assert rows(folder / "attrib.db", "SELECT count(*) FROM documents") == [(1,)]


def test_changed_metadata_is_written(folder: Path, fake: FakeAnnotator) -> None:
    """A date in documents.yml that was mended reaches the database although the text is the same."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    run("annotate", "a.txt")
    (folder / "documents.yml").write_text("a.txt:\n  title: Brücke gesperrt\n", encoding="utf-8")
    assert "1 document annotated" in run("annotate", "a.txt").stdout
    assert rows(folder / "attrib.db", "SELECT title FROM documents") == [("Brücke gesperrt",)]
    assert fake.seen == ["a.txt", "a.txt"]


def test_few_articles_are_annotated_by_this_process(
    folder: Path, fake: FakeAnnotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From fifty on there are as many processes as the machine has room for, and one is this one too."""
    monkeypatch.setattr("attrib.pipeline.machine.room_for_processes", lambda: 1)
    monkeypatch.setattr("attrib.pipeline.workers.Workers", None)
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"{GERMAN} {number}", encoding="utf-8")
    assert "60 documents annotated" in run("annotate", ".").stdout
    assert len(fake.seen) == 60
    (folder / "sub").mkdir()
    monkeypatch.setattr("attrib.pipeline.machine.room_for_processes", lambda: 2)
    for number in range(49):
        (folder / "sub" / f"{number}.txt").write_text(f"{GERMAN} sub {number}", encoding="utf-8")
    assert "49 documents annotated" in run("annotate", "sub").stdout


@pytest.mark.usefixtures("fake")
def test_publisher_that_becomes_known_makes_no_second_document(folder: Path) -> None:
    """The id of a document depends on its publisher; the row without one goes."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    run("annotate", "a.txt")
    (folder / "documents.yml").write_text("a.txt:\n  publisher: tagblatt.at\n", encoding="utf-8")
    run("annotate", "a.txt")
    assert rows(folder / "attrib.db", "SELECT publisher FROM documents") == [("tagblatt.at",)]


@pytest.mark.usefixtures("fake")
def test_unreadable_files_keep_nothing_else_out(folder: Path) -> None:
    """Each is named on stderr and recorded once, the others are annotated, and the exit code says so."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(32)) * 10)
    (folder / "cyrillic.txt").write_bytes("Мост закрыт для движения до лета.".encode("cp1251"))
    (folder / "large.txt").write_bytes(b"a" * 2_000_001)
    (folder / "dutch.txt").write_text(DUTCH, encoding="utf-8")
    (folder / "good.txt").write_text(GERMAN, encoding="utf-8")
    for _ in range(2):
        result = run("annotate", ".")
        assert result.exit_code == 3
        for name in ("empty", "binary", "cyrillic", "large", "dutch"):
            assert f"{name}.txt" in result.stderr
        assert "'nl'" in result.stderr
        assert "docs/languages.md" in result.stderr
        found = rows(folder / "attrib.db", "SELECT stage, count(*) FROM issues GROUP BY stage ORDER BY stage")
        assert found == [("language", 1), ("read", 4)]
    assert rows(folder / "attrib.db", "SELECT name FROM documents") == [("good.txt",)]


@pytest.mark.usefixtures("fake")
def test_mended_file_has_no_issue_left(folder: Path) -> None:
    """What is recorded is what is the case."""
    (folder / "a.txt").write_bytes(b"")
    run("annotate", "a.txt")
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    assert run("annotate", "a.txt").exit_code == 0
    assert rows(folder / "attrib.db", "SELECT count(*) FROM issues") == [(0,)]


@pytest.mark.usefixtures("fake")
def test_text_that_breaks_the_pipeline_is_left_out(folder: Path) -> None:
    """The rest of its batch is annotated."""
    for name, text in (("a.txt", GERMAN), ("b.txt", GERMAN + "KAPUTT"), ("c.txt", GERMAN * 2)):
        (folder / name).write_text(text, encoding="utf-8")
    result = run("annotate", ".")
    assert result.exit_code == 3
    assert "b.txt: could not be annotated (ValueError: no tree)" in result.stderr
    assert rows(folder / "attrib.db", "SELECT name FROM documents ORDER BY name") == [("a.txt",), ("c.txt",)]
    assert rows(folder / "attrib.db", "SELECT stage FROM issues") == [("parse",)]


@pytest.mark.usefixtures("fake")
def test_quiet_and_verbose(folder: Path) -> None:
    """Nothing, or every document."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    quiet = run("annotate", "a.txt", "--quiet")
    assert (quiet.stdout, quiet.stderr) == ("", "")
    (folder / "a.txt").write_text(GERMAN * 2, encoding="utf-8")
    assert "a.txt: annotated, 1 statements" in run("annotate", "a.txt", "--verbose").stderr


@pytest.mark.parametrize("words", [("empty.txt",), ("-",), ("http://127.0.0.1:9/a",)])
def test_where_no_article_can_be_read_nothing_is_made(
    folder: Path, fake: FakeAnnotator, words: tuple[str, ...]
) -> None:
    """No model is loaded for it, and no empty database stays behind; one that is there records the issue."""
    (folder / "empty.txt").touch()
    result = run("annotate", *words)
    assert result.exit_code == 3
    assert result.stdout == "nothing to annotate: 1 document failed; attrib.db was not made\n"
    assert result.stderr.startswith(f"Not annotated: {words[0]}: ")
    assert [each.name for each in folder.iterdir()] == ["empty.txt"]
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    run("annotate", "a.txt")
    assert run("annotate", *words).exit_code == 3
    assert len(rows(folder / "attrib.db", "SELECT 1 FROM issues")) == 1


def test_an_address_that_fails_is_the_one_that_was_named(folder: Path) -> None:
    """Not that of the robots.txt, which is asked first."""
    told = run("annotate", "http://127.0.0.1:9/a").stderr
    assert "http://127.0.0.1:9/a: the host 127.0.0.1 is no public address" in told
    told = run("annotate", "http://127.0.0.1:9/a", "--allow-private").stderr
    assert "http://127.0.0.1:9/a: could not be fetched" in told
    assert "robots" not in told


def test_a_database_that_cannot_be_written_is_named(folder: Path, fake: FakeAnnotator) -> None:
    """Before SQLite leaves its files beside it; by its name, whatever was to be written first."""
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    run("annotate", "a.txt")
    kept = Path("kept").absolute()
    kept.mkdir()
    (folder / "attrib.db").rename(kept / "attrib.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locking.os, "open", _refused)
        result = run("annotate", "a.txt", "--db", kept / "attrib.db")
    assert result.exit_code == 2
    assert f"{kept / 'attrib.db'}: the file cannot be written to" in result.stderr
    assert [each.name for each in kept.iterdir()] == ["attrib.db"]


def _refused(path: Path, *_: object) -> int:
    raise PermissionError(errno.EPERM, "Operation not permitted", str(path))


@pytest.mark.usefixtures("fake")
def test_folder_without_articles(folder: Path) -> None:
    """Is no error, but is told."""
    assert run("annotate", folder).stdout == "nothing to do: no articles\n"


def test_interrupt_ends_after_the_batch(folder: Path, fake: FakeAnnotator, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is at hand is written, the next run goes on from there."""
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"{GERMAN} {number}", encoding="utf-8")
    plain = FakeAnnotator.annotate_documents

    def interrupted(self: FakeAnnotator, documents: Iterable[Document]) -> Iterator[Annotation]:
        os.kill(os.getpid(), signal.SIGINT)
        return plain(self, documents)

    monkeypatch.setattr(FakeAnnotator, "annotate_documents", interrupted)
    result = run("annotate", ".")
    assert result.exit_code == 1
    assert "Stopping" in result.stderr
    assert "16 documents annotated, the rest waits for the next run" in result.stdout
    monkeypatch.setattr(FakeAnnotator, "annotate_documents", plain)
    assert "24 documents annotated, 16 unchanged" in run("annotate", ".").stdout
    assert len(fake.seen) == 40


# -- build, serve ---------------------------------------------------------------------------------------------------


def test_build_says_what_was_published(folder: Path) -> None:
    """File, checksum, documents by rights."""
    db = open_database(folder / "attrib.db", create=True)
    write_annotation(db, articles.article_a())
    db.close()
    result = run("build", "attrib.db", "--out", "public")
    assert result.exit_code == 0, result.output
    assert "1 documents (1 with rights full)" in result.stdout
    assert (folder / "public" / "attrib.db").is_file()


def test_serve_ends_with_the_address(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The options arrive, and the last line is where to look."""
    called = {}

    def serve(path: Path, **options: object) -> None:
        called.update(options, path=path)
        ready = options["ready"]
        assert callable(ready)
        ready("http://127.0.0.1:9/")

    monkeypatch.setattr("attrib.site.serve.serve", serve)
    result = run("serve", folder, "--port", "9", "--host", "localhost", "--out", "public")
    assert result.stdout.splitlines()[-1].endswith("http://127.0.0.1:9/")
    assert (called["host"], called["port"], called["out"]) == ("localhost", 9, Path("public"))


# -- evaluate -------------------------------------------------------------------------------------------------------


def gold_row(text: str) -> dict[str, object]:
    """What the fake annotator finds, as gold."""
    return {
        "spans": [[0, len(text)]],
        "type": "indirect",
        "level": 0,
        "sources": ["nis"],
        "status": "claimed",
        "assessments": [],
    }


@pytest.mark.usefixtures("fake")
def test_evaluate_gold(folder: Path) -> None:
    """Figures on the screen, as JSON, and the predictions in the gold format."""
    texts = folder / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "gold").mkdir()
    gold = {"document": "a.txt", "statements": [gold_row(GERMAN)]}
    (folder / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    result = run("evaluate", "gold", "gold", "--texts", "texts", "--predictions", "found", "--json", "f.json")
    assert result.exit_code == 0, result.output
    assert re.search(r"^found +precision 1.000 +recall 1.000 +f1 1.000$", result.stdout, flags=re.MULTILINE)
    assert json.loads((folder / "f.json").read_text(encoding="utf-8"))["found"]["f1"] == 1.0
    assert json.loads((folder / "found" / "a.json").read_text(encoding="utf-8"))["document"] == "a.txt"


@pytest.mark.usefixtures("fake")
def test_evaluate_gold_without_the_article(folder: Path) -> None:
    """The missing article is named, and the option that helps."""
    (folder / "a.json").write_text(json.dumps({"document": "a.txt", "statements": []}), encoding="utf-8")
    result = run("evaluate", "gold", ".")
    assert result.exit_code == 2
    assert "a.txt" in result.stderr
    assert "--texts" in result.stderr


@pytest.mark.usefixtures("fake")
def test_evaluate_wikinews(folder: Path) -> None:
    """Both measures, the predictions and the page of errors."""
    text = "Er sagt ja."
    tokens = [{"charBegin": 0, "charEnd": 2}, {"charBegin": 3, "charEnd": 7}, {"charBegin": 8, "charEnd": 10}]
    group = {"quote": {"tokenIds": [2]}, "speaker": {"tokenIds": [0]}, "type": "Indirect", "medium": "Speech"}
    content = {"documentName": "<a>", "originalText": text, "tokens": tokens, "annotations": [group]}
    (folder / "dev").mkdir()
    (folder / "dev" / "a.json").write_text(json.dumps(content), encoding="utf-8")
    result = run("evaluate", "wikinews", ".", "--json", "f.json", "--predictions", "p.jsonl", "--errors", "e.html")
    assert result.exit_code == 0, result.output
    figures = json.loads((folder / "f.json").read_text(encoding="utf-8"))
    assert figures["corpus"]["quote"]["recall"] == 1.0
    assert figures["speaker"]["f1"] == 0.0
    assert json.loads((folder / "p.jsonl").read_text(encoding="utf-8"))["documentName"] == "<a>"
    page = (folder / "e.html").read_text(encoding="utf-8")
    assert "wrong span (1)" in page
    assert "wrong speaker (1)" in page
    assert "missed (0)" in page
    assert "&lt;a&gt;" in page


def one_article(folder: Path, *, name: str = "a") -> None:
    """A split `dev` with an article of the Wikinews corpus in it."""
    text = "Er sagt ja."
    tokens = [{"charBegin": 0, "charEnd": 2}, {"charBegin": 3, "charEnd": 7}, {"charBegin": 8, "charEnd": 10}]
    group = {"quote": {"tokenIds": [2]}, "speaker": {"tokenIds": [0]}, "type": "Indirect", "medium": "Speech"}
    content = {"documentName": name, "originalText": text, "tokens": tokens, "annotations": [group]}
    (folder / "dev").mkdir(exist_ok=True)
    (folder / "dev" / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.usefixtures("fake")
def test_figures_are_held_against_their_floors(folder: Path) -> None:
    """Floors are made, held, and one that is raised by hand is missed: exit code 1 and the figure on stderr."""
    one_article(folder)
    arguments = ("evaluate", "wikinews", ".", "--baseline", "b.json")
    assert "--update" in run(*arguments).stderr
    assert run(*arguments, "--update").exit_code == 0
    assert run(*arguments).exit_code == 0
    floors = json.loads((folder / "b.json").read_text(encoding="utf-8"))
    floors["wikinews"]["floors"]["strict.speaker.f1"] = 0.5
    (folder / "b.json").write_text(json.dumps(floors), encoding="utf-8")
    missed = run(*arguments)
    assert missed.exit_code == 1
    assert missed.stderr == "strict.speaker.f1 is 0.0000, its floor 0.500.\n"
    assert run(*arguments, "--update").exit_code == 2
    one_article(folder, name="b")
    assert "another corpus" in run(*arguments).stderr


@pytest.mark.usefixtures("fake")
def test_evaluate_invariance(folder: Path) -> None:
    """Rates on the screen and as JSON, and a page of what changed; what the fake finds is never the same."""
    case = {"text": "Der Hund bellte laut.", "statements": [{"exact": "Der Hund bellte laut.", "type": "indirect"}]}
    (folder / "a.yml").write_text(json.dumps([case]), encoding="utf-8")
    named = ("evaluate", "invariance", "a.yml", "--only", "dateline", "--only", "sign")
    result = run(*named, "--errors", "e.html", "--json", "f.json")
    assert result.exit_code == 0, result.output
    assert re.search(r"^overall +rate 0.000 +unchanged 0 +texts 2$", result.stdout, flags=re.MULTILINE)
    assert re.search(r"^rules.fake +rate 0.000 +unchanged 0 +statements 2$", result.stdout, flags=re.MULTILINE)
    figures = json.loads((folder / "f.json").read_text(encoding="utf-8"))
    assert (figures["cases"], figures["right"]) == (1, 1)
    assert set(figures["perturbations"]) == {"dateline", "sign"}
    assert "dateline (1)" in (folder / "e.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("fake")
def test_rates_are_held_against_their_floors(folder: Path) -> None:
    """Of all perturbations, and of the same sample."""
    (folder / "a.yml").write_text('- text: "Der Hund bellte."\n  statements: []\n', encoding="utf-8")
    named = ("evaluate", "invariance", "a.yml", "--baseline", "b.json")
    assert run(*named, "--update").exit_code == 0
    assert run(*named).exit_code == 0
    assert "holds no floors for invariance-sample" in run(*named, "--sample", "0.5").stderr
    assert run(*named, "--sample", "0.5", "--update").exit_code == 0
    assert "another corpus" in run(*named, "--sample", "0.5", "--seed", "1").stderr
    assert run(*named, "--only", "dateline").exit_code == 2


@pytest.mark.usefixtures("fake")
def test_cases_that_are_not_there(folder: Path) -> None:
    """Outside a checkout some have to be named; a perturbation that there is not is told with those that there are."""
    result = run("evaluate", "invariance")
    assert result.exit_code == 2
    assert "name files of cases" in result.stderr
    (folder / "a.yml").write_text('- text: "Der Hund bellte."\n  statements: []\n', encoding="utf-8")
    result = run("evaluate", "invariance", "a.yml", "--only", "wrong")
    assert result.exit_code == 2
    assert "there are: break_tags" in result.stderr


@pytest.mark.usefixtures("fake")
def test_articles_that_are_held_out_give_figures_only(folder: Path) -> None:
    """As many as asked for, the tables of their own name, and no page that shows them."""
    for name in ("a", "b", "c"):
        one_article(folder, name=name)
    result = run("evaluate", "wikinews", ".", "--held-out", "2", "--tables", "t.md")
    assert re.search(r"^documents +2$", result.stdout, flags=re.MULTILINE), result.output
    assert (folder / "t.md").read_text(encoding="utf-8").startswith("<!-- held-out -->\n")
    refused = run("evaluate", "wikinews", ".", "--held-out", "2", "--errors", "e.html")
    assert refused.exit_code == 2
    assert not (folder / "e.html").exists()


def test_an_update_needs_a_file(folder: Path) -> None:
    """Before anything is annotated."""
    result = run("evaluate", "gold", str(folder), "--update")
    assert result.exit_code == 2
    assert "--baseline" in result.stderr


# -- inventory ------------------------------------------------------------------------------------------------------


def test_sources(folder: Path) -> None:
    """Listed, shown, and files of one's own checked."""
    assert re.search(r"^nis +intelligence_service +KR +", run("sources", "list").stdout, flags=re.MULTILINE)
    assert "id: nis" in run("sources", "show", "nis").stdout
    entry = "- id: harbour\n  name: {de: Hafenamt, en: Port Authority}\n  kind: other\n"
    (folder / "own.yml").write_text(entry, encoding="utf-8")
    assert "1 new source, all right" in run("sources", "check", ".").stdout
    assert "Hafenamt" in run("sources", "list", "--sources", ".").stdout
    (folder / "wrong").mkdir()
    (folder / "wrong" / "own.yml").write_text(entry * 2, encoding="utf-8")
    assert "harbour" in run("sources", "check", "wrong").stderr


def test_a_source_in_place_of_another_is_told(folder: Path) -> None:
    """One made by hand and one of the generated lists; what the lists know beside the others replaces nothing."""
    registry = load_registry()
    made, listed = "olaf-scholz", next(id_ for id_ in registry.by_id if not registry.is_made_by_hand(id_))
    entries = [
        f"- id: {id_}\n  name: {{de: Hafenamt {id_}, en: Port {id_}}}\n  kind: other\n"
        for id_ in (made, listed, "harbour")
    ]
    (folder / "own.yml").write_text("".join(entries), encoding="utf-8")
    told = run("sources", "check", folder)
    assert f"1 new source, 2 in place of shipped ones ({made}, {listed}), all right" in told.stdout, told.output


def test_models_pull_hands_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says how to use what was fetched."""
    monkeypatch.setattr("attrib.models.pull_models", lambda language, to: to)
    assert "--models m" in run("models", "pull", "de", "--to", "m").stdout
    assert run("models", "pull", "de").exit_code == 2


def test_schema_writes_what_is_kept(folder: Path) -> None:
    """The files in the repository, byte for byte."""
    assert run("schema", "--out", folder).exit_code == 0
    for name in ("metadata.yml", "docs/cli.md", "schema/tables.sql"):
        assert (folder / name).read_bytes() == (ROOT / name).read_bytes()


@pytest.mark.pipeline
def test_models_list() -> None:
    """The German ones, with licence and scores."""
    result = run("models", "list")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("de ")


@pytest.mark.pipeline
def test_seeds_through_the_real_pipeline(folder: Path) -> None:
    """Every seed is annotated, the known sources among theirs, and a second run has nothing to do."""
    result = run("annotate", ROOT / "seeds")
    assert result.exit_code == 0, result.output
    assert "5 documents annotated" in result.stdout
    sources = {source for (source,) in rows(folder / "attrib.db", "SELECT source FROM statement_sources")}
    assert {"nis", "lloyd-austin", "pentagon", "dmitry-peskov"} <= sources
    readme = (
        "SELECT source, cue, marker, certainty, status FROM statements WHERE exact LIKE 'er rechne damit, dass die %'"
    )
    assert rows(folder / "attrib.db", readme) == [
        ("kyrylo-budanov", "sagte", "verb_second", "probable", "unconfirmed")
    ], "the example in README.md"
    assert run("annotate", ROOT / "seeds", "--db", "two.db", "--jobs", "2").exit_code == 0
    assert all_rows(folder / "two.db") == all_rows(folder / "attrib.db"), "what another process makes of them"
    assert run("annotate", ROOT / "seeds").stdout == "nothing to do: 5 documents unchanged\n"
    assert run("build", "attrib.db").exit_code == 0
