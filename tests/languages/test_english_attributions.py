"""English passages in many constructions: how many statements are found, and how much of each is right."""

import pytest

from attrib.evaluation.gold import precision_recall_f1
from tests.languages import english
from tests.languages.attributions import Half, in_news, passages, tally

FLOORS = {
    "read": {"f1": 0.94, "exact": 0.96, "type": 0.98, "source": 0.93, "told": 0.92, "cue": 0.96},
    "held": {"f1": 0.84, "exact": 0.96, "type": 0.98, "source": 0.86, "told": 0.80, "cue": 0.93},
}
"""Of the passages that rules were mended on, and of those that are only scored."""


@pytest.mark.parametrize("half", ["read", "held"])
def test_statements_in_short_passages(half: Half) -> None:
    """F1 of statements; of those found, the share with the right words, type, source, disclosure and cue."""
    counts = tally(passages(half), english.annotated)
    f1 = precision_recall_f1(counts["right"], counts["found"], counts["gold"])["f1"]
    shares = {name: counts[name] / counts["right"] for name in FLOORS[half] if name != "f1"}
    below = {name: round(value, 3) for name, value in {"f1": f1, **shares}.items() if value < FLOORS[half][name]}
    assert not below, counts


def test_statements_in_news() -> None:
    """Every one is found, with its words, its form and whose it is."""
    counts = tally(in_news(), english.annotated)
    assert counts["right"] == counts["found"] == counts["gold"]
    assert {name: counts[name] for name in ("exact", "type", "source", "told")} == dict.fromkeys(
        ("exact", "type", "source", "told"), counts["right"]
    )
