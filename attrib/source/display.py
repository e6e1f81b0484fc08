"""Mention → the words by which its party is shown: in the nominative, spaced as in the text."""

from collections.abc import Sequence

from attrib.text.analysis import Word
from attrib.text.marks import MARKS
from attrib.text.text import Text

_BEFORE = frozenset({"ADP", "PUNCT", "CCONJ", "ADV", "PART"})
_CLOSING = frozenset({",", ";", ":", "–"})
_HEADS = frozenset({"NOUN", "PROPN", "X"})


def display_name(text: Text, words: Sequence[Word], *, article: bool = True) -> str:
    """*von der Anwältin* → *Die Anwältin*; without its article it is a name: *Rotes Kreuz*."""
    kept = [*words]
    while len(kept) > 1 and kept[0].upos in _BEFORE:
        kept.pop(0)
    marked = words[0].text in MARKS and words[-1].text in MARKS
    while len(kept) > 1 and (kept[-1].text in _CLOSING or (marked and kept[-1].text in MARKS)):
        kept.pop()
    head = next((word for word in kept if word.upos in _HEADS), None)
    gender = None if head is None else text.language.lexicon.nouns.grammatical_gender(head)
    forms = text.language.grammar.phrase_in_nominative(kept, gender, article=article)
    shown = _spaced(text, kept[len(kept) - len(forms) :], forms)
    return shown[:1].upper() + shown[1:]


def _spaced(text: Text, words: Sequence[Word], forms: Sequence[str]) -> str:
    """The forms of some words, with a space where one stands between the words; *vom* in one again."""
    shown, end = "", words[0].start
    for word, form in zip(words, forms, strict=True):
        if word.start < end:
            continue  # the second half of a contraction
        written = text.document.text[word.start : word.end] if word.surface else form
        shown += (" " if word.start > end else "") + written
        end = word.end
    return shown
