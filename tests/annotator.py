"""An annotator without models, for tests of what happens around it."""

from collections.abc import Iterable, Iterator

from attrib.records import Annotation, Document, Part, Span, Statement, StatementSource
from attrib.registry.registry import Registry, load_registry
from attrib.text.language import Language
from attrib.text.loading import load_language

GERMAN = "Der Minister erklärte am Freitag in Berlin, die Brücke bleibe gesperrt. Mehr wollte er dazu nicht sagen. " * 2
ENGLISH = "The minister said on Friday in Berlin that the bridge would remain closed for traffic until the summer. " * 2
DUTCH = "De minister zei vrijdag in Berlijn dat de brug tot in de zomer gesloten blijft voor al het verkeer. " * 2


class FakeAnnotator:
    """Credits every whole text to the NIS; a text with a certain word breaks it."""

    def __init__(self, *, version: str = "fake-1") -> None:
        self.version = version
        self.seen: list[str] = []

    @property
    def language(self) -> Language:
        """German."""
        return load_language("de")

    @property
    def registry(self) -> Registry:
        """The shipped one."""
        return load_registry()

    def version_of(self, language: str) -> str:
        """The same for all."""
        return self.version

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """One statement a document."""
        for document in documents:
            self.seen.append(document.name)
            if "KAPUTT" in document.text:
                raise ValueError("no tree")
            yield annotation(document)


def annotation(document: Document) -> Annotation:
    """The whole text as one indirect statement of the NIS."""
    whole = Span(0, len(document.text))
    statement = Statement(
        id=f"s-{document.id}",
        document=document.id,
        number=0,
        type="indirect",
        marker="according_to",
        spans=(whole,),
        exact=document.text,
        context=whole,
        part=0,
        sources=(StatementSource(source="nis", disclosure="named", rule="fake", detail="always"),),
        rule="fake",
        detail="always",
    )
    part = Part(document=document.id, number=0, kind="paragraph", start=0, end=len(document.text))
    return Annotation(document=document, parts=(part,), conllu="", statements=(statement,), sources=(), assessments=())
