"""Which words agree in case, gender and number: noun phrases by the order of tags, and by the arcs where that fails.

*mit den beiden neuen Anlagen*: a preposition, determiners, adjectives with what stands between them, a noun. *die von
der Stadt gekauften Häuser*: the article is too far away, and is taken to its noun by the arc. *Anna Seghers*: names
that are one name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.parse.morphology.lexicon import Lexicon
from attrib.text.analysis import NOMINAL, Word

_NOUNS = ("NOUN", "PROPN")
_BETWEEN = ("ADV", "NUM", "PART")
_BEFORE_NOUNS = ("DET", "ADJ")
_ATTRIBUTES = ("det", "amod")


@dataclass
class Phrase:
    """Words that agree, by their places in the sentence from 0; `preposition` is the place of what governs them."""

    head: int
    members: list[int]
    preposition: int | None = None


def phrases(words: Sequence[Word], lexicon: Lexicon) -> list[Phrase]:
    """The phrases of a sentence, those of a single word included; no word is in two."""
    by_head = {phrase.head: phrase for phrase in _chunks(words, lexicon)}
    taken = {member for phrase in by_head.values() for member in phrase.members}
    for place, word in enumerate(words):
        head = word.head - 1
        if head < 0:
            continue
        attribute = place not in taken and _is_attribute(word, words[head]) and place < head
        if attribute or _is_same_name(place, words, by_head):
            by_head.pop(place, None)
            by_head.setdefault(head, Phrase(head, [head])).members.append(place)
            taken |= {place, head}
        elif word.upos == "ADP" and word.deprel == "case" and place < head:
            governed = by_head.setdefault(head, Phrase(head, [head]))
            governed.preposition = place if governed.preposition is None else governed.preposition
            taken.add(head)
    alone = (Phrase(place, [place]) for place, word in enumerate(words) if place not in taken and is_declined(word))
    return [*by_head.values(), *alone]


def is_declined(word: Word) -> bool:
    """Whether words of its kind have case, gender and number."""
    return word.upos in NOMINAL or word.upos in _BEFORE_NOUNS


def _is_attribute(word: Word, head: Word) -> bool:
    return word.upos in _BEFORE_NOUNS and word.relation in _ATTRIBUTES and (head.upos in NOMINAL or head.upos == "ADJ")


def _is_same_name(place: int, words: Sequence[Word], by_head: dict[int, Phrase]) -> bool:
    """A second name that is no phrase with words of its own."""
    word = words[place]
    name = word.upos == words[word.head - 1].upos == "PROPN" and word.deprel == "flat"
    return name and (place not in by_head or by_head[place].members == [place])


def _chunks(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Phrase]:
    """The phrases that the order of tags shows."""
    start = 0
    while start < len(words):
        preposition = start if words[start].upos == "ADP" else None
        first = start if preposition is None else start + 1
        phrase = _chunk(words, first, lexicon)
        if phrase is None:
            start += 1
        else:
            phrase.preposition = preposition
            yield phrase
            start = phrase.head + 1


def _chunk(words: Sequence[Word], first: int, lexicon: Lexicon) -> Phrase | None:
    """The phrase that begins at a place, None if there is no noun before it ends."""
    members: list[int] = []
    for place in range(first, len(words)):
        word = words[place]
        follows = word.upos == "DET" and all(_may_precede(words[member], lexicon) for member in members)
        if follows or word.upos == "ADJ":
            members.append(place)
        elif _is_genitive_before(place, first, words, lexicon):
            continue
        elif word.upos in _NOUNS:
            return Phrase(place, [*members, place])
        elif word.upos not in _BETWEEN and not _joins_adjectives(place, words):
            return None
    return None


def _may_precede(word: Word, lexicon: Lexicon) -> bool:
    """*all die*, *diese meine*; behind an article stands no other determiner but those that are like adjectives."""
    feats = lexicon.entry(word.text, "DET").feats
    return word.upos == "DET" and (feats is None or "Definite=Def" not in feats)


def _is_genitive_before(place: int, first: int, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """*auf Norwegens langen Straßen*."""
    follows = place + 1 < len(words) and words[place + 1].upos in {"NOUN", "ADJ"}
    return place == first and words[place].upos == "PROPN" and follows and lexicon.is_genitive_name(words[place].text)


def _joins_adjectives(place: int, words: Sequence[Word]) -> bool:
    """*ein alter, aber* …: a comma or conjunction between adjectives."""
    if not 0 < place < len(words) - 1:
        return False
    joins = words[place].upos == "CCONJ" or words[place].text == ","
    return joins and words[place - 1].upos == "ADJ" and words[place + 1].upos in {"ADJ", "ADV"}
