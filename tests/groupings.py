"""How well claims are grouped: a database of annotations whose statements were compared, and the measures."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import sqlite_utils

from attrib.records import Annotation, Statement
from attrib.registry.registry import to_source
from attrib.store.link import link_database
from attrib.store.write import open_database, write_annotation, write_registry
from tests import frozen
from tests.stories import Half, Mark, Story, marked_text, stories

Groups = Mapping[str, Hashable]
"""The group of each statement that has one, by its id."""


class Measure(NamedTuple):
    """Precision and recall, each from 0 to 1."""

    precision: float
    recall: float


def linked(path: Path, annotations: Sequence[Annotation]) -> sqlite_utils.Database:
    """A database of these annotations whose statements were compared."""
    db = open_database(path, create=True)
    write_registry(db, [to_source(entry) for entry in frozen.REGISTRY.entries])
    for annotation in annotations:
        write_annotation(db, annotation)
    assert link_database(db)
    return db


def by_program(db: sqlite_utils.Database) -> Groups:
    """The claim of every statement that has one."""
    sql = "SELECT s.id, c.claim FROM claim_statements c JOIN statements s ON s.pk = c.statement"
    return dict(db.execute(sql).fetchall())


def annotated_story(story: Story) -> Iterator[tuple[Annotation, tuple[Mark, ...]]]:
    """The annotation of each article of a story, with its marks."""
    for article in story.articles:
        text, marks = marked_text(story, article)
        document = frozen.short_document(text, publisher=article.publisher, published=article.published)
        yield frozen.annotated(document, frozen.short_analysis(text)), marks


class Gold(NamedTuple):
    """All articles of some stories, what a reader groups, and the statements of copies."""

    annotations: tuple[Annotation, ...]
    groups: Groups
    copied: frozenset[str]


def gold(half: Half) -> Gold:
    """The articles and the reader's groups of one half."""
    annotations, groups, copied = [], {}, set()
    for name, story in stories(half).items():
        for article, (annotation, marks) in zip(story.articles, annotated_story(story), strict=True):
            annotations.append(annotation)
            groups.update({statement_at(annotation, mark): (name, mark.claim) for mark in marks})
            if article.copy_of is not None:
                copied |= {statement.id for statement in annotation.statements}
    return Gold(tuple(annotations), groups, frozenset(copied))


def statement_at(annotation: Annotation, mark: Mark) -> str:
    """The id of the statement, not inside another, that has most of the marked words; a name of its own if none has."""

    def common(statement: Statement) -> int:
        return sum(max(0, min(span.end, mark.end) - max(span.start, mark.start)) for span in statement.spans)

    best = max((item for item in annotation.statements if item.level == 0), key=common)
    return best.id if common(best) else f"{annotation.document.id}, {mark.start}"


def b_cubed(wanted: Groups, system: Groups, items: Sequence[str]) -> Measure:
    """B³ (Bagga & Baldwin 1998) over the items; who is in no group stands alone."""

    def mates(groups: Groups, item: str) -> set[str]:
        return {other for other in items if other == item or (item in groups and groups.get(other) == groups[item])}

    both = [(mates(wanted, item), mates(system, item)) for item in items]
    precision = sum(len(one & other) / len(other) for one, other in both) / len(items)
    recall = sum(len(one & other) / len(one) for one, other in both) / len(items)
    return Measure(precision, recall)


def pairwise_measure(wanted: Groups, system: Groups, items: Sequence[str]) -> Measure:
    """Pairs of statements of one group."""

    def pairs(groups: Groups) -> set[tuple[str, str]]:
        grouped = sorted(item for item in items if item in groups)
        return {(one, other) for one, other in combinations(grouped, 2) if groups[one] == groups[other]}

    right, found = pairs(wanted), pairs(system)
    return Measure(len(right & found) / max(1, len(found)), len(right & found) / max(1, len(right)))
