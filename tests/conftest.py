"""What several tests share: a working database with three articles in it, and the evaluation corpora where they are."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlite_utils
from hypothesis import settings

from attrib.records import Annotation
from attrib.store.write import open_database, write_annotation
from tests import articles
from tests.annotator import FakeAnnotator

# How long one example takes says more about the machine than about the code.
settings.register_profile("attrib", deadline=None)
settings.load_profile("attrib")


@pytest.fixture
def annotations() -> tuple[Annotation, ...]:
    """Three articles in which parties agree, deny and stay silent."""
    return articles.all_articles()


@pytest.fixture
def db(tmp_path: Path, annotations: tuple[Annotation, ...]) -> Iterator[sqlite_utils.Database]:
    """A working database that holds the three articles."""
    database = open_database(tmp_path / "attrib.db", create=True)
    for annotation in annotations:
        write_annotation(database, annotation)
    yield database
    database.close()


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeAnnotator:
    """Stands in for the models."""
    annotator = FakeAnnotator()
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: annotator)
    return annotator


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of the evaluation corpora, which may not be passed on: tests that need it are skipped without it."""
    named = os.environ.get("ATTRIB_CORPORA")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the evaluation corpora are not there; name their folder in ATTRIB_CORPORA")
    return folder
