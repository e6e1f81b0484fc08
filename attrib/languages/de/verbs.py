"""German verb groups: which finite form belongs to a participle or infinitive, and which of them are passive."""

from collections.abc import Sequence

from attrib.languages.de.lists import WORDS
from attrib.text.analysis import Sentence, Word

VERB_SECOND = True
"""*Gestern sagte sie …* · *„A“, sagte sie*"""
HEAD_LAST = False
"""*Polizeisprecher*: what tells a noun from others is written in one word with it, or stands behind it."""
_REACH = 3
"""How many words behind a verb its auxiliary may stand."""


def finite_verb(sentence: Sentence, verb: Word) -> Word | None:
    """The finite form of the verb's group: itself, the auxiliary behind it (*gesagt hat*), else the one before it."""
    if verb.is_finite:
        return verb
    return _auxiliary_behind(sentence, verb) or _auxiliary_before(sentence, verb)


def _auxiliary_behind(sentence: Sentence, verb: Word) -> Word | None:
    for word in sentence.words[verb.number : verb.number + _REACH]:
        if word.upos == "AUX" and word.is_finite:
            return word
        if word.upos not in {"AUX", "VERB"}:
            break
    return None


def _auxiliary_before(sentence: Sentence, verb: Word) -> Word | None:
    open_commas = 0
    for word in reversed(sentence.words[: verb.number - 1]):
        open_commas += word.text == ","
        if word.is_finite and word.upos == "AUX" and (open_commas % 2 == 0 or word.head == verb.number):
            return word
        if word.text in {":", ";"}:
            break
    return None


def is_passive(sentence: Sentence, verb: Word) -> bool:
    """*wird berichtet, ist berichtet worden, ist bestätigt*: a participle with *werden*, or *sein* for a state."""
    finite = None if verb.is_finite else finite_verb(sentence, verb)
    if finite is None:
        return False
    auxiliary = finite.lemma in WORDS.passive_auxiliaries
    if verb.has("VerbForm=Inf") and not verb.has("VerbForm=Part"):
        # *wurden angewiesen*: some participles look like infinitives, but none follows *wurde*.
        return auxiliary and finite.has("Tense=Past")
    behind = sentence.words[verb.number : verb.number + 2]
    return _has_worden(behind) or (auxiliary and not _is_infinitive(sentence.behind(verb)))


def _has_worden(words: Sequence[Word]) -> bool:
    return any(word.form == "worden" for word in words)


def _is_infinitive(word: Word) -> bool:
    return word.has("VerbForm=Inf") and word.upos == "VERB"
