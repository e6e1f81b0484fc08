"""The pictures of the site, drawn on the server: each says in one look what the table behind it says in rows.

status_by_month(rows, words)      how the statements of a source stand, month by month
statuses_of_sources(rows, words)  sources by status
stands_between(rows, words)       who confirms or denies whom
openness(rows, words)             share of named and unnamed sources, article by article
numbers_over_time(rows, words)    who named which number when, with ranges
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from attrib.site.appearance import ICONS
from attrib.site.queries import Row
from attrib.site.svg import box, element, group, label, line, picture
from attrib.site.wording import Words

_WIDTH = 720.0
_ROW = 26.0
_NAMES = 230.0
_MOST = 12
"""Rows and columns of the grid of stands."""
_OPENNESS = ("named", "role", "unnamed", "impersonal")
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


def status_by_month(rows: Sequence[Row], words: Words) -> Markup:
    """One bar a month, its parts by status; `rows` hold `month`, `status`, `statements`."""
    months = sorted({row["month"] for row in rows if row["month"]})
    if not months:
        return Markup()
    totals = {month: sum(row["statements"] for row in rows if row["month"] == month) for month in months}
    most, height, foot = max(totals.values()), 130.0, 150.0
    step = min(_WIDTH / len(months), 64.0)
    drawn = [line(0.0, height + 4, step * len(months), height + 4, "axis")]
    for place, month in enumerate(months):
        top = height
        for row in (row for row in rows if row["month"] == month):
            size = max(row["statements"] / most * (height - 18), 2.0)
            top -= size
            tooltip = f"{words.date(month)}: {words.term('status', row['status'])} {words.number(row['statements'])}"
            drawn.append(box(place * step + 4, top, step - 8, size, f"fill {row['status']}", tooltip=tooltip))
        drawn.append(label(words.number(totals[month]), place * step + step / 2, top - 5, anchor="middle"))
        if place % (len(months) // 8 + 1) == 0:
            drawn.append(label(month, place * step + step / 2, foot + 6, anchor="middle", css="label quiet"))
    title = words("Statements by month and status")
    return picture(*drawn, width=max(step * len(months), 120.0), height=foot + 16, title=title, id="months")


def statuses_of_sources(rows: Sequence[Row], words: Words) -> Markup:
    """A grid of sources and statuses, darker where there are more; `rows` hold `name`, `status`, `statements`."""
    names = list(dict.fromkeys(row["name"] for row in rows))
    statuses = [code for code in ICONS if any(row["status"] == code for row in rows)]
    counts = {(row["name"], row["status"]): row["statements"] for row in rows}
    column = (_WIDTH - _NAMES) / max(len(statuses), 1)
    drawn = [
        label(
            f"{ICONS[code]} {words.term('status', code)}", _NAMES + (i + 0.5) * column, 16.0, anchor="middle", most=14
        )
        for i, code in enumerate(statuses)
    ]
    for y, name in enumerate(names):
        drawn.append(label(name, 0.0, 44.0 + y * _ROW, most=32))
        whole = sum(counts.get((name, code), 0) for code in statuses)
        for x, code in enumerate(statuses):
            number = counts.get((name, code), 0)
            left, top = _NAMES + x * column, 26.0 + y * _ROW
            drawn.append(box(left + 1, top, column - 2, _ROW - 2, f"cell {code} {_shade(number, whole)}"))
            if number:
                middle = left + column / 2
                drawn.append(label(words.number(number), middle, top + 17, anchor="middle", css="label on-cell"))
    title = words("Parties and how their statements stand")
    return picture(*drawn, width=_WIDTH, height=34.0 + len(names) * _ROW, title=title, id="sources")


def _shade(number: int, whole: int) -> str:
    """One of five shades, by the share of the row."""
    return "s0" if not number else f"s{min(1 + int(4 * number / whole), 4)}"


def stands_between(rows: Sequence[Row], words: Words) -> Markup:
    """A grid: who takes a stand, on whose statements; `rows` hold `by`, `about`, `verdict`, `stands`."""
    takers, targets = _shown(rows)
    column = max((_WIDTH - _NAMES) / max(len(targets), 1), 44.0)
    head = 150.0
    drawn = [
        element(
            "text", _cut(name, 24), element("title", name), css="label",
            transform=f"translate({_NAMES + (i + 0.5) * column:.1f},{head - 8}) rotate(-38)",
        )
        for i, name in enumerate(targets)
    ]  # fmt: skip
    for y, name in enumerate(takers):
        drawn.append(label(name, 0.0, head + 18 + y * _ROW, most=32))
        drawn.append(line(0.0, head + y * _ROW, _NAMES + column * len(targets), head + y * _ROW, "axis"))
        for x, target in enumerate(targets):
            found = [row for row in rows if row["by"] == name and row["about"] == target]
            drawn += _stand(found, _NAMES + x * column, head + y * _ROW, column, words)
    title = words("Who confirms, denies or doubts what whom says")
    width = _NAMES + column * len(targets) + 90
    return picture(*drawn, width=width, height=head + 8 + len(takers) * _ROW, title=title, id="stands")


def _stand(found: Sequence[Row], left: float, top: float, column: float, words: Words) -> Iterable[Markup]:
    share = column / max(len(found), 1)
    for place, row in enumerate(found):
        x = left + place * share
        tooltip = f"{row['by']}: {words.term('verdict', row['verdict'])} ({row['stands']}) – {row['about']}"
        yield box(x + 1, top + 2, share - 2, _ROW - 4, f"cell {row['verdict']} s3", tooltip=tooltip)
        text = f"{ICONS[row['verdict']]}{row['stands'] if row['stands'] > 1 else ''}"
        yield label(text, x + share / 2, top + 18, anchor="middle", css="label on-cell")


def _shown(rows: Sequence[Row]) -> tuple[list[str], list[str]]:
    """The parties of the most frequent stands, as many as there is room for: nobody stands there without a stand."""
    takers: list[str] = []
    targets: list[str] = []
    for row in rows:
        new = (row["by"] not in takers) + len(takers), (row["about"] not in targets) + len(targets)
        if max(new) <= _MOST:
            takers += [row["by"]] if row["by"] not in takers else []
            targets += [row["about"]] if row["about"] not in targets else []
    return takers, targets


def openness(rows: Sequence[Row], words: Words) -> Markup:
    """One bar an article, its parts by how openly sources are named.

    `rows` hold `label`, `disclosure`, `statements`.
    """
    articles = list(dict.fromkeys(row["label"] for row in rows))
    drawn, left = [], _NAMES + 40
    for y, name in enumerate(articles):
        counts = {row["disclosure"]: row["statements"] for row in rows if row["label"] == name}
        whole, x = sum(counts.values()), left
        drawn.append(label(name, 0.0, 18.0 + y * _ROW, most=34))
        for code in _OPENNESS:
            size = (_WIDTH - left) * counts.get(code, 0) / whole
            if size:
                tooltip = f"{words.term('disclosure', code)}: {counts[code]} / {whole}"
                drawn.append(box(x, 4.0 + y * _ROW, size, _ROW - 8, f"open {code}", tooltip=tooltip))
                x += size
    title = words("How openly sources are named, article by article")
    return picture(*drawn, width=_WIDTH, height=8.0 + len(articles) * _ROW, title=title, id="openness")


def numbers_over_time(rows: Sequence[Row], words: Words, *, is_narrow: bool = False) -> Markup:
    """One line a version, earliest first, the number as a dot or, for a range, a bar.

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
        head = 19.0 + y * lines.row
        drawn.append(label(row["date"] or "–", 0.0, head, css="label quiet"))
        drawn.append(label(row["source_name"] or words("source not resolved"), _DATES, head, most=34))
        drawn += _number(row, scale, lines.middle + y * lines.row, words)
    title = words("Who named which number when")
    name = "numbers-narrow" if is_narrow else "numbers"
    return picture(*drawn, width=lines.width, height=height, title=title, id=name)


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
    tooltip = quantity(row, words)
    if right > left:
        yield box(left, middle - 4, right - left, 8.0, f"fill {row['status']}", tooltip=tooltip)
    else:
        yield element("circle", element("title", tooltip), cx=left, cy=middle, r=5.0, css=f"fill {row['status']}")
    arrow = {"at_least": 1, "more_than": 1, "at_most": -1, "less_than": -1}.get(row["qualifier"] or "")
    if arrow is not None:
        tip = left + 20.0 * arrow
        yield line(left, middle, tip, middle, "arrow")
        yield element("path", d=f"M{tip:.1f},{middle - 4} l{5 * arrow},4 l{-5 * arrow},4", css="arrow")
    yield label(tooltip, max(right, left + (24 if arrow == 1 else 0)) + 10, middle + 5, most=40)


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


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
