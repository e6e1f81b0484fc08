"""What a proposition is about."""

from datetime import date

from attrib.statement.proposition import days_of


def test_days_of_a_month() -> None:
    """An ISO prefix stands for all its days."""
    first, last = days_of("2024-02") or (0, 0)
    assert (date.fromordinal(first), date.fromordinal(last)) == (date(2024, 2, 1), date(2024, 2, 29))
    first, last = days_of("2024") or (0, 0)
    assert (date.fromordinal(first), date.fromordinal(last)) == (date(2024, 1, 1), date(2024, 12, 31))
    assert days_of("2024-12-31") == (date(2024, 12, 31).toordinal(),) * 2
    assert days_of(None) is None
