"""Annotators for processes of their own: they can be named to another process, and misbehave in it."""

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrib.errors import ModelError
from attrib.records import Annotation, Document
from tests.annotator import FakeAnnotator


class Mortal(FakeAnnotator):
    """Its process is killed over a text with SCHWER; over one with EINMAL only if no file `marker` is there yet."""

    def __init__(self, marker: Path) -> None:
        super().__init__()
        self._marker = marker

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """One statement a document."""
        for document in documents:
            if "EINMAL" in document.text and not self._marker.exists():
                self._marker.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if "SCHWER" in document.text:
                os.kill(os.getpid(), signal.SIGKILL)
            yield from super().annotate_documents([document])


class Slow(FakeAnnotator):
    """Takes a moment for every document."""

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """One statement a document."""
        for document in documents:
            time.sleep(0.02)
            yield from super().annotate_documents([document])


def slow_annotator(**_: object) -> Slow:
    """As `attrib.pipeline.annotate.loaded_annotator` is asked for."""
    return Slow()


class Modelless(FakeAnnotator):
    """Notices with the first document that its models are damaged."""

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """Nothing."""
        raise ModelError("The models are damaged.", seen="models")


def stillborn() -> FakeAnnotator:
    """Takes more memory than there is."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("not reached")


def threads_annotator() -> FakeAnnotator:
    """Says in its version how many threads it may have."""
    raise ModelError(os.environ.get("OMP_NUM_THREADS", "as many as it likes"))
