"""Parties whom the text describes and does not name: *ein Insider*, *eine Sprecherin der Polizei*."""

from collections.abc import Sequence
from dataclasses import replace

from attrib.records import Source
from attrib.source.discovery import institution_word, named, new_institution
from attrib.source.known import Party
from attrib.source.phrase import own_words
from attrib.source.pronoun import owner
from attrib.source.resolver import Question
from attrib.source.said_by import first_institution, is_known
from attrib.source.unnamed_row import unnamed_row
from attrib.source.whose import disclosure_of
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import PersonNoun
from attrib.text.kebab import kebab

_OF_OUTLETS = frozenset({"media", "news_agency"})
_OF_PLACES = frozenset({"ADP", "DET", "PROPN"})


def unnamed(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A party nobody can ask, as a row of its own; or the institution for which somebody without a name speaks."""
    if words[0].form in question.language.words.indefinite_persons and len(words) == 1:
        return (unnamed_row(question, words, "person", "unnamed_party"),)  # *Einige*
    owning = owner(question, sentence, words[0])
    if owning == ():
        return ()  # *sein Sprecher*, and several whose he may be
    own = own_words(words)
    for word in own:
        noun = question.nouns.person(word)
        if noun is not None and not _is_of_institution(question, own, word) and not _is_named(question, own, word):
            if noun.kind in _OF_OUTLETS and any(item.upos == "PROPN" for item in words):
                return None  # *ein Reporter des Senders Fjord*: what he says is the outlet's
            party = _described(question, sentence, words, word, noun)
            # *seine Anwälte*: whose they are says who they are
            return (replace(party, disclosure="role") if owning and party.disclosure == "unnamed" else party,)
    return None


def _is_of_institution(question: Question, words: Sequence[Word], word: Word) -> bool:
    """*der Verein | homöopathischer Ärzte*: a noun that only says of whom the institution before it is."""
    before = [item for item in words if item.number < word.number and item.upos == "NOUN"]
    named = any(question.cast.institution_at(item.start) is not None for item in before)
    return named or (word.has("Case=Gen") and any(question.nouns.institution(item) is not None for item in before))


def _is_named(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """Whether a name stands behind the noun; in *der Bürgermeister von Altenau* that is none of his."""
    voice = noun.form.endswith(tuple(question.language.words.spokespersons))
    behind = [word for word in words if word.number > noun.number]
    place = bool(behind) and behind[0].upos == "ADP" and all(word.upos in _OF_PLACES for word in behind)
    if place and not voice and not any(_is_own_name(question, noun, word) for word in behind):
        return False
    return any(_is_name(question, word) for word in behind)


def _is_own_name(question: Question, noun: Word, word: Word) -> bool:
    """*Minister of Education | Anna Berger*."""
    return question.language.grammar.joins_name(question.text.sentence_at(noun.start).sentence, noun, word)


def _is_name(question: Question, word: Word) -> bool:
    """A proper noun, but for a place: *Bürgermeister Lyons* is nobody's name."""
    return word.upos == "PROPN" and question.language.countries.of_place(word.text) is None


def _described(question: Question, sentence: Sentence, words: Sequence[Word], word: Word, noun: PersonNoun) -> Party:
    if noun.group and word.has("Number=Plur") and words[0].form in question.language.words.definite_articles:
        return _group(question, word, noun)
    if not (word.is_plural or noun.unnamed):
        voice = (
            _institution_behind(question, sentence, words, word)
            or _institution_before(question, sentence, word)
            or _institution_in_words(question, words, word)
        )
        if voice is not None:
            return voice
    told = disclosure_of(question, words, word, noun)
    return replace(unnamed_row(question, words, noun.kind, "unnamed_party"), disclosure=told)


def _group(question: Question, word: Word, noun: PersonNoun) -> Party:
    """*die Grünen, die Taliban*: a party or movement whose members' plural is its name."""
    source = Source(id=kebab(noun.lemma), name=noun.lemma, kind=noun.kind, origin="discovered")
    return question.new(source, "named", "discovered", word.text)


def _institution_before(question: Question, sentence: Sentence, noun: Word) -> Party | None:
    """*ein Kremlsprecher, die Rathaus-Sprecherin*: the institution that the compound begins with, if the text or the
    registry knows it."""
    if not noun.form.endswith(tuple(question.language.words.spokespersons)):
        return None
    before = question.known
    first, hyphen, _ = noun.text.partition("-")
    name = replace(noun, text=first, lemma=first, upos="PROPN")
    found = question.parties(sentence, [name]) if hyphen else first_institution(question, sentence, noun)
    if len(found) == 1 and is_known(question, before, found[0].source):
        return Party(found[0].source, "role", "role_of_institution", noun.text)
    question.known = before
    return None


def _institution_in_words(question: Question, words: Sequence[Word], noun: Word) -> Party | None:
    """*a police spokesman*: the institution in words of its own before who speaks for it."""
    head_last = question.language.grammar.HEAD_LAST and noun.form.endswith(tuple(question.language.words.spokespersons))
    before = [word for word in words if word.number < noun.number and word.upos != "DET"] if head_last else []
    head = institution_word(question, before)
    if head is NO_WORD:
        return None
    party = new_institution(question, before, head)
    return Party(party.source, "role", "role_of_institution", " ".join(word.text for word in words))


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
