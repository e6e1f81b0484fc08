"""The whole way of a document, on analyses checked in or made up; the last two tests run the shipped models."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlite_utils
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

from attrib.cli import main
from attrib.pipeline.annotate import annotate, make_annotator
from attrib.records import Annotation, Span, Statement
from attrib.registry.registry import load_registry, to_source
from attrib.store.write import open_database, read_annotations, write_annotation, write_registry
from attrib.text.analysis import read_conllu
from tests import frozen
from tests.pipeline.nonsense import GERMAN, Parsed, nonsense

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


def new_database(folder: Path) -> sqlite_utils.Database:
    """A working database that knows the registry."""
    db = open_database(folder / "attrib.db", create=True)
    write_registry(db, [to_source(entry) for entry in REGISTRY.entries])
    return db


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite_utils.Database]:
    """A working database for one document at a time."""
    db = new_database(tmp_path_factory.mktemp("pipeline"))
    yield db
    db.close()


def content(database: sqlite_utils.Database) -> list[str]:
    """Every row of a database; how the full-text index lies on the disk does not count."""
    return [line for line in database.conn.iterdump() if "_fts_" not in line]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nonsense())
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
    assert {source.speaks_for for source in annotation.sources} - {None} <= sources | set(REGISTRY.by_id)
    assert len(ids) == len(annotation.statements)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nonsense())
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
@given(nonsense())
def test_an_analysis_comes_back_from_conllu(parsed: Parsed) -> None:
    """The CoNLL-U of an annotation holds everything that it was made from: annotating it again gives the same rows."""
    annotation = annotated(parsed)
    document, parts, analysis = parsed
    again = read_conllu(annotation.conllu)
    assert [sentence.words for sentence in again.sentences] == [sentence.words for sentence in analysis.sentences]
    assert annotated((document, parts, again)).statements == annotation.statements


@pytest.fixture(params=frozen.SEEDS, ids=lambda path: path.name[:3])
def seed(request: pytest.FixtureRequest) -> Annotation:
    """Each of the five articles, annotated on its frozen analysis."""
    return frozen.annotated_seed(request.param)


@pytest.mark.parametrize("path", frozen.SEEDS, ids=lambda path: path.name[:3])
def test_the_annotation_of_the_seeds(path: Path) -> None:
    """It is what was reviewed: statements, sources, stands and the rules behind them."""
    assert frozen.golden(frozen.annotated_seed(path)) == (frozen.GOLDEN / f"{path.stem}.json").read_text("utf-8")


@pytest.mark.parametrize("path", frozen.SEEDS, ids=lambda path: path.name[:3])
def test_annotating_twice_gives_the_same_rows(path: Path) -> None:
    """Byte for byte."""
    document, analysis = frozen.seed_document(path), frozen.seed_analysis(path)
    rows = {frozen.annotated(document, analysis).model_dump_json() for _ in range(2)}
    assert len(rows) == 1


def test_writing_the_seeds_twice_changes_nothing(tmp_path: Path) -> None:
    """They come back equal and in order, and a second run leaves every row as it is."""
    annotations = [frozen.annotated_seed(path) for path in frozen.SEEDS]
    db = new_database(tmp_path)
    for annotation in annotations:
        write_annotation(db, annotation)
    before = content(db)
    assert list(read_annotations(db)) == annotations
    for annotation in annotations:
        write_annotation(db, annotation)
    assert content(db) == before
    db.close()


def test_every_span_of_the_seeds_is_exact(seed: Annotation) -> None:
    """No span is empty or has white space at its ends; the statement's spans cut out its words."""
    text = seed.document.text
    for statement in seed.statements:
        assert statement.exact == " … ".join(text[start:end] for start, end in statement.spans)
        for start, end in spans_of(statement):
            assert text[start:end]
            assert text[start:end] == text[start:end].strip()


def test_every_row_of_the_seeds_has_its_evidence(seed: Annotation) -> None:
    """Rule and detail behind each statement, each source and each stand."""
    rows = [*seed.statements, *(link for item in seed.statements for link in item.sources), *seed.assessments]
    assert all(row.rule and row.detail for row in rows)


def test_every_sentence_of_the_seeds_is_accounted_for(seed: Annotation) -> None:
    """Running text belongs to a statement or to the frame of one."""
    kinds = {part.number: part.kind for part in seed.parts}
    spans = [span for item in seed.statements for span in (*item.spans, *item.frame)]
    for sentence in read_conllu(seed.conllu).sentences:
        if kinds[sentence.part] != "boilerplate":
            assert any(span.overlaps(sentence.span) for span in spans), seed.document.text[slice(*sentence.span)]


def test_nothing_is_credited_in_headings_and_boilerplate(seed: Annotation) -> None:
    """Headings are the publisher's, boilerplate is nobody's."""
    kinds = {part.number: part.kind for part in seed.parts}
    assert {item.type for item in seed.statements if kinds[item.part] == "heading"} <= {"author"}
    assert not [item for item in seed.statements if kinds[item.part] == "boilerplate"]


def test_levels_of_the_seeds_follow_from_nesting(seed: Annotation) -> None:
    """A statement at the top has no parent, one below lies inside it and is one level deeper at least."""
    by_id = {item.id: item for item in seed.statements}
    for statement in seed.statements:
        assert (statement.level == 0) == (statement.parent is None)
        if statement.parent is not None:
            parent = by_id[statement.parent]
            assert parent.level < statement.level
            assert parent.spans[0].start <= statement.spans[0].start
            assert statement.spans[-1].end <= parent.spans[-1].end


def test_words_of_the_frozen_analyses_stand_where_they_say(seed: Annotation) -> None:
    """Each word cuts itself out of the text; the words of a contraction share one place."""
    text = seed.document.text
    for sentence in read_conllu(seed.conllu).sentences:
        contracted = {word.number + 1 for word in sentence.words if word.surface}
        for word in sentence.words:
            if not word.surface and word.number not in contracted:
                assert text[word.start : word.end] == word.text


@pytest.mark.pipeline
def test_the_shipped_models_give_the_frozen_annotation() -> None:
    """One article through the real parser: the same annotation as the reviewed one."""
    path = frozen.SEEDS[-1]
    document = frozen.seed_document(path)
    (annotation,) = make_annotator(threads=1).annotate_documents([document])
    assert frozen.golden(annotation) == (frozen.GOLDEN / f"{path.stem}.json").read_text("utf-8")
    assert annotation.conllu == frozen.annotated_seed(path).conllu


ENGLISH = (
    "The harbour authority said on Monday that the bridge would stay closed until spring. Engineers had found cracks "
    "in the piers. “Nobody was hurt,” said its director, Jane Vogt. The shipping company denied that its ferry had hit "
    "the bridge.\n"
)
DUTCH = (
    "De regering zei maandag dat de brug tot het voorjaar gesloten blijft. Ingenieurs hadden scheuren in de pijlers "
    "gevonden, en de stad heeft niet gezegd wie de reparatie betaalt.\n"
)


@pytest.mark.pipeline
def test_a_folder_with_files_that_cannot_be_annotated(tmp_path: Path) -> None:
    """The good article is annotated, each of the others is an issue, and the exit code says that some failed."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_bytes(frozen.SEEDS[0].read_bytes())
    (folder / "dutch.txt").write_text(DUTCH, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b" \n")
    (folder / "binary.txt").write_bytes(bytes(range(32)) * 40)
    path = tmp_path / "attrib.db"
    result = CliRunner().invoke(main, ["annotate", str(folder), "--db", str(path)])
    assert result.exit_code == 3, result.output
    db = open_database(path)
    (annotation,) = read_annotations(db)
    assert annotation.document.text == frozen.SEEDS[0].read_text("utf-8")
    assert annotation.statements
    paths = {Path(row["path"]).name for row in db.query("SELECT path FROM issues WHERE path IS NOT NULL")}
    assert paths == {"dutch.txt", "empty.txt", "binary.txt"}
    db.close()


@pytest.mark.pipeline
def test_an_english_article_is_read_with_the_models_of_the_package(tmp_path: Path) -> None:
    """Beside a German one, without an option."""
    (tmp_path / "english.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "german.txt").write_bytes(frozen.SEEDS[-1].read_bytes())
    path = tmp_path / "attrib.db"
    result = CliRunner().invoke(main, ["annotate", str(tmp_path), "--db", str(path)])
    assert result.exit_code == 0, result.output
    db = open_database(path)
    (found,) = [item for item in read_annotations(db) if item.document.language == "en"]
    db.close()
    names = {source.id: source.name for source in found.sources}
    credited = {(names[link.source], item.type) for item in found.statements for link in item.sources}
    assert {("Harbour authority", "indirect"), ("Jane Vogt", "direct")} <= credited
    assert {item.verdict for item in found.assessments} == {"denies"}
