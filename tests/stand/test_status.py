"""The status of a statement follows from who stands where, by the codebook's list: the first rule that holds."""

from itertools import combinations, product

import pytest

from attrib.records import Assessment, Status, Verdict
from attrib.stand.status import status

VERDICTS: tuple[Verdict, ...] = ("confirms", "supports", "denies", "doubts", "withholds", "no_evidence")
PARTIES = ("seoul", "moskau")
STANDS = tuple(product(VERDICTS, PARTIES))


def stand(verdict: Verdict, source: str) -> Assessment:
    """One party's stand on the statement."""
    return Assessment(
        document="d", statement="s", source=source, verdict=verdict, start=0, end=1, exact="x", rule="hand", detail="x"
    )


def of(*stands: tuple[Verdict, str], author: bool = False, hearsay: bool = False, origins: int = 1) -> Status:
    """The status of a statement on which these stands are taken."""
    kind = "author" if author else "indirect"
    return status([stand(*item) for item in stands], type=kind, is_hearsay=hearsay, origins=origins)


def expected(stands: tuple[tuple[Verdict, str], ...], *, author: bool, hearsay: bool, origins: int) -> Status:
    """The codebook's list, written a second time and as literally as can be."""
    backing = [source for verdict, source in stands if verdict in {"confirms", "supports"}]
    undoing = [source for verdict, source in stands if verdict in {"denies", "doubts"}]
    verdicts = {verdict for verdict, _ in stands}
    if any(one != other for one in backing for other in undoing):
        return "contested"
    if verdicts & {"denies", "doubts"}:
        return "disputed"
    if "confirms" in verdicts:
        return "confirmed"
    if verdicts & {"withholds", "no_evidence"}:
        return "unconfirmed"
    if "supports" in verdicts and origins >= 2:
        return "corroborated"
    return "asserted" if author and not hearsay else "claimed"


@pytest.mark.parametrize("count", range(5))
def test_every_combination_of_verdicts_and_parties(count: int) -> None:
    """Up to four stands of two parties, on statements of all kinds: the status is the codebook's."""
    for stands in combinations(STANDS, count):
        for author, hearsay, origins in product((True, False), (True, False), (1, 2, 3)):
            wanted = expected(stands, author=author, hearsay=hearsay, origins=origins)
            assert of(*stands, author=author, hearsay=hearsay, origins=origins) == wanted, (stands, author, origins)


@pytest.mark.parametrize("stands", list(combinations(STANDS, 3))[::7])
def test_the_order_of_the_stands_does_not_matter(stands: tuple[tuple[Verdict, str], ...]) -> None:
    """Nor does a stand that is taken twice."""
    assert of(*stands) == of(*reversed(stands)) == of(*stands, stands[0])


@pytest.mark.parametrize(("backs", "undoes"), list(product(["confirms", "supports"], ["denies", "doubts"])))
def test_contested_takes_two_parties(backs: Verdict, undoes: Verdict) -> None:
    """Whoever backs and undoes the same statement contests nothing: it is disputed."""
    assert of((backs, "seoul"), (undoes, "moskau")) == "contested"
    assert of((backs, "seoul"), (undoes, "seoul")) == "disputed"


@pytest.mark.parametrize("verdict", ["denies", "doubts"])
@pytest.mark.parametrize("milder", ["withholds", "no_evidence"])
def test_disputed_weighs_more_than_unconfirmed(verdict: Verdict, milder: Verdict) -> None:
    """One denial among many who stay silent disputes."""
    assert of((milder, "seoul"), (verdict, "moskau"), (milder, "kiew")) == "disputed"


@pytest.mark.parametrize("milder", ["withholds", "no_evidence"])
def test_confirmed_weighs_more_than_silence(milder: Verdict) -> None:
    """One confirmation among many who stay silent confirms."""
    assert of((milder, "seoul"), ("confirms", "moskau")) == "confirmed"


def test_corroborated_needs_two_origins() -> None:
    """Support alone corroborates if the supporters draw on different origins, else it changes nothing."""
    supported: tuple[tuple[Verdict, str], ...] = (("supports", "seoul"), ("supports", "moskau"))
    assert of(*supported, origins=2) == "corroborated"
    assert of(*supported, origins=1) == "claimed"
    assert of(*supported, origins=1, author=True) == "asserted"


def test_origins_alone_corroborate_nothing() -> None:
    """Without a stand of support the number of origins does not count."""
    assert of(origins=3) == "claimed"


@pytest.mark.parametrize(
    ("author", "hearsay", "wanted"),
    [(True, False, "asserted"), (True, True, "claimed"), (False, False, "claimed"), (False, True, "claimed")],
)
def test_without_stands(author: bool, hearsay: bool, wanted: Status) -> None:
    """The publisher's own statements are asserted, hearsay and everything credited to others is claimed."""
    assert of(author=author, hearsay=hearsay) == wanted


@pytest.mark.parametrize("verdict", VERDICTS)
def test_an_author_statement_can_be_disputed_too(verdict: Verdict) -> None:
    """What others say of the publisher's own statement weighs as it does everywhere."""
    assert of((verdict, "seoul"), author=True, origins=2) == of((verdict, "seoul"), origins=2)
