"""Documents that are copies of one text: an agency's report in two outlets counts once.

MinHash with locality-sensitive hashing (Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900; datasketch) finds
candidates in time that grows with the number of documents; whether they are copies is then counted exactly.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from datasketch import MinHash, MinHashLSH

from attrib.records import Copy

ALIKE = 0.7
"""Share of common word sequences (Jaccard) from which two texts are copies of one."""
SEQUENCE = 5
"""Words in a row that are compared."""
_PERMUTATIONS = 64
_CANDIDATES = ALIKE - 0.1
"""Share of common word sequences from which most pairs have a band in common."""


class Text(NamedTuple):
    """A document as far as copies are concerned."""

    document: str
    published: str | None
    text: str


Together = Callable[[Sequence[str]], Iterable[Sequence[int]]]
"""Texts → places of those that may be copies of each other, in order: `with_common_bands`, or the same elsewhere."""


def with_common_bands(texts: Sequence[str]) -> Iterator[Sequence[int]]:
    """The places of texts that have a band of their sketches in common, at least two, once for each such band."""
    by_band: dict[bytes, list[int]] = {}
    for place, text in enumerate(texts):
        for band in bands(text):
            by_band.setdefault(band, []).append(place)
    return (places for places in by_band.values() if len(places) > 1)


def copies(texts: Iterable[Text], together: Together = with_common_bands) -> tuple[Copy, ...]:
    """Every copy with the first document of its group: the one published first, of several the first by id."""
    listed = sorted(texts, key=lambda item: (item.published is None, item.published or "", item.document))
    originals: dict[int, list[list[int]]] = {}  # by place, the originals so far among those with which it has a band
    for places in together([item.text for item in listed]):
        group: list[int] = []
        for place in places:
            originals.setdefault(place, []).append(group)
    sequences = {place: word_sequences(listed[place].text) for place in originals}
    found: list[Copy] = []
    for place, groups in sorted(originals.items()):
        candidates = {listed[other].document: sequences[other] for group in groups for other in group}
        best = _most_alike(sequences[place], candidates)
        if best is None:
            for group in groups:
                group.append(place)
        else:
            original, similarity = best
            found.append(Copy(document=listed[place].document, original=original, similarity=round(100 * similarity)))
    return tuple(sorted(found, key=lambda copy: copy.document))


def bands(text: str) -> tuple[bytes, ...]:
    """Pieces of the sketch of a text, each with its number: copies have one of them in common."""
    values = _sketch(word_sequences(text)).hashvalues
    return tuple(bytes([number]) + values[start:end].tobytes() for number, (start, end) in enumerate(_ranges()))


@cache
def _ranges() -> Sequence[tuple[int, int]]:
    """Which hash values of a sketch are a band."""
    found: Sequence[tuple[int, int]] = MinHashLSH(threshold=_CANDIDATES, num_perm=_PERMUTATIONS).hashranges
    return found


def word_sequences(text: str) -> frozenset[str]:
    """Every five words in a row, in lower case; a shorter text is one sequence."""
    words = re.findall(r"\w+", text.lower())
    starts = range(max(1, len(words) - SEQUENCE + 1))
    return frozenset(" ".join(words[start : start + SEQUENCE]) for start in starts)


def _sketch(sequences: frozenset[str]) -> MinHash:
    sketch = _empty().copy()
    sketch.update_batch([each.encode() for each in sequences])
    return sketch


@cache
def _empty() -> MinHash:
    """Drawing the permutations takes as long as using them."""
    return MinHash(num_perm=_PERMUTATIONS, seed=1)


def _most_alike(own: frozenset[str], candidates: Mapping[str, frozenset[str]]) -> tuple[str, float] | None:
    shares = ((-len(own & each) / len(own | each), other) for other, each in candidates.items())
    share, other = min(shares, default=(0.0, ""))
    return (other, -share) if -share >= ALIKE else None
