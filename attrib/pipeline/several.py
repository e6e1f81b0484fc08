"""Articles in several languages: each is annotated by the annotator of its language, made when it is needed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from attrib.errors import ResourceError
from attrib.models import find_models
from attrib.pipeline import annotate
from attrib.pipeline.batch import Annotates
from attrib.records import Annotation, Document
from attrib.registry.registry import Registry
from attrib.text.loading import languages

FIRST = "de"
"""The language of texts too short to tell, and of models in a folder that does not say for which language they are."""


def readable_languages(models: Path | None) -> list[str]:
    """The languages with word lists and with models in the folder (by default in the package), `FIRST` before others.

    A folder that holds the files of one language side by side is taken to be for `FIRST`.
    """
    if models is not None and (models / "tokenize.pt").is_file():
        return [FIRST]
    found = [code for code in languages() if _has_models(code, models)]
    return sorted(found, key=lambda code: (code != FIRST, code)) or [FIRST]


def _has_models(language: str, models: Path | None) -> bool:
    try:
        find_models(language, models)
    except ResourceError:
        return False
    return True


def annotators(
    *,
    codes: Sequence[str],
    models: Path | None = None,
    sources: Sequence[Path] = (),
    threads: int | None = None,
    alone: bool = False,
) -> Annotates:
    """What annotates articles in these languages; `alone`: for a process that does nothing else.

    With one language such a process has its models before it is asked for anything; with several, those of a language
    when its first document comes. ModelError if they cannot be loaded.
    """
    make: Callable[..., Annotates] = annotate.loaded_annotator if alone else annotate.make_annotator
    wanted: dict[str, Any] = {"models": models, "sources": sources} | ({} if alone else {"threads": threads})
    if len(codes) == 1:
        return make(language=codes[0], **wanted)
    return Annotators(codes, lambda code: make(language=code, **wanted))


class Annotators:
    """One annotator for each language; no lists, models or registry are read before the first document."""

    def __init__(self, codes: Sequence[str], make: Callable[[str], Annotates]) -> None:
        self._codes, self._make = tuple(codes), make
        self._made: dict[str, Annotates] = {}

    def _of(self, language: str) -> Annotates:
        if language not in self._made:
            self._made[language] = self._make(language)
        return self._made[language]

    @property
    def registry(self) -> Registry:
        """The sources known beforehand, the same for all languages."""
        return self._of(self._codes[0]).registry

    def version_of(self, language: str) -> str:
        """What decides the annotation of documents in a language beside them."""
        return self._of(language).version_of(language)

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotation of each document, in order; those in one language go through its parser together."""
        waiting = iter(documents)
        while batch := list(islice(waiting, annotate.BATCH)):
            spoken = dict.fromkeys(document.language for document in batch)
            found = {
                code: self._of(code).annotate_documents([each for each in batch if each.language == code])
                for code in spoken
            }
            for document in batch:
                yield next(found[document.language])
