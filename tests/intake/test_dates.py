"""Dates are read however they are written, where they can be read in one way only."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.intake.reading.dates import iso_date
from attrib.intake.reading.formats import read
from attrib.intake.reading.found import Article
from attrib.isodate import iso_prefix
from tests.intake.files import blob


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024", "2024"),
        (2024, "2024"),
        ("2024-10", "2024-10"),
        (202410, "2024-10"),
        ("20241022", "2024-10-22"),
        ("20241022T080000Z", "2024-10-22"),
        ("20241022080000", "2024-10-22"),
        ("2024-10-22T23:59:59.123456-08:00", "2024-10-22"),
        ("2024-10-22Z", "2024-10-22"),
        ("2024/10/22 08:00", "2024-10-22"),
        ("2024-W43-2", "2024-10-22"),
        ("2024W43", "2024-10"),
        ("2024-W40", "2024"),
        ("2020-W53", "2020"),
    ],
)
def test_iso_8601(written: object, iso: str) -> None:
    """With and without hyphens; a week is as precise as the month or the year that it lies in."""
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "22.10.2024",
        "22. 10. 2024",
        "22.10.24",
        "Di., 22.10.2024, 14:30 Uhr",
        "Dienstag, 22.10.2024 | 14.30 Uhr",
        "22. Oktober 2024",
        "22.Oktober 2024, 14 Uhr",
        "Dienstag, den 22. Oktober 2024",
        "Stand: 22. Okt. 2024, 14:05 Uhr",
        "Veröffentlicht am 22. oktober 2024 um 14:05",
        "22 October 2024",
        "October 22, 2024",
        "Tuesday, October 22nd, 2024",
        "Oct. 22, 2024 8:00 AM",
        "22-Oct-2024",
        "22/10/2024",
        "10/22/2024 08:00",
        "Tue Oct 22 08:00:00 2024",
        "Tue, 22 Oct 2024 08:00:00 GMT",
        "22 Oct 2024 08:00 +0200",
    ],
)
def test_a_day_in_words_and_figures(written: str) -> None:
    """In German, in English, as feeds have it."""
    assert iso_date(written) == "2024-10-22"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("1. Jänner 2021", "2021-01-01"),
        ("3. Feber 2021", "2021-02-03"),
        ("9. Mrz. 2022", "2022-03-09"),
        ("9. Mär 2022", "2022-03-09"),
        ("30. Mai 2023", "2023-05-30"),
        ("Sept. 2023", "2023-09"),
        ("Dezember 1999", "1999-12"),
        ("1.2.98", "1998-02-01"),
    ],
)
def test_months_and_their_abbreviations(written: str, iso: str) -> None:
    """As they are called in Austria, too."""
    assert iso_date(written) == iso


@pytest.mark.parametrize("written", ["03/04/2024", "3/4/2024 10:00", "03-04-2024", "Fri, 01/12/2023"])
def test_what_can_be_read_in_two_ways_is_not_guessed(written: str) -> None:
    """Both readings are named."""
    with pytest.raises(ValueError, match=r"it may be \d{4}-\d\d-\d\d or \d{4}-\d\d-\d\d"):
        iso_date(written)


@pytest.mark.parametrize(
    "written",
    [
        *("gestern", "22. Oktober", "31.02.2024", "22.10.2024 – 24.10.2024", "22. Ju 2024", "2024-13", "32/01/2024"),
        *("", "7", 7, True, [1], None, float("nan"), float("inf"), 10**30, "10.24", "24", "12:30", "0000"),
        *("22. Brumaire 2024", "1.2.3.2024", "2024-W54", "2024-10-22-23", "99999999"),
    ],
)
def test_what_is_no_date(written: object) -> None:
    """Is refused with a reason."""
    with pytest.raises(ValueError, match=r"."):
        iso_date(written)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)))
def test_points_in_time(moment: datetime) -> None:
    """Seconds, milliseconds, RFC 822, ISO 8601 and Python's own types are one day, that which is written there."""
    seconds = moment.timestamp()
    day = moment.date().isoformat()
    for written in (int(seconds), str(int(seconds)), int(seconds * 1000), seconds, format_datetime(moment)):
        assert iso_date(written) == day
    for written in (moment, moment.date(), moment.isoformat(), moment.strftime("%Y%m%dT%H%M%SZ")):
        assert iso_date(written) == day
    elsewhere = moment.astimezone(timezone(timedelta(hours=9)))
    assert iso_date(format_datetime(elsewhere)) == iso_date(elsewhere) == elsewhere.date().isoformat()


@given(st.text(max_size=30) | st.integers() | st.floats() | st.dates() | st.from_regex(r"[0-9./ -]{1,12}"))
def test_anything_is_a_date_or_a_reason(written: object) -> None:
    """And what is read is one."""
    try:
        found = iso_date(written)
    except ValueError:
        return
    assert iso_prefix(found) == found
    if isinstance(written, date):
        assert found == written.isoformat()


def article(published: object) -> Article:
    """An article with this date."""
    (found,) = read(blob(json.dumps({"text": "Ja.", "published": published}).encode(), "a.jsonl"))
    assert found.article is not None
    return found.article


def test_the_basis_keeps_what_was_written() -> None:
    """So that the reading can be checked."""
    known = article(1_729_584_000).metadata
    assert (known.published, known.published_basis) == (
        "2024-10-22",
        "The field 'published' of a.jsonl, written 1729584000.",
    )
    assert article("2024-10-22T10:00:00Z").metadata.published_basis == "The field 'published' of a.jsonl."


def test_a_date_that_may_be_two_is_an_issue() -> None:
    """The article goes without."""
    found = article("03/04/2024")
    assert (found.metadata.published, found.metadata.published_basis) == (None, None)
    (note,) = found.notes
    assert note.kind == "metadata"
    assert "2024-04-03 or 2024-03-04" in note.message
