"""Exports hold what may be shown, are whole or not there, and are read by other people's libraries."""

import csv
import gc
import gzip
import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import conllu
import pytest
import sqlite_utils
from click.testing import CliRunner
from pyld import jsonld

from attrib.cli import main
from attrib.errors import DatabaseError, ExportError
from attrib.evaluation.wikinews import read_corpus
from attrib.publish.description import head
from attrib.publish.export import FORMATS
from attrib.publish.export.formats import writable
from attrib.publish.export.tables import harmless
from attrib.publish.export.target import export
from attrib.publish.export.web_annotation import CONTEXT
from attrib.publish.export.words import conllu as as_conllu
from attrib.publish.published import build
from attrib.records import Annotation
from attrib.statement.wikinews import MEDIA, TYPES
from attrib.store.database import SCHEMA_VERSION
from attrib.store.write import open_database, write_annotation
from tests import articles, frozen


@pytest.fixture(scope="module")
def seeds() -> tuple[Annotation, ...]:
    """The five articles as annotated from the checked-in analyses."""
    return tuple(frozen.annotated_seed(path) for path in frozen.SEEDS)


def database(path: Path, annotations: tuple[Annotation, ...]) -> Path:
    """A working database of these annotations."""
    db = open_database(path, create=True)
    with closing(db.conn):
        for annotation in annotations:
            write_annotation(db, annotation)
    return path


@pytest.fixture(scope="module")
def working(tmp_path_factory: pytest.TempPathFactory, seeds: tuple[Annotation, ...]) -> Path:
    """The five articles, one of them with rights for single statements, one with none."""
    limited = [
        annotation.model_copy(update={"document": annotation.document.model_copy(update={"rights": rights})})
        for annotation, rights in zip(seeds, ("full", "full", "full", "context", "none"), strict=True)
    ]
    return database(tmp_path_factory.mktemp("export") / "work.db", tuple(limited))


@pytest.fixture(scope="module")
def out(working: Path) -> Path:
    """Every format."""
    folder = working.parent / "all"
    export(working, formats=list(FORMATS), out=folder)
    return folder


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a packed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_data_package_is_valid(out: Path) -> None:
    """Frictionless reads every table by its description: types, keys, references, allowed values."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    told = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    report = json.loads(told.stdout)
    assert [error for task in report["tasks"] for error in task["errors"]] == []
    assert report["valid"]
    assert len(report["tasks"]) > 30


def test_flat_table_has_every_statement(out: Path, seeds: tuple[Annotation, ...]) -> None:
    """One row for each, with its document and source beside it; an id made of withheld words is another one."""
    with gzip.open(out / "statements_flat.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [item.id for annotation in seeds for item in annotation.statements]
    by_id = {row["id"]: row for row in rows}
    withheld = {source.id for source in seeds[4].sources if source.origin == "unnamed"}
    withheld -= {source.id for annotation in seeds[:4] for source in annotation.sources}
    for annotation in seeds:
        for item in annotation.statements:
            states = [link.source for link in item.sources if link.relation == "states"]
            is_told = not (states and states[0] in withheld)
            assert (by_id[item.id]["source"] == (states[0] if states else "")) == is_told
            assert by_id[item.id]["document_id"] == annotation.document.id
            assert bool(by_id[item.id]["source_name"]) == bool(states)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"), ("-5", "'-5"), ("@x", "'@x"), ("+49", "'+49"), ("\tx", "'\tx"), ("'=x", "''=x"),
        ("a=b", "a=b"), ("'quoted'", "'quoted'"), ("", ""), (-5, -5), (None, None),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(cell: object, written: object) -> None:
    """An apostrophe goes before what a spreadsheet would run, and only there; it can be taken away again."""
    assert harmless(cell) == written


def test_formulas_from_articles_are_harmless(tmp_path: Path) -> None:
    """The title of an article is not run by a spreadsheet."""
    annotation = articles.article_c()
    document = annotation.document.model_copy(update={"title": "=HYPERLINK(0)"})
    path = database(tmp_path / "w.db", (annotation.model_copy(update={"document": document}),))
    export(path, formats=["csv"], out=tmp_path / "out")
    with gzip.open(tmp_path / "out" / "tables" / "documents.csv.gz", "rt", encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == "'=HYPERLINK(0)"


def test_nested_lines_hold_what_was_annotated(out: Path, seeds: tuple[Annotation, ...]) -> None:
    """Documents with their statements, those with sources, roles, chain and quantities; ids instead of row numbers."""
    found = lines(out / "documents.jsonl.gz")
    assert [record["id"] for record in found] == [annotation.document.id for annotation in seeds]
    for record, annotation in zip(found[:3], seeds[:3], strict=True):
        assert record["text"] == annotation.document.text
        for row, item in zip(record["statements"], annotation.statements, strict=True):
            assert (row["id"], row["parent"], row["exact"]) == (item.id, item.parent, item.exact)
            assert [tuple(span) for span in row["spans"]] == list(item.spans)
            assert [link["source"] for link in row["sources"]] == [link.source for link in item.sources]
            assert [link["source"] for link in row["chain"]] == [link.source for link in item.chain]
            cues = [(role["start"], role["end"]) for role in row["roles"] if role["role"] == "cue"]
            assert cues == list(item.cue)
        verdicts = sorted(each.verdict for each in annotation.assessments if each.statement)
        listed = [each for row in record["statements"] for each in row["assessments"]]
        assert sorted(each["verdict"] for each in listed if each["through"] is None) == verdicts


def test_withheld_words_are_nowhere(out: Path, seeds: tuple[Annotation, ...]) -> None:
    """Of an article with rights none no format holds a sentence; of one with rights context none holds the text."""
    hidden = [item.exact for item in seeds[4].statements if len(item.exact) > 40]
    single = seeds[3].document.text
    assert len(hidden) > 3
    for content in everything(out):
        assert not any(words in content for words in hidden)
        assert single[:300] not in content
        assert json.dumps(single, ensure_ascii=False)[1:300] not in content


def everything(folder: Path) -> list[str]:
    """The content of every file."""
    contents = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                contents += [archive.read(name).decode() for name in archive.namelist()]
        elif path.suffix == ".gz":
            contents.append(gzip.decompress(path.read_bytes()).decode())
        else:
            contents.append(path.read_bytes().decode("utf-8", errors="replace"))
    return contents


def test_what_is_left_out_is_told(working: Path, tmp_path: Path) -> None:
    """In the listing and by the command."""
    result = CliRunner().invoke(main, ["export", str(working), "--format", "conllu", "--out", str(tmp_path / "o")])
    assert result.exit_code == 0, result.output
    assert "conllu: 2 documents are left out" in result.stderr
    assert "statements.conllu.gz: 3 documents" in result.stdout
    assert json.loads((tmp_path / "o" / "downloads.json").read_text())["left_out"][0]["documents"] == 2


def test_conllu_is_read_by_its_library(out: Path, seeds: tuple[Annotation, ...]) -> None:
    """The words marked with a statement are those of its spans, however many pieces it has."""
    sentences = conllu.parse(gzip.decompress((out / "statements.conllu.gz").read_bytes()).decode())
    words = [(sentence, word) for sentence in sentences for word in sentence]
    assert [s.metadata["newdoc id"] for s in sentences if "newdoc id" in s.metadata] == [
        annotation.document.id for annotation in seeds[:3]
    ]
    assert len({sentence.metadata["sent_id"] for sentence in sentences}) == len(sentences)
    for annotation in seeds[:3]:
        own = [word for sentence, word in words if sentence.metadata["sent_id"].startswith(annotation.document.id)]
        for item in annotation.statements:
            for name, spans in (("Statement", item.spans), ("Cue", item.cue), ("Speaker", item.speaker)):
                marked = {
                    (int(word["misc"]["start_char"]), int(word["misc"]["end_char"]))
                    for word in own
                    if item.id in (word["misc"].get(name) or "").split(",")
                }
                inside = {
                    (int(word["misc"]["start_char"]), int(word["misc"]["end_char"]))
                    for word in own
                    if any(
                        int(word["misc"]["start_char"]) < span.end and span.start < int(word["misc"]["end_char"])
                        for span in spans
                    )
                }
                assert marked == inside


def test_nested_and_discontinuous_statements_in_conllu(seeds: tuple[Annotation, ...]) -> None:
    """A word inside two statements names both; the words of a frame that cuts a statement name none."""
    text = "".join(as_conllu(annotation) for annotation in seeds)
    misc = [word["misc"] for sentence in conllu.parse(text) for word in sentence]
    assert any("," in (each.get("Statement") or "") for each in misc)
    cut = next(item for annotation in seeds for item in annotation.statements if len(item.spans) > 1)
    marked = [cut.id in (each.get("Statement") or "").split(",") for each in misc]
    first, last = marked.index(True), len(marked) - 1 - marked[::-1].index(True)
    assert not all(marked[first : last + 1])


def vocabulary() -> dict[str, Any]:
    """The terms of the W3C's annotation context that we use, as https://www.w3.org/ns/anno defines them."""
    oa, to_iri, to_term = "http://www.w3.org/ns/oa#", {"@type": "@id"}, {"@type": "@vocab"}
    number = {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"}
    streams = "http://www.w3.org/ns/activitystreams#"
    terms: dict[str, Any] = {
        "id": "@id",
        "type": "@type",
        "AnnotationPage": f"{streams}OrderedCollectionPage",
        "items": {"@id": f"{streams}items", "@type": "@id", "@container": "@list"},
        "body": {"@id": f"{oa}hasBody", **to_iri},
        "target": {"@id": f"{oa}hasTarget", **to_iri},
        "source": {"@id": f"{oa}hasSource", **to_iri},
        "selector": {"@id": f"{oa}hasSelector", **to_iri},
        "motivation": {"@id": f"{oa}motivatedBy", **to_term},
        "purpose": {"@id": f"{oa}hasPurpose", **to_term},
        "start": {"@id": f"{oa}start", **number},
        "end": {"@id": f"{oa}end", **number},
    }
    names = "Annotation SpecificResource TextPositionSelector TextQuoteSelector exact prefix suffix"
    motivations = "classifying identifying linking"
    return {"@context": terms | {name: f"{oa}{name}" for name in (*names.split(), *motivations.split())}}


def test_web_annotations_are_linked_data(out: Path, seeds: tuple[Annotation, ...]) -> None:
    """PyLD expands every page without losing a key, and each stretch of each statement is a target of its own."""

    def load(address: str, _: object) -> dict[str, Any]:
        assert address == CONTEXT
        return {
            "contextUrl": None,
            "documentUrl": address,
            "document": vocabulary(),
            "contentType": "application/ld+json",
        }

    with zipfile.ZipFile(out / "webannotation.zip") as archive:
        for annotation in seeds:
            page = json.loads(archive.read(f"{annotation.document.id}.jsonld"))
            (expanded,) = jsonld.expand(page, {"documentLoader": load})
            assert keys(page) == keys(jsonld.compact(expanded, {"@context": CONTEXT}, {"documentLoader": load}))
            by_id = {item["id"]: item for item in page["items"]}
            for item in annotation.statements:
                targets = by_id[f"urn:attrib:statement:{item.id}"]["target"]
                positions = [(each["selector"][0]["start"], each["selector"][0]["end"]) for each in targets]
                assert positions == list(item.spans)
                quoted = [each["selector"][1]["exact"] for each in targets if len(each["selector"]) > 1]
                text = annotation.document.text
                hidden = annotation is seeds[4] or (annotation is seeds[3] and item.type == "author")
                assert quoted == ([] if hidden else [text[start:end] for start, end in item.spans])


def keys(value: object) -> set[str]:
    """Every key in a JSON value."""
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in keys(each)}
    return {key for each in value for key in keys(each)} if isinstance(value, list) else set()


def test_wikinews_format_is_read_like_the_corpus(out: Path, seeds: tuple[Annotation, ...], tmp_path: Path) -> None:
    """The reader of the corpus reads it; tokens and cells cut the words that they name out of the text."""
    with zipfile.ZipFile(out / "wikinews.zip") as archive:
        archive.extractall(tmp_path)
    documents = {document.text: document for document in read_corpus(tmp_path)}
    assert set(documents) == {annotation.document.text for annotation in seeds[:3]}
    assert sum(len(document.gold) for document in documents.values()) > 20
    for file in tmp_path.glob("*.json"):
        content = json.loads(file.read_text(encoding="utf-8"))
        text, tokens = content["originalText"], content["tokens"]
        assert all(text[token["charBegin"] : token["charEnd"]] == token["text"] for token in tokens)
        assert [token["id"] for token in tokens] == list(range(len(tokens)))
        for row in content["annotations"]:
            assert row["type"] in TYPES.values()
            assert row["medium"] in MEDIA.values()
            for span in row["quote"]["spans"]:
                assert tokens[span["begin"]]["charBegin"] == span["charBegin"]
                assert tokens[span["end"] - 1]["charEnd"] == span["charEnd"]


def test_sqlite_is_the_published_file(out: Path, working: Path, tmp_path: Path) -> None:
    """Byte for byte."""
    assert (out / "attrib.db").read_bytes() == build(working, tmp_path / "dist").database.read_bytes()


def test_build_writes_the_same_files(out: Path, working: Path, tmp_path: Path) -> None:
    """downloads/ holds every format whose library is installed, as listed; a second build gives the same bytes."""
    build(working, tmp_path / "dist")
    downloads = tmp_path / "dist" / "downloads"
    names = {path.relative_to(downloads) for path in downloads.rglob("*")}
    assert names == {path.relative_to(out) for path in out.rglob("*")}
    before = (downloads / "downloads.json").read_bytes()
    listed, others = json.loads(before), json.loads((out / "downloads.json").read_bytes())
    assert listed["files"] == [file for file in others["files"] if file["format"] in writable()]
    build(working, tmp_path / "dist")
    assert (downloads / "downloads.json").read_bytes() == before
    build(working, tmp_path / "dist", downloads=False)
    assert not downloads.exists()


def test_listing_tells_size_and_checksum(out: Path) -> None:
    """Of every file, with licence and version."""
    content = json.loads((out / "downloads.json").read_text(encoding="utf-8"))
    assert content["license_url"] == head().license_url
    assert content["schema_version"] == SCHEMA_VERSION
    assert {file["path"] for file in content["files"]} | {"downloads.json"} == {
        path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()
    }
    for file in content["files"]:
        assert file["bytes"] == (out / file["path"]).stat().st_size
        assert len(file["sha256"]) == 64


def test_published_copy_is_exported_too(working: Path, out: Path, tmp_path: Path) -> None:
    """A dist folder gives the same files, except those made from the words' analysis, which it does not hold."""
    build(working, tmp_path / "dist", downloads=False)
    export(tmp_path / "dist", formats=["csv", "jsonl", "webannotation"], out=tmp_path / "out")
    for name in ("statements_flat.csv.gz", "documents.jsonl.gz", "webannotation.zip"):
        assert (tmp_path / "out" / name).read_bytes() == (out / name).read_bytes()
    with pytest.raises(ExportError, match="working database"):
        export(tmp_path / "dist", formats=["conllu"], out=tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_unknown_format_lists_the_known(working: Path, tmp_path: Path) -> None:
    """And nothing is left behind."""
    result = CliRunner().invoke(main, ["export", str(working), "--format", "excel", "--out", str(tmp_path / "o")])
    assert result.exit_code == 2
    assert "'excel'" in result.stderr
    assert ", ".join(FORMATS) in result.stderr
    assert not (tmp_path / "o").exists()


def test_target_in_use_is_refused(working: Path, tmp_path: Path) -> None:
    """Without --force nothing is touched; with it other files stay."""
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "sources.jsonl.gz").write_text("old")
    with pytest.raises(ExportError, match="not empty"):
        export(working, formats=["jsonl"], out=tmp_path)
    assert (tmp_path / "sources.jsonl.gz").read_text() == "old"
    export(working, formats=["jsonl"], out=tmp_path, force=True)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert lines(tmp_path / "sources.jsonl.gz")


def test_file_as_target_is_refused(working: Path, tmp_path: Path) -> None:
    """With a sentence."""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ExportError, match="a file stands in its way"):
        export(working, formats=["jsonl"], out=tmp_path / "file")


def test_nothing_to_export(tmp_path: Path) -> None:
    """A missing database and one of another program are told."""
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE t (x)")
    for path in (tmp_path / "missing.db", tmp_path / "other.db", tmp_path):
        with pytest.raises(DatabaseError, match="no database of attrib"):
            export(path, formats=["csv"], out=tmp_path / "out")


def test_interrupted_export_leaves_nothing(working: Path, tmp_path: Path) -> None:
    """Neither a half-written file nor the folder; leftovers of a killed one are swept away."""
    (tmp_path / "out" / ".export-dead").mkdir(parents=True)
    (tmp_path / "out" / ".export-dead" / "half.csv.gz").write_text("half")

    def interrupt() -> None:
        raise KeyboardInterrupt

    for name in ("out", "new"):
        with pytest.raises(KeyboardInterrupt):
            export(working, formats=["jsonl"], out=tmp_path / name, started=lambda _: interrupt)
    assert list((tmp_path / "out").iterdir()) == []
    assert not (tmp_path / "new").exists()


def test_progress_counts_every_step(working: Path, tmp_path: Path) -> None:
    """As many steps as were announced."""
    announced: list[int] = []
    steps: list[None] = []

    def started(material: Any) -> Any:
        announced.append(material.steps(list(FORMATS)))
        return lambda: steps.append(None)

    export(working, formats=list(FORMATS), out=tmp_path / "out", started=started)
    assert announced == [len(steps)]


def test_empty_database_gives_empty_files(tmp_path: Path) -> None:
    """Every file is there, with a head and no rows."""
    database(tmp_path / "w.db", ())
    export(tmp_path / "w.db", formats=list(FORMATS), out=tmp_path / "out")
    assert lines(tmp_path / "out" / "documents.jsonl.gz") == []
    assert sqlite_utils.Database(tmp_path / "out" / "attrib.db").table("statements").count == 0


def test_documented_code_loads_each_format(out: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """Each example of docs/downloads.md runs beside the files and prints something."""
    page = (Path(__file__).parents[2] / "docs" / "downloads.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    monkeypatch.chdir(out)
    for example in examples:
        exec(compile(example, "docs/downloads.md", "exec"), {})
        gc.collect()
        assert capsys.readouterr().out.strip(), example
    assert len(examples) == len(FORMATS)
