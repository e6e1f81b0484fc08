"""Sentences in groups of about the same length, and as rows of numbers."""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """The places of what is that long, longest first, in groups that padded to one length hold at most that much."""
    group: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True):
        if group and (len(group) + 1) * lengths[group[0]] > most:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def padded(rows: Sequence[Numbers]) -> torch.Tensor:
    """Rows, longest first, under each other, zeros behind the shorter ones; they may be of more than one column."""
    found = np.zeros((len(rows), *rows[0].shape), dtype=np.int64)
    for place, row in enumerate(rows):
        found[place, : len(row)] = row
    return torch.from_numpy(found)
