"""Institutions that a text names and the registry does not know: *Umweltministerium in Oslo*, *Amtsgericht Kiel*."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attrib.records import SourceKind
from attrib.source.apposition import institution_behind
from attrib.source.name_kind import PUBLIC
from attrib.source.name_run import NameRuns
from attrib.text.analysis import Word, word_at
from attrib.text.entries import InstitutionNoun
from attrib.text.view import View
from attrib.text.words import NAMES

_JOINED = frozenset({"flat", "appos"})
_BELOW = frozenset({"nmod", "compound", "obl", "conj"})
_PLACED = frozenset({"-", "based"})


@dataclass(frozen=True, slots=True)
class InstitutionName:
    """A noun for an institution with what makes it a name."""

    words: tuple[Word, ...]
    noun: Word
    kind: SourceKind
    name: str
    article: Word | None


def institution_names(view: View) -> Iterator[InstitutionName]:
    """The named institutions of one sentence, its compounds joined, in order, none inside another."""
    reading = _Reading(view)
    place = 0
    while place < len(view.joined):
        found = reading.at(place)
        if found is not None:
            yield found
        place += 1 if found is None else len(found.words)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads institutions' names in one sentence, word by word; places are those of its joined words."""

    view: View

    def at(self, place: int) -> InstitutionName | None:
        """The institution whose noun stands at a place, None if nothing names it.

        What names it stands right behind: a proper name (*Reederei Nordlicht*) or a preposition with one or with a noun
        without article (*in Oslo*, *für Meereskunde*). What stands in quotation marks there is the name alone.
        """
        if self.view.language.grammar.HEAD_LAST:
            called = self._called(place) or self._described_behind(place)
            if called is not None:
                return called
        noun = self._word(place)
        if not _is_capital(noun):
            return None
        entry = self._institution(noun)
        firm = entry is None and self._is_firm(noun)
        if not (entry or firm) or (noun.is_plural and not firm) or self._runs.is_marked(noun):
            return None
        before = self._word(place - 1)
        kind: SourceKind = "company" if entry is None else entry.kind
        marked = self._runs.marked(place + 2)
        begin = self._begin(place)
        end = place + len(marked) + 3 if marked else self._end(place)
        if end == begin + 1 or self._is_organ_in_place(place, entry):
            return None
        kept = self.view.joined[place:end]
        name = " ".join(word.text for word in marked) or self._spelled(kept, kind)
        attributes = self._attributes(place) if begin == place and not marked else ()
        if attributes:
            grammar = self.view.language.grammar
            name = " ".join([*(grammar.nominative(word, noun) for word in attributes), name])
            kept, before = (*attributes, *kept), self._word(place - len(attributes) - 1)
        if begin < place:
            kept = self.view.joined[begin:end]
            name, before = " ".join(word.text for word in kept), self._word(begin - 1)
        return InstitutionName(kept, noun, kind, name, before if before.upos == "DET" else None)

    def _attributes(self, place: int) -> tuple[Word, ...]:
        """*die | Europäische | Agentur für Kinder*: the adjectives before the noun whose capitals say that they are of
        the name; those of places have one anyway (*die Bremer Agentur für Arbeit*)."""
        grammar, noun, first = self.view.language.grammar, self._word(place), place
        while _is_capital(self._word(first - 1)) and self._word(first - 1).upos == "ADJ" and first > 1:
            first -= 1
        words = self.view.joined[first:place]
        declined = (grammar.nominative(word, noun) != word.text or word.form != word.lemma.lower() for word in words)
        return tuple(words) if self._word(first - 1).upos in {"DET", "ADP"} and all(declined) else ()

    def _is_organ_in_place(self, place: int, entry: InstitutionNoun | None) -> bool:
        """*die Geschäftsführung | in Kassel*: who leads, and where that is; no name of its own."""
        leads = entry is not None and (entry.organ_of or (entry.stands_for and entry.kind == "military"))
        return bool(leads) and self._word(place + 1).form in self.view.language.words.speaking_place_prepositions

    def _called(self, place: int) -> InstitutionName | None:
        """*the Danish pump maker | Nordvik*, *retail giant | Tosco*: behind a noun without a capital, where heads stand
        last, the name is all that it goes by."""
        noun, language = self._word(place), self.view.language
        if _is_capital(noun) or noun.is_plural:
            return None
        entry = self._institution(replace(noun, upos="NOUN"))
        if entry is None:
            return None
        first = self._apposed(place) or place + 1
        end = self._name_end(first)
        names = [word.text for word in self.view.joined[first:end]]
        if not names and entry.kind in {"media", "news_agency"}:
            begin = place  # *the Handelsblatt | newspaper*
            while self._word(begin - 1).upos in NAMES and _is_capital(self._word(begin - 1)):
                begin -= 1
            names = [word.text for word in self.view.joined[begin:place]]
            end = place + 1
        if not names or language.countries.of_place(" ".join(names)) is not None:
            return None
        begin = place  # *the Danish | pump maker Nordvik*: with the country beside it
        while self._word(begin - 1).upos in {"ADJ", "NOUN"}:
            begin -= 1
        return InstitutionName(self.view.joined[begin:end], noun, entry.kind, " ".join(names), None)

    def _described_behind(self, place: int) -> InstitutionName | None:
        """*Norvik, | the battery maker,*: a name whose apposition is a noun without a capital, where heads stand
        last."""
        first, language = self._word(place), self.view.language
        inner = self._word(place - 1).upos in NAMES or not _is_capital(first) or first.upos not in NAMES
        if inner or language.given_names.is_listed(first.text):
            return None
        end = self._name_end(place)
        beside = institution_behind(self.view, end - 1) if end > place else None
        words = self.view.joined[place:end]
        name = " ".join(word.text for word in words)
        entry = None if beside is None else self._institution(beside.noun)
        if beside is None or entry is None or language.countries.of_place(name) is not None:
            return None
        noun = replace(words[-1], lemma=beside.noun.lemma, feats=beside.noun.feats)
        return InstitutionName(words, noun, entry.kind, name, beside.article)

    def _apposed(self, place: int) -> int:
        """*The manufacturer, | Leeds-based | Kolb Steel, says p*: where a name between commas begins that is all
        that stands there, 0 if there is none; *the head of the firm, Ann Reid,* is somebody in it."""
        noun = self._word(place)
        if self._word(place + 1).text != "," or noun.relation in _BELOW or noun.deprel == "nmod:poss":
            return 0
        first = place + 2
        while (
            self._word(first).upos == "ADJ"
            or self._word(first + 1).form in _PLACED
            or self._word(first).form in _PLACED
        ):
            first += 1
        end = self._name_end(first)
        closing, behind = self._word(end), self._word(end + 1)
        return first if end > first and closing.text == "," and behind.upos != "CCONJ" else 0

    def _is_firm(self, word: Word) -> bool:
        """*Orlan | Shipping*: what names of firms end in, in a language whose heads stand last."""
        language = self.view.language
        return language.grammar.HEAD_LAST and word.upos in NAMES and word.form in language.words.firm_words

    def _begin(self, place: int) -> int:
        """The first word of a name that ends in its noun: *Kestrel | Airways*, *Avon and Somerset | Police*; `place`
        where it is none of it."""
        begin = place
        while self.view.language.grammar.HEAD_LAST and self._is_before_noun(begin - 1):
            begin -= 1
        return self._before_and(begin, self._institution(self._word(place))) if begin == place - 1 else begin

    def _before_and(self, begin: int, entry: InstitutionNoun | None) -> int:
        """*Avon and | Somerset Police*: of two names before a public body neither is a body by itself."""
        joined = self._word(begin - 1).form in self.view.language.words.additive_conjunctions
        first = self._word(begin - 2)
        public = entry is not None and entry.kind in PUBLIC
        name = first.upos in NAMES and _is_capital(first) and self._institution(first) is None
        alone = self._word(begin - 3).upos not in NAMES
        return begin - 2 if joined and public and name and alone else begin

    def _is_before_noun(self, place: int) -> bool:
        """A word with a capital that neither opens the sentence as another part of speech nor is for a person."""
        word = self._word(place)
        fits = word.upos in NAMES or (word.upos in {"ADJ", "NOUN"} and word.number > 1)
        return fits and _is_capital(word) and self.view.language.lexicon.nouns.person(word) is None

    @property
    def _runs(self) -> NameRuns:
        return NameRuns(self.view.joined, self.view.language)

    def _word(self, place: int) -> Word:
        return word_at(self.view.joined, place)

    def _institution(self, noun: Word) -> InstitutionNoun | None:
        return self.view.language.lexicon.nouns.institution(noun)

    def _end(self, place: int) -> int:
        """Behind the last word of the name whose noun stands at a place."""
        if self.view.language.grammar.HEAD_LAST:
            of = self._word(place + 1).form in self.view.language.words.genitive_links
            return self._prepositional_end(place + 1) if of else place + 1 + self._has_place_behind(place)
        end = self._name_end(place + 1)
        if end == place + 1:
            end = self._prepositional_end(end)
        if not self._is_association(self._word(place)):
            return end
        if end == place + 1 or self.view.language.grammar.may_be_adjective(self._word(end - 1)):
            end = self._subject_end(end)
        return self._second_end(end) if end > place + 1 else end

    def _has_place_behind(self, place: int) -> bool:
        """*Police | Scotland*: a public body and where it is, in one name."""
        noun, behind = self._word(place), self._word(place + 1)
        entry, language = self._institution(noun), self.view.language
        if entry is None or entry.kind not in PUBLIC or behind.upos not in NAMES or not _is_capital(behind):
            return False
        somebody = language.given_names.is_listed(behind.text) or language.lexicon.nouns.person(behind) is not None
        joined = behind.head == noun.number or noun.head == behind.number
        alone = self._word(place + 2).upos not in NAMES
        return joined and alone and not somebody and behind.form not in language.words.months

    def _spelled(self, words: Sequence[Word], kind: SourceKind) -> str:
        """*Landesbetriebs Mobilität* in the nominative; an outlet (*das Magazin Barrons*) goes by its name alone."""
        noun, *rest = words
        names = [word.text for word in rest]
        listed = self.view.language.words.outlet_words
        if kind in {"media", "news_agency"} and all(word.upos in NAMES for word in rest) and noun.form not in listed:
            return " ".join(names)  # but *Radio Nord*: the noun is a part of it
        genitive = self.view.language.grammar.is_genitive_of_lemma(noun)
        return " ".join([noun.lemma if genitive else noun.text, *names])

    def _name_end(self, place: int) -> int:
        first = self._word(place)
        # *die Stadt Den Helder*: an article with a capital letter is the beginning of a name
        if first.upos == "DET" and _is_capital(first) and first.form in self.view.language.words.place_beginnings:
            place += self._word(place + 1).upos in NAMES
        begin = place
        while self._is_in_name(place, begin):
            place += 1
        return place

    def _is_in_name(self, place: int, begin: int) -> bool:
        """A proper noun, or behind one a noun that the tree joins to it (*Kolb Stahl*); not *die Stadt Aurich | Anfang
        Mai*."""
        word, words = self._word(place), self.view.language.words
        is_name = word.upos in NAMES or (place > begin and word.upos == "NOUN" and word.relation in _JOINED)
        time = word.form in words.months or word.form in words.adverbial_times
        return is_name and not time and (_is_capital(word) or self._joins_names(place))

    def _joins_names(self, place: int) -> bool:
        """*Firma Brandt & Töchter*"""
        return self._word(place).text == "&" and _is_capital(self._word(place + 1))

    def _is_association(self, word: Word) -> bool:
        """*Bundesverband, Gewerkschaft, Arbeitskreis*: nouns that stand before what the association is for."""
        language = self.view.language
        endings = tuple(language.words.associations)
        forms = (word.lemma, word.text, language.grammar.without_long_genitive(word.text))
        return any(form.lower().endswith(endings) for form in forms)

    def _subject_end(self, place: int) -> int:
        """*Erneuerbare Energie*, *Erziehung und Wissenschaft*, *kommunaler Unternehmen*: behind what it is there
        for."""
        end = place
        while self._is_of_subject(self._word(end)):
            end += 1
        noun = self._word(end)
        # *Der Verband Polizei und Feuerwehr*: two parties as likely as one name.
        other = end == place and self._institution(noun) is not None
        return place if noun.upos != "NOUN" or other else end + 1

    def _is_of_subject(self, word: Word) -> bool:
        """An adjective with a capital letter, or in the genitive plural."""
        grammar = self.view.language.grammar
        return word.upos == "ADJ" and (_is_capital(word) or grammar.is_genitive_plural(word))

    def _second_end(self, place: int) -> int:
        """*Erziehung | und Wissenschaft*: behind a second noun that is no party."""
        joined = self._word(place).form in self.view.language.words.additive_conjunctions
        noun = self._word(place + 1)
        is_subject = noun.upos in {"NOUN", "PROPN"} and _is_capital(noun) and self._institution(noun) is None
        return place + 2 if joined and is_subject else place

    def _prepositional_end(self, place: int) -> int:
        """*für Meereskunde*, *in Oslo*, *des Landes Hessen*: behind the last word, `place` itself if there is none."""
        preposition, words = self._word(place), self.view.language.words
        if preposition.form not in words.naming_prepositions:
            return place
        end = self._name_end(place + 1)
        if end > place + 1:
            return end
        plain = preposition.upos == "ADP" and self._word(place + 1).upos == "NOUN"
        purpose = plain and preposition.form in words.purpose_prepositions
        return self._second_purpose_end(place + 2) if purpose else place

    def _second_purpose_end(self, place: int) -> int:
        """*für Gesundheit | und Verbraucherschutz*: behind a second noun that the tree joins to the first, unless one
        of the two alone is somebody (*für Wirtschaft | und Experten*)."""
        first, second = self._word(place - 1), self._word(place + 1)
        end = self._second_end(place)
        person = self.view.language.lexicon.nouns.person
        alike = (person(first) is None) == (person(second) is None)
        return end if second.relation == "conj" and second.head == first.number and alike else place


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper()
