"""What the readers of corrected files hand on: documents with their statements, as a person left them."""

from typing import NamedTuple

from pydantic import Field

from attrib.isodate import IsoPrefix
from attrib.records import Record
from attrib.store.judgement import Cells


class Judge(Record):
    """Who corrected, when, and why."""

    by: str = Field(min_length=1)
    on: IsoPrefix
    why: str | None = None


class CorrectedStatement(NamedTuple):
    """One statement of a corrected file."""

    place: str
    """Where it stands, for messages."""
    id: str | None
    """None for one that the person added."""
    version: str | None
    """Its fingerprint when it was exported."""
    cells: Cells
    why: str | None = None


class CorrectedDocument(NamedTuple):
    """One document of a corrected file."""

    place: str
    id: str
    version: str | None
    """The state of the document when it was exported, as `judgement.document_version` spells it."""
    text: str | None
    """None where the export may not hold it."""
    statements: tuple[CorrectedStatement, ...]
