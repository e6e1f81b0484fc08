"""Where a statement comes from: the last link of its chain, and whether it is independent of other origins.

An institution, its parts and everybody who speaks for it are one origin: a ministry, its minister and its spokesperson
confirm nothing to each other. Anonymous parties may be independent or not; hearsay and the publisher's own words are no
origin at all.
"""

from collections.abc import Mapping
from typing import NamedTuple

from attrib.records import Independence, Source

_NO_ORIGIN = frozenset({"hearsay", "publisher"})
_TOP = 8
"""Links upwards that are followed at most, against circles."""


class Origin(NamedTuple):
    """The party a statement goes back to, and what can be said of its independence."""

    source: str
    independence: Independence
    reason: str


def origin_of(source: Source, sources: Mapping[str, Source], *, own_voice: bool = False) -> Origin:
    """The origin behind a source: the topmost institution that it speaks for or belongs to.

    With `own_voice` the source is the outlet that says so itself.
    """
    if source.origin in _NO_ORIGIN or own_voice:
        return Origin(source.id, "none", "hearsay" if source.origin == "hearsay" else "the publisher's own words")
    top = source
    for _ in range(_TOP):
        above = top.speaks_for or top.part_of
        if above is None or above not in sources:
            break
        top = sources[above]
    if source.origin == "unnamed":
        return Origin(source.id, "unknown", "anonymous: nobody can say whether it is independent")
    reason = "named" if top is source else f"{source.name} speaks for or belongs to {top.name}"
    return Origin(top.id, "independent", reason)
