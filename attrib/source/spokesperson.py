"""Spokespersons who are brought in without a word for whom they speak: *sagte eine Sprecherin*, *ein Behördensprecher*.

They stand for the institution that the text just spoke of: a reader asks for no other. A compound says what it is (*die
Behörde*, *das Ministerium*) and takes it up as that noun would.
"""

from collections.abc import Sequence
from dataclasses import replace

from attrib.records import Source, SourceKind
from attrib.source.cast import Referent
from attrib.source.description import taken_up
from attrib.source.fitting import FAR
from attrib.source.known import Party
from attrib.source.phrase import own_words
from attrib.source.pronoun import owner
from attrib.source.resolver import Question
from attrib.source.said_by import first_part, is_known
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import NOUNS

_PEOPLE: frozenset[SourceKind] = frozenset({"person", "official", "expert", "witness", "head_of_state"})
_WITHOUT_VOICE: frozenset[SourceKind] = _PEOPLE | {"document", "hearsay", "publisher", "media", "news_agency"}
"""Kinds of parties for whom no spokesperson is brought in so: people, works, and who only passes on what is said."""


def spokesperson(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """The institution for which somebody speaks whose words name none; None if the text spoke of none."""
    noun = _alone(question, words)
    if not noun:
        return None
    before = question.known
    if words[0].form in question.language.words.neuter_pronouns:
        return _of_owner(question, sentence, words[0], noun)
    of = _of_compound if _before_voice(question, noun) else _last_spoken_of
    found = of(question, sentence, noun)
    if found is None:
        question.known = before
        return None
    return (Party(found.source, "role", "role_of_institution", f"{noun.text}: {_name(question, found)}"),)


def _of_owner(question: Question, sentence: Sentence, its: Word, noun: Word) -> tuple[Party, ...] | None:
    """*Its spokeswoman said p*: of the institution that *it* means."""
    before = question.known
    found = owner(question, sentence, its) or ()
    if len(found) == 1 and _has_voice(question, found[0]):
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
        if party is not None and is_known(question, known, party.source) and _has_voice(question, party):
            return party
        question.known = known
    return None


def _armies(question: Question, noun: Word) -> set[str | None]:
    """The countries of the armies that the text spoke of before a place."""
    forces = tuple(question.language.words.regular_forces)
    named = (item for item in question.cast.before(noun.start) if not item.is_person)
    return {item.source.country for item in named if any(each.endswith(forces) for each in item.nouns)}


def _last_spoken_of(question: Question, sentence: Sentence, noun: Word) -> Party | None:
    """*Das Amt widersprach. p, sagte ein Sprecher*: what the sentence before is about, who spoke last, or the only
    institution of the sentence before; None if somebody else has the word there."""
    number = sentence.number
    earlier = question.text.sentences[number - 1] if number else None
    if earlier is not None and not _is_parted(question, earlier, sentence):
        subject = _subject(earlier)
        about = _spoken_about(question, earlier, subject)
        if about is not None:
            return about
        if question.nouns.person(subject) is not None:
            return None  # *Der Minister reiste ab. p, sagte ein Sprecher*: his, whose institution is not told
    return _who_spoke(question, sentence, noun) or _only_one(question, earlier) or _told_of(question, sentence, noun)


def _institution_of(question: Question, source: Source) -> Party | None:
    """The institution for which somebody speaks on the day of the article."""
    entry = question.registry.by_id.get(source.id)
    if entry is not None:
        institution = entry.speaks_for_on(question.text.document.published)
        told = None if institution is None else question.registry.by_id[institution]
        return None if told is None else question.registered(told, "role", "role_of_institution", source.name)
    known = source.speaks_for is not None and source.speaks_for in question.known.sources
    return Party(source.speaks_for, "role", "role_of_institution", source.name) if known and source.speaks_for else None


def _is_parted(question: Question, earlier: Sentence, sentence: Sentence) -> bool:
    """Whether a heading stands between a sentence and what was spoken of before."""
    return question.is_heading(earlier) != question.is_heading(sentence)


def _subject(sentence: Sentence) -> Word:
    children = sentence.children(sentence.root or NO_WORD)
    return next((child for child in children if child.relation == "nsubj"), NO_WORD)


def _spoken_about(question: Question, sentence: Sentence, noun: Word) -> Party | None:
    """The one institution that a noun phrase stands for, or for which the person speaks whom it names (*Bürgermeisterin
    Berg von der Stadt Altenau forderte p. …, sagte ein Sprecher*); None if it stands for anybody else."""
    if noun.upos not in NOUNS or noun.is_plural:
        return None
    known = question.known
    found = question.parties(sentence, question.language.grammar.phrase(sentence, noun))
    if len(found) == 1:
        source = question.known.sources[found[0].source]
        about = found[0] if _has_voice(question, found[0]) else _institution_of(question, source)
        if about is not None:
            return about
    question.known = known
    return None


def _has_voice(question: Question, party: Party) -> bool:
    source = question.known.sources[party.source]
    described = source.origin == "unnamed" and party.disclosure == "unnamed"
    return source.kind not in _WITHOUT_VOICE and not described


def _who_spoke(question: Question, sentence: Sentence, noun: Word) -> Party | None:
    """The institution that spoke last, a few sentences before; None if that was anybody else."""
    history = [(place, party) for place, party in question.known.history if place < noun.start]
    last = [party for place, party in history if place == history[-1][0]]
    near = bool(history) and sentence.number - question.number_at(history[-1][0]) <= FAR
    return last[0] if near and len(last) == 1 and _has_voice(question, last[0]) else None


def _only_one(question: Question, sentence: Sentence | None) -> Party | None:
    """*Im Ministerium klingt das anders*: the only institution that a sentence names."""
    if sentence is None:
        return None
    here = [item for item in question.cast.referents.values() if _stands_in(item, sentence)]
    if len(here) != 1 or here[0].is_person or here[0].source.kind in _WITHOUT_VOICE:
        return None
    return question.adopt(here[0], "named", "role_of_institution", here[0].source.name)


def _told_of(question: Question, sentence: Sentence, noun: Word) -> Party | None:
    """*Die Bahn prüfe das, sagte ein Sprecher*: of which institution it is said, where no other is in question."""
    verb = sentence.head(noun) or NO_WORD
    beside = (*sentence.children(verb), sentence.word(verb.head))
    said = next((word for word in beside if word.relation in {"ccomp", "root"} and word.number < noun.number), NO_WORD)
    subjects = sentence.children(said) if said else ()
    subject = next((child for child in subjects if child.relation == "nsubj"), NO_WORD)
    return _spoken_about(question, sentence, subject) if subject else None


def _stands_in(item: Referent, sentence: Sentence) -> bool:
    return any(number == sentence.number for _, number in item.places)
