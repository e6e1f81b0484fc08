"""Statements that put the same thing forward as another one, in other words, or its opposite."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from attrib.stand.central import REACH
from attrib.statement.grouping import Proposition, likeness
from attrib.statement.told import Told

_OPPOSITE = {"positive": "negative", "negative": "positive"}


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


def contradicted(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of a statement and a later one, by other parties, that negates it: same event, same participants.

    *Er sei festgenommen worden*, *er sei nicht festgenommen worden*; another version that negates nothing is none.
    """
    by_event: dict[str, list[Told]] = {}
    for later in told:
        if later.proposition is not None and later.row.polarity in _OPPOSITE:
            before = by_event.setdefault(later.proposition.event, [])
            yield from ((earlier, later) for earlier in before[-REACH:] if _negates(later, earlier))
            before.append(later)


def _negates(later: Told, earlier: Told) -> bool:
    one, other = later.proposition, earlier.proposition
    if one is None or other is None or not one.is_class or "author" in {later.row.type, earlier.row.type}:
        return False
    opposite = later.row.polarity == _OPPOSITE[earlier.row.polarity]
    return opposite and set(later.parties).isdisjoint(earlier.parties) and _is_one_matter(one, other)


def _is_one_matter(one: Proposition, other: Proposition) -> bool:
    """Within one text it is enough that the event is of one class, and one of the two names nobody else.

    *Hruby sei nicht festgenommen worden* is about *Oppositionsführer Ivan Hruby soll festgenommen worden sein*.
    """
    apart = any(a and b and not a & b for a, b in ((one.places, other.places), (one.counted, other.counted)))
    if apart or one.event != other.event or not one.is_class or one.value != other.value:
        return False
    common = one.participants & other.participants
    return bool(common) and common in (one.participants, other.participants)
