"""The claims over small stories that several articles tell, against a grouping written by hand before the program's."""

from pathlib import Path

import pytest

from tests.groupings import Measure, b_cubed, by_program, gold, linked, pairwise_measure
from tests.stories import HALVES, Half, stories

LEAST: dict[Half, Measure] = {"build": Measure(0.95, 0.75), "score": Measure(0.93, 0.48)}
"""Precision and recall by both measures; the second half was scored only."""


@pytest.mark.parametrize("half", HALVES)
def test_claims_over_stories(half: Half, tmp_path: Path) -> None:
    """Precision and recall, B³ and pairs, over the statements that a reader or the program put into a group."""
    wanted = gold(half)
    db = linked(tmp_path / "stories.db", wanted.annotations)
    system = by_program(db)
    grouped = sorted({*wanted.groups, *system})
    told = b_cubed(wanted.groups, system, grouped)
    pairs = pairwise_measure(wanted.groups, system, grouped)
    least = LEAST[half]
    assert min(told.precision, pairs.precision) >= least.precision, (told, pairs)
    assert min(told.recall, pairs.recall) >= least.recall, (told, pairs)


def test_a_story_is_told_by_several_articles() -> None:
    """Six stories a half, each with four to six articles, two copies among them, and statements that are one claim."""
    for half in HALVES:
        assert len(stories(half)) == 6
        for story in stories(half).values():
            assert 4 <= len(story.articles) <= 6
            assert sum(article.copy_of is not None for article in story.articles) == 2
