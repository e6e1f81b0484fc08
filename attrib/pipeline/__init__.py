"""The order of the stages: one document, and many."""

import warnings
from typing import Any


def __getattr__(name: str) -> Any:
    """`make_annotator` stood here in the last release; it warns and goes with the next."""
    if name != "make_annotator":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from attrib.pipeline.annotate import make_annotator

    warnings.warn(
        "attrib.pipeline.make_annotator will go: import make_annotator from attrib.pipeline.annotate.",
        DeprecationWarning,
        stacklevel=2,
    )
    return make_annotator
