"""Agency marks: an article's head or foot that says whose text it is: *Berlin (dpa) – …*, *Quelle: APA/Reuters*.

They stand in the parts that are no sentences: datelines, signatures, lines of the page. A mark holds nothing but names
of agencies, with places and words like *Quelle* around them. An agency that is named in a sentence (*wie Reuters
berichtete*) is no mark but a party of that statement.
"""

import re
from collections.abc import Iterator

from attrib.records import Part, Span
from attrib.registry.registry import Registry, RegistrySource
from attrib.text.sign import is_code
from attrib.text.text import Text

_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]")
_NAME = re.compile(r"[^\W\d_]+(?:[- ][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FOOT = 3
"""How many of the last parts may say whose text it is; what stands above belongs to a picture."""
_LONGEST = 60
"""Characters of a line that is a mark."""


def agency_marks(text: Text, registry: Registry) -> tuple[tuple[RegistrySource, Span], ...]:
    """The agencies that the head or foot of the article names as its origin, with the place of each name."""
    found: dict[str, tuple[RegistrySource, Span]] = {}
    for stretch in _places(text):
        for entry, span in _agencies(text, stretch, registry):
            found.setdefault(entry.id, (entry, span))
    return tuple(found.values())


def _places(text: Text) -> Iterator[Span]:
    """Where a mark may stand: in the brackets of a dateline or behind its place, in a signature or line at the foot."""
    for part in text.parts:
        if part.kind == "dateline":
            yield from _in_dateline(text.document.text, part)
    for part in text.parts[-_FOOT:]:
        if part.kind in {"signature", "boilerplate"} and part.end - part.start <= _LONGEST:
            yield Span(part.start, part.end)


def _in_dateline(text: str, part: Part) -> Iterator[Span]:
    """The brackets; without any the words: *BERLIN dpa |*."""
    bracketed = [Span(*match.span(1)) for match in _BRACKETS.finditer(text, part.start, part.end)]
    yield from bracketed or [Span(*match.span()) for match in _WORD.finditer(text, part.start, part.end)]


def _agencies(text: Text, stretch: Span, registry: Registry) -> Iterator[tuple[RegistrySource, Span]]:
    """The agencies of a stretch, if no word of it is anything but a name, a code (*lno*) or a word like *Quelle*."""
    agencies: list[tuple[RegistrySource, Span]] = []
    place = stretch.start
    while match := _NAME.search(text.document.text, place, stretch.end):
        entry, length = _named(match.group(), registry)
        if entry is not None:
            agencies.append((entry, Span(match.start(), match.start() + length)))
        elif not _says_nothing(match.group()[:length], text):
            return
        place = match.start() + length
    yield from agencies


def _named(words: str, registry: Registry) -> tuple[RegistrySource | None, int]:
    """The agency whose name some words are, and how long it is; without one, how long the first word is."""
    entry = _agency(words, registry)
    if entry is not None or " " not in words:
        return entry, len(words)
    first = words.partition(" ")[0]
    return _agency(first, registry), len(first)


def _says_nothing(word: str, text: Text) -> bool:
    """*Quelle*, *red*; *lno*: the code of a desk or an author."""
    language = text.language
    return word.lower() in language.words.mark_words | language.words.agency_names or is_code(word)


def _agency(word: str, registry: Registry) -> RegistrySource | None:
    """*dpa*, *DPA*, *dpa-AFX*: the agency of that name in any case of letters."""
    for form in (word, word.upper(), word.lower(), word.partition("-")[0]):
        found = [entry for entry in registry.by_alias(form) if entry.kind == "news_agency"]
        if len(found) == 1:
            return found[0]
    return None
