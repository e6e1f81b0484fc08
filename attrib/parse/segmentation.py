"""Sentence and token boundaries at full stops, mended by what stands around each.

A tokeniser that sees characters alone ends a sentence behind abbreviations that it has not learned. Here each full stop
between two words is read once more: is the word before it a listed abbreviation (and of which kind: behind a title a
sentence goes on, behind *etc.* it may end), one that was found by counting, an ordinal, an initial, or does it look cut
off; and does the word behind it go on in lower case, or show by its capital that a sentence begins? What that leaves
open stays as the tokeniser has it. After Punkt (Kiss & Strunk 2006, https://aclanthology.org/J06-4003).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from attrib.parse.full_stops import FullStops
from attrib.parse.reading import Reading, read
from attrib.parse.stop import CLOSING, OPENING, Stop, stop_at

Span = tuple[int, int]
"""Start and end of a token in the text, half-open."""

STOP = re.compile(r"(?<=[^\W_])\.(?![.…\w])")
PLAIN = re.compile(r"[^\W\d_]+(?![\w.-])")
MARKED = re.compile(r"\w [„‚][^„“‚‘.!?…:\n]+[^\W_][“‘]$")
RARE = re.compile(r"[^\W\d_]*[\u0100-\u024f\u1e00-\u1eff][^\W\d_]*")
"""A word with a letter of Latin writing that German and English have in foreign names alone."""
LONGEST_MARKED = 40
MARKS = frozenset("?!…,;:–" + CLOSING)


def mended(text: str, sentences: Sequence[Sequence[Span]], stops: FullStops) -> list[list[Span]]:
    """The sentences of a text, each a list of tokens, with every full stop as it is read here."""
    cut = _Cut(text, sentences)
    cut.join_letters()
    plain = frozenset(PLAIN.findall(text))
    for match in STOP.finditer(text):
        stop = stop_at(text, match.start(), stops, plain=plain)
        cut.apply(stop, read(stop, stops))
    return cut.sentences()


class _Cut:
    """A text that is being cut: its tokens, and where sentences begin."""

    def __init__(self, text: str, sentences: Sequence[Sequence[Span]]) -> None:
        self.text = text
        self.tokens = list(chain.from_iterable(sentences))
        self.begins = {sentence[0][0] for sentence in sentences if sentence}
        self.begins -= {place for place in self.begins if self._goes_on(place)}

    def join_letters(self) -> None:
        """*Markovi|ć*: a letter that the tokeniser has not learned parts no word."""
        for match in RARE.finditer(self.text):
            self._join(match.start(), match.end())

    def apply(self, stop: Stop, reading: Reading) -> None:
        """Cut around one full stop as it was read."""
        if reading.kept is True:
            self._join(stop.start, stop.place + 1)
        elif reading.kept is False:
            self._split(stop.place)
        if reading.ends is not None:
            self._end(stop.place + 1, ends=reading.ends)

    def sentences(self) -> list[list[Span]]:
        """The tokens by sentence."""
        found: list[list[Span]] = []
        for token in self.tokens:
            if token[0] in self.begins or not found:
                found.append([])
            found[-1].append(token)
        return found

    def _goes_on(self, place: int) -> bool:
        """*„Wer zahlt?“ fragte sie*: what looks like a new sentence begins in lower case behind a mark; *Tom „Turbo“
        Keller*: it begins behind a few marked words that no full stop ends; *Fazit: Es regnet*: behind a colon."""
        before = self.text[max(0, place - LONGEST_MARKED) : place].rstrip(" ")
        in_lower_case = before[-1:] in MARKS and self.text[place].islower()
        announced = before[-1:] == ":" and self.text[place] not in OPENING
        inside = before[-1:].isalnum()
        return in_lower_case or announced or inside or MARKED.search(before) is not None

    def _index(self, place: int) -> int:
        """The first token that starts at a place or behind it."""
        return bisect_left(self.tokens, (place, place))

    def _join(self, start: int, end: int) -> None:
        """One token from start to end, if a token ends there."""
        self._split(start)
        first, last = self._index(start), self._index(end)
        inside = self.tokens[first:last]
        if len(inside) > 1 and inside[0][0] == start and inside[-1][1] == end:
            self.tokens[first:last] = [(start, end)]
            self.begins -= {begin for begin, _ in inside[1:]}

    def _split(self, place: int) -> None:
        """No token reaches over a place."""
        last = self._index(place) - 1
        if last >= 0:
            start, end = self.tokens[last]
            if start < place < end:
                self.tokens[last : last + 1] = [(start, place), (place, end)]

    def _end(self, end: int, *, ends: bool) -> None:
        """A sentence ends, or none, behind a full stop and the closing marks that follow it."""
        index = self._index(end)
        behind = self._closing(index, end)
        following = self.tokens[behind][0] if behind < len(self.tokens) else None
        self.begins -= {begin for begin, _ in self.tokens[index:behind]}
        if following is None or "\n" in self.text[end:following]:
            return
        if ends:
            self.begins.add(following)
        else:
            self.begins.discard(following)

    def _closing(self, index: int, end: int) -> int:
        """The first token that is no closing mark joined to what ends here."""
        while index < len(self.tokens) and self.tokens[index][0] == end and self.text[end] in CLOSING:
            index, end = index + 1, self.tokens[index][1]
        return index
