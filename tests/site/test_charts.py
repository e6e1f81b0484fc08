"""Pictures say what their rows say, and every word in them is text."""

import re
from typing import Any

import pytest

from attrib.site.charts import (
    numbers_over_time,
    openness,
    quantity,
    stands_between,
    status_by_month,
    statuses_of_sources,
)
from attrib.site.wording import Words

EN, DE = Words("en"), Words("de")


def version(value: float | None, value_to: float | None = None, qualifier: str | None = None) -> dict[str, Any]:
    """A row of a time line."""
    return {
        "date": "2024-10", "source_name": "<NIS>", "status": "claimed",
        "value": value, "value_to": value_to, "qualifier": qualifier,
    }  # fmt: skip


def words_of(svg: str) -> list[str]:
    """The texts of a picture."""
    return re.findall(r"<text[^>]*>([^<]*)", svg)


@pytest.mark.parametrize(
    ("row", "english", "german"),
    [
        (version(1500.0), "1,500", "1.500"),
        (version(12000.0, qualifier="at_most"), "at most 12,000", "höchstens 12.000"),
        (version(10000.0, 12000.0, "between"), "10,000–12,000", "10.000–12.000"),
        (version(0.5, qualifier="exact"), "0.5", "0,5"),
        (version(None), "", ""),
    ],
)
def test_numbers_in_words(row: dict[str, Any], english: str, german: str) -> None:
    """With their qualifier, in the reader's language."""
    assert (quantity(row, EN), quantity(row, DE)) == (english, german)


def test_time_line_of_numbers() -> None:
    """A dot for a number, a bar for a range, an arrow for an open end; what has no number is left out."""
    svg = numbers_over_time(
        [version(1500.0), version(10000.0, 12000.0), version(11000.0, qualifier="at_least"), version(None)], EN
    )
    assert (svg.count("<circle"), svg.count("<rect"), svg.count("<path")) == (2, 1, 1)
    assert words_of(svg).count("&lt;NIS&gt;") == 3
    assert numbers_over_time([version(None)], EN) == ""
    assert "<svg" in numbers_over_time([version(-5.0)], EN)
    assert "<svg" in numbers_over_time([version(0.0)], EN)


def test_time_line_for_telephones() -> None:
    """Shows the same within the width of one, beside the wide one on the same page."""
    rows = [version(1500.0), version(12000.0, qualifier="at_most")]
    wide, narrow = numbers_over_time(rows, DE), numbers_over_time(rows, DE, is_narrow=True)
    assert words_of(narrow) == words_of(wide)
    assert [float(width) for width in re.findall(r'<svg[^>]* width="([^"]+)"', narrow)] <= [350.0]
    assert set(re.findall(r' id="([^"]+)"', wide)).isdisjoint(re.findall(r' id="([^"]+)"', narrow))


def test_months_are_stacked_by_status() -> None:
    """One bar for each status of a month; what has no date is left out."""
    rows = [
        {"month": "2024-10", "status": "claimed", "statements": 3},
        {"month": "2024-10", "status": "disputed", "statements": 1},
        {"month": "2024-12", "status": "claimed", "statements": 2},
        {"month": "", "status": "claimed", "statements": 9},
    ]
    svg = status_by_month(rows, DE)
    assert svg.count("<rect") == 3
    assert words_of(svg) == ["4", "2024-10", "2", "2024-12"]
    assert "Oktober 2024: bestritten 1" in svg
    assert status_by_month(rows[3:], DE) == ""


def test_grid_of_statuses() -> None:
    """Every number stands in its cell."""
    rows = [
        {"name": "A" * 50, "status": "claimed", "statements": 1200},
        {"name": "B", "status": "disputed", "statements": 1},
    ]
    svg = statuses_of_sources(rows, EN)
    assert svg.count("<rect") == 4
    assert {"1,200", "1", "B"} <= set(words_of(svg))
    assert f"<title>{'A' * 50}</title>" in svg


def test_grid_of_stands_shows_nobody_without_a_stand() -> None:
    """The most frequent ones that fit; each as sign and number."""
    rows = [{"by": f"t{n}", "about": f"a{n}", "verdict": "denies", "stands": 30 - n} for n in range(20)]
    svg = stands_between([*rows, {"by": "t0", "about": "a1", "verdict": "confirms", "stands": 1}], EN)
    assert svg.count("<rect") == 13
    assert {"✕30", "✓", "t11"} <= set(words_of(svg))
    assert "t12" not in svg


def test_shares_of_openness_fill_the_bar() -> None:
    """Whatever there is, side by side."""
    rows = [
        {"label": "x", "disclosure": "named", "statements": 3},
        {"label": "x", "disclosure": "unnamed", "statements": 1},
    ]
    widths = [float(width) for width in re.findall(r'<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"', openness(rows, EN))]
    assert widths[0] == pytest.approx(3 * widths[1], rel=0.01)
