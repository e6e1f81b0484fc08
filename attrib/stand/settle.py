"""From the stands in a text to assessments of its statements, and from those to each statement's status."""

from collections.abc import Mapping, Sequence
from itertools import islice

from attrib.quotation import Quotation
from attrib.quotation.merge import near
from attrib.records import Assessment, Document, Span, Statement
from attrib.registry.registry import RegistrySource
from attrib.source import Known, Resolver
from attrib.source.crediting import Credited
from attrib.source.publisher import publisher
from attrib.stand.central import REACH, central_claim
from attrib.stand.find import StandFound, find_stands
from attrib.stand.status import status
from attrib.stand.target import Statements, target
from attrib.statement.grouping import Proposition, groups, likeness
from attrib.text.analysis import Analysis
from attrib.text.language import Language
from attrib.text.view import View


def assess(
    document: Document,
    analysis: Analysis,
    views: Sequence[View],
    credited: Sequence[Credited],
    statements: Sequence[Statement],
    resolver: Resolver,
    known: Known,
    propositions: Mapping[str, Proposition],
    *,
    language: Language,
) -> tuple[tuple[Statement, ...], tuple[Assessment, ...], Known]:
    """The statements with their status in the document, every assessment found in it, and what is known by now."""
    quoted = [item.quotation for item in credited]
    targets = Statements(quoted, [_stating(item) for item in credited])
    same = [propositions.get(statement.id) for statement in statements]
    found: list[Assessment] = []
    last: tuple[str, ...] = ()
    reporting: set[int] = set()
    for view in views:
        for stand in find_stands(view, language=language):
            places, rule, known = target(stand, targets, views, resolver, known, language=language)
            named = _named_object(stand, quoted, same) if rule in {"undecided", "none"} else ()
            if named:
                places, rule = named, "object"
            if rule == "undecided":
                continue
            if rule == "discourse":
                before = tuple(place for place in _indirect_before(stand, quoted) if place not in reporting)
                places = _central(before, quoted, same, analysis, stand, language=language)
            if stand.verdict == "confirms":
                places = tuple(dict.fromkeys((*places, *_own_act(stand, quoted))))
            if stand.continues and last:
                parties = last
            else:
                parties, known = _parties(stand, document, credited, quoted, resolver, known, places)
            last = parties
            if named and not targets.parties[named[-1]] & set(parties):
                # *Verbündete hätten das bestätigt, sagte die Sprecherin*: her words report the stand on the others.
                places = places[:-1]
                reporting.add(named[-1])
            for source in parties:
                ids: list[str | None] = [statements[place].id for place in places]
                ids = ids or [None]
                found.extend(_assessment(document, stand, source, target_id, rule) for target_id in ids)
    unique = _once(found)
    about: dict[str | None, list[Assessment]] = {}
    for item in unique:
        about.setdefault(item.statement, []).append(item)
    judged = (_with_status(item, credited[i], about.get(item.id, ())) for i, item in enumerate(statements))
    return tuple(judged), unique, known


def _once(found: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """*weder bestätigen noch dementieren* is one stand: of equal ones in one clause the first."""
    kept: dict[object, Assessment] = {}
    for item in found:
        kept.setdefault((item.statement, item.source, item.verdict, item.start, item.end), item)
    return tuple(kept.values())


def _stating(credited: Credited) -> frozenset[str]:
    return frozenset(link.source for link in credited.sources if link.relation == "states")


def _own_act(stand: StandFound, quoted: Sequence[Quotation]) -> tuple[int, ...]:
    """*Das Amt bestätigte den Tod*: an act of confirming presupposes what it sums up, and confirms it."""
    place = stand.word.span
    return tuple(
        i
        for i in near(place, quoted)
        if quoted[i].type == "reported" and any(span.contains(place) for span in quoted[i].cue)
    )


def _named_object(
    stand: StandFound, quoted: Sequence[Quotation], same: Sequence[Proposition | None]
) -> tuple[int, ...]:
    """*Verbündete bestätigten die Stationierung der Truppen*: what puts that forward before, and this itself."""
    for place in near(stand.word.span, quoted):
        own = same[place]
        if own is None or not own.is_class or not quoted[place].covers(stand.word.span):
            continue
        if likeness(own, own) is None:
            return ()
        earlier = [other for other in near(stand.evidence, quoted) if other < place]
        alike = [other for other in earlier if (item := same[other]) is not None and likeness(own, item) is not None]
        return (*(other for other in alike if quoted[other].type != "author" and _same_figure(own, same[other])), place)
    return ()


def _same_figure(one: Proposition, other: Proposition | None) -> bool:
    """A stand on the matter says nothing of the figures that others give for it."""
    return other is not None and one.value == other.value


def _central(
    before: tuple[int, ...],
    quoted: Sequence[Quotation],
    same: Sequence[Proposition | None],
    analysis: Analysis,
    stand: StandFound,
    *,
    language: Language,
) -> tuple[int, ...]:
    """The article's central claim: the largest claim without a figure, or by the nouns; the only statement so far."""
    listed = [(item, place) for place in before if (item := same[place]) is not None]
    for some in ([pair for pair in listed if pair[0].value is None], listed):
        found = groups(item for item, _ in some)
        largest = max((len(group) for group in found), default=0)
        leading = [group for group in found if len(group) == largest]
        if len(leading) == 1:
            places = {item.statement: place for item, place in some}
            return tuple(sorted(places[item.statement] for item in leading[0]))
    near_by = stand.view.sentence.number - 3
    if len(before) == 1 and quoted[before[0]].sentence >= near_by:
        return before
    return central_claim(before, quoted, analysis, language=language)


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
    known: Known,
    places: Sequence[int],
) -> tuple[tuple[str, ...], Known]:
    """Who takes the stand: its subject, the source of the statement that holds it, or the publisher."""
    if stand.speaker is not None:
        entry = _own_role(stand, document, credited, quoted, resolver)
        if entry is not None:
            return (entry.id,), known.with_entry(entry, resolver.registry)
        parties, known = resolver.resolve(stand.speaker, known)
        if parties:
            return tuple(party.source for party in parties), known
    if stand.speaker is None:
        place = stand.word.span
        nearby = (credited[i] for i in near(place, quoted))
        holding = [item for item in nearby if item.quotation.covers(place) and item.quotation.type != "author"]
        if holding:
            inner = min(holding, key=lambda item: item.quotation.length)
            return tuple(link.source for link in inner.stating), known
    if stand.agentless and stand.stand.pos == "verb" and stand.verdict in {"denies", "confirms"} and not places:
        return (), known
    source = publisher(document, resolver.registry)
    return (source.id,) if stand.speaker is None else (), known.with_rows(source)


def _own_role(
    stand: StandFound,
    document: Document,
    credited: Sequence[Credited],
    quoted: Sequence[Quotation],
    resolver: Resolver,
) -> RegistrySource | None:
    """*Verbündete hätten das bestätigt*, said by the NATO's spokeswoman: hers, if the registry knows such."""
    if stand.speaker is None:
        return None
    noun = document.text[stand.speaker.start : stand.speaker.end]
    holding = [credited[i] for i in near(stand.word.span, quoted) if quoted[i].covers(stand.word.span)]
    institutions = sorted({link.source for item in holding for link in item.sources})
    entries = {entry.id: entry for each in institutions for entry in resolver.registry.by_role(noun, each)}
    return next(iter(entries.values())) if len(entries) == 1 else None


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
