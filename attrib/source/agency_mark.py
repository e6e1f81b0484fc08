"""Agency marks: an article's head or foot that says whose text it is: *Berlin (dpa) – …*, *Quelle: APA/Reuters*.

A mark holds nothing but names of agencies, with places and words like *Quelle* around them. An agency that is named in
a sentence (*wie Reuters berichtete*) is no mark but a party of that statement.
"""

import re
from collections.abc import Iterator

from attrib.records import Part, Span
from attrib.registry.registry import Registry, RegistrySource
from attrib.text.text import Text

_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]")
_LONGEST_BRACKET = 40
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE = re.compile(r"[^\W\d][.!?]\s|[„“]")
"""What stands before no mark: the end of a sentence, or a quotation."""
_HEAD = 60
"""How many characters a place and a date before the bracket take at most: *KIEW/MOSKAU, 24. Oktober (dpa)*."""


def agency_marks(text: Text, registry: Registry) -> tuple[tuple[RegistrySource, Span], ...]:
    """The agencies that the head or foot of the article names as its origin, with the place of each name."""
    found: dict[str, tuple[RegistrySource, Span]] = {}
    for stretch in _places(text):
        for entry, span in _agencies(text, stretch, registry):
            found.setdefault(entry.id, (entry, span))
    return tuple(found.values())


def _places(text: Text) -> Iterator[Span]:
    """Where a mark may stand: in brackets near the beginning and at the end, and a last line of its own."""
    running = [part for part in text.parts if part.kind != "heading"] or list(text.parts)
    for part in running[:1]:
        yield from _in_head(text.document.text, part)
    for part in running[-2:]:
        yield from _in_foot(text.document.text, part)
    for part in running[1:][-1:]:
        if part.end - part.start <= _HEAD:
            yield Span(part.start, part.end)


def _in_head(text: str, part: Part) -> Iterator[Span]:
    for match in _BRACKETS.finditer(text, part.start, min(part.end, part.start + _HEAD + _LONGEST_BRACKET)):
        before = text[part.start : match.start()]
        if len(before) <= _HEAD and not _SENTENCE.search(before):
            yield Span(*match.span(1))


def _in_foot(text: str, part: Part) -> Iterator[Span]:
    closing = text[part.start : part.end].rstrip()
    for match in _BRACKETS.finditer(closing):
        if match.end() >= len(closing) - 1:
            yield Span(part.start + match.start(1), part.start + match.end(1))


def _agencies(text: Text, stretch: Span, registry: Registry) -> Iterator[tuple[RegistrySource, Span]]:
    """The agencies of a stretch that holds nothing else."""
    agencies: list[tuple[RegistrySource, Span]] = []
    for match in _WORD.finditer(text.document.text, stretch.start, stretch.end):
        entry = _agency(match.group(), registry)
        if entry is not None:
            agencies.append((entry, Span(*match.span())))
        elif match.group().lower() not in text.language.words.mark_words:
            return
    yield from agencies


def _agency(word: str, registry: Registry) -> RegistrySource | None:
    """*dpa*, *DPA*, *dpa-AFX*: the agency of that name in any case of letters."""
    for form in (word, word.upper(), word.lower(), word.partition("-")[0]):
        found = [entry for entry in registry.by_alias(form) if entry.kind == "news_agency"]
        if len(found) == 1:
            return found[0]
    return None
