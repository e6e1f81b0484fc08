"""Ten small stories told in German and in English: what a reader takes for one claim is one, whatever the language.

In the text of an article `[name|words]` says that the statement with these words puts the claim of that name forward;
all other statements stand alone. Needs the models of both languages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from attrib.pipeline.several import annotators, readable_languages
from attrib.records import Annotation, Document, Statement
from attrib.registry.registry import load_registry, to_source
from attrib.store.link import link_database
from attrib.store.write import Run, open_database, write_annotation, write_registry

FOLDER = Path(__file__).parent / "bilingual"
LANGUAGES = ("de", "en")
MARKED = re.compile(r"\[(\w+)\|([^\]]*)\]")
PRECISION, F1 = 0.95, 0.80

pytestmark = [
    pytest.mark.pipeline,
    pytest.mark.skipif(
        not set(LANGUAGES) <= set(readable_languages(None)), reason="needs the models of both languages"
    ),
]


class Mark(NamedTuple):
    """Where in an article the words of a claim stand."""

    claim: str
    start: int
    end: int


def articles() -> Iterator[tuple[Document, Sequence[Mark]]]:
    """All articles with their marks."""
    for file in sorted(FOLDER.glob("*.yml")):
        story = yaml.safe_load(file.read_text(encoding="utf-8"))
        for number, article in enumerate(story["articles"]):
            text, marks = without_marks(article["text"], file.stem)
            name = f"{file.stem}-{number}"
            about = {field: article[field] for field in ("publisher", "published", "language")}
            yield Document(id=name, name=name, text=text, **about), marks


def without_marks(marked: str, story: str) -> tuple[str, Sequence[Mark]]:
    """A text as it is read, and where its marks stood."""
    text, marks = "", []
    for place, piece in enumerate(MARKED.split(marked)):
        if place % 3 == 1:
            name = piece
        elif place % 3 == 2:
            marks.append(Mark(f"{story}-{name}", len(text), len(text) + len(piece)))
            text += piece
        else:
            text += piece
    return text, marks


def statement_at(annotation: Annotation, mark: Mark) -> str | None:
    """The statement that has most of the marked words, if it has half of them."""

    def common(statement: Statement) -> int:
        return sum(max(0, min(mark.end, span.end) - max(mark.start, span.start)) for span in statement.spans)

    found = max(annotation.statements, key=common, default=None)
    return found.id if found is not None and 2 * common(found) >= mark.end - mark.start else None


def together(claims: Mapping[str, str], items: Sequence[str]) -> Mapping[str, Set[str]]:
    """Each statement with those of its claim."""
    return {
        one: {other for other in items if one == other or claims.get(one, one) == claims.get(other)} for one in items
    }


def test_claims_of_both_languages(tmp_path: Path) -> None:
    """B³ over all statements (Bagga and Baldwin 1998), precision before recall."""
    told = {document.id: (document, marks) for document, marks in articles()}
    wanted: dict[str, str] = {}
    items: list[str] = []
    with closing(open_database(tmp_path / "stories.db", create=True)) as db:
        write_registry(db, [to_source(entry) for entry in load_registry().entries], set())
        for annotation in annotators(codes=LANGUAGES).annotate_documents(document for document, _ in told.values()):
            write_annotation(db, annotation, run=Run("stories", "now"))
            items += [statement.id for statement in annotation.statements]
            for mark in told[annotation.document.id][1]:
                found = statement_at(annotation, mark)
                assert found is not None, f"{annotation.document.id}: no statement has the words of {mark.claim}"
                wanted[found] = mark.claim
        link_database(db)
        members = "SELECT s.id, m.claim FROM claim_statements m JOIN statements s ON s.pk = m.statement"
        system = {statement: str(claim) for statement, claim in db.execute(members).fetchall()}
    right, shared = together(wanted, items), together(system, items)
    precision = sum(len(right[item] & shared[item]) / len(shared[item]) for item in items) / len(items)
    recall = sum(len(right[item] & shared[item]) / len(right[item]) for item in items) / len(items)
    assert precision >= PRECISION
    assert 2 * precision * recall / (precision + recall) >= F1
