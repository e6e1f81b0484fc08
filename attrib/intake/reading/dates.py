"""A date however it is written → its ISO prefix, as far as what is written allows one reading only.

ISO 8601 (also weeks, and without hyphens), RFC 822 as feeds have it, *22. Oktober 2024* with the months of every
language that can be annotated and of English, *Di., 22.10.2024, 14:30 Uhr*, and seconds or milliseconds since 1970. Of
a point in time the day is kept that is written there, of seconds the day in UTC. Between *03/04/2024* in British and in
American order nothing decides.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final

from attrib.isodate import iso_prefix
from attrib.text.loading import languages, load_language

_ALLOWED: Final = "a date is written YYYY, YYYY-MM or YYYY-MM-DD"
_BEFORE = r"[^\d+-]{0,40}?\b"
"""The day of the week, or what the date is one of."""
_BEHIND = r"(?:[\s,;|T–-](?:(?<=[+-])\d{4}|(?!\d{4}).)*)?"
"""A time of day and its zone, but no second date."""
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}.*|Z|[+-]\d{2}:?\d{2})")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(?:(\d{2})(?:T?\d{4}(?:\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)?")
_WEEK = re.compile(r"(\d{4})-?W(\d{2})(?:-?([1-7]))?")
_YEAR_FIRST = re.compile(rf"{_BEFORE}(\d{{4}})[/.](\d{{1,2}})[/.](\d{{1,2}}){_BEHIND}")
_WITH_STOPS = re.compile(rf"{_BEFORE}(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}|\d{{2}}){_BEHIND}")
_IN_EITHER_ORDER = re.compile(rf"{_BEFORE}(\d{{1,2}})([/-])(\d{{1,2}})\2(\d{{4}}){_BEHIND}")
_DAY_MONTH = re.compile(rf"{_BEFORE}(\d{{1,2}})(?:\.|st|nd|rd|th)?[\s-]?\s?([^\W\d]{{3,}})\.?,?[\s-](\d{{4}}){_BEHIND}")
_MONTH_DAY = re.compile(rf"(?:{_BEFORE}[\s,]+)?([^\W\d]{{3,}})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_BEHIND}")
_ASCTIME = re.compile(r"[^\W\d]{3} ([^\W\d]{3}) +(\d{1,2}) \d{2}:\d{2}:\d{2}(?: [A-Z]+)? (\d{4})")
_MONTH_YEAR = re.compile(rf"{_BEFORE}([^\W\d]{{3,}})\.?,? (\d{{4}})")
_SECONDS = re.compile(r"-?\d{9,10}(?:\.\d+)?")
_MILLISECONDS = re.compile(r"-?\d{12,13}(?:\.\d+)?")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_ENGLISH: Final = str.split("january february march april may june july august september october november december")
"""The months as RFC 822 abbreviates them, and as programs write them out."""
_PIVOT: Final = 69
"""Years of two digits from here on are of the last century, as in POSIX."""


def iso_date(value: object) -> str:
    """The ISO prefix of a date as text, number or Python's own type; ValueError with the reason if there is none."""
    if isinstance(value, date):  # and datetime, which is one
        return value.isoformat()[:10]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(_ALLOWED)
    written = " ".join(str(value).split())
    for pattern, read in _READERS.items():
        if found := pattern.fullmatch(written):
            return iso_prefix(read(found))
    return iso_prefix(written)


def _day(year: str, month: str | int, day: str) -> str:
    return f"{year}-{month:0>2}-{day:0>2}"


def _compact(found: re.Match[str]) -> str:
    return "-".join(part for part in found.groups() if part)


def _week(found: re.Match[str]) -> str:
    """A day, or the month or the year that all days of the week are in."""
    year, week, day = found.groups()
    if day:
        return date.fromisocalendar(int(year), int(week), int(day)).isoformat()
    first, last = (date.fromisocalendar(int(year), int(week), each).isoformat() for each in (1, 7))
    return next((first[:length] for length in (7, 4) if first[:length] == last[:length]), year)


def _with_stops(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    if len(year) == 2:
        year = f"{19 if int(year) >= _PIVOT else 20}{year}"
    return _day(year, month, day)


def _in_either_order(found: re.Match[str]) -> str:
    first, _, second, year = found.groups()
    if int(first) <= 12 and int(second) <= 12 and int(first) != int(second):
        raise ValueError(
            f"it may be {_day(year, second, first)} or {_day(year, first, second)}. Write the one that is meant"
        )
    return _day(year, first, second) if int(second) > 12 else _day(year, second, first)


def _day_month(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return _day(year, _month(month), day)


def _month_day(found: re.Match[str]) -> str:
    month, day, year = found.groups()
    return _day(year, _month(month), day)


def _month_year(found: re.Match[str]) -> str:
    month, year = found.groups()
    return f"{year}-{_month(month):0>2}"


def _since_1970(thousandths: int) -> Callable[[re.Match[str]], str]:
    def read(found: re.Match[str]) -> str:
        return (_EPOCH + timedelta(milliseconds=float(found[0]) * thousandths)).date().isoformat()

    return read


_READERS: Final[Mapping[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    _ISO_DAY: lambda found: found[1],
    _COMPACT: _compact,
    _WEEK: _week,
    _SECONDS: _since_1970(1000),
    _MILLISECONDS: _since_1970(1),
    _YEAR_FIRST: lambda found: _day(found[1], found[2], found[3]),
    _WITH_STOPS: _with_stops,
    _IN_EITHER_ORDER: _in_either_order,
    _DAY_MONTH: _day_month,
    _MONTH_DAY: _month_day,
    _ASCTIME: _month_day,
    _MONTH_YEAR: _month_year,
}


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of it; ValueError if there is none, or more than one."""
    name = name.lower()
    numbers = {number for month, number in _months().items() if month.startswith(name)}
    if len(numbers) != 1:
        raise ValueError(_ALLOWED)
    return numbers.pop()


@cache
def _months() -> Mapping[str, int]:
    named = {
        form: entry.value
        for code in languages()
        for entry in load_language(code).times
        if entry.kind == "month"
        for form in entry.forms
    }
    return {**{name: number for number, name in enumerate(_ENGLISH, start=1)}, **named}
