"""The whole way of a document, on analyses that are checked in or made up: no parser is run."""

from collections.abc import Iterator

import pytest
import sqlite_utils
from fabricated import GERMAN, Parsed, fabricated
from hypothesis import HealthCheck, given, settings

from attrib.analysis import Span, read_conllu
from attrib.pipeline import annotate
from attrib.records import Annotation, Statement
from attrib.registry import load_registry
from attrib.store import open_database, read_annotations, write_annotation

REGISTRY = load_registry()


def annotated(parsed: Parsed) -> Annotation:
    """The annotation of a made-up document."""
    document, parts, analysis = parsed
    return annotate(document, parts, analysis, language=GERMAN, registry=REGISTRY)


def spans_of(statement: Statement) -> Iterator[Span]:
    """Every span of a statement."""
    for spans in (statement.spans, statement.cue, statement.frame, statement.speaker, statement.addressee):
        yield from spans
    yield statement.context


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite_utils.Database]:
    """A working database for one document at a time."""
    db = open_database(tmp_path_factory.mktemp("pipeline") / "attrib.db", create=True)
    yield db
    db.close()


def content(database: sqlite_utils.Database) -> list[str]:
    """Every row of a database; how the full-text index lies on the disk does not count."""
    return [line for line in database.conn.iterdump() if "_fts_" not in line]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(fabricated())
def test_no_analysis_is_too_strange(parsed: Parsed) -> None:
    """Whatever the parser says of a text, cycles and broken trees included, the rows fit together."""
    annotation = annotated(parsed)
    text = annotation.document.text
    ids = {statement.id for statement in annotation.statements}
    sources = {source.id for source in annotation.sources}
    for statement in annotation.statements:
        assert statement.rule
        assert statement.detail
        assert statement.exact == " … ".join(text[start:end] for start, end in statement.spans)
        assert all(0 <= start < end <= len(text) for start, end in spans_of(statement))
        assert {link.source for link in statement.sources} <= sources
        assert statement.parent is None or statement.parent in ids
    for assessment in annotation.assessments:
        assert assessment.exact == text[assessment.start : assessment.end]
        assert assessment.statement is None or assessment.statement in ids
        assert assessment.source in sources
    assert {source.speaks_for for source in annotation.sources} - {None} <= sources
    assert len(ids) == len(annotation.statements)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(fabricated())
def test_every_annotation_can_be_stored(database: sqlite_utils.Database, parsed: Parsed) -> None:
    """What annotate() yields breaks no rule of the database, comes back equal, and writing it again changes nothing."""
    annotation = annotated(parsed)
    write_annotation(database, annotation)
    before = content(database)
    (stored,) = read_annotations(database)
    assert stored == annotation
    write_annotation(database, annotation)
    assert content(database) == before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(fabricated())
def test_an_analysis_comes_back_from_conllu(parsed: Parsed) -> None:
    """The CoNLL-U of an annotation holds everything that it was made from: annotating it again gives the same rows."""
    annotation = annotated(parsed)
    document, parts, analysis = parsed
    again = read_conllu(annotation.conllu)
    assert [sentence.words for sentence in again.sentences] == [sentence.words for sentence in analysis.sentences]
    assert annotated((document, parts, again)).statements == annotation.statements
