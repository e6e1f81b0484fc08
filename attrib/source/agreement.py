"""A definite phrase for somebody, and with whom of those named before it agrees."""

from collections.abc import Iterable, Iterator, Sequence

from attrib.source.cast import Referent
from attrib.source.name_kind import PUBLIC
from attrib.source.region import regions_of, regions_told
from attrib.source.resolver import Question
from attrib.text.analysis import NO_WORD, Sentence, Word, word_at
from attrib.text.words import NAMES

_IN_PHRASE = frozenset({"flat", "appos", "compound", "conj", "nmod"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})


class DefinitePhrase:
    """*die italienische Polizei*: a noun, and what the other words ask of whom it means."""

    def __init__(self, question: Question, sentence: Sentence, words: Sequence[Word], noun: Word) -> None:
        self._question = question
        self._language = question.language
        self._sentence = sentence
        self._words = words
        self._noun = noun
        self._country = question.language.countries.first_of(words)
        self._attributes = self._stems(word.text for word in words if _is_attribute(word, noun))
        self._origin = self._stems(
            word.text for word in words if question.language.countries.of_adjective(word.text) is not None
        )
        self._regions = regions_of(words, question.language)
        self._ranks = self._stems(word.form for word in words if self._is_rank(word))
        self._place = self._stems(self._place_behind())
        self._before = [item for item in question.cast.before(words[0].start) if self._agrees(item)]

    def _agrees(self, item: Referent) -> bool:
        """Gender of people and country must not contradict each other; nobody is a part of the own phrase."""
        if not item.is_person and item.phrase is not None and item.phrase.contains(self._noun.span):
            return False  # *die Geschäftsführung | des Unternehmens*
        if item.is_person and self._is_who_says_it(item):
            return False  # *Karl Lund erklärte, der Hausmeister habe gewarnt*
        if item.is_person and self._is_beside(item):
            return False  # *der Richter sagte zu Karl Lund*
        if self._country is not None and item.source.country not in {None, self._country}:
            return False
        if self._country is not None and item.source.country is None and item.phrase is not None and not item.is_person:
            return False  # *die italienische Polizei* is not the one that the text calls *die Polizei*
        # *the Danish group* is a firm of that country; *die Duisburger Polizei* is not the Italian one.
        told = self._origin if self._country is not None and item.source.country == self._country else frozenset()
        if not item.is_person and not self._attributes - told <= self._stems(item.source.name.split()):
            return False
        if item.is_person and not self._ranks <= self._stems(word.lower() for word in (*item.beside, *item.nouns)):
            return False  # *the prime minister* is not the transport minister
        if self._regions and self._is_of_another_region(item):
            return False  # *das hessische Innenministerium* is not that of Bayern
        if not item.is_person or item.gender is None:
            return True
        return self._question.nouns.gender(self._noun, self._words[0]) in {None, item.gender}

    def _is_of_another_region(self, item: Referent) -> bool:
        """Whether the words tell of another part of the country than what the text has told of a party, or of a part,
        and the party is of the whole."""
        told = regions_told(item, self._language)
        whole = item.is_registered and not item.is_person and item.source.kind in PUBLIC
        return whole if not told else told.isdisjoint(self._regions)

    def _is_beside(self, item: Referent) -> bool:
        """Whether the verb whose subject the noun is has somebody as another argument, by name: two arguments of one
        verb are two people, unless one of them is a pronoun."""
        own = self._argument(self._noun)
        if own.relation != "nsubj" or own.upos == "":
            return False
        here = (place for place, number in item.places if number == self._sentence.number)
        others = (self._argument(word) for word in map(self._word_at, here) if word and word not in self._words)
        return any(other.head == own.head and other.relation in _ARGUMENTS for other in others)

    def _argument(self, word: Word) -> Word:
        """The word that joins a phrase to its verb."""
        return self._sentence.joining(self._sentence.word(word.number), _IN_PHRASE)

    def _word_at(self, place: int) -> Word:
        return next((word for word in self._sentence.words if word.start <= place < word.end), NO_WORD)

    def _is_who_says_it(self, item: Referent) -> bool:
        """Whether the noun stands in what somebody says, who speaks of himself in no such words."""
        here = (place for place, number in item.places if number == self._sentence.number)
        return any(self._holds(place) for place in here if place < self._noun.start)

    def _holds(self, place: int) -> bool:
        """Whether the verb whose subject begins at a place has the noun's clause below it: *X sagte, der Wirt habe p*;
        or the clause is what the name is the source of: *Laut X gab der Wirt das zu*."""
        sentence = self._sentence
        name = sentence.joining(self._word_at(place), _IN_PHRASE)
        verb, own = sentence.word(name.head), sentence.word(self._noun.head)
        if not verb or not own or self._noun.number in {word.number for word in sentence.subtree(name)}:
            return False
        below = own.number in {word.number for word in sentence.subtree(verb)}
        governors = self._language.words.name_governors
        credits = any(child.form in governors for child in sentence.children(name) if child.relation == "case")
        compared = any(child.form in self._language.words.comparative for child in sentence.children(own))
        says = name.relation == "nsubj" and own is not verb and own.relation == "ccomp" and not compared
        return below and (says or credits)

    def _is_rank(self, word: Word) -> bool:
        """*prime* minister, *health* minister: what tells one office from another, where it is a word of its own."""
        before = self._language.grammar.HEAD_LAST and word.number < self._noun.number
        return before and (word.upos in {"NOUN", "PROPN"} or word.form in self._language.words.ranks)

    def _place_behind(self) -> Iterator[str]:
        """*wie das Gericht | in Münster | mitteilte*: where the one is that is meant, though the tree joins it to the
        verb."""
        behind = [word for word in self._sentence.words if word.start >= self._words[-1].end][:2]
        preposition, place = word_at(behind, 0), word_at(behind, 1)
        if preposition.form in self._language.words.speaking_place_prepositions and place.upos in NAMES:
            yield place.text

    def _stems(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._language.grammar.stem, words))


def _is_attribute(word: Word, noun: Word) -> bool:
    """*Duisburger*: an attribute in capitals tells an institution from others of its kind."""
    return word is not noun and word.upos in {"ADJ", "PROPN"} and word.text[:1].isupper()
