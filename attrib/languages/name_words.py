"""Family names that the tagger takes for common nouns, found by where a document puts them.

*Bundeskanzlerin Merkel*: a noun right behind an office, without an article of its own, is a name; and what is a name
once in a document is one wherever it stands alone (*entgegnete Merkel*).
"""

from collections.abc import Iterator
from functools import cache

from attrib.languages.language import Language
from attrib.text.analysis import Analysis, Sentence, Word

_SHORTEST = 3
_LONGEST_ABBREVIATION = 6


def name_words(analysis: Analysis, *, language: Language) -> frozenset[str]:
    """The words of a document that are names although a noun's tag stands on one of them."""
    nouns = {word.text for word in analysis.words if word.upos == "NOUN"}
    proper = {
        word.text
        for word in analysis.words
        if word.upos == "PROPN" and word.text in nouns and may_be_name(word, language)
    }
    behind = {word.text for sentence in analysis.sentences for word in _behind_offices(sentence, language)}
    return frozenset(proper | behind)


def misread_names(sentence: Sentence, names: frozenset[str]) -> Iterator[Word]:
    """The nouns of a sentence that are such names and have no article or adjective of their own, and abbreviations."""
    for word in sentence.words:
        if word.upos != "NOUN":
            continue
        before = sentence.words[word.number - 2] if word.number > 1 else None
        bare = before is None or before.upos not in {"DET", "ADJ", "NUM"}
        short = word.text.isupper() and _SHORTEST <= len(word.text) <= _LONGEST_ABBREVIATION
        if (word.text in names and bare) or short:
            yield word


def _behind_offices(sentence: Sentence, language: Language) -> Iterator[Word]:
    for word, following in zip(sentence.words, sentence.words[1:], strict=False):
        if word.upos == "NOUN" and following.upos == "NOUN" and _is_office(word, language):
            joined = following.relation in {"flat", "appos", "nsubj", "nmod", "obj"} and not following.has("Case=Gen")
            if joined and not following.has("Number=Plur") and may_be_name(following, language):
                yield following


def _is_office(word: Word, language: Language) -> bool:
    """*Bundeskanzlerin, Verteidigungsminister*: one person, by an office or profession."""
    form = word.lemma.lower()
    return not word.has("Number=Plur") and any(form[cut:] in _offices(language) for cut in range(max(1, len(form) - 4)))


@cache
def _offices(language: Language) -> frozenset[str]:
    return frozenset(entry.lemma.lower() for entry in language.person_nouns if len(entry.lemma) >= 4)


@cache
def _common(language: Language) -> frozenset[str]:
    lists = (language.person_nouns, language.institution_nouns, language.reporting_nouns)
    return frozenset(entry.lemma.lower() for entries in lists for entry in entries)


@cache
def _endings(language: Language) -> tuple[str, ...]:
    """The last parts of compounds that are no names: common nouns, days and times of day."""
    return (*(noun for noun in _common(language) if len(noun) >= 5), *language.words("time_endings"))


@cache
def _words_that_are_none(language: Language) -> frozenset[str]:
    return language.words("months") | language.words("adverbial_times") | _common(language)


def may_be_name(word: Word, language: Language) -> bool:
    """Whether a word with a capital letter can be a family name: no noun for parties or for what they say, no time."""
    form = word.text
    return (
        len(form) >= _SHORTEST
        and form[:1].isupper()
        and form[1:].islower()
        and form.lower() not in _words_that_are_none(language)
        and not form.lower().endswith(tuple(language.words("time_endings")))
        and not word.lemma.lower().endswith(_endings(language))
    )
