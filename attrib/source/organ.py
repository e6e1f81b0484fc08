"""Organs stand for whom they lead (*der Vorstand*), and other words for who is called otherwise (*die Anklage*).

One party of an article is one source: who leads a firm speaks as the firm. A row of its own is left to an organ of
which the text does not say whose it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from attrib.records import SourceKind
from attrib.source.cast import Referent
from attrib.source.description import taken_up
from attrib.source.discovery import new_institution
from attrib.source.fitting import FAR, is_called, last_speaker, nearest
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import InstitutionNoun
from attrib.text.words import NAMES, NOUNS

_BEFORE = frozenset({"DET", "ADP"})
_WITHOUT_ORGANS: frozenset[SourceKind] = frozenset({"person", "official", "expert", "witness", "document", "other"})
_LINKS = frozenset({"DET", "ADP", "PUNCT"})


def organ(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """Whom an organ leads or an office is of, by what stands behind it or by what the text spoke of."""
    noun = next((word for word in words if word.upos not in _BEFORE), NO_WORD)
    entry = question.nouns.institution(noun)
    if entry is None:
        return _of_several(question, sentence, words, noun)
    if not (entry.organ_of or entry.stands_for) or (noun.is_plural and not entry.plural):
        return None
    before = question.known
    found = _found(question, sentence, words, noun, entry)
    if found is None:
        question.known = before
        return None
    return (found,)


def _of_several(question: Question, sentence: Sentence, words: Sequence[Word], noun: Word) -> tuple[Party, ...] | None:
    """*die Richter, die Karlsruher Richter*: several who are together what the text has named."""
    person = question.nouns.person(noun) if noun.is_plural else None
    definite = words[0].form in question.language.words.definite_articles
    if person is None or not definite or words[-1] is not noun:
        return None
    before = question.known
    found = _of_office(question, sentence, noun, person.several_for)
    if found is None:
        question.known = before
        return None
    return (replace(found, disclosure="role"),)


def _found(
    question: Question, sentence: Sentence, words: Sequence[Word], noun: Word, entry: InstitutionNoun
) -> Party | None:
    behind = _without_place(question, [word for word in words if word.number > noun.number])
    if any(word.upos in NOUNS for word in behind):
        return _behind(question, sentence, behind, noun) if entry.organ_of else None
    if entry.organ_of and words[0].form in question.language.words.possessives:
        return _owned(question, sentence, words[0], noun)
    if not _is_definite(question, words) or _is_spoken_of(question, noun, entry):
        return None
    found = _of_office(question, sentence, noun, entry.stands_for) or _led(question, sentence, noun, entry)
    return None if found is None or _is_elsewhere(question, words, found) else found


def _is_elsewhere(question: Question, words: Sequence[Word], party: Party) -> bool:
    """*die Militärführung in Bern* is not that of another country, nor of a group of which no country is told."""
    countries = question.language.countries
    codes = (countries.of_capital(word.text) or countries.of_place(word.text) for word in words if word.upos in NAMES)
    state = next(filter(None, codes), None)
    return state is not None and question.known.sources[party.source].country != state


def _without_place(question: Question, behind: Sequence[Word]) -> Sequence[Word]:
    """*die Geschäftsführung | in Kassel*: what stands behind an organ, unless it only says where that is."""
    places = question.language.words.speaking_place_prepositions - question.language.words.of_prepositions
    where = bool(behind) and behind[0].form in places and all(word.upos in {"ADP", *NAMES} for word in behind)
    return () if where else behind


def _is_spoken_of(question: Question, noun: Word, entry: InstitutionNoun) -> bool:
    """Whether the text has one that is called by the noun itself: *die Klinik Nordheim … die Klinik*."""
    if not entry.stands_for:
        return False
    called = [item for item in question.cast.before(noun.start) if not item.is_person and is_called(item, noun)]
    bare = question.cast.bare.get(noun.lemma.lower(), noun.start) < noun.start
    return bool(called) or bare


def _is_definite(question: Question, words: Sequence[Word]) -> bool:
    """*der Vorstand*; *Vorstand* in a heading, *Anklage* behind a preposition."""
    articles = [word.form for word in words if word.upos == "DET"]
    return all(form in question.language.words.definite_articles for form in articles)


def _behind(question: Question, sentence: Sentence, words: Sequence[Word], noun: Word) -> Party | None:
    """*die Leitung | des Vereins Nordlicht*, *der Vorstand | von Siemens*: whose it is, if that has a name."""
    behind = list(words)
    linked = question.language.words.of_prepositions | question.language.words.agent_prepositions
    if behind[0].upos == "ADP" and behind[0].form not in linked:
        return None
    while behind and behind[0].upos in _LINKS:
        behind.pop(0)
    found = question.parties(sentence, behind) if behind else ()
    source = question.known.sources[found[0].source] if len(found) == 1 else None
    if source is None or source.origin == "unnamed" or source.kind in {"person", "official", "document"}:
        return None
    return Party(source.id, "named", "organ", f"{noun.text}: {source.name}")


def _owned(question: Question, sentence: Sentence, possessive: Word, noun: Word) -> Party | None:
    """*Die Stiftung hat nach Angaben | ihres | Vorstands …*: whom the sentence is about, or else the one before, if
    that is an institution of which the possessive may be."""
    for each in (sentence, *question.text.sentences[max(sentence.number - 1, 0) : sentence.number]):
        subject = next((word for word in each.words if word.relation == "nsubj" and word.upos in NOUNS), NO_WORD)
        # *Die Angaben ihres Vorstands belegen p*: the subject holds the possessive itself
        if subject and possessive not in question.language.grammar.phrase(each, subject):
            return _owner(question, each, subject, possessive, noun)
    return None


def _owner(question: Question, sentence: Sentence, subject: Word, possessive: Word, noun: Word) -> Party | None:
    masculine = possessive.form in question.language.words.masculine_pronouns
    gender = question.nouns.grammatical_gender(subject)
    fits = not subject.is_plural and gender != "f" if masculine else subject.is_plural or gender in {None, "f"}
    found = question.parties(sentence, question.language.grammar.phrase(sentence, subject)) if fits else ()
    return _led_party(question, found, noun)


def _led_party(question: Question, found: Sequence[Party], noun: Word) -> Party | None:
    """The one party whose organ is meant; None if there is none, or several, or somebody who has no organs."""
    source = question.known.sources[found[0].source] if len(found) == 1 else None
    if source is None or source.kind in _WITHOUT_ORGANS:
        return None
    return Party(source.id, found[0].disclosure, "organ", f"{noun.text}: {source.name}")


def _of_office(question: Question, sentence: Sentence, noun: Word, offices: Iterable[str]) -> Party | None:
    """*die Anklage*: the public prosecutor whom the text speaks of; None if it speaks of none, or of two."""
    found: dict[str, Party] = {}
    for office in offices:
        for party in _spoken_of(question, sentence, noun, office) or _bare(question, noun, office):
            found[party.source] = party
    if len(found) != 1:
        return None
    party = next(iter(found.values()))
    return Party(party.source, party.disclosure, "organ", f"{noun.text}: {question.known.sources[party.source].name}")


def _spoken_of(question: Question, sentence: Sentence, noun: Word, office: str) -> tuple[Party, ...]:
    """Whom the office's own noun would take up, if the text spoke of any: *die Armee* is no country's by itself."""
    known = question.known
    found = taken_up(question, sentence, noun, office) or ()
    if any(party.rule == "only_country" for party in found):
        question.known = known
        return ()
    return found


def _bare(question: Question, noun: Word, office: str) -> tuple[Party, ...]:
    """An office that the text spoke of by its noun alone."""
    place = question.cast.bare.get(office.lower())
    if place is None or place > noun.start:
        return ()
    word = next(word for word in question.text.sentence_at(place).joined if word.start == place)
    return (new_institution(question, [word], word),)


def _led(question: Question, sentence: Sentence, noun: Word, entry: InstitutionNoun) -> Party | None:
    """The only party near of the first of the kinds that an organ leads of which the text has any, or who spoke right
    before as one of that kind."""
    spoke = last_speaker(question, sentence, noun)
    for kind in entry.organ_of:
        if spoke is not None and question.known.sources[spoke.source].kind == kind:
            return _led_party(question, [spoke], noun)
        of_kind = [item for item in _before(question, sentence, noun) if _is_of(item, kind)]
        around = range(sentence.number - FAR, sentence.number + FAR)
        here = [item for item in of_kind if any(number in around for _, number in item.places)]
        near = nearest(of_kind, sentence, noun) or here or of_kind
        if near:
            detail = f"{noun.text}: {near[0].source.name}"
            return question.adopt(near[0], "named", "organ", detail) if len(near) == 1 else None
    return None


def _is_of(item: Referent, kind: SourceKind) -> bool:
    return not item.is_person and item.source.kind == kind


def _before(question: Question, sentence: Sentence, noun: Word) -> Iterable[Referent]:
    """Those named before; in a heading all whom the article names."""
    if question.is_heading(sentence):
        return question.cast.referents.values()
    return question.cast.before(noun.start)
