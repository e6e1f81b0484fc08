"""Clauses with *wie* that say who says the rest: *p, wie Abdou Diallo, Direktor des Amtes, betont*.

Where an apposition parts the verb from its subject, a small parser takes a present that looks like a participle for
one, and joins the verb to the main clause. Word order knows: behind *wie* and a noun phrase the verb closes the clause.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrib.languages.de.changes import Changes
from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.one_name import topmost
from attrib.text.analysis import NO_WORD, Sentence, Word

_NOMINAL = frozenset({"NOUN", "PROPN"})
_IN_PHRASE = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "NUM", "X", "PUNCT"})
_ENDS = frozenset({".", "!", "?", ";", ":", "–", "("})
_LONGEST = 20
"""Words between *wie* and its verb."""
_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_JOINED_TO_MAIN = frozenset({"conj", "parataxis", "ccomp"})


def comparison_changes(sentence: Sentence) -> Changes:
    """The verb as finite and in a clause of its own, and its subject; nothing in *wie von der Polizei berichtet*."""
    found: Changes = {}
    for opener in sentence.words:
        if opener.form in WORDS.comparative and sentence.before(opener).text == ",":
            for verb, subject in _parted(sentence, opener):
                own = {"deprel": "advcl"} if verb.relation in _JOINED_TO_MAIN else {}
                found[verb.number] = own if verb.is_finite else {**own, "feats": _PRESENT}
                found[subject.number] = {"head": verb.number, "deprel": "nsubj"}
    return found


def _parted(sentence: Sentence, opener: Word) -> Iterator[tuple[Word, Word]]:
    """The verb of saying that closes a clause behind an apposition, and the head of the noun phrase before that."""
    behind = sentence.words[opener.number : opener.number + _LONGEST]
    phrase = list(takewhile(lambda word: word.upos in _IN_PHRASE and word.text not in _ENDS, behind))
    verb = sentence.word(opener.number + len(phrase) + 1)
    name = list(takewhile(lambda word: word.text != ",", phrase))
    closes = verb.upos == "VERB" and verb.lemma in GERMAN.saying_lemmas and sentence.behind(verb).upos in {"PUNCT", ""}
    head = _subject(sentence, name)
    if head and closes and phrase[-1].text == "," and len(name) < len(phrase) - 1 and verb.relation != "acl":
        yield verb, head


def _subject(sentence: Sentence, name: Sequence[Word]) -> Word:
    """The word that joins a noun phrase in the nominative to the sentence; NO_WORD for any other words."""
    if not name or name[0].upos not in {*_NOMINAL, "DET"} or name[-1].upos not in _NOMINAL:
        return NO_WORD
    if name[0].upos == "DET" and name[0].form not in WORDS.nominative_articles:
        return NO_WORD
    return topmost(sentence, name[0].number, name[-1].number)
