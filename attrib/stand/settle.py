"""From the stands in a text to assessments of its statements, and from those to each statement's status."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from attrib.records import Assessment, Document, Span, Statement
from attrib.source import Known, Party, Resolver
from attrib.source.publisher import publisher
from attrib.stand.central import REACH, central_claim
from attrib.stand.find import StandFound, find_stands
from attrib.stand.status import status
from attrib.stand.target import Target, target
from attrib.statement.grouping import Proposition, groups, likeness
from attrib.statement.told import Statements, Told
from attrib.text.text import Text

_NEAR = 3
"""How many sentences back an only statement may be and is still what a stand without an object is about."""


def assess(
    text: Text, told: Sequence[Told], resolver: Resolver, known: Known
) -> tuple[tuple[Statement, ...], tuple[Assessment, ...], Known]:
    """The statements with their status in the document, every assessment found in it, and what is known by now."""
    taken = _Stands(text, told, resolver, known)
    unique = _once([item for view in text.views for stand in find_stands(view) for item in taken.assessments(stand)])
    about: dict[str | None, list[Assessment]] = {}
    for item in unique:
        about.setdefault(item.statement, []).append(item)
    return tuple(_with_status(item.row, about.get(item.row.id, ())) for item in told), unique, taken.known


def _once(found: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """*weder bestätigen noch dementieren* is one stand: of equal ones in one clause the first."""
    kept: dict[object, Assessment] = {}
    for item in found:
        kept.setdefault((item.statement, item.source, item.verdict, item.start, item.end), item)
    return tuple(kept.values())


class _Stands:
    """The stands of one document, asked in text order: what was taken before decides what follows."""

    def __init__(self, text: Text, told: Sequence[Told], resolver: Resolver, known: Known) -> None:
        self.known = known
        self._text = text
        self._statements = Statements(told)
        self._resolver = resolver
        self._last: tuple[str, ...] = ()
        """Who took the stand before."""
        self._reporting: set[str] = set()
        """The statements that only report somebody's stand on others."""

    def assessments(self, stand: StandFound) -> Iterator[Assessment]:
        """What the next stand says of each statement that it is about."""
        found = self._target(stand)
        own = tuple(_own_act(stand, self._statements)) if stand.verdict == "confirms" else ()
        if self._is_bare_in_heading(stand) or not (found.is_stand or any(map(self._confirms_event, own))):
            return
        about, holder = tuple(dict.fromkeys((*found.about, *own))), found.holder
        if not (stand.continues and self._last):
            self._last = self._parties(stand, about)
        if holder is not None and set(holder.parties).isdisjoint(self._last):
            # *Verbündete hätten das bestätigt, sagte die Sprecherin*: her words report the stand on the others.
            self._reporting.add(holder.row.id)
            about = tuple(item for item in about if item is not holder)
        statements: list[str | None] = [item.row.id for item in about]
        for source, statement in product(self._last, statements or [None]):
            rule = found.rule if found.is_stand else "own_act"
            yield _assessment(self._text.document, stand, source, statement, rule)

    def _confirms_event(self, act: Told) -> bool:
        """*Das Amt bestätigte den Fund*, whatever the noun is.

        Not *bestätigte seine Buchung*, *bestätigte sie als Vorsitzende*; and a court that confirms a sentence acts.
        """
        words, listed = self._text.words_in(act.quotation.spans), self._text.language.words
        other = any(word.form in listed.possessives | listed.comparison_particles for word in words)
        kinds = {self.known.sources[party].kind for party in act.parties}
        return act.quotation.states == "topic" and not other and "court" not in kinds

    def _is_bare_in_heading(self, stand: StandFound) -> bool:
        """*Russland dementiert* over a text: a heading takes a stand only with what is credited in it."""
        if self._text.parts[stand.view.sentence.part].kind != "heading":
            return False
        near = self._statements.near(stand.evidence)
        return not any(item.quotation.type != "author" and item.quotation.overlaps(stand.evidence) for item in near)

    def _target(self, stand: StandFound) -> Target:
        """What the stand is about: where it points, else what it names; what the article is about."""
        found = target(stand, self._statements, self._text, self._resolve)
        named = _named_object(stand, self._statements) if found.is_open else ()
        if named:
            return Target(named, "object", holder=named[-1])
        if not found.is_discourse:
            return found
        before = _credited_before(stand, self._statements)
        central = self._central([item for item in before if item.row.id not in self._reporting], stand)
        return replace(found, about=central)

    def _central(self, before: Sequence[Told], stand: StandFound) -> tuple[Told, ...]:
        """The article's central claim: the largest one, without figures if it can be; or the only statement so far."""
        leading = _largest(before, figures=False) or _largest(before)
        if leading:
            return leading
        if len(before) == 1 and before[0].quotation.sentence >= stand.view.sentence.number - _NEAR:
            return tuple(before)
        return tuple(before[place] for place in central_claim([item.quotation for item in before], self._text))

    def _parties(self, stand: StandFound, about: Sequence[Told]) -> tuple[str, ...]:
        """Who takes the stand: its subject, the source of the statement that holds it, or the publisher."""
        said = [item for item in about if item.quotation.type == "direct" and _is_cue_of(stand, item)]
        if said:
            return said[0].parties  # *„p“, gab X zu*: who is quoted
        if stand.speaker is not None:
            parties = self._own_role(stand) or self._resolve(stand.speaker)
            return tuple(party.source for party in parties)
        holding = [item for item in self._statements.around(stand.word.span) if item.quotation.type != "author"]
        if holding:
            return min(holding, key=lambda item: item.quotation.length).parties
        if stand.agentless and stand.stand.pos == "verb" and stand.verdict in {"denies", "confirms"} and not about:
            return ()
        return (publisher(self._text.document, self._resolver.registry).id,)

    def _resolve(self, mention: Span) -> tuple[Party, ...]:
        parties, self.known = self._resolver.resolve(mention, self.known)
        return parties

    def _own_role(self, stand: StandFound) -> tuple[Party, ...]:
        """*Verbündete hätten das bestätigt*, said by the NATO's spokeswoman: hers, if the registry knows such."""
        if stand.speaker is None:
            return ()
        noun = self._text.cut([stand.speaker])
        holding = self._statements.around(stand.word.span)
        institutions = sorted({link.source for item in holding for link in item.row.sources})
        registry = self._resolver.registry
        entries = {entry.id: entry for each in institutions for entry in registry.by_role(noun, each)}
        if len(entries) != 1:
            return ()
        (entry,) = entries.values()
        self.known = self.known.with_entry(entry, registry)
        detail = f"{noun}: of {', '.join(institutions)}"
        return (Party(entry.id, entry.disclosure or "role", "role_of_speaker", detail),)


def _is_cue_of(stand: StandFound, item: Told) -> bool:
    return any(span.contains(stand.word.span) for span in item.quotation.cue)


def _own_act(stand: StandFound, statements: Statements) -> Iterator[Told]:
    """*Das Amt bestätigte den Tod*: an act of confirming presupposes what it sums up, and confirms it."""
    place = stand.word.span
    for item in statements.near(place):
        if item.quotation.type == "reported" and _is_cue_of(stand, item):
            yield item


def _named_object(stand: StandFound, statements: Statements) -> tuple[Told, ...]:
    """*Verbündete bestätigten die Stationierung der Truppen*: what puts that forward before, and this itself."""
    for own in statements.around(stand.word.span):
        said = own.proposition
        if said is not None and said.is_class:
            if likeness(said, said) is None:
                return ()
            earlier = (item for item in statements.near(stand.evidence) if item.row.number < own.row.number)
            return (*(item for item in earlier if _says_the_same(item, said)), own)
    return ()


def _says_the_same(item: Told, said: Proposition) -> bool:
    """A stand on the matter says nothing of the figures that others give for it, nor of what is the author's."""
    other = item.proposition
    alike = other is not None and other.value == said.value and likeness(said, other) is not None
    return alike and item.quotation.type != "author"


def _largest(before: Sequence[Told], *, figures: bool = True) -> tuple[Told, ...]:
    """The members of the largest claim among some statements; none if there are two."""
    said = (item.proposition for item in before)
    found = groups(item for item in said if item is not None and (figures or item.value is None))
    sizes = sorted(map(len, found))
    if not sizes or sizes[-1:] == sizes[-2:-1]:
        return ()
    members = {item.statement for item in max(found, key=len)}
    return tuple(item for item in before if item.row.id in members)


def _credited_before(stand: StandFound, statements: Statements) -> tuple[Told, ...]:
    """The last credited statements at the top level that end before the stand, as many as are looked at."""
    ended = statements.ended_before(stand.evidence)
    return tuple(item for item in ended if item.quotation.type not in {"author", "reported"})[-REACH:]


def _assessment(document: Document, stand: StandFound, source: str, statement: str | None, rule: str) -> Assessment:
    return Assessment(
        document=document.id,
        statement=statement,
        source=source,
        verdict=stand.verdict,
        start=stand.evidence.start,
        end=stand.evidence.end,
        exact=document.text[stand.evidence.start : stand.evidence.end],
        rule=rule,
        detail=f"{stand.word.text} ({stand.stand.lemma})",
    )


def _with_status(statement: Statement, own: Sequence[Assessment]) -> Statement:
    """The statement with the status that the assessments of it, and of nothing else, give."""
    hearsay = any(link.source == "hearsay" for link in statement.sources)
    value = status(own, type=statement.type, is_hearsay=hearsay)
    return statement.model_copy(update={"status_in_document": value, "status": value})
