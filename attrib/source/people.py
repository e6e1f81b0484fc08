"""Persons: by full name, by title and family name, by family name alone, by pronoun."""

from collections.abc import Sequence

from attrib.analysis import Sentence, Word
from attrib.mention import Named, kebab, stem
from attrib.records import Source
from attrib.registry import RegistrySource
from attrib.source.nouns import country_in, person_kind
from attrib.source.resolver import Party, Resolver


def person(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> Party | None:
    """A full name, or a family name that the registry or the text ties to one person."""
    inside = [named for named in resolver.names_in(words[0].start, words[-1].end) if _is_person(resolver, named)]
    inside = [named for named in inside if not _is_attribute(resolver, sentence, words, named)]
    for named in sorted(inside, key=lambda item: not item.is_full):
        party = named_person(resolver, named, words)
        if party is not None:
            return party
    return _surname(resolver, sentence, words)


def _is_person(resolver: Resolver, named: Named) -> bool:
    return not named.candidates or any(resolver.registry.by_id[item].person for item in named.candidates)


def _is_attribute(resolver: Resolver, sentence: Sentence, words: Sequence[Word], named: Named) -> bool:
    """*Sprecher von Präsident Wladimir Putin*: a name under a preposition belongs to somebody else."""
    before = [word for word in words if word.end <= named.span.start]
    while before and before[-1].upos in {"NOUN", "PROPN", "ADJ", "X"} and before[-1].text not in {",", "("}:
        before.pop()  # titles: *Präsident Wladimir Putin*
    if len(before) < 2:
        return bool(before) and before[-1].upos == "ADP"
    genitive = before[-1].upos == "DET" and before[-1].has("Case=Gen")
    return before[-1].upos == "ADP" or (genitive and any(word.upos in {"NOUN", "PROPN"} for word in before))


def named_person(resolver: Resolver, named: Named, words: Sequence[Word]) -> Party | None:
    """The person a name stands for: the only registered bearer, the one the context decides on, or a new one."""
    candidates = [resolver.registry.by_id[item] for item in named.candidates]
    if len(candidates) == 1:
        return resolver.registered(candidates[0], "named", "full_name" if named.is_full else "family_name", named.name)
    if len(candidates) > 1:
        return _one_of(resolver, candidates, named, words)
    return _discover_person(resolver, named.name, words)


def _one_of(
    resolver: Resolver, candidates: Sequence[RegistrySource], named: Named, words: Sequence[Word]
) -> Party | None:
    """Several bearers of one family name: the title decides, else who was named in this text; else nobody."""
    titles = {word.lemma for word in words if word.upos == "NOUN"} | {word.text for word in words}
    fitting = [entry for entry in candidates if _has_title(entry, titles)]
    if len(fitting) == 1:
        return resolver.registered(fitting[0], "named", "title_and_name", named.name)
    seen = _last_full(resolver, named, {entry.id for entry in candidates})
    if seen is not None:
        return resolver.registered(resolver.registry.by_id[seen], "named", "family_name", f"{named.name}: named before")
    return None


def _last_full(resolver: Resolver, named: Named, ids: set[str]) -> str | None:
    """The only one of `ids` whose full name stands in the text, or the only one near before the mention."""
    full = [item for source in ids for item in resolver.named.get(source, ()) if item.is_full]
    bearers = {item.candidates[0] for item in full}
    if len(bearers) == 1:
        return next(iter(bearers))
    near = {
        item.candidates[0]
        for item in full
        if item.span.start < named.span.start and named.sentence - item.sentence <= 3
    }
    recent = {party.source for place, party in resolver.history[-3:] if party.source in ids}
    for chosen in (near, recent):
        if len(chosen) == 1:
            return next(iter(chosen))
    return None


def _surname(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> Party | None:
    """A single proper noun that is the last name of somebody named in full elsewhere in this text."""
    for word in words:
        if word.upos not in {"PROPN", "X", "NOUN"} or not word.text[:1].isupper():
            continue
        known = resolver.bearers.get(stem(word.text), {})
        bearers = {name: named for name, named in known.items() if _is_person(resolver, named)}
        if len(bearers) == 1 and word.upos != "NOUN":
            return named_person(resolver, next(iter(bearers.values())), words)
    return None


def _discover_person(resolver: Resolver, name: str, words: Sequence[Word]) -> Party:
    source = Source(
        id=kebab(name),
        name=name,
        kind=person_kind(resolver.language, words) or "person",
        origin="discovered",
        country=country_in(words),
    )
    resolver.sources.setdefault(source.id, source)
    return Party(source.id, "named", "discovered_person", name)


def pronoun(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> Party | None:
    """*er, sie, dieser*: the party resolved last whose gender and number fit."""
    if len(words) != 1 or words[0].upos not in {"PRON", "DET"}:
        return None
    form = words[0].text.lower()
    if form not in resolver.language.words("personal_subjects"):
        return None
    for place, party in reversed(resolver.history[-4:]):
        if place < words[0].start and party.disclosure in {"named", "role"} and _agrees(resolver, form, party):
            return Party(party.source, "named", "pronoun", f"{words[0].text}: {resolver.sources[party.source].name}")
    return _topic(resolver, sentence, form)


def _agrees(resolver: Resolver, form: str, party: Party) -> bool:
    entry = resolver.registry.by_id.get(party.source)
    gender = entry.gender if entry is not None else None
    masculine = form in resolver.language.words("masculine_pronouns")
    if gender is not None:
        return masculine == (gender == "m")
    return True


def _may_be_meant(resolver: Resolver, form: str, named: Named) -> bool:
    """Whether the gender of a registered person fits the pronoun; nothing is known of others."""
    genders = {resolver.registry.by_id[item].gender for item in named.candidates}
    wanted = "m" if form in resolver.language.words("masculine_pronouns") else "f"
    return not genders or None in genders or wanted in genders


def _topic(resolver: Resolver, sentence: Sentence, form: str) -> Party | None:
    """The only person named in the sentence before."""
    before = resolver.analysis.sentences[max(0, sentence.number - 1)].start
    near = [item for item in resolver.names_in(before, sentence.end) if item.is_full and _is_person(resolver, item)]
    near = [item for item in near if item.span.start < sentence.end and _may_be_meant(resolver, form, item)]
    people = {item.candidates or (item.name,): item for item in near}
    if len(people) != 1:
        return None
    named = next(iter(people.values()))
    party = named_person(resolver, named, ())
    return None if party is None else Party(party.source, "named", "pronoun", f"{form}: {named.name}")


def _has_title(entry: RegistrySource, titles: set[str]) -> bool:
    """*Minister Kim* fits the bearer whose role is *Verteidigungsminister*."""
    return any(
        role.noun.lower().endswith(title.lower()) or title.lower().endswith(role.noun.lower())
        for role in entry.roles
        for title in titles
        if len(title) > 4
    )
