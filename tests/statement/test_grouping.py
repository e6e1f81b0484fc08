"""Likeness: which propositions are one claim, on plain cases."""

from typing import Any

import pytest

from attrib.statement.grouping import Proposition, groups, likeness


def sent(
    statement: str, *places: str, event: str = "presence", parties: str = "KP military", **fields: Any
) -> Proposition:
    """Somebody's forces are somewhere."""
    participants, where = frozenset(parties.split()), frozenset(places)
    return Proposition(statement, event, participants=participants, places=where, **fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (sent("a", "RU"), sent("b", "UA")),
        (sent("a", "RU"), sent("b", "RU", parties="UA military")),
        (sent("a", "RU"), sent("b", "RU", event="withdrawal")),
        (sent("a", "RU", counted=frozenset({"military"})), sent("b", "RU", counted=frozenset({"casualties"}))),
        (
            sent("a", event="delivery", parties="KP RU", topics=frozenset({"munition"})),
            sent("b", event="delivery", parties="KP RU", topics=frozenset({"rakete"})),
        ),
        (sent("a", "RU", event="bau", is_class=False), sent("b", "RU", event="bau", is_class=False, parties="KP")),
    ],
)
def test_what_differs_stays_apart(one: Proposition, other: Proposition) -> None:
    """Another place, party, event, thing counted or thing delivered is another claim."""
    assert likeness(one, other) is None
    assert groups([one, other]) == []


def test_figures_are_versions() -> None:
    """Different numbers of the same soldiers in one place are one claim, and so is their presence without a number."""
    counted = frozenset({"military"})
    given = [
        sent("a", "RU", counted=counted, value=(1500, None)),
        sent("b", "RU", event="amount", is_amount=True, counted=counted, value=(11000, None)),
        sent("c", "RU"),
        sent("d", "RU", event="training", implied="presence", counted=counted, value=(11000, None)),
    ]
    assert [[item.statement for item in group] for group in groups(given)] == [["a", "b", "c", "d"]]
    assert groups(reversed(given)) == groups(given)


def test_what_happens_again_is_another_claim() -> None:
    """Two attacks on one town a month apart are two, two reports in one week are one; so is what has no date."""
    given = [
        sent(key, "UA", event="attack", parties="RU odessa", days=days)
        for key, days in (("a", (10, 10)), ("b", (13, 13)), ("c", (44, 44)), ("d", (40, 70)))
    ]
    assert [[item.statement for item in group] for group in groups(given)] == [["a", "b"], ["c", "d"]]
    assert likeness(given[0], sent("e", "UA", event="attack", parties="RU odessa")) is not None


def test_two_places_are_not_joined_through_a_statement_without_place() -> None:
    """*Soldaten wurden entsandt* fits Russia and Ukraine; the two stay two claims."""
    found = groups([sent("a", "RU"), sent("b", "UA"), sent("c"), sent("d", "RU"), sent("e", "UA")])
    assert all(not {"a", "b"} <= {item.statement for item in group} for group in found)
