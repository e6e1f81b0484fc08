"""Contractions taken apart: *Putin's*, *didn't* are two words each with a place of its own.

The parser gives both words the place of the whole. In English they stand one behind the other in it, letter for
letter; so what belongs to one of them can be cut out of the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from attrib.languages.en.apposed import with_apposed
from attrib.languages.en.arcs import with_content
from attrib.languages.en.loose_content import with_loose_content
from attrib.languages.en.opening_nouns import with_opening_noun
from attrib.languages.en.tags import with_tags
from attrib.languages.en.titles import with_titles
from attrib.languages.en.word_order import with_frames
from attrib.text.analysis import Analysis, Sentence, Word


def mended(analysis: Analysis) -> Analysis:
    """The analysis with a place of its own for each word of a contraction, and with tags and arcs set right."""
    return Analysis(tuple(_set_right(_with_whole_words(_mended(sentence))) for sentence in analysis.sentences))


def _with_whole_words(sentence: Sentence) -> Sentence:
    """*Bjerk | ås* is one word: nothing is cut between two letters because the second is no English one."""
    cut = {word.number for word in sentence.words if _goes_on(sentence.before(word), word)}
    if not cut:
        return sentence
    number_of: dict[int, int] = {0: 0}
    kept: list[Word] = []
    for word in sentence.words:
        if word.number in cut:
            first = kept[-1]
            kept[-1] = replace(first, text=first.text + word.text, lemma=first.text + word.text, end=word.end)
        else:
            kept.append(word)
        number_of[word.number] = len(kept)
    words = (replace(word, number=number_of[word.number], head=number_of[word.head]) for word in kept)
    whole = tuple(replace(word, head=0) if word.head == word.number else word for word in words)
    return replace(sentence, words=whole)


def _goes_on(before: Word, word: Word) -> bool:
    touches = before.end == word.start and before.text.isalpha() and word.text.isalpha() and not word.surface
    return bool(before) and touches and word.text[0].islower() and not word.text[0].isascii()


def _set_right(sentence: Sentence) -> Sentence:
    return with_content(
        with_loose_content(with_frames(with_apposed(with_opening_noun(with_tags(with_titles(sentence))))))
    )


def _mended(sentence: Sentence) -> Sentence:
    if not any(word.surface for word in sentence.words):
        return sentence
    return replace(sentence, words=tuple(_apart(sentence.words)))


def _apart(words: Sequence[Word]) -> Iterator[Word]:
    place = 0
    while place < len(words):
        group = words[place : place + max(1, words[place].surface)]
        yield from _placed(group) if len(group) > 1 else group
        place += len(group)


def _placed(group: Sequence[Word]) -> Iterator[Word]:
    """The words of a contraction, each in its place; as they are where their letters are not those of the whole."""
    start, end = group[0].start, group[0].end
    fits = sum(len(word.text) for word in group) == end - start
    for word in group:
        yield replace(word, start=start, end=start + len(word.text), surface=0) if fits else word
        start += len(word.text)
