"""No word of a text that may not be shown leaves: a walk through every column, index, file and page."""

import gzip
import html
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from attrib.publish.published import build
from attrib.publish.withholding import may_show
from attrib.records import Annotation
from attrib.site.serve import site
from attrib.store.dictionary import published
from attrib.store.tables import views
from attrib.store.write import open_database, write_annotation
from tests import articles

PLANTED = {
    "krainische": "qrainische",
    "eamte": "qamte",
    "anonym bleiben": "qnonym qleiben",
    "bestätigten": "qestätigten",
    "Soldaten": "Qoldaten",
    "wies das zurück": "wies qas qurück",
    "Kursk": "Qursk",
    "Pjöngjang": "Qjöngjang",
    "gestritten": "qestritten",
    "fremden": "qremden",
    "Munition": "Qunition",
    "Entwicklung": "Qntwicklung",
    "diese Meldung": "diese Qeldung",
    "Putin": "Qutin",
    "written by hand": "qritten by hand",
}
"""Words of the texts and others as long that stand nowhere else."""
OWN = ("qunition",)
"""Those that only the publisher says itself."""


def planted(annotation: Annotation, rights: str) -> Annotation:
    """The article with the planted words in its text and everything that was cut from it."""
    content = annotation.model_dump_json()
    for word, other in PLANTED.items():
        content = content.replace(word, other)
    found = Annotation.model_validate_json(content)
    issue = articles.Issue(document=found.document.id, stage="read", kind="mojibake", message="Seen: Qissue qremden.")
    document = found.document.model_copy(update={"rights": rights, "title": "Ein Titel"})
    return found.model_copy(update={"document": document, "issues": (issue,)})


def folder(tmp_path: Path, rights: str) -> Path:
    """A published folder with two articles of these rights."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in (articles.article_a(), articles.article_b()):
        write_annotation(db, planted(annotation, rights))
    db.close()
    return build(tmp_path / "w.db", tmp_path / "dist").database.parent


def cells(file: Path) -> Iterator[tuple[str, str]]:
    """Every text of every table and view, and every word of every index."""
    with closing(sqlite3.connect(file)) as connection:
        indexed = ("documents", "statements", "claims", "sources")
        for name in [*published(), *(view.name for view in views())]:
            cursor = connection.execute(f"SELECT * FROM {name}")
            for row in cursor:
                for column, value in zip(cursor.description, row, strict=True):
                    if isinstance(value, str):
                        yield f"{name}.{column[0]}", value
        for name in indexed:
            connection.execute(f"CREATE VIRTUAL TABLE temp.words_{name} USING fts5vocab('main', '{name}_fts', 'row')")
            for (term,) in connection.execute(f"SELECT term FROM temp.words_{name}"):
                yield f"{name}_fts", term


def contents(path: Path) -> Iterator[bytes]:
    """What is in a file, unpacked."""
    if path.name.endswith(".gz"):
        yield gzip.decompress(path.read_bytes())
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    else:
        yield path.read_bytes()


@pytest.mark.parametrize("rights", ["none", "context"])
async def test_no_withheld_word_leaves(tmp_path: Path, rights: str) -> None:
    """Neither in a cell nor in an index, a file, an id or on a page."""
    out = folder(tmp_path, rights)
    words = [other.lower() for other in PLANTED.values()] + ["qissue"]
    kept = words if rights == "none" else [*(word for word in words if any(own in word for own in OWN)), "qissue"]
    found = {(place, word) for place, text in cells(out / "attrib.db") for word in kept if word in text.lower()}
    assert found == set()
    for path in out.rglob("*"):
        for content in contents(path) if path.is_file() else ():
            lower = content.lower()
            assert [word for word in kept if word.encode() in lower] == [], path
    datasette = site(out)
    with closing(sqlite3.connect(out / "attrib.db")) as copy:
        pages = [f"/source/{key}" for (key,) in copy.execute("SELECT id FROM sources")]
        pages += [
            f"/statement/{key}{end}" for (key,) in copy.execute("SELECT id FROM statements") for end in ("", ".json")
        ]
        pages += [f"/article/{key}" for (key,) in copy.execute("SELECT id FROM documents")]
    pages += ["/", "/pictures", *(f"/attrib/{name}" for name in [*published(), *(view.name for view in views())])]
    for path in pages:
        response = await datasette.client.get(path, follow_redirects=True)
        assert response.status_code == 200, path
        text = html.unescape(response.text).lower()
        assert [word for word in kept if word in text] == [], path
    for database in datasette.databases.values():
        database.close()


def test_context_shows_what_somebody_is_credited_with(tmp_path: Path) -> None:
    """The statement in its sentence, its evidence, and the words for a party without a name."""
    shown = {place for place, text in cells(folder(tmp_path, "context") / "attrib.db") if "qoldaten" in text.lower()}
    assert {"statements.exact", "statements.context", "statements_fts"} <= shown
    assert "documents.text" not in shown


def test_every_quoted_column_may_be_empty_or_says_what_stands_there() -> None:
    """So that no column can be marked without being withheld."""
    for name, table in published().items():
        for column, each in table.columns.items():
            assert each.quoted is None or each.optional or each.instead, (name, column)


@pytest.mark.parametrize(
    ("needed", "rights", "is_own", "shown"),
    [
        ("full", "full", 1, True),
        ("full", "context", 0, False),
        ("none", "context", 0, True),
        ("none", "context", 1, False),
        ("none", "none", 0, False),
    ],
)
def test_one_function_decides(needed: str, rights: str, is_own: int, shown: bool) -> None:
    """By what the column asks for, the rights of the article and whose words they are."""
    assert may_show(needed, rights, is_own) is shown
