"""Capitals at the beginning of a sentence and within it, and endings."""

from collections.abc import Sequence

from attrib.evaluation.invariance.passage import Passage
from attrib.evaluation.invariance.vocabulary import Swap
from attrib.text.analysis import Word


def within_sentence(passage: Passage, word: Word) -> str:
    """A word that opens a sentence as it stands within one: names keep their capital, and nouns where a language has
    them in capitals, but *von* is small."""
    is_particle = word.form in passage.language.words.family_name_particles
    keeping = {"NOUN", "PROPN"} if passage.language.grammar.NOUNS_IN_CAPITALS else {"PROPN"}
    return word.text if word.upos in keeping and not is_particle else word.text[:1].lower() + word.text[1:]


def capital(words: str) -> str:
    """The words as they open a sentence."""
    return words[:1].upper() + words[1:]


def swapped_ending(form: str, swaps: Sequence[Swap]) -> str:
    """The form with another ending."""
    return next((form.removesuffix(swap.old) + swap.new for swap in swaps if form.endswith(swap.old)), form)
