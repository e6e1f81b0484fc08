"""Copies, origins, credibility and likeness: what the rules over several statements say of plain cases."""

from datetime import date
from itertools import combinations, product
from typing import Any

import pytest
import samples

from attrib.claim.claim import agree, label
from attrib.claim.copies import Text, copies, word_sequences
from attrib.claim.credibility import Support, basis, credibility
from attrib.claim.origin import origin_of
from attrib.records import Source, Verdict
from attrib.statement.grouping import Proposition, groups, likeness
from attrib.statement.proposition import days_of

AGENCY = " ".join(f"Wort{number} steht an seinem Platz in der Meldung" for number in range(40))


def test_one_text_in_two_outlets_is_a_copy() -> None:
    """A changed sentence at the end makes no difference; the document published first is the original."""
    texts = [
        Text("c", None, AGENCY),
        Text("b", "2024-10-23", AGENCY + " Die Redaktion hat zwei Sätze angefügt."),
        Text("a", "2024-10-24", "Etwas ganz anderes steht in diesem Artikel über einen Garten."),
    ]
    assert [(copy.document, copy.original) for copy in copies(texts)] == [("c", "b")]


def test_short_texts_are_copies_only_if_they_are_equal() -> None:
    """Fewer than five words are one sequence."""
    assert len(word_sequences("Ja. Nein.")) == 1
    assert len(copies([Text("a", None, "Ja."), Text("b", None, "Nein."), Text("c", None, "Ja!")])) == 1


SOURCES = {source.id: source for source in (samples.PENTAGON, samples.AUSTIN, samples.NATO, samples.BEAMTE)}


@pytest.mark.parametrize(
    ("source", "origin", "independence"),
    [
        (samples.PENTAGON, "pentagon", "independent"),
        (samples.AUSTIN, "pentagon", "independent"),
        (samples.BEAMTE, "ua-beamte-b", "unknown"),
        (samples.HEARSAY, "hearsay", "none"),
        (samples.TAGBLATT, "tagblatt", "none"),
    ],
)
def test_origins(source: Source, origin: str, independence: str) -> None:
    """Whoever speaks for an institution is no second origin; anonymous parties are unknown, outlets none."""
    found = origin_of(source, SOURCES)
    assert (found.source, found.independence) == (origin, independence)


def test_a_circle_of_institutions_ends() -> None:
    """Two that are part of each other do not keep the program busy."""
    one = samples.NATO.model_copy(update={"id": "one", "part_of": "two"})
    two = samples.NATO.model_copy(update={"id": "two", "part_of": "one"})
    assert origin_of(one, {"one": one, "two": two}).independence == "independent"


VERDICTS: tuple[Verdict, ...] = ("confirms", "denies", "doubts", "withholds", "no_evidence")


@pytest.mark.parametrize(("agreeing", "opposing"), list(product([0, 1, 2, 3], [0, 1, 2])))
def test_every_row_of_the_table(agreeing: int, opposing: int) -> None:
    """The digit for every set of verdicts is that of docs/status.md, written a second time."""
    for count in range(len(VERDICTS) + 1):
        for verdicts in combinations(VERDICTS, count):
            disputed = bool({"denies", "doubts"} & set(verdicts))
            rows = {
                "1": agreeing >= 2 and "confirms" in verdicts and not disputed,
                "2": agreeing >= 2 and not disputed,
                "3": agreeing >= 2 or "confirms" in verdicts,
                "5": disputed and opposing >= 2,
                "4": disputed,
                "6": True,
            }
            expected = next(digit for digit, holds in rows.items() if holds)
            assert credibility(agreeing, verdicts, opposing=opposing) == expected, (agreeing, verdicts)


def test_the_best_digit_takes_two_origins_and_no_denial() -> None:
    """Whatever else is said."""
    for agreeing, verdicts in product(range(2), (["confirms"], ["confirms", "denies"])):
        assert credibility(agreeing, set(verdicts)) != "1"
    assert credibility(5, {"confirms", "denies"}) == "3"


def test_the_basis_says_what_the_digit_rests_on() -> None:
    """Counts, agreement, and who stands where."""
    assert basis(Support(2, 1, 0, 1), []) == "2 statements, 1 independent origin: repeated, not corroborated"
    assert basis(Support(4, 2, 1, 2), [("denies", "Kreml"), ("denies", "Kreml")]) == (
        "4 statements, 2 independent origins, 1 of unknown independence: 2 independent origins agree; denied by Kreml"
    )
    many = [("confirms", name) for name in "abcde"]
    assert basis(Support(9, 5, 0, 1), many).endswith("confirmed by a, b, c and 2 more")


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


def test_days_of_a_month() -> None:
    """An ISO prefix stands for all its days."""
    first, last = days_of("2024-02") or (0, 0)
    assert (date.fromordinal(first), date.fromordinal(last)) == (date(2024, 2, 1), date(2024, 2, 29))
    first, last = days_of("2024") or (0, 0)
    assert (date.fromordinal(first), date.fromordinal(last)) == (date(2024, 1, 1), date(2024, 12, 31))
    assert days_of("2024-12-31") == (date(2024, 12, 31).toordinal(),) * 2
    assert days_of(None) is None


def test_two_places_are_not_joined_through_a_statement_without_place() -> None:
    """*Soldaten wurden entsandt* fits Russia and Ukraine; the two stay two claims."""
    found = groups([sent("a", "RU"), sent("b", "UA"), sent("c"), sent("d", "RU"), sent("e", "UA")])
    assert all(not {"a", "b"} <= {item.statement for item in group} for group in found)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((11000, None), (11000, None), True),
        ((11000, None), (11300, None), True),
        ((11000, None), (12000, None), False),
        ((10000, 12000), (11000, None), True),
        (None, (11000, None), False),
        (None, None, True),
        ((None, None), (None, None), True),
    ],
)
def test_figures_that_agree(
    one: tuple[float | None, float | None] | None, other: tuple[float | None, float | None] | None, expected: bool
) -> None:
    """Equal within five percent, or inside the other's range; a figure and none do not agree."""
    assert agree(one, other) is agree(other, one) is expected


def test_a_label_is_cut_at_a_blank() -> None:
    """Long statements end in an ellipsis."""
    assert label("kurz") == "kurz"
    assert label("ein Wort " * 40).endswith(("Wort…", "ein…"))
    assert len(label("ein Wort " * 40)) <= 120
