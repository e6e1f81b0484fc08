"""Agency marks: an article's head or foot that says whose text it is: *Berlin (dpa) – …*, *Quelle: APA/Reuters*.

A mark holds nothing but names of agencies, with places and words like *Quelle* around them. An agency that is named in
a sentence (*wie Reuters berichtete*) is no mark but a party of that statement.
"""

import re
from collections.abc import Iterator, Sequence

from attrib.records import Document, Part, Span
from attrib.registry.registry import Registry, RegistrySource
from attrib.text.language import Language

_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = 60
"""How many characters a place and a date before the bracket take at most: *KIEW/MOSKAU, 24. Oktober (dpa)*."""


def agency_marks(
    document: Document, parts: Sequence[Part], registry: Registry, *, language: Language
) -> tuple[tuple[RegistrySource, Span], ...]:
    """The agencies that the head or foot of the article names as its origin, with the place of each name."""
    found: dict[str, tuple[RegistrySource, Span]] = {}
    for stretch in _places(document.text, parts):
        for entry, span in _agencies(document.text, stretch, registry, language=language):
            found.setdefault(entry.id, (entry, span))
    return tuple(found.values())


def _places(text: str, parts: Sequence[Part]) -> Iterator[Span]:
    """Where a mark may stand: in brackets near the beginning and at the end, and a last line of its own."""
    running = [part for part in parts if part.kind != "heading"] or list(parts)
    if not running:
        return
    first, last = running[0], running[-1]
    for match in _BRACKETS.finditer(text, first.start, min(first.end, first.start + _HEAD + 40)):
        if match.start() - first.start <= _HEAD and not re.search(
            r"[^\W\d][.!?]\s|[„“]", text[first.start : match.start()]
        ):
            yield Span(*match.span(1))
    for part in running[-2:]:
        closing = text[part.start : part.end].rstrip()
        for match in _BRACKETS.finditer(closing):
            if match.end() >= len(closing) - 1:
                yield Span(part.start + match.start(1), part.start + match.end(1))
    if last is not first and last.end - last.start <= _HEAD:
        yield Span(last.start, last.end)


def _agencies(
    text: str, stretch: Span, registry: Registry, *, language: Language
) -> Iterator[tuple[RegistrySource, Span]]:
    """The agencies of a stretch that holds nothing else."""
    agencies: list[tuple[RegistrySource, Span]] = []
    for match in _WORD.finditer(text, stretch.start, stretch.end):
        entry = _agency(match.group(), registry)
        if entry is not None:
            agencies.append((entry, Span(*match.span())))
        elif match.group().lower() not in language.words.mark_words:
            return
    yield from agencies


def _agency(word: str, registry: Registry) -> RegistrySource | None:
    """*dpa*, *DPA*, *dpa-AFX*: the agency of that name in any case of letters."""
    for form in (word, word.upper(), word.lower(), word.partition("-")[0]):
        found = [entry for entry in registry.by_alias(form) if entry.kind == "news_agency"]
        if len(found) == 1:
            return found[0]
    return None
