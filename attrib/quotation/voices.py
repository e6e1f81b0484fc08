"""Whom words that stand alone can mean: what a document tells of its names before anybody is resolved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from attrib.quotation.cues import reporting_cues
from attrib.quotation.frame import Frame
from attrib.quotation.label import Naming, runs_of_names
from attrib.quotation.speaker import subject
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import PersonNoun
from attrib.text.nouns import Noun
from attrib.text.text import Text
from attrib.text.words import NAMES, NOUNS, SPEAKERS, VERBS, any_form, content, tagged

Standing = Literal["person", "party", "noun", "document", "name", "thing"]
"""What words name by themselves: a `person` by name; a `party` by a noun with its article or attribute (*Die Polizei*,
*Nordheimer Feuerwehr*); a bare `noun` for one (*Polizei*, which may be a topic too); a `document` (*Studie*); a bare
`name`, of whomever or whatever (*Vogt*, *Borussia*, *SPD*); a `thing`: anything else (*Fazit*)."""
_ORDER: tuple[Standing, ...] = get_args(Standing)
_SHORTEST_SHOUTED = 4
"""Letters: shorter words in capitals are abbreviations."""
_SHORTEST_ABBREVIATION, _LONGEST_ABBREVIATION = 2, 6


@dataclass(frozen=True, slots=True, eq=False)
class _Persons:
    """Names of people as a text has them."""

    full: tuple[tuple[Word, ...], ...]
    """Names of two words and more, in text order."""
    last: frozenset[str]
    """The stems of family names."""


class Voices:
    """The names of one document: who is a person, who speaks somewhere, what is a place."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._language = text.language
        self._words = text.language.words
        self._nouns = text.language.lexicon.nouns

    def stem(self, word: Word) -> str:
        """The same for all forms of a name, in capitals too."""
        shouted = word.text.isupper() and len(word.text) >= _SHORTEST_SHOUTED
        return self._language.grammar.stem(word.text.capitalize() if shouted else word.text)

    def key(self, naming: Naming) -> str:
        """The same for all labels of one party: *Bürgermeisterin Petra Vogt*, *Vogt*."""
        return self.stem(naming.head)

    def runs(self, sentence: Sentence) -> list[tuple[Word, ...]]:
        """The names of a sentence, without what stands before them: *Vogt* of *Bürgermeisterin Vogt*."""
        joined = self._language.grammar.joined_compounds(sentence.words)
        runs = runs_of_names(joined, self._words.name_particles)
        return [run[self._nouns.titles(run) :] for run in runs]

    @cached_property
    def _persons(self) -> _Persons:
        """Everybody who is named in full, or by a family name behind an office or a form of address."""
        full: list[tuple[Word, ...]] = []
        last: set[str] = set()
        for sentence in self._text.sentences:
            for name in self.runs(sentence):
                titled = self.is_title(before(sentence, name[0]))
                if titled or (len(name) > 1 and self._may_be_person(name)):
                    last.add(self.stem(name[-1]))
                    full += [name] if len(name) > 1 else []
        return _Persons(tuple(full), frozenset(last))

    @cached_property
    def _speaking(self) -> frozenset[str]:
        """The stems of the names and nouns to which the text credits something by a verb of saying."""
        frames = (Frame(view, cue) for view in self._text.views for cue in reporting_cues(view))
        return frozenset(self.stem(head) for head in map(subject, frames) if head.upos in NOUNS)

    @cached_property
    def _places(self) -> frozenset[str]:
        """The stems of names behind a preposition of place."""
        names = ((sentence, word) for sentence in self._text.sentences for word in sentence.words if word.upos in NAMES)
        prepositions = self._words.place_prepositions
        return frozenset(self.stem(word) for sentence, word in names if sentence.before(word).form in prepositions)

    def is_title(self, word: Word) -> bool:
        """*Frau*, *Bürgermeisterin*, *Dr.*, *Hptm.*: what stands before a person's name."""
        if word.form in self._words.titles or self._language.lexicon.abbreviations.is_title(word.text):
            return True
        return word.upos in NOUNS and not word.is_plural and self._nouns.person(word) is not None

    def _may_be_person(self, run: tuple[Word, ...]) -> bool:
        """Whether names in a row can be one person's: no place, no company, no abbreviation among them."""
        shouted = all(word.text.isupper() and len(word.text) >= _SHORTEST_SHOUTED for word in run)
        if any(word.form in self._words.institution_words or (word.text.isupper() and not shouted) for word in run):
            return False
        sentence = self._text.sentence_at(run[0].start).sentence
        named = any(self._nouns.institution(word) is not None for word in (*run, before(sentence, run[0])))
        place = run[0].form in self._words.place_beginnings or any(map(self._is_country, run))
        return not named and not place

    def _is_country(self, word: Word) -> bool:
        countries = self._language.countries
        return countries.of_place(word.text) is not None or countries.of_capital(word.text) is not None

    def is_place(self, word: Word) -> bool:
        """A country, a capital, or a name that the text uses for a place and not for a person."""
        stem = self.stem(word)
        return self._is_country(word) or (stem in self._places and stem not in self._persons.last)

    def is_known(self, word: Word) -> bool:
        """Whether the word is the family name of somebody in the text, whatever the tagger takes it for."""
        return word.text[:1].isupper() and self.stem(word) in self._persons.last

    def is_outlet(self, word: Word) -> bool:
        """*Tagblatt*, *Hafenkurier*: whether a name is, or ends in, a noun for an outlet."""
        institution = self._nouns.institution(word)
        media = institution is not None and institution.kind in {"media", "news_agency"}
        return media or word.form.endswith(tuple(self._words.outlet_nouns))

    def speaks(self, word: Word) -> bool:
        """Whether the text credits something to a name or noun."""
        return self.stem(word) in self._speaking

    def of_initials(self, letters: str, *, before: int) -> Sequence[Word]:
        """The one person named before a place whose initials these are; none if there is no one, or several."""
        named = (run for run in self._persons.full if run[0].start < before)
        return _only(run for run in named if "".join(word.text[0] for word in run) == letters)

    def in_full(self, word: Word) -> Sequence[Word]:
        """The one person of the text whose family name a word is; none if there is no one, or several."""
        return _only(run for run in self._persons.full if self.stem(run[-1]) == self.stem(word))

    def is_about(self, naming: Naming, words: Sequence[Word]) -> bool:
        """*Vogt: Sie leitet das Amt*, *Polizei: Die Polizei ist vor Ort*: whether what is said is told of the party."""
        joined = self._language.grammar.joined_compounds(words)
        first = next((word for word in joined if word.upos in SPEAKERS), NO_WORD)
        pronoun = first.form in self._words.personal_subjects and first.form not in self._words.pronouns_first_person
        age = first.upos == "NOUN" and self._language.grammar.is_age(first.text)
        again = first.upos in NOUNS and self.stem(first) == self.stem(naming.head)
        return (pronoun and first.upos == "PRON") or age or again

    def proposes(self, words: Sequence[Word]) -> bool:
        """Whether the words of a heading put something forward: a verb, in whatever form, or a negation is in them."""
        verbal = any(word.upos in VERBS or word.has("VerbForm=Part") for word in words)
        return len(words) > 1 and (verbal or any_form(words, self._words.negations))

    def standing(self, naming: Naming) -> Standing:
        """What words name, by themselves."""
        core = naming.core
        if any(word.upos == "ADP" and not self._may_govern(core, word) for word in core):
            return "thing"
        joined = self._joined(core)
        if joined:
            return _least(map(self.standing, joined))
        if (len(core) == 1 and self.is_known(core[0])) or (naming.name and self._is_persons(naming)):
            return "person"
        noun = self._first_noun(naming)
        if self._noun(noun).is_party:
            return self._of_noun(naming, noun)
        *before, last = core
        # *Die FDP*: a name with nothing but its article.
        bare = not any(word.upos != "DET" for word in before) and (bool(naming.name) or self._is_abbreviation(last))
        return "name" if (bare or self._is_misread(core)) and not self.is_place(last) else "thing"

    def _joined(self, core: Sequence[Word]) -> Sequence[Naming]:
        """*Vogt und Ohm*: the members of a coordination; none if it is none."""
        members: list[list[Word]] = [[]]
        for word in core:
            if word.form in self._words.joining_conjunctions:
                members.append([])
            else:
                members[-1].append(word)
        return [Naming(tuple(item)) for item in members] if len(members) > 1 and all(members) else []

    def _is_misread(self, core: Sequence[Word]) -> bool:
        """*Gerd Starke*: a family name that the tagger takes for a common noun."""
        *given, last = core
        names = bool(given) and all(word.upos in NAMES and word.text[:1].isupper() for word in given)
        return names and last.upos == "NOUN" and self._language.grammar.may_be_name(last)

    def _is_persons(self, naming: Naming) -> bool:
        """*Petra Vogt*, *Bürgermeisterin Vogt*, *Vogt (Grüne)*, *Vogt, Baustadträtin*."""
        name = naming.name[self._nouns.titles(naming.name) :]
        before = content(naming.core[: len(naming.core) - len(name)])
        titled = any(map(self.is_title, before[-1:]))
        described = any(word.text.isupper() or self._noun(word).is_party for word in naming.added)
        plausible = self._may_be_person(name) and not any(map(self.is_place, name))
        return plausible and (titled or not before) and (titled or described or len(name) > 1)

    def _noun(self, word: Word) -> Noun:
        return self._language.lexicon.noun(word)

    @staticmethod
    def _first_noun(naming: Naming) -> Word:
        """*Sprecher* of *Sprecher der Bahn*, *Chefin* of *EZB-Chefin*, *Polizei* of *Nordheimer Polizei*."""
        for word, behind in pairwise((*naming.core, NO_WORD)):
            attribute = bool(behind) and (word.relation == "amod" or behind.text == "-")
            if word.upos in NOUNS and not attribute:
                return word
        return NO_WORD

    def _may_govern(self, core: Sequence[Word], preposition: Word) -> bool:
        """*Sprecher von Vogt*, *Leiterin im Amt für Küstenschutz*; not *Streit um Vogt*, *Vorwürfe gegen Vogt*."""
        named = preposition.form in self._words.name_prepositions | self._words.naming_prepositions
        before = tagged([word for word in core if word.number < preposition.number], NOUNS)[-1:]
        party = any(self._noun(word).person or self._noun(word).institution for word in before)
        return named and (party or preposition.form not in self._words.object_prepositions)

    def _of_noun(self, naming: Naming, noun: Word) -> Standing:
        entry = self._noun(noun)
        if entry.person is None and entry.institution is None:
            finds = entry.reporting is not None and entry.reporting.according_to
            return "document" if finds and noun.lemma.lower() not in self._words.genres else "thing"
        # *Die Sieger*, *Der Täter*: what is told of them, rather than what they say.
        told = entry.person is not None and (noun.is_plural or self._is_in_event(naming, entry.person))
        return "noun" if told or len(naming.core) == 1 else "party"

    def _is_in_event(self, naming: Naming, person: PersonNoun) -> bool:
        """A noun with its article for somebody who is no more than a person in what happened."""
        return person.kind == "person" and naming.core[0].form in self._words.definite_articles

    @staticmethod
    def _is_abbreviation(word: Word) -> bool:
        return word.text.isupper() and _SHORTEST_ABBREVIATION <= len(word.text) <= _LONGEST_ABBREVIATION


def before(sentence: Sentence, word: Word) -> Word:
    """The word before another one, which may be a compound in one piece; NO_WORD before the first."""
    return next((item for item in reversed(sentence.words[: word.number]) if item.end <= word.start), NO_WORD)


def _least(standings: Iterable[Standing]) -> Standing:
    """What several names are together: no more than the least of them."""
    return max(standings, key=_ORDER.index)


def _only(runs: Iterable[Sequence[Word]]) -> Sequence[Word]:
    """The first of some names if all are the same."""
    named: dict[str, Sequence[Word]] = {}
    for run in runs:
        named.setdefault(" ".join(word.text for word in run), run)
    return next(iter(named.values())) if len(named) == 1 else ()
