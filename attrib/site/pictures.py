"""The page of pictures: sources by status, who stands against whom, how openly sources are named."""

from typing import Any

from attrib.site.grid import lines
from attrib.site.links import Links
from attrib.site.network import network, parties
from attrib.site.queries import Row, rows
from attrib.site.wording import Words

STATUSES = ("contested", "disputed", "confirmed", "unconfirmed", "corroborated", "claimed", "asserted")
DISCLOSURES = ("named", "role", "unnamed", "impersonal")
VERDICTS = ("confirms", "supports", "denies", "doubts", "withholds", "no_evidence")


async def pictures_page(db: Any, words: Words, to: Links) -> Row:
    """The three pictures with what is behind them."""
    stands = await rows(db, "pictures_stands")
    sources = await rows(db, "pictures_sources")
    openness = await rows(db, "pictures_openness")
    shown = parties(stands)
    ids = {party.id for party in shown}
    return {
        "statuses": _present(STATUSES, sources, "status"),
        "sources": lines(sources, "status", _present(STATUSES, sources, "status"), lambda row: _said(to, row)),
        "network": [network(stands, words, to, is_narrow=is_narrow) for is_narrow in (False, True)],
        "parties": shown,
        "verdicts": _present(VERDICTS, stands, "verdict"),
        "stands": [{**row, "is_shown": {row["by_id"], row["about_id"]} <= ids} for row in stands],
        "disclosures": DISCLOSURES,
        "openness": lines(
            openness,
            "disclosure",
            DISCLOSURES,
            lambda row: to.table("statements", document=row["pk"], disclosure=row["disclosure"]),
        ),
    }


def _said(to: Links, row: Row) -> str:
    return to.table("statements", _said_by=row["id"], status=row["status"])


def _present(codes: tuple[str, ...], found: list[Row], field: str) -> list[str]:
    """Those of the codes that there are."""
    return [code for code in codes if any(row[field] == code for row in found)]
