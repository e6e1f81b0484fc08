"""Attribution chains: who passed a statement on, from the publisher to its origin.

    publisher ← agency of the article's mark ← medium that reports it ← party that put it forward

A link is whoever the text says the next one has it from: the enclosing statement (*Reuters berichtete, der NIS habe
gesagt, …*), a *laut BBC* around another attribution, *unter Berufung auf den NIS*. The party spoken to (*sagte der
Zeitung*) is no link. As far as the text does not tell, the chain ends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.quotation.settle import parent_of
from attrib.records import ChainLink, Document, Part, Span, Statement
from attrib.source import Party, Resolver
from attrib.source.agency_mark import agency_marks
from attrib.source.crediting import Credited, publisher
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.language import Language


@dataclass(frozen=True, slots=True)
class _Step:
    """The parties that stand side by side at one place of a chain."""

    parties: tuple[tuple[str, str | None], ...]
    """Source and the words that name it."""
    rule: str
    detail: str


def attribution_chains(
    document: Document,
    parts: Sequence[Part],
    analysis: Analysis,
    credited: Sequence[Credited],
    resolver: Resolver,
    *,
    language: Language,
) -> tuple[tuple[ChainLink, ...], ...]:
    """The chain of each statement, outermost first; parties of joint speakers share a position."""
    marks = agency_marks(document, parts, resolver.registry, language=language)
    outer = publisher(document, resolver.registry)
    resolver.sources.setdefault(outer.id, outer)
    head = [_Step(((outer.id, None),), "publisher", "published it")]
    if marks:
        for entry, _ in marks:
            resolver.registered(entry, "named", "agency_mark", entry.name.de)
        named = tuple((entry.id, document.text[span.start : span.end]) for entry, span in marks)
        head.append(_Step(named, "agency_mark", "named at the head or foot of the article"))
    chains = _Chains(document, analysis, credited, resolver, language)
    return tuple(_links([*head, *chains.steps(place)]) for place in range(len(credited)))


def with_chain(statement: Statement, chain: tuple[ChainLink, ...]) -> Statement:
    """The statement with its chain; the origin is the last link, None if that is open or several stand there."""
    last = [link for link in chain if link.position == chain[-1].position]
    origin = last[0].source if len(last) == 1 and statement.sources else None
    return statement.model_copy(update={"chain": chain, "origin": origin})


def _links(steps: Sequence[_Step]) -> tuple[ChainLink, ...]:
    links: list[ChainLink] = []
    seen: set[str] = set()
    for step in steps:
        new = [(source, mention) for source, mention in step.parties if source not in seen]
        position = links[-1].position + 1 if links else 0
        links += [
            ChainLink(position=position, source=source, mention=mention, rule=step.rule, detail=step.detail)
            for source, mention in new
        ]
        seen |= {source for source, _ in new}
    return tuple(links)


class _Chains:
    """The steps of each statement behind publisher and agency."""

    def __init__(
        self,
        document: Document,
        analysis: Analysis,
        credited: Sequence[Credited],
        resolver: Resolver,
        language: Language,
    ) -> None:
        self._text = document.text
        self._analysis = analysis
        self._credited = credited
        self._quoted = [item.quotation for item in credited]
        self._resolver = resolver
        self._language = language

    def steps(self, place: int) -> list[_Step]:
        """Enclosing statements first, then a medium around this one, its own source, and on whom that one relies."""
        item = self._credited[place]
        if item.quotation.type == "author":
            return []
        parent = parent_of(place, self._quoted)
        found = [] if parent is None else self.steps(parent)
        medium = self._medium_around(place)
        if medium is not None and parent is None:
            found.append(medium)
        own = tuple((link.source, link.mention) for link in item.sources if link.relation == "states")
        if own:
            found.append(_Step(own, "source", "credited with it"))
            found += self._relied_on(item)
        return found

    def _medium_around(self, place: int) -> _Step | None:
        """*Laut BBC sagte der Präsident, …*: an attribution to a medium whose statement holds this one's frame."""
        item = self._credited[place]
        if not item.quotation.frame:
            return None
        for number, other in enumerate(self._credited):
            outer = other.quotation
            if number == place or outer.sentence != item.quotation.sentence or outer.marker != "according_to":
                continue
            media = tuple((link.source, link.mention) for link in other.sources if self._is_medium(link.source))
            if media and any(span.contains(item.quotation.frame[0]) for span in outer.spans):
                return _Step(media, "passed_on", "reports that it was said")
        return None

    def _is_medium(self, source: str) -> bool:
        return self._resolver.sources[source].kind in {"media", "news_agency", "publisher"}

    def _relied_on(self, item: Credited) -> Iterator[_Step]:
        """*unter Berufung auf den NIS*, *beruft sich auf Polizeikreise*, in the frame's sentence."""
        if not item.quotation.cue:
            return
        near = self._analysis.touching(item.quotation.cue[0].start, item.quotation.cue[-1].end)
        for sentence in near[:1]:
            span = reliance(sentence, language=self._language)
            if span is None or item.quotation.overlaps(span):
                continue
            found = self._resolver.mention_words(span)
            parties: tuple[Party, ...] = () if found is None else self._resolver.parties(*found)
            words = self._text[span.start : span.end]
            if parties:
                yield _Step(
                    tuple((party.source, words) for party in parties), "relied_on", "named as whom it relies on"
                )


def reliance(sentence: Sentence, *, language: Language) -> Span | None:
    """The noun phrase behind *unter Berufung auf*, *mit Verweis auf*, *beruft sich auf*; None if there is none."""
    words = sentence.words
    for place, word in enumerate(words[:-1]):
        before = words[place - 1] if place else None
        noun = word.form in language.words.reliance_nouns and before is not None
        named = noun and before is not None and before.form in language.words.reliance_prepositions
        verb = word.lemma.lower() in language.words.reliance_verbs
        if not named and not verb:
            continue
        behind = words[place + 1 : place + 2] if named else words[place + 1 : place + 8]
        link = next((item for item in behind if item.form in language.words.reliance_links), None)
        head = None if link is None else _nominal_behind(sentence, link.number)
        if link is not None and head is not None:
            phrase = [item for item in language.grammar.phrase(sentence, head) if item.number > link.number]
            return Span(phrase[0].start, phrase[-1].end) if phrase else None
    return None


def _nominal_behind(sentence: Sentence, number: int) -> Word | None:
    return next((word for word in sentence.words[number : number + 6] if word.upos in {"NOUN", "PROPN", "X"}), None)
