"""Two sources side by side: what each says on the same claim, who confirms whom, their numbers over time."""

from collections.abc import Iterable
from typing import Any

from attrib.site.appearance import with_marks
from attrib.site.disputers import with_disputers
from attrib.site.queries import Row, rows


async def compare_page(db: Any, first: str, second: str) -> Row:
    """The two parties and what they have in common; `missing` names what is no party, by id or by any of its names."""
    asked = [name.strip() for name in (first, second)]
    found = [await _party(db, name) for name in asked]
    page: Row = {
        "asked": asked,
        "known": await rows(db, "compare_parties"),
        "missing": [name for name, party in zip(asked, found, strict=True) if name and party is None],
        "sides": [party for party in found if party is not None],
    }
    ids = [party["id"] for party in page["sides"]]
    if len(set(ids)) < len(asked):
        return {**page, "is_same": len(ids) == len(asked), "claims": None}
    both = {"a": ids[0], "b": ids[1]}
    versions = await _versions(db, both)
    return {
        **page,
        "is_same": False,
        "counts": [await rows(db, "compare_statuses", key=key) for key in ids],
        "stands": [await rows(db, "compare_stands", by=by, about=about) for by, about in (ids, reversed(ids))],
        "claims": _by_claim(await rows(db, "compare_claims", **both), versions, ids),
        "numbers": [version for version in versions if version["value"] is not None],
        "articles": await rows(db, "compare_articles", **both),
    }


async def _party(db: Any, name: str) -> Row | None:
    """The party with that id or name; of several with one name the one that says most, with the others' number."""
    found = await rows(db, "compare_party", called=name) if name else []
    return {**found[0], "others": len(found) - 1} if found else None


async def _versions(db: Any, both: dict[str, str]) -> list[Row]:
    listed = await with_disputers(db, with_marks(await rows(db, "compare_versions", **both)))
    return [{**each, "date": each["said_on"] or each["published"]} for each in listed]


def _by_claim(claims: list[Row], versions: Iterable[Row], ids: list[str]) -> list[Row]:
    """Each claim with the versions of either side."""
    listed = list(versions)
    return [
        {
            **claim,
            "sides": [[each for each in listed if (each["claim"], each["side"]) == (claim["pk"], key)] for key in ids],
        }
        for claim in claims
    ]
