"""Filters of columns read numbers and dates as readers write them."""

from urllib.parse import urlencode

import pytest

from attrib.site.typed import columns, with_typed_values


@pytest.mark.parametrize(
    ("table", "asked", "read"),
    [
        ("quantities", ("value__gte", "10.000"), "10000"),
        ("quantities", ("value__lt", "1.234,5"), "1234.5"),
        ("quantities", ("value", "3,5"), "3.5"),
        ("quantities", ("value__gt", "12,000"), "12000"),
        ("quantities", ("value__gte", "10.5"), "10.5"),
        ("quantities", ("value__gte", "1000"), "1000"),
        ("quantities", ("value__gte", "many"), "many"),
        ("quantities", ("value__in", "1.000,2.000"), "1.000,2.000"),
        ("quantities", ("unit", "10.000"), "10.000"),
        ("quantities.csv", ("value__gte", "2.500"), "2500"),
        ("unverified_numbers", ("value__lte", "7.000"), "7000"),
        ("changes", ("later_value__gt", "9.000"), "9000"),
        ("documents", ("published__gte", "3. Mai 2019"), "2019-05-03"),
        ("statements", ("said_on", "22.10.2024"), "2024-10-22"),
        ("claims_timeline", ("date__lt", "March 2020"), "2020-03"),
        ("statements", ("id", "10.000"), "10.000"),
        ("statements", ("_search", "10.000"), "10.000"),
    ],
)
def test_values_as_readers_write_them(table: str, asked: tuple[str, str], read: str) -> None:
    """Thousands, decimals, days; what may be meant as it stands is left alone."""
    scope = {"path": f"/attrib/{table}", "query_string": urlencode([asked, ("_lang", "de")]).encode()}
    expected = urlencode([(asked[0], read), ("_lang", "de")]).encode()
    assert with_typed_values(scope)["query_string"] == expected


def test_below_a_base_path() -> None:
    """As everywhere else."""
    scope = {"path": "/news/attrib/quantities", "query_string": b"value__gte=10.000"}
    assert with_typed_values(scope, "/news/")["query_string"] == b"value__gte=10000"
    assert with_typed_values(scope) is scope


def test_every_table_is_known() -> None:
    """Views by the names of their columns."""
    assert "value" in columns()["unverified_numbers"]
    assert "statement" not in columns()["documents"]
