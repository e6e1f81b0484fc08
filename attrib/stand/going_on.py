"""Denials that go on in so many words: *Die Firma wies die Vorwürfe zurück. „Wir haben nie etwas verkauft“, sagte ihr
Chef.*

Whoever has just denied something and goes on with a negation denies the same by it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrib.records import Assessment, Source
from attrib.statement.told import Told
from attrib.text.text import Text

_PEOPLE = frozenset({"person", "expert", "witness", "document", "hearsay"})
"""Kinds of parties for which nobody speaks as one of them."""
_AS_SAID = frozenset({"author", "reported"})
"""Types of statements that tell of what was said, or that nobody else puts forward."""


def going_on(
    text: Text, told: Sequence[Told], found: Sequence[Assessment], sources: Mapping[str, Source]
) -> Iterator[tuple[Told, Told]]:
    """What was denied, and the negations by the same side that follow right behind the denial."""
    by_id = {item.row.id: item for item in told}
    denials = (item for item in found if item.verdict == "denies" and item.statement in by_id)
    for (end, source), about in groupby(denials, key=lambda item: (item.end, item.source)):
        targets = [by_id[item.statement] for item in about if item.statement is not None]
        denied = [one for one in targets if source not in one.parties]
        for later in _negations_behind(text, told, end, source, sources):
            yield from ((one, later) for one in denied if _is_others(one, later))


def _negations_behind(
    text: Text, told: Sequence[Told], end: int, source: str, sources: Mapping[str, Source]
) -> Iterator[Told]:
    """The statements behind a place, sentence by sentence, as long as one side goes on negating in its paragraph."""
    holding = [item for item in told if item.quotation.start < end]
    last = holding[-1] if holding else None
    for later in (item for item in told if item.quotation.start >= end and not item.row.level):
        same = any(_side(source, sources) & _side(party, sources) for party in later.parties)
        near = last is not None and later.row.part == last.row.part
        near = near and last is not None and later.quotation.sentence - last.quotation.sentence <= 1
        if not near or later.row.type in _AS_SAID or later.row.polarity != "negative":
            return
        if not (same or _speaks_for(text, later, source, sources)):
            return
        yield later
        last = later


def _speaks_for(text: Text, later: Told, source: str, sources: Mapping[str, Source]) -> bool:
    """*„**Wir** haben nie etwas verkauft“, sagte der Geschäftsführer*: who speaks for an institution that has just
    denied something speaks as one of it."""
    row = sources.get(source)
    words = text.words_in(later.quotation.spans) if later.row.type == "direct" else ()
    plural = text.language.words.pronouns_first_person_plural
    return row is not None and row.kind not in _PEOPLE and any(word.form in plural for word in words)


def _side(party: str, sources: Mapping[str, Source]) -> frozenset[str]:
    """A party and whom it speaks for."""
    row = sources.get(party)
    speaks_for = row.speaks_for if row is not None else None
    return frozenset({party} if speaks_for is None else {party, speaks_for})


def _is_others(one: Told, later: Told) -> bool:
    return set(one.parties).isdisjoint(later.parties) and one is not later
