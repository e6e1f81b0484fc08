"""The page to read: text and gold beside system, each disagreement with its kinds."""

import re

from attrib.evaluation.news.disagreement import KINDS, disagreements
from attrib.evaluation.news.page import disagreement_page
from attrib.records import Span
from tests.evaluation.news import own

STRANGER = own.source("gerd-ahlers", "Gerd <Ahlers>")


def kinds(name: str, *changes: own.Change) -> list[tuple[str, ...]]:
    """The kinds of every disagreement, in text order."""
    return [each.kinds for each in disagreements(own.compared(name, *changes))]


def test_gold_beside_itself() -> None:
    """Nothing differs."""
    assert kinds("hafen") == []
    page = disagreement_page([own.compared("hafen")])
    assert "Nothing differs." in page
    assert "missed (0)" in page


def test_every_disagreement_has_its_kinds() -> None:
    """A statement may differ in several ways."""
    several = own.in_place_of(1, type="indirect", level=1, polarity="negative", status_in_document="claimed")
    assert kinds("hafen", own.credited(1, STRANGER), several) == [
        ("source wrong", "type", "level", "polarity", "status"),
    ]
    assert kinds("hafen", own.without(1)) == [("missed",), ("missed stand",)]
    moved = own.in_place_of(0, spans=(Span(0, 24),))
    assert kinds("hafen", moved) == [("spurious",), ("missed",)]
    assert kinds("werk", own.credited(1, STRANGER)) == [("source wrong", "disclosure")]


def test_a_stand_of_another_party() -> None:
    """Missed on one side, wrong on the other, with verdict, party and target."""

    def by_brandt(annotation: own.Annotation) -> own.Annotation:
        first, second = annotation.assessments
        return annotation.model_copy(update={"assessments": (first.model_copy(update={"source": "hafenamt"}), second)})

    missed, wrong = disagreements(own.compared("hafen", own.credited(0, own.source("hafenamt", "Hafenamt")), by_brandt))
    assert missed.gold is not None
    assert dict(missed.gold.facts) == {
        "verdict": "denies",
        "by": "reederei-nordlicht",
        "on": "„Die Kaimauer ist beschädigt.“",
    }
    assert wrong.found is not None
    assert dict(wrong.found.facts)["by"] == "hafenamt (taken for hafenamt)"
    assert wrong.found.words == "bestritt"


def test_the_page_is_complete_in_itself_and_escapes_text() -> None:
    """No script, nothing loaded; what stands in an article or a name is text."""
    page = disagreement_page([own.compared("fluss", own.credited(1, STRANGER), own.without(0)), own.compared("werk")])
    assert not re.search(r"<script|<link|https?://| src=| on\w+=", page)
    assert "versande &lt;immer&gt; schneller &amp; tiefer" in page
    assert "<immer>" not in page
    assert "gerd-ahlers (no party of the article)" in page
    assert page.count("<h2>") == 3
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links == set(re.findall(r' id="([^"]+)"', page))
    assert {kind.replace(" ", "-") for kind in KINDS} <= links


def test_the_text_shows_where_something_differs() -> None:
    """On the side of gold what is missed, with its kind."""
    page = disagreement_page([own.compared("hafen", own.without(2))])
    noted = '<span class="noted" title="missed"><mark>Die Sanierung werde zwei Millionen Euro kosten.</mark></span>'
    assert page.count(noted) == 1
