"""When a source said something: *am Mittwoch, gestern, Ende November* in the frame, counted from the article's date.

Only what stands with the verb of saying tells when something was said; times inside the statement are about its matter.
A day of the week is the latest one that is not after the article. What cannot be resolved stays empty. dateparser, the
usual library, was tried and reads three of ten such phrases (no *am Mittwoch*, no *Ende November*), and no precision.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from attrib.quotation.quotation import Quotation
from attrib.records import Document, Precision, Span
from attrib.text.analysis import Sentence, Word
from attrib.text.language import Language
from attrib.text.view import View

_SAME_TEXT = timedelta(days=7)
"""A text changed so soon after its publication is still dated by its last change."""


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


def dating(
    document: Document, quotation: Quotation, sentences: Sequence[Sentence], *, language: Language
) -> Dating | None:
    """When the quotation was said, by the first time that stands with its cue; None where the text does not tell."""
    reference = _reference(document)
    if reference is None or quotation.type == "author":
        return None
    views = [View(sentence, language) for sentence in sentences]
    for place in _places(quotation, views):
        for kind, found in _times(document.text, place, language):
            if not _is_beside_cue(Span(found.start(), found.end()), quotation, views):
                continue
            read = _READERS[kind](found, reference, language)
            if read is not None:
                return Dating(*read, Span(found.start(), found.end()))
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
    return next((item for item in view.sentence.words if cue is not None and cue.contains(item.span)), None)


def _is_beside_cue(time: Span, quotation: Quotation, views: Sequence[View]) -> bool:
    """Not of the statement's own matter, nor in a clause or a noun phrase of its own (*der am Montag gewählte X*)."""
    if quotation.type != "reported" and quotation.overlaps(time):
        return False
    for view in views:
        inside = [word for word in view.sentence.words if time.contains(word.span)]
        if inside:
            behind = view.words(inside[-1].number + 1, inside[-1].number + 1)
            cue = _cue_word(quotation, view)
            other = cue is not None and view.clause_of(cue).number != view.clause_of(inside[0]).number
            return not other and not (behind and behind[0].upos == "ADJ")
    return True


def _times(text: str, place: Span, language: Language) -> Iterator[tuple[str, re.Match[str]]]:
    found = [
        (match.start(), order, kind, match)
        for order, (kind, pattern) in enumerate(_patterns(language))
        for match in pattern.finditer(text, place.start, place.end)
    ]
    # The earliest; of several at one place the first pattern: *am 23. Oktober* is no *Oktober*.
    for _, _, kind, match in sorted(found, key=lambda item: item[:2]):
        yield kind, match


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    forms: dict[str, list[str]] = {}
    for entry in language.times:
        forms.setdefault(entry.kind, []).extend(entry.forms)
    compiled = []
    for item in language.time_patterns:
        pattern = item.pattern
        for kind, listed in forms.items():
            ordered = sorted(listed, key=len, reverse=True)
            pattern = pattern.replace(f"{{{kind}}}", f"(?P<{kind}>{'|'.join(map(re.escape, ordered))})")
        compiled.append((item.kind, re.compile(rf"\b{pattern}(?!\w)", re.IGNORECASE)))
    return tuple(compiled)


@cache
def _values(language: Language) -> Mapping[tuple[str, str], int]:
    return {(entry.kind, form): entry.value for entry in language.times for form in entry.forms}


def _value(found: re.Match[str], kind: str, language: Language) -> int | None:
    form = found.groupdict().get(kind)
    return None if form is None else _values(language)[kind, form.lower()]


_Read = tuple[str, Precision] | None


def _date(found: re.Match[str], reference: _Reference, language: Language) -> _Read:
    """A day of a month; without a year the latest such day that is not after the article."""
    groups = found.groupdict()
    month = _value(found, "month", language) or int(groups.get("m") or 0)
    year = int(groups["y"]) if groups.get("y") else _year_of(month, reference)
    try:
        return None if year is None else (date(year, month, int(groups["d"])).isoformat(), "day")
    except ValueError:
        return None


def _year_of(month: int, reference: _Reference) -> int | None:
    if reference.month is None:
        return None
    return reference.year if month <= reference.month else reference.year - 1


def _weekday(found: re.Match[str], reference: _Reference, language: Language) -> _Read:
    day, wanted = reference.date, _value(found, "weekday", language)
    if day is None or wanted is None:
        return None
    back = (day.weekday() - wanted) % 7
    if found.group("last") and back == 0:
        back = 7
    return (day - timedelta(days=back)).isoformat(), "day"


def _day(found: re.Match[str], reference: _Reference, language: Language) -> _Read:
    day, shift = reference.date, _value(found, "day", language)
    return None if day is None or shift is None else ((day + timedelta(days=shift)).isoformat(), "day")


def _week(found: re.Match[str], reference: _Reference, language: Language) -> _Read:
    """The month in which the week began."""
    day, shift = reference.date, _value(found, "shift", language)
    if day is None or shift is None:
        return None
    monday = day - timedelta(days=day.weekday() - 7 * shift)
    return f"{monday:%Y-%m}", "week"


def _month(found: re.Match[str], reference: _Reference, language: Language) -> _Read:
    return _months_back(reference, -(_value(found, "shift", language) or 0))


def _months_back(reference: _Reference, count: int) -> _Read:
    if reference.month is None:
        return None
    years, month = divmod(reference.year * 12 + reference.month - 1 - count, 12)
    return f"{years:04}-{month + 1:02}", "month"


def _year(found: re.Match[str], reference: _Reference, language: Language) -> _Read:
    return f"{reference.year + (_value(found, 'shift', language) or 0):04}", "year"


def _ago(found: re.Match[str], reference: _Reference, language: Language) -> _Read:
    form = found.group("n").lower()
    number = float(form) if form.isdigit() else language.grammar.number_word(form)
    if number is None or number > 1000:
        return None
    if found.group("unit_year"):
        return f"{reference.year - int(number):04}", "year"
    if found.group("unit_month"):
        return _months_back(reference, int(number))
    if reference.date is None:
        return None
    if found.group("unit_week"):
        return f"{reference.date - timedelta(weeks=number):%Y-%m}", "week"
    return (reference.date - timedelta(days=number)).isoformat(), "day"


def _named_month(found: re.Match[str], reference: _Reference, language: Language) -> _Read:
    month = _value(found, "month", language) or 0
    year = int(found.group("y")) if found.group("y") else _year_of(month, reference)
    return None if year is None else (f"{year:04}-{month:02}", "month")


def _named_year(found: re.Match[str], reference: _Reference, language: Language) -> _Read:
    return found.group("y"), "year"


_READERS: Mapping[str, Callable[[re.Match[str], _Reference, Language], _Read]] = {
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
