"""The names that stand in a document, as the resolver asks for them: by place, by bearer, by one word of them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from attrib.records import Span
from attrib.registry.registry import Registry
from attrib.text.analysis import Word
from attrib.text.language import Language
from attrib.text.text import Text

_AROUND = 60
"""How many characters before a mention the name may begin that it is a part of."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place in the text where a name stands: of a registered party, or of a person the registry does not know."""

    span: Span
    sentence: int
    candidates: tuple[str, ...]
    """Ids of registered parties; empty for a person who is not registered."""
    name: str
    is_full: bool
    """A full name, as against a family name alone."""
    evidence: str = ""
    """What in the text says that the name is this registered person's; empty where the name alone decides."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names of one document in text order."""

    found: tuple[Named, ...]
    by_party: Mapping[str, Sequence[Named]]
    """The places where each registered party is named, by its id, where the name leaves no choice."""
    by_last: Mapping[str, Mapping[str, Named]]
    """Full names by the stem of their last word, each name once."""
    by_first: Mapping[str, Mapping[str, Named]]
    """Full names by the stem of their first word: where the family name comes first, and for given names."""

    def between(self, start: int, end: int) -> tuple[Named, ...]:
        """The names that begin in a stretch of the document."""
        first = bisect_left(self.found, start, key=lambda item: item.span.start)
        last = bisect_left(self.found, end, key=lambda item: item.span.start)
        return self.found[first:last]

    def around(self, mention: Span) -> Iterator[Named]:
        """*die USA und ihre Verbündeten, die …*: names without choice that begin before a mention and hold it."""
        for named in self.between(mention.start - _AROUND, mention.start):
            if len(named.candidates) == 1 and named.span.end >= mention.end:
                yield named


def family_stem(language: Language, name: str) -> str:
    """The stem of a family name, without an Arabic article that a hyphen joins to it: *al-Scheichs* → *Scheich*."""
    article, hyphen, rest = name.partition("-")
    joined = f"{article}{hyphen}".lower() in language.words.joined_name_articles
    return language.grammar.stem(rest if joined and rest[:1].isupper() else name)


def index_names(text: Text, found: Sequence[Named]) -> Names:
    """The names that were found in a document, by the ways to ask for them."""
    stem = text.language.grammar.stem
    by_party: dict[str, list[Named]] = {}
    by_last: dict[str, dict[str, Named]] = {}
    by_first: dict[str, dict[str, Named]] = {}
    for item in found:
        if len(item.candidates) == 1:
            by_party.setdefault(item.candidates[0], []).append(item)
        if item.is_full and " " in item.name:
            words = item.name.split()
            by_last.setdefault(family_stem(text.language, words[-1]), {})[item.name] = item
            by_first.setdefault(stem(words[0]), {})[item.name] = item
    return Names(tuple(found), by_party, by_last, by_first)


def is_somebody(text: Text, names: Names, registry: Registry, words: Sequence[Word]) -> bool:
    """Whether a name is that of a person whom the text has named in full, and of no place there."""
    last = words[-1]
    stem = text.language.grammar.stem
    bearers = [item for item in names.found if item.is_full and item.span.start < words[0].start]
    bearers = [item for item in bearers if " " in item.name and stem(item.name.split()[-1]) == stem(last.text)]
    person = any(not item.candidates or registry.by_id[item.candidates[0]].person for item in bearers)
    inside = text.language.words.inner_prepositions
    places = (word for sentence in text.sentences for word in sentence.words if person and word.text == last.text)
    return person and not any(_before(text, place).form in inside for place in places)


def _before(text: Text, word: Word) -> Word:
    return text.sentence_at(word.start).sentence.before(word)
