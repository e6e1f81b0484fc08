"""What the nouns of a mention say of a party: its kind, whether anybody could ask it, its country."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from attrib.records import SourceKind
from attrib.text.analysis import Sentence, Word
from attrib.text.entries import InstitutionNoun, PersonNoun
from attrib.text.language import Language

Gender = Literal["m", "f"]
_REMEMBERED = 65_536
"""How many words' entries are kept: more than a run of articles has different nouns."""


_SHORTEST_TAIL = 5
"""How many letters the last part of a compound has at least to be a noun for persons."""


def person_kind(language: Language, words: Sequence[Word]) -> SourceKind | None:
    """The kind of the first noun for a person among the words: *Sprecher* → official."""
    for word in words:
        entry = person_noun(language, word)
        if entry is not None:
            return entry.kind
    return None


def person_noun(language: Language, word: Word) -> PersonNoun | None:
    """The entry of a noun for persons; compounds by their last part."""
    small = not word.text[:1].isupper()
    if small and (word.upos == "ADJ" or language.grammar.NOUNS_IN_CAPITALS):
        return None  # *das offizielle Moskau* against *Offizielle*
    return language.lexicon.noun(word).person if word.upos in {"NOUN", "PROPN", "ADJ"} else None


def institution_kind(language: Language, words: Sequence[Word]) -> SourceKind | None:
    """The kind of the first noun for an institution, compounds by their last part: *Innenministerium* → ministry."""
    found = (institution_noun(language, word) for word in words)
    return next((entry.kind for entry in found if entry is not None), None)


def institution_noun(language: Language, word: Word) -> InstitutionNoun | None:
    """The entry of a noun for institutions; compounds by their last part."""
    return None if word.upos not in {"NOUN", "PROPN"} else language.lexicon.noun(word).institution


@cache
def government(language: Language) -> str | None:
    """The noun for a country's government, as the registry lists it."""
    lemmas = (entry.lemma for entry in language.institution_nouns)
    return next((lemma for lemma in lemmas if lemma.lower() in language.words.governments), None)


def entity_kind(sentence: Sentence, words: Sequence[Word], *, language: Language) -> SourceKind:
    """What a new name is taken for: a person, unless the recogniser, the words or quotation marks say otherwise."""
    kinds = {item.kind for item in sentence.entities if any(item.start <= word.start < item.end for word in words)}
    organisation = any(word.form in language.words.institution_words or "." in word.text[1:-1] for word in words)
    is_person = "PER" in kinds or not (kinds or organisation or any(map(_is_quotation_mark, words[:2])))
    return "person" if is_person else "other"


def _is_quotation_mark(word: Word) -> bool:
    return word.upos == "PUNCT" and not word.text.isalnum() and word.text not in {",", "-"}


@cache
def _person_lemmas(language: Language) -> frozenset[str]:
    return frozenset(entry.lemma for entry in language.person_nouns)


def gender_of(language: Language, noun: Word, article: Word | None) -> Gender | None:
    """Masculine or feminine, by the noun's ending (*Sprecherin*), else by its article; None where both leave it open.

    The article decides better than the tagger's opinion of the noun: *der* before *-n* (*der 52-Jährigen*) is feminine.
    """
    grammar, form = language.grammar, noun.form
    if grammar.is_feminine(form) or form in language.words.feminine_persons:
        return "f"
    entry = person_noun(language, noun)
    # *die Bürgermeister* are several men, whatever the article would say of one person.
    if entry is not None and not grammar.is_of_either_gender(entry.lemma.lower()):
        return "m" if grammar.is_masculine(entry.lemma, _person_lemmas(language)) else None
    return _gender_of_article(language, article)


def _gender_of_article(language: Language, article: Word | None) -> Gender | None:
    form = "" if article is None else article.form
    if form in language.words.feminine_articles:
        return "f"
    return "m" if form in language.words.masculine_articles else None
