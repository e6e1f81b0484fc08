"""Articles in several languages: each goes to the annotator of its language, and none is made that is not needed."""

import shutil
from pathlib import Path

import pytest

from attrib.models import HERE
from attrib.pipeline import several
from attrib.pipeline.several import Annotators, annotators, readable_languages
from attrib.records import Document
from tests.annotator import ENGLISH, GERMAN, FakeAnnotator


def document(name: str, language: str) -> Document:
    """An article that says in which language it is."""
    return Document(id=name, name=name, text=GERMAN if language == "de" else ENGLISH, language=language)


def test_each_language_has_its_annotator() -> None:
    """The order of the documents is kept, and every one is seen by the annotator of its language."""
    made: dict[str, FakeAnnotator] = {}

    def make(language: str) -> FakeAnnotator:
        made[language] = FakeAnnotator(version=f"{language}-1")
        return made[language]

    several_ = Annotators(["de", "en"], make)
    assert made == {}
    documents = [document(f"{number}-{code}", code) for number, code in enumerate(("de", "en", "en", "de"))]
    found = [annotation.document.name for annotation in several_.annotate_documents(documents[:1])]
    assert (found, list(made)) == (["0-de"], ["de"])
    found += [annotation.document.name for annotation in several_.annotate_documents(documents[1:])]
    assert found == [each.name for each in documents]
    assert made["en"].seen == ["1-en", "2-en"]
    assert several_.version_of("en") == "en-1"


def test_german_articles_load_no_english_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both languages are readable; the parser of one is made when its first article comes."""
    assert readable_languages(None) == ["de", "en"]
    made: list[str] = []

    def make(*, language: str, **_: object) -> FakeAnnotator:
        made.append(language)
        return FakeAnnotator(version=f"{language}-1")

    monkeypatch.setattr(several.annotate, "make_annotator", make)
    both = annotators(codes=readable_languages(None))
    assert len(list(both.annotate_documents([document("a", "de"), document("b", "de")]))) == 2
    assert made == ["de"]


def test_one_language_needs_no_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one language its annotator is handed on as it is."""
    fake = FakeAnnotator()
    monkeypatch.setattr(several.annotate, "make_annotator", lambda **_: fake)
    assert annotators(codes=["de"]) is fake


def test_readable_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those with lists and models; a folder that does not say for which language its models are is for the first."""
    monkeypatch.setattr(several, "languages", lambda: ["aa", "de", "xx"])
    assert readable_languages(None)[0] == "de"
    for code in ("aa", "xx"):
        shutil.copytree(HERE / "de", tmp_path / code, copy_function=_linked)
    assert readable_languages(tmp_path) == ["aa", "xx"]
    assert readable_languages(tmp_path / "aa") == ["de"]


def _linked(source: str, target: str) -> str:
    Path(target).symlink_to(source)
    return target
