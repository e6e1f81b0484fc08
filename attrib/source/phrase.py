"""The phrase of a mention as a whole: a coordination of several, one person with two offices, one registered name."""

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.registry.registry import RegistrySource
from attrib.source.name_index import Index, longest_name
from attrib.text.analysis import NO_WORD, Word
from attrib.text.marks import DOUBLE_MARKS
from attrib.text.words import SPEAKERS

_NOT_IN_NAMES = frozenset({"DET", "PUNCT", "ADP"})
_ATTRIBUTES = frozenset({"ADJ", "ADV"})


@dataclass(frozen=True, slots=True)
class WholeName:
    """A registered name that ends the phrase, and its words."""

    entry: RegistrySource
    words: str


def whole_name(words: Sequence[Word], index: Index) -> WholeName | None:
    """The phrase is a registered name and nothing else, articles and attributes of nationality aside."""
    before = NO_WORD
    for word in (word for word in words if word.upos not in _NOT_IN_NAMES):
        if before is not NO_WORD and before.upos not in _ATTRIBUTES:
            break
        run = [item for item in words if item.number >= word.number]
        entry = _only_name(run, index)
        if entry is not None:
            return WholeName(entry, " ".join(item.text for item in run))
        before = word
    return None


def _only_name(words: Sequence[Word], index: Index) -> RegistrySource | None:
    """Whose registered name all the words are, marks aside."""
    known = longest_name(words, 0, index)
    length = sum(word.upos != "PUNCT" for word in words)
    return None if known is None or known.length < length else known.only


def members(words: Sequence[Word], conjunctions: frozenset[str], index: Index) -> Sequence[Sequence[Word]]:
    """*Washington und Seoul*: the members of a coordination at the top of the phrase; else the phrase alone."""
    pieces: list[list[Word]] = [[]]
    inside = _in_marks(words)
    for place, word in enumerate(words):
        if word.form in conjunctions and 0 < place < len(words) - 1 and place not in inside:
            pieces.append([])
        else:
            pieces[-1].append(word)
    several = len(pieces) > 1 and all(map(_is_nominal, pieces)) and not _is_one_person(pieces)
    return pieces if several and not _is_one_name(words, index) else [words]


def _in_marks(words: Sequence[Word]) -> set[int]:
    """*„Rost und Rauch“*: the places of the words that stand in quotation marks, each pair counted from the left."""
    marks = [place for place, word in enumerate(words) if word.text in DOUBLE_MARKS]
    return {place for first, last in zip(marks[::2], marks[1::2], strict=False) for place in range(first, last)}


def _is_nominal(words: Sequence[Word]) -> bool:
    return any(word.upos in SPEAKERS for word in words)


def _is_one_person(pieces: Sequence[Sequence[Word]]) -> bool:
    """*Die Abgeordnete und Bürgermeisterin Hartmann*: two offices, one article, one name."""
    first, last = pieces[0], pieces[-1]
    named = [any(word.upos in {"PROPN", "X"} for word in piece) for piece in pieces]
    return named == [False, True] and first[0].upos == "DET" and last[0].upos in {"NOUN", "ADJ"}


def _is_one_name(words: Sequence[Word], index: Index) -> bool:
    """Whether a registered name holds the conjunction: *die USA und ihre Verbündeten*."""
    for place in range(len(words)):
        known = longest_name(words, place, index)
        if known is not None and any(word.upos == "CCONJ" for word in words[place : place + known.length]):
            return True
    return False
