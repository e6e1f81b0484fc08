"""The label that opens a part, or closes a heading: *Petra Vogt (Grüne): p* · *Lokalbote: Bleibt das so?* · *p – Vogt*.

Here is what a label looks like; whom its words can mean is asked in `attrib.quotation.voices`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from attrib.records import Part, Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.text import Text
from attrib.text.words import NAMES, NOUNS, any_finite, content, tagged

EMPHASIS = r"(?:[*_]{1,3}|'{2,5})"
"""Marks by which plain text sets words off: `**Vogt:**`, `_Vogt:_`, `''Vogt'':`."""
_AROUND = rf"(?:{EMPHASIS}|[„“”\"])?"
"""In the usual marks of a text, two apostrophes are quotation marks too."""
_OPENING = re.compile(
    rf"{_AROUND}\s*(?P<label>[^\s*_':„“”«»\"][^:\n„“”«»\"?!]{{0,90}}?)\s*{_AROUND}(?P<colon>:)(?:{EMPHASIS})?(?=\s|$)"
)
_CLOSING = re.compile(r"(?P<said>[^\n]*?\S)\s+(?P<frame>[–—-]{1,2}\s+(?P<label>[^\s–—:\n][^–—:\n?!]{1,60}?))\s*")
_OPENING_EDGE = re.compile(rf"(?:\s|{EMPHASIS})*")
_MARKS = "*_"
_LONGEST = 10
"""How many words a name has at most, with its titles, its bracket left out."""
_IN_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "X", "ADP", "CCONJ", "NUM", "PUNCT"})
_OPENERS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "X"})
_ADDING = frozenset({"(", ",", "["})


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that stand alone and may name somebody: before a colon, or below a quotation."""

    words: tuple[Word, ...]
    head_last: bool = False
    """Whether the last noun before a preposition is the head: *The fire brigade*."""

    @property
    def core(self) -> tuple[Word, ...]:
        """The words without what a comma or a bracket adds: *Petra Vogt* of *Petra Vogt (Grüne)*."""
        added = (place for place, word in enumerate(self.words) if word.text in _ADDING)
        return self.words[: next(added, len(self.words))]

    @property
    def added(self) -> tuple[Word, ...]:
        """What a comma or a bracket adds."""
        return self.words[len(self.core) :]

    @property
    def name(self) -> tuple[Word, ...]:
        """The proper nouns that close the core: *Petra Vogt* of *Bürgermeisterin Petra Vogt*, with particles inside."""
        core = self.core
        first = len(core)
        while first > 0 and core[first - 1].upos in NAMES and (core[first - 1].text[:1].isupper() or first < len(core)):
            first -= 1
        return core[first:]

    @property
    def head(self) -> Word:
        """The last word of the name, else the first noun, or the last one before a preposition."""
        if self.name:
            return self.name[-1]
        own = tuple(takewhile(lambda word: word.upos != "ADP", self.core))
        nouns = tagged(own, NOUNS)[-1:] if self.head_last else tagged(self.core, NOUNS)
        return next(iter(nouns), self.core[-1])

    @property
    def is_nominal(self) -> bool:
        """Whether they are a noun phrase and nothing else; of a single word the tagger knows little: *taz*, *Kurz*."""
        core = self.core
        if not 0 < len(core) <= _LONGEST or any_finite(content(self.words)[1:]):
            return False
        if len(core) > 1 and core[-1].upos == "ADJ" and core[-1].text.islower():
            return False  # *Streitkräfte bereit, p zu tun*
        return len(core) == 1 or (core[0].upos in _OPENERS and all(word.upos in _IN_NAMING for word in core))


@dataclass(frozen=True, slots=True)
class Label:
    """A naming before a colon that opens a part, and the stretch behind it, which may be empty; or behind a dash that
    closes a heading, and the stretch before."""

    part: Part
    span: Span
    frame: Span
    """The label with its colon, or with its dash."""
    naming: Naming
    content: Span


def label_of(text: Text, part: Part) -> Label | None:
    """The label that opens a part; None if its first words are no noun phrase before a colon."""
    match = _OPENING.match(text.document.text, part.start, part.end)
    # *Die Gewerkschaft (kurz: „IG Bau“) befürchtet*: a colon inside of a bracket
    if match is None or match["label"].count("(") > match["label"].count(")"):
        return None
    span, naming = Span(*match.span("label")), naming_at(text, Span(*match.span("label")))
    behind = stripped(text.document.text, Span(match.end(), part.end))
    frame = Span(span.start, match.end("colon"))
    return Label(part, span, frame, naming, behind) if naming.is_nominal else None


def label_behind(text: Text, part: Part) -> Label | None:
    """The label that closes a heading: *Damm hält – Vogt*; None if its last words are no noun phrase behind a dash."""
    match = _CLOSING.fullmatch(text.document.text, part.start, part.end)
    if match is None:
        return None
    span, naming = Span(*match.span("label")), naming_at(text, Span(*match.span("label")))
    before = stripped(text.document.text, Span(*match.span("said")))
    return Label(part, span, Span(*match.span("frame")), naming, before) if naming.is_nominal else None


def naming_at(text: Text, place: Span) -> Naming:
    """The words of a stretch, compounds in one piece."""
    grammar = text.language.grammar
    return Naming(tuple(grammar.joined_compounds(text.words_in((place,)))), grammar.HEAD_LAST)


def stripped(text: str, place: Span) -> Span:
    """A stretch without blanks and marks of emphasis at its ends."""
    match = _OPENING_EDGE.match(text, *place)
    start = place.start if match is None else match.end()
    inner = text[start : place.end].rstrip()
    bare = inner.rstrip(_MARKS).rstrip()
    bare = bare.rstrip("'") if bare.endswith("''") else bare
    return Span(start, start + len(bare))


def runs_of_names(words: Sequence[Word], particles: frozenset[str]) -> list[tuple[Word, ...]]:
    """Names in a row, with the particles between them: *Ursula von der Leyen*."""
    runs: list[tuple[Word, ...]] = []
    run: list[Word] = []
    for word in (*words, NO_WORD):
        high = word.text[:1].isupper()
        if (word.upos in NAMES and (high or run)) or (run and word.form in particles):
            run.append(word)
            continue
        while run and (run[-1].form in particles or run[-1].text.islower()):
            run.pop()
        runs += [tuple(run)] if run else []
        run = []
    return runs
