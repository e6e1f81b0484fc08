"""Which statements of a claim a stand on one of them reaches, and the setting that articles share."""

from typing import Any

import pytest

from attrib.claim.claim import ClaimGroup
from attrib.claim.corpus import Corpus, Member
from attrib.records import Assessment
from attrib.statement.grouping import Proposition, groups
from attrib.statement.setting import Naming, Settings
from tests import articles

SOURCES = {source.id: source for source in (articles.PENTAGON, articles.NATO)}


def member(key: str, document: str, *places: str, value: float | None = None) -> Member:
    """A statement of the Pentagon that forces are somewhere."""
    figure = None if value is None else (value, None)
    about = Proposition(key, "presence", places=frozenset(places), counted=frozenset({"military"}), value=figure)
    return Member(
        id=key,
        document=document,
        said="2024-10-23",
        type="indirect",
        polarity="positive",
        certainty="certain",
        exact=key,
        start=0,
        end=1,
        sources=("pentagon",),
        proposition=about,
    )


def reached(rule: str) -> set[str]:
    """The statements that a denial of the first one by the NATO bears on."""
    members = (
        member("plain", "a", "RU"),
        member("figure, same article", "a", "RU", value=500),
        member("plain elsewhere", "b", "RU"),
        member("no place elsewhere", "b"),
        member("figure elsewhere", "b", "RU", value=500),
        member("further place elsewhere", "b", "RU", "kursk"),
    )
    denial = Assessment(
        document="a",
        statement="plain",
        source="nato",
        verdict="denies",
        start=5,
        end=6,
        exact="x",
        rule=rule,
        detail="",
    )
    corpus = Corpus(members=members, sources=SOURCES, assessments=(denial,), texts=())
    claim = ClaimGroup(corpus, members, ())
    return {item.id for item in members if claim.stands_on(item, ())}


@pytest.mark.parametrize("rule", ["discourse", "accusation", "anaphor", "named_party"])
def test_a_blanket_denial_says_nothing_of_what_other_articles_alone_tell(rule: str) -> None:
    """Neither of their numbers nor of their places; within the article it covers the numbers too."""
    assert reached(rule) == {"plain", "figure, same article", "plain elsewhere", "no place elsewhere"}


def test_a_denial_in_words_of_its_own_covers_every_number() -> None:
    """*bestritt, dass Soldaten in Russland seien*: not 500 either, and not in Kursk."""
    assert len(reached("complement")) == 6


def dead(key: str, document: str, *parties: str, day: int = 10, **fields: Any) -> Proposition:
    """Somebody died."""
    return Proposition(
        key,
        "death",
        is_of_people=True,
        participants=frozenset(parties),
        days=(day, day),
        document=document,
        **fields,
    )


def settings(*articles: tuple[str, int, str]) -> Settings:
    """Articles, each with its day and the names with which it opens."""
    return Settings(Naming(document, 0, (day, day), frozenset(names.split())) for document, day, names in articles)


def test_an_article_may_leave_out_what_it_is_about() -> None:
    """Two articles of one week that open with one rare name; not one of another month, and no other name."""
    told = settings(("a", 10, "sielbeck RU"), ("b", 12, "sielbeck"), ("c", 60, "sielbeck"), ("d", 11, "lohmar RU"))
    given = [dead("1", "a"), dead("2", "b", day=12), dead("3", "c", day=60), dead("4", "d", day=11)]
    assert [[item.statement for item in group] for group in groups(given, told)] == [["1", "2"]]
    assert groups(given) == []


def test_one_article_tells_no_claim_twice_by_its_setting() -> None:
    """*42 Tote bisher*, *zwei Tote am Montag*: two events of one article, whatever another one says."""
    told = settings(("a", 10, "sielbeck"), ("b", 12, "sielbeck"))
    assert groups([dead("1", "a"), dead("2", "a")], told) == []
    people = frozenset({"people"})
    given = [
        dead("1", "a", counted=people, value=(42, None)),
        dead("2", "a", counted=people, value=(2, None)),
        dead("3", "b", counted=people, value=(42, None)),
    ]
    assert len(groups(given, told)[0]) == 2


def test_somebody_the_other_article_does_not_know_is_another() -> None:
    """*Anna Torvik starb*, *Jens Holt starb* in articles of one matter."""
    told = settings(("a", 10, "sielbeck torvik"), ("b", 12, "sielbeck holt"))
    assert groups([dead("1", "a", "torvik"), dead("2", "b", "holt")], told) == []
