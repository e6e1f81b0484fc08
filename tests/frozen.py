"""What the shipped models said of the seeds and of every sentence that tests use, checked in and read from files.

`python -m tests.freeze` writes these files; nobody edits them.
"""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from attrib.evaluation.cases import Case
from attrib.evaluation.gold import gold_format
from attrib.intake.article import MetadataIndex, document_id, read_document
from attrib.pipeline.annotate import annotate
from attrib.quotation.rule import rules
from attrib.quotation.runner import beyond, quotations
from attrib.quotation.stand_found import find_stands
from attrib.records import Annotation, Document, Part, Polarity, SourceKind
from attrib.registry.registry import Registry, load_registry
from attrib.resources import load_records
from attrib.statement.number import Number, numbers
from attrib.text.analysis import Analysis, Entity, Sentence, read_conllu
from attrib.text.composed import read
from attrib.text.entries import EventClass, Magnitude, NumberQualifier, Stand, TimePattern, TimeWord, Unit
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from attrib.text.text import Text
from tests.stories import story_texts

HERE = Path(__file__).parent
ANALYSES = HERE / "analyses"
GOLDEN = HERE / "golden"
CASES = HERE / "cases" / "de"
EVAL = HERE / "eval"
CHAINS = HERE / "cases" / "chains" / "de.yml"
MENTIONS = HERE / "cases" / "mentions" / "de.yml"
KINDS = HERE / "cases" / "kinds" / "de.yml"
SEEDS = tuple(sorted((HERE.parent / "seeds").glob("*.txt")))
EXAMPLES_TO_FAIL = CASES / "examples_expected_to_fail.yml"
OTHER_FILES = {EXAMPLES_TO_FAIL.name, "tokenization.yml"}

GERMAN = load_language("de")
REGISTRY = load_registry()
ADVICE = "run `python -m tests.freeze --add` with the shipped models and review the difference"


class MentionCase(BaseModel):
    """A short text and who a speaker in it is; `mentions/de.yml` says how to read the fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["named", "pronoun", "role", "group", "unnamed"]
    text: str
    mention: str
    source: str | tuple[str, ...] | None
    why: str


class ChainCase(BaseModel):
    """A short text and who passed one statement of it on, behind the publisher."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    statement: str
    chain: tuple[str, ...]


class KindCase(BaseModel):
    """A short text, and what a name in it is for that no registry knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    name: str
    kind: SourceKind
    why: str


@cache
def kind_cases() -> tuple[KindCase, ...]:
    """The texts that ask whether a name is a person's."""
    return load_records(KINDS, KindCase)


@cache
def chain_cases() -> tuple[ChainCase, ...]:
    """The texts that ask who has it from whom."""
    return load_records(CHAINS, ChainCase)


@cache
def mention_cases() -> tuple[MentionCase, ...]:
    """The texts that ask who is meant."""
    return load_records(MENTIONS, MentionCase)


@cache
def cases() -> tuple[tuple[str, Case], ...]:
    """Every case with the name of its file."""
    return tuple((path.stem, case) for path in case_files() for case in load_records(path, Case))


def case_files() -> list[Path]:
    """The files of cases, one for each construction."""
    return [path for path in sorted(CASES.glob("*.yml")) if path.name not in OTHER_FILES]


class StandText(BaseModel):
    """A short text and every stand that is taken in it: verdict, words of the party's name, words of its target."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    stands: tuple[dict[str, str | None], ...]


@cache
def stand_texts() -> tuple[StandText, ...]:
    """The texts with stands, and with what looks like stands, that were annotated by hand."""
    return load_records(EVAL / "stands.yml", StandText)


@cache
def further_stand_texts() -> tuple[StandText, ...]:
    """Short texts for single constructions, with every stand that is taken in them."""
    return load_records(EVAL / "stands_further.yml", StandText)


class PolarityText(BaseModel):
    """A short text with one statement in it, words of that statement, and whether its source says that it is so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    exact: str
    polarity: Polarity


@cache
def polarity_texts() -> tuple[PolarityText, ...]:
    """The statements with a negation, theirs or another's, that were labelled by hand."""
    return load_records(EVAL / "polarity.yml", PolarityText)


@cache
def further_polarity_texts(half: Literal["further", "scored"]) -> tuple[PolarityText, ...]:
    """A hundred more in every form: those that the rules were mended on, and those that are scored only."""
    return load_records(EVAL / f"polarity_{half}.yml", PolarityText)


class SpokenForText(BaseModel):
    """A passage with a statement, and names for the institution that its speaker speaks for; none for nobody's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    statement: str
    speaks_for: tuple[str, ...]
    belongs_to: str | None = None


@cache
def spoken_for_texts(half: Literal["", "_scored"]) -> tuple[SpokenForText, ...]:
    """The passages that the rules were mended on, and those that are scored only."""
    return load_records(EVAL / f"speaks_for{half}.yml", SpokenForText)


@cache
def example_lists() -> dict[str, tuple[Any, ...]]:
    """The word lists that the attribution rules use, by name."""
    return {
        "reporting_verbs": GERMAN.reporting_verbs,
        "reporting_phrases": GERMAN.reporting_phrases,
        "according_to": GERMAN.according_to,
        "anaphoric_adverbs": GERMAN.anaphoric_adverbs,
        "stands": GERMAN.stands,
        "number_qualifiers": GERMAN.number_qualifiers,
        "magnitudes": GERMAN.magnitudes,
        "units": GERMAN.units,
        "times": GERMAN.times,
        "time_patterns": GERMAN.time_patterns,
        "events": GERMAN.events,
    }


def examples() -> Iterator[str]:
    """The examples of these lists, each once."""
    yield from dict.fromkeys(entry.example for entries in example_lists().values() for entry in entries)


def rule_examples() -> Iterator[str]:
    """The texts that show what the rules find, each once."""
    yield from dict.fromkeys(example.text for rule in rules(GERMAN) for example in rule.examples)


def failing_examples(name: str) -> list[str]:
    """The examples of one list in which the rules do not find the entry, in order."""
    found = FINDERS.get(name, quotes_found)
    return [entry.example for entry in example_lists()[name] if not found(entry)]


def quotes_found(entry: Any) -> bool:
    """Whether a statement is credited by this verb, phrase, preposition or adverb."""
    text = short_text(entry.example)
    wanted = getattr(entry, "lemma", None) or entry.form
    return any(item.lemma == wanted and item.type != "author" for item in (*quotations(text), *beyond(text)))


def stands_found(entry: Stand) -> bool:
    """Whether somebody takes a stand with this entry's verdict, or with the one under negation."""
    found = [item for view in short_text(entry.example).views for item in find_stands(view)]
    return any(item.verdict in {entry.verdict, entry.negated} for item in found)


def numbers_in(example: str) -> list[Number]:
    """The numbers of a short text."""
    text = short_text(example)
    return [item for sentence in text.sentences for item in numbers(text, sentence)]


def qualifier_found(entry: NumberQualifier) -> bool:
    """Whether a number is qualified by this entry."""
    text, found = entry.example, numbers_in(entry.example)
    words = entry.form.casefold()
    return any(
        item.qualifier == entry.qualifier and text[item.start : item.first].strip(" .").casefold() == words
        for item in found
        if item.start < item.first
    )


def magnitude_found(entry: Magnitude) -> bool:
    """Whether a number is a multiple of this entry's."""
    text, found = entry.example, numbers_in(entry.example)
    return any(
        item.value % entry.value == 0 and text[item.first : item.end].lower().endswith(entry.forms) for item in found
    )


def unit_found(entry: Unit) -> bool:
    """Whether a number has this unit, and what is measured, if the unit takes it."""
    return any(item.unit == entry.code for item in annotated_text(entry.example).quantities)


def time_found(entry: TimeWord | TimePattern) -> bool:
    """Whether the example's statement is dated, for an article of 2024-12-18."""
    annotation = annotated_text(entry.example, published="2024-12-18")
    return any(item.said_on is not None for item in annotation.statements)


def event_found(entry: EventClass) -> bool:
    """Whether the example's statement is about an event of this class."""
    return any(item.role == "event" and item.key == entry.name for item in annotated_text(entry.example).claim_keys)


FINDERS: dict[str, Callable[[Any], bool]] = {
    "stands": stands_found,
    "number_qualifiers": qualifier_found,
    "magnitudes": magnitude_found,
    "units": unit_found,
    "times": time_found,
    "time_patterns": time_found,
    "events": event_found,
}
"""How an entry is looked for in its example; entries of the other lists credit a statement."""


def short_document(text: str, *, publisher: str | None = None, published: str | None = None) -> Document:
    """A case or example as a document."""
    key = document_id(text, publisher or "")
    return Document(id=key, name="case.txt", text=text, publisher=publisher, published=published)


def parts_of(document: Document) -> tuple[Part, ...]:
    """The parts of a document."""
    return cut_parts(document.text, document=document.id, language=GERMAN)


def key_of(text: str) -> str:
    """Under which name the analysis of a short text is kept: the same wherever it is used."""
    return document_id(text, "")


def texts_of_files() -> dict[str, tuple[str, ...]]:
    """The short texts that tests use, in order, by the file of their analyses."""
    return {
        "cases.conllu": tuple(case.text for _, case in cases()),
        "examples.conllu.gz": tuple(dict.fromkeys((*examples(), *rule_examples()))),
        "stands.conllu.gz": tuple(item.text for item in (*stand_texts(), *further_stand_texts())),
        "polarity.conllu.gz": tuple(item.text for item in polarity_texts()),
        "polarity_further.conllu.gz": tuple(
            item.text for item in (*further_polarity_texts("further"), *further_polarity_texts("scored"))
        ),
        "speaks_for.conllu.gz": tuple(item.text for item in (*spoken_for_texts(""), *spoken_for_texts("_scored"))),
        "stories.conllu.gz": tuple(story_texts()),
        "kinds.conllu.gz": tuple(case.text for case in kind_cases()),
        "mentions.conllu.gz": tuple(case.text for case in (*mention_cases(), *chain_cases())),
    }


@cache
def short_analyses() -> dict[str, Analysis]:
    """The analyses of cases, examples and mentions."""
    return {key: read_conllu(block) for name in texts_of_files() for key, block in read_blocks(ANALYSES / name).items()}


def short_analysis(text: str) -> Analysis:
    """The frozen analysis of a case or example."""
    assert key_of(text) in short_analyses(), f"no frozen analysis of {text!r}: {ADVICE}"
    return short_analyses()[key_of(text)]


def read_blocks(path: Path) -> dict[str, str]:
    """The documents of one CoNLL-U file by their keys, as they are written there; none if there is no file."""
    if not path.exists():
        return {}
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    pieces = (piece.partition("\n") for piece in text.split("# newdoc id = ")[1:])
    return {key.strip(): block for key, _, block in pieces}


def write_blocks(path: Path, blocks: Mapping[str, str]) -> None:
    """One CoNLL-U file of several documents; the same documents give the same bytes."""
    content = "".join(f"# newdoc id = {key}\n{block}" for key, block in blocks.items()).encode()
    path.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)


def annotated_text(text: str, *, publisher: str | None = None, published: str | None = None) -> Annotation:
    """The annotation of a short text on its frozen analysis."""
    return annotated(short_document(text, publisher=publisher, published=published), short_analysis(text))


def annotated(document: Document, analysis: Analysis, registry: Registry = REGISTRY) -> Annotation:
    """What the rules make of the analysis of a document as it is read, in the document as it is."""
    reading = read(document, GERMAN)
    parts = parts_of(reading.document)
    return reading.put_back(annotate(reading.document, parts, analysis, language=GERMAN, registry=registry))


def as_read(document: Document) -> tuple[Document, tuple[Part, ...]]:
    """A document as it is read, and its parts."""
    reading = read(document, GERMAN).document
    return reading, parts_of(reading)


def seed_document(path: Path) -> Document:
    """One of the five articles with what is known of it."""
    return read_document(path, metadata=MetadataIndex()[path])


def seed_analysis(path: Path) -> Analysis:
    """The frozen analysis of one of the five articles."""
    return read_conllu((ANALYSES / f"{path.stem}.conllu").read_text(encoding="utf-8"))


@cache
def annotated_seed(path: Path) -> Annotation:
    """The annotation of one of the five articles on its frozen analysis."""
    return annotated(seed_document(path), seed_analysis(path))


Piece = tuple[Document, tuple[Part, ...], Analysis]
"""A document as the rules are handed it."""


def seed_piece(path: Path) -> Piece:
    """One of the five articles."""
    return (*as_read(seed_document(path)), seed_analysis(path))


def short_text(text: str) -> Text:
    """A case or example as the stages see it."""
    document, parts, analysis = short_piece(text)
    return Text(document, parts, analysis, GERMAN)


def short_piece(text: str) -> Piece:
    """A case or example."""
    return (*as_read(short_document(text)), short_analysis(text))


def repeated(path: Path, times: int) -> Piece:
    """A long document: one of the five articles several times over."""
    return joined([seed_piece(path)] * times)


def joined(pieces: Sequence[Piece]) -> Piece:
    """Several documents one behind the other as one, with what is known of the first."""
    text = ""
    parts: list[Part] = []
    sentences: list[Sentence] = []
    for document, cut, analysis in pieces:
        part, number, shift = len(parts), len(sentences), len(text)
        sentences += [_shifted(item, shift, part=part, number=number) for item in analysis.sentences]
        parts += [_shifted_part(item, shift, number=part) for item in cut]
        text += document.text + "\n"
    return pieces[0][0].model_copy(update={"text": text}), tuple(parts), Analysis(tuple(sentences))


def as_one_paragraph(piece: Piece) -> Piece:
    """The same sentences without any line between them."""
    document, _, analysis = piece
    text = document.text.replace("\n", " ")
    whole = Part(document=document.id, number=0, kind="paragraph", start=0, end=len(text))
    sentences = tuple(replace(sentence, part=0) for sentence in analysis.sentences)
    return document.model_copy(update={"text": text}), (whole,), Analysis(sentences)


def _shifted(sentence: Sentence, shift: int, *, part: int, number: int) -> Sentence:
    words = tuple(replace(word, start=word.start + shift, end=word.end + shift) for word in sentence.words)
    entities = tuple(Entity(item.start + shift, item.end + shift, item.kind) for item in sentence.entities)
    start, end = sentence.start + shift, sentence.end + shift
    return Sentence(number + sentence.number, part + sentence.part, start, end, words, entities)


def _shifted_part(part: Part, shift: int, *, number: int) -> Part:
    return part.model_copy(
        update={"number": number + part.number, "start": part.start + shift, "end": part.end + shift}
    )


def golden(annotation: Annotation) -> str:
    """An annotation as the golden files keep it: the gold format and the rule behind every row."""
    content = gold_format(annotation)
    for row, statement in zip(content["statements"], annotation.statements, strict=True):
        row["rule"] = statement.rule
        row["said_on"] = statement.said_on
        row["source_rules"] = [link.rule for link in statement.sources]
    content["without_target"] = [
        {"verdict": item.verdict, "by": item.source, "exact": item.exact, "rule": item.rule}
        for item in annotation.assessments
        if item.statement is None
    ]
    content["quantities"] = [
        {name: getattr(item, name) for name in ("exact", "value", "value_to", "qualifier", "unit", "counted")}
        for item in annotation.quantities
    ]
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
