"""The page of countries: what their parties say, how that stands, and whose parties stand against whose."""

from typing import Any

from attrib.site.grid import lines
from attrib.site.links import Links
from attrib.site.pictures import STATUSES
from attrib.site.queries import Row, rows
from attrib.site.wording import Words


async def countries_page(db: Any, words: Words, to: Links) -> Row:
    """Countries by the status of what their parties say, and their stands on each other."""
    counted = [{**row, "name": words.country(row["id"])} for row in await rows(db, "countries")]
    statuses = [code for code in STATUSES if any(row["status"] == code for row in counted)]
    return {
        "statuses": statuses,
        "countries": lines(counted, "status", statuses, lambda row: _of(to, row)),
        "parties": {row["id"]: row["parties"] for row in counted},
        "stands": [
            {**row, "by": words.country(row["by_id"]), "about": words.country(row["about_id"])}
            for row in await rows(db, "countries_stands")
        ],
    }


def _of(to: Links, row: Row) -> str:
    return to.table("statements", _country=row["id"], status=row["status"], type__not="author")
