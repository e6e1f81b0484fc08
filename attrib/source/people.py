"""Persons: by full name, by title and family name, by family name alone."""

from collections.abc import Sequence

from attrib.records import Span
from attrib.registry.registry import RegistrySource
from attrib.source.mention import Named, kebab, stem
from attrib.source.resolver import Party, Resolver
from attrib.text.analysis import Sentence, Word


def person(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A full name, or a family name that the registry or the text ties to one person; nobody if it has two bearers."""
    inside = [named for named in resolver.names_in(words[0].start, words[-1].end) if _is_person(resolver, named)]
    inside = [named for named in inside if not _is_attribute(resolver, sentence, words, named)]
    for named in sorted(inside, key=lambda item: not item.is_full):
        party = named_person(resolver, named, words)
        if party is not None:
            return (party,)
    if any(len(named.candidates) > 1 for named in inside):
        _note_open(
            resolver, words, [resolver.registry.by_id[item].name.de for named in inside for item in named.candidates]
        )
        return ()
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
    referent = resolver.cast.referents.get(kebab(named.name) or "person")
    return None if referent is None else resolver.adopt(referent, "named", "discovered_person", named.name)


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


def _surname(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A single proper noun that is part of the name of somebody named in full elsewhere in this text.

    The last word of a name counts before the first: *Berger* is Anna Berger, *Park* may be Park Jin.
    """
    for word in words:
        if word.upos not in {"PROPN", "X", "NOUN"} or not word.text[:1].isupper():
            continue
        for index in (resolver.bearers, resolver.given):
            known = index.get(stem(word.text), {})
            bearers = {name: named for name, named in known.items() if _is_person(resolver, named)}
            if not bearers or (word.upos == "NOUN" and len(words) > 1):
                continue
            if len(bearers) == 1:
                party = named_person(resolver, next(iter(bearers.values())), words)
                return None if party is None else (party,)
            _note_open(resolver, words, list(bearers))
            return ()
    return None


def _note_open(resolver: Resolver, words: Sequence[Word], names: Sequence[str]) -> None:
    resolver.open[Span(words[0].start, words[-1].end)] = tuple(dict.fromkeys(names))


def _has_title(entry: RegistrySource, titles: set[str]) -> bool:
    """*Minister Kim* fits the bearer whose role is *Verteidigungsminister*."""
    return any(
        role.noun.lower().endswith(title.lower()) or title.lower().endswith(role.noun.lower())
        for role in entry.roles
        for title in titles
        if len(title) > 4
    )
