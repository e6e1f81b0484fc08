"""The home page: what is in the database, what is disputed, who is quoted most."""

from typing import Any

from attrib.site.appearance import with_marks
from attrib.site.disputers import with_disputers
from attrib.site.queries import Row, row, rows


async def home_page(db: Any) -> Row:
    """Counts, how statements stand, the newest open questions, the parties quoted most."""
    return {
        "counts": await row(db, "counts"),
        "statuses": await rows(db, "statuses"),
        "open_questions": await with_disputers(db, with_marks(await rows(db, "open_questions"))),
        "parties": await rows(db, "parties"),
        "claims": await rows(db, "home_claims"),
    }
