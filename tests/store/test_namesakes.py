"""A newly found party is one across documents if name and institution agree, and two if the institutions differ."""

from pathlib import Path

import pytest
import sqlite_utils
import yaml

from attrib.records import Annotation, Document, Source, Span, Statement, StatementSource
from attrib.registry.registry import load_registry
from attrib.review.curation import discovered_sources
from attrib.store.database import open_database
from attrib.store.write import read_annotations, write_annotation

REGISTRY = load_registry()
TEXT = "Die Brücke sei gesperrt, sagte Müller."


@pytest.fixture
def empty(tmp_path: Path) -> sqlite_utils.Database:
    """A new database."""
    return open_database(tmp_path / "attrib.db", create=True)


def article(
    name: str,
    institution: str | None,
    *,
    kind: str = "expert",
    id_: str = "thomas-mueller",
    called: str = "Thomas Müller",
) -> Annotation:
    """An article in which a Thomas Müller of that institution speaks, or somebody else."""
    house = Source(id=institution, name=institution, kind="academic", origin="discovered") if institution else None
    person = Source.model_validate(
        {"id": id_, "name": called, "kind": kind, "origin": "discovered", "part_of": institution}
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
    text = discovered_sources(empty, REGISTRY)
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
    assert discovered_sources(empty, REGISTRY, at_least=2) == ""


def test_spellings_of_one_name_are_one_entry_with_candidates(empty: sqlite_utils.Database) -> None:
    """*Sergej Glasjew* and *Sergey Glazyev* are listed once, with whom the registry has of that name."""
    for name, id_ in (("Sergej Glasjew", "sergej-glasjew"), ("Sergey Glazyev", "sergey-glazyev")):
        write_annotation(empty, article(id_, None, id_=id_, called=name))
    text = discovered_sources(empty, REGISTRY, at_least=2)
    assert "# in another spelling: Sergey Glazyev (sergey-glazyev)" in text
    assert [entry["id"] for entry in yaml.safe_load(text)] == ["sergej-glasjew"]
