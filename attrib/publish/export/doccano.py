"""Documents for doccano (https://doccano.github.io/doccano/), and back with `attrib import doccano`.

For a project of sequence labelling with relations: a statement is an entity labelled with its form, relations lead to
its further pieces and the words of its roles. What doccano cannot show travels along in a field of its own.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrib.publish.export.material import Material, Written, packed
from attrib.records import ROLES, Annotation, Span, Statement
from attrib.review.correction.regions import CARRIED, PIECE, known
from attrib.store.judgement import document_version, reading_of

FILE = "doccano.jsonl.gz"
Row = dict[str, Any]


def write_doccano(material: Material, folder: Path) -> Iterator[Written]:
    """One line for each document with full rights."""
    number, last = 0, material.last_judgement
    with packed(folder / FILE) as file:
        for annotation in material.annotations():
            state = document_version(material.fingerprint(annotation.document.id), last)
            file.write(json.dumps(as_row(annotation, state=state), ensure_ascii=False) + "\n")
            number += 1
            material.step()
    yield Written(FILE, number, "documents", "Documents for doccano, as JSON Lines with relations")


def as_row(annotation: Annotation, *, state: str) -> Row:
    """One document; `state` is its version."""
    entities: list[Row] = []
    relations: list[Row] = []
    for statement in annotation.statements:
        _add(entities, relations, statement)
    return {
        "text": annotation.document.text,
        "entities": entities,
        "relations": relations,
        CARRIED: carried(annotation, state=state),
    }


def carried(annotation: Annotation, *, state: str) -> Row:
    """What a tool hands back as it came: which document it is, and what its statements were."""
    return {
        "document": annotation.document.id,
        "version": state,
        "title": annotation.document.title or annotation.document.name,
        "statements": [known(statement)._asdict() for statement in annotation.statements],
    }


def _add(entities: list[Row], relations: list[Row], statement: Statement) -> None:
    reading = reading_of(statement)

    def entity(label: str, span: Span) -> int:
        entities.append({"id": len(entities), "label": label, "start_offset": span.start, "end_offset": span.end})
        return len(entities) - 1

    first = entity(reading.type, reading.spans[0])
    for role, span in parts(statement):
        relations.append({"id": len(relations), "from_id": first, "to_id": entity(role, span), "type": role})


def parts(statement: Statement) -> Iterator[tuple[str, Span]]:
    """The further pieces of a statement and the words of its roles."""
    reading = reading_of(statement)
    yield from ((PIECE, span) for span in reading.spans[1:])
    yield from ((role, span) for role in ROLES for span in getattr(reading, role))
