"""Who confirms and who denies whom, as a picture: parties on a circle, an arrow for each stand, drawn on the server.

Each arrow leads to the statements on which the stand is taken. On a narrow screen the parties stand in the circle by
their numbers, and a list below says who they are.
"""

from collections.abc import Iterable, Sequence
from math import cos, hypot, pi, sin
from typing import NamedTuple

from markupsafe import Markup

from attrib.site.appearance import ICONS
from attrib.site.links import Links
from attrib.site.queries import Row
from attrib.site.svg import element, label, linked, picture
from attrib.site.wording import Words

MOST_PARTIES = 16
_SIDES = {"confirms": "for", "supports": "for", "denies": "against", "doubts": "against"}
_NODE = 11.0
_BOW = 0.32
"""How far an arrow bends to the middle, as a share of the way there; neighbours have it straighter."""
_ASIDE = 14.0
"""How far it bends to its side, so that the arrows of both directions stay apart."""


class _Ring(NamedTuple):
    """Where the circle lies and how much room names have beside it."""

    width: float
    height: float
    radius: float
    letters: int
    """Of a name; none where numbers alone are shown."""


_WIDE = _Ring(width=930.0, height=520.0, radius=200.0, letters=32)
_NARROW = _Ring(width=350.0, height=350.0, radius=150.0, letters=0)


class Party(NamedTuple):
    """A party of the picture, with its number in it."""

    id: str
    name: str
    number: int


def parties(rows: Sequence[Row]) -> list[Party]:
    """The parties of the most frequent stands, each beside one that it has to do with; `rows` come most frequent first.

    `rows` hold `by_id`, `by`, `about_id`, `about`, `verdict`, `stands`.
    """
    names: dict[str, str] = {}
    near: dict[str, list[str]] = {}
    for row in rows:
        new = {row["by_id"], row["about_id"]} - names.keys()
        if len(names) + len(new) > MOST_PARTIES:
            continue
        names |= {row["by_id"]: row["by"], row["about_id"]: row["about"]}
        near.setdefault(row["by_id"], []).append(row["about_id"])
        near.setdefault(row["about_id"], []).append(row["by_id"])
    return [Party(key, names[key], number) for number, key in enumerate(_walk(near), start=1)]


def _walk(near: dict[str, list[str]]) -> list[str]:
    """Everybody once, from each to those near it."""
    found: dict[str, None] = {}
    waiting = list(reversed(near))
    while waiting:
        key = waiting.pop()
        if key not in found:
            found[key] = None
            waiting += reversed(near[key])
    return list(found)


def network(rows: Sequence[Row], words: Words, to: Links, *, is_narrow: bool = False) -> Markup:
    """The picture; nothing where nobody takes a stand on what another party says."""
    shown = parties(rows)
    if not shown:
        return Markup()
    ring = _NARROW if is_narrow else _WIDE
    places = {party.id: _place(party.number - 1, len(shown), ring) for party in shown}
    arrows = [row for row in rows if {row["by_id"], row["about_id"]} <= places.keys()]
    name = "network-narrow" if is_narrow else "network"
    drawn = [
        *(_arrow(row, places, ring, words, to) for row in arrows),
        *(_node(party, places[party.id], ring, to) for party in shown),
    ]
    title = words("Who confirms, denies or doubts what whom says")
    return picture(*drawn, width=ring.width, height=ring.height, title=title, id=name, is_linked=True)


def _place(number: int, whole: int, ring: _Ring) -> tuple[float, float]:
    angle = 2 * pi * number / whole - pi / 2
    return ring.width / 2 + ring.radius * cos(angle), ring.height / 2 + ring.radius * sin(angle)


def _node(party: Party, place: tuple[float, float], ring: _Ring, to: Links) -> Markup:
    x, y = place
    dot = element("circle", cx=x, cy=y, r=_NODE, css="node")
    number = label(str(party.number), x, y + 4, anchor="middle", css="label on-node")
    return linked(to.page("source", party.id), dot, number, *_name(party, place, ring), title=party.name)


def _name(party: Party, place: tuple[float, float], ring: _Ring) -> Iterable[Markup]:
    """To the outside of the circle; above it or below at its poles."""
    x, y = place
    if not ring.letters:
        return
    across, down = (x - ring.width / 2) / ring.radius, (y - ring.height / 2) / ring.radius
    is_pole = abs(across) < 0.2
    anchor = "middle" if is_pole else "start" if across > 0 else "end"
    left = x if is_pole else x + (_NODE + 6) * (1 if across > 0 else -1)
    top = y + (_NODE + 15) * (1 if down > 0 else -1) + (0 if down > 0 else 8) if is_pole else y + 5
    yield label(party.name, left, top, anchor=anchor, most=ring.letters)


def _arrow(row: Row, places: dict[str, tuple[float, float]], ring: _Ring, words: Words, to: Links) -> Markup:
    (x1, y1), (x2, y2) = places[row["by_id"]], places[row["about_id"]]
    whole = hypot(x2 - x1, y2 - y1)
    bow, aside = _BOW * min(whole / ring.radius, 1.0), _ASIDE / whole
    bend = (
        (x1 + x2) / 2 * (1 - bow) + ring.width / 2 * bow - (y2 - y1) * aside,
        (y1 + y2) / 2 * (1 - bow) + ring.height / 2 * bow + (x2 - x1) * aside,
    )
    start, end = _towards((x1, y1), bend, _NODE + 1), _towards((x2, y2), bend, _NODE + 3)
    path = f"M{start[0]:.1f},{start[1]:.1f} Q{bend[0]:.1f},{bend[1]:.1f} {end[0]:.1f},{end[1]:.1f}"
    side = _SIDES.get(row["verdict"], "open")
    verdict = words.term("verdict", row["verdict"])
    said = f"{row['by']} – {ICONS[row['verdict']]} {verdict} ({words.number(row['stands'])}) – {row['about']}"
    return linked(
        to.table("statements", _stand=row["verdict"], _stand_by=row["by_id"], _said_by=row["about_id"]),
        element("path", d=path, css="reach"),
        element("path", d=path, css=f"stand {side} n{min(row['stands'], 4)}"),
        element("path", d=_head(bend, end), css=f"head {side}"),
        title=said,
    )


def _towards(place: tuple[float, float], other: tuple[float, float], far: float) -> tuple[float, float]:
    whole = max(hypot(other[0] - place[0], other[1] - place[1]), 1.0)
    return place[0] + (other[0] - place[0]) * far / whole, place[1] + (other[1] - place[1]) * far / whole


def _head(origin: tuple[float, float], tip: tuple[float, float]) -> str:
    """A triangle that points from `origin` to `tip`."""
    base = _towards(tip, origin, 9.0)
    across = ((tip[1] - base[1]) * 0.45, (base[0] - tip[0]) * 0.45)
    left, right = (base[0] + across[0], base[1] + across[1]), (base[0] - across[0], base[1] - across[1])
    return f"M{tip[0]:.1f},{tip[1]:.1f} L{left[0]:.1f},{left[1]:.1f} L{right[0]:.1f},{right[1]:.1f} Z"
