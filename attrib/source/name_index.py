"""The registry's names by the stems of their words, so that inflected ones are found: *Putins*, *Seouls*."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Self

from attrib.registry.registry import Registry, RegistrySource
from attrib.source.kinds import OUTLETS
from attrib.text.analysis import Word, word_at
from attrib.text.language import Language
from attrib.text.lexicon import Lexicon
from attrib.text.marks import MARKS
from attrib.text.words import all_tags

_LONGEST = 7
"""The longest registered name, in words, that is looked for."""
_IN_TITLES = frozenset({"NOUN", "PROPN", "X", "ADJ", "DET", "ADP", "CCONJ", "NUM"})
_NAME_WORD = re.compile(r"[\w.&/]+(?:-[\w.]+)*|\w")


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Registry entries by the stems of one kind of name."""

    entries: Mapping[tuple[str, ...], tuple[RegistrySource, ...]]
    beginnings: frozenset[str]
    """The first stems: most words begin no name."""
    stem: Callable[[str], str]
    listed: "Listed | None" = None
    """The names of the generated lists, which stand behind these."""

    @classmethod
    def of(
        cls,
        pairs: Iterable[tuple[str, RegistrySource]],
        *,
        stem: Callable[[str], str],
        listed: "Listed | None" = None,
    ) -> Self:
        """The index of names with their bearers."""
        found: dict[tuple[str, ...], dict[str, RegistrySource]] = {}
        for name, entry in pairs:
            found.setdefault(_stems(name, stem), {})[entry.id] = entry
        entries = {key: tuple(entries.values()) for key, entries in found.items()}
        return cls(entries, frozenset(key[0] for key in entries if key), stem, listed)

    def stems(self, name: str) -> tuple[str, ...]:
        """The stems of a name's words."""
        return _stems(name, self.stem)

    def get(self, key: tuple[str, ...]) -> tuple[RegistrySource, ...]:
        """Whose name it is; empty if nobody's."""
        return self.entries.get(key) or (() if self.listed is None else self.listed.get(key))

    def begins(self, stem: str) -> bool:
        """Whether a name begins with a stem."""
        return stem in self.beginnings or (self.listed is not None and self.listed.begins(stem))


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The institutions of a registry's lists, by the stems of a language."""

    registry: Registry
    language: str

    def get(self, key: tuple[str, ...]) -> tuple[RegistrySource, ...]:
        """Whose name it is; empty if nobody's."""
        return self.registry.institutions_called(self.language, key)

    def begins(self, stem: str) -> bool:
        """Whether a name begins with a stem."""
        return self.registry.listed.begins(self.language, stem)


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """The registry's names, family names and metonyms by their stems."""

    names: Index
    family_names: Index
    metonyms: Index


@cache
def name_index(registry: Registry, language: Language) -> NameIndex:
    """The index of one registry for texts of a language, made once."""
    stem, entries = language.grammar.stem, registry.entries
    return NameIndex(
        Index.of(
            ((name, entry) for entry in entries for name in entry.names),
            stem=stem,
            listed=Listed(registry, language.code),
        ),
        Index.of(((name, entry) for entry in entries for name in entry.family_names), stem=stem),
        Index.of(((place, entry) for entry in entries for place in entry.metonyms), stem=stem),
    )


def _stems(name: str, stem: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(map(stem, _NAME_WORD.findall(name)))


@dataclass(frozen=True, slots=True)
class Registered:
    """A registered name among some words: how many it takes, and whose it may be."""

    length: int
    entries: tuple[RegistrySource, ...]

    @property
    def only(self) -> RegistrySource | None:
        """Whose it is, None if it has several bearers."""
        return self.entries[0] if len(self.entries) == 1 else None


def longest_name(words: Sequence[Word], start: int, index: Index) -> Registered | None:
    """The longest registered name that begins at `words[start]`."""
    first = index.stem(words[start].text)
    if not index.begins(first):
        return None
    keys = [first, *(index.stem(word.text) for word in words[start + 1 : start + _LONGEST])]
    for length in range(len(keys), 0, -1):
        entries = index.get(tuple(keys[:length]))
        if length == 1 and words[start].is_plural:
            entries = tuple(entry for entry in entries if _has_plural(entry, words[start]))
        if entries:
            longer = _is_part_of_title(words, start, length)
            return None if longer and not entries[0].person else Registered(length, entries)
    return None


def name_at(words: Sequence[Word], place: int, index: Index, lexicon: Lexicon) -> Registered | None:
    """The longest registered name that begins at a place; not *die Grüne* in *die Grüne Woche*, which is another."""
    known = longest_name(words, place, index)
    return None if known is None or _describes_other(words, place, known, lexicon) else known


def _describes_other(words: Sequence[Word], place: int, known: Registered, lexicon: Lexicon) -> bool:
    """*die Grüne | Woche*: whether the name found at a place ends in an adjective of another name, that of no party."""
    word, noun = words[place + known.length - 1], word_at(words, place + known.length)
    describes = word.relation == "amod" and word.head == noun.number and noun.upos == "NOUN"
    return describes and noun.text[:1].isupper() and lexicon.nouns.person(noun) is None


def _has_plural(entry: RegistrySource, word: Word) -> bool:
    """Not *economists* for the *Economist*: of an outlet there is one, unless it is called so."""
    return entry.kind not in OUTLETS or any(word.text in name.split() for name in entry.names)


def _is_part_of_title(words: Sequence[Word], start: int, length: int) -> bool:
    """*der „Kurier vom Sonntag“*: a title in marks that only begins like a registered one."""
    if word_at(words, start - 1).text not in MARKS:
        return False
    rest = words[start + length : start + _LONGEST]
    inner = list(takewhile(lambda word: word.text not in MARKS, rest))
    return 0 < len(inner) < len(rest) and all_tags(inner, _IN_TITLES)
