"""Documents that are copies of one text: an agency's report in two outlets counts once.

MinHash with locality-sensitive hashing (Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900; datasketch) finds
candidates in time that grows with the number of documents; whether they are copies is then counted exactly.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from datasketch import MinHash, MinHashLSH

from attrib.records import Copy

ALIKE = 0.7
"""Share of common word sequences (Jaccard) from which two texts are copies of one."""
SEQUENCE = 5
"""Words in a row that are compared."""
_PERMUTATIONS = 64


class Text(NamedTuple):
    """A document as far as copies are concerned."""

    document: str
    published: str | None
    text: str


def copies(texts: Iterable[Text]) -> tuple[Copy, ...]:
    """Every copy with the first document of its group: the one published first, of several the first by id."""
    listed = sorted(texts, key=lambda item: (item.published is None, item.published or "", item.document))
    sequences = {item.document: word_sequences(item.text) for item in listed}
    index = MinHashLSH(threshold=ALIKE - 0.1, num_perm=_PERMUTATIONS)
    found: list[Copy] = []
    for item in listed:
        sketch = _sketch(sequences[item.document])
        best = _most_alike(item.document, index.query(sketch), sequences)
        if best is None:
            index.insert(item.document, sketch)
        else:
            other, similarity = best
            found.append(Copy(document=item.document, original=other, similarity=round(100 * similarity)))
    return tuple(sorted(found, key=lambda copy: copy.document))


def word_sequences(text: str) -> frozenset[str]:
    """Every five words in a row, in lower case; a shorter text is one sequence."""
    words = re.findall(r"\w+", text.lower())
    starts = range(max(1, len(words) - SEQUENCE + 1))
    return frozenset(" ".join(words[start : start + SEQUENCE]) for start in starts)


def _sketch(sequences: frozenset[str]) -> MinHash:
    sketch = MinHash(num_perm=_PERMUTATIONS, seed=1)
    sketch.update_batch([each.encode() for each in sorted(sequences)])
    return sketch


def _most_alike(
    document: str, candidates: Sequence[str], sequences: Mapping[str, frozenset[str]]
) -> tuple[str, float] | None:
    own = sequences[document]
    shares = sorted((-len(own & sequences[other]) / len(own | sequences[other]), other) for other in candidates)
    return (shares[0][1], -shares[0][0]) if shares and -shares[0][0] >= ALIKE else None
