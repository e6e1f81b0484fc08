"""Parties whom the text describes and does not name: *ein Insider*, *eine Sprecherin der Polizei*."""

from collections.abc import Sequence
from dataclasses import replace

from attrib.source.discovery import institution_word, named, new_institution
from attrib.source.known import Party
from attrib.source.phrase import own_words
from attrib.source.pronoun import owner
from attrib.source.resolver import Question
from attrib.source.unnamed_row import unnamed_row
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import PersonNoun

_OF_OUTLETS = frozenset({"media", "news_agency"})
_OF_PLACES = frozenset({"ADP", "DET", "PROPN"})


def unnamed(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A party nobody can ask, as a row of its own; or the institution for which somebody without a name speaks."""
    if owner(question, sentence, words[0]) == ():
        return ()  # *sein Sprecher*, and several whose he may be
    own = own_words(words)
    for word in own:
        noun = question.nouns.person(word)
        if noun is not None and not _is_named(question, own, word):
            if noun.kind in _OF_OUTLETS and any(item.upos == "PROPN" for item in words):
                return None  # *ein Reporter des Senders Fjord*: what he says is the outlet's
            return (_described(question, sentence, words, word, noun),)
    return None


def _is_named(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """Whether a name stands behind the noun; in *der Bürgermeister von Altenau* that is none of his."""
    voice = noun.form.endswith(tuple(question.language.words.spokespersons))
    behind = [word for word in words if word.number > noun.number]
    if behind and behind[0].upos == "ADP" and not voice and all(word.upos in _OF_PLACES for word in behind):
        return False
    return any(_is_name(question, word) for word in behind)


def _is_name(question: Question, word: Word) -> bool:
    """A proper noun, but for a place: *Bürgermeister Lyons* is nobody's name."""
    return word.upos == "PROPN" and question.language.countries.of_place(word.text) is None


def _described(question: Question, sentence: Sentence, words: Sequence[Word], word: Word, noun: PersonNoun) -> Party:
    if noun.unnamed or word.has("Number=Plur"):
        return unnamed_row(question, words, noun.kind, "unnamed_party")
    voice = _institution_behind(question, sentence, words, word)
    # *ein Sprecher des Ministeriums* can be found by his office, *ein Diplomat* and *Sprecher* cannot.
    return voice or replace(unnamed_row(question, words, noun.kind, "unnamed_party"), disclosure="role")


def _institution_behind(question: Question, sentence: Sentence, words: Sequence[Word], noun: Word) -> Party | None:
    """*eine Sprecherin der Stadtwerke*: who is known by the office alone stands for the institution behind it."""
    behind = [word for word in words if word.number > noun.number]
    detail = " ".join(word.text for word in words)
    for referent in filter(None, (question.cast.institution_at(word.start) for word in behind)):
        return question.adopt(referent, "role", "role_of_institution", detail)
    head = institution_word(question, behind)
    name = next((word for word in behind if _is_name(question, word)), NO_WORD)
    if head is NO_WORD and name.text.isupper():
        party = named(question, sentence, behind, name)  # *ein Sprecher der RWE*
        return Party(party.source, "role", "role_of_institution", detail)
    if head is NO_WORD or head.has("Number=Plur"):
        return None
    party = new_institution(question, [word for word in behind if word.upos not in {"ADP", "PUNCT"}], head)
    return Party(party.source, "role", "role_of_institution", detail)
