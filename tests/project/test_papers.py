"""The papers of the project: links lead somewhere, lists are complete."""

import json
import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest
import yaml

from attrib import __version__
from attrib.errors import IssueKind
from attrib.intake.reading.formats import FORMATS

ROOT = Path(__file__).parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_links_lead_to_files(paper: Path) -> None:
    """Every relative link names a file or folder that is there."""
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", paper.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (paper.parent / target).exists()] == []


def test_every_dependency_is_justified() -> None:
    """In docs/decisions.md, extras included; stubs go with what they describe."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for listed in project["optional-dependencies"].values() for name in listed]
    names = {re.split(r"[<>=\[ ]", each)[0] for each in [*project["dependencies"], *extras]}
    decisions = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    assert {
        name for name in names if name != "attrib" and not name.startswith("types-") and name not in decisions
    } == set()


def test_versions_agree() -> None:
    """Package, changelog and citation."""
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == __version__
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()


def test_make_has_few_targets() -> None:
    """At most eight beside `make help`, which lists them."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    targets = [line for line in lines if re.match(r"(?!help:)[a-z]+:", line)]
    assert len(targets) <= 8
    assert all("## " in line for line in targets)


def test_every_kind_of_issue_is_explained() -> None:
    """In docs/intake.md, with the formats that are read; nothing is listed that does not exist."""
    page = (ROOT / "docs" / "intake.md").read_text(encoding="utf-8")
    recorded = page[page.index("## What is recorded") :]
    assert set(re.findall(r"^\| `(\w+)` \|", recorded, flags=re.MULTILINE)) == set(get_args(IssueKind))
    assert [suffix for each in FORMATS.values() for suffix in each.suffixes if f"`{suffix}`" not in page] == []


def test_the_readme_rounds_as_the_site_does() -> None:
    """Its table of the quotation corpus is made of the figures that /quality shows."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    figures = json.loads((ROOT / "attrib" / "site" / "figures" / "wikinews.json").read_text(encoding="utf-8"))
    names = {
        "quote": "quotation (tokens)", "speaker": "speaker", "cue": "cue", "frame": "frame", "addressee": "addressee",
        "roles": "all roles", "joint": "quotation and roles", "type": "type", "medium": "medium",
    }  # fmt: skip
    for name, words in names.items():
        corpus, strict = figures["corpus"][name], figures["strict"][name]
        shares = (corpus["precision"], corpus["recall"], corpus["f1"], strict["f1"])
        assert f"| {words} | {' | '.join(f'{share:.2f}' for share in shares)} |" in readme
