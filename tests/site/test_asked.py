"""Dates and numbers as people write them in German and English, and nothing that is none."""

import pytest

from attrib.site.asked import as_date, as_number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024", "2024"),
        ("2024-10", "2024-10"),
        (" 2024-10-22 ", "2024-10-22"),
        ("01.10.2024", "2024-10-01"),
        ("1. 2. 2024", "2024-02-01"),
        ("10.2024", "2024-10"),
        ("10/2024", "2024-10"),
        ("22. Oktober 2024", "2024-10-22"),
        ("Oktober 2024", "2024-10"),
        ("Mär. 2024", "2024-03"),
        ("October 22, 2024", "2024-10-22"),
        ("3 May 2024", "2024-05-03"),
        ("22/10/2024", "2024-10-22"),
        ("10/22/2024", "2024-10-22"),
        ("29.02.2024", "2024-02-29"),
    ],
)
def test_dates_are_read(typed: str, meant: str) -> None:
    """By number and by name, as precise as they are."""
    assert as_date(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "gestern",
        "2024-13",
        "2024-1",
        "2024-00",
        "2023-02-29",
        "31.04.2024",
        "03/04/2024",
        "Ma 2024",
        "24",
        "1 2024",
    ],
)
def test_what_is_no_date_is_none(typed: str) -> None:
    """No day of the calendar, or one of two."""
    assert as_date(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10000", 10000),
        ("10.000", 10000),
        ("10,000", 10000),
        ("1.234.567,5", 1234567.5),
        ("1,234,567.5", 1234567.5),
        ("10 000", 10000),
        ("10\u202f000", 10000),
        ("10'000,5", 10000.5),
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("0,125", 0.125),
        ("−5", -5),
        ("+7", 7),
        ("10.00", 10),
    ],
)
def test_numbers_are_read(typed: str, meant: float) -> None:
    """Three digits behind a separator are thousands, in either language."""
    assert as_number(typed) == meant


@pytest.mark.parametrize("typed", ["", "viele", "1_000", "1.00.0", "1e4", "--5", "1,234.567.8", "10.000 Mann", "nan"])
def test_what_is_no_number_is_none(typed: str) -> None:
    """Words, other notations, groups that are none."""
    assert as_number(typed) is None
