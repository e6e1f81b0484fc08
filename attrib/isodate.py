"""Dates whose length is their precision: `2024`, `2024-10`, `2024-10-22`."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

_PREFIX = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def iso_prefix(text: str) -> str:
    """The text itself if it is YYYY, YYYY-MM or YYYY-MM-DD and a real date; ValueError if not."""
    if _PREFIX.fullmatch(text) is None:
        raise ValueError("a date is written YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (*text.split("-"), "1", "1")[:3]
    date(int(year), int(month), int(day))
    return text


IsoPrefix = Annotated[str, AfterValidator(iso_prefix)]
