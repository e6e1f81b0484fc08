"""What several tests share: a working database with three articles in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import samples
import sqlite_utils

from attrib.records import Annotation
from attrib.store import open_database, write_annotation


@pytest.fixture
def annotations() -> tuple[Annotation, ...]:
    """Three articles in which parties agree, deny and stay silent."""
    return samples.all_articles()


@pytest.fixture
def db(tmp_path: Path, annotations: tuple[Annotation, ...]) -> Iterator[sqlite_utils.Database]:
    """A working database that holds the three articles."""
    database = open_database(tmp_path / "attrib.db", create=True)
    for annotation in annotations:
        write_annotation(database, annotation)
    yield database
    database.close()
