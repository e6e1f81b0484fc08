"""Gold files are read strictly: whatever is wrong is told with the file, what was seen, what is allowed, what to do."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from attrib.errors import InputError
from attrib.evaluation.news.gold_files import check_against_text, read_gold_articles
from tests.evaluation.news import own

Content = dict[str, Any]


def with_change(change: Callable[[Content], object], folder: Path) -> Path:
    """A folder with the gold of one article, changed."""
    content = json.loads((own.GOLD / "hafen.json").read_text(encoding="utf-8"))
    change(content)
    (folder / "hafen.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_gold_is_read_by_file_in_order() -> None:
    """With parties, statements, and who takes which stand."""
    found = read_gold_articles(own.GOLD)
    assert list(found) == ["fluss.json", "hafen.json", "werk.json"]
    second = found["hafen.json"].statements[1]
    assert second.words(own.text("hafen")) == "„Die Kaimauer ist beschädigt.“"
    assert [(stand.verdict, stand.by) for stand in second.assessments] == [("denies", "reederei-nordlicht")]


def test_articles_without_parties_are_read(tmp_path: Path) -> None:
    """The older form: any id may be a source, and words may stand beside places."""

    def change(content: Content) -> None:
        del content["parties"]
        content["statements"][1].update(exact=["„Die Kaimauer ist beschädigt.“"], cue=["sagte"], speaker=[])
        content["statements"][1]["assessments"][0].update(evidence="bestritt", by="nordlicht")

    (article,) = read_gold_articles(with_change(change, tmp_path)).values()
    assert article.parties is None
    assert article.statements[1].assessments[0].by == "nordlicht"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda gold: gold.update(title="x"),
            ("'title'", "unknown field", "document, parties, statements", "spelling"),
        ),
        (lambda gold: gold["parties"][0].update(name="x"), ("'parties.0.name'", "id, names, kind, disclosure")),
        (lambda gold: gold["statements"][2].update(source="x"), ("'statements.2.source'", "sources, disclosure")),
        (
            lambda gold: gold["statements"][1]["assessments"][0].update(of="x"),
            ("assessments.0.of", "verdict, by, span"),
        ),
        (lambda gold: gold["statements"][0].pop("status"), ("'statements.0.status'", "missing", "add it")),
        (lambda gold: gold["statements"][0].update(status="true"), ("'statements.0.status'", "'true'", "'claimed'")),
        (lambda gold: gold["statements"][0].update(spans=[[1, "2"]]), ("statements.0.spans.0", "'2'", "integer")),
        (
            lambda gold: gold["statements"][0].update(sources=["hafen"]),
            ("'hafen'", "ilse-brandt, reederei", "`parties`"),
        ),
        (lambda gold: gold["statements"][1]["assessments"][0].update(by="x"), ("assessments.0.by", "'x'", "hafenamt")),
        (lambda gold: gold["parties"].append(gold["parties"][0]), ("'hafenamt' is there twice", "merge")),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, change: Callable[[Content], object], words: tuple[str, ...]) -> None:
    """Unknown and missing fields, values, ids."""
    with pytest.raises(InputError) as raised:
        read_gold_articles(with_change(change, tmp_path))
    assert [word for word in ("hafen.json", *words) if word not in str(raised.value)] == []


@pytest.mark.parametrize(("content", "words"), [("{", "not JSON"), ("[]", "as a whole"), ("", "not JSON")])
def test_what_is_no_gold_at_all_is_named(tmp_path: Path, content: str, words: str) -> None:
    """Rather than scored as empty."""
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=rf"a\.json.*{words}"):
        read_gold_articles(tmp_path)


def test_many_mistakes_are_counted(tmp_path: Path) -> None:
    """The first five are told."""

    def change(content: Content) -> None:
        for number in range(9):
            content[f"field{number}"] = 1

    with pytest.raises(InputError, match="and 4 more"):
        read_gold_articles(with_change(change, tmp_path))


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    """Rather than scored as perfect."""
    with pytest.raises(InputError, match=tmp_path.name):
        read_gold_articles(tmp_path)


def test_sources_that_no_article_lists(tmp_path: Path) -> None:
    """Hearsay, the publisher, and an unnamed party."""

    def change(content: Content) -> None:
        content["statements"][0]["sources"] = ["hearsay", "publisher"]
        content["statements"][1]["assessments"][0]["by"] = "unnamed"

    assert read_gold_articles(with_change(change, tmp_path))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("spans", [[0, 9999]]),
        ("spans", [[7, 7]]),
        ("spans", [[-1, 4]]),
        ("spans", []),
        ("cue_spans", [[9, 3]]),
        ("speaker_spans", [[0, 9999]]),
        ("assessments", [{"verdict": "denies", "by": "hafenamt", "span": [0, 9999]}]),
    ],
)
def test_places_are_those_of_the_text(tmp_path: Path, field: str, value: object) -> None:
    """Gold of another version of the text must not be scored."""
    folder = with_change(lambda content: content["statements"][3].update({field: value}), tmp_path)
    (article,) = read_gold_articles(folder).values()
    with pytest.raises(InputError, match=rf"hafen\.json, field 'statements\.3\.{field}"):
        check_against_text("hafen.json", article, own.text("hafen"))


def test_places_that_are_right_pass() -> None:
    """Those of the three articles."""
    for name, article in own.gold().items():
        check_against_text(name, article, own.text(name))
