"""What a name is for that no registry knows: a person, an organisation or a place, by all that its text says of it.

A name alone tells nothing, and the models recognise none. What is told somewhere in the text holds for the whole of it:

| words | the name is for |
|---|---|
| *Frau Berger*, *Trainer Moser*, *Moser, ein Schreiner*; *Jens*, *Jens Moser*: a listed given name | a person |
| *der Autobauer Kolbe* | what the noun says |
| *Kolbe, der Autobauer* | what the noun says |
| *Kolbe AG*, *Kolbe Bau AG* | a company |
| *Kolber Handelsbank* | what the compound says |
| *Kolbe-Konzern*, *Kolbe-Chefin Anna Moser*, *the Kolbe spokeswoman* | an organisation |
| *in Kolbach* | a place |

Where both are told it is a person. Where nothing is told nobody knows, and it is for the caller to decide: a private
person who is taken for an organisation would lose the protection that persons have.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from attrib.records import SourceKind
from attrib.source.apposition import appositions, institution_behind
from attrib.source.name_run import NameRuns
from attrib.text.analysis import Word, word_at
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import NAMES

_NOMINAL = NAMES | {"NOUN", "ADJ", "NUM"}
_JOINTS = frozenset(["-", "–", "'", "’"])
PUBLIC = frozenset(["court", "government", "intelligence_service", "legislature", "military", "ministry", "police"])
"""Bodies that bear names of places, if any; a name behind one is somebody else's: *warf die Polizei | Moser vor*."""


class _Place(NamedTuple):
    """Where a name stands: the joined words of a sentence from `first` to `last`."""

    view: View
    first: int
    last: int

    @property
    def before(self) -> Word:
        """The word before the name."""
        return word_at(self.view.joined, self.first - 1)

    @property
    def name(self) -> Word:
        """The first word of the name."""
        return self.view.joined[self.first]

    @property
    def behind(self) -> Word:
        """The word behind the name."""
        return word_at(self.view.joined, self.last + 1)

    @property
    def is_adverbial(self) -> bool:
        """Whether it says where something happens: neither whose it is nor whom somebody trusts in."""
        owns = self.behind.upos in _NOMINAL or self.behind.text[:1] in _JOINTS
        return not owns and self.name.relation == "obl" and not self.name.has("Case=Acc")


class NameKinds:
    """The kinds of the names of one text."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._language = text.language
        self._nouns = text.language.lexicon.nouns
        self._known: dict[tuple[str, ...], SourceKind | None] = {}

    def of(self, name: Sequence[Word]) -> SourceKind | None:
        """The kind of whoever or whatever bears a name; None where the text does not tell."""
        forms = tuple(word.text for word in name)
        if forms not in self._known:
            self._known[forms] = self._told(forms)
        return self._known[forms]

    def _told(self, forms: tuple[str, ...]) -> SourceKind | None:
        spelled = dict.fromkeys((forms, (*forms[:-1], self._language.grammar.without_genitive(forms[-1]))))
        if any(self._language.given_names.is_listed(each[0]) for each in spelled):
            return "person"
        places = [place for each in spelled for place in self._places(each)]
        if any(map(self._is_person, places)):
            return "person"
        told = (
            *map(self._institution, places),
            *map(self._apposed, places),
            *map(self._by_firm, spelled),
            *map(self._by_compound, spelled),
        )
        return next(filter(None, told), self._by_place(places))

    def _places(self, forms: tuple[str, ...]) -> Iterator[_Place]:
        """Where the name stands, no longer one of which it is a part; in the genitive too."""
        for view, place in self._beginning.get(forms[0], ()):
            last = place + len(forms) - 1
            words = view.joined[place : last + 1]
            around = word_at(view.joined, place - 1), word_at(view.joined, last + 1)
            if self._are(words, forms) and not any(word.upos in NAMES and self._is_of_name(word) for word in around):
                yield _Place(view, place, last)

    def _are(self, words: Sequence[Word], forms: Sequence[str]) -> bool:
        *others, last = (word.text for word in words)
        return others == [*forms[:-1]] and forms[-1] in {last, self._language.grammar.without_genitive(last)}

    def _is_of_name(self, word: Word) -> bool:
        """Whether a proper noun beside a name is a part of it: no office, nothing that institutions are called."""
        noun = self._nouns.noun(word)
        listed = self._language.words
        other = word.form in listed.company_forms | listed.titles | listed.organisation_heads or "-" in word.text
        return not (other or noun.is_party)

    @cached_property
    def _beginning(self) -> dict[str, list[tuple[View, int]]]:
        """Where each word of the text stands that may begin a name; also without the ending of the genitive."""
        found: dict[str, list[tuple[View, int]]] = {}
        for view in self._text.views:
            for place, word in enumerate(view.joined):
                if word.text[:1].isupper():
                    for form in {word.text, self._language.grammar.without_genitive(word.text)}:
                        found.setdefault(form, []).append((view, place))
        return found

    def _is_person(self, place: _Place) -> bool:
        """*Frau Berger*, *Trainer Moser*, *Moser, ein Schreiner*"""
        titles = self._language.words.titles | self._language.words.forms_of_address
        beside = (place.before, *(item.noun for item in appositions(place.view, place.first, place.last)))
        return place.before.form in titles or any(map(self._is_for_person, beside))

    def _is_for_person(self, noun: Word) -> bool:
        """*Bauer*, not *Autobauer*."""
        return self._nouns.person(noun) is not None and self._nouns.institution(noun) is None

    def _institution(self, place: _Place) -> SourceKind | None:
        """*der Autobauer Kolbe*, *Kolbe AG*, *Kolber Handelsbank*, *the Kolbe spokeswoman*"""
        if place.behind.text[:1].isupper() and place.behind.form in self._language.words.company_forms:
            return "company"
        nouns = [place.before] if is_joined(place.before, place.name) else []
        last = place.view.joined[place.last]
        if place.last > place.first and self._nouns.is_compound(last):
            nouns.append(last)
        kinds = (entry.kind for entry in map(self._nouns.institution, nouns) if entry is not None)
        kind = next((kind for kind in kinds if kind not in PUBLIC), None)
        heads = self._language.words.organisation_heads if self._language.grammar.HEAD_LAST else frozenset()
        return "other" if kind is None and place.behind.form in heads else kind

    def _apposed(self, place: _Place) -> SourceKind | None:
        """*Kolbe, the pump maker*"""
        beside = institution_behind(place.view, place.last)
        entry = None if beside is None else self._nouns.institution(beside.noun)
        return None if entry is None else entry.kind

    def _by_firm(self, forms: tuple[str, ...]) -> SourceKind | None:
        """*Kolbe Bau AG*: a firm whose name begins so."""
        company_forms = self._language.words.company_forms
        for view, place in self._beginning.get(forms[0], ()):
            run = NameRuns(view.joined, self._language).at(place)
            last = word_at(view.joined, place + len(run))
            is_firm = any(word.form in company_forms for word in (last, *run[-1:]))
            if is_firm and run and self._are(run[: len(forms)], forms):
                return "company"
        return None

    def _by_compound(self, forms: tuple[str, ...]) -> SourceKind | None:
        """*Kolbe-Konzern*, *Kolbe-Chefin*: what only an organisation has."""
        joined = "-".join(forms) + "-"
        words = [word for word in self._compounds.get(joined.partition("-")[0], ()) if word.text.startswith(joined)]
        if self._nouns.kind_of_institution(words) == "company":
            return "company"
        heads = self._language.words.organisation_heads
        endings = (word.form[len(joined) :] for word in words)
        return "other" if any(not heads.isdisjoint(self._stems(ending)) for ending in endings) else None

    def _stems(self, form: str) -> tuple[str, ...]:
        return (form, *self._language.grammar.noun_stems(form))

    @cached_property
    def _compounds(self) -> dict[str, list[Word]]:
        """The compounds with a hyphen, by what stands before the first one."""
        found: dict[str, list[Word]] = {}
        for word in (word for view in self._text.views for word in view.joined):
            first, hyphen, _ = word.text.partition("-")
            if hyphen and first:
                found.setdefault(first, []).append(word)
        return found

    def _by_place(self, places: Sequence[_Place]) -> SourceKind | None:
        """*in Kolbach*; neither *in Mosers Garten* nor *Vertrauen in Moser*."""
        inside = self._language.words.inner_prepositions
        return "other" if any(place.before.form in inside and place.is_adverbial for place in places) else None


def is_joined(noun: Word, name: Word) -> bool:
    """Whether the tree makes one party of a noun and the name behind it; not in *warf die Firma | Moser vor*."""
    return bool(noun) and (name.head == noun.number or noun.head == name.number)
