"""The database: its dictionary, and rows written and read.

    from attrib.store import open_database, write_annotation, read_annotations, link_database

Importing costs next to nothing: what a name needs is loaded when it is used.
"""

from typing import TYPE_CHECKING, Any

__all__ = ["link_database", "open_database", "read_annotations", "write_annotation"]

if TYPE_CHECKING:
    from attrib.store.database import open_database
    from attrib.store.link import link_database
    from attrib.store.read import read_annotations
    from attrib.store.write import write_annotation

_HOMES = {
    "link_database": "attrib.store.link",
    "open_database": "attrib.store.database",
    "read_annotations": "attrib.store.read",
    "write_annotation": "attrib.store.write",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'attrib.store' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
