"""Mention → source: what is asked of one document's parties, and in which order the steps are tried.

A `Resolver` never changes. What is known so far goes into a question and comes out of it with more in it, so that who
asks first is seen in the code.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from attrib.records import Disclosure, Source, Span
from attrib.registry.registry import Registry, RegistrySource
from attrib.source.cast import Cast, Referent
from attrib.source.evidence import with_evidence
from attrib.source.gathering import gather
from attrib.source.known import Known, Party
from attrib.source.mention import find_names
from attrib.source.name_index import Index, NameIndex, name_index
from attrib.source.name_kind import PUBLIC, NameKinds
from attrib.source.named import Names, index_names, is_somebody
from attrib.source.phrase import kind_of_several, members, whole_name, without_adjuncts, without_apposition
from attrib.text.analysis import Sentence, Word, word_at
from attrib.text.entries import Words
from attrib.text.kebab import kebab
from attrib.text.language import Language
from attrib.text.nouns import Nouns
from attrib.text.text import Text
from attrib.text.words import NAMES, NOUNS, all_tags

_INSIDE = frozenset({"ADP", "PART"})
"""What an attribute holds that says no more of the noun than where, since when or whether not."""


@dataclass(frozen=True, slots=True, eq=False)
class Resolver:
    """What every mention of a document is asked against."""

    text: Text
    registry: Registry
    steps: "Steps"
    names: Names
    cast: Cast
    """Everybody the document names or brings in."""
    name_kinds: NameKinds
    """What its text says of names that nobody knows."""

    def resolve(self, mention: Span, known: Known) -> tuple[tuple[Party, ...], Known]:
        """The parties behind one mention, none if the context does not decide; they are who was spoken of last."""
        parties, known = self.parties(mention, known)
        return parties, known.after(mention.start, parties)

    def parties(self, mention: Span, known: Known) -> tuple[tuple[Party, ...], Known]:
        """The parties behind one mention that does not make them who was spoken of last."""
        question = Question(self, known)
        return question.of(mention), question.known

    def words_of(self, mention: Span) -> tuple[Sentence, Sequence[Word]] | None:
        """The sentence and the words of a mention."""
        sentences = self.text.sentences
        place = bisect_right(sentences, mention.start, key=lambda sentence: sentence.start) - 1
        if place < 0 or mention.start >= sentences[place].end:
            return None
        inside = [word for word in sentences[place].words if mention.contains(word)]
        words = self.text.language.grammar.joined_compounds(_without_attributes(sentences[place], inside))
        return (sentences[place], self._without_object(words)) if words else None

    def _without_object(self, words: Sequence[Word]) -> Sequence[Word]:
        """*warf die Staatsanwaltschaft | Karl Ohm | vor*, *die Regierung | Ohm*: a public body, and right behind it the
        name of somebody whom the text tells of, who is none of it."""
        noun = next((place for place, word in enumerate(words) if word.upos not in {"DET", "ADJ"}), len(words))
        entry = self.text.language.lexicon.nouns.institution(word_at(words, noun))
        behind = words[noun + 1 :]
        if entry is None or entry.kind not in PUBLIC or not behind or not all_tags(behind, NAMES):
            return words
        return words[: noun + 1] if is_somebody(self.text, self.names, self.registry, behind) else words


def _without_attributes(sentence: Sentence, words: Sequence[Word]) -> list[Word]:
    """*der | für den Norden zuständige | Stab*: without adjectives that have words of their own, and without these."""
    above = {word.number: sentence.attribute_of(word).number for word in words}
    described = {above[word.number] for word in words if word.upos in _INSIDE and above[word.number]}
    return [word for word in words if not {word.number, above[word.number]} & described]


def make_resolver(text: Text, registry: Registry, steps: "Steps") -> Resolver:
    """The resolver of one document, its names and parties found."""
    names = index_names(text, with_evidence(text, find_names(text, registry), registry))
    kinds = NameKinds(text)
    return Resolver(text, registry, steps, names, gather(text, names, registry, kinds), kinds)


class Question:
    """Who is meant by one mention: the steps ask it for what is known, and note in it what they bring to light.

    It lives as long as the mention is looked at; `known` is what was known before and what the steps have added.
    """

    def __init__(self, resolver: Resolver, known: Known) -> None:
        self.known = known
        self._resolver = resolver
        self._asking: set[tuple[tuple[int, str], ...]] = set()
        """Words whose parties are being looked for."""
        self._asked: set[Span] = set()
        """Phrases that are being looked at."""
        self.text: Text = resolver.text
        self.nouns: Nouns = resolver.text.language.lexicon.nouns
        self.registry: Registry = resolver.registry
        self.cast: Cast = resolver.cast
        self.names: Names = resolver.names
        self.name_kinds: NameKinds = resolver.name_kinds

    @property
    def language(self) -> Language:
        """That of the document."""
        return self.text.language

    @property
    def index(self) -> NameIndex:
        """The registry's names."""
        return name_index(self.registry, self.language)

    def number_at(self, place: int) -> int:
        """The number of the sentence that holds an offset."""
        return self.text.sentence_at(place).sentence.number

    def is_heading(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in a heading, where nobody was named before."""
        return self.text.part_kinds.get(sentence.part) == "heading"

    def of(self, mention: Span) -> tuple[Party, ...]:
        """The parties behind a mention, none if the context does not decide."""
        found = self._resolver.words_of(mention)
        return () if found is None else self.parties(*found)

    def parties(self, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...]:
        """The parties behind the words of a mention: one, or the members of a coordination; none where just these words
        are asked for already, since what stands for them is behind them."""
        asked = tuple((word.start, word.text) for word in words)
        if asked in self._asking:
            return ()
        self._asking.add(asked)
        try:
            return self._parties(sentence, words)
        finally:
            self._asking.discard(asked)

    def _parties(self, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...]:
        words = without_adjuncts(words, self.language.words)
        group = self._whole_name(words) or self._joint_name(words)
        if group is not None:
            return (group,)
        pieces = [words] if self._is_one_institution(words) else members(words, *self._listed)
        found = [self._one(sentence, piece) for piece in pieces] if len(pieces) > 1 else []
        if found and all(parties is not None for parties in found):
            # *Kim und Putin*: one of the two is clear although the other is not.
            several = _once(party for parties in found for party in parties or ())
            kind = kind_of_several(words, self.language.words, self.nouns)
            if kind:
                self.known = self.known.with_group(kind.lemma.lower(), several)
            return several
        return _once([*(self._one(sentence, words) or ()), *self._beside_name(sentence, words)])

    def _beside_name(self, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...]:
        """*die Gewerkschaft Boden und Bau | und andere Verbände*: who is joined to a registered name that holds a
        conjunction itself."""
        joining = self.language.words.joining_conjunctions
        inside = self.names.between(words[0].start, words[-1].end)
        names = [item for item in inside if len(item.candidates) == 1 and joining & set(item.name.split())]
        behind = [word for word in words if word.start >= names[0].span.end] if names else []
        joined = len(behind) > 1 and behind[0].form in joining
        return (self._one(sentence, behind[1:]) or ()) if joined else ()

    @property
    def _listed(self) -> tuple[Words, Index, Nouns]:
        return self.language.words, self.index.names, self.nouns

    def _is_one_institution(self, words: Sequence[Word]) -> bool:
        """*die Gewerkschaft Boden und Bau*: whether the name of one institution holds all words and their joint."""
        found = (self.cast.institution_at(word.start) for word in words if word.upos in NOUNS)
        first = next((item for item in found if item is not None), None)
        joined = self.language.words.joining_conjunctions
        name = [] if first is None else first.source.name.split()
        return bool(name) and not joined.isdisjoint(name) and name[-1] == words[-1].text

    def _one(self, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
        """What the first step that knows the words says of them; None if no step does."""
        whole = self._whole_name(words)
        if whole is not None:
            return (whole,)
        steps, bare = self._resolver.steps, without_apposition(words)
        asked = (*((step, words) for step in steps.whole), *((step, bare) for step in steps.bare))
        answers = (step(self, sentence, phrase) for step, phrase in asked)
        return next((found for found in answers if found is not None), None)

    def _whole_name(self, words: Sequence[Word]) -> Party | None:
        """The phrase is a registered name, or a part of a registered group's."""
        for named in self.names.around(Span(words[0].start, words[-1].end)):
            entry = self.registry.by_id[named.candidates[0]]
            joined = self.language.words.joining_conjunctions & set(named.name.split())
            if joined and not entry.person:
                return self.registered(entry, "named", "alias", named.name)
        whole = whole_name(words, self.index.names)
        return None if whole is None else self.registered(whole.entry, "named", "alias", whole.words)

    def _joint_name(self, words: Sequence[Word]) -> Party | None:
        """*Avon and Somerset Police*: a coordination that is the name of one institution."""
        bare = words[1:] if words[0].upos == "DET" else words
        if not any(word.form in self.language.words.additive_conjunctions for word in bare):
            return None
        name = " ".join(word.text for word in bare)
        found = (self.cast.institution_at(word.start) for word in bare)
        named = next((item for item in found if item is not None and item.source.name == name), None)
        return None if named is None else self.adopt(named, "named", "discovered", name)

    def registered(self, entry: RegistrySource, disclosure: Disclosure, rule: str, detail: str) -> Party:
        """A registered party; its row and that of the institution it speaks for join the document's sources."""
        self.known = self.known.with_entry(entry, self.registry)
        return Party(entry.id, entry.disclosure or disclosure, rule, detail)

    def new(
        self, source: Source, disclosure: Disclosure, rule: str, detail: str, *, related: Sequence[Source] = ()
    ) -> Party:
        """A party that only the text knows; its row and those it points to join the document's sources."""
        self.known = self.known.with_rows(source, *related)
        return Party(source.id, disclosure, rule, detail)

    def adopt(self, referent: Referent, disclosure: Disclosure, rule: str, detail: str) -> Party:
        """A party of the cast."""
        if referent.is_registered:
            return self.registered(self.registry.by_id[referent.source.id], disclosure, rule, detail)
        if referent.phrase is not None:
            return self._anonymous(referent.phrase, referent.source.name, rule, detail)
        return self.new(referent.source, disclosure, rule, detail, related=referent.related)

    def _anonymous(self, phrase: Span, name: str, rule: str, detail: str) -> Party:
        """Whoever the words stand for that brought somebody in without a name."""
        parties = self._of_phrase(phrase)
        if parties:
            return Party(parties[0].source, parties[0].disclosure, rule, detail)
        # *einer seiner Sprecher*, and several whose he may be: somebody, but nobody's.
        id_ = f"unnamed-{kebab(name)}-{self.text.document.id[:6]}"
        return self.new(Source(id=id_, name=name, kind="person", origin="unnamed"), "unnamed", rule, detail)

    def _of_phrase(self, phrase: Span) -> tuple[Party, ...]:
        """The parties behind a phrase; none where it is asked for already: it holds what stands for it."""
        if phrase in self._asked:
            return ()
        self._asked.add(phrase)
        try:
            return self.of(phrase)
        finally:
            self._asked.discard(phrase)

    def leave_open(self, words: Sequence[Word], names: Sequence[str]) -> tuple[Party, ...]:
        """Nobody, because several parties of these names fit."""
        self.known = self.known.with_open(Span(words[0].start, words[-1].end), names)
        return ()


Step = Callable[[Question, Sentence, Sequence[Word]], tuple[Party, ...] | None]
"""A way to find the parties behind the words of a mention: None if it knows nothing of such words, none if the text
leaves open who is meant, so that no later step may guess."""


class Steps(NamedTuple):
    """The steps, tried in order on every mention; the first that knows such words decides."""

    whole: tuple[Step, ...]
    """Asked of all the words: they may find a name in an apposition."""
    bare: tuple[Step, ...]
    """Asked behind those, of the words without what stands in an apposition."""


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """*die Gewerkschaft Handel und Verkehr*: two pieces of one name are one party."""
    once: dict[str, Party] = {}
    for party in parties:
        once.setdefault(party.source, party)
    return tuple(once.values())
