"""W3C Web Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/): one page of annotations per document.

Each statement is an annotation with one target for every stretch of text, for a statement may be cut in two by its
frame or by another voice; so are its cue, frame, speaker and addressee. Stretches are given by position (code points)
and, where the words may be shown, by the words themselves.
"""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from attrib.publish.export.material import Material, Written
from attrib.publish.export.nested import TREES, nested
from attrib.records import ROLES

ARCHIVE = "webannotation.zip"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of the text given before and after a stretch, where the whole text may be shown."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CLASSES = ("type", "marker", "medium", "polarity", "certainty", "distance", "disclosure", "status")
Row = dict[str, Any]


def write_webannotation(material: Material, folder: Path) -> Iterator[Written]:
    """`webannotation.zip` with one `.jsonld` for each document."""
    number = 0
    with zipfile.ZipFile(folder / ARCHIVE, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        for document in nested(material, TREES[0]):
            put(archive, f"{document['id']}.jsonld", annotation_page(document))
            number += 1
            material.step()
    yield Written(ARCHIVE, number, "documents", "W3C Web Annotations, one JSON-LD file for each document")


def put(archive: zipfile.ZipFile, name: str, content: Row) -> None:
    """Add a JSON file without the time at which it is written."""
    put_text(archive, name, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def put_text(archive: zipfile.ZipFile, name: str, text: str) -> None:
    """Add a text file without the time at which it is written."""
    entry = zipfile.ZipInfo(name, date_time=_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, text)


def annotation_page(document: Row) -> Row:
    """The page of one document, as the nested export gives it."""
    items = [item for statement in document["statements"] for item in _annotations(statement, document)]
    return {
        "@context": CONTEXT,
        "id": _name("article", document["id"], "annotations"),
        "type": "AnnotationPage",
        "items": items,
    }


def _annotations(statement: Row, document: Row) -> Iterator[Row]:
    own = _name("statement", statement["id"])
    classes = [(field, statement[field]) for field in _CLASSES if statement[field] is not None]
    yield {
        "id": own,
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            *(_resource("classifying", _name(field, code)) for field, code in classes),
            *(_resource("identifying", _name("source", link["source"])) for link in statement["sources"]),
        ],
        "target": [_target(piece, document) for piece in statement["pieces"]],
    }
    for role in ROLES:
        pieces = [piece for piece in statement["roles"] if piece["role"] == role]
        if pieces:
            yield {
                "id": _name("statement", statement["id"], role),
                "type": "Annotation",
                "motivation": "linking",
                "body": [_resource("linking", own), _resource("classifying", _name("role", role))],
                "target": [_target(piece, document) for piece in pieces],
            }


def _resource(purpose: str, address: str) -> Row:
    return {"type": "SpecificResource", "purpose": purpose, "source": address}


def _target(piece: Row, document: Row) -> Row:
    return {
        "type": "SpecificResource",
        "source": _name("article", document["id"]),
        "selector": list(_selectors(piece, document["text"])),
    }


def _selectors(piece: Row, text: str | None) -> Iterator[Row]:
    start, end = piece["start"], piece["end"]
    yield {"type": "TextPositionSelector", "start": start, "end": end}
    if piece["exact"] is not None:
        around = (
            {} if text is None else {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
        )
        yield {"type": "TextQuoteSelector", "exact": piece["exact"], **around}


def _name(*parts: str) -> str:
    return "urn:attrib:" + ":".join(quote(part, safe="") for part in parts)
