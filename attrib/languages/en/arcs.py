"""Arcs of verbs of saying set right where word order leaves no doubt: *X said | that p* · *X said | p*.

A small parser errs most at the beginning of a clause without a word to open it.
"""

from collections.abc import Sequence
from dataclasses import replace

from attrib.languages.en.lists import ENGLISH, WORDS
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import first

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_CONTENT = frozenset({"ccomp", "xcomp", "csubj"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_BEFORE_VERB = frozenset({"ADV", "AUX", "PART"})
_IN_GROUP = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_OPEN = frozenset({"SCONJ", "CCONJ"})
_REACH = 12
"""How many words behind the verb the finite verb of what is said may stand."""
_FARTHEST_HEAD = 5
_DEEPEST = 60


def with_content(sentence: Sentence) -> Sentence:
    """The sentence with subject and content joined to each finite verb of saying that the tree leaves without."""
    for number in [word.number for word in sentence.words if _says(word)]:
        sentence = _with_subject(sentence, sentence.word(number))
        sentence = _with_clause(sentence, sentence.word(number))
    return sentence


def _says(word: Word) -> bool:
    entries = ENGLISH.lexicon.verbs.reporting.get(word.lemma.lower(), ())
    return word.upos == "VERB" and word.is_finite and any("clause" in entry.forms for entry in entries)


def _with_subject(sentence: Sentence, verb: Word) -> Sentence:
    """*The mayor | said*: the noun right before the verb, adverbs aside."""
    if any(child.relation in _SUBJECTS for child in sentence.children(verb)):
        return sentence
    before = sentence.before(verb)
    while before.upos in _BEFORE_VERB:
        before = sentence.before(before)
    if before.upos not in _NOMINAL or before.has("Case=Acc") or before.is_relative:
        return sentence
    head = before
    while (above := sentence.word(head.head)) and above.upos in _NOMINAL and above.number < verb.number:
        if not all(word.upos in _IN_GROUP for word in sentence.words[above.number : before.number]):
            break
        head = above
    governed = any(child.relation == "case" for child in sentence.children(head))
    return sentence if governed else _joined(sentence, head, verb, "nsubj")


def _with_clause(sentence: Sentence, verb: Word) -> Sentence:
    """*said | that the dam broke*, *said | the dam broke*: the next finite verb, with no mark between."""
    behind = sentence.words[verb.number : verb.number + _REACH]
    if any(child.relation in _CONTENT and child.number > verb.number for child in sentence.children(verb)):
        return sentence
    for place, word in enumerate(behind):
        if word.upos == "PUNCT" or word.is_relative or word.upos == "CCONJ":
            return sentence
        if word.upos == "SCONJ" and word.form not in WORDS.noun_complementizers:
            return sentence
        if word.is_finite:
            return (
                _joined(sentence, _lexical(sentence, word), verb, "ccomp") if _has_opening(behind[:place]) else sentence
            )
    return sentence


def _has_opening(words: Sequence[Word]) -> bool:
    """Whether what stands between the verb and a finite one can be *that* or a subject."""
    opener = first(words, lambda word: word.form in WORDS.noun_complementizers)
    return bool(opener) or any(word.upos in _NOMINAL and not word.has("Case=Acc") for word in words)


def _lexical(sentence: Sentence, finite: Word) -> Word:
    """*was | closed*: what an auxiliary belongs to."""
    head = sentence.word(finite.head)
    near = 0 < head.number - finite.number <= _FARTHEST_HEAD
    return head if finite.upos == "AUX" and near else finite


def _joined(sentence: Sentence, word: Word, verb: Word, deprel: str) -> Sentence:
    """The sentence with a word joined to the verb; if the verb stands below the word, it takes the word's place."""
    if word is verb or word is NO_WORD or (word.head == verb.number and word.deprel == deprel):
        return sentence
    words = list(sentence.words)
    if _is_below(sentence, verb, word):
        words[verb.number - 1] = replace(verb, head=word.head, deprel=word.deprel)
    words[word.number - 1] = replace(word, head=verb.number, deprel=deprel)
    return replace(sentence, words=tuple(words))


def _is_below(sentence: Sentence, word: Word, above: Word) -> bool:
    for _ in range(_DEEPEST):
        word = sentence.word(word.head)
        if not word:
            return False
        if word.number == above.number:
            return True
    return True
