"""One look-up for a word: all the classes it belongs to, with compounds and inflection handled once.

A noun is looked for as it stands, by its lemma and by its form, without endings; then by the last parts of the
compound that it may be, the longest first. Every list that has it says so in one `Noun`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from attrib.text.analysis import Sentence, Word
from attrib.text.entries import Adverb, EventClass, InstitutionNoun, PersonNoun, ReportingNoun
from attrib.text.verbs import Verbs

if TYPE_CHECKING:
    from attrib.text.language import Language

SHORTEST_PART = 4
"""How many letters the last part of a compound has at least: *Landesbank*."""
SHORTEST_OF_NAME = 6
"""And that of a name, of which many end so: *Boudegast* is no *Gast*."""
SHORTEST_OF_FORM = 8
"""And where only the form has it, though the lemma is known: short words end many others by chance."""
_LONGEST_ABBREVIATION = 6
SHORTEST_EVENT = 7
_EVENTFUL = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
_MEDIA = frozenset({"media", "news_agency"})
Stems = Callable[[str], tuple[str, ...]]
E = TypeVar("E", PersonNoun, InstitutionNoun, ReportingNoun)


@dataclass(frozen=True, slots=True)
class Noun:
    """What the lists say of a noun."""

    person: PersonNoun | None
    institution: InstitutionNoun | None
    reporting: ReportingNoun | None
    is_media_noun: bool

    @property
    def is_party(self) -> bool:
        """Whether it is for somebody who can speak: persons, institutions, documents."""
        document = self.reporting is not None and self.reporting.document
        return document or self.person is not None or self.institution is not None

    @property
    def is_medium(self) -> bool:
        """Whether something can stand in it: *Bericht, Mitteilung, Blog*."""
        outlet = self.institution is not None and self.institution.kind in _MEDIA
        return self.is_media_noun or self.reporting is not None or outlet


class Lexicon:
    """The lists of one language by word."""

    def __init__(self, language: "Language") -> None:
        self._grammar = language.grammar
        self.verbs = Verbs(language)
        self._persons = _by_lemma(language.person_nouns)
        self._institutions = _by_lemma(language.institution_nouns)
        self._reporting = _by_lemma(language.reporting_nouns)
        self._words = language.words
        self._countries = language.countries
        self._events = {word: entry for entry in language.events for word in entry.words}
        self._adverbs = {entry.form: entry for entry in language.adverbs}
        self._nouns: dict[tuple[str, str, bool], Noun] = {}
        self._found_adverbs: dict[tuple[str, bool], Adverb | None] = {}

    def noun(self, word: Word) -> Noun:
        """The classes of a noun, whatever the tagger takes it for."""
        key = (word.lemma, word.form, word.upos == "PROPN")
        if key not in self._nouns:
            self._nouns[key] = self._noun(word.lemma.lower(), word.form, is_name=key[2])
        return self._nouns[key]

    def _noun(self, lemma: str, form: str, *, is_name: bool) -> Noun:
        readings = list(self._readings(lemma, form, _as_it_is if is_name else self._grammar.noun_stems))
        return Noun(
            person=_first(readings, self._persons),
            institution=_first(readings, self._institutions),
            reporting=_first(readings, self._reporting),
            is_media_noun=any(stem in self._words.media_nouns for stem, _ in readings),
        )

    def _readings(self, lemma: str, form: str, stems: Stems) -> Iterator[tuple[str, bool]]:
        """The noun without endings, and then the last parts of it, each with whether it is the whole noun.

        Nothing is taken off a name: *Turkish Airlines* is no *Airline*.
        """
        nouns = [noun.rsplit("-", 1)[-1] for noun in (lemma, form)]
        yield from ((stem, True) for noun in nouns for stem in stems(noun))
        # *Soldaten* are no *Daten*, *Fahrzeuge* no *Zeuge*: beside a known lemma only long parts of the form count.
        known = nouns[0] in stems(nouns[1])
        least = SHORTEST_OF_NAME if stems is _as_it_is else SHORTEST_PART
        shortest = (least, SHORTEST_OF_FORM if known else least)
        for cut in range(1, max(map(len, nouns)) - SHORTEST_PART + 1):
            for noun, letters in zip(nouns, shortest, strict=True):
                yield from ((stem, False) for stem in stems(noun[cut:]) if len(stem) >= letters)

    def speaks(self, word: Word, sentence: Sentence) -> bool:
        """Whether the head of a noun phrase can speak: persons, institutions, places that stand for governments."""
        if word.upos == "PRON":
            return word.form in self._words.personal_subjects or word.is_relative
        return word.upos == "PROPN" or self.noun(word).is_party or self._is_named(word, sentence)

    def _is_named(self, word: Word, sentence: Sentence) -> bool:
        """*die PAD*: an abbreviation stands for an institution; *das Weiße Haus*: an adjective is written so in a name
        alone, or at the beginning of a sentence."""
        before = sentence.before(word)
        abbreviation = word.text.isupper() and 2 <= len(word.text) <= _LONGEST_ABBREVIATION
        capital = before.upos == "ADJ" and before.text[:1].isupper() and before.number > 1
        inhabitant = self._countries.of_inhabitant(word.text) is not None
        return abbreviation or capital or inhabitant or _is_recognised(word, sentence)

    def is_title(self, word: Word) -> bool:
        """Whether the word is an office, a profession or a form of address, and no name."""
        return word.form in self._words.titles or self.noun(word).person is not None

    def event(self, word: Word) -> EventClass | None:
        """The class of event; a compound belongs to the class of its last part (*Truppenentsendung*).

        Only long words are looked for there: a *Wahlkampf* is no *Kampf*.
        """
        lemma = word.lemma.lower().rsplit("-", 1)[-1]
        if word.upos != "NOUN" or lemma in self._events:
            return self._events.get(lemma) if word.upos in _EVENTFUL else None
        tails = (lemma[cut:] for cut in range(1, len(lemma) - SHORTEST_EVENT + 1))
        return next((self._events[tail] for tail in tails if tail in self._events), None)

    def adverb(self, word: Word) -> Adverb | None:
        """The entry of an adverb, also where it is an adjective with an ending (*mögliche*, *angeblichen*)."""
        key = (word.form, word.upos == "ADJ")
        if key not in self._found_adverbs:
            forms = self._grammar.adjective_stems(word.form) if key[1] else (word.form,)
            self._found_adverbs[key] = next((self._adverbs[form] for form in forms if form in self._adverbs), None)
        return self._found_adverbs[key]


def _is_recognised(word: Word, sentence: Sentence) -> bool:
    """Whether the word is in a name of a person or an organisation by the recogniser."""
    around = (item for item in sentence.entities if item.start <= word.start < item.end)
    return any(item.kind in {"PER", "ORG"} for item in around)


def _as_it_is(noun: str) -> tuple[str, ...]:
    return (noun,)


def _by_lemma(entries: Iterable[E]) -> Mapping[str, E]:
    return {entry.lemma.lower(): entry for entry in entries}


def _first(readings: Iterable[tuple[str, bool]], entries: Mapping[str, E]) -> E | None:
    """The entry of the first reading that has one; some nouns are none of their compounds (*Zeuge*, *Fahrzeuge*)."""
    found = ((entries[stem], whole) for stem, whole in readings if stem in entries)
    return next((entry for entry, whole in found if whole or entry.compounds), None)
