"""Statements that put the same thing forward as another one, in other words."""

from collections.abc import Collection, Iterable, Sequence

from attrib.statement.grouping import Proposition, likeness
from attrib.statement.told import Told

_NEAR = 3
"""Sentences back in which the event is looked for that a noun names."""


def repeated(targets: Sequence[Told], told: Iterable[Told], takers: Collection[str]) -> tuple[Told, ...]:
    """The statements of others that put forward what one of the targets does, and no other figure.

    A target by the takers themselves is what they deny, or confirm: *bestritt, dass p* is negative, *p* is not.
    """
    ids = {item.row.id for item in targets}
    others = [item for item in told if item.row.id not in ids and set(item.parties).isdisjoint(takers)]
    return tuple(item for item in others if any(_repeats(item, one, takers) for one in targets))


def _repeats(item: Told, target: Told, takers: Collection[str]) -> bool:
    one, other = item.proposition, target.proposition
    denied = target.row.polarity == "negative" and not set(target.parties).isdisjoint(takers)
    wanted = "positive" if denied else target.row.polarity
    if one is None or other is None or one.value != other.value or item.row.polarity != wanted:
        return False
    parted = one.topics and other.topics and not one.topics & other.topics
    by_author = "author" in {item.row.type, target.row.type}
    alike = one.places == other.places and (_is_one_matter(one, other) or _has_one_topic(one, other))
    return likeness(one, other) is not None or (alike and not parted and not by_author)


def _has_one_topic(one: Proposition, other: Proposition) -> bool:
    """*Bei der Razzia seien Waffen gefunden worden*, *dass Waffen gefunden wurden*: the same is done to the same."""
    parted = bool(one.participants or other.participants) and not one.participants & other.participants
    common = one.topics & other.topics
    return one.event == other.event and not parted and bool(common) and common in (one.topics, other.topics)


def is_of_event(item: Told, named: Sequence[Told]) -> bool:
    """Whether a statement is about the event that one of others names; a stand on it says nothing of other figures."""
    return any(_is_same_event(item, other) for other in named)


def _is_same_event(item: Told, named: Told) -> bool:
    """*Drei Arbeiter starben* · *den Tod der drei Männer*: told just before, an event of the class needs no more."""
    one, other = item.proposition, named.proposition
    if one is None or other is None or one.event != other.event:
        return False
    if one.value == other.value and (likeness(one, other) is not None or _is_one_matter(one, other)):
        return True
    apart = bool(one.places and other.places and not one.places & other.places)
    apart = apart or bool(one.participants and other.participants) or (other.value not in {None, one.value})
    near = 0 <= named.quotation.sentence - item.quotation.sentence <= _NEAR
    return near and other.is_class and not other.is_amount and not apart


def _is_one_matter(one: Proposition, other: Proposition) -> bool:
    """Within one text it is enough that the event is of one class, and one of the two names nobody else.

    *Hruby sei nicht festgenommen worden* is about *Oppositionsführer Ivan Hruby soll festgenommen worden sein*.
    """
    apart = any(a and b and not a & b for a, b in ((one.places, other.places), (one.counted, other.counted)))
    if apart or one.event != other.event or not one.is_class or one.is_amount or one.value != other.value:
        return False
    common = one.participants & other.participants
    return bool(common) and common in (one.participants, other.participants)
