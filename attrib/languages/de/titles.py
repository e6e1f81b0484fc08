"""Titles of several words before a name as one: *Univ.-Prof. Dr. med. Gerda Hollmann*, *Hptm. a. D. Lutz Ott*.

What is abbreviated between a title and a name belongs to the title, whatever the parser makes of it.
"""

from dataclasses import replace

from attrib.languages.de.compounds import JOINTS, is_joint
from attrib.languages.de.name_shape import is_given, is_office
from attrib.languages.de.names import is_title_abbreviation
from attrib.languages.de.one_name import topmost
from attrib.text.analysis import Sentence, Word

_UNKNOWN = frozenset({"PROPN", "X", "PUNCT"})
"""What the tagger makes of abbreviations that it does not know: *Minister a. D.*, not *der Minister z. B. warnte*."""
_INITIAL = 2
"""Characters, with the full stop."""
_BRACKETS = frozenset({"(", ")"})
_SIGNS = _BRACKETS | JOINTS


def with_titles(sentence: Sentence) -> Sentence:
    """The sentence with each such run `flat` below its first title; what is added to a title is no word of a name."""
    if not any(map(_may_be_added, sentence.words)):
        return sentence
    number = 1
    while number < len(sentence.words):
        last = _last_of_titles(sentence, number)
        if last:
            sentence = _as_one_title(sentence, number, last)
        number = max(number, last) + 1
    return sentence


def _last_of_titles(sentence: Sentence, first: int) -> int:
    """The number of the last word before the name, or before what follows; 0 if there is no such run."""
    if not _is_title(sentence.word(first)):
        return 0
    place = first + 1
    while _is_title(sentence.word(place)) or _is_added(sentence, place):
        place += 1
    added = [sentence.word(number) for number in range(first + 1, place) if _is_added(sentence, number)]
    named = is_given(sentence.word(place))
    return place - 1 if added and (named or all(word.upos in _UNKNOWN for word in added)) else 0


def _may_be_added(word: Word) -> bool:
    """By its text alone: what `_is_added` finds is such a word, or stands between brackets."""
    return word.text in _SIGNS or (word.text.endswith(".") and word.text[:1].isalpha())


def _is_title(word: Word) -> bool:
    return is_title_abbreviation(word) or is_office(word)


def _is_added(sentence: Sentence, number: int) -> bool:
    """*med.*, *a.* *D.*, *(FH)*, and the hyphen of *Univ.-Prof.*"""
    word = sentence.word(number)
    # *Landrat H. J. Pohl*: an initial belongs to the name, unless it is the second half of *a. D.*, *i. R.*
    initial = len(word.text) == _INITIAL and word.text[0].isupper() and not sentence.before(word).text[:1].islower()
    abbreviated = word.text.endswith(".") and word.text[:1].isalpha() and not _is_title(word) and not initial
    marked = word.text in _BRACKETS or {sentence.before(word).text, sentence.behind(word).text} == _BRACKETS
    return abbreviated or marked or is_joint(sentence, number)


def _as_one_title(sentence: Sentence, first: int, last: int) -> Sentence:
    """The first title takes the place of the run in the tree; the name behind it is its apposition."""
    name = last + 1 if is_given(sentence.word(last + 1)) else last
    head = topmost(sentence, first, name)
    return replace(sentence, words=tuple(_joined(sentence, word, head, first, name) for word in sentence.words))


def _joined(sentence: Sentence, word: Word, head: Word, first: int, name: int) -> Word:
    if word.number == first:
        return replace(word, head=head.head, deprel=head.deprel)
    if word.number == name and is_given(word):
        return replace(word, head=first, deprel="appos")
    if first < word.number <= name:
        known = _is_title(word)
        return replace(word, head=first, deprel="flat", upos=word.upos if known else "X", feats=word.feats * known)
    below = first <= word.head <= name
    if not below:
        return word
    return replace(word, head=name if _is_of_name(word, name) else first)


def _is_of_name(word: Word, name: int) -> bool:
    """The rest of the name."""
    return word.number > name and word.relation in {"flat", "nmod"} and word.text[:1].isupper()
