"""Annotation from Python: `annotate(text)` for one text, `Annotator().annotate_texts(texts)` for many.

Models are loaded when the first text is annotated, once for each annotator, and need no network.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

from attrib.errors import InputError
from attrib.intake.article import document_id
from attrib.intake.detection import language_of
from attrib.pipeline.batch import Annotates
from attrib.pipeline.several import annotators, readable_languages
from attrib.records import Annotation, Document
from attrib.registry.registry import Registry

_NAME = "text"
"""The name of a text of which nothing else is known: the same text is then the same document."""


def annotate(
    text: str, *, publisher: str | None = None, published: str | None = None, language: str = "de"
) -> Annotation:
    """Everything found in one text; offsets are code points of `text`.

    `publisher` is the outlet, to which the text's own words are credited; `published` an ISO 8601 date (or its
    beginning), from which *am Mittwoch* is reckoned. The shipped models stay loaded for the next call. Raises
    InputError for anything but a text, ResourceError for a language that has no lists. With `language="auto"` the text
    itself says in which of the installed languages it is.
    """
    document = _document(text, publisher=publisher, published=published, languages=_languages(language, None))
    return next(_shipped(document.language).annotate_documents([document]))


class Annotator:
    """An annotator for many texts, with the shipped models and registry or with your own.

    `models` is a folder of Stanza models, `sources` are folders of further registry files, `threads` is how many
    threads PyTorch may use (None leaves it to PyTorch). With `language="auto"` each text says in which of the
    installed languages it is. Nothing is loaded before the first text.
    """

    def __init__(
        self,
        *,
        language: str = "de",
        models: Path | None = None,
        sources: Sequence[Path] = (),
        threads: int | None = None,
    ) -> None:
        self.language = language
        self._models, self._sources, self._threads = models, tuple(sources), threads

    @cached_property
    def _languages(self) -> Sequence[str]:
        return _languages(self.language, self._models)

    @cached_property
    def _pipeline(self) -> Annotates:
        return annotators(codes=self._languages, models=self._models, sources=self._sources, threads=self._threads)

    @property
    def version(self) -> str:
        """What decides the result beside the texts: program, models, word lists, registry; several are joined by +."""
        return "+".join(map(self._pipeline.version_of, self._languages))

    @property
    def registry(self) -> Registry:
        """The sources known beforehand."""
        return self._pipeline.registry

    def annotate_texts(self, texts: Iterable[str]) -> Iterator[Annotation]:
        """The annotation of each text, in order; a few dozen texts are held in memory at a time.

        Raises InputError for a single text in place of several, and for anything that is no text.
        """
        if isinstance(texts, str):
            raise InputError("annotate_texts takes several texts; for a single one use annotate_texts([text]).")
        return self.annotate_documents(_document(text, languages=self._languages) for text in texts)

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotation of each document, in order: for texts of which publisher, date or rights are known."""
        return self._pipeline.annotate_documents(documents)


@cache
def _shipped(language: str) -> Annotator:
    return Annotator(language=language)


def _languages(language: str, models: Path | None) -> Sequence[str]:
    return readable_languages(models) if language == "auto" else (language,)


def _document(
    text: str, *, publisher: str | None = None, published: str | None = None, languages: Sequence[str]
) -> Document:
    if not isinstance(text, str):
        raise InputError(f"A text is wanted, not {type(text).__name__}.", seen=type(text).__name__, allowed="str")
    return Document(
        id=document_id(text, publisher or _NAME),
        name=_NAME,
        text=text,
        publisher=publisher,
        published=published,
        language=(languages[0] if len(languages) == 1 else language_of(text, languages)) or languages[0],
    )
