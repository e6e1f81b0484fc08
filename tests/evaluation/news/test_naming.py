"""Who is meant by a name: the party of the article whose names fit best."""

import pytest

from attrib.errors import ResourceError
from attrib.evaluation.news.naming import NamedSource, PartyNames, load_wording, near, party_names
from tests.evaluation.news import own

WORDING = load_wording("de")
PARTIES = PartyNames(
    {
        "petra-lind": ["petra lind", "Petra Lind", "die Direktorin"],
        "museum-altstett": ["museum altstett", "Museum Altstett"],
        "stadtrat": ["stadtrat", "Stadtrat von Altstett"],
        "hearsay": ["hearsay"],
        "publisher": ["publisher"],
    },
    WORDING,
)


def named(*names: str, key: str = "x", kind: str = "other", origin: str = "discovered") -> NamedSource:
    """A source of these names."""
    return NamedSource(key, kind, origin, frozenset(names))


@pytest.mark.parametrize(
    ("names", "party"),
    [
        (["Petra Lind"], "petra-lind"),
        (["Frau Dr. Petra Lind"], "petra-lind"),
        (["Lind"], "petra-lind"),
        (["der Direktorin"], "petra-lind"),
        (["das Altstetter Museum"], "museum-altstett"),
        (["Museums Altstett"], "museum-altstett"),
        (["Rat", "Stadtrates"], "stadtrat"),
        (["Petra Lindner"], None),
        (["Peter Lind"], None),
        (["die Gemeinde"], None),
        ([], None),
        (["publisher"], None),
    ],
)
def test_names_are_compared_by_their_content_words(names: list[str], party: str | None) -> None:
    """Inflection, titles and parts of a name are no difference; another given name is."""
    assert PARTIES.called(names) == party
    assert PARTIES.party(named(*names)) == party


def test_hearsay_and_the_publisher_are_told_by_kind_and_id() -> None:
    """Not by their names."""
    assert PARTIES.party(named("Hörensagen", kind="hearsay")) == "hearsay"
    assert PARTIES.party(named("Tagblatt", key="publisher-abc")) == "publisher"


def test_an_id_of_gold_is_that_party() -> None:
    """Whatever its names."""
    assert PARTIES.party(named("Herzogin von Lund", key="stadtrat")) == "stadtrat"


def test_the_best_fit_is_meant() -> None:
    """Equal names before one within the other, within before a share."""
    names = PartyNames({"a": ["Hafen Ostwik"], "b": ["Hafen"], "c": ["Reederei Ostwik Nord"]}, WORDING)
    assert names.called(["Hafen"]) == "b"
    assert names.called(["der Hafen in Ostwik"]) == "a"
    assert names.called(["Ostwik Nord"]) == "c"


def test_how_near_names_are() -> None:
    """1, more than a half, or half the share in common."""
    assert near(frozenset("ab"), frozenset("ab")) == 1.0
    assert near(frozenset("a"), frozenset("ab")) == pytest.approx(0.75)
    assert near(frozenset("ab"), frozenset("bc")) == pytest.approx(0.5 / 3)
    assert near(frozenset(), frozenset("a")) == 0.0


def test_names_of_only_words_that_are_passed_over_are_kept() -> None:
    """*Der Minister* is a name of nothing but such words."""
    assert WORDING.stems("der Minister") == WORDING.stems("Der Minister") != frozenset()
    assert WORDING.stems("Minister Falk") == frozenset({"falk"})


def test_short_words_keep_their_endings() -> None:
    """*Essen* loses one, *Wien* does not."""
    assert WORDING.stems("Wien Essen") == frozenset({"wien", "ess"})


def test_without_parties_the_mentions_are_the_names() -> None:
    """The words of the speaker and of the id."""
    article = own.gold()["hafen"].model_copy(update={"parties": None})
    names = party_names(article, own.text("hafen"), WORDING)
    assert names.called(["Brandt"]) == names.called(["Hafenmeisterin"]) == "ilse-brandt"


def test_who_only_takes_a_stand_has_the_words_of_the_id() -> None:
    """*unnamed-anwohner* are called *anwohner*."""
    article = own.gold()["hafen"]
    first = article.statements[0].model_copy(update={"sources": ("unnamed-anwohner",)})
    names = party_names(article.model_copy(update={"statements": (first,)}), own.text("hafen"), WORDING)
    assert names.called(["Anwohnern"]) == "unnamed-anwohner"


def test_a_language_without_wording_is_named() -> None:
    """With those that there are."""
    with pytest.raises(ResourceError, match=r"'xx'.* de, en "):
        load_wording("xx")
