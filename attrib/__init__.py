"""Who claims it, how, and whether it is confirmed or disputed: statement by statement, in news articles.

    from attrib import Annotator, annotate, open_database

Importing costs next to nothing: what a name needs is loaded when it is used. docs/python.md shows how.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Annotator", "__version__", "annotate", "open_database"]

if TYPE_CHECKING:
    from attrib.api import Annotator, annotate
    from attrib.store.database import open_database

_HOMES = {"Annotator": "attrib.api", "annotate": "attrib.api", "open_database": "attrib.store.database"}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'attrib' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
