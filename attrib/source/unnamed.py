"""Parties that no registry knows: unnamed ones as rows of their own, and new names."""

from collections.abc import Sequence

from attrib.analysis import Sentence, Word
from attrib.mention import display_name, kebab, name_run
from attrib.records import Source, SourceKind
from attrib.source.nouns import country_in, entity_kind, institution_kind, person_noun
from attrib.source.resolver import Party, Resolver


def unnamed(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> Party | None:
    """*ukrainische Beamte*, *Analysten*, *ein Insider*: a party nobody can ask, as a row of its own."""
    for word in words:
        noun = person_noun(resolver.language, word)
        if noun is not None and not any(item.upos == "PROPN" and item.number > word.number for item in words):
            return unnamed_row(resolver, words, noun[0], "unnamed_party")
    return None


def unnamed_row(resolver: Resolver, words: Sequence[Word], kind: SourceKind, rule: str) -> Party:
    """A row for a party without a name: one for each document and wording."""
    wording = " ".join(word.text for word in words)
    content = [word.lemma for word in words if word.upos not in {"DET", "PUNCT", "ADP", "CCONJ"}]
    source = Source(
        id=f"unnamed-{kebab(' '.join(content[:5])) or 'party'}-{resolver.document.id[:6]}",
        name=wording[:1].upper() + wording[1:],
        kind=kind,
        origin="unnamed",
        country=country_in(words),
    )
    resolver.sources.setdefault(source.id, source)
    return Party(source.id, "unnamed", rule, wording)


def discovered(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> Party | None:
    """An institution or name that the registry does not know."""
    if any(len(named.candidates) > 1 for named in resolver.names_in(words[0].start, words[-1].end)):
        return None  # *Kim*: the registry knows several, the context decides on none.
    institution = institution_kind(resolver.language, words)
    propn = [word for word in words if word.upos in {"PROPN", "X"}]
    if institution is None and not propn:
        nouns = any(word.upos == "NOUN" for word in words)
        return unnamed_row(resolver, words, "other", "unnamed_party") if nouns else None
    name_words = [word for word in words if word.upos != "DET"]
    name = (
        display_name([word.text for word in (name_run(words, words.index(propn[0])) or propn)])
        if propn
        else (" ".join(word.text for word in name_words))
    )
    source = Source(
        id=kebab(name)[:60] or "party",
        name=name,
        kind=institution or entity_kind(sentence, words),
        origin="discovered",
        country=country_in(words),
    )
    resolver.sources.setdefault(source.id, source)
    return Party(source.id, "named" if propn else "role", "discovered", name)
