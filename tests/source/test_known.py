"""What is known of a document's parties is a value: asking gives a new one, and whoever holds the old one keeps it."""

import pytest

from attrib.quotation.runner import quotations
from attrib.records import Source, Span
from attrib.source.chain import attribution_chains
from attrib.source.crediting import credit
from attrib.source.growing import Growing
from attrib.source.known import Known, Party
from attrib.text.text import Text
from tests import frozen


def row(id: str, name: str = "Amt") -> Source:
    """A row of sources."""
    return Source(id=id, name=name, kind="other", origin="discovered")


def text_of(path: int) -> Text:
    """One of the seeds as the stages see it."""
    document, parts, analysis = frozen.seed_piece(frozen.SEEDS[path])
    return Text(document, parts, analysis, frozen.GERMAN)


def test_what_is_added_is_in_the_new_mapping_alone() -> None:
    """Both keep what they had, in the order in which it came."""
    empty: Growing[str, int] = Growing()
    one = empty.with_({"a": 1})
    two = one.with_({"b": 2, "c": 3})
    assert (dict(empty), dict(one), dict(two)) == ({}, {"a": 1}, {"a": 1, "b": 2, "c": 3})
    assert "b" not in one
    assert list(two) == ["a", "b", "c"]


def test_two_that_grow_from_one_do_not_see_each_other() -> None:
    """Who adds to an older one gets a copy."""
    one: Growing[str, int] = Growing[str, int]().with_({"a": 1})
    left, right = one.with_({"b": 2}), one.with_({"b": 3, "c": 4})
    assert (dict(one), dict(left), dict(right)) == ({"a": 1}, {"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4})


def test_a_replaced_value_stays_in_the_old_mapping() -> None:
    """And keeps its place in the new one."""
    one: Growing[str, int] = Growing[str, int]().with_({"a": 1, "b": 2})
    two = one.with_({"a": 5})
    assert (dict(one), list(two.items())) == ({"a": 1, "b": 2}, [("a", 5), ("b", 2)])


def test_nothing_added_is_the_same_mapping() -> None:
    """No copy for nothing."""
    one: Growing[str, int] = Growing[str, int]().with_({"a": 1})
    assert one.with_({}) is one


def test_the_first_row_of_a_party_stays() -> None:
    """Whoever comes later under the same id is the same party."""
    known = Known().with_rows(row("a", "Amt"), row("a", "Behörde")).with_rows(row("a", "Dienst"), row("b"))
    assert [source.name for source in known.sources.values()] == ["Amt", "Amt"]


def test_a_registered_party_brings_those_it_points_to() -> None:
    """An annotation is whole by itself."""
    entry = next(item for item in frozen.REGISTRY.entries if item.speaks_for is not None)
    assert {entry.id, entry.speaks_for} <= set(Known().with_entry(entry, frozen.REGISTRY).sources)


def test_only_the_last_speakers_are_remembered() -> None:
    """In order, the last one at the end."""
    known = Known()
    for place in range(100):
        known = known.after(place, (Party(f"p{place}", "named", "hand", "hand"),))
    assert [place for place, _ in known.history] == list(range(60, 100))


def test_a_mention_that_stays_open_is_noted() -> None:
    """With the names of those who fit, and only in the new value."""
    known = Known()
    assert known.with_open(Span(3, 5), ["Kim", "Kin"]).open[Span(3, 5)] == ("Kim", "Kin")
    assert not known.open


@pytest.mark.parametrize("path", range(len(frozen.SEEDS)))
def test_asking_changes_nothing_that_was_handed_in(path: int) -> None:
    """Chains and a second answer to the same mention leave what was known as it was."""
    text = text_of(path)
    found = quotations(text)
    crediting = credit(text, found, frozen.REGISTRY)
    before = dict(crediting.known.sources), crediting.known.history, dict(crediting.known.open)
    mentions = [Span(item.speaker[0].start, item.speaker[-1].end) for item in found if item.speaker]
    answers = [[crediting.resolver.resolve(each, crediting.known)[0] for each in mentions] for _ in range(2)]
    chains = [attribution_chains(text, crediting.credited, crediting.resolver, crediting.known)[0] for _ in range(2)]
    assert answers[0] == answers[1]
    assert chains[0] == chains[1]
    assert (dict(crediting.known.sources), crediting.known.history, dict(crediting.known.open)) == before
