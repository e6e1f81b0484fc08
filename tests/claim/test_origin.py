"""Where what a party says comes from, and whether that is a second origin."""

import pytest

from attrib.claim.origin import origin_of
from attrib.records import Source
from tests import articles

SOURCES = {source.id: source for source in (articles.PENTAGON, articles.AUSTIN, articles.NATO, articles.BEAMTE)}


@pytest.mark.parametrize(
    ("source", "origin", "independence"),
    [
        (articles.PENTAGON, "pentagon", "independent"),
        (articles.AUSTIN, "pentagon", "independent"),
        (articles.BEAMTE, "ua-beamte-b", "unknown"),
        (articles.HEARSAY, "hearsay", "none"),
        (articles.TAGBLATT, "tagblatt", "none"),
    ],
)
def test_origins(source: Source, origin: str, independence: str) -> None:
    """Whoever speaks for an institution is no second origin; anonymous parties are unknown, outlets none."""
    found = origin_of(source, SOURCES)
    assert (found.source, found.independence) == (origin, independence)


def test_a_circle_of_institutions_ends() -> None:
    """Two that are part of each other do not keep the program busy."""
    one = articles.NATO.model_copy(update={"id": "one", "part_of": "two"})
    two = articles.NATO.model_copy(update={"id": "two", "part_of": "one"})
    assert origin_of(one, {"one": one, "two": two}).independence == "independent"
