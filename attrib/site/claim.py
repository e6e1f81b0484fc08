"""The page of a claim: its versions side by side on a time line, who stands where, and what it goes back to."""

import json
from typing import Any

from attrib.site.appearance import with_marks
from attrib.site.disputers import DISPUTED, disputers, with_disputers
from attrib.site.queries import Row, row, rows


async def claim_page(db: Any, claim_id: str) -> Row | None:
    """A claim with all its statements; None if there is none with that id."""
    claim = await row(db, "claim", id=claim_id)
    if claim is None:
        return None
    key = claim["pk"]
    stands = await rows(db, "claim_stands", key=key)
    versions = await with_disputers(db, with_marks(await rows(db, "claim_versions", key=key)))
    return {
        "claim": claim,
        "disputed_by": (await disputers(db, [key], of="claims")).get(key, []) if claim["status"] in DISPUTED else [],
        "versions": [{**each, "date": each["said_on"] or each["published"]} for each in versions],
        "stands": stands,
        "taken": _taken(stands),
        "origins": [
            {**each, "voices": json.loads(each["voices"])} for each in await rows(db, "claim_origins", key=key)
        ],
        "echoes": _by_origin(await rows(db, "claim_echoes", key=key)),
        "central": next((each["exact"] for each in versions if each["pk"] == claim["statement"]), None),
    }


def _taken(stands: list[Row]) -> list[Row]:
    """Each verdict with the parties that give it; who only puts the same forward is among the origins already."""
    found: dict[str, dict[str, str]] = {}
    for each in stands:
        if each["verdict"] != "supports":
            found.setdefault(each["verdict"], {})[each["source"]] = each["source_name"]
    return [{"verdict": verdict, "parties": list(parties.items())} for verdict, parties in found.items()]


def _by_origin(echoes: list[Row]) -> list[Row]:
    """Each origin with the outlets that have it from there; where no text says whom they have it from, None."""
    found: dict[str | None, Row] = {}
    for each in echoes:
        entry = found.setdefault(each["origin"], {"id": each["origin"], "name": each["origin_name"], "outlets": []})
        entry["outlets"].append(each)
    return list(found.values())
