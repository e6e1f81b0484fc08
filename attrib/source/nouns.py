"""What the nouns of a mention say of a party: its kind, whether anybody could ask it, its country."""

from collections.abc import Sequence
from functools import cache

from attrib.analysis import Sentence, Word
from attrib.language import Language, PersonNoun
from attrib.nationality import country_of_adjective, country_of_name, country_of_prefix
from attrib.records import SourceKind


@cache
def _persons(language: Language) -> dict[str, PersonNoun]:
    return {entry.lemma.lower(): entry for entry in language.person_nouns}


@cache
def _institutions(language: Language) -> dict[str, SourceKind]:
    return {entry.lemma.lower(): entry.kind for entry in language.institution_nouns}


def person_kind(language: Language, words: Sequence[Word]) -> SourceKind | None:
    """The kind of the first noun for a person among the words: *Sprecher* → official."""
    for word in words:
        entry = person_noun(language, word)
        if entry is not None:
            return entry[0]
    return None


def person_noun(language: Language, word: Word) -> tuple[SourceKind, bool] | None:
    """Kind and anonymity of a noun for persons; compounds by their last part."""
    if word.upos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    entries = _persons(language)
    for form in (word.lemma.lower(), word.text.lower()):
        last = form.rsplit("-", 1)[-1]
        for cut in range(len(last) - 3):
            for ending in (last[cut:], last[cut:].removesuffix("n"), last[cut:].removesuffix("en")):
                if ending in entries and (cut == 0 or len(ending) >= 5):
                    return entries[ending].kind, entries[ending].unnamed
    return None


def institution_kind(language: Language, words: Sequence[Word]) -> SourceKind | None:
    """The kind of the first noun for an institution, compounds by their last part: *Innenministerium* → ministry."""
    entries = _institutions(language)
    for word in words:
        if word.upos in {"NOUN", "PROPN"}:
            for form in (word.lemma.lower(), word.text.lower()):
                for cut in range(len(form) - 3):
                    if form[cut:] in entries:
                        return entries[form[cut:]]
    return None


def entity_kind(sentence: Sentence, words: Sequence[Word]) -> SourceKind:
    """What the recogniser takes a new name for: a person, unless it says organisation or place."""
    kinds = {item.kind for item in sentence.entities if any(item.start <= word.start < item.end for word in words)}
    return "person" if "PER" in kinds or not kinds else "other"


def country_in(words: Sequence[Word]) -> str | None:
    """The country that an adjective, a name or a prefix in the phrase points to; the first one."""
    for word in words:
        if word.upos == "ADJ":
            country = country_of_adjective(word.text)
        elif word.upos in {"PROPN", "NOUN"}:
            prefixed = country_of_prefix(word.text)
            country = prefixed[0] if prefixed else country_of_name(word.text)
        else:
            country = None
        if country is not None:
            return country
    return None
