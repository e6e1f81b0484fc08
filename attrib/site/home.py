"""The home page: what is in the database, what is disputed, who is quoted most."""

from typing import Any

from attrib.site.appearance import with_marks
from attrib.site.disputers import with_disputers
from attrib.site.queries import Row, row, rows


async def home_page(db: Any) -> Row:
    """Counts, how statements stand, the newest open questions, the parties quoted most."""
    open_questions = await with_disputers(db, with_marks(await rows(db, "open_questions")))
    return {
        "counts": await row(db, "counts"),
        "statuses": await rows(db, "statuses"),
        "open_questions": open_questions,
        "tour": await _tour(db, open_questions),
        "parties": await rows(db, "parties"),
        "claims": await rows(db, "home_claims"),
    }


async def _tour(db: Any, open_questions: list[Row]) -> Row:
    """What a first visitor is shown: a disputed statement with a stand against it, or else any with a source."""
    told = next(
        (each for each in open_questions if each["source"] and any(not by["own"] for by in each["disputed_by"])), None
    )
    statement = told or await row(db, "home_statement")
    return {
        "statement": statement,
        "stand": None if told is None else await row(db, "home_stand", key=told["pk"]),
    }
