"""docs/architecture.md shows the rooms as the code has them."""

import shutil
from pathlib import Path

from bench import rooms


def test_page_is_up_to_date(tmp_path: Path) -> None:
    """Run `python -m bench.rooms` if this fails, and look at the arrows: a new one is a new dependency."""
    page = tmp_path / "architecture.md"
    shutil.copy(rooms.PAGE, page)
    rooms.write(page)
    assert rooms.PAGE.read_text(encoding="utf-8") == page.read_text(encoding="utf-8")


def test_rooms_import_only_what_is_below() -> None:
    """As `lint-imports` has it, so that the picture needs no tool to be true."""
    order = rooms.rooms()
    for room, imported in rooms.imports().items():
        assert [below for below in imported if order.index(below) <= order.index(room)] == [], room


def test_arrows_that_follow_from_others_are_left_out() -> None:
    """What is reached over another room is not drawn, everything else is."""
    graph = {"a": frozenset("bcd"), "b": frozenset("c"), "c": frozenset(), "d": frozenset()}
    assert rooms.reduced(graph) == {**graph, "a": frozenset("bd")}


def test_every_folder_is_a_room() -> None:
    """No package stands outside of the layers, but for paths of the last release."""
    folders = {path.parent.name for path in (rooms.ROOT / "attrib").glob("*/__init__.py")}
    assert folders - set(rooms.rooms()) == {"export"}
