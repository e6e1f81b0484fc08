"""Words that are one name, and the tree that says so: the first has the others below it, whatever the parser said.

So is what stands before a noun and is taken for one: *Ehem. Bundeskanzlerin*, *die Nordhessische Sparkasse*.
"""

from dataclasses import replace
from typing import Literal

from attrib.languages.de.lists import GERMAN
from attrib.text.analysis import Sentence, Word
from attrib.text.marks import MARKS

NameType = Literal["Sur", "Com"]
"""A family name, a company: as in Universal Dependencies."""
_INFLECTED = ("e", "en", "er", "es", "em")
_HISSING = ("s", "ß", "x", "z", "ce")
_APOSTROPHES = frozenset({"'", "’", "‘", "`"})
_NO_NAMES = MARKS | {"-", "‑"}


def as_one_name(sentence: Sentence, first: int, last: int) -> Sentence:
    """The sentence with the words numbered `first` to `last` as proper nouns, the others `flat` below the first."""
    head = topmost(sentence, first, last)
    return replace(sentence, words=tuple(_as_name(word, head, first, last) for word in sentence.words))


def of_type(sentence: Sentence, first: int, last: int, name_type: NameType) -> Sentence:
    """The sentence with words that are part of a name for sure, whatever else they mean: *Dr. Richter*."""
    inside = range(first, last + 1)
    feats = f"NameType={name_type}"
    return replace(
        sentence,
        words=tuple(replace(word, feats=feats) if word.number in inside else word for word in sentence.words),
    )


def topmost(sentence: Sentence, first: int, last: int) -> Word:
    """The word of a run that joins it to the rest of the sentence."""
    inside = sentence.words[first - 1 : last]
    return next((word for word in inside if not first <= word.head <= last), inside[0])


def _as_name(word: Word, head: Word, first: int, last: int) -> Word:
    inside = first <= word.number <= last
    proper = inside and word.upos != "NUM" and word.text not in _NO_NAMES
    if word.number == first:
        word = replace(word, head=head.head, deprel=head.deprel)
    elif inside:
        word = replace(word, head=first, deprel="flat")
    elif not inside and first < word.head <= last:
        word = replace(word, head=first)
    known = word.feats if word.number == first and word.upos == "PROPN" and not word.is_plural else ""
    return replace(word, upos="PROPN", feats=known, lemma=word.text) if proper else word


def with_attributes(sentence: Sentence) -> Sentence:
    """The sentence with abbreviations and capital adjectives before a noun for somebody as its attributes."""
    for word in sentence.words:
        for adjective in _before_name(sentence, word):
            sentence = _as_attribute(sentence, sentence.word(adjective.number), sentence.word(word.number))
        noun = sentence.behind(word)
        if noun.upos in {"NOUN", "PROPN"} and (_is_abbreviated(word, noun) or _is_of_institution(sentence, word, noun)):
            sentence = _as_attribute(sentence, word, noun)
    return sentence


def _before_name(sentence: Sentence, noun: Word) -> list[Word]:
    """*das | Deutsche Rote | Kreuz*: declined words in capitals between an article and a noun, two or more, that are no
    nouns for anybody: its adjectives, taken for names."""
    if noun.upos not in {"NOUN", "PROPN"}:
        return []
    found: list[Word] = []
    word = sentence.before(noun)
    while word.upos in {"PROPN", "ADJ"} and word.text.istitle() and word.form.endswith(_INFLECTED):
        found.insert(0, word)
        word = sentence.before(word)
    several = len(found) > 1 and word.upos == "DET"
    if not several or len({item.form[-1] for item in found}) > 1:
        return []
    named = any(GERMAN.given_names.is_listed(item.text) or GERMAN.lexicon.noun(item).is_party for item in found)
    return [] if named else [item for item in found if item.upos == "PROPN"]


def with_possessors(sentence: Sentence) -> Sentence:
    """*Hans' Anwalt Max Brandt*: the sentence with names before an apostrophe as attributes of the noun behind it."""
    for word in sentence.words:
        if word.upos != "PROPN" or not word.text.endswith(_HISSING):
            continue
        mark, noun = sentence.behind(word), sentence.behind(word, 2)
        if mark.text in _APOSTROPHES and mark.start == word.end and noun.upos == "NOUN" and noun.start > mark.end:
            sentence = _as_attribute(sentence, sentence.word(word.number), sentence.word(noun.number), owner=True)
    return sentence


def _is_abbreviated(word: Word, noun: Word) -> bool:
    """*Ehem. Bundeskanzlerin*, *stellv. Landrat*"""
    if GERMAN.lexicon.abbreviations.kind(word.text) != "word" or word.relation == "amod":
        return False
    listed = GERMAN.lexicon.noun(noun)
    return listed.person is not None or listed.institution is not None


def _is_of_institution(sentence: Sentence, word: Word, noun: Word) -> bool:
    """*die Nordhessische Sparkasse*: between an article and the noun, declined, and joined to it."""
    if word.upos != "NOUN" or sentence.before(word).upos != "DET" or not word.form.endswith(_INFLECTED):
        return False
    joined = noun.head == word.number or word.head == noun.number
    party = GERMAN.lexicon.noun(word).is_party
    return joined and not party and GERMAN.lexicon.noun(noun).institution is not None


def _as_attribute(sentence: Sentence, word: Word, noun: Word, *, owner: bool = False) -> Sentence:
    """The noun takes the place of the word in the tree, and what depends on it; the word is its adjective, or its
    owner."""
    above = noun.head == word.number or (owner and noun.relation == word.relation)
    words = []
    for item in sentence.words:
        if item is word:
            item = replace(item, head=noun.number, deprel="nmod" if owner else "amod")
            item = replace(item, feats="Case=Gen") if owner else replace(item, upos="ADJ")
        elif item is noun and above:
            item = replace(item, head=word.head, deprel=word.deprel)
        elif item.head == word.number:
            item = replace(item, head=noun.number)
        words.append(item)
    return replace(sentence, words=tuple(words))
