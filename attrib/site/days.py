"""The calendar: how many statements were said on which day, where the text tells the day."""

from calendar import Calendar
from collections.abc import Mapping
from typing import Any, NamedTuple

from attrib.site.grid import shade
from attrib.site.links import Links
from attrib.site.queries import Row, row, rows
from attrib.site.wording import Words

_YEAR = len("2024")


class Day(NamedTuple):
    """One day of a month; `date` is None where the week belongs to another month."""

    date: str | None
    number: int
    statements: int
    shade: str
    href: str | None


class Month(NamedTuple):
    """The weeks of a month, and what was said in it on a day that is not told."""

    name: str
    iso: str
    weeks: list[list[Day]]
    undated: int
    href: str


async def days_page(db: Any, words: Words, to: Links, *, year: str | None, source: str | None) -> Row:
    """A year of the calendar, of one source or of all; without a year that has any, the latest one."""
    years = await rows(db, "days_years", source=source)
    shown = year if any(each["year"] == year for each in years) else next((e["year"] for e in years), None)
    found = [] if shown is None else await rows(db, "days", source=source, start=shown, end=f"{shown}~")
    counts = {each["date"]: each["statements"] for each in found}
    return {
        "source": None if source is None else await row(db, "source", key=source),
        "years": years,
        "year": shown,
        "months": [_month(month, counts, words, to, source) for month in _months(counts)],
        "in_year": counts.get(shown or "", 0),
        "days": found,
    }


def _months(counts: Mapping[str, int]) -> list[str]:
    return sorted({date[:7] for date in counts if len(date) > _YEAR})


def _month(iso: str, counts: Mapping[str, int], words: Words, to: Links, source: str | None) -> Month:
    year, month = map(int, iso.split("-"))
    most = max(counts.values())
    weeks = [
        [_day(iso, number, counts, most, to, source) for number in week]
        for week in Calendar().monthdayscalendar(year, month)
    ]
    return Month(words.date(iso), iso, weeks, counts.get(iso, 0), said_on(to, iso, source))


def _day(iso: str, number: int, counts: Mapping[str, int], most: int, to: Links, source: str | None) -> Day:
    if number == 0:
        return Day(None, 0, 0, "s0", None)
    date = f"{iso}-{number:02}"
    statements = counts.get(date, 0)
    return Day(date, number, statements, shade(statements, most), said_on(to, date, source) if statements else None)


def said_on(to: Links, date: str, source: str | None) -> str:
    """Where the statements are that were said on a day, or in a month or year of which the day is not told."""
    return to.table("statements", said_on=date, _said_by=source)
