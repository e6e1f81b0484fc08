"""The event that a stand's object names, without whoever takes the stand.

*Die Sprecherin Anna Vogt konnte den Tod Hrubys nicht bestätigen* tells of Hruby alone: the statement that sums the
stand up names her too, but she is no part of what is left open.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from attrib.statement.told import Told
from attrib.text.grammar import Grammar


def as_named(events: Sequence[Told], takers: Collection[str], told: Iterable[Told], grammar: Grammar) -> list[Told]:
    """The statements that hold a stand, without the words for who takes it among what they are about; a name as others
    have it (*Hrubys*: *Hruby*)."""
    names = {name for item in told for name in _participants(item)}
    plain = {name: grammar.without_genitive(name) for item in events for name in _participants(item)}
    others = {name: bare if name not in names and bare in names else name for name, bare in plain.items()}
    return [_named(item, takers, others) for item in events]


def _participants(item: Told) -> Collection[str]:
    return () if item.proposition is None else item.proposition.participants


def _named(item: Told, takers: Collection[str], others: Mapping[str, str]) -> Told:
    one = item.proposition
    if one is None:
        return item
    kept = frozenset(others[name] for name in one.participants if name not in takers)
    return replace(item, proposition=replace(one, participants=kept, topics=one.topics.difference(takers)))
