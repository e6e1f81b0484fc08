"""The copy that is published, what describes it, and the datasets to take away.

    from attrib.publish import build, BuildReport

Importing costs next to nothing: what a name needs is loaded when it is used.
"""

from typing import TYPE_CHECKING, Any

__all__ = ["BuildReport", "build"]

if TYPE_CHECKING:
    from attrib.publish.published import BuildReport, build


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'attrib.publish' has no attribute {name!r}")
    from attrib.publish import published

    return getattr(published, name)
