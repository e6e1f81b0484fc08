"""Which verbs report, and what else the lists say of verbs: by lemma, with separable particles taken off."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from attrib.records import Certainty, Verdict
from attrib.text.analysis import Word
from attrib.text.entries import Modal, ReportingPhrase, ReportingVerb

if TYPE_CHECKING:
    from attrib.text.language import Language

ANY = "*"
"""In the words of a phrase: any adjective that stands as a predicate."""
_NO_VERBS = frozenset({"ADJ", "ADV"})
Phrase = tuple[ReportingPhrase, frozenset[str]]
"""An entry with its words as the parser gives them."""


class Verbs:
    """The verbs of one language's lists."""

    def __init__(self, language: "Language") -> None:
        self._language = language
        self._grammar = language.grammar

    @cached_property
    def reporting(self) -> Mapping[str, list[ReportingVerb]]:
        """Entries by lemma and, for separable verbs, also by the lemma without its particle."""
        index: dict[str, list[ReportingVerb]] = {}
        for entry in self._language.reporting_verbs:
            for lemma in _lemmas(entry):
                index.setdefault(lemma, []).append(entry)
        return index

    @cached_property
    def phrases(self) -> Mapping[str, list[Phrase]]:
        """The same for phrases; those with most words first."""
        index: dict[str, list[Phrase]] = {}
        for entry in sorted(self._language.reporting_phrases, key=lambda item: (-len(item.words), ANY in item.words)):
            for words in self._wordings(entry):
                for lemma in _lemmas(entry):
                    index.setdefault(lemma, []).append((entry, frozenset(self._grammar.expanded(words))))
        return index

    def _wordings(self, entry: ReportingPhrase) -> Iterable[tuple[str, ...]]:
        """Its words, once with each word of a class that one of them names."""
        listed = self._language.words
        each = (
            (word,) if word == ANY or not word.startswith(ANY) else sorted(getattr(listed, word[1:]))
            for word in entry.words
        )
        return product(*each)

    def lemma(self, word: Word) -> str:
        """The lemma, found by the form where the tagger left a participle or a past form as it is."""
        listed = self.by_participle.get(word.form)
        if listed is not None and word.is_participle and not self._is_listed(word.lemma):
            return listed  # *abgetan*, of which the tagger makes *abgeten*
        if self._is_plural(word):
            return word.form
        if word.upos not in _NO_VERBS and word.lemma != word.text and self._grammar.is_infinitive_form(word.lemma):
            return word.lemma.lower()  # *Kritisiert wird, dass p*: the first word of a sentence keeps its capital
        past = self._preterites.get(word.form) if word.upos == "VERB" else None
        return past or self.by_participle.get(word.form, word.lemma)

    def _is_plural(self, word: Word) -> bool:
        """*Die Eltern loben*, of which the tagger makes *lieben*: a plural looks like the infinitive."""
        plural = word.upos == "VERB" and word.is_finite and word.has("Number=Plur")
        return plural and self._is_listed(word.form) and not self._is_listed(word.lemma)

    def _is_listed(self, lemma: str) -> bool:
        return lemma in self.reporting or lemma in self.phrases

    @cached_property
    def by_participle(self) -> Mapping[str, str]:
        """Regular participles of the reporting verbs: the tagger takes some for adjectives."""
        entries = self._language.reporting_verbs
        return {self._grammar.participle(entry.lemma, entry.particle): entry.lemma for entry in entries}

    @cached_property
    def _preterites(self) -> Mapping[str, str]:
        """Past forms of the reporting verbs; a verb's own before those of separable ones."""
        verbs = [(entry.lemma, entry.particle) for entry in self._language.reporting_verbs]
        entries = verbs + [(entry.lemma, entry.particle) for entry in self._language.reporting_phrases]
        forms: dict[str, str] = {}
        for lemma, particle in sorted(entries, key=lambda entry: entry[1] is not None):
            for form in self._grammar.preterites(lemma, particle):
                forms.setdefault(form, lemma.removeprefix(particle or ""))
        return forms

    @cached_property
    def thinking(self) -> Mapping[str, Certainty]:
        """The reporting verbs that say how sure somebody is (*schätzen, vermuten*), with how sure."""
        entries = self._language.reporting_verbs
        return {entry.lemma: entry.certainty for entry in entries if entry.certainty is not None}

    def modals(self, word: Word) -> Sequence[Modal]:
        """What the lists say of a modal verb in this form: *könnte*, *dürfte*."""
        return self._modals.get(word.form, ())

    @cached_property
    def _modals(self) -> Mapping[str, Sequence[Modal]]:
        index: dict[str, list[Modal]] = {}
        for modal in self._language.modals:
            for form in dict.fromkeys(modal.forms):
                index.setdefault(form, []).append(modal)
        return index

    @cached_property
    def of_stands(self) -> frozenset[str]:
        """Every lemma by which somebody takes a stand."""
        return frozenset(stand.lemma for stand in self._language.stands)

    @cached_property
    def confirming(self) -> frozenset[str]:
        """The lemmas that confirm by themselves."""
        return self._of_verdicts({"confirms"})

    @cached_property
    def denying(self) -> frozenset[str]:
        """The verbs that deny or doubt by themselves."""
        return self._of_verdicts({"denies", "doubts"}, pos="verb")

    @cached_property
    def declining(self) -> frozenset[str]:
        """The verbs that are a stand when they are negated: *wollte nicht bestätigen*."""
        stands = self._language.stands
        return frozenset(stand.lemma for stand in stands if stand.negated is not None and stand.pos == "verb")

    @cached_property
    def stand_nouns(self) -> frozenset[str]:
        """Nouns for a stand that need no object: *Dementi*."""
        fitting = (entry for entry in self._language.stands if entry.pos == "noun" and entry.target == "none")
        return frozenset(entry.lemma.lower() for entry in fitting if entry.verdict is not None)

    def _of_verdicts(self, verdicts: Iterable[Verdict], *, pos: str = "") -> frozenset[str]:
        wanted = frozenset(verdicts)
        bare = (stand for stand in self._language.stands if not (stand.words or stand.is_bound))
        return frozenset(stand.lemma for stand in bare if stand.verdict in wanted and pos in {"", stand.pos})


def _lemmas(entry: ReportingVerb | ReportingPhrase) -> list[str]:
    """The lemma, and what is left of it where the particle stands apart."""
    return [entry.lemma] if entry.particle is None else [entry.lemma, entry.lemma.removeprefix(entry.particle)]
