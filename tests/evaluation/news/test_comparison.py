"""One article against its gold: what is found, whose it is, who takes which stand."""

import pytest

from attrib.evaluation.news.comparison import Stand
from attrib.evaluation.news.outcome import Outcome
from attrib.records import Source, Span
from tests.evaluation.news import own

HAFENAMT = own.source("hafenamt-abc", "Hafenamt Ostwik")
BRANDT = own.source("brandt", "Ilse Brandt")
BRANDT_TOO = own.source("hafenmeisterin-abc", "Hafenmeisterin")
NORDLICHT = own.source("nordlicht", "Nordlicht")
STRANGER = own.source("gerd-ahlers", "Gerd Ahlers")


def outcomes(name: str, *changes: own.Change) -> list[Outcome | None]:
    """What is found of the sources of each statement of an article."""
    return [pair.outcome for pair in own.compared(name, *changes).pairs]


@pytest.mark.parametrize("name", ["hafen", "werk", "fluss"])
def test_gold_against_itself(name: str) -> None:
    """All is found, all is right, and nothing more."""
    found = own.compared(name)
    assert {pair.outcome for pair in found.pairs} == {"right"}
    assert found.spurious == []
    assert found.gold_stands.keys() == found.found_stands.keys()


@pytest.mark.parametrize(
    ("sources", "mention", "outcome"),
    [
        ([HAFENAMT], None, "right"),
        ([BRANDT], None, "wrong"),
        ([STRANGER], None, "wrong"),
        ([BRANDT], "das Hafenamt", "merged"),
        ([STRANGER], "das Hafenamt", "wrong"),
        ([], None, "unresolved"),
        ([HAFENAMT, BRANDT], None, "partial"),
    ],
)
def test_what_is_found_of_a_source(sources: list[Source], mention: str | None, outcome: Outcome) -> None:
    """Of a statement of the port authority: by its names, whatever the id."""
    assert outcomes("hafen", own.credited(0, *sources, mention=mention))[0] == outcome


def test_a_source_where_gold_has_none_is_invented() -> None:
    """Nobody is credited with it."""
    article = own.gold()["hafen"]
    nobody = article.statements[0].model_copy(update={"sources": ()})
    changed = article.model_copy(update={"statements": (nobody, *article.statements[1:])})
    annotation = own.as_gold_has_it(article, own.Document(id="hafen", name="hafen.txt", text=own.text("hafen")))
    found = own.compare(changed, own.as_stored(annotation), language=own.frozen.GERMAN)
    assert found.pairs[0].outcome == "invented"


def test_one_party_under_two_ids_is_split() -> None:
    """Who has the id that is used less is another party for a reader; of two that are used alike the first counts."""
    assert outcomes("hafen", own.credited(1, BRANDT), own.credited(2, BRANDT_TOO))[1:3] == ["right", "split"]
    registered = BRANDT_TOO.model_copy(update={"origin": "registry"})
    assert outcomes("hafen", own.credited(1, BRANDT), own.credited(2, registered))[1:3] == ["split", "right"]


def test_unnamed_parties_are_never_split() -> None:
    """Their ids are made of wordings."""
    first = own.source("unnamed-1", "Mitarbeiter", origin="unnamed")
    assert outcomes("werk", own.credited(1, first))[1] == "right"


def test_joint_speakers_are_all_or_part() -> None:
    """One of two is not enough, one more is too many."""
    weill, naturbund = own.source("weill", "Jana Weill"), own.source("naturbund", "Naturbund Ostwik")
    assert outcomes("fluss", own.credited(0, naturbund, weill), own.credited(1, weill))[0] == "right"
    assert outcomes("fluss", own.credited(0, naturbund))[0] == "partial"


def test_what_is_not_found_has_no_outcome() -> None:
    """Half of the characters decide; what does not reach them is missed, and spurious on the other side."""
    found = own.compared("hafen", own.in_place_of(0, spans=(Span(0, 40),)))
    assert found.pairs[0].found is None
    assert found.pairs[0].outcome is None
    assert [item.spans for item, _ in found.spurious] == [(Span(0, 40),)]


def test_the_publishers_plain_statements_do_not_count() -> None:
    """Neither found nor spurious; with distance they count."""
    plain = own.in_place_of(0, type="author", status_in_document="asserted", spans=(Span(0, 20),))
    assert own.compared("hafen", plain).spurious == []
    assert len(own.compared("hafen", plain, own.in_place_of(0, distance="inferred")).spurious) == 1


def test_stands_are_compared_by_statement_verdict_and_party() -> None:
    """The same words may deny two statements."""
    found = own.compared("hafen", own.without(1))
    missed = set(found.gold_stands) - set(found.found_stands)
    assert missed == {Stand(1, "denies", "reederei-nordlicht")}


def test_a_stand_of_another_party_is_wrong() -> None:
    """And so is one on what gold does not have, or on nothing."""

    def by_brandt(annotation: own.Annotation) -> own.Annotation:
        first, second = annotation.assessments
        strange = first.model_copy(update={"source": "ilse-brandt"}), second.model_copy(update={"statement": None})
        return annotation.model_copy(update={"assessments": strange})

    found = own.compared("hafen", by_brandt)
    assert set(found.found_stands) == {
        Stand(1, "denies", "ilse-brandt"),
        Stand(None, "denies", "reederei-nordlicht"),
    }


def test_stands_on_what_does_not_count_are_left_out() -> None:
    """A statement of another article, or a plain one of the publisher."""

    def elsewhere(annotation: own.Annotation) -> own.Annotation:
        first, second = annotation.assessments
        return annotation.model_copy(update={"assessments": (first.model_copy(update={"statement": "other"}), second)})

    assert set(own.compared("hafen", elsewhere).found_stands) == {Stand(3, "denies", "reederei-nordlicht")}
