"""What is annotated together, and what becomes of it if one of the documents is more than a parser or a rule can take.

A batch is annotated as a whole wherever that is done: the parser's scores differ in the last digits with the sentences
beside each other, and the same batches give the same rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from attrib.errors import ModelError
from attrib.records import Annotation, Document
from attrib.registry.registry import Registry

Key = TypeVar("Key")


class Annotates(Protocol):
    """What is needed of `attrib.pipeline.annotate.Annotator`."""

    @property
    def registry(self) -> Registry:
        """The sources known beforehand."""

    def version_of(self, language: str) -> str:
        """What decides the annotation of documents in a language beside them."""

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotation of each document, in order."""


class Failure(NamedTuple):
    """Why there is no annotation of a document; unlike most errors it can be sent to another process."""

    kind: str
    message: str


Result = Annotation | Failure


class AnnotatesBatches(Protocol):
    """A way through batches: each comes back in order, with what belongs to it and a result for each document."""

    def __call__(self, batches: Iterable[tuple[Key, Sequence[Document]]]) -> Iterator[tuple[Key, list[Result]]]:
        """One result for each document of each batch; ModelError if the models cannot be loaded."""


def one_by_one(annotator: Annotates) -> AnnotatesBatches:
    """Each batch in this process, when its turn comes."""

    def annotated(batches: Iterable[tuple[Key, Sequence[Document]]]) -> Iterator[tuple[Key, list[Result]]]:
        return ((key, annotate_batch(annotator, documents)) for key, documents in batches)

    return annotated


def annotate_batch(annotator: Annotates, documents: Sequence[Document]) -> list[Result]:
    """The annotations of a batch; if it fails, of its halves, until the document is found that nobody foresaw."""
    try:
        return list(annotator.annotate_documents(documents)) if documents else []
    except ModelError:
        raise  # concerns all documents
    except Exception as error:  # whatever a parser or a rule stumbles over belongs to one document
        if len(documents) == 1:
            return [Failure(type(error).__name__, str(error))]
        half = len(documents) // 2
        return [*annotate_batch(annotator, documents[:half]), *annotate_batch(annotator, documents[half:])]
