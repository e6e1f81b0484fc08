"""From the stands in a text to assessments of its statements, and from those to each statement's status."""

from collections.abc import Sequence
from itertools import islice

from attrib.analysis import Analysis, Span
from attrib.assessment import StandFound, find_stands, status
from attrib.claim import REACH, central_claim
from attrib.crediting import Credited, publisher
from attrib.language import Language
from attrib.quotation import Quotation, views_of
from attrib.quotation.merge import near
from attrib.records import Assessment, Document, Source, Statement
from attrib.source import Party, Resolver
from attrib.target import target


def assess(
    document: Document,
    analysis: Analysis,
    credited: Sequence[Credited],
    statements: Sequence[Statement],
    resolver: Resolver,
    *,
    language: Language,
) -> tuple[tuple[Statement, ...], tuple[Assessment, ...]]:
    """The statements with their status in the document, and every assessment found in it."""
    quoted = [item.quotation for item in credited]
    found: list[Assessment] = []
    last: tuple[str, ...] = ()
    for view in views_of(analysis, language=language):
        for stand in find_stands(view, language=language):
            places, rule = target(stand, quoted, language=language)
            if rule == "undecided":
                continue
            if rule == "discourse" and stand.verdict in {"denies", "doubts", "confirms"}:
                before = _indirect_before(stand, quoted)
                places = central_claim(before, quoted, analysis, language=language)
            parties = (
                last if stand.continues and last else _parties(stand, document, credited, quoted, resolver, places)
            )
            last = parties
            for source in parties:
                ids: list[str | None] = [statements[place].id for place in places]
                ids = ids or [None]
                found.extend(_assessment(document, stand, source, target_id, rule) for target_id in ids)
    unique = tuple(dict.fromkeys(found))
    about: dict[str | None, list[Assessment]] = {}
    for item in unique:
        about.setdefault(item.statement, []).append(item)
    judged = (_with_status(item, credited[i], about.get(item.id, ())) for i, item in enumerate(statements))
    return tuple(judged), unique


def _indirect_before(stand: StandFound, quoted: Sequence[Quotation]) -> tuple[int, ...]:
    """The last credited statements at the top level that end before the stand, as many as are looked at."""
    ending_before = (
        place
        for place in reversed(near(stand.evidence, quoted))
        if quoted[place].type not in {"author", "reported"}
        and quoted[place].level == 0
        and quoted[place].end <= stand.evidence.start
    )
    return tuple(islice(ending_before, REACH))[::-1]


def _parties(
    stand: StandFound,
    document: Document,
    credited: Sequence[Credited],
    quoted: Sequence[Quotation],
    resolver: Resolver,
    places: Sequence[int],
) -> tuple[str, ...]:
    """Who takes the stand: its subject, the source of the statement that holds it, or the publisher."""
    if stand.speaker is not None:
        parties: tuple[Party, ...] = resolver.resolve(stand.speaker)
        if parties:
            return tuple(party.source for party in parties)
    if stand.speaker is None:
        place = stand.word.span
        nearby = (credited[i] for i in near(place, quoted))
        holding = [item for item in nearby if item.quotation.covers(place) and item.quotation.type != "author"]
        if holding:
            inner = min(holding, key=lambda item: item.quotation.length)
            return tuple(link.source for link in inner.sources if link.relation == "states")
    if stand.agentless and stand.stand.pos == "verb" and stand.verdict in {"denies", "confirms"} and not places:
        return ()
    source: Source = publisher(document, resolver.registry)
    resolver.sources.setdefault(source.id, source)
    return (source.id,) if stand.speaker is None else ()


def _assessment(document: Document, stand: StandFound, source: str, target_id: str | None, rule: str) -> Assessment:
    evidence: Span = stand.evidence
    return Assessment(
        document=document.id,
        statement=target_id,
        source=source,
        verdict=stand.verdict,
        start=evidence.start,
        end=evidence.end,
        exact=document.text[evidence.start : evidence.end],
        rule=rule,
        detail=f"{stand.word.text} ({stand.stand.lemma})",
    )


def _with_status(statement: Statement, credited: Credited, own: Sequence[Assessment]) -> Statement:
    """The statement with the status that the assessments of it, and of nothing else, give."""
    hearsay = any(link.source == "hearsay" for link in credited.sources)
    value = status(own, type=statement.type, is_hearsay=hearsay)
    return statement.model_copy(update={"status_in_document": value, "status": value})
