"""A mapping that only grows: what is added gives a new one, and whoever holds the old one never sees it change."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Growing(Mapping[K, V]):
    """Values by key, in the order in which they were added.

    All mappings of one history share a dictionary and know how much of it is theirs, so that adding takes as long at
    the end of a book as at its beginning. Only who adds to an older one, or replaces a value, pays for a copy.
    """

    __slots__ = ("_length", "_shared")

    def __init__(self) -> None:
        self._shared: dict[K, tuple[int, V]] = {}
        """Each value with its place."""
        self._length = 0

    def __getitem__(self, key: K) -> V:
        place, value = self._shared[key]
        if place >= self._length:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[K]:
        return iter(list(islice(self._shared, self._length)))

    def __len__(self) -> int:
        return self._length

    def with_(self, new: Mapping[K, V]) -> "Growing[K, V]":
        """This and the new values; those of keys that are there already are replaced."""
        if not new:
            return self
        grown: Growing[K, V] = Growing()
        is_last = len(self._shared) == self._length
        grown._shared = self._shared if is_last and self._shared.keys().isdisjoint(new) else self._copy()
        for key, value in new.items():
            place = grown._shared[key][0] if key in grown._shared else len(grown._shared)
            grown._shared[key] = (place, value)
        grown._length = len(grown._shared)
        return grown

    def _copy(self) -> dict[K, tuple[int, V]]:
        return dict(islice(self._shared.items(), self._length))
