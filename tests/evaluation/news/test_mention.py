"""By what gold names the source of a statement."""

from typing import Any

import pytest

from attrib.evaluation.news.gold_article import GoldParty, GoldStatement
from attrib.evaluation.news.mention import Mention, mention_of
from attrib.records import Span
from tests import frozen
from tests.evaluation.news import own

TEXT = "Die Ministerin Ute Sand sagte, es eile. Es fehle an Holz. Kalk: Das stimmt. Sie schwieg. Ihrer Ansicht nach."
PARTIES = {
    "ute-sand": GoldParty(id="ute-sand", names=("Ute Sand",), kind="official"),
    "kalk": GoldParty(id="kalk", names=("Kalk",), kind="company"),
    "studie": GoldParty(id="studie", names=("Studie",), kind="document"),
}


def kind(words: str, speaker: str | None, **fields: Any) -> Mention:
    """Of a statement of Ute Sand with these words, by this mention."""
    start = TEXT.index(words)
    place = None if speaker is None else TEXT.index(speaker)
    row = {
        "spans": (Span(start, start + len(words)),),
        "type": "indirect",
        "level": 0,
        "sources": ("ute-sand",),
        "disclosure": "named",
        "polarity": "positive",
        "status": "claimed",
        "cue_spans": (),
        "speaker_spans": () if place is None or speaker is None else (Span(place, place + len(speaker)),),
    }
    return mention_of(GoldStatement.model_validate(row | fields), TEXT, PARTIES, language=frozen.GERMAN)


CUE = {"cue_spans": (Span(24, 29),)}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (kind("es eile", "Ute Sand", **CUE), "person"),
        (kind("es eile", "Die Ministerin Ute Sand", **CUE), "person"),
        (kind("es eile", "Die Ministerin", **CUE), "role"),
        (kind("es eile", "Ute Sand", **CUE, disclosure="role"), "role"),
        (kind("es eile", "Sie", **CUE), "pronoun"),
        (kind("es eile", "Ihrer Ansicht", **CUE), "pronoun"),
        (kind("es eile", "Ute Sand", **CUE, sources=("studie",)), "document"),
        (kind("es eile", "Ute Sand", **CUE, sources=("kalk",)), "institution"),
        (kind("es eile", "Ute Sand", **CUE, sources=("ute-sand", "kalk")), "several"),
        (kind("es eile", "Ute Sand", **CUE, disclosure="unnamed"), "unnamed"),
        (kind("es eile", "Ute Sand", **CUE, sources=("unnamed-beamte",)), "unnamed"),
        (kind("Es fehle an Holz.", "Ute Sand"), "carried_over"),
        (kind("Es fehle an Holz.", None), "carried_over"),
        (kind("Die Ministerin Ute Sand sagte, es eile.", "Ute Sand"), "person"),
        (kind("Das stimmt.", "Kalk", sources=("kalk",)), "institution"),
        (kind("es eile", None, sources=("hearsay",)), "hearsay"),
        (kind("es eile", None, sources=("publisher",)), "publisher"),
        (kind("es eile", None, sources=()), "nobody"),
    ],
)
def test_kinds_of_mentions(found: Mention, expected: Mention) -> None:
    """By source, disclosure, place and words of the mention."""
    assert found == expected


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("hafen", ["institution", "person", "carried_over", "institution"]),
        ("werk", ["hearsay", "unnamed", "person", "pronoun", "document", "institution"]),
        ("fluss", ["several", "role", "institution"]),
    ],
)
def test_mentions_of_the_articles(name: str, kinds: list[Mention]) -> None:
    """Statement by statement."""
    assert [pair.mention for pair in own.compared(name).pairs] == kinds
