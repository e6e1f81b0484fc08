"""Paths of the last release still work, and say where the name is now."""

import sys
from importlib import import_module

import pytest

MOVED = (
    ("attrib.analysis", "Span", "attrib.records"),
    ("attrib.document", "document_id", "attrib.intake.article"),
    ("attrib.document", "read_document", "attrib.intake.article"),
    ("attrib.link_read", "link_database", "attrib.store"),
    ("attrib.export.target", "export", "attrib.publish.export.target"),
)


@pytest.mark.parametrize(("old", "name", "new"), MOVED)
def test_an_old_path_leads_to_the_new_one(monkeypatch: pytest.MonkeyPatch, old: str, name: str, new: str) -> None:
    """The same thing under both, and the warning names the new one."""
    monkeypatch.delitem(sys.modules, old, raising=False)
    with pytest.warns(DeprecationWarning, match=f"{name}.* from {new}"):
        moved = import_module(old)
    assert getattr(moved, name) is getattr(import_module(new), name)


@pytest.mark.parametrize("room", ["attrib.publish", "attrib.store"])
def test_a_room_offers_its_public_names(room: str) -> None:
    """Those it lists, loaded when asked for; anything else is refused as usual."""
    found = import_module(room)
    assert all(callable(getattr(found, name)) for name in found.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = found.nonsense


def test_the_annotator_is_made_where_it_was() -> None:
    """`attrib.pipeline` was a module, and is a room."""
    with pytest.warns(DeprecationWarning, match=r"from attrib\.pipeline\.annotate"):
        moved = import_module("attrib.pipeline").make_annotator
    assert moved is import_module("attrib.pipeline.annotate").make_annotator
    with pytest.raises(AttributeError, match="nonsense"):
        _ = import_module("attrib.pipeline").nonsense
