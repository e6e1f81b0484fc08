"""Parties that no registry knows: unnamed ones as rows of their own, and new names."""

from collections.abc import Sequence
from dataclasses import replace

from attrib.analysis import Sentence, Word
from attrib.mention import display_name, is_title, kebab, name_run
from attrib.name_words import may_be_name
from attrib.nationality import country_of_name, load_nationalities
from attrib.records import Source, SourceKind
from attrib.source.nouns import country_in, entity_kind, institution_noun, person_noun
from attrib.source.reference import owner
from attrib.source.resolver import Party, Resolver
from attrib.taxonomy import load_taxonomy


def unnamed(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*ukrainische Beamte*, *Analysten*, *ein Insider*: a party nobody can ask, as a row of its own."""
    if owner(resolver, sentence, words[0]) == ():
        return ()  # *sein Sprecher*, and several whose he may be
    for word in words:
        noun = person_noun(resolver.language, word)
        if noun is not None and not any(item.upos == "PROPN" and item.number > word.number for item in words):
            party = unnamed_row(resolver, words, noun.kind, "unnamed_party")
            # *ein Sprecher des Ministeriums* can be found by his office, *ein Diplomat* and *Sprecher* cannot.
            office = not noun.unnamed and not word.has("Number=Plur")
            return (replace(party, disclosure="role") if office else party,)
    return None


def unnamed_row(
    resolver: Resolver, words: Sequence[Word], kind: SourceKind, rule: str, *, institution: str | None = None
) -> Party:
    """A row for a party without a name: one for each document and wording, under its group."""
    wording = " ".join(word.text for word in words)
    content = [word.lemma for word in words if word.upos not in {"DET", "PUNCT", "ADP", "CCONJ"}]
    group = _group(kind, country_in(words), institution)
    source = Source(
        id=f"unnamed-{kebab(' '.join(content[:5])) or 'party'}-{resolver.document.id[:6]}",
        name=wording[:1].upper() + wording[1:],
        kind=kind,
        origin="unnamed",
        country=group.country,
        part_of=institution,
        grouped_under=group.id,
    )
    for row in (group, source):
        resolver.sources.setdefault(row.id, row)
    return Party(source.id, "unnamed", rule, wording)


def _group(kind: SourceKind, country: str | None, institution: str | None) -> Source:
    """All anonymous parties of one kind, country and institution, in whatever words and documents."""
    about = [part for part in (country, institution) if part is not None]
    term = next(term for term in load_taxonomy("source_kind") if term.code == kind)
    tail = f" ({', '.join(about)})" if about else ""
    return Source(
        id="-".join(["unnamed", kebab(kind), *(kebab(part) for part in about)]),
        name=f"{term.label_de}{tail}, anonym",
        name_en=f"{term.label}{tail}, anonymous",
        kind=kind,
        origin="unnamed",
        country=country,
        part_of=institution,
    )


def discovered(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """An institution or name that the registry does not know."""
    for word in words:
        named = resolver.cast.institutions.get(word.start)
        if named is not None:
            referent = resolver.cast.referents[named]
            return (resolver.adopt(referent, "named", "discovered", referent.source.name),)
    propn = [word for word in words if word.upos in {"PROPN", "X"} and word.text[:1].isalpha()]
    noun = next((word for word in words if institution_noun(resolver.language, word) is not None), None)
    if noun is not None:
        return (_institution(resolver, words, noun),)
    if not propn and len(words) == 1 and words[0].upos == "NOUN" and not words[0].has("Number=Plur"):
        # *entgegnete Merkel*: a noun in the singular without an article that speaks is a name.
        propn = [word for word in words if may_be_name(word, resolver.language)]
    if not propn:
        nouns = any(word.upos == "NOUN" for word in words)
        return (unnamed_row(resolver, words, "other", "unnamed_party"),) if nouns else None
    state = country_of_name(propn[0].text)
    if state is not None and len(propn) == 1 and propn[0] is words[-1]:
        return (_government(resolver, state, propn[0]),)
    run = name_run(words, words.index(propn[0])) or propn
    titles = [place for place, word in enumerate(run[:-1], start=1) if is_title(word, resolver.language)]
    run = run[titles[-1] :] if titles else run  # *Wirtschaftsminister Weber* is Weber
    name = display_name([word.text for word in run], genitive=False)
    source = Source(
        id=kebab(name)[:60] or "party",
        name=name,
        kind=entity_kind(sentence, words, language=resolver.language),
        origin="discovered",
        country=country_in(words),
    )
    resolver.sources.setdefault(source.id, source)
    return (Party(source.id, "named", "discovered", name),)


def _government(resolver: Resolver, country: str, word: Word) -> Party:
    """*Venezuela*: a state that speaks and is not in the registry, under the id it would have there."""
    name = load_nationalities(resolver.language.code).name_of(country)
    source = Source(
        id=f"{country.lower()}-government", name=name, kind="government", origin="discovered", country=country
    )
    resolver.sources.setdefault(source.id, source)
    return Party(source.id, "named", "metonym", word.text)


def _institution(resolver: Resolver, words: Sequence[Word], noun: Word) -> Party:
    """*die spanische Regierung, die Bremer Umweltbehörde*: by what stands before its noun; *die Polizei* of this text.

    A noun alone names nobody outside its own document, so the row is this document's; *Bundestag* is a name.
    """
    entry = institution_noun(resolver.language, noun)
    assert entry is not None
    before = [word for word in words if word.number < noun.number and word.upos in {"ADJ", "PROPN", "NOUN", "X"}]
    content = [*before, noun]
    name = " ".join(_in_nominative(word, noun) for word in content)
    alone = not before and not entry.proper
    group = _group(entry.kind, country_in(words), None) if alone else None
    source = Source(
        id=f"{kebab(name)}-{resolver.document.id[:6]}" if alone else kebab(name)[:60],
        name=name[:1].upper() + name[1:],
        kind=entry.kind,
        origin="unnamed" if alone else "discovered",
        country=country_in(words),
        grouped_under=None if group is None else group.id,
    )
    for row in (group, source):
        if row is not None:
            resolver.sources.setdefault(row.id, row)
    proper = entry.proper or any(word.upos in {"PROPN", "X"} for word in content)
    return Party(source.id, "named" if proper else "role", "discovered", name)


def _in_nominative(word: Word, noun: Word) -> str:
    """*vom Internationalen Gerichtshof* → *Internationaler*; nouns as they are."""
    if word is noun and noun.has("Case=Gen"):
        return noun.lemma
    if word.upos != "ADJ" or not word.lemma or word.text.lower() == word.lemma.lower():
        return word.text
    ending = {"Gender=Masc": "er", "Gender=Fem": "e", "Gender=Neut": "es"}
    found = next((form for feature, form in ending.items() if noun.has(feature)), "e")
    stem_ = word.lemma if word.text.lower().startswith(word.lemma.lower()) else word.text.rstrip("enrsm")
    plain = stem_ + ("e" if noun.has("Number=Plur") else found)
    return plain[:1].upper() + plain[1:] if word.text[:1].isupper() else plain
