"""Attribution chains: who passed a statement on, from the publisher to its origin.

    publisher ← agency of the article's mark ← medium that reports it ← party that put it forward

A link is whoever the text says the next one has it from: the enclosing statement (*Reuters berichtete, der NIS habe
gesagt, …*), a *laut BBC* around or beside another frame, *unter Berufung auf den NIS*. The party spoken to (*sagte der
Zeitung*) is no link. As far as the text does not tell, the chain ends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.quotation import Quotation
from attrib.quotation.settle import parent_of
from attrib.records import ChainLink, Span, Statement
from attrib.registry.registry import Registry
from attrib.source.agency_mark import agency_marks
from attrib.source.crediting import Credited
from attrib.source.known import Known
from attrib.source.publisher import publisher
from attrib.source.resolver import Resolver
from attrib.text.analysis import NO_WORD, Word
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import first_form

_REFLEXIVE = 7
"""How many words behind its verb the preposition stands at most: *beruft sich … auf*."""
_PHRASE = 6
"""How many words behind its preposition the noun stands at most."""
_NOUNS = frozenset({"NOUN", "PROPN", "X"})


@dataclass(frozen=True, slots=True)
class _Step:
    """The parties that stand side by side at one place of a chain."""

    parties: tuple[tuple[str, str | None], ...]
    """Source and the words that name it."""
    rule: str
    detail: str


def attribution_chains(
    text: Text, credited: Sequence[Credited], resolver: Resolver, known: Known
) -> tuple[tuple[tuple[ChainLink, ...], ...], Known]:
    """The chain of each statement, outermost first, joint speakers at one position; and what is known by now."""
    head, known = _head(text, resolver.registry, known)
    chains = _Chains(text, credited, resolver, known)
    found = tuple(_links([*head, *chains.steps(place)]) for place in range(len(credited)))
    return found, chains.known


def with_chain(statement: Statement, chain: tuple[ChainLink, ...]) -> Statement:
    """The statement with its chain; the origin is the last link, None if that is open or several stand there."""
    last = [link for link in chain if link.position == chain[-1].position]
    origin = last[0].source if len(last) == 1 and statement.sources else None
    return statement.model_copy(update={"chain": chain, "origin": origin})


def _head(text: Text, registry: Registry, known: Known) -> tuple[list[_Step], Known]:
    """The publisher, and the agencies whose text it is."""
    outer = publisher(text.document, registry)
    known = known.with_rows(outer)
    head = [_Step(((outer.id, None),), "publisher", "published it")]
    marks = agency_marks(text, registry)
    for entry, _ in marks:
        known = known.with_entry(entry, registry)
    if marks:
        named = tuple((entry.id, text.cut((span,))) for entry, span in marks)
        head.append(_Step(named, "agency_mark", "named at the head or foot of the article"))
    return head, known


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
    """The steps of each statement behind publisher and agency; what is known grows by those relied on."""

    def __init__(self, text: Text, credited: Sequence[Credited], resolver: Resolver, known: Known) -> None:
        self.known = known
        self._text = text
        self._credited = credited
        self._quoted = [item.quotation for item in credited]
        self._resolver = resolver

    def steps(self, place: int) -> list[_Step]:
        """Enclosing statements first, then who passed this one on, its own source, and on whom that one relies."""
        item = self._credited[place]
        if item.quotation.type == "author":
            return []
        parent = parent_of(place, self._quoted)
        found = [] if parent is None else self.steps(parent)
        found += [self._passed_on(mention) for mention in item.quotation.passed_on]
        own = tuple((link.source, link.mention) for link in item.stating)
        if own:
            found.append(_Step(own, "source", "credited with it"))
            found += self._relied_on(item.quotation)
        return found

    def _passed_on(self, mention: Span) -> _Step:
        """*Laut BBC sagte der Präsident, …*: who says that it was said."""
        parties, self.known = self._resolver.parties(mention, self.known)
        words = self._text.cut((mention,))
        return _Step(tuple((party.source, words) for party in parties), "passed_on", "reports that it was said")

    def _relied_on(self, quotation: Quotation) -> Iterator[_Step]:
        """*unter Berufung auf den NIS*, *beruft sich auf Polizeikreise*, in the frame's sentence."""
        if not quotation.cue:
            return
        cue = Span(quotation.cue[0].start, quotation.cue[-1].end)
        for sentence in self._text.touching(cue)[:1]:
            span = reliance(self._text.views[sentence.number])
            if span is None or quotation.overlaps(span):
                continue
            parties, self.known = self._resolver.parties(span, self.known)
            words = self._text.cut((span,))
            if parties:
                named = tuple((party.source, words) for party in parties)
                yield _Step(named, "relied_on", "named as whom it relies on")


def reliance(view: View) -> Span | None:
    """The noun phrase behind *unter Berufung auf*, *mit Verweis auf*, *beruft sich auf*; None if there is none."""
    for word in view.sentence.words[:-1]:
        link = _link(view, word)
        if not link:
            continue
        head = next((item for item in _behind(view, link, _PHRASE) if item.upos in _NOUNS), None)
        if head is not None:
            phrase = [item for item in view.phrase(head) if item.number > link.number]
            return Span(phrase[0].start, phrase[-1].end) if phrase else None
    return None


def _link(view: View, word: Word) -> Word:
    """The preposition that joins whom it relies on to a noun or verb of relying; NO_WORD if there is none."""
    words = view.language.words
    named = word.form in words.reliance_nouns and view.before(word).form in words.reliance_prepositions
    reach = 1 if named else _REFLEXIVE if word.lemma.lower() in words.reliance_verbs else 0
    return first_form(_behind(view, word, reach), words.reliance_links) if reach else NO_WORD


def _behind(view: View, word: Word, reach: int) -> Sequence[Word]:
    return view.words(word.number + 1, word.number + reach)
