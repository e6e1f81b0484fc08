"""The scores on gold: figures worked out by hand, and the same as those of the reference script where it is at hand."""

import importlib.util
import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from attrib.errors import InputError
from attrib.evaluation.gold import EXACT_FIELDS, gold_format, pair, precision_recall_f1, read_gold, score
from tests import articles

SHARED = Path(__file__).resolve().parents[3] / "shared"
Row = dict[str, Any]


def row(start: int, end: int, **fields: object) -> Row:
    """A statement of Seoul in the gold format."""
    plain: Row = {
        "spans": [[start, end]],
        "type": "indirect",
        "level": 0,
        "cue_spans": [[end + 1, end + 5]],
        "speaker_spans": [[end + 6, end + 10]],
        "sources": ["seoul"],
        "disclosure": "named",
        "polarity": "positive",
        "certainty": "certain",
        "distance": "neutral",
        "status": "claimed",
        "assessments": [],
    }
    return plain | fields


def figures(gold: list[Row], system: list[Row]) -> dict[str, Any]:
    """The scores of one article."""
    return score({"a.json": {"statements": gold}}, {"a.json": {"statements": system}})


def stand(verdict: str, by: str) -> Row:
    """An assessment."""
    return {"verdict": verdict, "by": by, "span": [0, 5]}


def test_gold_against_itself_is_perfect() -> None:
    """Every figure is 1."""
    rows = [row(0, 20, status="disputed", assessments=[stand("denies", "moskau")]), row(30, 50), row(35, 45, level=1)]
    found = figures(rows, rows)
    assert found["found"] == found["assessment"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert found["cue"]["f1"] == found["speaker"]["f1"] == found["status"]["macro_f1"] == 1.0
    assert {found[name]["accuracy"] for name in (*EXACT_FIELDS, "source")} == {1.0}


def test_a_statement_is_found_from_half_the_characters() -> None:
    """Character F1 of 0.5: 10 common ones of 20 and 20."""
    assert figures([row(0, 20)], [row(10, 30)])["found"]["recall"] == 1.0
    assert figures([row(0, 20)], [row(11, 31)])["found"]["recall"] == 0.0


def test_found() -> None:
    """Two of three found by a system with four: precision 1/2, recall 2/3."""
    found = figures([row(0, 20), row(30, 50), row(60, 80)], [row(0, 20), row(30, 48), row(100, 120), row(200, 220)])
    assert (found["gold"], found["system"]) == (3, 4)
    assert found["found"] == pytest.approx({"precision": 0.5, "recall": 2 / 3, "f1": 4 / 7})


def test_pairing_is_one_to_one() -> None:
    """Two halves of a gold statement cannot both be it."""
    assert len(pair([row(0, 40)], [row(0, 22), row(18, 40)])) == 1


def test_pairing_maximises_the_sum() -> None:
    """The better partner of one is left to the other if both gain by it."""
    assert pair([row(0, 20), row(0, 30)], [row(0, 24), row(0, 16)]) == {0: 1, 1: 0}


def test_the_same_type_decides_between_equals() -> None:
    """Of two with the same span, the one of the same type and level."""
    gold = [row(0, 20, type="direct", level=1)]
    assert pair(gold, [row(0, 20), row(0, 20, type="direct"), row(0, 20, type="direct", level=1)]) == {0: 2}


def test_plain_author_statements_do_not_count() -> None:
    """Asserted and neutral: neither right nor wrong."""
    plain = row(100, 120, type="author", status="asserted")
    assert figures([row(0, 20)], [row(0, 20), plain])["found"]["precision"] == 1.0


def test_other_author_statements_cost_nothing() -> None:
    """Those with distance or hearsay count if gold has them, and are no error if it has none."""
    author = row(100, 120, type="author", status="claimed")
    assert figures([row(0, 20)], [row(0, 20), author])["system"] == 1
    assert figures([row(0, 20), author], [row(0, 20), author])["system"] == 2


def test_fields_are_measured_over_found_pairs() -> None:
    """What was not found is no error of type; a field that gold leaves open is not counted."""
    gold = [row(0, 20), row(30, 50, type="direct"), row(60, 80, disclosure=None), row(90, 99)]
    system = [row(0, 20, certainty="possible"), row(30, 50), row(60, 80, disclosure="role")]
    found = figures(gold, system)
    assert found["type"]["accuracy"] == pytest.approx(2 / 3)
    assert found["certainty"]["accuracy"] == pytest.approx(2 / 3)
    assert found["disclosure"]["accuracy"] == 1.0


def test_cue_and_speaker_are_character_f1() -> None:
    """Half the cue and none of the speaker; rows without a cue in gold are left out."""
    gold = [row(0, 20, cue_spans=[[30, 34]], speaker_spans=[[40, 44]]), row(50, 70, cue_spans=[])]
    system = [row(0, 20, cue_spans=[[32, 36]], speaker_spans=[]), row(50, 70)]
    found = figures(gold, system)
    assert found["cue"]["f1"] == 0.5
    assert found["speaker"]["f1"] == pytest.approx(0.5)


def test_sources_are_sets() -> None:
    """All or nothing for `accuracy`, the shared part for `overlap`."""
    gold = [row(0, 20, sources=["seoul", "washington"]), row(30, 50)]
    found = figures(gold, [row(0, 20, sources=["seoul"]), row(30, 50)])
    assert found["source"]["accuracy"] == 0.5
    assert found["source"]["overlap"] == 0.75


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"sources": ["lloyd-austin"], "speaker": ["US-Verteidigungsminister Lloyd Austin"]}, "named"),
        ({"sources": ["ru-government"], "speaker": ["dem offiziellen Moskau"]}, "named"),
        ({"sources": ["michael-butler"], "speaker": ["Butler"]}, "named"),
        ({"sources": ["nis"], "speaker": ["der Geheimdienst"]}, "role"),
        ({"sources": ["lloyd-austin"], "speaker": ["er"]}, "pronoun"),
        ({"sources": ["nis"], "speaker": ["demnach"]}, "pronoun"),
        ({"sources": ["nato", "pentagon"], "speaker": ["beide"]}, "group"),
        ({"sources": ["unnamed-analysts"], "speaker": ["Analysten"]}, "unnamed"),
        ({"sources": ["nato-allies"], "speaker": ["Verbündete"], "disclosure": "unnamed"}, "unnamed"),
        ({"sources": ["hearsay"], "speaker": []}, "none"),
        ({"sources": []}, "none"),
    ],
)
def test_sources_are_scored_by_the_kind_of_mention(fields: dict[str, Any], kind: str) -> None:
    """A name is easy and a pronoun is not, so the shares of right sources stand side by side."""
    gold = [row(0, 10, **fields)]
    found = figures(gold, gold)["source"]["by_mention"]
    assert found == {kind: {"accuracy": 1.0, "statements": 1}}


def test_unnamed_parties_are_equal() -> None:
    """Their ids are made of wordings: one unnamed party is as good as another, but not as good as a named one."""
    gold = [row(0, 20, sources=["unnamed-beamte"]), row(30, 50, sources=["war-bloggers"], disclosure="unnamed")]
    system = [row(0, 20, sources=["unnamed-x-abc"]), row(30, 50, sources=["unnamed-y"])]
    assert figures(gold, system)["source"]["accuracy"] == 1.0
    assert figures(gold[:1], [row(0, 20)])["source"]["accuracy"] == 0.0


def test_status_counts_what_was_not_found() -> None:
    """Macro-F1 over the values in gold: claimed 1 of 2 found (F1 2/3), disputed not found (F1 0)."""
    gold = [row(0, 20), row(30, 50), row(60, 80, status="disputed")]
    found = figures(gold, [row(0, 20), row(300, 320)])
    assert found["status"]["per_value"] == pytest.approx({"claimed": 2 / 3, "disputed": 0.0})
    assert found["status"]["macro_f1"] == pytest.approx(1 / 3)
    assert found["status"]["accuracy"] == 1.0


def test_assessments() -> None:
    """Right if verdict and party are those of the paired statement: one of two, in three of the system's."""
    gold = [row(0, 20, assessments=[stand("denies", "moskau"), stand("confirms", "kiew")])]
    system = [
        row(0, 20, assessments=[stand("denies", "moskau"), stand("denies", "kiew")]),
        row(50, 70, assessments=[stand("confirms", "kiew")]),
    ]
    assert figures(gold, system)["assessment"] == pytest.approx({"precision": 1 / 3, "recall": 1 / 2, "f1": 0.4})


def test_a_missing_prediction_is_an_empty_one() -> None:
    """Its statements are not found."""
    gold = {"a.json": {"statements": [row(0, 20)]}, "b.json": {"statements": [row(0, 20)]}}
    assert score(gold, {"a.json": {"statements": [row(0, 20)]}})["found"]["recall"] == 0.5


def test_nothing_at_all() -> None:
    """No statements in gold and prediction give zeros, not an error."""
    assert figures([], [])["found"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_precision_recall_f1() -> None:
    """F1 is the harmonic mean."""
    assert precision_recall_f1(1, 2, 4) == pytest.approx({"precision": 0.5, "recall": 0.25, "f1": 1 / 3})


def test_the_gold_format() -> None:
    """Offsets, type, source ids, status in the document and who takes which stand."""
    article = gold_format(articles.article_a())
    claim = article["statements"][1]
    start = articles.TEXT_A.index("1.500 Soldaten")
    assert article["document"] == "000_a.txt"
    assert claim["spans"] == [[start, start + len(claim["exact"])]]
    assert (claim["type"], claim["status"], claim["disclosure"]) == ("indirect", "unconfirmed", "impersonal")
    assert [(item["verdict"], item["by"]) for item in claim["assessments"]] == [
        ("withholds", "pentagon"),
        ("withholds", "nato"),
    ]


def test_the_publisher_has_one_id_in_the_gold_format() -> None:
    """Whatever outlet it is."""
    heading = gold_format(articles.article_a())["statements"][0]
    assert heading["sources"] == ["publisher"]


def test_who_is_spoken_for_is_no_source_of_the_statement() -> None:
    """Austin speaks for the Pentagon, the statement is his."""
    assert gold_format(articles.article_a())["statements"][3]["sources"] == ["lloyd-austin"]


def test_gold_files_are_read_by_name(tmp_path: Path) -> None:
    """What was written in the format comes back."""
    article = gold_format(articles.article_b())
    (tmp_path / "b.json").write_text(json.dumps(article), encoding="utf-8")
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    read = read_gold(tmp_path)
    assert list(read) == ["b.json"]
    assert score(read, {"b.json": article})["found"]["f1"] == 1.0


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"statements": [{}]}', '{"statements": 3}'])
def test_a_malformed_gold_file_is_named(tmp_path: Path, content: str) -> None:
    """Rather than scored as empty."""
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.json"):
        read_gold(tmp_path)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    """Rather than scored as perfect."""
    with pytest.raises(InputError, match=tmp_path.name):
        read_gold(tmp_path)


def perturbed(rows: list[Row], chance: random.Random) -> list[Row]:
    """Rows as a system might find them: some missing, some doubled, shifted, with other values."""
    result: list[Row] = []
    for item in rows:
        fate = chance.random()
        if fate < 0.15:
            continue
        changed = json.loads(json.dumps(item))
        shift = chance.choice([0, 0, 3, 12, 40])
        changed["spans"] = [[a + shift, b + shift] for a, b in item["spans"]]
        for name, values in (
            ("type", ["direct", "indirect", "reported", "author"]),
            ("status", ["asserted", "claimed", "disputed", "confirmed"]),
            ("level", [0, 1]),
            ("certainty", ["certain", "possible"]),
            ("distance", ["neutral", "inferred"]),
            ("disclosure", ["named", "unnamed", None]),
            ("sources", [["nis"], ["nis", "pentagon"], ["unnamed-x"], []]),
            ("cue_spans", [[], [[3, 9]], None]),
            (
                "assessments",
                [[], [stand("denies", "kremlin")], [stand("denies", "kremlin"), stand("confirms", "nato")]],
            ),
        ):
            if chance.random() < 0.2:
                changed[name] = chance.choice(values)
        result.extend([changed] * (2 if fate > 0.95 else 1))
    return result


def rounded(value: Any) -> Any:
    """Figures to nine digits."""
    if isinstance(value, Mapping):
        return {name: rounded(item) for name, item in sorted(value.items())}
    return round(value, 9) if isinstance(value, float) else value


@pytest.mark.corpora
@pytest.mark.skipif(not (SHARED / "score_gold.py").exists(), reason="the reference script is not at hand")
@pytest.mark.parametrize("seed", range(12))
def test_the_figures_are_those_of_the_reference(tmp_path: Path, seed: int) -> None:
    """On gold and on predictions made of it by chance, every figure that the reference gives is equal."""
    spec = importlib.util.spec_from_file_location("score_gold", SHARED / "score_gold.py")
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    chance = random.Random(seed)
    gold = {name: dict(article) for name, article in read_gold(SHARED / "gold").items()}
    system = {name: {"statements": perturbed(article["statements"], chance)} for name, article in gold.items()}
    if seed % 3 == 0:
        system.popitem()
    for name, article in system.items():
        (tmp_path / name).write_text(json.dumps(article), encoding="utf-8")
    expected = reference.main(SHARED / "gold", tmp_path)
    assert rounded(alike(score(gold, system), expected)) == rounded(expected)


def alike(ours: Mapping[str, Any], reference: Mapping[str, Any]) -> dict[str, Any]:
    """Of our figures those that the reference has, too."""
    return {
        name: alike(value, reference[name]) if isinstance(value, Mapping) else value
        for name, value in ours.items()
        if name in reference
    }
