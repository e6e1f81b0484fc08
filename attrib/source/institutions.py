"""Institutions: by name, by role and country, by a place that stands for them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from attrib.registry.registry import RegistrySource
from attrib.source.known import Party
from attrib.source.name_index import longest_name
from attrib.source.resolver import Question
from attrib.source.unnamed_row import unnamed_row
from attrib.text.analysis import Sentence, Word, word_at
from attrib.text.entries import PersonNoun
from attrib.text.nationality import Countries

_OPENING = 4
"""Within how many words of a mention the noun for the speaker stands."""
_BELOW = frozenset({"compound", "nmod", "flat"})
_PLACES = frozenset({"PROPN", "NOUN", "ADJ", "X"})


def institution(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A registered institution in the phrase: itself, or the one a spokesperson speaks for."""
    for place, word in enumerate(words):
        known = longest_name(words, place, question.index.names)
        entry = None if known is None else known.only
        if entry is not None and not entry.person:
            speaker = None if _opens(words, place) else _speaker(question, words)
            if speaker is None:
                return (question.registered(entry, "named", "alias", word.text),)
            return (_for_institution(question, words, speaker, entry),)
    return None


def _opens(words: Sequence[Word], place: int) -> bool:
    """Whether a name opens the phrase, so that it is the speaker and no attribute of one."""
    return not any(word.upos in {"NOUN", "PROPN"} for word in words[:place])


def _speaker(question: Question, words: Sequence[Word]) -> PersonNoun | None:
    nouns = map(question.nouns.person, words[:_OPENING])
    return next((noun for noun in nouns if noun is not None), None)


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
        party = _in_role(question, words, word)
        if party is not None:
            return (party,)
        if word.relation not in _BELOW:
            break
    return None


def _is_somebody(countries: Countries, before: Word, word: Word) -> bool:
    """Whether a noun is followed by a name that is no place."""
    named = before.upos == "NOUN" and word.upos == "PROPN"
    return named and _seat((before, word), countries) is None and countries.first_of([word]) is None


def _in_role(question: Question, words: Sequence[Word], word: Word) -> Party | None:
    """Who the noun is, in a country that its prefix, the phrase or a capital in it names."""
    countries = question.language.countries
    prefixed = countries.of_prefix(word.text)
    country = prefixed[0] if prefixed else countries.first_of(words) or _seat(words, countries)
    if country is None:
        return None
    noun = prefixed[1] if prefixed else word.text
    forms = (noun, noun if prefixed else word.lemma, question.language.grammar.bare_noun(noun))
    found = (by_role(question, form, country, detail=word.text) for form in dict.fromkeys(forms))
    return next((party for party in found if party is not None), None)


def by_role(question: Question, noun: str, country: str, *, detail: str) -> Party | None:
    """The one party that has the role in the country, on the day of the article."""
    on = question.text.document.published
    entries = question.registry.by_role(noun, country, on=on)
    if len(entries) != 1:
        return None
    named = entries[0].id in question.names.by_party
    if entries[0].person and not named and not _is_term_known(entries[0], on):
        return None  # *der US-Präsident* of a text without a date, or before anybody wrote down whose term it was
    return question.registered(entries[0], "named" if named else "role", "role_and_country", f"{detail} ({country})")


def _is_term_known(entry: RegistrySource, on: str | None) -> bool:
    """Whether the registry says since when somebody holds the office, and the article has a date."""
    since = entry.office is not None and entry.office.from_ is not None
    return on is not None and (since or any(term.is_held(on) for term in entry.terms))


def metonym(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*Seoul*, *die Vereinigten Staaten*, *das offizielle Moskau*: a place that speaks is its government."""
    if question.nouns.kind_of_person(words) is not None:
        return None
    for place, word in enumerate(words):
        known = longest_name(words, place, question.index.metonyms) if word.upos in _PLACES else None
        entry = None if known is None else known.only
        if known is not None and entry is not None and _is_head(words, place, known.length):
            return (question.registered(entry, "named", "metonym", word.text),)
    return None


def _is_head(words: Sequence[Word], place: int, length: int) -> bool:
    """Whether a place is what the phrase is about, and no part of another name or attribute of what follows:
    *Wikimedia Deutschland*, *die Berliner Feuerwehr*, *Israels Militär*."""
    before, behind = word_at(words, place - 1), word_at(words, place + length)
    part = before.upos in {"PROPN", "X"} and before.number == words[place].number - 1
    return not part and behind.upos not in _PLACES


def _seat(words: Sequence[Word], countries: Countries) -> str | None:
    """*das Militär von Seoul*, *die Regierung in Kiew*: the country whose capital is named behind a preposition."""
    pairs = pairwise(words)
    return next((countries.of_capital(word.text) for before, word in pairs if before.upos == "ADP"), None)
