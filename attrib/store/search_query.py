"""What a reader types, as a query of FTS5 (https://www.sqlite.org/fts5.html, section 3).

    Soldat Kursk            both words, in any form and in compounds
    Soldat OR Truppen       one of them; OR joins the words beside it
    Solda*                  words that begin so
    "viele Truppen"         these words in this order, as they stand; „…“, “…” and »…« too
    12.000                  the number, however its thousands are parted
    习近平                  the name as it is written in Latin letters

Nothing that is typed is an error: signs that mean nothing part words, and where no word is left nothing was asked.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from attrib.registry.chinese import in_pinyin
from attrib.store.stems import stems, without_points

MOST_TERMS = 32
"""More are no question but a load."""
STEMS = "stems"
_PHRASE = re.compile(r"[\"“”„‟«»](?P<phrase>[^\"“”„‟«»]*)[\"“”‟«»]")
_TERM = re.compile(r"(?P<number>\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d))|(?P<word>\w+)(?P<prefix>\*)?")
_ALTERNATIVES = frozenset({"OR", "ODER", "|"})


def terms(typed: str) -> list[list[str]]:
    """The query's terms as FTS5 wants them: one list for each thing asked, its alternatives in it."""
    found: list[list[str]] = []
    is_or = False
    for term in _terms(typed):
        if term in _ALTERNATIVES:
            is_or = bool(found)
            continue
        written = _written(term)
        if written is not None and is_or:
            found[-1].append(written)
        elif written is not None:
            found.append([written])
        is_or = False
    return found


def fts_query(typed: str | None) -> str:
    """The query; an empty one, which finds nothing, where no word is left."""
    asked = terms(typed or "")[:MOST_TERMS]
    return " AND ".join(f"({' OR '.join(either)})" for either in asked) or '""'


class Term(NamedTuple):
    """One thing that is looked for: a word, the beginning of one, or words in this order."""

    words: tuple[str, ...]
    is_prefix: bool = False
    is_phrase: bool = False


def searched_terms(typed: str) -> list[Term]:
    """The words of a query as they were typed, whatever joins them."""
    found = []
    for term in _terms(typed):
        if term in _ALTERNATIVES:
            continue
        is_phrase = term.startswith('"')
        words = re.findall(r"\w+", term) if is_phrase else [term.rstrip("*")]
        if words and words[0]:
            found.append(Term(tuple(words), is_prefix=term.endswith("*"), is_phrase=is_phrase))
    return found[:MOST_TERMS]


def is_empty(typed: str) -> bool:
    """Whether there is no word in it."""
    return not terms(typed)


def _terms(typed: str) -> Iterable[str]:
    """Phrases with a quotation mark in front, words with their asterisk, numbers, and the words for *or*."""
    place, typed = 0, in_pinyin(typed)
    for match in [*_PHRASE.finditer(typed), None]:
        outside = typed[place : match.start() if match else len(typed)]
        yield from (each[0] for each in re.finditer(rf"{_TERM.pattern}|\|", outside))
        if match is not None:
            yield f'"{match["phrase"]}'
            place = match.end()


def _written(term: str) -> str | None:
    if term.startswith('"'):
        words = re.findall(r"\w+", term)
        return f'- {STEMS} : "{" ".join(words)}"' if words else None
    match = _TERM.fullmatch(term)
    if match is None:
        return None
    if match["number"]:
        return f'"{next(without_points(term))}"'
    word = match["word"]
    if match["prefix"]:
        return f'"{word}" *'
    keys = " OR ".join(f'{STEMS} : "{key}"' for key in sorted(stems(word)))
    return f'"{word}" OR {keys}'
