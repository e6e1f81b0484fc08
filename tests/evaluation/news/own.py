"""Three short articles with gold, written for these tests, and a system that finds what gold has or what it is told."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrib.evaluation.news.comparison import Comparison, compare
from attrib.evaluation.news.gold_article import GoldArticle, GoldStatement
from attrib.evaluation.news.gold_files import read_gold_articles
from attrib.evaluation.news.naming import NamedSource
from attrib.evaluation.news.stored import StoredArticle
from attrib.records import Annotation, Assessment, Document, Part, Source, Span, Statement, StatementSource
from attrib.registry.registry import Registry, load_registry
from attrib.text.language import Language
from tests import frozen

HERE = Path(__file__).parent / "own"
GOLD = HERE / "gold"
TEXTS = HERE / "texts"
Change = Callable[[Annotation], Annotation]


def gold() -> dict[str, GoldArticle]:
    """The gold of the three articles, by the names of the articles without their suffix."""
    return {Path(name).stem: article for name, article in read_gold_articles(GOLD).items()}


def text(name: str) -> str:
    """The text of an article."""
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def as_gold_has_it(article: GoldArticle, document: Document) -> Annotation:
    """An annotation that finds all that gold has, and nothing else."""
    statements = [_statement(item, document, number) for number, item in enumerate(article.statements)]
    stands = [
        _stand(statements[place].id, stand.by, stand.verdict, stand.span, document)
        for place, item in enumerate(article.statements)
        for stand in item.assessments
    ]
    used = {link.source for item in statements for link in item.sources} | {stand.source for stand in stands}
    names = {party.id: (party.names[0], party.kind) for party in article.parties or ()}
    sources = [
        _source(key, *names.get(key, (key, key if key in {"hearsay", "publisher"} else "other"))) for key in used
    ]
    part = Part(document=document.id, number=0, kind="paragraph", start=0, end=len(document.text))
    return Annotation(
        document=document,
        parts=(part,),
        conllu="",
        statements=tuple(statements),
        sources=tuple(sorted(sources, key=lambda each: each.id)),
        assessments=tuple(stands),
    )


def source(key: str, name: str, **fields: Any) -> Source:
    """A source that a text brought along, unless told otherwise."""
    return Source.model_validate({"id": key, "name": name, "kind": "other", "origin": "discovered", **fields})


def _source(key: str, name: str, kind: str) -> Source:
    origin = kind if kind in {"hearsay", "publisher"} else "discovered"
    return source(key, name, kind=kind, origin=origin)


def _statement(gold_row: GoldStatement, document: Document, number: int) -> Statement:
    mention = " ".join(document.text[start:end] for start, end in gold_row.speaker_spans or ()) or None
    return Statement(
        id=f"{document.id}-{number}",
        document=document.id,
        number=number,
        type=gold_row.type,
        marker="none",
        level=gold_row.level,
        polarity=gold_row.polarity,
        distance=gold_row.distance or "neutral",
        status_in_document=gold_row.status,
        status=gold_row.status,
        spans=gold_row.spans,
        exact=gold_row.words(document.text),
        speaker=gold_row.speaker_spans or (),
        context=Span(0, len(document.text)),
        part=0,
        sources=tuple(credit(key, gold_row.disclosure, mention) for key in gold_row.sources),
        rule="hand",
        detail="written by hand",
    )


def credit(key: str, disclosure: Any = "named", mention: str | None = None) -> StatementSource:
    """Somebody who states something."""
    return StatementSource(source=key, disclosure=disclosure, mention=mention, rule="hand", detail="written by hand")


def _stand(statement: str | None, by: str, verdict: Any, span: Span, document: Document) -> Assessment:
    return Assessment(
        document=document.id,
        statement=statement,
        source=by,
        verdict=verdict,
        start=span.start,
        end=span.end,
        exact=document.text[span.start : span.end],
        rule="hand",
        detail="written by hand",
    )


def in_place_of(place: int, **fields: Any) -> Change:
    """Other values in the statement at a place."""

    def change(annotation: Annotation) -> Annotation:
        rows = list(annotation.statements)
        rows[place] = rows[place].model_copy(update=fields)
        return annotation.model_copy(update={"statements": tuple(rows)})

    return change


def without(place: int) -> Change:
    """The statement at a place, and the stands on it, are not found."""

    def change(annotation: Annotation) -> Annotation:
        gone = annotation.statements[place].id
        rows = tuple(item for item in annotation.statements if item.id != gone)
        stands = tuple(item for item in annotation.assessments if item.statement != gone)
        return annotation.model_copy(update={"statements": rows, "assessments": stands})

    return change


def credited(place: int, *sources: Source, mention: str | None = None) -> Change:
    """The statement at a place is said to be of these sources."""

    def change(annotation: Annotation) -> Annotation:
        links = tuple(credit(each.id, mention=mention) for each in sources)
        known = {each.id: each for each in (*annotation.sources, *sources)}
        changed = in_place_of(place, sources=links)(annotation)
        return changed.model_copy(update={"sources": tuple(known.values())})

    return change


def compared(name: str, *changes: Change) -> Comparison:
    """An article against what the system finds in it: what gold has, changed."""
    article = gold()[name]
    annotation = as_gold_has_it(article, Document(id=name, name=article.document, text=text(name)))
    for change in changes:
        annotation = change(annotation)
    return compare(article, as_stored(annotation), language=frozen.GERMAN)


def as_stored(annotation: Annotation) -> StoredArticle:
    """An annotation as it comes out of a database of which it is the only one."""
    sources: Mapping[str, NamedSource] = {
        each.id: NamedSource(each.id, each.kind, each.origin, frozenset({each.name})) for each in annotation.sources
    }
    return StoredArticle(annotation.document.text, annotation.statements, annotation.assessments, sources)


class GoldAnnotator:
    """Stands in for the models: finds in the three articles what gold has, but for the changes of an article."""

    version = "gold-1"

    def __init__(self, changes: Mapping[str, Change] | None = None) -> None:
        self._changes = changes or {}

    def version_of(self, language: str) -> str:
        """The same for all."""
        return self.version

    @property
    def language(self) -> Language:
        """German."""
        return frozen.GERMAN

    @property
    def registry(self) -> Registry:
        """The shipped one."""
        return load_registry()

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """One annotation for each."""
        for document in documents:
            name = Path(document.name).stem
            found = as_gold_has_it(gold()[name], document)
            yield self._changes.get(name, _same)(found)


def _same(annotation: Annotation) -> Annotation:
    return annotation
