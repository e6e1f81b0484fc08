"""Questions about a run of words, asked everywhere: which form, which tag, the first, the last, any."""

from collections.abc import Callable, Collection, Iterable, Sequence

from attrib.records import Placed, Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause

NOUNS = frozenset({"NOUN", "PROPN"})
NAMES = frozenset({"PROPN", "X"})
VERBS = frozenset({"VERB", "AUX"})
SPEAKERS = frozenset({"NOUN", "PROPN", "PRON"})
"""Tags of what can be a subject that says something."""


def any_form(words: Iterable[Word], forms: Collection[str]) -> bool:
    """Whether one of the words has one of the forms."""
    return any(word.form in forms for word in words)


def any_lemma(words: Iterable[Word], lemmas: Collection[str]) -> bool:
    """Whether one of the words has one of the lemmas."""
    return any(word.lemma in lemmas for word in words)


def any_tag(words: Iterable[Word], tags: Collection[str]) -> bool:
    """Whether one of the words has one of the tags."""
    return any(word.upos in tags for word in words)


def all_tags(words: Iterable[Word], tags: Collection[str]) -> bool:
    """Whether every word has one of the tags."""
    return all(word.upos in tags for word in words)


def any_finite(words: Iterable[Word]) -> bool:
    """Whether a finite verb is among the words."""
    return any(word.is_finite for word in words)


def any_subjunctive(words: Iterable[Word]) -> bool:
    """Whether a verb in the subjunctive is among the words."""
    return any(word.is_subjunctive for word in words)


def ends_in(word: Word, lemmas: Collection[str]) -> bool:
    """Whether a word's lemma, or the last part of a compound, is one of the lower-cased lemmas."""
    return word.lemma.lower().endswith(tuple(lemmas))


def first(words: Iterable[Word], test: Callable[[Word], bool]) -> Word:
    """The first word that passes a test; NO_WORD if none does."""
    return next(filter(test, words), NO_WORD)


def first_form(words: Iterable[Word], forms: Collection[str]) -> Word:
    """The first word with one of the forms; NO_WORD if there is none."""
    return next((word for word in words if word.form in forms), NO_WORD)


def first_tag(words: Iterable[Word], tags: Collection[str]) -> Word:
    """The first word with one of the tags; NO_WORD if there is none."""
    return next((word for word in words if word.upos in tags), NO_WORD)


def last_tag(words: Sequence[Word], tags: Collection[str]) -> Word:
    """The last word with one of the tags; NO_WORD if there is none."""
    return first_tag(reversed(words), tags)


def tagged(words: Iterable[Word], tags: Collection[str]) -> list[Word]:
    """The words with one of the tags."""
    return [word for word in words if word.upos in tags]


def formed(words: Iterable[Word], forms: Collection[str]) -> list[Word]:
    """The words with one of the forms."""
    return [word for word in words if word.form in forms]


def content(words: Iterable[Word]) -> list[Word]:
    """The words without punctuation."""
    return [word for word in words if word.upos != "PUNCT"]


def forms_of(words: Iterable[Word]) -> set[str]:
    """The forms of the words."""
    return {word.form for word in words}


def numbers_of(words: Iterable[Word]) -> set[int]:
    """The numbers of the words in their sentence."""
    return {word.number for word in words}


def all_forms(words: Iterable[Word], forms: Collection[str]) -> bool:
    """Whether every word has one of the forms."""
    return all(word.form in forms for word in words)


def all_kinds(clauses: Iterable[Clause], kinds: Collection[str]) -> bool:
    """Whether every clause is of one of the kinds."""
    return all(clause.kind in kinds for clause in clauses)


def any_clause_finite(clauses: Iterable[Clause]) -> bool:
    """Whether a clause has a finite verb."""
    return any(clause.finite for clause in clauses)


def any_overlaps(spans: Iterable[Span], place: Placed) -> bool:
    """Whether one of the stretches shares a character with a place."""
    return any(span.overlaps(place) for span in spans)
