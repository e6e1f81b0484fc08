"""Spokespersons who are brought in without a word for whom they speak: *sagte eine Sprecherin*, *ein Behördensprecher*.

They stand for the institution that the text just spoke of: a reader asks for no other. A compound says what it is (*die
Behörde*, *das Ministerium*) and takes it up as that noun would.
"""

from collections.abc import Sequence
from dataclasses import replace

from attrib.source.description import taken_up
from attrib.source.known import Party
from attrib.source.phrase import own_words
from attrib.source.pronoun import owner
from attrib.source.resolver import Question
from attrib.source.said_by import first_part, is_known
from attrib.source.spoken_of import has_voice, last_spoken_of
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import NOUNS


def spokesperson(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """The institution for which somebody speaks whose words name none; None if the text spoke of none."""
    noun = _alone(question, words)
    if not noun:
        return None
    before = question.known
    if words[0].form in question.language.words.neuter_pronouns:
        return _of_owner(question, sentence, words[0], noun)
    of = _of_compound if _before_voice(question, noun) else last_spoken_of
    found = of(question, sentence, noun)
    if found is None:
        question.known = before
        return None
    return (Party(found.source, "role", "role_of_institution", f"{noun.text}: {_name(question, found)}"),)


def _of_owner(question: Question, sentence: Sentence, its: Word, noun: Word) -> tuple[Party, ...] | None:
    """*Its spokeswoman said p*: of the institution that *it* means."""
    before = question.known
    found = owner(question, sentence, its) or ()
    if len(found) == 1 and has_voice(question, found[0]):
        return (Party(found[0].source, "role", "role_of_institution", f"{noun.text}: {_name(question, found[0])}"),)
    question.known = before
    return None


def _name(question: Question, party: Party) -> str:
    return question.known.sources[party.source].name


def _alone(question: Question, words: Sequence[Word]) -> Word:
    """The noun for a spokesperson who is brought in, if no other noun or name stands beside it, nor whose it is."""
    words = _without_place(question, words)
    nouns = [word for word in words if word.upos in NOUNS or word.upos == "X"]
    noun = nouns[0] if len(nouns) == 1 else NO_WORD
    voice = noun.form.endswith(tuple(question.language.words.spokespersons)) and not noun.is_plural
    listed = question.language.words
    # *seine Sprecherin*; *der Regierungssprecher* was brought in before, perhaps by name
    owned = words[0].form in (listed.possessives - listed.neuter_pronouns) | listed.definite_articles
    countries = question.language.countries
    return noun if voice and not owned and countries.first_of(words) is None and "-" not in noun.text else NO_WORD


def _without_place(question: Question, words: Sequence[Word]) -> Sequence[Word]:
    """*eine Sprecherin | in Genf*: the phrase without where somebody speaks; *ein Sprecher der Bahn* says for whom."""
    own = own_words(words)
    behind = words[len(own) :]
    listed = question.language.words
    place = bool(behind) and behind[0].form in listed.place_prepositions - listed.voice_prepositions
    named = all(word.upos in {"ADP", "PROPN"} for word in behind)
    return own if place and named else words


def _before_voice(question: Question, noun: Word) -> str:
    """*kreis* in *Kreissprecher*: what a compound begins with; nothing where that tells no institution, as *Presse*."""
    words = question.language.words
    first = next((noun.form.removesuffix(voice) for voice in words.spokespersons if noun.form.endswith(voice)), "")
    return "" if first in words.media_stems else first


def _of_compound(question: Question, sentence: Sentence, noun: Word) -> Party | None:
    """*ein Behördensprecher*, *eine Kliniksprecherin*: whom *die Behörde*, *die Klinik* would take up."""
    entry = first_part(question, noun.form)
    if entry is not None and entry.kind == "military" and len(_armies(question, noun)) > 1:
        return None  # *ein Armeesprecher*: of which side, the nearest does not tell
    stems = question.language.grammar.noun_stems(_before_voice(question, noun))
    known = question.known
    opening = replace(noun, start=sentence.start, end=sentence.start)
    asked = ((place, stem) for place in (opening, noun) for stem in (stems if entry is None else (entry.lemma,)))
    for place, stem in asked:
        # *Die Klage des Amts sei haltlos, sagte eine Behördensprecherin*: who is spoken of in what is said comes last
        found = taken_up(question, sentence, place, stem) or ()
        party = found[0] if len(found) == 1 and found[0].rule != "only_country" else None
        if party is not None and is_known(question, known, party.source) and has_voice(question, party):
            return party
        question.known = known
    return None


def _armies(question: Question, noun: Word) -> set[str | None]:
    """The countries of the armies that the text spoke of before a place."""
    forces = tuple(question.language.words.regular_forces)
    named = (item for item in question.cast.before(noun.start) if not item.is_person)
    return {item.source.country for item in named if any(each.endswith(forces) for each in item.nouns)}
