"""Mention → source: a registered party, one found in the text, an unnamed one, or none. One candidate or none.

The order of the steps is the order of the evidence: a name says more than a role, a role more than a pronoun. What the
context does not decide stays unresolved; an ambiguous *Kim* is not given to the more frequent of two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from attrib.records import Disclosure, Document, Source, Span, StatementSource
from attrib.registry.registry import Registry, RegistrySource, to_source
from attrib.source.cast import Cast, Referent, gather
from attrib.source.mention import Named, find_names, kebab, longest_name, name_index, stem
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.language import Language


@dataclass(frozen=True, slots=True)
class Party:
    """Who a mention means and why; `source` is an id."""

    source: str
    disclosure: Disclosure
    rule: str
    detail: str


@dataclass(slots=True)
class Resolver:
    """What is known of one document's parties while its statements are read in order."""

    document: Document
    analysis: Analysis
    registry: Registry
    language: Language
    steps: "tuple[Step, ...]"
    """Tried in order on every mention; the first that names a party decides."""
    names: tuple[Named, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    history: list[tuple[int, Party]] = field(default_factory=list)
    """Parties resolved so far with the offset of their mention, in the order in which they were resolved."""

    named: dict[str, list[Named]] = field(default_factory=dict)
    """The places where each registered party is named, by its id, where the name leaves no choice."""
    bearers: dict[str, dict[str, Named]] = field(default_factory=dict)
    """Full names by the stem of their last word, each name once."""
    given: dict[str, dict[str, Named]] = field(default_factory=dict)
    """Full names by the stem of their first word: where the family name comes first, and for given names."""
    cast: Cast = field(default_factory=Cast)
    """Everybody the document names or brings in."""
    open: dict[Span, tuple[str, ...]] = field(default_factory=dict)
    """Mentions that stay unresolved because several parties fit, with their names."""

    def __post_init__(self) -> None:
        self.names = find_names(self.analysis, self.registry, language=self.language)
        for item in self.names:
            if len(item.candidates) == 1:
                self.named.setdefault(item.candidates[0], []).append(item)
            if item.is_full and " " in item.name:
                self.bearers.setdefault(stem(item.name.split()[-1]), {})[item.name] = item
                self.given.setdefault(stem(item.name.split()[0]), {})[item.name] = item
        self.cast = gather(self.analysis, self.names, self.registry, language=self.language)

    def names_in(self, start: int, end: int) -> tuple[Named, ...]:
        """The names that begin in a stretch of the document."""
        first = bisect_left(self.names, start, key=lambda item: item.span.start)
        last = bisect_left(self.names, end, key=lambda item: item.span.start)
        return self.names[first:last]

    def mention_words(self, span: Span) -> tuple[Sentence, list[Word]] | None:
        """The sentence and the words of a speaker span."""
        place = bisect_right(self.analysis.sentences, span.start, key=lambda sentence: sentence.start) - 1
        if place < 0 or span.start >= self.analysis.sentences[place].end:
            return None
        sentence = self.analysis.sentences[place]
        words = [word for word in sentence.words if span.start <= word.start and word.end <= span.end]
        return (sentence, self.language.grammar.joined_compounds(words)) if words else None

    def resolve(self, span: Span) -> tuple[Party, ...]:
        """The parties behind one mention; empty if the context does not decide."""
        found = self.mention_words(span)
        if found is None:
            return ()
        parties = self.parties(*found)
        self.history.extend((span.start, party) for party in parties)
        return parties

    def parties(self, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...]:
        """The parties behind the words of a mention: one, or the members of a coordination."""
        group = self.whole_name(words)
        if group is not None:
            return (group,)
        pieces = _coordinated(words, self.language.words.joining_conjunctions)
        if len(pieces) > 1 and not self._is_one_name(words) and not self._is_one_person(pieces):
            found = [self._one(sentence, piece) for piece in pieces]
            # *Kim und Putin*: one of the two is clear although the other is not.
            if all(parties is not None for parties in found):
                # *die Gewerkschaft Handel und Verkehr*: two pieces of one name are one party.
                once: dict[str, Party] = {}
                for party in (party for parties in found for party in parties or ()):
                    once.setdefault(party.source, party)
                return tuple(once.values())
        return self._one(sentence, words) or ()

    def _is_one_name(self, words: Sequence[Word]) -> bool:
        """Whether a registered name holds the conjunction: *die USA und ihre Verbündeten*."""
        index = name_index(self.registry).names
        for place in range(len(words)):
            known = longest_name(words, place, index)
            if known is not None and any(word.upos == "CCONJ" for word in words[place : place + known[0]]):
                return True
        return False

    def _is_one_person(self, pieces: Sequence[Sequence[Word]]) -> bool:
        """*Die Abgeordnete und Bürgermeisterin Hartmann*: two offices, one article, one name."""
        first, last = pieces[0], pieces[-1]
        named = [any(word.upos in {"PROPN", "X"} for word in piece) for piece in pieces]
        return (
            len(pieces) == 2 and first[0].upos == "DET" and last[0].upos in {"NOUN", "ADJ"} and named == [False, True]
        )

    def _one(self, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
        """What the first step that knows the words says of them; None if no step does."""
        whole = self.whole_name(words)
        if whole is not None:
            return (whole,)
        return next((found for step in self.steps if (found := step(self, sentence, words)) is not None), None)

    def whole_name(self, words: Sequence[Word]) -> Party | None:
        """The phrase is a registered name and nothing else (articles and attributes of nationality aside)."""
        around = self._name_around(words)
        if around is not None:
            return around
        content = [word for word in words if word.upos not in {"DET", "PUNCT", "ADP"}]
        index = name_index(self.registry).names
        for start in range(len(content)):
            if start and content[start - 1].upos not in {"ADJ", "ADV"}:
                break
            run = [word for word in words if word.number >= content[start].number]
            known = longest_name(run, 0, index)
            if known is not None and len(known[1]) == 1 and known[0] >= len([w for w in run if w.upos != "PUNCT"]):
                return self.registered(known[1][0], "named", "alias", " ".join(word.text for word in run))
        return None

    def _name_around(self, words: Sequence[Word]) -> Party | None:
        """*die USA und ihre Verbündeten, die …*: the mention is a part of a registered group's name."""
        for named in self.names_in(words[0].start - 60, words[0].start):
            if len(named.candidates) == 1 and named.span.end >= words[-1].end:
                entry = self.registry.by_id[named.candidates[0]]
                joined = self.language.words.joining_conjunctions & set(named.name.split())
                if joined and not entry.person:
                    return self.registered(entry, "named", "alias", named.name)
        return None

    def registered(self, entry: RegistrySource, disclosure: Disclosure, rule: str, detail: str) -> Party:
        """A registered party; its row and that of the institution it speaks for join the document's sources."""
        self._add_row(entry)
        return Party(entry.id, entry.disclosure or disclosure, rule, detail)

    def adopt(
        self, referent: Referent, disclosure: Disclosure, rule: str, detail: str, *, words: Sequence[Word] = ()
    ) -> Party:
        """A party of the cast; its row and those it points to join the document's sources."""
        if referent.is_registered:
            return self.registered(self.registry.by_id[referent.source.id], disclosure, rule, detail)
        if referent.phrase is not None:
            return self._anonymous(referent.phrase, referent.source.name, rule, detail)
        for source in (referent.source, *referent.related):
            self.sources.setdefault(source.id, source)
        return Party(referent.source.id, disclosure, rule, detail)

    def _anonymous(self, phrase: Span, name: str, rule: str, detail: str) -> Party:
        """Whoever the words stand for that brought somebody in without a name."""
        found = self.mention_words(phrase)
        parties = () if found is None else self.parties(*found)
        if not parties:  # *einer seiner Sprecher*, and several whose he may be: somebody, but nobody's.
            row = Source(id=f"unnamed-{kebab(name)}-{self.document.id[:6]}", name=name, kind="person", origin="unnamed")
            self.sources.setdefault(row.id, row)
            return Party(row.id, "unnamed", rule, detail)
        return Party(parties[0].source, parties[0].disclosure, rule, detail)

    def leave_open(self, words: Sequence[Word], fitting: Sequence[Referent]) -> None:
        """Note that several parties fit a mention, so that a reader sees why nobody is credited."""
        self.open[Span(words[0].start, words[-1].end)] = tuple(item.source.name for item in fitting)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(bisect_right(self.analysis.sentences, place, key=lambda sentence: sentence.start) - 1, 0)

    def is_single_person(self, party: Party) -> bool:
        """Whether the party is one person with a name."""
        referent = self.cast.referents.get(party.source)
        return referent is not None and referent.is_person

    def _add_row(self, entry: RegistrySource) -> None:
        """The entry's row and those of the institutions it points to, so that an annotation is whole by itself."""
        if entry.id not in self.sources:
            self.sources[entry.id] = to_source(entry)
            for institution in (entry.speaks_for, entry.part_of):
                if institution is not None:
                    self._add_row(self.registry.by_id[institution])


Step = Callable[[Resolver, Sentence, Sequence[Word]], tuple[Party, ...] | None]
"""A way to find the parties behind the words of a mention: None if it knows nothing of such words, none if the text
leaves open who is meant, so that no later step may guess."""


def _coordinated(words: Sequence[Word], conjunctions: frozenset[str]) -> list[list[Word]]:
    """*Washington und Seoul*: the members of a coordination at the top of the phrase."""
    pieces: list[list[Word]] = [[]]
    for place, word in enumerate(words):
        joins = word.form in conjunctions and 0 < place < len(words) - 1
        if joins:
            pieces.append([])
        else:
            pieces[-1].append(word)
    nominal = [any(word.upos in {"NOUN", "PROPN", "PRON"} for word in piece) for piece in pieces]
    return pieces if all(nominal) else [list(words)]


def to_statement_source(party: Party, mention: str | None) -> StatementSource:
    """The link of a statement to its party."""
    return StatementSource(
        source=party.source,
        disclosure=party.disclosure,
        mention=mention,
        rule=party.rule,
        detail=party.detail,
    )
