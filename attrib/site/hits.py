"""Which words of a text a search has found, to mark them: those that the index finds, as far as the words alone tell.

The index knows parts of compounds from all texts of the database (`attrib.store.stems`); here a word is marked where it
holds the stem of a searched one. Words that were found by another name of a party are not marked.
"""

import re
from collections.abc import Iterator
from contextvars import ContextVar
from functools import lru_cache
from unicodedata import combining, normalize

from attrib.site.marking import Mark
from attrib.store.search import spellings
from attrib.store.search_query import Term, searched_terms
from attrib.store.stems import stems

looked_for: ContextVar[str] = ContextVar("looked_for", default="")
"""What the reader searched for on the page at hand; set for every request."""

_WORD = re.compile(r"\d{1,3}(?:[.,\u00a0\u2009\u202f' ]\d{3})+(?!\d)|\w+")
_SHORTEST = 4
"""Letters of a stem that is looked for inside of words."""


def hits(text: str, *, offset: int = 0) -> Iterator[Mark]:
    """The places of the text, which begins at character `offset` of the document, that the reader looked for."""
    asked = searched_terms(looked_for.get())
    if not asked:
        return
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
    for term in asked:
        size = len(term.words)
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            if all(_is(typed, word, term) for typed, (_, _, word) in zip(term.words, run, strict=True)):
                yield Mark(run[0][0] + offset, run[-1][1] + offset, "hit")


def _is(typed: str, word: str, term: Term) -> bool:
    own, other = word.casefold(), typed.casefold()
    if own == other or _digits(own) == _digits(other) != "":
        return True
    if term.is_prefix:
        return own.startswith(other)
    if len(term.words) > 1 or term.is_phrase:
        return False
    asked, found = _stems(other), _stems(own)
    bare = _without_accents(own)
    return not asked.isdisjoint(found) or any(len(stem) >= _SHORTEST and stem in bare for stem in asked)


@lru_cache(maxsize=20_000)
def _stems(word: str) -> frozenset[str]:
    """The stems of a word and of its other spellings."""
    return frozenset(stem for each in (word, *spellings(word).split()) for stem in stems(each))


def _without_accents(word: str) -> str:
    """As stems are."""
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


def _digits(word: str) -> str:
    return re.sub(r"\D", "", word) if word[:1].isdigit() else ""
