"""Institutions: by name, by role and country, by a place that stands for them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from attrib.registry.registry import RegistrySource, is_term_known
from attrib.source.known import Party
from attrib.source.name_index import longest_name, name_at
from attrib.source.office import holder, holders, seat
from attrib.source.phrase import own_words
from attrib.source.resolver import Question
from attrib.source.unnamed_row import unnamed_row
from attrib.text.analysis import NO_WORD, Sentence, Word, word_at
from attrib.text.entries import PersonNoun
from attrib.text.grammar import Grammar
from attrib.text.nationality import Countries

_OPENING = 4
"""Within how many words of a mention the noun for the speaker stands."""
_BELOW = frozenset({"compound", "nmod", "flat"})
_PLACES = frozenset({"PROPN", "NOUN", "ADJ", "X"})


def institution(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A registered institution in the phrase: itself, or the one a spokesperson speaks for."""
    for place, word in enumerate(words):
        known = name_at(words, place, question.index.names, question.language.lexicon)
        entry = None if known is None else known.only
        if entry is not None and not entry.person and not _is_of_body(question, words, place):
            speaker = None if _opens(question, words, place) else _speaker(question, words)
            if speaker is None:
                return (question.registered(entry, "named", "alias", word.text),)
            return (_in_office_of(question, words) or _for_institution(question, words, speaker, entry),)
    return None


def _is_of_body(question: Question, words: Sequence[Word], place: int) -> bool:
    """*die Beobachtermission | der Vereinten Nationen*: a body with a noun of its own, which is told apart by whose it
    is."""
    noun = next((word for word in words[:place] if word.upos == "NOUN"), NO_WORD)
    entry = question.nouns.institution(noun) if noun else None
    bodies = question.language.words.bodies
    owned = any(word.upos == "DET" and word.has("Case=Gen") for word in words[:place] if word.number > noun.number)
    return entry is not None and owned and noun.lemma.lower().endswith(tuple(bodies)) and bool(bodies)


def _opens(question: Question, words: Sequence[Word], place: int) -> bool:
    """Whether a name opens the phrase, so that it is the speaker and no attribute of one: not *a NATO official*."""
    behind = own_words(words[place:]) if question.language.grammar.HEAD_LAST else ()
    attribute = any(question.nouns.person(word) is not None for word in behind)
    return not attribute and not any(word.upos in {"NOUN", "PROPN"} for word in words[:place])


def _speaker(question: Question, words: Sequence[Word]) -> PersonNoun | None:
    near = own_words(words) if question.language.grammar.HEAD_LAST else words[:_OPENING]
    nouns = map(question.nouns.person, near)
    return next((noun for noun in nouns if noun is not None), None)


def _in_office_of(question: Question, words: Sequence[Word]) -> Party | None:
    """*der Oberbefehlshaber der ukrainischen Streitkräfte*: who held the office; a spokesperson is not asked for."""
    language, noun = question.language, next((word for word in words[:_OPENING] if word.upos == "NOUN"), NO_WORD)
    is_office = words[0].form in language.words.definite_articles and noun is not NO_WORD
    if not is_office or noun.form.endswith(tuple(language.words.spokespersons)):
        return None
    found = holder(question.text, question.registry, words, noun, spoken=question.cast.countries)
    return None if found is None else question.registered(found, "role", "role_and_country", noun.text)


def _for_institution(question: Question, words: Sequence[Word], speaker: PersonNoun, entry: RegistrySource) -> Party:
    """*Mitarbeiter des Pentagon* are nobody one could ask there; *ein Sprecher des Pentagon* is its voice, and *ein
    Mitarbeiter* somebody in a role there."""
    if not speaker.unnamed:
        return question.registered(entry, "role", "role_of_institution", " ".join(word.text for word in words))
    question.registered(entry, "named", "alias", entry.name.de)
    party = unnamed_row(question, words, speaker.kind, "unnamed_party", institution=entry.id)
    several = any(word.is_plural for word in words if question.nouns.person(word) is speaker)
    return party if several else replace(party, disclosure="role")


def role(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*der ukrainische Geheimdienstchef*, *US-Regierung*, *der Geheimdienst* (of a country named before)."""
    if any(_is_somebody(question.language.countries, before, word) for before, word in pairwise(words)):
        return None  # *der US-Präsident George W. Bush*: somebody else holds the office here.
    for word in (word for word in words if word.upos in {"NOUN", "PROPN"}):
        if question.language.grammar.HEAD_LAST and _is_place(question, word):
            continue  # *Russia's | defence ministry*
        party = _in_role(question, words, word)
        if party is not None:
            return (party,)
        if word.relation not in _BELOW and not _is_place(question, word):
            break  # *Frankreichs Staatschef*, *Kiews Verteidigungsminister*: the country stands before its office
    return None


def _is_place(question: Question, word: Word) -> bool:
    """Whether a word is a country or its capital, in the genitive or not."""
    spellings = (word.text, question.language.grammar.without_genitive(word.text))
    return any(question.language.countries.of_place(spelling) is not None for spelling in spellings)


def _is_somebody(countries: Countries, before: Word, word: Word) -> bool:
    """Whether a noun is followed by a name that is no place."""
    named = before.upos == "NOUN" and word.upos == "PROPN"
    return named and seat((before, word), countries) is None and countries.first_of([word]) is None


def _in_role(question: Question, words: Sequence[Word], word: Word) -> Party | None:
    """Who the noun is, in a country that its prefix, the phrase or a capital in it names."""
    held = holders(question.text, question.registry, words, word, spoken=question.cast.countries)
    return None if held is None else _of_role(question, held.entries, f"{word.text} ({held.of})")


def by_role(question: Question, noun: str, country: str, *, detail: str) -> Party | None:
    """The one party that has the role in the country, on the day of the article."""
    on = question.text.document.published
    return _of_role(question, question.registry.by_role(noun, country, on=on), f"{detail} ({country})")


def _of_role(question: Question, entries: Sequence[RegistrySource], detail: str) -> Party | None:
    """The only one who has a role."""
    if len(entries) != 1:
        return None
    on = question.text.document.published
    named = entries[0].id in question.names.by_party
    if entries[0].person and not named and not is_term_known(entries[0], on):
        return None  # *der US-Präsident* of a text without a date, or before anybody wrote down whose term it was
    is_named = named or not entries[0].person  # an institution counts as a name
    return question.registered(entries[0], "named" if is_named else "role", "role_and_country", detail)


def metonym(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*Seoul*, *die Vereinigten Staaten*, *das offizielle Moskau*: a place that speaks is its government."""
    if question.nouns.kind_of_person(words) is not None:
        return None
    grammar = question.language.grammar
    for place, word in enumerate(words):
        known = longest_name(words, place, question.index.metonyms) if word.upos in _PLACES else None
        entry = None if known is None else known.only
        if known is None or entry is None or _is_where(question, words, place) or _is_whose(words, place):
            continue
        if _is_head(grammar, words, place, known.length):
            return (question.registered(entry, "named", "metonym", word.text),)
    return None


def _is_where(question: Question, words: Sequence[Word], place: int) -> bool:
    """*Chinas Botschaft | in Berlin*: a place that only says where an institution is."""
    before = words[:place]
    behind = word_at(words, place - 1).form in question.language.words.place_prepositions
    return behind and any(question.nouns.institution(word) is not None for word in before)


def _is_whose(words: Sequence[Word], place: int) -> bool:
    """*Das „Coastal Storm Centre“ | der USA*: a place that only says whose the body is that is named before it."""
    return words[place].relation == "nmod" and any(word.number == words[place].head for word in words[:place])


def _is_head(grammar: Grammar, words: Sequence[Word], place: int, length: int) -> bool:
    """Whether a place is what the phrase is about, and no part of another name or attribute of what follows:
    *Wikimedia Deutschland*, *die Berliner Feuerwehr*, *Israels Militär*, *das Rote Kreuz Norwegens*."""
    before, behind = word_at(words, place - 1), word_at(words, place + length)
    written = words[place].text
    is_genitive = length == 1 and words[place].has("Case=Gen") and grammar.without_genitive(written) != written
    if before.upos == "NOUN" and is_genitive:
        return False
    if grammar.HEAD_LAST and behind.upos == "PART" and behind is not words[-1]:
        return False  # *Germany's | biggest paper*
    in_name = {"PROPN", "X", "PART"} if grammar.HEAD_LAST else {"PROPN", "X"}  # *Parkinson's | UK*
    part = before.upos in in_name and before.number == words[place].number - 1
    return not part and behind.upos not in _PLACES
