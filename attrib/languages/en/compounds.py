"""Words that a tokeniser cuts at their hyphens: *Kim Yong-hyun*, *52-year-old*, *US-led*; and *coast guard*."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from attrib.text.analysis import NO_WORD, Sentence, Word, word_at
from attrib.text.words import NOUNS

_HYPHENS = frozenset({"-", "‑"})
_GUARD = "coastguard"
_GUARDED = frozenset({"coast", "national", "border", "revolutionary", "republican", "presidential"})


def is_joint(sentence: Sentence, number: int) -> bool:
    """Whether word `number` is a hyphen with no white space around it."""
    before, word, behind = (sentence.word(place) for place in (number - 1, number, number + 1))
    return word.text in _HYPHENS and bool(before) and bool(behind) and _touch(before, word) and _touch(word, behind)


def _touch(word: Word, behind: Word) -> bool:
    return word.end == behind.start


def joined_compounds(words: Sequence[Word]) -> list[Word]:
    """The words with those that hyphens hold together in one piece: it is what its last part is, a name if the first
    is one. A *coast guard* is a force, and nobody who guards."""
    if any(word.text in _HYPHENS for word in words):
        words = [_joined(group) for group in _groups(words)]
    return list(_with_guards(words))


def _with_guards(words: Sequence[Word]) -> Iterator[Word]:
    for place, word in enumerate(words):
        before, behind = word_at(words, place - 1), word_at(words, place + 1)
        if word.form == "guard" and before.form in _GUARDED and word.upos in NOUNS:
            text = f"{before.text} {word.text}"
            yield replace(
                word,
                text=text,
                lemma=_GUARD,
                upos=before.upos if before.upos in NOUNS else word.upos,
                start=before.start,
            )
        elif not (word.form in _GUARDED and behind.form == "guard" and behind.upos in NOUNS):
            yield word


def _groups(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    place = 0
    while place < len(words):
        last = place
        while _goes_on(words, last):
            last += 2
        yield words[place : last + 1]
        place = last + 1


def _goes_on(words: Sequence[Word], place: int) -> bool:
    hyphen, behind = word_at(words, place + 1), word_at(words, place + 2)
    joined = hyphen.text in _HYPHENS and behind is not NO_WORD
    return joined and _touch(words[place], hyphen) and _touch(hyphen, behind)


def _joined(group: Sequence[Word]) -> Word:
    first, last = group[0], group[-1]
    if first is last:
        return first
    text = "".join(word.text for word in group)
    name = "PROPN" if first.upos == "PROPN" and last.text[:1].isupper() else last.upos
    tag = "PROPN" if first.upos == "PROPN" and last.upos == "PROPN" else name
    return replace(
        last, text=text, lemma="".join(word.text for word in group[:-1]) + last.lemma, upos=tag, start=first.start
    )
