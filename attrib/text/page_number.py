"""Page numbers: lines with nothing but a number, which count up through a text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrib.text.line import Line

_NUMBER = re.compile(r"[-–—|\s]*(\d{1,3})[-–—|\s]*")


def page_number(line: Line) -> int | None:
    """The number that a line holds and nothing else, None if it holds more."""
    match = _NUMBER.fullmatch(line.text)
    return int(match[1]) if match else None


def page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """The places of the lines that number pages: each by one more than the one before, and at least two of them."""
    numbered = [(place, number) for place, line in enumerate(lines) if (number := page_number(line)) is not None]
    pairs = [(one[0], other[0]) for one, other in pairwise(numbered) if other[1] == one[1] + 1]
    return frozenset(place for pair in pairs for place in pair)
