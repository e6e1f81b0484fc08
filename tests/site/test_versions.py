"""Versions of a claim: what differs is marked, where so much is the same that this tells something."""

import re

import pytest

from attrib.site.versions import differences

REFERENCE = "Am Hafen wurden 40 Container mit Altöl beschlagnahmt"


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Am Hafen wurden 65 Container mit Altöl beschlagnahmt", ["65"]),
        ("am hafen wurden 40 Container mit Altöl beschlagnahmt.", []),
        ("Am Hafen wurden mehr als 40 Container beschlagnahmt", ["mehr als"]),
        ("Am Hafen wurden 1.200 Container mit Altöl und Diesel beschlagnahmt", ["1.200", "und Diesel"]),
        (REFERENCE, []),
    ],
)
def test_words_that_differ_are_marked(words: str, marked: list[str]) -> None:
    """Numbers whole, capitals and signs never, and the words are all there."""
    found = differences(words, REFERENCE)
    assert found is not None
    assert re.findall("<mark>(.*?)</mark>", found) == marked
    assert re.sub("<.*?>", "", found) == words


def test_quite_other_words_are_not_compared() -> None:
    """Nor what may not be shown."""
    assert differences("Der Zoll schweigt zu dem Vorgang", REFERENCE) is None
    assert differences(None, REFERENCE) is None
    assert differences(REFERENCE, None) is None


def test_words_are_escaped() -> None:
    """The text is text."""
    assert differences("a <b> c d", "a c d") == "a <mark>&lt;b</mark>&gt; c d"
