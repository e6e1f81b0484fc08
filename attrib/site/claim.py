"""The page of a claim: its versions side by side on a time line, who stands where, and what it goes back to."""

from typing import Any

from attrib.site.appearance import with_marks
from attrib.site.queries import Row, row, rows


async def claim_page(db: Any, claim_id: str) -> Row | None:
    """A claim with all its statements; None if there is none with that id."""
    claim = await row(db, "claim", id=claim_id)
    if claim is None:
        return None
    key = claim["pk"]
    versions = await rows(db, "claim_versions", key=key)
    return {
        "claim": claim,
        "versions": [{**each, "date": each["said_on"] or each["published"]} for each in with_marks(versions)],
        "stands": await rows(db, "claim_stands", key=key),
        "origins": await rows(db, "claim_origins", key=key),
    }
