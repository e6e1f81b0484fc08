"""A newly found party is one across documents if name and institution agree, and two if the institutions differ."""

from pathlib import Path

import pytest
import sqlite_utils
import yaml

from attrib.records import Annotation, Document, Source, Span, Statement, StatementSource
from attrib.review.curation import discovered_sources
from attrib.store.database import open_database
from attrib.store.write import read_annotations, write_annotation

TEXT = "Die Brücke sei gesperrt, sagte Müller."


@pytest.fixture
def empty(tmp_path: Path) -> sqlite_utils.Database:
    """A new database."""
    return open_database(tmp_path / "attrib.db", create=True)


def article(name: str, institution: str | None, *, kind: str = "expert") -> Annotation:
    """An article in which a Thomas Müller of that institution speaks."""
    house = Source(id=institution, name=institution, kind="academic", origin="discovered") if institution else None
    person = Source.model_validate(
        {"id": "thomas-mueller", "name": "Thomas Müller", "kind": kind, "origin": "discovered", "part_of": institution}
    )
    statement = Statement(
        id=f"s-{name}",
        document=name,
        number=0,
        type="indirect",
        marker="verb_second",
        spans=(Span(0, 23),),
        exact=TEXT[:23],
        context=Span(0, len(TEXT)),
        part=0,
        sources=(StatementSource(source=person.id, disclosure="named", mention="Müller", rule="hand", detail="hand"),),
        rule="hand",
        detail="hand",
    )
    return Annotation(
        document=Document(id=name, name=f"{name}.txt", text=TEXT),
        parts=(),
        conllu="",
        statements=(statement,),
        sources=tuple(source for source in (house, person) if source is not None),
        assessments=(),
    )


def speakers(db: sqlite_utils.Database) -> list[str]:
    """Who speaks in each article, in order."""
    found = db.execute("SELECT source FROM statement_sources ORDER BY statement").fetchall()
    return [source for (source,) in found]


def test_one_name_and_one_institution_are_one_source(empty: sqlite_utils.Database) -> None:
    """Across documents."""
    for name in ("one", "two"):
        write_annotation(empty, article(name, "uni-graz"))
    assert speakers(empty) == ["thomas-mueller", "thomas-mueller"]


def test_another_institution_is_another_person(empty: sqlite_utils.Database) -> None:
    """Whose id names the institution; writing the articles again changes nothing."""
    both = [article("one", "uni-graz"), article("two", "uni-wien")]
    for annotation in [*both, *both]:
        write_annotation(empty, annotation)
    assert speakers(empty) == ["thomas-mueller", "thomas-mueller-uni-wien"]
    assert [item.sources[-1].id for item in read_annotations(empty)] == ["thomas-mueller", "thomas-mueller-uni-wien"]


def test_what_one_article_tells_stays_where_another_is_silent(empty: sqlite_utils.Database) -> None:
    """The institution and the kind, in either order."""
    for annotation in (article("one", "uni-graz"), article("two", None, kind="person")):
        write_annotation(empty, annotation)
    found = empty.execute("SELECT kind, part_of FROM sources WHERE id = 'thomas-mueller'").fetchall()
    assert found == [("expert", "uni-graz")]


def test_discovered_sources_are_listed_for_the_registry(empty: sqlite_utils.Database) -> None:
    """As YAML entries with what the articles tell, how often and by which words they were met above each."""
    write_annotation(empty, article("one", "uni-graz"))
    text = discovered_sources(empty)
    assert "# 1 statement in 1 document: Müller" in text
    assert yaml.safe_load(text) == [
        {
            "id": "thomas-mueller",
            "name": {"de": "Thomas Müller", "en": "Thomas Müller"},
            "kind": "expert",
            "part_of": "uni-graz",
            "person": True,
            "family_name": "Müller",
            "given_name": "Thomas",
        }
    ]
    assert discovered_sources(empty, at_least=2) == ""
