"""Documents as UIMA CAS: cassis reads what we write, with every statement in its place."""

import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from attrib.cli import main
from attrib.errors import AttribError
from attrib.publish.export.target import export
from attrib.records import Annotation
from attrib.review.correction.uima_types import METADATA, SENTENCE, TOKEN, uima_types, xml_text
from attrib.text.analysis import read_conllu
from tests import articles, frozen
from tests.exports import STATEMENT, Exported, exported, statement_in, working_database


@pytest.fixture(scope="module")
def seeds() -> tuple[Annotation, ...]:
    """The five articles as annotated from the checked-in analyses."""
    return tuple(frozen.annotated_seed(path) for path in frozen.SEEDS)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory, seeds: tuple[Annotation, ...]) -> Exported:
    """The five articles as XMI."""
    folder = tmp_path_factory.mktemp("uima")
    return exported(working_database(folder / "w.db", seeds), folder / "out")


def pieces(statement: Any, role: str) -> tuple[tuple[int, int], ...]:
    """The places that a statement links to with a role."""
    return tuple((link.target.begin, link.target.end) for link in statement.links.elements if link.role == role)


def test_every_statement_comes_out(out: Exported, seeds: tuple[Annotation, ...]) -> None:
    """With its fields, its pieces and its roles."""
    for annotation in seeds:
        cas = out.cas(annotation.document.id)
        assert cas.sofa_string == annotation.document.text
        assert len(cas.select(STATEMENT)) == len(annotation.statements)
        for wanted in annotation.statements:
            found = statement_in(cas, wanted.id)
            assert ((found.begin, found.end), *pieces(found, "piece")) == wanted.spans
            for role in ("cue", "frame", "speaker", "addressee"):
                assert pieces(found, role) == tuple(sorted(getattr(wanted, role)))
            for field in ("medium", "marker", "polarity", "certainty", "distance", "level"):
                assert getattr(found, field) == getattr(wanted, field)
            assert found.statement_type == wanted.type
            states = [link.source for link in wanted.sources if link.relation == "states"]
            assert found.sources == ", ".join(states)


def test_sentences_tokens_and_metadata_are_there(out: Exported, seeds: tuple[Annotation, ...]) -> None:
    """As annotation tools need them: tokens within sentences, and the id of the document."""
    for annotation in seeds:
        cas = out.cas(annotation.document.id)
        analysis = read_conllu(annotation.conllu)
        assert [(each.begin, each.end) for each in cas.select(SENTENCE)] == [
            (each.start, each.end) for each in analysis.sentences
        ]
        assert {(each.begin, each.end) for each in cas.select(TOKEN)} == {word.span for word in analysis.words}
        assert sum(len(cas.select_covered(TOKEN, each)) for each in cas.select(SENTENCE)) == len(cas.select(TOKEN))
        assert [each.documentId for each in cas.select(METADATA)] == [annotation.document.id]
        assert cas.typecheck() == []


def test_layers_are_spans_with_a_link_feature(out: Exported) -> None:
    """What INCEpTION makes a span layer of: direct children of Annotation with texts, numbers and links with a role."""
    types = uima_types()
    link = types.get_type("webanno.custom.AttribLink")
    assert link.supertype.name == "uima.cas.TOP"
    assert sorted(feature.name for feature in link.all_features) == ["role", "target"]
    for name in (STATEMENT, "webanno.custom.AttribWords"):
        layer = types.get_type(name)
        assert layer.supertype.name == "uima.tcas.Annotation"
        for feature in layer.features:
            assert feature.rangeType.name in ("uima.cas.String", "uima.cas.Integer", "uima.cas.FSArray")
    assert (out.folder / "TypeSystem.xml").read_text(encoding="utf-8") == types.to_xml()


def test_offsets_are_utf_16_in_the_file(tmp_path: Path) -> None:
    """Behind an emoji the file counts one more than we do, and cassis gives our numbers back."""
    article = articles.article_a()
    found = exported(working_database(tmp_path / "w.db", [article]), tmp_path / "out")
    wanted = next(each for each in article.statements if each.id == "a-worry")
    assert article.document.text.index("🚀") < wanted.spans[0].start
    cas = found.cas("doc-a")
    assert (statement_in(cas, "a-worry").begin, statement_in(cas, "a-worry").end) == wanted.spans[0]
    assert statement_in(cas, "a-worry").get_covered_text() == wanted.exact
    written = (found.folder / "doc-a.xmi").read_text(encoding="utf-8")
    assert f'begin="{wanted.spans[0].start + 1}" end="{wanted.spans[0].end + 1}" id="a-worry"' in written


def test_characters_that_xml_cannot_hold_are_blanks(tmp_path: Path) -> None:
    """So that a text with control characters can be exported, with the same offsets."""
    article = articles.article_c()
    text = article.document.text.replace(" & ", "\x00&\x0b")
    strange = article.model_copy(update={"document": article.document.model_copy(update={"text": text})})
    found = exported(working_database(tmp_path / "w.db", [strange]), tmp_path / "out")
    assert found.cas(article.document.id).sofa_string == article.document.text
    assert xml_text("a\ud800\ufffe\r\nb🚀") == "a  \r\nb🚀"


def test_only_full_rights_are_exported(tmp_path: Path) -> None:
    """The others are told, as for every format that holds whole texts."""
    three = [articles.article_a(), articles.article_c("context"), articles.article_c("none")]
    database = working_database(tmp_path / "w.db", three)
    listing = export(database, formats=["uima"], out=tmp_path / "out")
    with zipfile.ZipFile(tmp_path / "out" / "uima.zip") as archive:
        assert archive.namelist() == ["TypeSystem.xml", "doc-a.xmi"]
    assert [left["documents"] for left in listing["left_out"]] == [2]


def test_the_same_database_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whenever it is exported."""
    database = working_database(tmp_path / "w.db", articles.all_articles())
    for name in ("one", "two"):
        export(database, formats=["uima"], out=tmp_path / name)
    assert (tmp_path / "one" / "uima.zip").read_bytes() == (tmp_path / "two" / "uima.zip").read_bytes()


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install, before anything is written; for the way back too."""
    database = working_database(tmp_path / "w.db", [articles.article_a()])
    found = exported(database, tmp_path / "out")
    monkeypatch.setattr("importlib.util.find_spec", lambda name, package=None: None)
    told = CliRunner().invoke(main, ["export", str(database), "--format", "uima", "--out", str(tmp_path / "o")])
    assert (told.exit_code, (tmp_path / "o").exists()) == (2, False)
    assert "pip install 'attrib[uima]'" in told.stderr
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(AttribError, match=r"attrib\[uima\]"):
        uima_types()
    told = CliRunner().invoke(main, ["import", "uima", str(found.folder), "--db", str(database), "--by", "A. Reader"])
    assert told.exit_code == 2
    assert "pip install 'attrib[uima]'" in told.stderr
