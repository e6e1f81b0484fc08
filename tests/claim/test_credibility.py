"""The digit of a claim and the sentence behind it."""

from itertools import combinations, product

import pytest

from attrib.claim.credibility import Support, basis, credibility
from attrib.records import Verdict

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
