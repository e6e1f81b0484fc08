"""Documents as UIMA CAS in XMI, for annotation tools such as INCEpTION, and back with `attrib import uima`.

One `.xmi` for each document with full rights and one `TypeSystem.xml`, whose types are those of `uima_types`. UIMA
counts UTF-16 code units; cassis converts them, so that everything here is code points as elsewhere. A character that
XML cannot hold is a blank in the file.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrib.publish.export.material import Material, Written
from attrib.publish.export.web_annotation import put_text
from attrib.records import ROLES, Annotation, Span, Statement
from attrib.review.correction.uima_types import (
    LINK,
    METADATA,
    PIECE,
    SENTENCE,
    STATEMENT,
    TOKEN,
    WORDS,
    uima_types,
    xml_text,
)
from attrib.store.judgement import document_version, reading_of, version
from attrib.text.analysis import read_conllu

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

ARCHIVE = "uima.zip"
TYPES = "TypeSystem.xml"
_CODES = ("medium", "marker", "polarity", "certainty", "distance", "status", "level")


def write_uima(material: Material, folder: Path) -> Iterator[Written]:
    """`uima.zip` with `TypeSystem.xml` and an `.xmi` for each document with full rights."""
    types = uima_types()
    number = 0
    last = material.last_judgement
    with zipfile.ZipFile(folder / ARCHIVE, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        put_text(archive, TYPES, str(types.to_xml()))
        for annotation in material.annotations():
            found = material.fingerprint(annotation.document.id)
            cas = as_cas(annotation, types, state=document_version(found, last))
            put_text(archive, f"{annotation.document.id}.xmi", str(cas.to_xmi()))
            number += 1
            material.step()
    yield Written(ARCHIVE, number, "documents", "UIMA CAS XMI with its type system, one file for each document")


def as_cas(annotation: Annotation, types: "TypeSystem", *, state: str) -> "Cas":
    """One document: metadata, sentences, tokens, statements with their words."""
    from cassis import Cas

    document = annotation.document
    cas = Cas(typesystem=types)
    cas.sofa_string = xml_text(document.text)
    cas.sofa_mime = "text/plain"
    cas.add(
        types.get_type(METADATA)(
            begin=0,
            end=len(document.text),
            language=document.language,
            documentId=document.id,
            documentTitle=xml_text(document.title or document.name),
        )
    )
    for sentence in read_conllu(annotation.conllu).sentences:
        cas.add(types.get_type(SENTENCE)(begin=sentence.start, end=sentence.end))
        for span in sorted({word.span for word in sentence.words}):
            cas.add(types.get_type(TOKEN)(begin=span.start, end=span.end))
    for statement in annotation.statements:
        _add(cas, types, statement, state=state)
    return cas


def _add(cas: "Cas", types: "TypeSystem", statement: Statement, *, state: str) -> None:
    reading = reading_of(statement)
    links = [_link(cas, types, span, PIECE) for span in reading.spans[1:]]
    links += [_link(cas, types, span, role) for role in ROLES for span in getattr(reading, role)]
    cas.add(
        types.get_type(STATEMENT)(
            begin=reading.spans[0].start,
            end=reading.spans[0].end,
            id=statement.id,
            document=statement.document,
            version=version(statement.id, reading),
            document_version=state,
            statement_type=statement.type,
            disclosure=reading.disclosure,
            sources=", ".join(reading.sources),
            links=types.get_type("uima.cas.FSArray")(elements=links),
            **{name: getattr(statement, name) for name in _CODES},
        )
    )


def _link(cas: "Cas", types: "TypeSystem", span: Span, role: str) -> Any:
    words = types.get_type(WORDS)(begin=span.start, end=span.end, role=role)
    cas.add(words)
    return types.get_type(LINK)(role=role, target=words)
