"""Pictures say what their rows say, and every word in them is text."""

import re
from typing import Any

import pytest

from attrib.site.charts import numbers_over_time, quantity, status_over_time
from attrib.site.grid import lines
from attrib.site.links import Links
from attrib.site.network import MOST_PARTIES, network, parties
from attrib.site.wording import Words

EN, DE = Words("en"), Words("de")


class Addresses:
    """Datasette's addresses, at the root of a host."""

    def path(self, path: str) -> str:
        """The path as it is."""
        return path


TO = Links(Addresses())


def at(row: dict[str, Any]) -> str:
    """Where a row leads."""
    return f"/at/{row['value']}"


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
        [version(1500.0), version(10000.0, 12000.0), version(11000.0, qualifier="at_least"), version(None)], EN, at
    )
    assert (svg.count("<circle"), svg.count("<rect"), svg.count("<path")) == (2, 1, 1)
    assert words_of(svg).count("&lt;NIS&gt;") == 3
    assert re.findall(r'<a href="([^"]*)"', svg) == ["/at/1500.0", "/at/10000.0", "/at/11000.0"]
    assert numbers_over_time([version(None)], EN, at) == ""
    assert "<svg" in numbers_over_time([version(-5.0)], EN, at)
    assert "<svg" in numbers_over_time([version(0.0)], EN, at)


def test_time_line_for_telephones() -> None:
    """Shows the same within the width of one, beside the wide one on the same page."""
    rows = [version(1500.0), version(12000.0, qualifier="at_most")]
    wide, narrow = numbers_over_time(rows, DE, at), numbers_over_time(rows, DE, at, is_narrow=True)
    assert words_of(narrow) == words_of(wide)
    assert [float(width) for width in re.findall(r'<svg[^>]* width="([^"]+)"', narrow)] <= [350.0]
    assert set(re.findall(r' id="([^"]+)"', wide)).isdisjoint(re.findall(r' id="([^"]+)"', narrow))


def test_months_are_stacked_by_status() -> None:
    """One bar for each status of a month, which leads to its statements; what has no month is left out."""
    rows = [
        {"month": "2024-10", "status": "claimed", "statements": 3},
        {"month": "2024-10", "status": "disputed", "statements": 1},
        {"month": "2024-12", "status": "claimed", "statements": 2},
        {"month": "2024", "status": "claimed", "statements": 5},
        {"month": "", "status": "claimed", "statements": 9},
    ]
    svg = status_over_time(rows, DE, lambda time, status: f"/{time}/{status}")
    assert svg.count("<rect") == 3
    assert words_of(svg) == ["4", "2024-10", "2", "2024-12"]
    assert "Oktober 2024: bestritten 1" in svg
    assert re.findall(r'<a href="([^"]*)"', svg) == ["/2024-10/disputed", "/2024-10/claimed", "/2024-12/claimed"]
    assert status_over_time(rows[3:], DE, lambda time, status: "") == ""


def test_many_months_are_shown_year_by_year() -> None:
    """With what has a year alone; on a telephone sooner."""
    months = [f"{year}-{month:02}" for year in (2021, 2022, 2023, 2024) for month in range(1, 13)]
    rows = [{"month": month, "status": "claimed", "statements": 1} for month in [*months, "2023"]]
    wide = status_over_time(rows, EN, lambda time, status: f"/{time}")
    assert words_of(wide) == ["12", "2021", "12", "2022", "13", "2023", "12", "2024"]
    narrow = status_over_time(rows[:12], EN, lambda time, status: f"/{time}", is_narrow=True)
    assert words_of(narrow) == ["12", "2021"]


def test_lines_hold_every_value_with_its_share() -> None:
    """In the order of the codes; a cell without statements leads nowhere."""
    rows = [
        {"id": "a", "name": "A", "status": "claimed", "statements": 3},
        {"id": "a", "name": "A", "status": "disputed", "statements": 1},
        {"id": "b", "name": "B", "status": "claimed", "statements": 1200},
    ]
    first, second = lines(rows, "status", ("disputed", "claimed"), lambda row: f"/{row['id']}/{row['status']}")
    assert [(cell.statements, cell.share, cell.start, cell.shade) for cell in first.cells] == [
        (1, 0.25, 0.0, "s2"),
        (3, 0.75, 0.25, "s4"),
    ]
    assert [cell.href for cell in second.cells] == [None, "/b/claimed"]
    assert (first.statements, second.statements) == (4, 1200)


def stand(by: str, about: str, verdict: str, stands: int = 1) -> dict[str, Any]:
    """A row of the network."""
    return {
        "by_id": by,
        "by": by.upper(),
        "about_id": about,
        "about": about.upper(),
        "verdict": verdict,
        "stands": stands,
    }


def test_network_of_stands() -> None:
    """An arrow for each stand, which leads to the statements, and each party once."""
    rows = [stand("x", "<y>", "denies", 3), stand("<y>", "x", "confirms"), stand("z", "x", "withholds")]
    for is_narrow in (False, True):
        svg = network(rows, EN, TO, is_narrow=is_narrow)
        assert [svg.count(f'class="head {side}"') for side in ("for", "against", "open")] == [1, 1, 1]
        assert svg.count('class="node"') == 3
        assert 'href="/attrib/statements?_stand=denies&amp;_stand_by=x&amp;_said_by=%3Cy%3E"' in svg
        assert "X – ✕ Denies (3) – &lt;Y&gt;" in svg
        assert 'role="group"' in svg
    assert {"X", "&lt;Y&gt;", "Z"} <= set(words_of(network(rows, EN, TO)))
    assert network([], EN, TO) == ""


def test_network_shows_the_most_frequent_stands_and_nobody_without_one() -> None:
    """As many parties as there is room for, next to those that they have to do with."""
    rows = [stand(f"t{n}", f"a{n}", "denies", 30 - n) for n in range(20)]
    shown = parties([*rows, stand("t0", "a1", "confirms")])
    assert len(shown) == MOST_PARTIES
    assert [party.id for party in shown[:4]] == ["t0", "a0", "a1", "t1"]
    assert [party.number for party in shown] == list(range(1, MOST_PARTIES + 1))
