"""The doctor finds what is wrong, says how to mend it, and changes nothing."""

import re
import sqlite3
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib.cli import main
from attrib.cli.examination import NEEDED, OPTIONAL, examine
from attrib.cli.examined import Finding
from attrib.errors import ModelError, ResourceError
from attrib.intake.finding import find_files
from attrib.intake.intake import take_in
from attrib.pipeline.annotate import make_annotator
from attrib.pipeline.run import annotate_articles
from attrib.publish.published import build
from attrib.records import Issue
from attrib.store.write import open_database, record_issue, write_annotation
from tests import articles

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading the models takes seconds."""
    if "pipeline" not in request.keywords:
        monkeypatch.setattr("attrib.parse.parser.Parser.load", lambda _: None)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A working database with an article and a file that did not become one."""
    path = tmp_path / "attrib.db"
    db = open_database(path, create=True)
    write_annotation(db, articles.article_c())
    record_issue(db, Issue(document="a.txt", stage="read", kind="empty", message="a.txt: there is no text in it."))
    db.close()
    return path


def findings(*, database: Path | None = None, folder: Path | None = None) -> list[Finding]:
    """What is said of these."""
    return list(examine(language="de", models=None, database=database, folder=folder))


def told(found: list[Finding], state: str) -> str:
    """The messages of one state."""
    return " ".join(each.message for each in found if each.state == state)


def test_everything_is_in_order(database: Path, tmp_path: Path) -> None:
    """Installation, lists, a whole database and a published folder; what waits for somebody is a note."""
    build(database, tmp_path / "dist")
    found = findings(database=database, folder=tmp_path / "dist")
    assert [each for each in found if each.state == "wrong"] == []
    assert "documents: 1" in told(found, "ok")
    assert "as it was built" in told(found, "ok")
    assert "did not become a document: 1" in told(found, "note")


def test_the_needed_packages_are_those_of_the_project() -> None:
    """Neither list forgets one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {re.split(r"[<>=\[; ]", line)[0] for line in project["dependencies"] if "python_version" not in line}
    assert set(NEEDED) == required
    for library, extra in OPTIONAL.items():
        assert any(library in line for line in project["optional-dependencies"][extra])


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it; what is only needed for some formats is a note."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    found = findings()
    assert "pip install trafilatura" in told(found, "wrong")
    assert "attrib[pdf]" in told(found, "note")


@pytest.mark.pipeline
@pytest.mark.parametrize("name", ["stanza", "torch"])
def test_without_the_parser_the_rest_is_looked_at(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the models need is named."""
    for module in [each for each in sys.modules if each.partition(".")[0] == "stanza"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, name, None)
    found = findings()
    assert f"pip install {name}" in told(found, "wrong")
    assert "models" in {each.subject for each in found if each.state == "wrong"}
    assert "parties in the registry" in told(found, "ok")


def test_missing_models_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else stops being looked at."""

    def absent(*_: object) -> None:
        raise ResourceError("There are no models. Install attrib again.")

    monkeypatch.setattr("attrib.cli.examined.find_models", absent)
    found = findings()
    assert "Install attrib again" in told(found, "wrong")
    assert "parties in the registry" in told(found, "ok")


@pytest.mark.pipeline
@pytest.mark.parametrize("name", ["tokenize.pt", "pos.pt", "depparse.pt", "vectors.pt", "subjunctive.tsv.gz"])
def test_damaged_models_are_named(tmp_path: Path, name: str) -> None:
    """Half of a file is not enough; a run with them ends at once instead of failing document by document."""
    for path in (ROOT / "attrib" / "models" / "de").iterdir():
        (tmp_path / path.name).symlink_to(path)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).unlink()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    found = list(examine(language="de", models=tmp_path, database=None, folder=None))
    assert "cannot be loaded" in told(found, "wrong")
    assert "install attrib again" in told(found, "wrong")
    taken = take_in(find_files([ROOT / "seeds"]).entries, language="de")
    db = open_database(tmp_path / "x.db", create=True)
    with pytest.raises(ModelError):
        list(annotate_articles(db, taken, make_annotator(models=tmp_path), started=""))
    assert db.table("issues").count == 0
    db.close()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no database at all, but a text that is longer than a header of a hundred bytes " * 9, "database"),
        (None, "no such"),
    ],
)
def test_what_is_no_database(tmp_path: Path, content: bytes | None, message: str) -> None:
    """A text, nothing at all."""
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content)
    assert message in told(findings(database=path), "wrong")


def test_other_databases(database: Path, tmp_path: Path) -> None:
    """Of another program, a published copy, a newer and an older version."""
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE x (y)").connection.close()
    assert "another program" in told(findings(database=tmp_path / "other.db"), "wrong")
    build(database, tmp_path / "dist")
    assert "published copy" in told(findings(database=tmp_path / "dist" / "attrib.db"), "wrong")
    for version, state in ((99, "wrong"), (1, "note")):
        connection = sqlite3.connect(database)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.close()
        assert "version of attrib" in told(findings(database=database), state) or state == "note"
    assert "earlier version" in told(findings(database=database), "note")


def test_a_damaged_database(database: Path) -> None:
    """Is told from one that merely lost rows."""
    connection = sqlite3.connect(database)
    connection.execute("DELETE FROM documents")
    connection.commit()
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    assert "refer to rows that are gone" in told(findings(database=database), "wrong")
    content = bytearray(database.read_bytes())
    content[4096 * 3 : 4096 * 40] = b"\xff" * (4096 * 37)
    database.write_bytes(content)
    assert "damaged" in told(findings(database=database), "wrong")


def test_a_published_folder_that_was_touched(database: Path, tmp_path: Path) -> None:
    """A file that is gone, a database that was changed, a working database in its place."""
    dist = tmp_path / "dist"
    build(database, dist)
    (dist / "metadata.yml").rename(tmp_path / "metadata.yml")
    assert "metadata.yml not there" in told(findings(folder=dist), "wrong")
    (tmp_path / "metadata.yml").rename(dist / "metadata.yml")
    connection = sqlite3.connect(dist / "attrib.db")
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    assert "changed after it was built" in told(findings(folder=dist), "wrong")
    (dist / "attrib.db").unlink()
    (dist / "attrib.db").write_bytes(database.read_bytes())
    assert "private columns" in told(findings(folder=dist), "wrong")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("inspect-data.json", "{", "damaged: inspect-data.json"),
        ("inspect-data.json", '{"attrib": 3}', "gone: attrib.db"),
        ("inspect-data.json", None, "inspect-data.json not there"),
        ("metadata.yml", "", "damaged: metadata.yml"),
        ("metadata.yml", "a: [", "damaged: metadata.yml"),
        ("settings.json", "[]", "damaged: settings.json"),
        ("settings.json", None, "settings.json not there"),
        ("attrib.db", "Text, longer than a header. " * 9, "not a database"),
        ("downloads/wikinews.zip", "x", "gone: downloads/wikinews.zip"),
        ("downloads/webannotation.zip", None, "gone: downloads/webannotation.zip"),
        ("downloads/downloads.json", "{}", "gone: downloads/downloads.json"),
        ("downloads/downloads.json", None, "gone: downloads/downloads.json"),
    ],
)
def test_a_published_file_that_is_not_as_it_was_built(
    database: Path, tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    """Is named, whichever it is."""
    build(database, tmp_path / "dist")
    (tmp_path / "dist" / name).unlink()
    if content is not None:
        (tmp_path / "dist" / name).write_text(content, encoding="utf-8")
    assert message in told(findings(folder=tmp_path / "dist"), "wrong")


def test_a_folder_without_downloads(database: Path, tmp_path: Path) -> None:
    """Is as it was built, if it was built so."""
    build(database, tmp_path / "dist", downloads=False)
    assert "as it was built" in told(findings(folder=tmp_path / "dist"), "ok")


def test_an_empty_database(tmp_path: Path) -> None:
    """Waits for its first run."""
    (tmp_path / "x.db").touch()
    assert "is empty; `attrib annotate` fills it" in told(findings(database=tmp_path / "x.db"), "note")


def test_half_a_database(database: Path, tmp_path: Path) -> None:
    """Is damaged, not a mistake in the name."""
    (tmp_path / "half.db").write_bytes(database.read_bytes()[:40_000])
    assert "damaged" in told(findings(database=tmp_path / "half.db"), "wrong")


def test_the_command(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks at what is in the folder, and its exit code says whether something is wrong."""
    monkeypatch.chdir(database.parent)
    before = database.read_bytes()
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 0, result.output
    assert "attrib.db is whole" in result.stdout
    assert result.stdout.endswith("everything is in order\n")
    assert database.read_bytes() == before
    result = CliRunner().invoke(main, ["doctor", "--db", "gone.db"])
    assert result.exit_code == 2
    assert "1 to be mended" in result.stdout
