"""Dates and numbers as readers write them, in German and in English; what is none is said, never guessed.

as_date("22. Oktober 2024")   2024-10-22; also 22.10.2024, 10.2024, October 2024, Oct 22, 2024, 2024-10-22
as_number("10.000,5")         10000.5; also 10,000.5, 10 000, 10'000

Three digits behind a single separator are thousands: *10.000* and *10,000* are ten thousand, *0,125* is no number of
thousands and *10.00* neither. Dates with slashes are read where only one reading is a date: 22/10/2024, not 03/04/2024.
"""

import re
from datetime import date

from attrib.site.wording import month_named

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DOTTED = re.compile(r"(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*(\d{4})")
_SLASHED = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})\.?\s+)?([^\W\d_]{3,})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?,)?\s+(\d{4})")
_NUMBERS = (
    re.compile(r"(?!0)(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?"),
    re.compile(r"(?!0)(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?"),
    re.compile(r"(?!0)(\d{1,3}(?:[\s'’]\d{3})+)(?:[.,](\d+))?"),
    re.compile(r"(\d+)(?:[.,](\d+))?"),
)
"""Whole part and decimals: thousands behind points, commas, spaces or apostrophes, or without groups."""


def as_date(text: str) -> str | None:
    """The date in ISO 8601, as precise as it was written; None if the text is none, or no day of the calendar."""
    words = text.strip()
    if match := _ISO.fullmatch(words):
        return _iso(*match.groups())
    if match := _DOTTED.fullmatch(words):
        day, month, year = match.groups()
        return _iso(year, month, day)
    if match := _SLASHED.fullmatch(words):
        return _slashed(*match.groups())
    if match := _NAMED.fullmatch(words):
        before, name, behind, year = match.groups()
        number = month_named(name)
        is_clear = number is not None and (before is None or behind is None)
        return _iso(year, str(number), before or behind) if is_clear else None
    return None


def _slashed(first: str | None, second: str, year: str) -> str | None:
    """A month and a year, or a day and a month in the one order that is a date."""
    if first is None:
        return _iso(year, second, None)
    found = {_iso(year, second, first), _iso(year, first, second)} - {None}
    return found.pop() if len(found) == 1 else None


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part is not None)])


def as_number(text: str) -> float | None:
    """The number; None if the text is none."""
    words = re.sub(r"^([-−+])\s?", r"\1", text.strip())
    is_negative = words[:1] in ("-", "−")
    words = words[1:] if words[:1] in ("-", "−", "+") else words
    for pattern in _NUMBERS:
        if match := pattern.fullmatch(words):
            whole, decimals = re.sub(r"\D", "", match[1]), match[2] or "0"
            return float(f"{'-' if is_negative else ''}{whole}.{decimals}")
    return None
