"""Parties whom the text describes and does not name: *ein Insider*, *eine Sprecherin der Polizei*."""

from collections.abc import Sequence
from dataclasses import replace

from attrib.records import Source, Span
from attrib.source.anonymity import anonymity
from attrib.source.description import described, taken_up
from attrib.source.discovery import institution_word, named, new_institution
from attrib.source.kinds import OUTLETS
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
from attrib.text.words import ends_in, tagged

_OF_PLACES = frozenset({"ADP", "DET", "PROPN"})


def unnamed(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A party nobody can ask, as a row of its own; or the institution for which somebody without a name speaks."""
    if words[0].form in question.language.words.indefinite_persons and len(words) == 1:
        return (unnamed_row(question, words, "person", "unnamed_party"),)  # *Einige*
    one_of_several = _one_of_several(question, words)
    if one_of_several is not None:
        return (one_of_several,)
    owning = owner(question, sentence, words[0])
    voices = question.language.words.spokespersons
    if owning == () and any(ends_in(word, voices) for word in words) and not any(tagged(words, {"PROPN"})):
        return ()  # *sein Sprecher*, and several whose he may be
    own = own_words(words)
    for word in own:
        noun = question.nouns.person(word)
        if noun is not None and not _is_of_institution(question, own, word) and not _is_named(question, own, word):
            if noun.kind in OUTLETS and any(item.upos == "PROPN" for item in words):
                return None  # *ein Reporter des Senders Fjord*: what he says is the outlet's
            party = _described(question, sentence, words, word, noun)
            # *seine Anwälte*: whose they are says who they are
            owned = owning is not None and party.disclosure == "unnamed"
            return (replace(party, disclosure="role") if owned else party,)
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
    official = word.form in question.language.words.officials
    if not word.is_plural and (official or not noun.unnamed):
        voice = (
            _institution_in_words(question, sentence, words, word)
            if noun.unnamed
            else (
                _institution_behind(question, sentence, words, word)
                or _institution_before(question, sentence, word)
                or _institution_in_words(question, sentence, words, word)
            )
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


def _institution_in_words(question: Question, sentence: Sentence, words: Sequence[Word], noun: Word) -> Party | None:
    """*a police spokesman*, *a Volta spokeswoman*, *a ministry official*: the institution in words of its own before
    who speaks for it; of an official only one that the text has named."""
    listed = question.language.words
    voice = noun.form.endswith(tuple(listed.spokespersons))
    if not question.language.grammar.HEAD_LAST or not (voice or noun.form in listed.officials):
        return None
    if not voice and _is_anonymous(question, sentence, words):
        return None
    before = [word for word in words if word.number < noun.number and word.upos not in {"DET", "NUM"}]
    found = _of_kind(question, sentence, before)
    if found is None and voice:
        head = institution_word(question, before)
        found = _of_name(question, sentence, before) if head is NO_WORD else new_institution(question, before, head)
    if found is None:
        return None
    return Party(found.source, "role", "role_of_institution", " ".join(word.text for word in words))


def _is_anonymous(question: Question, sentence: Sentence, words: Sequence[Word]) -> bool:
    """*a ministry official who asked not to be named*: nobody who speaks for the ministry."""
    mention = Span(words[0].start, words[-1].end)
    return anonymity(question.text.views[sentence.number], mention) is not None


def _of_kind(question: Question, sentence: Sentence, words: Sequence[Word]) -> Party | None:
    """*a company | spokesman*: whom *the company* would take up, if that is somebody known."""
    known = question.known
    if len(words) != 1 or question.nouns.institution(words[0]) is None or words[0].text[:1].isupper():
        return None
    found = taken_up(question, sentence, words[0], words[0].lemma) or ()
    if len(found) == 1 and is_known(question, known, found[0].source):
        return found[0]
    question.known = known
    return None


def _of_name(question: Question, sentence: Sentence, words: Sequence[Word]) -> Party | None:
    """*a Volta | spokeswoman*: the firm that a bare name is, and no country's government."""
    names = [word for word in words if word.upos == "PROPN"]
    if not names or len(names) != len(words) or question.language.countries.first_of(words) is not None:
        return None
    known = question.known
    found = question.parties(sentence, names)
    if len(found) == 1 and not _is_persons(question, found[0]):
        return found[0]
    question.known = known
    return None


def _is_persons(question: Question, party: Party) -> bool:
    referent = question.cast.referents.get(party.source)
    return referent is not None and referent.is_person


def _institution_behind(question: Question, sentence: Sentence, words: Sequence[Word], noun: Word) -> Party | None:
    """*eine Sprecherin der Stadtwerke*: who is known by the office alone stands for the institution behind it."""
    behind = [word for word in words if word.number > noun.number]
    detail = " ".join(word.text for word in words)
    for referent in filter(None, (question.cast.institution_at(word.start) for word in behind)):
        return question.adopt(referent, "role", "role_of_institution", detail)
    taken_up = _taken_up(question, sentence, behind)
    if taken_up is not None:
        return Party(taken_up.source, "role", "role_of_institution", detail)
    head = institution_word(question, behind)
    name = next((word for word in behind if _is_name(question, word)), NO_WORD)
    if head is NO_WORD and name.text.isupper():
        party = named(question, sentence, behind, name)  # *ein Sprecher der RWE*
        return Party(party.source, "role", "role_of_institution", detail)
    if head is NO_WORD or head.has("Number=Plur"):
        return None
    definite = [word for word in behind if word.upos not in {"ADP", "PUNCT"}]
    bare = definite[0].form in question.language.words.definite_articles and definite[-1] is head
    if bare and question.language.grammar.HEAD_LAST:
        known, found = question.known, described(question, sentence, definite) or ()
        if len(found) == 1 and is_known(question, known, found[0].source):
            return Party(found[0].source, "role", "role_of_institution", detail)  # *a spokesman for the force*
        question.known = known
    party = new_institution(question, [word for word in behind if word.upos not in {"ADP", "PUNCT"}], head)
    return Party(party.source, "role", "role_of_institution", detail)


def _taken_up(question: Question, sentence: Sentence, behind: Sequence[Word]) -> Party | None:
    """*eine Sprecherin | der Behörde*: the institution that its kind alone takes up; None if the text named none."""
    bare = len(behind) == 2 and behind[0].form in question.language.words.definite_articles
    if not bare or question.nouns.institution(behind[1]) is None or behind[1].is_plural:
        return None
    before = question.known
    found = question.parties(sentence, behind)
    if len(found) == 1 and found[0].rule == "role_in_context" and is_known(question, before, found[0].source):
        return found[0]
    question.known = before
    return None


def _one_of_several(question: Question, words: Sequence[Word]) -> Party | None:
    """*einer | der beiden Beamten*, *eine der Anwohnerinnen*: one of some whom a noun describes."""
    first, article = words[0], words[1] if len(words) > 2 else NO_WORD
    one = first.form in question.language.words.indefinite_articles and article.upos == "DET"
    noun = next((word for word in words[2:] if word.upos == "NOUN"), NO_WORD) if one else NO_WORD
    entry = question.nouns.person(noun) if noun.is_plural else None
    return None if entry is None else unnamed_row(question, words, entry.kind, "unnamed_party")
