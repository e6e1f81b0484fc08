"""A place in a text that is cited: *Art. 5 des Gesetzes*, *Seite 12 des Berichts* are the law's and the report's."""

from collections.abc import Sequence
from itertools import pairwise

from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.source.unnamed_row import unnamed_row
from attrib.text.analysis import NO_WORD, Sentence, Word

_BEFORE = frozenset({"DET", "ADP", "ADJ"})


def reference(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """The document that the words behind a noun with its number name; else an unnamed one."""
    number = _number(question, words)
    if number is NO_WORD:
        return None
    behind = [word for word in words if word.number > number.number]
    if behind and behind[0].upos == "DET":
        found = question.parties(sentence, behind)
        if found and all(question.known.sources[party.source].kind == "document" for party in found):
            return found
    return (unnamed_row(question, words, "document", "unnamed_party"),)


def _number(question: Question, words: Sequence[Word]) -> Word:
    """The last number behind the noun that the words begin with: *Nr. 3* of *Abs. 2 Nr. 3*."""
    listed = question.language.words.reference_nouns
    abbreviations = question.language.lexicon.abbreviations
    number = NO_WORD
    for word, following in pairwise(word for word in words if word.upos not in _BEFORE or word.text[:1].isdigit()):
        is_reference = word.lemma.lower() in listed or abbreviations.kind(word.text) == "number"
        if is_reference and following.text[:1].isdigit():
            number = following
        elif number is not word:
            break
    return number
