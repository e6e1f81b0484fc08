"""What somebody says of what the sentence has just told: *p, | a claim the army denies* · *p, | a figure disputed by
doctors*.

English takes up a whole clause by a noun for what was said in apposition, whose relative clause mostly has no pronoun.
"""

from dataclasses import replace

from attrib.languages.en.lists import ENGLISH, WORDS
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.clause import Clause
from attrib.text.words import first

_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "PRON"})
_IN_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})
_BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})
_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_VERBS = frozenset(entry.lemma for entry in ENGLISH.stands if entry.pos == "verb" and not entry.words)
_JUDGING = WORDS.judging_verbs | WORDS.naming_verbs


def with_apposed(sentence: Sentence) -> Sentence:
    """The sentence with subject and verb of such a clause joined to its noun."""
    for noun in sentence.words:
        if is_apposed(sentence, noun):
            sentence = _with_clause_of(sentence, noun)
    return sentence


def is_apposed(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun for what was said stands right behind a comma, with its article and attributes."""
    said = noun.upos == "NOUN" and (noun.lemma in WORDS.claim_nouns or noun.form in WORDS.claim_nouns)
    if not said and noun.form not in WORDS.resuming_relatives:
        return False
    before = sentence.before(noun)
    while before.upos in _BEFORE_NOUN:
        before = sentence.before(before)
    return before.text in {",", "–", "—"} and before.number > 1 and not noun.is_relative


def _with_clause_of(sentence: Sentence, noun: Word) -> Sentence:
    """*a claim | that Russian officials rejected*, *a claim | Hamas denies*, *an assertion | disputed by engineers*."""
    opener = sentence.behind(noun)
    group: list[Word] = []
    word = sentence.behind(opener) if opener.form in WORDS.relative_pronouns else opener
    while word.upos in _IN_SUBJECT and not _is_verb(sentence, word):
        group.append(word)
        word = sentence.behind(word)
    while word.upos in _BEFORE_VERB:
        word = sentence.behind(word)
    if not group or not _is_verb(sentence, word):
        return sentence
    return _joined(sentence, noun, group, word)


def _is_verb(sentence: Sentence, word: Word) -> bool:
    """A verb by which a stand is taken; one in the present may have been taken for a noun in the plural."""
    if word.upos == "VERB":
        return word.lemma in _VERBS | _JUDGING
    closes = sentence.behind(word).upos in {"PUNCT", "ADP", "ADV", ""}
    return word.upos == "NOUN" and closes and bool(_lemma_of_present(word))


def _lemma_of_present(word: Word) -> str:
    stems = (word.form.removesuffix("s"), word.form.removesuffix("es"), word.form.removesuffix("ies") + "y")
    return next((stem for stem in stems if word.form.endswith("s") and stem in _VERBS), "")


def _joined(sentence: Sentence, noun: Word, group: list[Word], verb: Word) -> Sentence:
    words = list(sentence.words)
    inside = {word.number for word in group}
    heads = [word for word in group if word.head not in inside and word.upos in {"NOUN", "PROPN", "PRON"}]
    subject = first(heads, lambda word: word.deprel != "nmod:poss")
    if not subject:
        return sentence
    lemma = verb.lemma if verb.upos == "VERB" else _lemma_of_present(verb)
    feats = verb.feats if verb.upos == "VERB" else _PRESENT
    above = sentence.word(noun.head)
    apart = noun.head == 0 or above.number > noun.number
    root = first(sentence.words, lambda word: word.head == 0 and word.number < noun.number) if apart else above
    if not root:
        return sentence
    before = sentence.before(noun)
    while before.upos in _BEFORE_NOUN:
        words[before.number - 1] = replace(before, head=noun.number)
        before = sentence.before(before)
    words[noun.number - 1] = replace(noun, head=root.number, deprel="appos")
    words[subject.number - 1] = replace(subject, head=verb.number, deprel="nsubj")
    words[verb.number - 1] = replace(verb, upos="VERB", lemma=lemma, feats=feats, head=noun.number, deprel="acl:relcl")
    return replace(sentence, words=tuple(words))


def apposed_noun(sentence: Sentence, clause: Clause, before: Clause) -> Word:
    """The noun in the clause before, or in the same, to which the verb of a clause belongs; NO_WORD if it has none."""
    verbs = (word for word in clause.words if word.upos == "VERB" and word.relation == "acl")
    nouns = (sentence.word(verb.head) for verb in verbs)
    held = (noun for noun in nouns if noun in before.words or noun in clause.words)
    return next((noun for noun in held if is_apposed(sentence, noun)), NO_WORD)
