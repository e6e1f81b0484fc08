"""What can be corrected of a statement of the nested export, and the fingerprints by which corrections are known.

`attrib import jsonl` reads the same rows back: a statement that no longer has its fingerprint was corrected.
"""

import json
from collections.abc import Mapping
from typing import Any

from attrib.errors import InputError
from attrib.store.judgement import FIELDS, PLACES, document_version, from_cells, version

_CODES = tuple(name for name in FIELDS if name not in (*PLACES, "sources", "disclosure"))
Row = dict[str, Any]


def with_versions(document: Row, *, last_judgement: int) -> Row:
    """A document of the nested export with its version and that of each statement."""
    statements = [_with_version(statement) for statement in document["statements"]]
    state = document_version(document["fingerprint"], last_judgement)
    return {**document, "statements": statements, "version": state}


def _with_version(row: Row) -> Row:
    reading = from_cells(cells_of_row(row, place=row["id"]), where=row["id"])
    return {**row, "version": version(row["id"], reading)}


def cells_of_row(row: Row, *, place: str) -> dict[str, str | None]:
    """What can be corrected of a statement of the nested export; InputError where it says two things at once."""
    places: dict[str, list[list[int]]] = {name: [] for name in PLACES}
    for piece in row["pieces"]:
        places["spans"].append([piece["start"], piece["end"]])
    for piece in row.get("roles") or ():
        if piece["role"] not in places:
            raise InputError(
                f"{place}: the role {piece['role']!r} is not known; allowed: {', '.join(PLACES[1:])}.",
                seen=piece["role"],
                allowed=PLACES[1:],
                kind="malformed",
            )
        places[piece["role"]].append([piece["start"], piece["end"]])
    stating = [link for link in row.get("sources") or () if link.get("relation", "states") == "states"]
    _check_twice(row, places, stating, place=place)
    found: dict[str, str | None] = {name: row[name] for name in _CODES if row.get("id") or name in row}
    return {
        **found,
        **{name: json.dumps(sorted(spans)) for name, spans in places.items()},
        "sources": json.dumps([link["source"] for link in stating]),
        "disclosure": stating[0].get("disclosure") if stating else None,
    }


def _check_twice(row: Row, places: Mapping[str, object], stating: list[Row], *, place: str) -> None:
    """What stands in a row twice must be corrected twice: nobody can say which of the two was meant."""
    said = {
        "spans": (places["spans"], "pieces"),
        "source": (stating[0]["source"] if stating else None, "sources"),
        "disclosure": (stating[0].get("disclosure") if stating else None, "sources"),
    }
    for name, (value, other) in said.items():
        if name in row and row[name] != value:
            raise InputError(
                f"{place}: {name} is {row[name]!r}, but {other} say {value!r}. Correct both alike, or delete {name}.",
                seen=row[name],
                allowed=value,
                kind="malformed",
            )
