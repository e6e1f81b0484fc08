"""The quality gate: figures are held against their floors, and floors only rise."""

import json
from pathlib import Path
from typing import Any

import pytest

from attrib.errors import InputError
from attrib.evaluation.baseline import PINNED, corpus_digest, drops, figure, read_baselines, update

Scores = dict[str, Any]


def scores(value: float, **others: float) -> Scores:
    """Every pinned figure of the gold evaluation at `value`, but for those named (`found_f1=…`)."""
    found: Scores = {}
    for name in PINNED["gold"]:
        outer, _, inner = name.partition(".")
        found.setdefault(outer, {})[inner] = others.get(name.replace(".", "_"), value)
    return found


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    """A file of floors at 0.8."""
    path = tmp_path / "baseline.json"
    update("gold", scores(0.8), "digest", path=path)
    return path


def test_what_reaches_its_floor_passes(pinned: Path) -> None:
    """The very figures that the floors were made of, and better ones."""
    assert drops("gold", scores(0.8), "digest", path=pinned) == []
    assert drops("gold", scores(0.9), "digest", path=pinned) == []


def test_what_falls_below_its_floor_is_named(pinned: Path) -> None:
    """With the figure and the floor."""
    (line,) = drops("gold", scores(0.8, found_f1=0.7994), "digest", path=pinned)
    assert line == "found.f1 is 0.7994, its floor 0.800."


def test_a_floor_is_rounded_down(tmp_path: Path) -> None:
    """A figure of 0.87654 passes its own floor; 0.29, which no computer holds exactly, is not taken for 0.289."""
    path = tmp_path / "baseline.json"
    update("gold", scores(0.87654, source_f1=0.29), "digest", path=path)
    floors = read_baselines(path)["gold"].floors
    assert (floors["found.f1"], floors["source.f1"]) == (0.876, 0.29)


def test_an_update_raises_floors(pinned: Path) -> None:
    """To what is reached now."""
    update("gold", scores(0.8, found_f1=0.85), "digest", path=pinned)
    floors = read_baselines(pinned)["gold"].floors
    assert (floors["found.f1"], floors["source.f1"]) == (0.85, 0.8)


def test_an_update_refuses_to_lower_a_floor(pinned: Path) -> None:
    """One figure lower and three higher: nothing is written, and the message says what fell."""
    before = pinned.read_text(encoding="utf-8")
    with pytest.raises(InputError, match=r"found\.f1 is 0\.7000"):
        update("gold", scores(0.9, found_f1=0.7), "digest", path=pinned)
    assert pinned.read_text(encoding="utf-8") == before


def test_evaluations_share_a_file(pinned: Path) -> None:
    """The floors of one do not touch those of the other."""
    other = {"corpus": {"quote": {"f1": 1.0}}}
    with pytest.raises(InputError, match="wikinews"):
        drops("wikinews", other, "digest", path=pinned)
    full: Scores = {}
    for name in PINNED["wikinews"]:
        rule, kind, part = name.split(".")
        full.setdefault(rule, {}).setdefault(kind, {})[part] = 0.5
    update("wikinews", full, "other", path=pinned)
    assert set(read_baselines(pinned)) == {"gold", "wikinews"}
    assert drops("gold", scores(0.8), "digest", path=pinned) == []


def test_floors_of_another_corpus_say_nothing(pinned: Path) -> None:
    """Neither held against figures nor raised by them."""
    with pytest.raises(InputError, match="another corpus"):
        drops("gold", scores(0.9), "other", path=pinned)
    with pytest.raises(InputError, match="another corpus"):
        update("gold", scores(0.9), "other", path=pinned)


def test_a_figure_that_is_gone_is_an_error(pinned: Path) -> None:
    """A measure that was renamed must not pass unmeasured."""
    changed = scores(0.9)
    del changed["found"]
    with pytest.raises(InputError, match=r"found\.f1"):
        drops("gold", changed, "digest", path=pinned)
    assert figure({"a": {"b": 1}}, "a.b") == 1.0


@pytest.mark.parametrize("content", ["{", "[]", '{"gold": 3}', '{"gold": {"corpus": "x", "floors": {"a": "b"}}}'])
def test_a_malformed_file_is_named(tmp_path: Path, content: str) -> None:
    """Rather than taken for one without floors."""
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"baseline\.json"):
        read_baselines(path)


def test_the_digest_is_of_names_and_contents(tmp_path: Path) -> None:
    """Not of the order, nor of the folder; another letter or name changes it."""
    for name, text in (("a.json", "1"), ("b.json", "2")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = sorted(tmp_path.glob("*.json"))
    digest = corpus_digest(files)
    assert corpus_digest(reversed(files)) == digest
    (tmp_path / "b.json").write_text("3", encoding="utf-8")
    assert corpus_digest(files) != digest
    (tmp_path / "b.json").rename(tmp_path / "c.json")
    assert corpus_digest(tmp_path.glob("*.json")) != digest


def test_the_checked_in_floors_can_be_read() -> None:
    """Both evaluations, every pinned figure."""
    found = read_baselines(Path(__file__).parents[1] / "eval" / "baseline.json")
    assert {name: set(item.floors) for name, item in found.items()} == {n: set(f) for n, f in PINNED.items()}
    assert json.loads((Path(__file__).parents[1] / "eval" / "baseline.json").read_text("utf-8")) == {
        name: item.model_dump() for name, item in found.items()
    }
