"""Quotations → sources: each statement's parties, in text order, because what was named before decides what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.quotation import Quotation
from attrib.records import Document, Source, Span, StatementSource
from attrib.registry.registry import Registry, to_source
from attrib.source import STEPS, Party, Resolver, to_statement_source
from attrib.source.anonymity import anonymity
from attrib.source.mention import kebab
from attrib.text.adverb import hearsay_adverb
from attrib.text.analysis import Analysis, Sentence, words_in
from attrib.text.language import Language

HEARSAY = Source(
    id="hearsay",
    name="Hörensagen",
    name_en="Hearsay",
    kind="hearsay",
    origin="hearsay",
    reliability_basis="Not rated: nobody is named.",
)


Resolved = Mapping[tuple[Span, ...], tuple[Party, ...]]
"""The parties of every mention that was resolved, by its spans."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A quotation with the parties behind it."""

    quotation: Quotation
    sources: tuple[StatementSource, ...]


def credit(
    document: Document,
    analysis: Analysis,
    found: Sequence[Quotation],
    *,
    language: Language,
    registry: Registry,
) -> tuple[tuple[Credited, ...], Resolver]:
    """Each quotation with its sources, and the resolver that knows the document's parties."""
    resolver = Resolver(document, analysis, registry, language, STEPS)
    resolved: dict[tuple[Span, ...], tuple[Party, ...]] = {}
    credited: list[Credited] = []
    for quotation in found:
        item, parties = _one(document, analysis, quotation, resolver, resolved, credited, language=language)
        resolved[quotation.speaker] = parties
        credited.append(_with_institutions(_with_anonymity(item, document, resolver), resolver))
    return tuple(credited), resolver


def _with_anonymity(credited: Credited, document: Document, resolver: Resolver) -> Credited:
    """Anonymous parties with the words by which the text says that or why they stay so."""
    speaker = credited.quotation.speaker
    if not speaker or not any(link.disclosure == "unnamed" for link in credited.sources):
        return credited
    mention = Span(speaker[0].start, speaker[-1].end)
    sentence = resolver.analysis.sentences[resolver.sentence_at(mention.start)]
    reason = anonymity(sentence, mention, language=resolver.language)
    if reason is None:
        return credited
    words = document.text[reason.start : reason.end]
    links = tuple(
        link.model_copy(update={"anonymity": words}) if link.disclosure == "unnamed" else link
        for link in credited.sources
    )
    return Credited(credited.quotation, links)


def _with_institutions(credited: Credited, resolver: Resolver) -> Credited:
    """The second link of people who speak for an institution, so that filters by institution find them too."""
    stated = {link.source for link in credited.sources}
    links = [
        StatementSource(
            source=institution,
            relation="speaks_for",
            disclosure=link.disclosure,
            mention=link.mention,
            rule="speaks_for",
            detail=f"{resolver.sources[link.source].name} speaks for it",
        )
        for link in credited.sources
        if (institution := resolver.sources[link.source].speaks_for) is not None and institution not in stated
    ]
    unique = {link.source: link for link in links}
    return Credited(credited.quotation, (*credited.sources, *unique.values()))


def _one(
    document: Document,
    analysis: Analysis,
    quotation: Quotation,
    resolver: Resolver,
    resolved: Resolved,
    before: Sequence[Credited],
    *,
    language: Language,
) -> tuple[Credited, tuple[Party, ...]]:
    if quotation.type == "author":
        return _author(document, analysis, quotation, resolver, language=language), ()
    known = resolved.get(quotation.speaker, ()) if quotation.speaker else ()
    if quotation.speaker and (known or not quotation.anaphoric):
        parties = known or resolver.resolve(Span(quotation.speaker[0].start, quotation.speaker[-1].end))
        mention = _text(document, quotation.speaker)
        if quotation.impersonal:
            parties = tuple(Party(item.source, "impersonal", item.rule, item.detail) for item in parties)
        return Credited(quotation, tuple(to_statement_source(item, mention) for item in parties)), parties
    if quotation.anaphoric:
        parties = _back_reference(analysis, quotation, resolver, resolved, before)
        mention = _text(document, quotation.speaker)
        return Credited(quotation, tuple(to_statement_source(item, mention) for item in parties)), parties
    return _impersonal(quotation, resolver, resolved), ()


def _parties(mention: tuple[Span, ...], resolver: Resolver, resolved: Resolved) -> tuple[Party, ...]:
    """The parties of a mention that was resolved before, else those it means."""
    return resolved.get(mention) or resolver.resolve(Span(mention[0].start, mention[-1].end))


def _text(document: Document, spans: Sequence[Span]) -> str:
    return " … ".join(document.text[span.start : span.end] for span in spans)


def _author(
    document: Document, analysis: Analysis, quotation: Quotation, resolver: Resolver, *, language: Language
) -> Credited:
    near = analysis.touching(quotation.start, quotation.end) if quotation.marker == "none" else ()
    adverb = hearsay_adverb(words_in(quotation.spans, near), language=language)
    if quotation.impersonal or adverb is not None:
        resolver.sources.setdefault(HEARSAY.id, HEARSAY)
        if adverb is not None:
            quotation = quotation.with_(marker="adverb", cue=(adverb.span,), rule="hearsay_adverb", detail=adverb.text)
        detail = "nobody is named"
        link = StatementSource(source=HEARSAY.id, disclosure="impersonal", rule="hearsay", detail=detail)
        return Credited(quotation, (link,))
    source = publisher(document, resolver.registry)
    resolver.sources.setdefault(source.id, source)
    return Credited(quotation, (StatementSource(source=source.id, rule="publisher", detail="the article's own voice"),))


def publisher(document: Document, registry: Registry) -> Source:
    """The outlet's row: the registry's, one made of its name, or one of this document alone if it is unknown."""
    if document.publisher is None:
        return Source(
            id=f"publisher-{document.id}",
            name=f"Unbekannter Herausgeber ({document.name})",
            name_en=f"Unknown publisher ({document.name})",
            kind="publisher",
            origin="publisher",
        )
    known = registry.by_alias(document.publisher)
    if len(known) == 1:
        return to_source(known[0])
    return Source(id=kebab(document.publisher), name=document.publisher, kind="publisher", origin="publisher")


def _back_reference(
    analysis: Analysis,
    quotation: Quotation,
    resolver: Resolver,
    resolved: Resolved,
    before: Sequence[Credited],
) -> tuple[Party, ...]:
    """*nach eigenen Angaben* → the subject of its clause; *demnach* → who was speaking before."""
    sentence = analysis.sentences[quotation.sentence]
    if quotation.marker == "according_to":
        subject = _subject_span(sentence, quotation)
        return () if subject is None else resolver.resolve(subject)
    if quotation.refers_to:
        return _parties(quotation.refers_to, resolver, resolved)
    return _last_party(quotation, before)


def _subject_span(sentence: Sentence, quotation: Quotation) -> Span | None:
    place = min(span.start for span in quotation.cue)
    candidates = [
        word for word in sentence.words if quotation.overlaps(word.span) and word.upos in {"NOUN", "PROPN", "PRON"}
    ]
    subjects = [word for word in candidates if word.relation == "nsubj"]
    nominative = [word for word in candidates if word.start < place and word.has("Case=Nom")]
    for word in (*subjects, *nominative):
        below = [item for item in sentence.subtree(word) if quotation.overlaps(item.span)]
        kept = [
            item
            for item in below
            if item.number <= word.number or item.relation in {"flat", "appos", "nmod", "compound"}
        ]
        run = [item for item in kept if abs(item.number - word.number) <= 3] or [word]
        return Span(run[0].start, run[-1].end)
    return None


def _last_party(quotation: Quotation, before: Sequence[Credited]) -> tuple[Party, ...]:
    """The parties of the nearest statement before, at most three sentences away."""
    for item in reversed(before):
        if item.quotation.sentence < quotation.sentence - 6:
            break
        near = quotation.sentence - 3 <= item.quotation.sentence <= quotation.sentence
        if near and item.quotation.type != "author" and item.sources and item.quotation.end <= quotation.start:
            return tuple(
                Party(link.source, link.disclosure or "named", "anaphor", f"as in the statement before ({link.rule})")
                for link in item.sources
                if link.relation == "states"
            )
    return ()


def _impersonal(quotation: Quotation, resolver: Resolver, resolved: Resolved) -> Credited:
    """*hieß es weiter*: who was speaking; nobody in reach: hearsay. What no frame credits stays unresolved."""
    if not quotation.impersonal:
        return Credited(quotation, ())
    mention = quotation.refers_to
    parties = _parties(mention, resolver, resolved) if quotation.continues and mention else ()
    if not parties:
        resolver.sources.setdefault(HEARSAY.id, HEARSAY)
        link = StatementSource(source=HEARSAY.id, disclosure="impersonal", rule="hearsay", detail="nobody is named")
        return Credited(quotation, (link,))
    words = resolver.document.text[mention[0].start : mention[-1].end]
    links = tuple(
        StatementSource(
            source=party.source,
            disclosure="impersonal",
            mention=words,
            rule="goes_on",
            detail=f"nobody is named; {words} was speaking just before",
        )
        for party in parties
    )
    return Credited(quotation.with_(speaker=mention), links)
