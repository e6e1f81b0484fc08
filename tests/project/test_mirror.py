"""Tests stand where what they test stands."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
OTHERS = {"project", "browser"}
"""Rooms of what is no room of the package: the papers, the container; pages as Chromium shows them."""


def test_rooms_of_the_tests_are_rooms_of_the_package() -> None:
    """And what stands in no room tests a module that stands in none."""
    places = {path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}
    rooms = {path.parent.name for path in (ROOT / "attrib").glob("*/__init__.py")}
    assert {place.parts[0] for place in places if len(place.parts) > 1} - OTHERS <= rooms
    alone = {place.stem.removeprefix("test_") for place in places if len(place.parts) == 1}
    assert alone <= {path.stem for path in (ROOT / "attrib").glob("*.py")}


def test_papers_name_tests_that_are_there() -> None:
    """A path of a test in a paper, in the Makefile or in the settings leads to a file."""
    papers = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "Makefile", ROOT / "pyproject.toml"]
    named = {path for paper in papers for path in re.findall(r"\btests/[\w/]+\.\w+", paper.read_text(encoding="utf-8"))}
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []
