"""Nouns for what was said at the beginning of a sentence, which the tree takes for its verb: *Claims on social media |
that the gates had been opened | were false*.
"""

from dataclasses import replace

from attrib.languages.en.forms import noun_stems
from attrib.languages.en.lists import ENGLISH
from attrib.languages.en.lost_verbs import is_tree
from attrib.quotation.reporting_noun import noun_entry
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import first

_FIRST = 4
"""Among how many words of a sentence the noun is looked for."""
_BETWEEN = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "VERB", "NUM", "ADV"})
_BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})
_REACH = 10
"""How many words behind the noun its clause begins at most."""


def with_opening_noun(sentence: Sentence) -> Sentence:
    """The sentence with the noun as the subject of the finite verb behind its clause."""
    noun = first(sentence.words[:_FIRST], lambda word: _may_be_noun(sentence, word))
    opener = first(sentence.words[noun.number : noun.number + _REACH], lambda word: word.form == "that")
    between = sentence.words[noun.number : opener.number - 1]
    if not noun or not opener or any(word.upos not in _BETWEEN or word.is_finite for word in between):
        return sentence
    inner, outer = _verbs(sentence, opener)
    right = noun.relation == "nsubj" and noun.head == outer.number and inner.head == noun.number
    ends = bool(outer) and sentence.subtree(inner)[-1].number < outer.number
    settled = right and ends and noun.upos == "NOUN" and inner.relation == "acl"
    return sentence if settled or not outer else _joined(sentence, noun, opener, inner, outer)


def _may_be_noun(sentence: Sentence, word: Word) -> bool:
    """*Claims*, *But rumours*, *A claim*: a noun of saying behind nothing but an article, whatever the tree makes of
    it."""
    before = sentence.words[: word.number - 1]
    opens = all(item.upos in {"CCONJ", "PUNCT", "ADV", "DET", "ADJ", "NUM"} for item in before)
    plural = word.form.endswith("s") and word.upos in {"VERB", "NOUN", "PROPN"} and word.relation != "compound"
    singular = word.upos == "NOUN" and bool(before) and before[-1].upos in {"DET", "ADJ"}
    return opens and (plural or singular) and bool(_lemma(word))


def _lemma(word: Word) -> str:
    """The singular, if it is a noun that a clause may follow."""
    for stem in dict.fromkeys((*noun_stems(word.form)[1:], word.form)):
        entry = noun_entry(replace(word, upos="NOUN", lemma=stem, text=word.form), ENGLISH)
        if entry is not None and entry.clause:
            return stem
    return ""


def _verbs(sentence: Sentence, opener: Word) -> tuple[Word, Word]:
    """The words that stand for the first and the last of the clauses behind *that*, up to a comma; NO_WORD for the last
    if there is but one."""
    heads: list[Word] = []
    group = False
    for word in sentence.words[opener.number :]:
        if word.text == ",":
            break
        opens = not group and _is_finite(sentence, word)
        if opens:
            heads.append(_lexical(sentence, word))
        group = word.upos in _BEFORE_VERB and (opens or group)
    return (heads[0], heads[-1]) if len(heads) > 1 and heads[0] is not heads[-1] else (NO_WORD, NO_WORD)


def _is_finite(sentence: Sentence, word: Word) -> bool:
    """A finite form, and an auxiliary with nothing before it to make it none: *that p | have been denied*."""
    alone = word.upos == "AUX" and sentence.before(word).upos not in {"AUX", "PART"}
    return word.is_finite or alone


def _lexical(sentence: Sentence, finite: Word) -> Word:
    """*were | false*, *have not been | substantiated*: what an auxiliary belongs to."""
    word = finite
    while word.upos in _BEFORE_VERB:
        behind = sentence.behind(word)
        while behind.upos == "PUNCT" and behind.text != ",":
            behind = sentence.behind(behind)  # *is “completely | untrue”*
        if behind.upos not in {*_BEFORE_VERB, "ADJ", "VERB", "NOUN"}:
            break
        word = behind
    return word


def _joined(sentence: Sentence, noun: Word, opener: Word, inner: Word, outer: Word) -> Sentence:
    said = _verb_behind(sentence, outer)
    words = list(sentence.words)
    for word in sentence.words[noun.number :]:
        inside = opener.number <= word.number <= outer.number
        if inside and word.head == noun.number and word is not inner and word is not outer:
            words[word.number - 1] = replace(word, head=inner.number if word.number < inner.number else outer.number)
    for child in sentence.children(noun):
        if child.relation == "obl":
            words[child.number - 1] = replace(child, deprel="nmod")
    for child in sentence.words[inner.number :]:
        right_behind = child.number == inner.number + 1 and child.upos in {"ADV", "ADP"}  # *were shot | down*
        own = child.relation in {"aux", "cop", "advmod"} and child.number < outer.number and not right_behind
        beyond = child.number > outer.number and opener.number < child.head < outer.number
        if beyond or (own and child.head == inner.number):
            words[child.number - 1] = replace(child, head=outer.number)
    feats = "Number=Plur" if noun.upos == "VERB" else noun.feats
    words[noun.number - 1] = replace(
        noun, upos="NOUN", lemma=_lemma(noun), feats=feats, head=outer.number, deprel="nsubj"
    )
    words[opener.number - 1] = replace(opener, upos="SCONJ", feats="", head=inner.number, deprel="mark")
    words[inner.number - 1] = replace(inner, head=noun.number, deprel="acl")
    above = (said.number, "ccomp") if said else (0, "root")
    words[outer.number - 1] = replace(outer, head=above[0], deprel=above[1])
    if not said:
        root = sentence.root
        if root is not None and root is not noun and root is not outer:
            words[root.number - 1] = replace(words[root.number - 1], head=outer.number, deprel="parataxis")
    found = replace(sentence, words=tuple(words))
    return found if is_tree(found) else sentence


def _verb_behind(sentence: Sentence, outer: Word) -> Word:
    """*…, | the Civil Guard | said*: the root, if it stands behind a comma."""
    root = sentence.root or NO_WORD
    comma = first(sentence.words[outer.number :], lambda word: word.text == ",")
    return root if comma and root.number > comma.number else NO_WORD
