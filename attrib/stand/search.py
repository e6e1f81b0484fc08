"""What is looked for among which statements."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from attrib.stand.candidate import Candidate
from attrib.stand.pointer import Pointer

_HALF = 0.5
_LONG = 5
"""Letters of a word that may be the last part of a compound."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a stand points to, and the statements that may be meant.

    `wanted` are the keys of the nouns that say what the object is about.
    """

    pointer: Pointer
    candidates: Sequence[Candidate]
    wanted: frozenset[str]

    def among(self, candidates: Sequence[Candidate]) -> "Search":
        """The same looked for among others."""
        return replace(self, candidates=candidates)

    def where(self, test: Callable[[Candidate], bool]) -> "Search":
        """The same looked for among those that pass a test."""
        return self.among([item for item in self.candidates if test(item)])

    @property
    def before(self) -> list[Candidate]:
        """Those that end before the stand."""
        return [item for item in self.candidates if item.is_before]

    @property
    def alike(self) -> list[Candidate]:
        """Those that name more than half of what the object names; half will do if that is what the object is."""
        return [item for item in self.candidates if self._is_alike(item)]

    def _is_alike(self, item: Candidate) -> bool:
        common = common_keys(item, self.wanted)
        head = len(self.wanted) == 2 and self.pointer.head in common
        return bool(common) and (len(common) > len(self.wanted) * _HALF or head)

    @property
    def alike_by_half(self) -> list[Candidate]:
        """Those that name half of what the object names."""
        half = len(self.wanted) * _HALF
        return [item for item in self.candidates if self.wanted and len(common_keys(item, self.wanted)) >= half]


def common_keys(item: Candidate, wanted: Collection[str]) -> set[str]:
    """Those of the wanted keys that a statement has; a compound has its last part (*Wahlbetrug*: *Betrug*)."""
    return {key for key in wanted if key in item.keys or any(_is_compound(key, other) for other in item.keys)}


def _is_compound(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LONG and (one.endswith(other) or other.endswith(one))
