"""Documents in the standoff format of brat (https://brat.nlplab.org/standoff.html), and back with `attrib import brat`.

`brat.zip` is a collection: `annotation.conf`, and for each document with full rights its text and its annotations.
"""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from attrib.publish.export.material import Material, Written
from attrib.publish.export.web_annotation import put_text
from attrib.records import (
    ROLES,
    Annotation,
    Certainty,
    Disclosure,
    Distance,
    Marker,
    Medium,
    Polarity,
    Span,
    Statement,
)
from attrib.review.correction.brat_form import EVENT, FORM, NOTE, joined
from attrib.review.correction.regions import CODES, FORMS
from attrib.store.judgement import document_version, reading_of, version

ARCHIVE = "brat.zip"
CONFIGURATION = "annotation.conf"
_VALUES = {
    "medium": Medium,
    "marker": Marker,
    "polarity": Polarity,
    "certainty": Certainty,
    "distance": Distance,
    "disclosure": Disclosure,
}


def values() -> dict[str, tuple[str, ...]]:
    """What each code that can be corrected may be."""
    return {name: get_args(_VALUES[name]) for name in CODES}


def write_brat(material: Material, folder: Path) -> Iterator[Written]:
    """The collection as one archive."""
    number, last = 0, material.last_judgement
    with zipfile.ZipFile(folder / ARCHIVE, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        put_text(archive, CONFIGURATION, configuration())
        for annotation in material.annotations():
            name = annotation.document.id
            state = document_version(material.fingerprint(name), last)
            put_text(archive, f"{name}.ann", standoff(annotation, state=state))
            put_text(archive, f"{name}.txt", annotation.document.text)
            number += 1
            material.step()
    yield Written(ARCHIVE, number, "documents", "A collection for brat: text and annotations of each document")


def configuration() -> str:
    """What brat lets annotators draw and choose."""
    arguments = ", ".join(f"{role.capitalize()}*:{role.capitalize()}" for role in ROLES)
    attributes = [f"{name}\tArg:{EVENT}, Value:{'|'.join(known)}" for name, known in {FORM: FORMS, **values()}.items()]
    return "\n".join(
        [
            "[entities]",
            *(role.capitalize() for role in ROLES),
            "[relations]",
            "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
            "[events]",
            f"{EVENT}\t{arguments}",
            "[attributes]",
            *attributes,
            "",
        ]
    )


def standoff(annotation: Annotation, *, state: str) -> str:
    """The annotations of one document; `state` is its version, which every note repeats."""
    lines = _Lines(annotation.document.text)
    for statement in annotation.statements:
        lines.add(statement, state=state)
    return "".join(f"{line}\n" for line in lines.written)


class _Lines:
    """The lines of a file, each annotation with the next number of its kind."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._numbers: dict[str, int] = {}
        self.written: list[str] = []

    def add(self, statement: Statement, *, state: str) -> None:
        """A statement: its words, those of its roles, the event, its attributes and its note."""
        reading = reading_of(statement)
        trigger = self._words(EVENT, reading.spans)
        arguments = [
            f"{role.capitalize()}{number or ''}:{self._words(role.capitalize(), [span])}"
            for role in ROLES
            for number, span in _numbered(getattr(reading, role))
        ]
        event = self._line("E", " ".join([f"{EVENT}:{trigger}", *arguments]))
        codes: dict[str, str | None] = {FORM: reading.type, **{name: getattr(reading, name) for name in CODES}}
        for name, value in codes.items():
            if value is not None:
                self._line("A", f"{name} {event} {value}")
        told = {
            "id": statement.id,
            "version": version(statement.id, reading),
            "document_version": state,
            **self._apart(reading.spans),
            "sources": ", ".join(reading.sources),
            "why": "",
        }
        note = "; ".join(f"{name}={value}" for name, value in told.items())
        self._line("#", f"{NOTE} {event}\t{note}")

    def _words(self, kind: str, spans: Sequence[Span]) -> str:
        found = self._split(spans)
        places = ";".join(f"{start} {end}" for start, end in found)
        text = " ".join(self._text[start:end] for start, end in found)
        return self._line("T", f"{kind} {places}\t{' '.join(text.splitlines())}")

    def _split(self, spans: Sequence[Span]) -> list[Span]:
        """The stretches, none of which goes over the end of a line."""
        found = []
        for start, end in spans:
            place = start
            for line in self._text[start:end].split("\n"):
                if line.strip():
                    found.append(Span(place, place + len(line)))
                place += len(line) + 1
        return found

    def _apart(self, spans: Sequence[Span]) -> dict[str, str]:
        """Said where pieces of the statement are kept apart by nothing but the end of a line."""
        return {} if joined(self._split(spans), self._text) == tuple(spans) else {"apart": "yes"}

    def _line(self, kind: str, rest: str) -> str:
        number = self._numbers[kind] = self._numbers.get(kind, 0) + 1
        self.written.append(f"{kind}{number}\t{rest}")
        return f"{kind}{number}"


def _numbered(spans: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """The first without a number, then 2, 3 …, as brat counts arguments of one role."""
    return ((number and number + 1, span) for number, span in enumerate(spans))
