"""Statements that put the same thing forward as another one, in other words."""

from collections.abc import Collection, Iterable, Sequence

from attrib.statement.grouping import Proposition, likeness
from attrib.statement.told import Told


def repeated(targets: Sequence[Told], told: Iterable[Told], takers: Collection[str]) -> tuple[Told, ...]:
    """The statements of others that put forward what one of the targets does, and no other figure."""
    ids = {item.row.id for item in targets}
    others = [item for item in told if item.row.id not in ids and set(item.parties).isdisjoint(takers)]
    return tuple(item for item in others if any(_repeats(item, one) for one in targets))


def _repeats(item: Told, target: Told) -> bool:
    one, other = item.proposition, target.proposition
    if one is None or other is None or one.value != other.value or item.row.polarity != target.row.polarity:
        return False
    parted = one.topics and other.topics and not one.topics & other.topics
    by_author = "author" in {item.row.type, target.row.type}
    alike = one.places == other.places and _is_one_matter(one, other)
    return likeness(one, other) is not None or (alike and not parted and not by_author)


def is_of_event(item: Told, named: Sequence[Told]) -> bool:
    """Whether a statement is about the event that one of others names; a stand on it says nothing of other figures."""
    one = item.proposition
    if one is None:
        return False
    others = [other.proposition for other in named if other.proposition is not None]
    alike = (other.value == one.value and (likeness(one, other) or _is_one_matter(one, other)) for other in others)
    return any(alike)


def _is_one_matter(one: Proposition, other: Proposition) -> bool:
    """Within one text it is enough that the event is of one class, and one of the two names nobody else.

    *Hruby sei nicht festgenommen worden* is about *Oppositionsführer Ivan Hruby soll festgenommen worden sein*.
    """
    apart = any(a and b and not a & b for a, b in ((one.places, other.places), (one.counted, other.counted)))
    if apart or one.event != other.event or not one.is_class or one.value != other.value:
        return False
    common = one.participants & other.participants
    return bool(common) and common in (one.participants, other.participants)
