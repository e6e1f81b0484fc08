"""Words that describe somebody named before: *der Minister*, *die 52-Jährige*, *der Russe*, *das IMK*.

Gender, number, the nouns of the text and nearness decide between those who were named; if two are left, nobody is
meant for certain and the mention stays unresolved. A step returns None if the words take nobody up, and an empty tuple
if they do but the text does not say whom.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from attrib.records import SourceKind
from attrib.source.bare_name import bare_name
from attrib.source.cast import Referent
from attrib.source.fitting import FAR, NEAR, both, fits, is_called, who_spoke_together
from attrib.source.institutions import by_role
from attrib.source.known import Party
from attrib.source.name_kind import PUBLIC
from attrib.source.only_office import only_office
from attrib.source.other_words import OtherWords
from attrib.source.resolver import Question
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import PersonNoun
from attrib.text.words import ends_in

Found = tuple[Party, ...] | None
_IN_POLITICS: frozenset[SourceKind] = frozenset(
    {"official", "head_of_state", "legislature", "party", "ministry", "government"}
)
_STATES: frozenset[SourceKind] = frozenset({"government", "head_of_state", "ministry", "official"})
"""Kinds of parties who speak for a state."""
_NOUNS = frozenset({"NOUN", "PROPN", "X"})
_TITLES = _NOUNS | {"ADJ"}


def abbreviation(question: Question, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*das IMK*: the party behind whose name the text puts these letters in brackets; not *ein Sprecher des IMK*."""
    described = next((word for word in words if word.upos in _NOUNS), NO_WORD)
    if question.nouns.person(described) is not None:
        return None
    for word in words:
        several = sum(item.upos in _NOUNS for item in words) > 1 and sum(map(str.isupper, word.text)) < 2
        if several and question.language.grammar.HEAD_LAST:
            continue  # *Ann Kestrel* is not *Kestrel Airways*
        spellings = (word.text, question.language.grammar.without_genitive(word.text))
        found = next(filter(None, map(question.cast.abbreviations.get, spellings)), "")
        referent = question.cast.referents.get(found)
        if referent is not None and referent.stands_before(word.start):
            return (question.adopt(referent, "named", "abbreviation", f"{word.text}: {referent.source.name}"),)
    return None


def described(question: Question, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*der Minister, die Agentur, die 52-Jährige, der Russe*: a definite phrase for somebody named before."""
    if words[0].form in question.language.words.indefinite_articles:
        return None  # *einer | der beiden Beamten*
    if any(word.form in question.language.words.both for word in words):
        return both(question, sentence, words)
    noun = _anaphoric_noun(question, words)
    if question.is_heading(sentence):
        ahead = noun or _bare_person(question, words)
        found = _Description(question, sentence, words, ahead).found_ahead() if ahead else None
        if found is not None:
            return found
    if noun is not NO_WORD:
        return _Description(question, sentence, words, noun).found()
    title = _title(question, words)
    if title is not NO_WORD:
        return _Description(question, sentence, words, title).in_title()
    office = _office(question, words)
    return None if office is NO_WORD else _Description(question, sentence, words, office).in_office_of()


def taken_up(question: Question, sentence: Sentence, place: Word, noun: str) -> Found:
    """Whom a definite phrase with a noun would take up at a place: *die Behörde* for *ein Behördensprecher*."""
    word = replace(place, text=noun, lemma=noun, upos="NOUN", feats="Number=Sing")
    return _Description(question, sentence, [word], word).found()


def group(question: Question, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*Die Verbände A und B klagten. Die (beiden) Verbände …*: all that were named together as what the noun says."""
    last = words[-1]
    definite = words[0].form in question.language.words.definite_articles
    inner = all(word.upos in {"NUM", "ADJ", "DET"} for word in words[1:-1])
    if not definite or not inner or last.upos != "NOUN" or not last.is_plural:
        return None
    parties = question.known.groups.get(last.lemma.lower()) or who_spoke_together(question, sentence, words)
    if not parties:
        return None
    return tuple(replace(party, disclosure="named", rule="group", detail=last.text) for party in parties)


def _anaphoric_noun(question: Question, words: Sequence[Word]) -> Word:
    """The noun of a phrase with a definite article and nothing behind the noun; an age or inhabitant has any tag."""
    language, last = question.language, words[-1]
    if _is_bare_institution(question, words):
        return last  # *laut Polizei*
    if words[0].form not in language.words.definite_articles:
        return NO_WORD
    # *der | Frankfurter | Professor*: an adjective of a place, whatever the tagger takes it for
    person = question.nouns.person(last) is not None
    towns = [word for word in words[:-1] if person and word.upos != "NOUN" and language.grammar.is_from_town(word.text)]
    nouns = [word for word in words if word.upos in _NOUNS and word not in towns]
    if nouns:
        return last if nouns == [last] else NO_WORD
    grammar = language.grammar
    is_noun = grammar.is_age(last.text) or _is_from_somewhere(question, last)
    return last if is_noun or language.countries.of_inhabitant(last.text) else NO_WORD


def _is_from_somewhere(question: Question, noun: Word) -> bool:
    """*der Kölner, die Niedersächsin*: somebody of a town or region."""
    return (
        question.language.grammar.is_from_town(noun.text) or noun.form in question.language.words.regional_inhabitants
    )


def _is_bare_institution(question: Question, words: Sequence[Word]) -> bool:
    """*laut Polizei*, *Ministerium: Hilfe läuft an*: an institution's noun alone, as good as with its article."""
    noun = words[0]
    alone = len(words) == 1 and noun.upos == "NOUN" and not noun.is_plural
    return alone and question.nouns.institution(noun) is not None


def _bare_person(question: Question, words: Sequence[Word]) -> Word:
    """*Bürgermeister weist Vorwurf zurück*: the noun for one person that stands alone, as in a heading."""
    noun, countries = words[-1], question.language.countries
    before = [word for word in words[:-1] if word.upos != "ADJ"]
    told = len(before) == 1 and countries.first_of(before) is not None  # *Perus | Präsident*
    alone = (not before or told) and noun.upos in {"NOUN", "PROPN"} and not noun.is_plural
    return noun if alone and question.nouns.person(noun) is not None else NO_WORD


def _office(question: Question, words: Sequence[Word]) -> Word:
    """The noun of a definite phrase for one person that says whose office it is: *der Trainer des Vereins*."""
    noun = next((word for word in words if word.upos in _NOUNS), NO_WORD)
    if words[0].form not in question.language.words.definite_articles or noun.is_plural:
        return NO_WORD
    entry = question.nouns.person(noun)
    return noun if entry is not None and not entry.unnamed and _behind(words, noun) else NO_WORD


def _title(question: Question, words: Sequence[Word]) -> Word:
    """*the Home | Secretary*, *the police chief*: the noun for one person, where what tells one office from another
    stands before it in words of its own."""
    noun, inner = words[-1], words[1:-1]
    definite = words[0].form in question.language.words.definite_articles and question.language.grammar.HEAD_LAST
    one = noun.upos in _NOUNS and not noun.is_plural
    told = bool(inner) and all(word.upos in _TITLES and not word.has("Case=Gen") for word in inner)
    return noun if definite and one and told and question.nouns.person(noun) is not None else NO_WORD


def _behind(words: Sequence[Word], noun: Word) -> list[Word]:
    return [word for word in words if word.number > noun.number and word.upos in _NOUNS]


class _Description(OtherWords):
    """Who is meant of those with whom a definite phrase without a name agrees."""

    def found(self) -> Found:
        """The party; None if the phrase takes nobody up."""
        state = self._speaking_state()
        if state is not None:
            # *Die Türkei mahnte. Ankara werde vermitteln, erklärte das Außenministerium*
            own = by_role(self._question, self._noun.lemma, state, detail=self._noun.text)
            if own is not None:
                return (own,)
            self._before = [item for item in self._before if item.is_person or item.source.country == state]
        if self._is_several():
            return self._one_of(item for item in self._fitting() if not item.is_person)
        if self._language.grammar.is_age(self._noun.text) or self._is_origin() or self._is_aged():
            return self._of_age()
        near = self._near() if self._is_from_town() else []
        if len(near) == 1:
            return (self._adopt(near[0]),)
        country = self._language.countries.of_inhabitant(self._noun.text)
        if country is not None:
            return self._one_of(item for item in self._people() if item.source.country == country)
        fitting = self._fitting()
        if fitting and self._is_one_by_itself(fitting):
            return None
        is_near = any(self._is_near(item, 1) for item in fitting)
        named = (
            None if is_near or not fitting else bare_name(self._question, self._sentence, self._noun, self._spoke_in)
        )
        if named is not None:
            return named  # *Der Rat tagte. … Greenpeace protestierte. Die Organisation …*
        return self._one_of(fitting) if fitting else self._not_named()

    def _speaking_state(self) -> str | None:
        """The country that had the word last and whose is what is said here: its own office speaks for it, and not the
        one of another state that was named before; None where that is not certain."""
        entry = self._question.nouns.institution(self._noun)
        if entry is None or entry.kind not in PUBLIC or self._country is not None or self._attributes:
            return None
        place, number = self._words[0].start, self._sentence.number
        spoke = [party for at, party in self._question.known.history if at < place]
        last = self._question.known.sources[spoke[-1].source] if spoke else None
        near = last is not None and number - self._spoke_in[last.id] <= 1
        named = {self._language.countries.of_place(word.text) for word in self._sentence.words if word.start < place}
        state = last.country if last is not None and near and last.kind in _STATES else None
        return state if state is not None and named - {None} == {state} else None

    def found_ahead(self) -> Found:
        """*Verband kündigt Aufklärung an*: the only one of the article whom a noun in its heading fits; None if there
        are several. Who is of another country is not called by the noun alone."""
        named = (item for item in self._question.cast.referents.values() if self._agrees(item) and item.places)
        fitting = [item for item in named if fits(self._question, item, self._noun)] or self._in_other_words_ahead()
        near = {None, self._country, self._language.countries.home}
        own = [item for item in fitting if item.is_person or item.source.country in near]
        called = [item for item in own if is_called(item, self._noun)] or own
        return (self._adopt(called[0]),) if len(called) == 1 else None

    def _is_one_by_itself(self, fitting: Sequence[Referent]) -> bool:
        """*Die Polizei … die italienische Polizei … die Polizei*: the text spoke of one by the noun alone before it
        brought in any of these."""
        first = self._question.cast.bare.get(self._noun.lemma.lower(), self._noun.start)
        bare = not self._attributes and self._country is None
        if bare and self._only_one_named() is not None:
            return False  # *police said …, Police Scotland said …, police said*
        return bare and not any(item.is_person or item.stands_before(first) for item in fitting)

    def _only_one_named(self) -> Referent | None:
        """The only body of the article that is called by the bare noun for the police, wherever the article names it;
        None if there are several, or it tells them apart by other words."""
        entry = self._question.nouns.institution(self._noun)
        if entry is None or entry.kind != "police" or self._attributes or self._country is not None:
            return None
        others = (
            item for item in self._question.cast.referents.values() if item.source.id != f"bare-{self._noun.form}"
        )
        called = [item for item in others if not item.is_person and is_called(item, self._noun)]
        return called[0] if len(called) == 1 and called[0].phrase is None else None

    def in_office_of(self) -> Found:
        """Who holds an office of an institution: whom the text says it of, or somebody it has not yet told anything of.

        A spokesperson is introduced so without a name.
        """
        stem = self._language.grammar.stem
        institution = {stem(word.text) for word in _behind(self._words, self._noun)}
        fitting = [item for item in self._people() if fits(self._question, item, self._noun)]
        # *der norwegische Minister Karl Lund … der Minister Norwegens*
        told = [item for item in fitting if item.beside & institution or self._is_of_country(item)]
        return self._one_of(told) or self._undescribed()

    def in_title(self) -> Found:
        """*Home Secretary Diane Moss … the Home Secretary*: whom the text has called by the same words; None if it has
        called nobody so."""
        return self._one_of(item for item in self._people() if fits(self._question, item, self._noun))

    def _is_of_country(self, item: Referent) -> bool:
        return self._country is not None and item.source.country == self._country and bool(item.nouns)

    def _undescribed(self) -> Found:
        """*Uwe Harms war außer sich. … schimpfte der Sportdirektor*: the only one who was just named, of whom nothing
        has been said: a reader is told now who that is. None if there is none."""
        if self._noun.form.endswith(tuple(self._language.words.spokespersons)):
            return None
        place, number = self._noun.start, self._sentence.number
        here = [item for item in self._people() if not self._is_in_phrase(item)]
        people = [item for item in here if item.is_within(1, place, number)]
        known = [item for item in people if item.is_registered or item.nouns or item.phrase is not None]
        named = [item for item in people if item not in known]
        return (self._adopt(named[0]),) if len(named) == 1 else None

    def _is_several(self) -> bool:
        """Whether noun and article are plural; where the tagger errs, an ending or an age says it is one person."""
        grammar, noun = self._language.grammar, self._noun
        article = self._words[0]
        plural = noun.has("Number=Plur") and (article.has("Number=Plur") or not article.feature("Number"))
        return plural and not grammar.is_feminine(noun.form) and not grammar.is_age(noun.text)

    def _fitting(self) -> list[Referent]:
        """Whom the noun may take up; of several those that are where the text says, or that are called by it rather
        than by a noun of their kind: *der Innungsverband … die Handelskammer … der Verband*."""
        fitting = [item for item in self._before if fits(self._question, item, self._noun)]
        here = [item for item in fitting if self._place & self._stems(item.source.name.split())]
        called = [item for item in fitting if is_called(item, self._noun) and self._is_near(item, FAR)]
        return here or called or fitting

    def _is_origin(self) -> bool:
        """*der gebürtige Kieler*: where somebody is from, which may be anybody."""
        origins = self._language.words.origin_adjectives
        return any(ends_in(word, origins) for word in self._words if word.upos == "ADJ")

    def _is_from_town(self) -> bool:
        """*der Kölner*: a noun that no list has, by its ending somebody from a place."""
        nouns, country = self._question.nouns, self._language.countries.of_inhabitant(self._noun.text)
        listed = nouns.person(self._noun) or nouns.institution(self._noun) or country
        neuter = self._words[0].has("Gender=Neut") or self._noun.has("Gender=Neut")  # *das Orchester*
        singular = not self._noun.is_plural and list(self._words[1:]) == [self._noun] and not neuter
        return singular and listed is None and _is_from_somewhere(self._question, self._noun)

    def _is_aged(self) -> bool:
        """*der 23-jährige Sportler*, where no noun that the text has for somebody fits better."""
        aged = any(word.upos == "ADJ" and self._language.grammar.is_age(word.text) for word in self._words)
        return aged and self._question.nouns.person(self._noun) is not None and not self._fitting()

    def _of_age(self) -> Found:
        """An age says nothing but the gender: somebody in the sentence before, or the only person of the text; None
        where the text has named nobody."""
        chosen = self._near() or self._people()
        if not chosen:
            return None
        return (self._adopt(chosen[0]),) if len(chosen) == 1 else ()

    def _near(self) -> list[Referent]:
        """The people of this sentence or the one before."""
        people = self._people()
        return [item for item in people if item.is_within(1, self._noun.start, self._sentence.number)]

    def _one_of(self, fitting: Iterable[Referent]) -> Found:
        """The only one near by, else the only one at all; nobody if there are several, None if there is none."""
        candidates = list(fitting)
        for reach in (*NEAR, self._sentence.number):
            near = [item for item in candidates if self._is_near(item, reach)]
            if near:
                return self._adopt_only(near)
        return () if candidates else None

    def _adopt_only(self, near: Sequence[Referent]) -> tuple[Party, ...]:
        """The party that all of several are, in whatever words the text brought it in; nobody if they are not one."""
        known = self._question.known
        same = [item for item in near if is_called(item, self._noun)]
        near = near if len(near) == 1 or not same else same
        parties = {party.source: party for party in map(self._adopt, near)}
        if len(parties) == 1:
            return tuple(parties.values())
        speaker = self._last_speaker
        if speaker in parties and not any(self._took_over(item) for item in near):
            return (parties[speaker],)
        self._question.known = known
        return self._question.leave_open(self._words, [item.source.name for item in near])

    def _is_near(self, item: Referent, reach: int) -> bool:
        """Whether it was named or spoke at most so many sentences back."""
        number = self._sentence.number
        spoke = number - self._spoke_in.get(item.source.id, number + 1)
        return 0 <= spoke <= reach or item.is_within(reach, self._noun.start, number)

    def _not_named(self) -> Found:
        """Nobody who was named is known to be one: several may be meant, or the only person there is."""
        named = self._only_one_named()
        if named is not None:
            return (self._adopt(named),)
        found = (
            ()
            if self._is_one_of_several()
            else only_office(self._question, self._noun, elsewhere=self._country is not None or self._is_of_region())
        )
        if found is not None:
            return found
        entry = self._question.nouns.person(self._noun)
        if entry is None:
            return self._by_bare_name()
        varied = self._varied()
        if self._is_office(entry):
            return self._undescribed() if varied is None or not self._was_something() else varied
        politician = self._of_party(entry)
        if politician is not None:
            return politician
        of_party = entry.kind == "party" or entry.of
        if varied is not None and not of_party and not self._is_relation():
            return varied
        # *die Forscherin* is somebody the text has brought in: one whose office it has not told, or nobody for certain.
        return self._one_of(item for item in self._people() if not item.nouns and not self._is_for_others(item))

    def _is_of_region(self) -> bool:
        """*das niedersächsische Innenministerium, der Stuttgarter Innenminister*: of a part of a country, and not of
        all of it."""
        before = [word for word in self._words if word.number < self._noun.number]
        countries = self._language.countries
        capital = any(countries.of_capital(word.text) or countries.of_place(word.text) for word in before)
        return not capital and any(countries.of_region(before, place) for place in range(len(before)))

    def _by_bare_name(self) -> Found:
        return bare_name(self._question, self._sentence, self._noun, self._spoke_in)

    def _of_party(self, entry: PersonNoun) -> Found:
        """*Wirtschaftsminister Erik Sommer … Der SPD-Politiker*: the only politician of whom the text has spoken, where
        nothing tells of another party; None if the noun is for no politician, or there are several, or none."""
        if entry.kind != "party" and not entry.of:
            return None
        told = self._before_noun(entry)
        own = frozenset(map(self._language.grammar.stem, (*entry.of, *([told] if told else ()))))
        people = [item for item in self._people() if item.source.kind in _IN_POLITICS and item.phrase is None]
        rivals = [item for item in people if not self._is_of_another_party(item, own)]
        return (self._adopt(rivals[0]),) if len(rivals) == 1 and self._is_at_home(rivals[0], own) else None

    def _is_at_home(self, item: Referent, own: frozenset[str]) -> bool:
        """Whether a registered politician is of the country whose party the noun tells."""
        if not item.is_registered:
            return True
        parties = (entry for name in own for entry in self._question.index.names.get((name,)))
        return item.source.country in {entry.country for entry in parties if entry.kind == "party"}

    def _before_noun(self, entry: PersonNoun) -> str:
        """*SPD* of *SPD-Politiker*."""
        return self._noun.text[: max(self._noun.form.rfind(entry.lemma.lower()), 0)].rstrip("-")

    def _is_of_another_party(self, item: Referent, own: frozenset[str]) -> bool:
        """*Karl Lund (CDU)* is no *SPD-Politiker*."""
        index, stem = self._question.index.names, self._language.grammar.stem
        bearers = (entry for word in item.beside for entry in index.get((word,)))
        parties = {stem(name) for entry in bearers if entry.kind == "party" for name in entry.names}
        return bool(parties) and parties.isdisjoint(own)

    def _is_one_of_several(self) -> bool:
        """Whether the text spoke of several of the kind before, and nothing tells this one from them."""
        if self._attributes:
            return False
        lemma, plurals = self._noun.lemma.lower(), self._question.cast.plurals
        return any(place < self._noun.start and noun.endswith(lemma) for noun, place in plurals.items())
