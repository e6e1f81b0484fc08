import json
import socket
from pathlib import Path

import pytest

from attrib.errors import ResourceError
from attrib.models import InstalledModels, find_models, installed_models, pull_models
from training.card import FLOORS

OURS = ("tokenize.pt", "mwt.pt", "pos.pt", "lemma.pt", "depparse.pt", "vectors.pt")
STANZA = ("tokenize/gsd.pt", "mwt/gsd.pt", "pos/gsd_charlm.pt", "lemma/gsd.pt", "depparse/gsd.pt", "pretrain/f.pt")


def folder_with(folder: Path, *names: str) -> Path:
    """The folder with files of these names in it."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection can be made."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network in tests")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_own_layout(tmp_path: Path) -> None:
    """A folder with the files side by side is taken as it is."""
    files = find_models("de", folder_with(tmp_path, *OURS))
    assert files.processors == ("tokenize", "mwt", "pos", "lemma", "depparse")
    assert files.vectors == tmp_path / "vectors.pt"
    assert files.size == sum(len(name) for name in OURS)


def test_tables_beside_the_models(tmp_path: Path) -> None:
    """Tables are found by name and count for the fingerprint; the morphology is for the models it came with alone."""
    tables = ("subjunctive.tsv.gz", "full_stops.tsv.gz", "morphology.tsv.gz")
    files = find_models("de", folder_with(tmp_path / "own", *OURS, *tables))
    assert {files.subjunctive, files.full_stops, files.morphology} == {tmp_path / "own" / name for name in tables}
    assert {tmp_path / "own" / name for name in tables} < set(files.paths)
    folder_with(tmp_path / "theirs/de", *STANZA)
    theirs = find_models("de", tmp_path / "theirs")
    assert theirs.morphology is None
    assert theirs.full_stops is not None


def test_language_folder(tmp_path: Path) -> None:
    """The folder above the language's own works too."""
    folder_with(tmp_path / "de", *OURS)
    assert find_models("de", tmp_path).folder == tmp_path / "de"


def test_stanza_layout(tmp_path: Path) -> None:
    """A folder of Stanza models is found by processor; without resources.json every path is given."""
    folder_with(tmp_path / "de", *STANZA, "forward_charlm/newswiki.pt", "backward_charlm/newswiki.pt")
    options = find_models("de", tmp_path).pipeline_options()
    assert options["pos_model_path"] == str(tmp_path / "de/pos/gsd_charlm.pt")
    assert options["pos_pretrain_path"] == str(tmp_path / "de/pretrain/f.pt")
    assert options["depparse_forward_charlm_path"] == str(tmp_path / "de/forward_charlm/newswiki.pt")


def test_stanza_layout_with_resources(tmp_path: Path) -> None:
    """With Stanza's own resources.json Stanza decides which files belong together."""
    folder_with(tmp_path, "resources.json", *(f"de/{name}" for name in STANZA))
    assert find_models("de", tmp_path).pipeline_options() == {
        "dir": str(tmp_path),
        "processors": "tokenize,mwt,pos,lemma,depparse",
    }


def test_missing_folder(tmp_path: Path) -> None:
    """A folder without models: the message says where was looked and what can be done."""
    with pytest.raises(ResourceError, match=r"No models for 'de' in .*attrib models pull de"):
        find_models("de", tmp_path)


def test_unknown_language() -> None:
    """A language without models names those that are installed."""
    with pytest.raises(ResourceError, match="Installed: de, en"):
        find_models("xx", None)


def test_incomplete_folder(tmp_path: Path) -> None:
    """A half-copied folder names the missing files."""
    with pytest.raises(ResourceError, match=r"incomplete: pos\.pt, vectors\.pt missing"):
        find_models("de", folder_with(tmp_path, "tokenize.pt", "lemma.pt", "depparse.pt"))


def test_fingerprint(tmp_path: Path) -> None:
    """The fingerprint follows the bytes of the files, not their place or time."""
    first = find_models("de", folder_with(tmp_path / "a", *OURS)).fingerprint
    second = find_models("de", folder_with(tmp_path / "b", *OURS))
    assert second.fingerprint == first
    (tmp_path / "b/pos.pt").write_bytes(b"other")
    assert second.fingerprint != first


def test_installed_models() -> None:
    """The German models under 80 MB, the English ones under 60, with licence and scores."""
    german, english = installed_models()
    assert [(item.language, item.licence) for item in (german, english)] == [
        ("de", "CC BY-SA 4.0"),
        ("en", "CC BY-SA 4.0"),
    ]
    assert {"tokenize", "mwt", "pos", "lemma", "depparse"} <= set(german.processors)
    assert {"tokenize", "pos", "lemma", "depparse"} <= set(english.processors)
    assert german.size <= 80_000_000
    assert english.size <= 60_000_000
    assert min(german.scores["las"], english.scores["las"]) > 70


@pytest.mark.parametrize("models", installed_models(), ids=lambda models: models.language)
def test_scores_reach_the_floors(models: InstalledModels) -> None:
    """No model is shipped that falls below what was asked of it on the held-back news."""
    news = json.loads((models.folder / "scores.json").read_text(encoding="utf-8"))["news"]
    floors = FLOORS[models.language]
    assert {name: news[name] for name, floor in floors.items() if news[name] < floor} == {}


@pytest.mark.pipeline
@pytest.mark.usefixtures("offline")
@pytest.mark.filterwarnings("ignore")
def test_pull_without_network(tmp_path: Path) -> None:
    """Without a network pulling says so and points to the models of the package."""
    with pytest.raises(ResourceError, match="work without a network"):
        pull_models("de", tmp_path)
