"""Words that take up a party named before: pronouns, possessives, *beide*, *der Minister*, *die 52-Jährige*.

Gender, number, the nouns of the text and nearness decide between those who were named; if two are left, nobody is
meant for certain and the mention stays unresolved. A step returns None if the words take nobody up, and an empty tuple
if they do but the text does not say whom.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from attrib.registry.registry import RegistrySource
from attrib.source.cast import Referent
from attrib.source.known import Party
from attrib.source.nouns import Gender, gender_of, institution_noun, person_noun
from attrib.source.resolver import Question
from attrib.text.analysis import Sentence, Word

Found = tuple[Party, ...] | None
_NEAR = (0, 1, 3)
"""How many sentences back is looked in turn; the first distance at which somebody fits decides."""
_FAR = 3
_SPEAKERS = 4
"""How many of the last speakers a pronoun may mean."""
_SHORTEST_NOUN = 4


def pronoun(question: Question, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*er, sie, ihm, beide, Letzterer*: whoever of those named before fits in gender and number."""
    known, form = question.language.words, words[0].form
    if len(words) != 1 or form not in known.personal_subjects:
        return None
    if form in known.first_persons:
        return ()
    if form in known.both:
        return both(question, sentence, words)
    if form in known.former_words | known.latter_words:
        return _ordinal(question, sentence, words[0])
    if _is_plural(question, sentence, words[0]):
        return _several(question, sentence, words[0])
    return _one(question, sentence, words[0])


def owner(question: Question, sentence: Sentence, word: Word) -> Found:
    """Who is behind *seinen* Angaben; None if the word is no possessive."""
    if word.form not in question.language.words.possessives or word.upos not in {"DET", "PRON"}:
        return None
    return _one(question, sentence, word)


def _is_plural(question: Question, sentence: Sentence, word: Word) -> bool:
    """*sie sagten*: the verb says it."""
    if word.form in question.language.words.plural_pronouns:
        return True
    head = sentence.head(word)
    if head is None or word.form in question.language.words.dative_pronouns:
        return False
    verb = head if head.is_finite else question.language.grammar.finite_verb(sentence, head)
    return verb is not None and verb.has("Number=Plur")


def _one(question: Question, sentence: Sentence, word: Word) -> tuple[Party, ...]:
    """The party that a personal or possessive pronoun stands for; empty if the text does not decide."""
    gender: Gender = "m" if word.form in question.language.words.masculine_pronouns else "f"
    speakers = _last_speakers(question, sentence, word, gender)
    if len(speakers) > 1:
        return ()  # Two who spoke together, and either may be meant.
    people = [item for item in question.cast.before(word.start) if item.is_person and item.gender in {None, gender}]
    if speakers:
        rivals = [item for item in people if item.source.id != speakers[0].source and _took_over(question, item, word)]
        if not rivals:
            return (_as_pronoun(question, speakers[0], word),)
        people = [item for item in people if item in rivals or item.source.id == speakers[0].source]
    return tuple(
        question.adopt(item, "named", "pronoun", f"{word.text}: {item.source.name}, the only one near who fits")
        for item in _nearest(people, sentence, word)
    )


def _last_speakers(question: Question, sentence: Sentence, word: Word, gender: Gender) -> list[Party]:
    """Who spoke last, not long ago, if the pronoun fits; for institutions only from one sentence to the next."""
    recent = question.known.history[-_SPEAKERS:]
    for place in dict.fromkeys(place for place, _ in reversed(recent) if place < word.start):
        distance = sentence.number - question.text.sentence_at(place).sentence.number
        together = [party for start, party in recent if start == place]
        fitting = [party for party in together if _may_be(question, party, gender, distance)]
        if fitting:
            return list(dict.fromkeys(fitting))
    return []


def _may_be(question: Question, party: Party, gender: Gender, distance: int) -> bool:
    referent = question.cast.referents.get(party.source)
    gender_known = None if referent is None else referent.gender
    reach = _FAR if referent is None or referent.is_person else 1
    return party.disclosure in {"named", "role"} and distance <= reach and gender_known in {None, gender}


def _took_over(question: Question, rival: Referent, word: Word) -> bool:
    """Whether somebody became the subject after the last speaker spoke: then the pronoun may mean either."""
    spoken = max((place for place, _ in question.known.history if place < word.start), default=0)
    since = question.text.sentence_at(spoken).sentence.number
    here = question.text.sentence_at(word.start).sentence.number
    return not rival.subject_in.isdisjoint(range(since + 1, here + 1))


def _as_pronoun(question: Question, party: Party, word: Word) -> Party:
    name = question.known.sources[party.source].name
    return Party(party.source, party.disclosure, "pronoun", f"{word.text}: {name}, who spoke last")


def _nearest(people: Sequence[Referent], sentence: Sentence, word: Word) -> Sequence[Referent]:
    """The only one within the shortest distance at which anybody is; nobody if there are several."""
    for reach in _NEAR:
        near = [item for item in people if item.is_within(reach, word.start, sentence.number)]
        if near:
            return near if len(near) == 1 else []
    return []


def _several(question: Question, sentence: Sentence, word: Word) -> tuple[Party, ...]:
    """*sie sagten*: those who spoke together last, or a group that spoke."""
    history = question.known.history
    last = max((place for place, _ in history if place < word.start), default=None)
    if last is None or sentence.number - question.text.sentence_at(last).sentence.number > _FAR:
        return ()
    parties = [party for place, party in history if place == last]
    if len(parties) == 1 and _is_single_person(question, parties[0]):
        return ()
    return tuple(dict.fromkeys(_as_pronoun(question, party, word) for party in parties))


def _is_single_person(question: Question, party: Party) -> bool:
    referent = question.cast.referents.get(party.source)
    return referent is not None and referent.is_person


def both(question: Question, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*beide, die beiden Minister*: the two who were named last and fit; nobody if they are not two."""
    place = next((n for n, word in enumerate(words) if word.form in question.language.words.both), None)
    if place is None:
        return None
    noun = next((word for word in words[place + 1 :] if word.upos in {"NOUN", "PROPN"}), None)
    before = (item for item in question.cast.before(words[0].start) if item.phrase is None)
    pair = _named_last([item for item in before if noun is None or fits(question, item, noun)], sentence, words[0])
    if len(pair) != 2:
        return ()
    detail = f"{words[0].text}: one of the two named last"
    return tuple(question.adopt(item, "named", "both", detail) for item in pair)


def _named_last(candidates: Iterable[Referent], sentence: Sentence, word: Word) -> list[Referent]:
    """Those named in the nearest sentence before in which more than one is, in text order."""
    near = [item for item in candidates if item.is_within(_FAR, word.start, sentence.number)]
    for number in range(sentence.number, sentence.number - _FAR - 1, -1):
        found = [(place, item) for item in near if (place := _place_in(item, number, word)) is not None]
        if len(found) > 1:
            people = [pair for pair in found if pair[1].is_person]
            return [item for _, item in sorted(people if len(people) > 1 else found, key=lambda pair: pair[0])]
    return []


def _place_in(referent: Referent, number: int, word: Word) -> int | None:
    """Where it is named first in a sentence, if that is before a word."""
    first = next((place for place, sentence in referent.places if sentence == number), None)
    return first if first is not None and first < word.start else None


def _ordinal(question: Question, sentence: Sentence, word: Word) -> tuple[Party, ...]:
    """*Ersterer, Letzterer, dieser*: the first or the last of the two named last."""
    pair = _named_last(question.cast.before(word.start), sentence, word)
    latter = word.form in question.language.words.latter_words
    if len(pair) < 2:
        return _one(question, sentence, word) if latter else ()
    if len(pair) > 2 and not latter:
        return ()
    chosen = pair[-1 if latter else 0]
    return (question.adopt(chosen, "named", "ordinal", f"{word.text}: {chosen.source.name}, of those named last"),)


def fits(question: Question, referent: Referent, noun: Word) -> bool:
    """Whether a noun may take a party up: it is (the last part of) a noun for it, or a general one for its kind."""
    forms = {noun.lemma.lower(), noun.form}
    long = tuple(form for form in forms if len(form) >= _SHORTEST_NOUN)
    if any(known.endswith(long) for known in referent.nouns):
        return True
    if referent.is_person and _is_same_office(question, forms, referent.nouns):
        return True
    language = question.language
    entry = person_noun(language, noun) if referent.is_person else institution_noun(language, noun)
    if entry is None or entry.lemma.lower() not in forms:
        return False
    return entry.takes_up and entry.kind == referent.source.kind


def _is_same_office(question: Question, forms: set[str], nouns: frozenset[str]) -> bool:
    """*Premierminister* and *Ministerpräsident*, *Staatschef* and *Präsident* are names of one office."""
    groups = (question.language.words.heads_of_government, question.language.words.heads_of_state)
    return any(forms & group and nouns & group for group in groups)


def abbreviation(question: Question, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*das IMK*: the party behind whose name the text puts these letters in brackets."""
    for word in words:
        found = question.cast.abbreviations.get(word.text)
        if found is not None and question.cast.referents[found].stands_before(word.start):
            referent = question.cast.referents[found]
            return (question.adopt(referent, "named", "abbreviation", f"{word.text}: {referent.source.name}"),)
    return None


def described(question: Question, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*der Minister, die Agentur, die 52-Jährige, der Russe*: a definite phrase for somebody named before."""
    if any(word.form in question.language.words.both for word in words):
        return both(question, sentence, words)
    noun = _anaphoric_noun(question, words)
    return None if noun is None else _Description(question, sentence, words, noun).found()


def _anaphoric_noun(question: Question, words: Sequence[Word]) -> Word | None:
    """The noun of a phrase with a definite article and nothing behind the noun; an age or inhabitant has any tag."""
    if words[0].form not in question.language.words.definite_articles:
        return None
    last, nouns = words[-1], [word for word in words if word.upos in {"NOUN", "PROPN", "X"}]
    if nouns:
        return last if len(nouns) == 1 and nouns[0] is last else None
    language = question.language
    return last if language.grammar.is_age(last.text) or language.countries.of_inhabitant(last.text) else None


class _Description:
    """A definite phrase without a name, and who of those named before it may mean."""

    def __init__(self, question: Question, sentence: Sentence, words: Sequence[Word], noun: Word) -> None:
        self._question = question
        self._language = question.language
        self._sentence = sentence
        self._words = words
        self._noun = noun
        self._country = question.language.countries.first_of(words)
        self._before = [item for item in question.cast.before(words[0].start) if self._agrees(item)]

    def found(self) -> Found:
        """The party; None if the phrase takes nobody up."""
        if self._is_several():
            return self._one_of(item for item in self._before if not item.is_person and self._fits(item))
        if self._language.grammar.is_age(self._noun.text):
            return self._of_age()
        country = self._language.countries.of_inhabitant(self._noun.text)
        if country is not None:
            return self._one_of(item for item in self._before if item.is_person and item.source.country == country)
        fitting = [item for item in self._before if self._fits(item)]
        return self._one_of(fitting) if fitting else self._not_named()

    def _fits(self, item: Referent) -> bool:
        return fits(self._question, item, self._noun)

    def _is_several(self) -> bool:
        """Whether noun and article are plural; where the tagger errs, an ending or an age says it is one person."""
        grammar, noun = self._language.grammar, self._noun
        plural = noun.has("Number=Plur") and self._words[0].has("Number=Plur")
        return plural and not grammar.is_feminine(noun.form) and not grammar.is_age(noun.text)

    def _agrees(self, item: Referent) -> bool:
        """Gender of people and country must not contradict each other."""
        if self._country is not None and item.source.country not in {None, self._country}:
            return False
        if not item.is_person or item.gender is None:
            return True
        return gender_of(self._language, self._noun, self._words[0]) in {None, item.gender}

    def _of_age(self) -> tuple[Party, ...]:
        """An age says nothing but the gender: somebody in the sentence before, or the only person of the text."""
        people = [item for item in self._before if item.is_person]
        near = [item for item in people if item.is_within(1, self._noun.start, self._sentence.number)]
        chosen = near or people
        return (self._adopt(chosen[0]),) if len(chosen) == 1 else ()

    def _adopt(self, item: Referent) -> Party:
        detail = f"{self._noun.text}: {item.source.name}, the only one near whom it fits"
        return self._question.adopt(item, "named", "role_in_context", detail)

    def _one_of(self, fitting: Iterable[Referent]) -> Found:
        """The only one near by, else the only one at all; nobody if there are several, None if there is none."""
        candidates = list(fitting)
        for reach in (*_NEAR, self._sentence.number):
            near = [item for item in candidates if self._is_near(item, reach)]
            if len(near) > 1:
                return self._question.leave_open(self._words, [item.source.name for item in near])
            if near:
                return (self._adopt(near[0]),)
        return () if candidates else None

    def _is_near(self, item: Referent, reach: int) -> bool:
        """Whether it was named or spoke at most so many sentences back."""
        number = self._sentence.number
        spoke = number - self._spoke_in.get(item.source.id, number + 1)
        return 0 <= spoke <= reach or item.is_within(reach, self._noun.start, number)

    @cached_property
    def _spoke_in(self) -> dict[str, int]:
        """The sentence in which each of the last speakers was named last."""
        history, text = self._question.known.history, self._question.text
        before = ((place, party) for place, party in history if place < self._noun.start)
        return {party.source: text.sentence_at(place).sentence.number for place, party in before}

    def _not_named(self) -> Found:
        """Nobody who was named is known to be one: several may be meant, or the only person there is."""
        if self._is_one_of_several():
            return ()
        countries = {code for code, place in self._question.cast.countries.items() if place < self._noun.start}
        offices = [] if self._country is not None else [item for item in self._offices() if item.country in countries]
        if len(offices) > 1:
            return ()
        if offices and len(countries) == 1:
            detail = f"{self._noun.text}: no other country is spoken of"
            return (self._question.registered(offices[0], "role", "only_country", detail),)
        entry = person_noun(self._language, self._noun)
        if entry is None or not entry.unnamed:
            return None
        # *die Forscherin* is somebody the text has brought in: one whose office it has not told, or nobody for certain.
        return self._one_of(item for item in self._before if item.is_person and not item.nouns)

    def _is_one_of_several(self) -> bool:
        """Whether the text spoke of several of the kind before."""
        lemma, plurals = self._noun.lemma.lower(), self._question.cast.plurals
        return any(place < self._noun.start and noun.endswith(lemma) for noun, place in plurals.items())

    def _offices(self) -> Sequence[RegistrySource]:
        registry = self._question.registry
        return registry.by_role(self._noun.lemma, None) or registry.by_role(self._noun.text, None)
