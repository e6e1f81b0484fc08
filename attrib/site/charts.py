"""The pictures of the site, drawn on the server: each says in one look what the table behind it says in rows.

status_over_time(rows, words, at)   how the statements of a source stand, month by month or year by year
numbers_over_time(rows, words, at)  who named which number when, with ranges

`at` says where the statements behind a part of the picture are. `attrib.site.network` draws who confirms whom, and
`attrib.site.grid` counts for pictures that are tables.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from attrib.site.appearance import ICONS
from attrib.site.queries import Row
from attrib.site.svg import box, element, group, label, line, linked, picture
from attrib.site.wording import Words

_WIDTH, _HEIGHT = 720.0, 130.0
_ROW = 26.0
_NAMES = 230.0
_MOST_BARS, _MOST_BARS_NARROW = 36, 9
"""Months that are shown as such; more are put together year by year."""
_DATES = 90.0
"""Width of the dates before the names of a time line."""


class _Lines(NamedTuple):
    """How a time line is laid out: where its scale stands, how high a row is, how deep the number stands in it."""

    start: float
    end: float
    row: float
    middle: float
    width: float


_WIDE = _Lines(start=_DATES + _NAMES + 14, end=760.0, row=_ROW, middle=14.0, width=964.0)
_NARROW = _Lines(start=8.0, end=200.0, row=46.0, middle=32.0, width=348.0)
"""For telephones: date and name stand above the number."""


def status_over_time(
    rows: Sequence[Row], words: Words, at: Callable[[str, str], str], *, is_narrow: bool = False
) -> Markup:
    """One bar a month, or a year where there are many, its parts by status; each part leads to `at(time, status)`.

    `rows` hold `month`, `status`, `statements`; what has a year alone is in no month.
    """
    is_long = len({row["month"] for row in rows}) > (_MOST_BARS_NARROW if is_narrow else _MOST_BARS)
    bars: dict[str, Counter[str]] = {}
    for row in sorted(rows, key=lambda row: row["month"]):
        time = row["month"][: len("2024" if is_long else "2024-10")]
        if len(time) == len("2024" if is_long else "2024-10"):
            bars.setdefault(time, Counter())[row["status"]] += row["statements"]
    if not bars:
        return Markup()
    width = _NARROW.width if is_narrow else _WIDTH
    step = min(width / len(bars), 64.0)
    most = max(counts.total() for counts in bars.values())
    every = len(bars) // int(width // 72) + 1
    drawn = [line(0.0, _HEIGHT + 4, step * len(bars), _HEIGHT + 4, "axis")]
    for place, (time, counts) in enumerate(bars.items()):
        middle = (place + 0.5) * step
        drawn += _bar(time, counts, words, at, scale=(_HEIGHT - 18) / most, middle=middle, width=max(step - 8, 2.0))
        if place % every == 0:
            drawn.append(label(time, middle, _HEIGHT + 26, anchor="middle", css="label quiet"))
    title = words("Statements by year and status") if is_long else words("Statements by month and status")
    name = "times-narrow" if is_narrow else "times"
    shown = max(step * len(bars), 120.0)
    return picture(*drawn, width=shown, height=_HEIGHT + 36, title=title, id=name, is_linked=True)


def _bar(
    time: str,
    counts: Mapping[str, int],
    words: Words,
    at: Callable[[str, str], str],
    *,
    scale: float,
    middle: float,
    width: float,
) -> Iterable[Markup]:
    """One bar, its parts in the order of the statuses, the whole number above it."""
    top = _HEIGHT
    for status in (code for code in ICONS if counts.get(code)):
        size = max(counts[status] * scale, 2.0)
        top -= size
        said = f"{words.date(time)}: {words.term('status', status)} {words.number(counts[status])}"
        part = box(middle - width / 2, top, width, size, f"fill {status}")
        yield linked(at(time, status), part, title=said)
    yield label(words.number(sum(counts.values())), middle, top - 5, anchor="middle")


def numbers_over_time(
    rows: Sequence[Row], words: Words, at: Callable[[Row], str], *, is_narrow: bool = False
) -> Markup:
    """One line a version, earliest first, the number as a dot or, for a range, a bar; each leads to `at(row)`.

    `rows` hold `date`, `source_name`, `value`, `value_to`, `qualifier`, `status`; rows without a number are left out.
    """
    lines = _NARROW if is_narrow else _WIDE
    listed = [row for row in rows if row["value"] is not None]
    if not listed:
        return Markup()
    ends = [value for row in listed for value in (row["value"], row["value_to"]) if value is not None]
    scale = _Scale(min(0.0, *ends), max(*ends, 1.0), lines)
    height = 30.0 + len(listed) * lines.row
    drawn = [group(_ticks(scale, height, words))]
    for y, row in enumerate(listed):
        head, name = 19.0 + y * lines.row, row["source_name"] or words("source not resolved")
        parts = [
            label(row["date"] or "–", 0.0, head, css="label quiet"),
            label(name, _DATES, head, most=34),
            *_number(row, scale, lines.middle + y * lines.row, words),
        ]
        said = f"{words.date(row['date']) or '–'}: {name}, {quantity(row, words)}"
        drawn.append(linked(at(row), *parts, title=said))
    title = words("Who named which number when")
    name = "numbers-narrow" if is_narrow else "numbers"
    return picture(*drawn, width=lines.width, height=height, title=title, id=name, is_linked=True)


class _Scale:
    """From numbers to places on the picture's width."""

    def __init__(self, low: float, high: float, lines: _Lines) -> None:
        self.low, self.high, self.lines = low, high, lines

    def __call__(self, value: float) -> float:
        start, end = self.lines.start, self.lines.end
        return start + (value - self.low) / (self.high - self.low) * (end - start)


def _ticks(scale: _Scale, height: float, words: Words) -> Iterable[Markup]:
    for share in (0.0, 0.5, 1.0):
        value = scale.low + share * (scale.high - scale.low)
        yield line(scale(value), 0.0, scale(value), height - 22, "grid")
        yield label(words.number(value), scale(value), height - 6, anchor="middle", css="label quiet")


def _number(row: Row, scale: _Scale, middle: float, words: Words) -> Iterable[Markup]:
    """Open ends are arrows: *at least* points to the right, *at most* to the left."""
    left = scale(row["value"])
    right = left if row["value_to"] is None else scale(row["value_to"])
    if right > left:
        yield box(left, middle - 4, right - left, 8.0, f"fill {row['status']}")
    else:
        yield element("circle", cx=left, cy=middle, r=5.0, css=f"fill {row['status']}")
    arrow = {"at_least": 1, "more_than": 1, "at_most": -1, "less_than": -1}.get(row["qualifier"] or "")
    if arrow is not None:
        tip = left + 20.0 * arrow
        yield line(left, middle, tip, middle, "arrow")
        yield element("path", d=f"M{tip:.1f},{middle - 4} l{5 * arrow},4 l{-5 * arrow},4", css="arrow")
    yield label(quantity(row, words), max(right, left + (24 if arrow == 1 else 0)) + 10, middle + 5, most=40)


def quantity(row: Any, words: Words) -> str:
    """A number with its qualifier in words: `bis zu 12.000`, `zwischen 10.000 und 12.000`."""
    value, upper, qualifier = (row[name] for name in ("value", "value_to", "qualifier"))
    if value is None:
        return ""
    digits = 0 if float(value).is_integer() and (upper is None or float(upper).is_integer()) else 1
    number = words.number(value, digits=digits)
    if upper is not None:
        return f"{number}–{words.number(upper, digits=digits)}"
    return number if qualifier in (None, "exact") else f"{words.term('qualifier', qualifier).lower()} {number}"
