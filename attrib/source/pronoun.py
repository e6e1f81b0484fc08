"""Pronouns and possessives: *er, sie, seine, beide, Letzterer* stand for somebody named before.

Gender, number and nearness decide between those who were named; if two are left, nobody is meant for certain. An empty
tuple says that the words take somebody up and the text does not say whom.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from attrib.quotation.context import subject_before
from attrib.records import Span
from attrib.source.cast import Referent
from attrib.source.fitting import FAR, both, named_last, nearest
from attrib.source.known import Known, Party
from attrib.source.resolver import Question
from attrib.source.unnamed_row import unnamed_row
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import GrammaticalGender
from attrib.text.view import View
from attrib.text.words import NOUNS

_PEOPLE = frozenset({"person", "official", "expert", "witness", "head_of_state", "document", "hearsay", "publisher"})
"""Kinds of parties that are no institution."""
_OBJECTS = frozenset({"obj", "iobj"})
_DESCRIBING = frozenset({"NOUN", "ADJ"})
_SPEAKERS = 4
"""How many of the last speakers a pronoun may mean."""


def pronoun(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """Whoever of those named before fits in gender and number; None if the words are no pronoun."""
    known, word = question.language.words, words[0]
    subjects = known.personal_subjects | known.neuter_pronouns
    points = word.form in known.pointing_pronouns and word.upos == "PRON" and not word.is_relative
    if len(words) > 1 or not (word.form in subjects or points):
        return None
    if word.form in known.first_persons:
        return ()
    if word.form in known.both:
        return both(question, sentence, words)
    asked = _Pronoun(question, sentence, word)
    if word.form in known.pointing_pronouns:
        pointed = asked.pointed_at(several=_is_plural(question, sentence, word))
        if pointed or word.form not in subjects:
            return pointed
    if word.form in known.former_words | known.latter_words:
        return asked.of_two()
    return asked.several() if _is_plural(question, sentence, word) else asked.one()


def owner(question: Question, sentence: Sentence, word: Word) -> tuple[Party, ...] | None:
    """Who is behind *seinen* Angaben; None if the word is no possessive."""
    if word.form not in question.language.words.possessives or word.upos not in {"DET", "PRON"}:
        return None
    return _Pronoun(question, sentence, word).one()


def _is_plural(question: Question, sentence: Sentence, word: Word) -> bool:
    """*sie sagten*: the verb says it."""
    if word.form in question.language.words.plural_pronouns:
        return True
    head = sentence.head(word)
    joined = any(child.relation == "conj" for child in sentence.children(word))  # *sie | und ihr Kollege sagten*
    if head is None or joined or word.form in question.language.words.dative_pronouns:
        return False
    verb = head if head.is_finite else question.language.grammar.finite_verb(sentence, head)
    return verb is not None and verb.has("Number=Plur")


def _subject(sentence: Sentence) -> Word:
    """The subject of the sentence's main verb; NO_WORD if it has none."""
    children = sentence.children(sentence.root or NO_WORD)
    return next((child for child in children if child.relation == "nsubj"), NO_WORD)


class _Pronoun:
    """A pronoun, and who was named or spoke before it."""

    def __init__(self, question: Question, sentence: Sentence, word: Word) -> None:
        self._question = question
        self._sentence = sentence
        self._word = word
        masculine = word.form in question.language.words.masculine_pronouns
        self._of_thing = word.form in question.language.words.neuter_pronouns
        self._gender: GrammaticalGender = "n" if self._of_thing else "m" if masculine else "f"
        self._history = question.known.history

    def one(self) -> tuple[Party, ...]:
        """The one party that it stands for."""
        announcing = self._before_colon()
        if announcing:
            return announcing
        people = [item for item in self._question.cast.before(self._word.start) if self._may_be_person(item)]
        speakers = self._last_speakers()
        if not speakers:
            return self._nearest(people)
        if len(speakers) > 1:
            return ()  # Two who spoke together, and either may be meant.
        speaker = [item for item in people if item.source.id == speakers[0].source]
        rivals = [item for item in people if item not in speaker and self._took_over(item)]
        rivals = rivals or [item for item in people if item not in speaker and self._opened(item)]
        return self._nearest([*speaker, *rivals]) if rivals else (self._who_spoke(speakers[0]),)

    def _before_colon(self) -> tuple[Party, ...]:
        """*Die Firma wehrt sich: p, teilte sie mit*: whom a colon in the sentence, or at the end of the one before,
        parts from what is said; nobody where no colon does or somebody else stands there."""
        question, number = self._question, self._sentence.number
        before = [word for word in self._sentence.words if word.start < self._word.start]
        colon = next((word.number for word in reversed(before) if word.text == ":"), 0)
        view = question.text.views[number]
        earlier = question.text.before(view)
        if not colon and earlier is not None and earlier.sentence.words[-1].text == ":":
            view, colon = earlier, len(earlier.sentence.words)
        span = subject_before(view, colon) if colon and view.sentence.part == self._sentence.part else None
        if span is None or not self._agrees(view, span):
            return ()
        known = question.known
        found = question.of(span)
        if len(found) == 1:
            return (self._who_spoke(found[0]),)
        question.known = known
        return ()

    def _agrees(self, view: View, mention: Span) -> bool:
        """Whether nothing says that a mention is of another gender or of several."""
        words = [word for word in view.sentence.words if mention.contains(word)]
        noun = next((word for word in words if word.upos in NOUNS), NO_WORD)
        if not noun or noun.is_plural or noun.start == self._word.start:
            return False
        nouns = self._question.nouns
        gender = nouns.grammatical_gender(noun) or nouns.gender(noun, words[0])
        return gender in ({None, "n"} if self._of_thing else {None, self._gender})

    def _may_be_person(self, item: Referent) -> bool:
        if item.source.id in self._objects:
            return False
        if self._of_thing:
            return not item.is_person and item.source.kind != "document"
        return item.is_person and item.gender in {None, self._gender}

    @cached_property
    def _objects(self) -> frozenset[str]:
        """*Er beschuldigte | Lund*: those named as objects of the verb whose subject the pronoun is, who are others
        (principle B of Chomsky, Lectures on Government and Binding, 1981)."""
        words = self._sentence.words if self._word.relation == "nsubj" else ()
        objects = [word.start for word in words if word.head == self._word.head and word.relation in _OBJECTS]
        referents = self._question.cast.referents.values() if objects else ()
        return frozenset(item.source.id for item in referents if any(start in objects for start, _ in item.places))

    def _last_speakers(self) -> list[Party]:
        """Who spoke last, not long ago, if the pronoun fits."""
        recent = self._history[-_SPEAKERS:]
        for place in dict.fromkeys(place for place, _ in reversed(recent) if place < self._word.start):
            together = dict.fromkeys(party for start, party in recent if start == place)
            fitting = [party for party in together if self._may_be(party, place)]
            if fitting:
                return fitting
        return []

    def _may_be(self, party: Party, place: int) -> bool:
        """Institutions only from one sentence to the next; nobody who is an object beside the pronoun."""
        if party.source in self._objects:
            return False
        referent = self._question.cast.referents.get(party.source)
        is_person = referent is None or referent.is_person
        if self._of_thing and not self._is_institution(party, referent):
            return False
        reach = FAR if is_person or self._of_thing else 1
        gender = (referent and referent.gender) or self._gender_of_institution(party.source)
        near = self._sentence.number - self._question.number_at(place) <= reach
        document = self._of_thing and self._question.known.sources[party.source].kind == "document"
        told = document or party.disclosure in {"named", "role"} or self._is_one_person(place)
        return near and told and gender in {None, self._gender}

    def _is_one_person(self, place: int) -> bool:
        """*eine Anwohnerin*: whether a mention is a noun for one person of the pronoun's gender, whom no name tells."""
        words = [word for word in self._question.text.sentence_at(place).sentence.words if word.start >= place]
        noun = next((word for word in words if word.upos in NOUNS), NO_WORD)
        nouns = self._question.nouns
        single = bool(noun) and not noun.is_plural and nouns.person(noun) is not None
        return single and nouns.gender(noun, words[0]) == self._gender

    def _is_institution(self, party: Party, referent: Referent | None) -> bool:
        """*it*: neither a person nor a document."""
        source = self._question.known.sources[party.source]
        if source.kind == "document" and self._question.language.words.group_pronouns:
            return self._is_subject_before(party)  # *A report classed it as unsafe. It recommended p*
        # *Volta called the report false. It said p*: a single name that nothing tells to be somebody's
        bare = source.kind == "person" and source.origin == "discovered" and " " not in source.name
        people = source.kind in _PEOPLE and not bare
        return not people if referent is None else not referent.is_person and referent.source.kind != "document"

    def _is_subject_before(self, party: Party) -> bool:
        """Whether the sentence before is about it: its subject was resolved to it."""
        number = self._sentence.number
        if not number:
            return False
        before = self._question.text.sentences[number - 1]
        opening, noun = before.start, _subject(before)
        last = self._history[-1:]
        return any(found.source == party.source and opening <= place <= noun.start for place, found in last)

    def _gender_of_institution(self, party: str) -> GrammaticalGender | None:
        """*Das Amt sagte p. Er …*: that of the noun that an institution's name ends in; None if it ends in none."""
        last = self._question.known.sources[party].name.rpartition(" ")[2]
        entry = self._question.nouns.institution(replace(NO_WORD, text=last, lemma=last, upos="NOUN"))
        return None if entry is None else entry.gender

    def _opened(self, rival: Referent) -> bool:
        """Whether a paragraph has begun since the last speaker spoke, which named somebody else: *Für Ärger sorgte
        Trainer Karl Ohm. Er …*"""
        part, place = self._sentence.part, self._last_place() or 0
        here = [item for item in self._question.text.sentences if item.part == part]
        opened = self._question.text.sentence_at(place).sentence.part != part
        return opened and any(rival.first_in(item.number) is not None for item in here if item.start < self._word.start)

    def _took_over(self, rival: Referent) -> bool:
        """Whether somebody became the subject after the last speaker spoke: then the pronoun may mean either."""
        since = self._question.number_at(self._last_place() or 0)
        here = self._question.number_at(self._word.start)
        return not rival.subject_in.isdisjoint(range(since + 1, here + 1))

    def _last_place(self) -> int | None:
        """Where somebody spoke last before it."""
        return max((place for place, _ in self._history if place < self._word.start), default=None)

    def _who_spoke(self, party: Party) -> Party:
        name = self._question.known.sources[party.source].name
        return Party(party.source, party.disclosure, "pronoun", f"{self._word.text}: {name}, who spoke last")

    def _nearest(self, people: Sequence[Referent]) -> tuple[Party, ...]:
        """The only one within the shortest distance at which anybody is; nobody if there are several."""
        about = () if self._of_thing else self._about()
        if about:
            return about
        near = nearest(people, self._sentence, self._word)
        if not near and self._of_thing:
            return self._bare_institution()
        if len(near) != 1:
            return ()
        detail = f"{self._word.text}: {near[0].source.name}, the only one near who fits"
        return (self._question.adopt(near[0], "named", "pronoun", detail),)

    def _about(self) -> tuple[Party, ...]:
        """*Der 43-Jährige löst Karl Ohm ab. Er sagte p*, *Der Bund klagt. Er sagte p*: what the sentence before is
        about, where that agrees and the text has brought it in; nobody where it has not, or the subject is a name."""
        question, number = self._question, self._sentence.number
        if not number or question.is_heading(question.text.sentences[number - 1]):
            return ()
        view = question.text.views[number - 1]
        noun = _subject(view.sentence)
        if not noun or noun.upos not in _DESCRIBING or noun.is_plural or not self._agrees_with(view, noun):
            return ()
        known = question.known
        words = self._phrase(view, noun)
        found = question.of(Span(words[0].start, words[-1].end))
        if len(found) == 1 and (self._is_told_of(known, found[0].source) or self._is_association(noun)):
            return (replace(found[0], rule="pronoun", detail=f"{self._word.text}: {noun.text}, whom it was about"),)
        question.known = known
        return ()

    def _is_told_of(self, known: Known, source: str) -> bool:
        """Whether a party is known without the phrase that was looked at."""
        question = self._question
        return any(source in told for told in (known.sources, question.cast.referents, question.registry.by_id))

    def _is_association(self, noun: Word) -> bool:
        nouns = self._question.nouns
        return nouns.institution(noun) is not None or nouns.is_association(noun)

    def _agrees_with(self, view: View, noun: Word) -> bool:
        nouns, article = self._question.nouns, self._phrase(view, noun)[0]
        gender = nouns.grammatical_gender(noun) or nouns.gender(noun, article)
        return gender == self._gender

    def _bare_institution(self) -> tuple[Party, ...]:
        """*The union voted. It said p*: what the sentence before is about, by its noun alone."""
        question, number = self._question, self._sentence.number
        sentence = question.text.sentences[number - 1] if number else self._sentence
        noun = _subject(sentence)
        if not number or noun.is_plural or question.nouns.institution(noun) is None:
            return ()
        return question.parties(sentence, question.language.grammar.phrase(sentence, noun))

    def several(self) -> tuple[Party, ...]:
        """*sie sagten*: those who spoke together last, or a group that spoke."""
        group = self._group_before()
        last = self._last_place()
        if last is None or self._sentence.number - self._question.number_at(last) > FAR:
            return group
        parties = [party for place, party in self._history if place == last]
        if len(parties) == 1 and not self._is_several_at(last):
            # *Prosecutors opened a file, the paper wrote. …, they said*: rather several than one outlet
            several = [place for place, _ in self._history if place < last and self._is_several_at(place)]
            if several and self._sentence.number - self._question.number_at(several[-1]) <= FAR:
                parties = [party for place, party in self._history if place == several[-1]]
        alone = self._question.cast.referents.get(parties[0].source) if len(parties) == 1 else None
        if alone is not None and alone.is_person:
            return group
        return tuple(dict.fromkeys(map(self._who_spoke, parties)))

    def _is_several_at(self, place: int) -> bool:
        """Whether several spoke at a place together, or as one group."""
        together = sum(start == place for start, _ in self._history) > 1
        words = [word for word in self._question.text.sentence_at(place).sentence.words if word.start >= place]
        return together or next((word for word in words if word.upos in NOUNS), NO_WORD).is_plural

    def _group_before(self) -> tuple[Party, ...]:
        """*Nurses walked out. They said p*: several whom the sentence before is about, where a language's pronoun takes
        up nothing else; nobody if it is about anything else."""
        question, number = self._question, self._sentence.number
        if self._word.form not in question.language.words.group_pronouns or number == 0:
            return ()
        sentence = question.text.sentences[number - 1]
        noun = _subject(sentence)
        entry = question.nouns.person(noun) if noun.is_plural else None
        if entry is None:
            return ()
        return (unnamed_row(question, question.language.grammar.phrase(sentence, noun), entry.kind, "pronoun"),)

    def pointed_at(self, *, several: bool) -> tuple[Party, ...]:
        """*Der Landrat sagte, die Bahn sei teurer. Diese erklärte p*: whom the sentence before named last that fits in
        gender and number; it takes up rather what it was not about. Nobody where it is not told whom."""
        question, number = self._question, self._sentence.number
        if not number or question.is_heading(question.text.sentences[number - 1]):
            return ()
        view = question.text.views[number - 1]
        for noun in reversed(view.sentence.words):
            if self._may_be_pointed_at(view, noun, several=several):
                known = question.known
                found = question.parties(view.sentence, self._phrase(view, noun))
                if len(found) == 1:
                    return (replace(found[0], rule="pronoun", detail=f"{self._word.text}: {noun.text}, named last"),)
                question.known = known
        return ()

    def _phrase(self, view: View, noun: Word) -> Sequence[Word]:
        """The noun's phrase without what another preposition adds: *die Armee | für den Angriff*."""
        words = self._question.language.grammar.phrase(view.sentence, noun)
        linked = self._question.language.words.of_prepositions | self._question.language.words.naming_prepositions
        others = (n for n, word in enumerate(words) if word.upos == "ADP" and word.form not in linked)
        end = next((n for n in others if words[n].number > noun.number), len(words))
        if self._question.nouns.institution(noun) is not None and not self._is_named(noun):
            end = min(end, next(n for n, word in enumerate(words, 1) if word is noun or word.end == noun.end))
        return words[:end]

    def _is_named(self, noun: Word) -> bool:
        return self._question.cast.institution_at(noun.start) is not None

    def _may_be_pointed_at(self, view: View, noun: Word, *, several: bool) -> bool:
        """Whether a word is the head of a phrase for a party that agrees with the pronoun, and describes no other."""
        nouns = self._question.nouns
        if noun.upos not in NOUNS or noun.relation in {"appos", "flat", "compound"} or noun.is_plural != several:
            return False
        here = [
            item for item in self._question.cast.referents.values() if item.first_in(view.sentence.number) is not None
        ]
        named = next((item for item in here if any(place == noun.start for place, _ in item.places)), None)
        if named is not None and named.is_person:
            return not several and named.gender in {None, self._gender}
        if nouns.person(noun) is None and nouns.institution(noun) is None:
            return False
        before = view.word(noun.number - 1)
        gender = nouns.grammatical_gender(noun) or nouns.gender(noun, before)
        return several or gender == self._gender

    def of_two(self) -> tuple[Party, ...]:
        """*Ersterer, Letzterer, dieser*: the first or the last of the two named last."""
        latter = self._word.form in self._question.language.words.latter_words
        named = named_last(self._question.cast.before(self._word.start), self._sentence, self._word)
        if len(named) < 2 and latter:
            return self.one()
        if len(named) != 2 and not latter:
            return ()
        chosen = named[-1 if latter else 0]
        detail = f"{self._word.text}: {chosen.source.name}, of those named last"
        return (self._question.adopt(chosen, "named", "ordinal", detail),)
