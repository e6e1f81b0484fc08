"""What articles are about: the names that each of them tells of, which its statements may leave out.

*Zwei Menschen starben* says where only in the sentence before. Two articles of the same days tell of one matter if both
open with, or come back to, a name that few articles have, or if they share a good part of their names; a name counts
the more, the fewer articles have it.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from heapq import nlargest
from math import log
from typing import Any, NamedTuple

FORCES = "military"
"""The key of soldiers, troops and forces of any name."""
NEAR = 14
"""Days within which two articles may tell of one matter."""
ALIKE = 0.3
"""Share of the weight of the names of the shorter list that two articles must have in common."""
FEW = 10
"""A name that so many articles have, or a twentieth of all, is common."""
_OPENING = 2
"""Statements with which an article opens."""
_LEADING = 10
"""Names by which articles of one matter are looked for."""
NAMING = frozenset({"participant", "place", "named"})
"""The roles of keys that name a party or a place."""


def is_general(name: str) -> bool:
    """A country, or forces: half of the news is about them."""
    return name == FORCES or (len(name) == 2 and name.isupper())


class Naming(NamedTuple):
    """The names of a statement and its sentences, whether it can be compared or not."""

    document: str
    start: int
    """Where it begins."""
    told: tuple[int, int] | None
    """The first and the last day on which it may have been said."""
    names: frozenset[str]


class Settings:
    """The names of all articles, asked for what two of them have in common."""

    def __init__(self, naming: Iterable[Naming] = ()) -> None:
        by_article: dict[str, list[Naming]] = {}
        for item in naming:
            by_article.setdefault(item.document, []).append(item)
        counts = {
            document: Counter(name for item in items for name in item.names) for document, items in by_article.items()
        }
        self._names = {document: frozenset(found) for document, found in counts.items()}
        self._days = {
            document: [item.told for item in items if item.told is not None] for document, items in by_article.items()
        }
        articles = Counter(name for names in self._names.values() for name in names)
        # A name that one article alone has joins it to none and parts it from none.
        self._weights = {name: log(1 + len(counts) / count) if count > 1 else 0.0 for name, count in articles.items()}
        common = max(FEW, len(counts) // 20)
        self._telling = {name for name, count in articles.items() if 1 < count <= common}
        rare = {name for name in self._telling if not is_general(name)}
        self._subjects = {
            document: frozenset(_subjects(items, counts[document]) & rare) for document, items in by_article.items()
        }
        self._common = lru_cache(maxsize=65_536)(self._compared)

    def __getstate__(self) -> dict[str, Any]:
        """As it is sent to another process: without what was compared."""
        return {name: value for name, value in vars(self).items() if name != "_common"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._common = lru_cache(maxsize=65_536)(self._compared)

    def names(self, document: str | None) -> frozenset[str]:
        """The names of an article."""
        return frozenset() if document is None else self._names.get(document, frozenset())

    def leading(self, document: str | None) -> tuple[str, ...]:
        """The names that tell most of what the article is about: those that it shares with the fewest articles."""
        return tuple(nlargest(_LEADING, sorted(self.names(document) & self._telling), key=self._weights.__getitem__))

    def common(self, one: str | None, other: str | None) -> frozenset[str]:
        """The names that two articles share; none if they do not tell of one matter.

        Nor of an article with itself: what it tells twice of one kind are two events, or the same in plain words.
        """
        if one is None or other is None or one == other:
            return frozenset()
        first, second = sorted((one, other))
        return self._common(first, second)

    def _compared(self, one: str, other: str) -> frozenset[str]:
        mine, theirs = self._names.get(one, frozenset()), self._names.get(other, frozenset())
        subjects = self._subjects.get(one, frozenset()) & self._subjects.get(other, frozenset())
        shared = mine & theirs
        if subjects:
            return shared if self._apart(one, other) <= NEAR else frozenset()
        if len(shared) < 2:
            return frozenset()
        least = min(self._weight(mine), self._weight(theirs))
        alike = least > 0 and self._weight(shared) / least >= ALIKE
        return shared if alike and self._apart(one, other) <= NEAR else frozenset()

    def _weight(self, names: frozenset[str]) -> float:
        return sum(self._weights[name] for name in sorted(names))

    def _apart(self, one: str, other: str) -> float:
        """Days between two articles; without end if one of them has no date."""
        mine, theirs = self._days.get(one), self._days.get(other)
        if not mine or not theirs:
            return float("inf")
        return max(0, min(mine)[0] - max(theirs)[1], min(theirs)[0] - max(mine)[1])


def _subjects(items: Iterable[Naming], counts: Counter[str]) -> set[str]:
    """The names to which an article comes back, and those with which it opens: in its heading and first sentence."""
    opening = sorted(items, key=lambda item: item.start)[:_OPENING]
    return {name for name, count in counts.items() if count > 1} | {name for item in opening for name in item.names}
