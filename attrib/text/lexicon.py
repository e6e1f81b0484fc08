"""One look-up for a word of a language: nouns, verbs, numbers and times each by themselves, and the other lists."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrib.text.abbreviation import Abbreviations
from attrib.text.analysis import Sentence, Word
from attrib.text.entries import Adverb, EventClass, Stand
from attrib.text.nouns import Noun, Nouns
from attrib.text.numbers import Numbers
from attrib.text.times import Times
from attrib.text.verbs import Verbs
from attrib.text.words import NOUNS

if TYPE_CHECKING:
    from attrib.text.language import Language

Voice = Literal["person", "institution", "document", "medium", "place", "none", "open"]
"""As what a noun can speak: a `person` or group, an `institution`, a `document` or what is said, a `medium`, a `place`
that stands for its government; `none` if it cannot (days, measures, events, questions, qualities); `open` if no list
and no ending says so."""
_LONGEST_ABBREVIATION = 6
SHORTEST_EVENT = 7
_SHORTEST_PART = 5
_EVENTFUL = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


class Lexicon:
    """The lists of one language by word."""

    def __init__(self, language: "Language") -> None:
        self._language = language
        self._grammar = language.grammar
        self.abbreviations = Abbreviations(language.abbreviations)
        self.nouns = Nouns(language, self.abbreviations)
        self.verbs = Verbs(language)
        self.numbers = Numbers(language)
        self.times = Times(language)
        self._words = language.words
        self._countries = language.countries
        self.event_classes = {entry.name: entry for entry in language.events}
        self._events = {word: entry for entry in language.events for word in entry.words}
        self._event_participles = _participles(self._events, language)
        self._event_phrases = [
            (frozenset(phrase.split()), entry) for entry in language.events for phrase in entry.phrases
        ]
        self._adverbs = {entry.form: entry for entry in language.adverbs}
        self._found_adverbs: dict[tuple[str, bool], Adverb | None] = {}
        self._found_stands: dict[tuple[str, str, str], Sequence[Stand]] = {}

    def noun(self, word: Word) -> Noun:
        """The classes of a noun, whatever the tagger takes it for."""
        return self.nouns.noun(word)

    def voice(self, word: Word) -> Voice:
        """As what a noun or name can speak; see `Voice`."""
        if self._countries.of_place(word.text) is not None:
            return "place"
        noun = self.noun(word)
        if noun.person is not None:
            return "person"
        if noun.institution is not None:
            return "institution"
        if noun.reporting is not None:
            return "document" if noun.reporting.document or noun.reporting.according_to else "none"
        if noun.is_media_noun:
            return "medium"
        return "none" if self._is_thing(word) else "open"

    def _is_thing(self, word: Word) -> bool:
        """A time, a measure, an event, or a quality: *Mittwoch, Prozent, Explosion, Sicherheit*."""
        time = self._grammar.is_time(word) or word.form in self._words.months | self._words.adverbial_times
        if word.upos not in {"NOUN", "PROPN"} or time:
            return time
        measure = word.form in self.numbers.units
        return measure or self.event(word) is not None or (word.upos == "NOUN" and self._grammar.is_abstract(word.form))

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

    def accuses(self, word: Word, sentence: Sentence) -> bool:
        """Whether a verb or a noun is one of holding something against somebody: *warf … vor*, *Vorwurf*."""
        if word.upos == "NOUN":
            entry = self.noun(word).reporting
            return entry is not None and entry.accuses
        particles = self._accusing.get(word.lemma, ()) if word.upos == "VERB" else ()
        if not particles:
            return False
        behind = {item.form for item in sentence.words[word.number :]}
        return any(particle is None or particle in behind for particle in particles)

    @cached_property
    def _accusing(self) -> Mapping[str, Sequence[str | None]]:
        """Lemma → the particles that must stand apart from it; None where it is whole."""
        found: dict[str, list[str | None]] = {}
        for verb in (verb for verb in self._language.reporting_verbs if verb.accuses):
            found.setdefault(verb.lemma, []).append(None)
            if verb.particle is not None:
                found.setdefault(verb.lemma.removeprefix(verb.particle), []).append(verb.particle)
        return found

    def event(self, word: Word) -> EventClass | None:
        """The class of event; a compound belongs to the class of its last part (*Truppenentsendung*).

        Only long words are looked for there: a *Wahlkampf* is no *Kampf*.
        """
        lemma = word.lemma.lower().rsplit("-", 1)[-1]
        if word.upos == "ADJ" and lemma not in self._events:
            return self._event_participles.get(lemma)
        if word.upos != "NOUN" or lemma in self._events:
            return self._events.get(lemma) if word.upos in _EVENTFUL else None
        return self._event_of_tail(lemma, SHORTEST_EVENT)

    def event_of_compound(self, word: Word) -> EventClass | None:
        """The class of a compound's last part where it is shorter too (*Wahlbetrug*): for words of one article only."""
        return self._event_of_tail(word.lemma.lower(), _SHORTEST_PART)

    def _event_of_tail(self, lemma: str, shortest: int) -> EventClass | None:
        tails = (lemma[cut:] for cut in range(1, len(lemma) - shortest + 1))
        return next((self._events[tail] for tail in tails if tail in self._events), None)

    def event_of_phrase(self, lemmas: AbstractSet[str]) -> tuple[frozenset[str], EventClass] | None:
        """The words among lower-case lemmas of a clause that name an event together, and the class of it."""
        return next((item for item in self._event_phrases if item[0] <= lemmas), None)

    def adverb(self, word: Word) -> Adverb | None:
        """The entry of an adverb, also where it is an adjective with an ending (*mögliche*, *angeblichen*)."""
        key = (word.form, word.upos == "ADJ")
        if key not in self._found_adverbs:
            forms = self._grammar.adjective_stems(word.form) if key[1] else (word.form,)
            self._found_adverbs[key] = next((self._adverbs[form] for form in forms if form in self._adverbs), None)
        return self._found_adverbs[key]

    def is_hearsay(self, word: Word) -> bool:
        """*angeblich*; what opens a sentence is often taken for a noun."""
        adverb = self.adverb(word) if word.upos in {"ADV", "ADJ"} or word.number == 1 else None
        return adverb is not None and adverb.hearsay

    def stands(self, word: Word) -> Sequence[Stand]:
        """The stands a word may take: by its lemma, of a participle by its form too (*frei erfunden*).

        Of a noun lemma and form count with or without an ending.
        """
        key = word.upos, word.lemma, word.form
        if key not in self._found_stands:
            found = (stand for form in self._stand_forms(word) for stand in self._stands.get(form, ()))
            self._found_stands[key] = tuple(dict.fromkeys(found))
        return self._found_stands[key]

    def _stand_forms(self, word: Word) -> Sequence[str]:
        lemma, stems = word.lemma.lower(), self._grammar.noun_stems
        if word.upos in NOUNS:
            return (*stems(lemma), *stems(word.form))
        return (lemma, word.form) if word.upos in {"VERB", "ADJ", "ADV"} else (lemma,)

    @cached_property
    def _stands(self) -> Mapping[str, Sequence[Stand]]:
        """Stands by lemma (separable verbs also without their particle), those with more fixed words first."""
        index: dict[str, list[Stand]] = {}
        for stand in sorted(self._language.stands, key=lambda item: -len(item.words)):
            for lemma in dict.fromkeys((stand.lemma, stand.lemma.removeprefix(stand.particle or ""))):
                index.setdefault(lemma.lower(), []).append(stand)
        return index


def _is_recognised(word: Word, sentence: Sentence) -> bool:
    """Whether the word is in a name of a person or an organisation by the recogniser."""
    around = (item for item in sentence.entities if item.start <= word.start < item.end)
    return any(item.kind in {"PER", "ORG"} for item in around)


def _participles(events: Mapping[str, EventClass], language: "Language") -> Mapping[str, EventClass]:
    """Regular participles of the verbs, which a tagger takes for adjectives: *erkrankt, eingestürzt*."""
    found: dict[str, EventClass] = {}
    for word, entry in events.items():
        parts = (each for each in language.words.separable_particles if word.startswith(each) and word != each)
        particle = max(parts, key=len, default=None)
        if language.grammar.is_infinitive_form(word):
            found[language.grammar.participle(word, particle)] = entry
    return found
