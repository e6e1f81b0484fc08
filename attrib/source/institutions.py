"""Institutions: by name, by role and country, by what they wrote, by a place that stands for them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from attrib.quotation.reporting_noun import noun_entry
from attrib.registry.registry import RegistrySource
from attrib.source.mention import longest_name, name_index
from attrib.source.nouns import institution_noun, person_kind, person_noun
from attrib.source.reference import owner
from attrib.source.resolver import Party, Resolver
from attrib.source.unnamed import outlet_words, unnamed_row
from attrib.text.analysis import Sentence, Word
from attrib.text.nationality import Countries


def reporting_noun_owner(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*Angaben der Polizei* → the police; *Faktenblatt des Pentagon* → the Pentagon."""
    head = next((word for word in words if word.upos in {"NOUN", "PROPN"}), None)
    outlet = outlet_words(resolver, words)
    if outlet and head is outlet[-1]:
        return None  # *die Salzburger Nachrichten*: an outlet and nothing that was said
    if head is None or noun_entry(head, resolver.language) is None:
        return None
    if (
        resolver.language.countries.of_prefix(head.text) is not None
        and institution_noun(resolver.language, head) is not None
    ):
        return None  # *die US-Botschaft* is no message
    behind = [word for word in words if word.number > head.number]
    while behind and behind[0].upos in {"ADP", "PUNCT", "CCONJ"}:
        behind.pop(0)
    if any(word.upos in {"NOUN", "PROPN"} for word in behind) and behind[0].number <= head.number + 3:
        party = resolver.parties(sentence, behind)
        if not party or not party[0].rule.startswith("document"):
            return party
    behind_it = owner(resolver, sentence, words[0])
    if behind_it is not None:
        return behind_it
    country = resolver.language.countries.first_of(words)
    institution = _compound_institution(resolver, sentence, head, country)
    if institution is not None:
        return (institution,)
    if _is_of_media(resolver, head):
        return (unnamed_row(resolver, words, "media", "document"),)
    if country is not None:
        entry = _only(resolver.registry.by_role("Regierung", country))
        if entry is not None:
            return (resolver.registered(entry, "role", "nationality", " ".join(word.text for word in words)),)
    return (unnamed_row(resolver, words, "document", "document"),)


def _is_of_media(resolver: Resolver, head: Word) -> bool:
    """*russische Medien, Staatsmedien, Presseberichte*: a country's media are not its government."""
    form = head.lemma.lower()
    return any(stem in form for stem in resolver.language.words.media_stems)


def _compound_institution(resolver: Resolver, sentence: Sentence, head: Word, country: str | None) -> Party | None:
    """*Geheimdienstberichte*, *Polizeiangaben*, *NASA-Angaben*: the first part of the compound is who says it."""
    form = head.lemma.lower()
    first, hyphen, _ = head.text.partition("-")
    prefixed = resolver.language.countries.of_prefix(head.text)
    if prefixed is not None:
        country, form = prefixed[0], prefixed[1].lower()
    elif hyphen and len(first) > 1 and first[:1].isupper():
        found = resolver.parties(sentence, [replace(head, text=first, lemma=first, upos="PROPN")])
        return found[0] if len(found) == 1 else None
    for entry in resolver.language.institution_nouns:
        noun = entry.lemma.lower()
        if form.startswith(noun) and len(form) > len(noun) + 3:
            party = None if country is None else _by_role(resolver, entry.lemma, country, detail=head.text)
            said = noun_entry(head, resolver.language)
            if party is not None or said is None or said.document:
                return party  # *Geheimdienstberichte* without a country may be anybody's
            alone = replace(head, text=entry.lemma, lemma=entry.lemma)
            return next(iter(resolver.parties(sentence, [alone])), None)
    return None


def institution(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A registered institution in the phrase: itself, or the one a spokesperson speaks for."""
    index = name_index(resolver.registry).names
    speaker = person_kind(resolver.language, words[:4]) is not None
    first = next((found for word in words[:4] if (found := person_noun(resolver.language, word)) is not None), None)
    # *Mitarbeiter des Pentagon* are nobody one could ask there; *ein Sprecher des Pentagon* is its voice.
    anybody = first if first is not None and first.unnamed else None
    for place in range(len(words)):
        known = longest_name(words, place, index)
        if known is None or len(known[1]) != 1 or known[1][0].person:
            continue
        entry = known[1][0]
        if anybody is not None and not _names_itself(words, place):
            resolver.registered(entry, "named", "alias", entry.name.de)
            return (unnamed_row(resolver, words, anybody.kind, "unnamed_party", institution=entry.id),)
        if speaker and not _names_itself(words, place):
            return (resolver.registered(entry, "role", "role_of_institution", " ".join(word.text for word in words)),)
        return (resolver.registered(entry, "named", "alias", words[place].text),)
    return None


def role(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*der ukrainische Geheimdienstchef*, *US-Regierung*, *der Geheimdienst* (of a country named before)."""
    if any(
        before.upos == "NOUN"
        and word.upos == "PROPN"
        and _seat((before, word), resolver.language.countries) is None
        and resolver.language.countries.first_of([word]) is None
        for before, word in pairwise(words)
    ):
        return None  # *der US-Präsident George W. Bush*: somebody else holds the office here.
    for word in words:
        if word.upos not in {"NOUN", "PROPN"}:
            continue
        prefixed = resolver.language.countries.of_prefix(word.text)
        noun, country = (
            (prefixed[1], prefixed[0])
            if prefixed
            else (word.text, resolver.language.countries.first_of(words) or _seat(words, resolver.language.countries))
        )
        for form in dict.fromkeys((noun, word.lemma if prefixed is None else noun, _singular(noun))):
            party = _by_role(resolver, form, country, detail=word.text) if country is not None else None
            if party is not None:
                return (party,)
        if word.relation not in {"compound", "nmod", "flat"}:
            break
    return None


def _by_role(resolver: Resolver, noun: str, country: str, *, detail: str) -> Party | None:
    entry = _only(resolver.registry.by_role(noun, country, on=resolver.document.published))
    if entry is None:
        return None
    named = entry.id in resolver.named
    if entry.person and not named and not _is_term_known(entry, resolver.document.published):
        return None  # *der US-Präsident* of a text without a date, or before anybody wrote down whose term it was
    return resolver.registered(entry, "named" if named else "role", "role_and_country", f"{detail} ({country})")


def _is_term_known(entry: RegistrySource, on: str | None) -> bool:
    """Whether the registry says since when somebody holds the office, and the article has a date."""
    return on is not None and entry.office is not None and entry.office.from_ is not None


def metonym(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*Seoul*, *die Vereinigten Staaten*, *das offizielle Moskau*: a place that speaks is its government."""
    index = name_index(resolver.registry).metonyms
    person = person_kind(resolver.language, words)
    for place, word in enumerate(words):
        if word.upos not in {"PROPN", "NOUN", "ADJ", "X"} or person is not None:
            continue
        known = longest_name(words, place, index)
        if known is not None and len(known[1]) == 1 and not _is_part_of_name(words, place):
            return (resolver.registered(known[1][0], "named", "metonym", word.text),)
    return None


def _is_part_of_name(words: Sequence[Word], place: int) -> bool:
    """*Wikimedia Deutschland*: a country right behind a proper noun belongs to its name."""
    before = words[place - 1] if place else None
    return before is not None and before.upos in {"PROPN", "X"} and before.number == words[place].number - 1


def _seat(words: Sequence[Word], countries: Countries) -> str | None:
    """*das Militär von Seoul*, *die Regierung in Kiew*: the country whose capital is named behind a preposition."""
    pairs = pairwise(words)
    return next((countries.of_capital(word.text) for before, word in pairs if before.upos == "ADP"), None)


def _only(entries: Sequence[RegistrySource]) -> RegistrySource | None:
    return entries[0] if len(entries) == 1 else None


def _singular(noun: str) -> str:
    for ending in ("en", "es", "s", "n", "e"):
        if noun.endswith(ending):
            return noun.removesuffix(ending)
    return noun


def _names_itself(words: Sequence[Word], place: int) -> bool:
    """Whether the name opens the phrase, so that it is the speaker and no attribute of one."""
    return not any(word.upos in {"NOUN", "PROPN"} for word in words[:place])
