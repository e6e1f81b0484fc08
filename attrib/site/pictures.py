"""The page of pictures: sources by status, who stands against whom, how openly sources are named."""

from typing import Any

from attrib.site.charts import openness, stands_between, statuses_of_sources
from attrib.site.queries import Row, rows
from attrib.site.wording import Words

_PICTURES = (
    ("Parties and how their statements stand", "sources", statuses_of_sources, ("name", "status", "statements")),
    ("Who confirms, denies or doubts what whom says", "stands", stands_between, ("by", "verdict", "about", "stands")),
    ("How openly sources are named, article by article", "openness", openness, ("label", "disclosure", "statements")),
)
_HEADS = {
    "name": "Party",
    "status": "Status",
    "statements": "Statements",
    "by": "Who",
    "verdict": "Stand",
    "about": "On whose statements",
    "stands": "How often",
    "label": "Article",
    "disclosure": "Disclosure",
}


async def pictures_page(db: Any, words: Words) -> list[Row]:
    """Each picture with its title and the rows behind it."""
    found = []
    for title, name, draw, columns in _PICTURES:
        listed = await rows(db, f"pictures_{name}")
        svg = draw(listed, words) if listed else None
        heads = [words(_HEADS[column]) for column in columns]
        found.append({"title": title, "name": name, "rows": listed, "columns": columns, "heads": heads, "svg": svg})
    return found
