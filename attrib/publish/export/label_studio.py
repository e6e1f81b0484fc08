"""Documents for Label Studio (https://labelstud.io), and back with `attrib import labelstudio`.

`labelstudio.zip` holds `config.xml`, the labelling interface to paste into a project, and `tasks.json` to import into
it: what was annotated is a prediction of each task, from which annotators start.
"""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from attrib.publish.citation import PROGRAM
from attrib.publish.export.brat import values
from attrib.publish.export.doccano import carried, parts
from attrib.publish.export.material import Material, Written
from attrib.publish.export.web_annotation import put_text
from attrib.records import Annotation, Span, Statement
from attrib.review.correction.regions import CARRIED, CODES, FORMS, PARTS
from attrib.store.judgement import document_version, reading_of

ARCHIVE = "labelstudio.zip"
CONFIGURATION, TASKS = "config.xml", "tasks.json"
Row = dict[str, Any]


def write_label_studio(material: Material, folder: Path) -> Iterator[Written]:
    """The interface and the tasks as one archive."""
    last = material.last_judgement
    tasks: list[str] = []
    for annotation in material.annotations():
        state = document_version(material.fingerprint(annotation.document.id), last)
        tasks.append(json.dumps(as_task(annotation, state=state), ensure_ascii=False))
        material.step()
    with zipfile.ZipFile(folder / ARCHIVE, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        put_text(archive, CONFIGURATION, configuration())
        put_text(archive, TASKS, "[" + ",\n".join(tasks) + "]\n")
    yield Written(ARCHIVE, len(tasks), "documents", "Labelling interface and tasks for Label Studio")


def configuration() -> str:
    """The labelling interface: labels, links, and what can be said of a statement once it is chosen."""
    view = ElementTree.Element("View")
    labels = ElementTree.SubElement(view, "Labels", name="label", toName="text")
    for label in (*FORMS, *PARTS):
        ElementTree.SubElement(labels, "Label", value=label)
    links = ElementTree.SubElement(view, "Relations")
    for role in PARTS:
        ElementTree.SubElement(links, "Relation", value=role)
    ElementTree.SubElement(view, "Text", name="text", value="$text", granularity="symbol")
    of_statement = {
        "toName": "text",
        "perRegion": "true",
        "whenTagName": "label",
        "whenLabelValue": ",".join(FORMS),
    }
    for name, known in values().items():
        ElementTree.SubElement(view, "Header", value=name, size="6")
        choices = ElementTree.SubElement(view, "Choices", {"name": name, "choice": "single-radio", **of_statement})
        for value in known:
            ElementTree.SubElement(choices, "Choice", value=value)
    for name in ("sources", "why"):
        ElementTree.SubElement(view, "Header", value=name, size="6")
        ElementTree.SubElement(
            view, "TextArea", {"name": name, "editable": "true", "maxSubmissions": "1", **of_statement}
        )
    ElementTree.indent(view, space=" ")
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def as_task(annotation: Annotation, *, state: str) -> Row:
    """One document; `state` is its version."""
    text = annotation.document.text
    result = [each for statement in annotation.statements for each in _result(statement, text)]
    data = {"text": text, CARRIED: carried(annotation, state=state)}
    return {"data": data, "predictions": [{"model_version": PROGRAM, "result": result}]}


def _result(statement: Statement, text: str) -> Iterator[Row]:
    reading = reading_of(statement)
    key = statement.id
    whole = _value(reading.spans[0], text)
    yield _region(key, reading.type, whole)
    for name in CODES:
        if value := getattr(reading, name):
            yield {
                "id": key,
                "type": "choices",
                "from_name": name,
                "to_name": "text",
                "value": {**whole, "choices": [value]},
            }
    if reading.sources:
        said = {**whole, "text": [", ".join(reading.sources)]}
        yield {"id": key, "type": "textarea", "from_name": "sources", "to_name": "text", "value": said}
    for number, (role, span) in enumerate(parts(statement)):
        part = f"{key}-{number}"
        yield _region(part, role, _value(span, text))
        yield {"type": "relation", "from_id": key, "to_id": part, "direction": "right", "labels": [role]}


def _region(key: str, label: str, value: Row) -> Row:
    return {
        "id": key,
        "type": "labels",
        "from_name": "label",
        "to_name": "text",
        "value": {**value, "labels": [label]},
    }


def _value(span: Span, text: str) -> Row:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}
