"""From article to annotation: document → parts → analysis → quotations → sources → assessments → rows.

`annotate` reads top to bottom as the whole way of one document; every stage is a pure function of what it is handed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from pathlib import Path
from textwrap import shorten

from attrib.intake.detection import FOREIGN, detect_language, language_of_sentence, without_foreign
from attrib.parse.parser import Parser
from attrib.pipeline.version import annotator_version
from attrib.quotation.runner import quotations
from attrib.records import Annotation, Document, Issue, Part, Span
from attrib.registry.registry import Registry, load_registry
from attrib.source.chain import attribution_chains
from attrib.source.crediting import credit
from attrib.source.passing import without_passing_media
from attrib.stand.settle import assess
from attrib.statement.proposition import with_propositions
from attrib.statement.quantity import with_quantities
from attrib.statement.told import told_statements
from attrib.text.analysis import Analysis, write_conllu
from attrib.text.composed import read
from attrib.text.language import Language
from attrib.text.loading import languages, load_language
from attrib.text.marks import Quoted
from attrib.text.parts import UNREAD, cut_parts
from attrib.text.text import Text

BATCH = 32
"""Documents that go through the parser together."""
_SHOWN = 40
"""Characters of a quotation in a message."""


@dataclass(frozen=True)
class Annotator:
    """Everything that is needed to annotate: a language's lists, the registry, and the parser's models."""

    language: Language
    registry: Registry
    parser: Parser

    @cached_property
    def version(self) -> str:
        """What decides the result beside the documents: code, models, word lists, registry, as one short hash each."""
        return annotator_version(models=self.parser.fingerprint, language=self.language, registry=self.registry)

    def version_of(self, language: str) -> str:
        """The same; ValueError for a language that is not this annotator's."""
        if language != self.language.code:
            raise ValueError(f"this annotator is for {self.language.code!r}, not for {language!r}")
        return self.version

    def annotate_documents(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotation of each document, in order, parsed in batches."""
        waiting = iter(documents)
        while batch := list(islice(waiting, BATCH)):
            readings = [read(document, self.language) for document in batch]
            found = self._annotated([reading.document for reading in readings])
            for annotation, reading in zip(found, readings, strict=True):
                yield reading.put_back(annotation)

    def _annotated(self, batch: Sequence[Document]) -> Iterator[Annotation]:
        cut = [self._parts(item) for item in batch]
        analyses = self.parser.analyse([(item.text, readable(parts)) for item, parts in zip(batch, cut, strict=True)])
        for document, parts, analysis in zip(batch, cut, analyses, strict=True):
            yield annotate(document, parts, analysis, language=self.language, registry=self.registry)

    def _parts(self, document: Document) -> tuple[Part, ...]:
        parts = cut_parts(document.text, document=document.id, language=self.language)
        return without_foreign(document.text, parts, language=document.language)


def readable(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts that are parsed: sentences in the document's language."""
    return tuple(part for part in parts if part.kind not in UNREAD)


def make_annotator(
    *, language: str = "de", models: Path | None = None, sources: Sequence[Path] = (), threads: int | None = None
) -> Annotator:
    """An annotator with the shipped models and registry, or with a models folder and further sources of your own."""
    return Annotator(
        load_language(language), load_registry(*sources), Parser(language=language, models=models, threads=threads)
    )


def loaded_annotator(*, language: str = "de", models: Path | None = None, sources: Sequence[Path] = ()) -> Annotator:
    """The same for a process that does nothing else: its models loaded, one thread. ModelError if they cannot be."""
    annotator = make_annotator(language=language, models=models, sources=sources, threads=1)
    annotator.parser.load()
    return annotator


def annotate(
    document: Document, parts: Sequence[Part], analysis: Analysis, *, language: Language, registry: Registry
) -> Annotation:
    """Everything that can be said of one parsed document."""
    text = Text(document, parts, analysis, language)
    crediting = credit(text, quotations(text), registry)
    resolver = crediting.resolver
    credited = without_passing_media(text, crediting.credited, crediting.known.sources)
    chains, known = attribution_chains(text, credited, resolver, crediting.known)
    told = with_quantities(text, told_statements(text, credited, chains, known.sources))
    told = with_propositions(text, told, known.sources, registry)
    statements, assessments, known = assess(text, told, resolver, known)
    return Annotation(
        document=document,
        parts=text.parts,
        conllu=write_conllu(text.parsed),
        statements=statements,
        sources=tuple(known.sources[key] for key in sorted(known.sources)),
        assessments=assessments,
        issues=(
            *_empty(text),
            *_foreign(text),
            *_foreign_sentences(text),
            *_unclosed(text),
            *_ambiguous(text, known.open),
        ),
        quantities=tuple(quantity for item in told for quantity in item.quantities),
        claim_keys=tuple(key for item in told for key in item.keys),
    )


def _ambiguous(text: Text, left_open: Mapping[Span, Sequence[str]]) -> Iterator[Issue]:
    """Speakers that several parties fit: nobody is credited, and a reader sees between whom the text leaves it open."""
    for span, names in sorted(left_open.items()):
        yield Issue(
            document=text.document.id,
            stage="source",
            kind="ambiguous_source",
            message=f"{text.cut((span,))!r} may be {' or '.join(names)}; nobody is credited.",
            start=span.start,
            end=span.end,
        )


def _empty(text: Text) -> Iterator[Issue]:
    if not any(part.kind not in {"heading", "boilerplate", *UNREAD} for part in text.parts):
        yield Issue(
            document=text.document.id,
            stage="parts",
            kind="no_running_text",
            message=f"{text.document.name}: nothing but headings was found; there are no statements to read.",
        )


def _foreign(text: Text) -> Iterator[Issue]:
    """One issue for each run of parts in another language."""
    document = text.document
    for is_foreign, run in groupby(text.parts, key=lambda part: part.kind == FOREIGN):
        if is_foreign:
            together = list(run)
            start, end = together[0].start, together[-1].end
            detected = detect_language(document.text[start:end])
            yield Issue(
                document=document.id,
                stage="language",
                kind="foreign_part",
                message=f"{document.name}: the text from {start} to {end} is in the language {detected!r} and was left "
                f"out; the lists are for {document.language!r}. docs/languages.md says how to add a language.",
                start=start,
                end=end,
            )


def _foreign_sentences(text: Text) -> Iterator[Issue]:
    """One issue for each sentence in another language inside a part that was read."""
    document, known = text.document, languages()
    for sentence in text.sentences:
        words = document.text[sentence.start : sentence.end]
        detected = language_of_sentence(words, language=document.language, allowed=known)
        if detected != document.language:
            yield Issue(
                document=document.id,
                stage="language",
                kind="foreign_sentence",
                message=f"{document.name}: the sentence {shorten(words, _SHOWN, placeholder='…')!r} is in the language "
                f"{detected!r} and was read as {document.language!r}, as the paragraph around it. Check what is "
                "credited in it.",
                start=sentence.start,
                end=sentence.end,
            )


def _unclosed(text: Text) -> Iterator[Issue]:
    """Quotations without a closing mark; a quotation over several paragraphs closes in its last one only."""
    document, parts = text.document, readable(text.parts)
    for place, part in enumerate(parts):
        for quoted in text.quoted(Span(part.start, part.end)):
            mark = document.text[quoted.span.start : quoted.inner.start]
            goes_on = place + 1 < len(parts) and document.text.startswith(mark, parts[place + 1].start)
            if not quoted.closed and not goes_on:
                yield Issue(
                    document=document.id,
                    stage="quotation",
                    kind="unclosed_quotation_mark",
                    message=f"{document.name}: the quotation that begins with {_beginning(text, quoted)!r} is never "
                    "closed; it was taken to end before its frame, or with its paragraph.",
                    start=quoted.span.start,
                    end=quoted.span.end,
                )


def _beginning(text: Text, quoted: Quoted) -> str:
    return shorten(text.cut((quoted.inner,)), _SHOWN, placeholder=" …")
