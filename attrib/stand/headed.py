"""Headings that sum up what a statement below them puts forward."""

from attrib.stand.candidates import Candidates
from attrib.stand.keys import kindred
from attrib.statement.told import Told
from attrib.text.text import Text

_LEAD = 3
"""How many paragraphs below its heading a statement is at most that the heading sums up."""


def is_headed(text: Text, candidates: Candidates, item: Told, target: Told) -> bool:
    """Whether one of two statements is the heading of the other."""
    return _heads(text, candidates, item, target) or _heads(text, candidates, target, item)


def _heads(text: Text, candidates: Candidates, heading: Told, item: Told) -> bool:
    """*Moskau meldet Einnahme von Torezk* over *Truppen hätten Torezk eingenommen*: a heading that names what a
    statement below it does, or that the same party puts forward first of all below it."""
    stands_over = _is_right_over(text, heading, item) and candidates.is_heading(heading)
    if not stands_over or heading.row.polarity != item.row.polarity:
        return False
    named, told = candidates.matter(heading), candidates.matter(item)
    common = named.keys & told.keys
    if len(common) > 1 and 2 * len(common) >= len(named.keys):
        return True
    words = kindred(named.stems, told.stems)
    first = bool(heading.parties) and heading.parties == item.parties and item is candidates.opening(item.parties)
    # *Wirbel um Treffen in Genf*: the publisher's heading without a verb says nothing of it.
    tells = heading.row.type != "author" or named.is_verbal
    return bool(words) and (first or (tells and len(words) > 1 and 2 * len(words) >= len(named.stems)))


def _is_right_over(text: Text, heading: Told, item: Told) -> bool:
    """Whether a statement stands a few paragraphs below another, and no heading between them."""
    between = range(heading.row.part + 1, item.row.part + 1)
    return 0 < len(between) <= _LEAD and all(text.parts[part].kind != "heading" for part in between)
