"""Corrected documents from Label Studio (https://labelstud.io), exported as JSON.

A task comes back with the data that it was handed and with the annotations that people made of our prediction. Places
count code points, as ours do (https://labelstud.io/tags/text.html). A task that nobody has annotated says nothing.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrib.errors import InputError
from attrib.intake.reading.found import Blob
from attrib.intake.reading.whole import content_of
from attrib.records import Span
from attrib.review.correction.corrected import CorrectedDocument
from attrib.review.correction.files import files
from attrib.review.correction.regions import CARRIED, CODES, Drawn, Link, Region, as_ids, check_known, corrected

LARGEST = 50_000_000
"""Bytes of one file."""
Row = dict[str, Any]


def read_label_studio(path: Path) -> Iterator[CorrectedDocument]:
    """The annotated documents of an export; InputError for a task that cannot be used."""
    for blob in files(path, suffixes=(".json",)):
        for number, task in enumerate(_tasks(blob), start=1):
            place = f"{blob.place}, task {number}"
            try:
                result = _result(task, place=place)
                if result is not None:
                    yield corrected(_drawn(task["data"], result, place=place))
            except (KeyError, TypeError, ValueError) as error:
                raise _malformed(place, error) from error


def _tasks(blob: Blob) -> list[Row]:
    try:
        found = json.loads(content_of(blob, limit=LARGEST))
    except (ValueError, RecursionError) as error:
        raise _malformed(blob.place, error) from error
    if not isinstance(found, list):
        raise _malformed(blob.place, TypeError("it is no list of tasks"))
    return found


def _malformed(place: str, error: Exception) -> InputError:
    return InputError(
        f"{place}: is not what Label Studio exports ({type(error).__name__}: {error}). Export the project as JSON, not "
        "JSON-MIN, and leave the data of the tasks as they came.",
        kind="malformed",
    )


def _result(task: Row, *, place: str) -> list[Row] | None:
    """What somebody made of a task, None if nobody did."""
    made = [each for each in task["annotations"] if not each.get("was_cancelled")]
    if len(made) > 1:
        raise InputError(
            f"{place}: {len(made)} people annotated it, and nobody can say who is right. Keep one annotation of each "
            "task, and export again.",
            seen=len(made),
            allowed=1,
        )
    return list(made[0]["result"]) if made else None


def _drawn(data: Row, result: list[Row], *, place: str) -> Drawn:
    carried = data[CARRIED]
    said = _said(result)
    return Drawn(
        place=place,
        id=carried["document"],
        version=carried["version"],
        text=data["text"],
        regions=[_region(each, said.get(each["id"], {})) for each in result if each["type"] == "labels"],
        links=[
            Link(each["from_id"], each["to_id"], next(iter(each.get("labels") or ["none"])))
            for each in result
            if each["type"] == "relation"
        ],
        known=check_known(carried["statements"], place=place),
    )


def _said(result: list[Row]) -> Mapping[str, Mapping[str, str]]:
    """What is chosen or written for each region, by the name of the field."""
    found: dict[str, dict[str, str]] = {}
    for each in result:
        if each["type"] in ("choices", "textarea"):
            values = each["value"]["choices" if each["type"] == "choices" else "text"]
            text = ", ".join(values) if isinstance(values, list) else values
            found.setdefault(each["id"], {})[each["from_name"]] = text
    return found


def _region(region: Row, said: Mapping[str, str]) -> Region:
    value = region["value"]
    fields: dict[str, str | None] = {name: said[name] for name in CODES if said.get(name)}
    if "sources" in said:
        fields["sources"] = as_ids(said["sources"])
    labels = value["labels"]
    return Region(
        region["id"],
        labels[0] if labels else "none",
        (Span(int(value["start"]), int(value["end"])),),
        cells=fields,
        why=said.get("why"),
    )
