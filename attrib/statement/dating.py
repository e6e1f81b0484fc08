"""When a source said something: *am Mittwoch, gestern, Ende November* in the frame, counted from the article's date.

Only what stands with the verb of saying tells when something was said; times inside the statement are about its matter.
A day of the week is the latest one that is not after the article. What cannot be resolved stays empty. dateparser, the
usual library, was tried and reads three of ten such phrases (no *am Mittwoch*, no *Ende November*), and no precision.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from attrib.quotation.quotation import Quotation
from attrib.records import Document, Precision, Span
from attrib.text.analysis import Word
from attrib.text.text import Text
from attrib.text.times import Times
from attrib.text.view import View

_SAME_TEXT = timedelta(days=7)
"""A text changed so soon after its publication is still dated by its last change."""
_LONG_AGO = 1000
"""More years or days back than anybody is quoted from."""


class Dating(NamedTuple):
    """An ISO 8601 prefix, its precision, and the words that tell."""

    said_on: str
    precision: Precision
    span: Span


class _Reference(NamedTuple):
    """The article's date as far as it is known; month and day are None where they are not."""

    year: int
    month: int | None
    day: int | None

    @property
    def date(self) -> date | None:
        """The day, None where only month or year are known."""
        return None if self.month is None or self.day is None else date(self.year, self.month, self.day)


class _Time(NamedTuple):
    """A time that the text names, to be counted from the article's date."""

    kind: str
    found: re.Match[str]
    reference: _Reference
    listed: Times
    """The words for times of the text's language."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.found.start(), self.found.end())

    def group(self, name: str) -> str:
        """What the pattern's group matched, empty if it has no such group or it matched nothing."""
        return self.found.groupdict().get(name) or ""

    def value(self, kind: str) -> int | None:
        """The number of the time word of that kind, None if there is none."""
        form = self.group(kind)
        return self.listed.values[kind, form.lower()] if form else None


def dating(text: Text, quotation: Quotation) -> Dating | None:
    """When the quotation was said, by the first time that stands with its cue; None where the text does not tell."""
    reference = _reference(text.document)
    if reference is None or quotation.type == "author":
        return None
    views = text.views_touched((*quotation.spans, *quotation.frame))
    for place in _places(quotation, views):
        for time in _times(text, place, reference):
            read = _READERS[time.kind](time) if _is_beside_cue(time.span, quotation, views) else None
            if read is not None:
                return Dating(*read, time.span)
    return None


def _reference(document: Document) -> _Reference | None:
    """The date of the last change if it follows soon, else that of publication."""
    published, updated = document.published or document.updated, document.updated
    if published is None:
        return None
    if updated is not None and len(updated) == len(published) == 10:
        first, last = date.fromisoformat(published), date.fromisoformat(updated)
        published = updated if first <= last <= first + _SAME_TEXT else published
    year, month, day = (*map(int, published.split("-")), None, None)[:3]
    return None if year is None else _Reference(year, month, day)


def _places(quotation: Quotation, views: Sequence[View]) -> Iterator[Span]:
    """The stretches in which a time says when it was said: the frame, else the clause of the cue."""
    yield from quotation.frame
    for view in views:
        word = _cue_word(quotation, view)
        if word is not None:
            clause = view.clause_of(word).words
            # In a summary (*Am Mittwoch warnte X vor p*) only what stands before the verb is sure to belong to it.
            last = word.end if quotation.type == "reported" else clause[-1].end
            yield Span(clause[0].start, max(last, clause[0].end))


def _cue_word(quotation: Quotation, view: View) -> Word | None:
    cue = quotation.cue[0] if quotation.cue else None
    return next((item for item in view.sentence.words if cue is not None and cue.contains(item)), None)


def _is_beside_cue(time: Span, quotation: Quotation, views: Sequence[View]) -> bool:
    """Not of the statement's own matter, nor in a clause or a noun phrase of its own (*der am Montag gewählte X*)."""
    if quotation.type != "reported" and quotation.overlaps(time):
        return False
    for view in views:
        inside = [word for word in view.sentence.words if time.contains(word)]
        if inside:
            cue = _cue_word(quotation, view)
            other = cue is not None and view.clause_of(cue).number != view.clause_of(inside[0]).number
            return not other and view.behind(inside[-1]).upos != "ADJ"
    return True


def _times(text: Text, place: Span, reference: _Reference) -> Iterator[_Time]:
    """The times in a stretch of the text."""
    listed = text.language.lexicon.times
    found = [
        (match.start(), order, _Time(kind, match, reference, listed))
        for order, (kind, pattern) in enumerate(listed.patterns)
        for match in pattern.finditer(text.document.text, place.start, place.end)
    ]
    # The earliest; of several at one place the first pattern: *am 23. Oktober* is no *Oktober*.
    return (time for _, _, time in sorted(found, key=lambda item: item[:2]))


_Read = tuple[str, Precision] | None


def _date(time: _Time) -> _Read:
    """A day of a month; without a year the latest such day that is not after the article."""
    month = time.value("month") or int(time.group("m") or 0)
    year = _year_of(month, time)
    try:
        return None if year is None else (date(year, month, int(time.group("d"))).isoformat(), "day")
    except ValueError:
        return None


def _year_of(month: int, time: _Time) -> int | None:
    """The year that is named, else the latest in which the month is not after the article."""
    year, now = time.group("y"), time.reference
    if year:
        return int(year)
    return None if now.month is None else now.year - (month > now.month)


def _weekday(time: _Time) -> _Read:
    day, wanted = time.reference.date, time.value("weekday")
    if day is None or wanted is None:
        return None
    back = (day.weekday() - wanted) % 7
    if time.group("last") and back == 0:
        back = 7
    return (day - timedelta(days=back)).isoformat(), "day"


def _day(time: _Time) -> _Read:
    day, shift = time.reference.date, time.value("day")
    return None if day is None or shift is None else ((day + timedelta(days=shift)).isoformat(), "day")


def _week(time: _Time) -> _Read:
    """The month in which the week began."""
    day, shift = time.reference.date, time.value("shift")
    if day is None or shift is None:
        return None
    monday = day - timedelta(days=day.weekday() - 7 * shift)
    return f"{monday:%Y-%m}", "week"


def _month(time: _Time) -> _Read:
    return _months_back(time.reference, -(time.value("shift") or 0))


def _months_back(reference: _Reference, count: int) -> _Read:
    if reference.month is None:
        return None
    years, month = divmod(reference.year * 12 + reference.month - 1 - count, 12)
    return f"{years:04}-{month + 1:02}", "month"


def _year(time: _Time) -> _Read:
    return f"{time.reference.year + (time.value('shift') or 0):04}", "year"


def _ago(time: _Time) -> _Read:
    number, now = time.listed.count(time.group("n").lower()), time.reference
    if number is None or number > _LONG_AGO:
        return None
    if time.group("unit_year"):
        return f"{now.year - int(number):04}", "year"
    if time.group("unit_month"):
        return _months_back(now, int(number))
    if now.date is None:
        return None
    if time.group("unit_week"):
        return f"{now.date - timedelta(weeks=number):%Y-%m}", "week"
    return (now.date - timedelta(days=number)).isoformat(), "day"


def _named_month(time: _Time) -> _Read:
    month = time.value("month") or 0
    year = _year_of(month, time)
    return None if year is None else (f"{year:04}-{month:02}", "month")


def _named_year(time: _Time) -> _Read:
    return time.group("y"), "year"


_READERS: Mapping[str, Callable[[_Time], _Read]] = {
    "date": _date,
    "weekday": _weekday,
    "day": _day,
    "week": _week,
    "month": _month,
    "year": _year,
    "ago": _ago,
    "named_month": _named_month,
    "named_year": _named_year,
}
