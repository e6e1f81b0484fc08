"""What the lists say of nouns: all the classes one belongs to, with compounds and inflection handled once.

A noun is looked for as it stands, by its lemma and by its form, without endings; then by the last parts of the
compound that it may be, the longest first. Every list that has it says so in one `Noun`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from attrib.records import SourceKind
from attrib.text.abbreviation import Abbreviations
from attrib.text.analysis import Word
from attrib.text.entries import GrammaticalGender, InstitutionNoun, PersonNoun, ReportingNoun

if TYPE_CHECKING:
    from attrib.text.language import Language

SHORTEST_PART = 4
"""How many letters the last part of a compound has at least: *Landesbank*."""
SHORTEST_LISTED = 3
"""And that of a listed abbreviation."""
SHORTEST_OF_NAME = 6
"""And that of a name, of which many end so: *Boudegast* is no *Gast*."""
SHORTEST_OF_FORM = 8
"""And where only the form has it, though the lemma is known: short words end many others by chance."""
_LONGEST_ENDING = 2
_MEDIA = frozenset({"media", "news_agency"})
_PERSONS = frozenset({"NOUN", "PROPN", "ADJ"})
_NAME_TYPE = "NameType="
_IN_NAMES = frozenset({"NameType=Sur", "NameType=Com"})
_INSTITUTIONS = frozenset({"NOUN", "PROPN"})
Gender = Literal["m", "f"]
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


_ROLE_AND_NAME = 3
"""Words."""
_NOBODY = Noun(person=None, institution=None, reporting=None, is_media_noun=False)


class Nouns:
    """The nouns of one language's lists."""

    def __init__(self, language: "Language", abbreviations: Abbreviations) -> None:
        self._abbreviations = abbreviations
        self._grammar = language.grammar
        self._words = language.words
        self._countries = language.countries
        self._given_names = language.given_names
        self._persons = _by_lemma(language.person_nouns)
        self._institutions = _by_lemma(language.institution_nouns)
        self._reporting = _by_lemma(language.reporting_nouns)
        self._listed = {*self._persons, *self._institutions, *self._reporting, *self._words.media_nouns}
        self._found: dict[tuple[str, str, bool], Noun] = {}

    def noun(self, word: Word) -> Noun:
        """The classes of a noun, whatever the tagger takes it for; a part of a name has none (*Dr. Richter*)."""
        if _NAME_TYPE in word.feats and any(map(word.has, _IN_NAMES)):
            return _NOBODY
        key = (word.lemma, word.form, word.upos == "PROPN")
        if key not in self._found:
            self._found[key] = self._noun(word.lemma.lower(), word.form, is_name=key[2])
        return self._found[key]

    def _noun(self, lemma: str, form: str, *, is_name: bool) -> Noun:
        if form.endswith("."):
            return self._cut_off(form.rsplit("-", 1)[-1].removesuffix("."))
        stems = _as_it_is if is_name else self._grammar.noun_stems
        readings = [reading for reading in self._readings(lemma, form, stems) if reading[0] in self._listed]
        if not readings:
            return _NOBODY
        if self._countries.of_name(form.title()) is not None:
            readings = [reading for reading in readings if reading[1]]  # *Irland* is no *Land*
        institution = _first(readings, self._institutions)
        reporting = _first(readings, self._reporting)
        if institution is not None and reporting is not None and len(institution.lemma) > len(reporting.lemma):
            reporting = None  # *Aufsicht* is no *Sicht*
        return Noun(
            person=_first(readings, self._persons),
            institution=institution,
            reporting=reporting,
            is_media_noun=any(stem in self._words.media_nouns for stem, _ in readings),
        )

    def _cut_off(self, stem: str) -> Noun:
        """An abbreviation, by the shortest noun that it, or the last part of a compound, begins: *Kreisverw.*"""
        kind = self._abbreviations.kind(f"{stem.capitalize()}.")
        least = SHORTEST_PART if kind is None else SHORTEST_LISTED
        whole = [stem] if len(stem) >= least else []
        return Noun(
            person=_begun([*whole, *_tails(stem, SHORTEST_PART)], self._persons) if kind in {"title", None} else None,
            institution=_begun([*whole, *_tails(stem, least)], self._institutions) if kind in {"noun", None} else None,
            reporting=None,
            is_media_noun=False,
        )

    def _readings(self, lemma: str, form: str, stems: Stems) -> Iterator[tuple[str, bool]]:
        """The noun without endings, and then the last parts of it, each with whether it is the whole noun.

        Nothing is taken off a name: *Turkish Airlines* is no *Airline*.
        """
        nouns = [noun.rsplit("-", 1)[-1] for noun in (lemma, form)]
        without = [stems(noun) for noun in nouns]
        yield from ((stem, True) for found in without for stem in found)
        # *Soldaten* are no *Daten*, *Fahrzeuge* no *Zeuge*: beside a known lemma only long parts of the form count.
        known = nouns[0] in without[1]
        least = SHORTEST_OF_NAME if stems is _as_it_is else SHORTEST_PART
        shortest = (least, SHORTEST_OF_FORM if known else least)
        for cut in range(1, max(map(len, nouns)) - SHORTEST_PART + 1):
            for found, letters in zip(without, shortest, strict=True):
                yield from ((stem[cut:], False) for stem in found if len(stem) - cut >= letters)

    def person(self, word: Word) -> PersonNoun | None:
        """The entry of a noun for persons."""
        small = not word.text[:1].isupper()
        if small and (word.upos == "ADJ" or self._grammar.NOUNS_IN_CAPITALS):
            return None  # *das offizielle Moskau* against *Offizielle*
        return self.noun(word).person if word.upos in _PERSONS else None

    def institution(self, word: Word) -> InstitutionNoun | None:
        """The entry of a noun for institutions: *Innenministerium* is a *Ministerium*."""
        return self.noun(word).institution if word.upos in _INSTITUTIONS else None

    def is_association(self, word: Word) -> bool:
        """*Mieterbund, Ärztekammer*: a compound with a noun for an association, whatever the tagger takes it for."""
        endings = tuple(self._words.associations)
        stems = self._grammar.noun_stems(word.form)
        return any(stem.endswith(endings) and stem not in self._words.associations for stem in stems)

    def is_compound(self, noun: Word) -> bool:
        """Whether a noun for an institution has another one as its last part: *Umweltbundesamt*, not *Amt*."""
        parts = _tails(noun.lemma.lower(), SHORTEST_LISTED)
        return any(part in self._institutions for part in parts)

    def spelled(self, noun: Word, entry: InstitutionNoun) -> str:
        """A noun in the singular as its entry is spelled, without what follows that: *Justizministeriums*, whatever
        the lemmatiser makes of it; empty if the entry is not in it as it is listed."""
        place = noun.form.rfind(entry.lemma.lower())
        end = place + len(entry.lemma)
        is_there = place >= 0 and len(noun.form) - end <= _LONGEST_ENDING
        return noun.text[:end] if is_there and not noun.is_plural else ""

    def kind_of_person(self, words: Iterable[Word]) -> SourceKind | None:
        """The kind of the first noun for a person among the words: *Sprecher* → official."""
        found = map(self.person, words)
        return next((entry.kind for entry in found if entry is not None), None)

    def kind_of_institution(self, words: Iterable[Word]) -> SourceKind | None:
        """The kind of the first noun for an institution among the words: *Innenministerium* → ministry."""
        found = map(self.institution, words)
        return next((entry.kind for entry in found if entry is not None), None)

    @cached_property
    def government(self) -> str | None:
        """The noun for a country's government, as the registry lists it."""
        found = (entry.lemma for lemma, entry in self._institutions.items() if lemma in self._words.governments)
        return next(found, None)

    @cached_property
    def before_names(self) -> tuple[str, ...]:
        """What a noun ends in that stands before a name and is no part of it: *Premier Li*, *Reederei Nordlicht*."""
        listed = {*self._institutions, *self._reporting, *self._persons}
        return tuple(sorted(listed | self._words.titles | self._words.named_things))

    def _is_title(self, word: Word) -> bool:
        """Whether the word is an office, a profession or a form of address, and no name."""
        titled = word.form in self._words.titles or self._abbreviations.is_title(word.text)
        return titled or self.noun(word).person is not None

    def titles(self, run: Sequence[Word]) -> int:
        """How many words of a run come before the name: *Delmenhorster Bürgermeisterin* Lea Stamm."""
        titles = [number for number, word in enumerate(run[:-1], start=1) if self._is_title(word)]
        return titles[-1] if titles else self._unlisted_role(run)

    def _unlisted_role(self, run: Sequence[Word]) -> int:
        """*Angler* Rudi Pape, *Reederin* Silke Tamm: a noun that no list has, by its ending for somebody who does
        something, before a given name and a family name."""
        if len(run) < _ROLE_AND_NAME:
            return 0
        first, given = run[0].text, run[1].text
        apposed = run[1].deprel == "appos" and run[1].head == run[0].number
        may_be = first[1:].islower() and self._grammar.is_agentive(first) and not self._given_names.is_listed(first)
        named = apposed or self._given_names.is_listed(given)
        return int(may_be and named and self._countries.of_place(first) is None)

    def gender(self, noun: Word, article: Word | None) -> Gender | None:
        """Masculine or feminine, by the noun's ending (*Sprecherin*), else by its article; None where both leave it
        open.

        The article decides better than the tagger's opinion of the noun: *der* before *-n* (*der 52-Jährigen*) is
        feminine.
        """
        if self._grammar.is_feminine(noun.form) or noun.form in self._words.feminine_persons:
            return "f"
        entry = self.person(noun)
        # *die Bürgermeister* are several men, whatever the article would say of one person.
        if entry is not None and not self._grammar.is_of_either_gender(entry.lemma.lower()):
            return "m" if self._grammar.is_masculine(entry.lemma, self._person_lemmas) else None
        return self._gender_of_article("" if article is None else article.form)

    def grammatical_gender(self, noun: Word) -> GrammaticalGender | None:
        """The gender that the lists know of a noun, or its ending shows; None if neither does."""
        entry = self.institution(noun)
        if entry is not None and entry.gender is not None:
            return entry.gender
        return self.gender(noun, None) if self.person(noun) is not None else None

    def _gender_of_article(self, form: str) -> Gender | None:
        if form in self._words.feminine_articles:
            return "f"
        return "m" if form in self._words.masculine_articles else None

    @cached_property
    def _person_lemmas(self) -> frozenset[str]:
        return frozenset(entry.lemma for entry in self._persons.values())


def _as_it_is(noun: str) -> tuple[str, ...]:
    return (noun,)


def _by_lemma(entries: Iterable[E]) -> Mapping[str, E]:
    return {entry.lemma.lower(): entry for entry in entries}


def _first(readings: Iterable[tuple[str, bool]], entries: Mapping[str, E]) -> E | None:
    """The entry of the first reading that has one; some nouns are none of their compounds (*Zeuge*, *Fahrzeuge*)."""
    found = ((entries[stem], whole) for stem, whole in readings if stem in entries)
    return next((entry for entry, whole in found if whole or entry.compounds), None)


def _tails(stem: str, shortest: int) -> Iterator[str]:
    """The last parts of a word, the longest first."""
    return (stem[place:] for place in range(1, len(stem) - shortest + 1))


def _begun(parts: Iterable[str], entries: Mapping[str, E]) -> E | None:
    """The entry of the shortest noun that the longest of the parts begins."""
    for part in parts:
        found = [lemma for lemma in entries if lemma.startswith(part)]
        if found:
            return entries[min(found, key=len)]
    return None
