"""What annotators do in brat, doccano and Label Studio comes back as judgements."""

import gzip
import json
import re
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bioc import brat as bioc_brat
from bioc.brat.datastructure import BratEntity, BratEvent

from attrib.errors import InputError
from attrib.publish.export.target import export
from attrib.records import Span
from attrib.review.correction.bringing import READERS, Report, bring_back
from attrib.review.correction.corrected import Judge
from attrib.review.correction.regions import FORMS, PARTS
from attrib.store.write import open_database
from tests import articles, frozen
from tests.exports import working_database
from tests.review.test_correction import judgements

JUDGE = Judge(by="A. Reader", on="2024-11-05", why="second reading")
TOOLS = ("brat", "doccano", "labelstudio")
Row = dict[str, Any]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The three articles."""
    return working_database(tmp_path / "w.db", articles.all_articles())


def exported(database: Path, tool: str, folder: Path) -> Path:
    """The export for a tool, unpacked if it is an archive."""
    export(database, formats=[tool], out=folder)
    if tool == "doccano":
        return folder / "doccano.jsonl.gz"
    with zipfile.ZipFile(folder / f"{tool}.zip") as archive:
        archive.extractall(folder / tool)
    return folder / tool


def bring(database: Path, tool: str, path: Path) -> Report:
    """What `attrib import` does."""
    db = open_database(database)
    with closing(db.conn):
        return bring_back(db, READERS[tool](path), JUDGE)


def as_doccano_gives_back(path: Path, change: Callable[[Row], None], target: Path) -> Path:
    """Other ids for entities and relations, an id for the line, and what an annotator changed of the first document."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    change(rows[0])
    for number, row in enumerate(rows):
        for entity in row["entities"]:
            entity["id"] += 1000
        for relation in row["relations"]:
            relation["from_id"] += 1000
            relation["to_id"] += 1000
        rows[number] = {"id": number + 1, **row, "Comments": []}
    target.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return target


def as_label_studio_gives_back(folder: Path, change: Callable[[list[Row]], None], target: Path) -> Path:
    """Each prediction as an annotation whose regions have other ids, as the tool makes of it, and what was changed."""
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    change(tasks[0]["predictions"][0]["result"])
    for number, task in enumerate(tasks):
        result = task["predictions"][0]["result"]
        for each in result:
            for name in ("id", "from_id", "to_id"):
                if name in each:
                    each[name] = f"new-{each[name]}"
        task |= {"id": number, "annotations": [{"id": 7, "was_cancelled": False, "result": result}]}
    target.write_text(json.dumps(tasks), encoding="utf-8")
    return target


def given_back(tool: str, path: Path, folder: Path) -> Path:
    """An export as the tool gives it back if nobody has changed anything."""
    if tool == "doccano":
        return as_doccano_gives_back(path, lambda row: None, folder / "back.jsonl")
    if tool == "labelstudio":
        return as_label_studio_gives_back(path, lambda result: None, folder / "back.json")
    return path


@pytest.mark.parametrize("tool", TOOLS)
def test_an_untouched_export_brings_nothing(tool: str, database: Path, tmp_path: Path) -> None:
    """Of hand-written articles and of the seeds, however the tool numbers what it gives back."""
    seeds = working_database(tmp_path / "s.db", (frozen.annotated_seed(path) for path in frozen.SEEDS))
    for number, each in enumerate((database, seeds)):
        path = exported(each, tool, tmp_path / str(number))
        report = bring(each, tool, given_back(tool, path, tmp_path / str(number)))
        assert (report.added, report.rejected, report.corrected, report.notes) == (0, 0, 0, ())
        assert report.documents == (3, 5)[number]


@pytest.mark.parametrize("tool", TOOLS)
def test_the_same_database_gives_the_same_bytes(tool: str, database: Path, tmp_path: Path) -> None:
    """Whenever it is exported."""
    files = []
    for name in ("one", "two"):
        export(database, formats=[tool], out=tmp_path / name)
        files.append(next(each for each in (tmp_path / name).iterdir() if each.name.startswith(tool)).read_bytes())
    assert files[0] == files[1]


def test_brat_is_read_by_others(tmp_path: Path) -> None:
    """By a library of the format: every event has its words in their place, and no words go over the end of a line."""
    seeds = [frozen.annotated_seed(path) for path in frozen.SEEDS]
    folder = exported(working_database(tmp_path / "s.db", seeds), "brat", tmp_path / "out")
    for annotation in seeds:
        name = annotation.document.id
        with (
            (folder / f"{name}.txt").open(encoding="utf-8", newline="") as text,
            (folder / f"{name}.ann").open(encoding="utf-8") as ann,
        ):
            found = bioc_brat.load(text, ann)
        assert found.text == annotation.document.text
        assert sum(isinstance(each, BratEvent) for each in found.annotations) == len(annotation.statements)
        for each in found.annotations:
            if isinstance(each, BratEntity):
                pieces = [found.text[place.begin : place.end] for place in sorted(each.locations)]
                assert " ".join(pieces) == each.text
                assert not any("\n" in piece for piece in pieces)


def test_brat_brings_codes_roles_and_notes(database: Path, tmp_path: Path) -> None:
    """A person changes an attribute, the note, the words, and deletes one statement and draws another."""
    folder = exported(database, "brat", tmp_path / "out")
    file = folder / "doc-a.ann"
    text, lines = articles.TEXT_A, file.read_text(encoding="utf-8").splitlines()
    note = next(line for line in lines if "id=a-worry;" in line)
    event = re.search(r"AnnotatorNotes (E\d+)", note)[1]  # type: ignore[index]
    lines = [re.sub(rf"(medium {event}) \w+", r"\1 writing", line) for line in lines]
    corrected = re.sub(r"sources=[^;]*; why=", "sources=nis; why=Austin repeats; it says so", note)
    lines[lines.index(note)] = corrected
    gone = next(line for line in lines if "id=a-author;" in line)
    dead = re.search(r"AnnotatorNotes (E\d+)", gone)[1]  # type: ignore[index]
    lines = [line for line in lines if not re.search(rf"\b{dead}\b", line)]
    start, end = articles.span(text, "seit Längerem mit Munition")
    lines += [f"T900\tStatement {start} {end}\tx", "E900\tStatement:T900", "A900\tform E900 reported", "R1\tX Arg1:T1"]
    file.write_text("\n".join(lines), encoding="utf-8")
    report = bring(database, "brat", folder)
    assert (report.corrected, report.added, report.rejected) == (1, 1, 1)
    changed = [row for row in judgements(database) if row[0] == "a-worry"]
    assert [row[1] for row in changed] == ["medium", "sources"]
    assert changed[1][2:4] == ('["lloyd-austin"]', '["nis"]')
    assert changed[0][6] == "Austin repeats; it says so"


def test_doccano_brings_forms_and_places(database: Path, tmp_path: Path) -> None:
    """Another label, a moved border, a role that is gone and a new statement with its cue."""
    path = exported(database, "doccano", tmp_path / "out")
    text = articles.TEXT_A

    def change(row: Row) -> None:
        start, _ = articles.span(text, "wäre das eine „besorgniserregende Entwicklung“ für Europa")
        worry = next(each for each in row["entities"] if each["start_offset"] == start)
        worry["label"], worry["start_offset"] = "reported", text.index("eine „besorgniserregende")
        new, cue = articles.span(text, "seit Längerem mit Munition"), articles.span(text, "Laut")
        row["entities"] += [
            {"id": 900, "label": "indirect", "start_offset": new.start, "end_offset": new.end},
            {"id": 901, "label": "cue", "start_offset": cue.start, "end_offset": cue.end},
        ]
        row["relations"].append({"id": 900, "from_id": 901, "to_id": 900, "type": "cue"})

    report = bring(database, "doccano", as_doccano_gives_back(path, change, tmp_path / "back.jsonl"))
    assert (report.corrected, report.added, report.rejected) == (1, 1, 0)
    rows = judgements(database)
    assert [row[1] for row in rows if row[0] == "a-worry"] == ["spans", "type"]
    added = {row[1]: row[3] for row in rows if row[0] != "a-worry"}
    assert added["cue"] == json.dumps([articles.span(text, "Laut")])


def test_label_studio_brings_what_is_chosen_and_written(database: Path, tmp_path: Path) -> None:
    """Codes, sources and reasons of a region; a deleted region is a rejected statement."""
    folder = exported(database, "labelstudio", tmp_path / "out")

    def change(result: list[Row]) -> None:
        for each in result:
            if each.get("id") == "a-worry" and each["type"] == "choices" and each["from_name"] == "certainty":
                each["value"]["choices"] = ["underspecified"]
            if each.get("id") == "a-worry" and each["type"] == "textarea":
                each["value"]["text"] = ["nis, pentagon"]
        worry = next(each for each in result if each.get("id") == "a-worry")
        told = {**worry["value"], "text": ["read again"]}
        result.append({"id": "a-worry", "type": "textarea", "from_name": "why", "to_name": "text", "value": told})
        gone = [each for each in result if "a-author" in str([each.get(name) for name in ("id", "from_id", "to_id")])]
        for each in gone:
            result.remove(each)

    report = bring(database, "labelstudio", as_label_studio_gives_back(folder, change, tmp_path / "back.json"))
    assert (report.corrected, report.added, report.rejected) == (1, 0, 1)
    changed = [row for row in judgements(database) if row[0] == "a-worry"]
    assert [(row[1], row[3], row[6]) for row in changed] == [
        ("certainty", "underspecified", "read again"),
        ("sources", '["nis", "pentagon"]', "read again"),
    ]


def test_label_studio_interface_fits_the_tasks(database: Path, tmp_path: Path) -> None:
    """Whatever a result names is in the interface, and what is marked is what stands in the text."""
    folder = exported(database, "labelstudio", tmp_path / "out")
    view = ElementTree.parse(folder / "config.xml").getroot()
    controls = {each.get("name"): each for each in view.iter() if each.get("toName")}
    labels = [label.get("value") for label in view.iter("Label")]
    assert labels == [*FORMS, *PARTS]
    for task in json.loads((folder / "tasks.json").read_text(encoding="utf-8")):
        for each in task["predictions"][0]["result"]:
            if each["type"] == "relation":
                assert each["labels"][0] in [link.get("value") for link in view.iter("Relation")]
                continue
            control, value = controls[each["from_name"]], each["value"]
            assert control.tag.lower() == each["type"]
            if each["type"] != "textarea":
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
            if each["type"] == "choices":
                assert value["choices"][0] in [choice.get("value") for choice in control.iter("Choice")]


def test_tasks_that_nobody_annotated_say_nothing(database: Path, tmp_path: Path) -> None:
    """And those that two people annotated are refused."""
    folder = exported(database, "labelstudio", tmp_path / "out")
    back = as_label_studio_gives_back(folder, lambda result: None, tmp_path / "back.json")
    tasks = json.loads(back.read_text(encoding="utf-8"))
    tasks[0]["annotations"] = [{"was_cancelled": True, "result": []}]
    tasks[1]["annotations"] = []
    back.write_text(json.dumps(tasks), encoding="utf-8")
    assert bring(database, "labelstudio", back).documents == 1
    tasks[2]["annotations"] *= 2
    back.write_text(json.dumps(tasks), encoding="utf-8")
    with pytest.raises(InputError, match="2 people annotated it"):
        bring(database, "labelstudio", back)


@pytest.mark.parametrize(
    ("tool", "name", "content", "message"),
    [
        ("brat", "doc-a.ann", "T1 no tab", "is no annotation of brat"),
        ("brat", "doc-a.ann", "T1\tStatement a b\tx", "is no annotation of brat"),
        ("brat", "doc-a.ann", "T1\tStatement 0 5\tx\nE1\tStatement:T1", "no attribute form"),
        ("brat", "doc-a.ann", "E1\tStatement:T1\nA1\tform E1 direct", "has no words"),
        ("brat", "lonely.ann", "", "without its text"),
        ("doccano", "x.jsonl", '{"text": "a"}', "is no document that doccano gives back"),
        ("doccano", "x.jsonl", "[1", "is no document that doccano gives back"),
        ("doccano", "x.jsonl", "[" * 100_000, "is no document that doccano gives back"),
        ("labelstudio", "x.json", "{}", "is no list of tasks"),
        ("labelstudio", "x.json", '[{"data": 1}]', "is not what Label Studio exports"),
        ("labelstudio", "x.json", "[" * 100_000, "is not what Label Studio exports"),
    ],
)
def test_broken_files_are_told(
    tool: str, name: str, content: str, message: str, database: Path, tmp_path: Path
) -> None:
    """In a sentence, and nothing is imported."""
    folder = exported(database, "brat", tmp_path / "out")
    if tool != "brat":
        folder = tmp_path / "empty"
        folder.mkdir()
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(message)):
        bring(database, tool, folder)
    assert judgements(database) == []


def test_labels_that_mean_nothing_are_told(database: Path, tmp_path: Path) -> None:
    """With those that are allowed; so are links that lead nowhere."""
    path = exported(database, "doccano", tmp_path / "out")

    def label(row: Row) -> None:
        row["entities"][0]["label"] = "ORG"

    def link(row: Row) -> None:
        first = row["entities"][0]["id"]
        row["relations"].append({"id": 77, "from_id": first, "to_id": first, "type": "cue"})

    for change, message in ((label, "the label ORG is not known; allowed: direct"), (link, "does not lead from")):
        with pytest.raises(InputError, match=message):
            bring(database, "doccano", as_doccano_gives_back(path, change, tmp_path / "back.jsonl"))


def test_pieces_that_only_a_line_keeps_apart_stay_two(tmp_path: Path) -> None:
    """A statement in two paragraphs comes back as it was, and so does one that goes over the end of a line."""
    article = articles.article_a()
    text = article.document.text
    break_ = text.index("\n")
    first = article.statements[0]
    over = first.model_copy(update={"id": "over", "spans": (Span(break_ - 10, break_ + 12),)})
    apart = first.model_copy(
        update={"id": "apart", "spans": (Span(break_ - 10, break_), Span(break_ + 2, break_ + 12))}
    )
    changed = article.model_copy(update={"statements": (*article.statements, over, apart)})
    numbered = [each.model_copy(update={"number": number}) for number, each in enumerate(changed.statements)]
    database = working_database(tmp_path / "w.db", [changed.model_copy(update={"statements": tuple(numbered)})])
    report = bring(database, "brat", exported(database, "brat", tmp_path / "out"))
    assert (report.added, report.rejected, report.corrected) == (0, 0, 0)
