"""What words are found by besides themselves: stems, parts of compounds, numbers without their points.

The index of the published copy holds these keys in a column of their own, and a reader's words are looked up by the
same stems (`attrib.store.search_query`): *Soldat* finds *Soldaten* and *Soldatenfamilie*. `docs/site.md` has the
figures, and `python -m bench.search` measures them. Parts are known from the texts themselves, so no list of words is
needed.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer
from pydantic import BaseModel, ConfigDict

from attrib.resources import load_record
from attrib.text.loading import languages

_WORD = re.compile(r"[^\W\d_]+")
_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,\u00a0\u2009\u202f' ]\d{3})+(?!\d)")


class Morphs(BaseModel):
    """`search.yml` of a language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stemmer: str
    links: tuple[str, ...]
    """What may stand between two parts."""
    lost: tuple[str, ...]
    """What a part may have lost before another one."""
    shortest: int
    """Letters of a part."""
    tail: int
    head: int


@cache
def morphs() -> tuple[Morphs, ...]:
    """Those of every language that has them."""
    folders = (files("attrib.languages") / code / "search.yml" for code in languages())
    return tuple(load_record(file, Morphs) for file in folders if file.is_file())


@lru_cache(maxsize=200_000)
def stems(word: str) -> frozenset[str]:
    """The stem of a word in each language."""
    return frozenset(_stemmer(each.stemmer).stemWord(word.lower()) for each in morphs())


@cache
def _stemmer(name: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(name)


def without_points(text: str) -> Iterator[str]:
    """Every number with grouped thousands, as digits alone: *12.000* and *12 000* are 12000."""
    return (re.sub(r"\D", "", match[0]) for match in _GROUPED.finditer(text))


_LONGEST = 100
"""Letters of a compound; the longest that a law was ever called by has 67. Cutting takes the square of them."""


class Stems:
    """The keys of words, with the parts of compounds that some texts hold as words of their own."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._nouns = {word.lower() for text in texts for word in set(_WORD.findall(text)) if word[0].isupper()}
        self._stems = {key for noun in self._nouns if self._is_part(noun) for key in stems(noun)}
        self._keys: dict[str, tuple[str, ...]] = {}

    @staticmethod
    def _is_part(word: str) -> bool:
        return any(len(word) >= each.shortest for each in morphs())

    def keys(self, word: str) -> tuple[str, ...]:
        """The stems of a word and of its parts, each once, in order."""
        found = self._keys.get(word)
        if found is None:
            words = [word, *self._parts(word)]
            found = self._keys[word] = tuple(sorted({key for each in words for key in stems(each)}))
        return found

    def _parts(self, word: str) -> Iterator[str]:
        """The parts of a noun that is a compound, for all ways to cut it."""
        if not word[:1].isupper() or len(word) > _LONGEST:
            return
        lower = word.lower()
        for each in morphs():
            for cut in range(each.shortest - 1, len(lower) - 2):
                yield from self._cut(lower[:cut], lower[cut:], each)

    def _cut(self, left: str, right: str, each: Morphs) -> Iterator[str]:
        head = self._head(left, each) if len(left) >= each.shortest else None
        is_tail = len(right) >= each.shortest and (right in self._nouns or not stems(right).isdisjoint(self._stems))
        if is_tail and (head is not None or len(right) >= each.tail):
            yield right
        if head is not None and (is_tail or len(head) >= each.head):
            yield head

    def _head(self, left: str, each: Morphs) -> str | None:
        """The first part as a word: as it stands, without what links it, or with what it lost."""
        if left in self._nouns:
            return left
        for link in each.links:
            bare = left.removesuffix(link)
            if bare != left and len(bare) >= each.shortest - 1 and bare in self._nouns:
                return bare
        return left if any(left + end in self._nouns for end in each.lost) else None
