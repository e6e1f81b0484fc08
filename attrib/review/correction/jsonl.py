"""Corrected documents from the nested JSON Lines of `attrib export --format jsonl`.

`pieces`, `roles` and `sources` hold places and parties; `spans`, `source` and `disclosure` beside them say the same
again, and a file in which they disagree is refused. Everything else (words, claims, stands, status) follows from what
is corrected and is not read.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrib.errors import InputError
from attrib.review.correction.correctable import cells_of_row
from attrib.review.correction.corrected import CorrectedDocument, CorrectedStatement
from attrib.review.correction.files import lines

Row = dict[str, Any]


def read_jsonl(path: Path) -> Iterator[CorrectedDocument]:
    """The documents of `documents.jsonl.gz`, corrected, packed or not; InputError for a line that cannot be used."""
    for line, place in lines(path):
        yield _document(_row(line, place=place), place=place)


def _row(line: bytes, *, place: str) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: is no JSON ({error}). Mend the line.", kind="malformed") from error
    if not isinstance(row, dict) or not isinstance(row.get("statements"), list) or not isinstance(row.get("id"), str):
        raise InputError(
            f"{place}: is no document of `attrib export --format jsonl`, an object with id and statements. Name "
            "documents.jsonl or documents.jsonl.gz.",
            kind="malformed",
        )
    return row


def _document(row: Row, *, place: str) -> CorrectedDocument:
    statements = [
        _statement(statement, place=f"{place}, statement {number}")
        for number, statement in enumerate(row["statements"], start=1)
    ]
    return CorrectedDocument(place, row["id"], row.get("version"), row.get("text"), tuple(statements))


def _statement(row: Any, *, place: str) -> CorrectedStatement:
    try:
        return CorrectedStatement(
            place, row.get("id"), row.get("version"), cells_of_row(row, place=place), row.get("why")
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise InputError(
            f"{place}: lacks what a statement has ({type(error).__name__}: {error}). A statement has type, pieces with "
            "start and end, and where there are any roles and sources.",
            kind="malformed",
        ) from error
