"""Parties that no registry knows: unnamed ones as rows of their own, and new names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from attrib.records import Source, SourceKind
from attrib.source.mention import display_name, is_title, kebab, name_run
from attrib.source.nouns import entity_kind, institution_noun, person_noun
from attrib.source.reference import owner
from attrib.source.resolver import Party, Resolver
from attrib.taxonomy import load_taxonomy
from attrib.text.analysis import Sentence, Word


def unnamed(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*ukrainische Beamte*, *Analysten*, *ein Insider*: a party nobody can ask, as a row of its own."""
    if owner(resolver, sentence, words[0]) == ():
        return ()  # *sein Sprecher*, and several whose he may be
    for word in words:
        noun = person_noun(resolver.language, word)
        if noun is not None and not any(item.upos == "PROPN" and item.number > word.number for item in words):
            voice = None if noun.unnamed or word.has("Number=Plur") else _institution_behind(resolver, words, word)
            if voice is not None:
                return (voice,)
            party = unnamed_row(resolver, words, noun.kind, "unnamed_party")
            # *ein Sprecher des Ministeriums* can be found by his office, *ein Diplomat* and *Sprecher* cannot.
            office = not noun.unnamed and not word.has("Number=Plur")
            return (replace(party, disclosure="role") if office else party,)
    return None


def _institution_behind(resolver: Resolver, words: Sequence[Word], noun: Word) -> Party | None:
    """*eine Sprecherin der Stadtwerke*: who is known by the office alone stands for the institution behind it."""
    behind = [word for word in words if word.number > noun.number]
    named = next((resolver.cast.institutions.get(word.start) for word in behind), None)
    detail = " ".join(word.text for word in words)
    if named is not None:
        return resolver.adopt(resolver.cast.referents[named], "role", "role_of_institution", detail)
    head = next((word for word in behind if institution_noun(resolver.language, word) is not None), None)
    if head is None or head.has("Number=Plur"):
        return None
    party = _institution(resolver, [word for word in behind if word.upos not in {"ADP", "PUNCT"}], head)
    return Party(party.source, "role", "role_of_institution", detail)


def unnamed_row(
    resolver: Resolver, words: Sequence[Word], kind: SourceKind, rule: str, *, institution: str | None = None
) -> Party:
    """A row for a party without a name: one for each document and wording, under its group."""
    wording = " ".join(word.text for word in words)
    content = [word.lemma for word in words if word.upos not in {"DET", "PUNCT", "ADP", "CCONJ"}]
    group = _group(kind, resolver.language.countries.first_of(words), institution)
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
            before = (person_noun(resolver.language, item) for item in words if item.start < word.start)
            if any(entry is not None and not entry.unnamed for entry in before):
                # *ein Sprecher der Reederei Nordlicht*
                detail = " ".join(item.text for item in words)
                return (resolver.adopt(referent, "role", "role_of_institution", detail),)
            return (resolver.adopt(referent, "named", "discovered", referent.source.name),)
    propn = [word for word in words if word.upos in {"PROPN", "X"} and word.text[:1].isalpha()]
    outlet = _outlet(resolver, words)
    if outlet is not None:
        return (outlet,)
    noun = next((word for word in words if institution_noun(resolver.language, word) is not None), None)
    if noun is not None:
        return (_institution(resolver, words, noun),)
    if not propn and len(words) == 1 and words[0].upos == "NOUN" and not words[0].has("Number=Plur"):
        # *entgegnete Merkel*: a noun in the singular without an article that speaks is a name.
        propn = [word for word in words if resolver.language.grammar.may_be_name(word)]
    if not propn:
        nouns = any(word.upos == "NOUN" for word in words)
        return (unnamed_row(resolver, words, "other", "unnamed_party"),) if nouns else None
    state = resolver.language.countries.of_name(propn[0].text)
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
        country=resolver.language.countries.first_of(words),
    )
    resolver.sources.setdefault(source.id, source)
    return (Party(source.id, "named", "discovered", name),)


def _outlet(resolver: Resolver, words: Sequence[Word]) -> Party | None:
    """*das US-Magazin Barrons*, *die Nachrichtenseite „Golem“*, *bildblog.de*: an outlet is known by its name alone."""
    address = next((word for word in words if _ADDRESS.fullmatch(word.text)), None)
    noun = next((word for word in words if institution_noun(resolver.language, word) is not None), None)
    entry = None if noun is None else institution_noun(resolver.language, noun)
    name = [address] if address is not None else outlet_words(resolver, words)
    if not name and noun is not None and entry is not None and entry.kind in {"media", "news_agency"}:
        name = _name_behind(words, noun.number)
    if not name:
        return None
    spelled = " ".join(word.text for word in name)
    kind: SourceKind = "news_agency" if entry is not None and entry.kind == "news_agency" else "media"
    source = Source(id=kebab(spelled)[:60] or "outlet", name=spelled, kind=kind, origin="discovered")
    resolver.sources.setdefault(source.id, source)
    return Party(source.id, "named", "discovered", spelled)


def outlet_words(resolver: Resolver, words: Sequence[Word]) -> list[Word]:
    """*Salzburger Nachrichten*, *Neue Zürcher Zeitung*: adjectives in capitals before a noun for an outlet."""
    nouns = resolver.language.words.outlet_nouns
    for place, word in enumerate(words):
        if word.form not in nouns or word.upos not in {"NOUN", "PROPN"}:
            continue
        first = place
        while first and words[first - 1].text[:1].isupper() and words[first - 1].upos in {"ADJ", "PROPN"}:
            first -= 1
        if first < place:
            return list(words[first : place + 1])
    return []


_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:de|at|ch|com|org|net|eu|info|tv)")
"""A name that is an address in the web."""


def _name_behind(words: Sequence[Word], number: int) -> list[Word]:
    """The proper nouns behind an outlet's noun, in quotation marks or not; none if a preposition stands between."""
    name: list[Word] = []
    for word in (item for item in words if item.number > number):
        if word.upos in {"PROPN", "X"} and word.text[:1].isalnum():
            name.append(word)
        elif name or word.text not in {"„", "“", "”", '"', "»", "«", "des", "der"}:
            break
    return name


def _government(resolver: Resolver, country: str, word: Word) -> Party:
    """*Venezuela*: a state that speaks and is not in the registry, under the id it would have there."""
    name = resolver.language.countries.name(country)
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
    state = resolver.language.countries.first_of(words)
    if entry.lemma.lower() in resolver.language.words.governments and state is not None:
        return _government(resolver, state, noun)  # *Kenias Regierung*, *die thailändische Regierung*
    before = [word for word in words if word.number < noun.number and word.upos in {"ADJ", "PROPN", "NOUN", "X"}]
    content = [*before, noun]
    name = " ".join(_in_nominative(word, noun) for word in content)
    alone = (
        not before
        and not entry.proper
        and resolver.language.countries.of_prefix(noun.text) is None
        and "-" not in noun.text
    )
    group = _group(entry.kind, resolver.language.countries.first_of(words), None) if alone else None
    source = Source(
        id=f"{kebab(name)}-{resolver.document.id[:6]}" if alone else kebab(name)[:60],
        name=name[:1].upper() + name[1:],
        kind=entry.kind,
        origin="unnamed" if alone else "discovered",
        country=resolver.language.countries.first_of(words),
        grouped_under=None if group is None else group.id,
    )
    for row in (group, source):
        if row is not None:
            resolver.sources.setdefault(row.id, row)
    # *die Polizei* is as good as a name, *eine Behörde* and *Behörden* are not.
    article = next((word.form for word in words if word.upos == "DET" and word.number < noun.number), "")
    definite = article in resolver.language.words.definite_articles and not noun.has("Number=Plur")
    proper = definite or entry.proper or any(word.upos in {"PROPN", "X"} for word in content)
    return Party(source.id, "named" if proper else "role", "discovered", name)


def _in_nominative(word: Word, noun: Word) -> str:
    """*vom Internationalen Gerichtshof* → *Internationaler*; nouns as they are."""
    if word is noun and noun.has("Case=Gen"):
        return noun.lemma
    if word.upos != "ADJ" or not word.lemma or word.form == word.lemma.lower():
        return word.text
    ending = {"Gender=Masc": "er", "Gender=Fem": "e", "Gender=Neut": "es"}
    found = next((form for feature, form in ending.items() if noun.has(feature)), "e")
    stem_ = word.lemma if word.form.startswith(word.lemma.lower()) else word.text.rstrip("enrsm")
    plain = stem_ + ("e" if noun.has("Number=Plur") else found)
    return plain[:1].upper() + plain[1:] if word.text[:1].isupper() else plain
