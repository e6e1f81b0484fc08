"""Corrected documents from doccano (https://doccano.github.io/doccano/), a sequence labelling project with relations.

The file is what doccano exports as JSONL with relations: entities and relations have new ids, everything else of a line
comes back as it was handed over.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrib.errors import InputError
from attrib.records import Span
from attrib.review.correction.corrected import CorrectedDocument
from attrib.review.correction.files import lines
from attrib.review.correction.regions import CARRIED, Drawn, Link, Region, check_known, corrected

Row = dict[str, Any]


def read_doccano(path: Path) -> Iterator[CorrectedDocument]:
    """The documents of doccano's JSONL; InputError for a line that cannot be used."""
    for line, place in lines(path):
        yield _document(line, place=place)


def _document(line: bytes, *, place: str) -> CorrectedDocument:
    try:
        row = json.loads(line)
        carried = row[CARRIED]
        drawn = Drawn(
            place=place,
            id=carried["document"],
            version=carried["version"],
            text=row["text"] if "text" in row else row["data"],
            regions=[_region(each) for each in row["entities"]],
            links=[Link(str(each["from_id"]), str(each["to_id"]), each["type"]) for each in row["relations"]],
            known=check_known(carried["statements"], place=place),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"{place}: is no document that doccano gives back ({type(error).__name__}: {error}). Export the project as "
            "JSONL with relations, and leave the field attrib as it came.",
            kind="malformed",
        ) from error
    return corrected(drawn)


def _region(entity: Row) -> Region:
    span = Span(int(entity["start_offset"]), int(entity["end_offset"]))
    return Region(str(entity["id"]), str(entity["label"]), (span,))
