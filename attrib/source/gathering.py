"""One reading of a whole text for the parties it names or brings in.

It collects for each party what later mentions may take it up by: its names, the nouns that stand beside them
(*Finanzminister Anton Reiter*; *Clara Brandt, Sprecherin der Reederei*), gender, country, and every place where it is
named. Nothing is decided here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest

from attrib.quotation.reporting_noun import noun_entry
from attrib.records import Source, SourceKind, Span
from attrib.registry.registry import Registry, RegistrySource, to_source
from attrib.source.apposition import Apposition, appositions, in_brackets, institution_behind, shared
from attrib.source.around import circles
from attrib.source.cast import Cast, Referent
from attrib.source.country import country_of, country_of_party
from attrib.source.described_institution import described_institution
from attrib.source.display import display_name
from attrib.source.institution_name import InstitutionName, institution_names
from attrib.source.mention import own_id
from attrib.source.name_index import Index, longest_name, name_index
from attrib.source.name_kind import PUBLIC, NameKinds
from attrib.source.named import Named
from attrib.source.office import holder, holders
from attrib.text.analysis import NO_WORD, Sentence, Word, word_at
from attrib.text.entries import InstitutionNoun
from attrib.text.kebab import kebab
from attrib.text.marks import MARKS
from attrib.text.nationality import Countries
from attrib.text.nouns import Gender
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import NAMES, NOUNS

_PLACES = frozenset({"PROPN", "NOUN", "X"})
_FIRMS: frozenset[SourceKind] = frozenset({"company", "media", "news_agency"})
"""Kinds of institutions that are called by their name alone, without the noun before it."""
_OF_THEIR_PLACE: frozenset[SourceKind] = frozenset(
    {"head_of_state", "official", "legislature", "party", "military", "police", "court", "government", "ministry"}
)
"""Kinds of people whose place tells their country: *der Mannheimer Bürgermeister*, not *der Londoner Korrespondent*."""
_PART_OF_SENTENCE = frozenset({",", "(", ")", ":", ";", "."})
_LONGEST_ABBREVIATION = 8
_LONGEST_AS_NAME = 5
"""And of those that only begin with a capital: *Nada*, *Pisa*."""
_SHORTEST_UNTOLD = 3
"""How many letters an abbreviation has that the text uses without telling whose it is."""
_LONGEST_ABBREVIATED = 9
"""Words of a name that initials stand for."""
_SHORTEST_INITIALS, _LONGEST_INITIALS = 3, 6
"""Letters of what stands for a name without brackets."""
_SHORTEST_NAME = 4
"""Letters of the first word of a firm's name that stands for all of it."""
_LONGEST_NAME = 80
"""In characters, as far as an abbreviation behind it may stand for it."""
_SAME_NAME = 60
"""How many characters behind the beginning of a full name its last word stands at most."""


def gather(text: Text, names: Sequence[Named], registry: Registry, kinds: NameKinds) -> Cast:
    """The cast of a document whose names have been found."""
    gathering = _Gathering(text, registry, kinds)
    gathering.read(names)
    return gathering.cast()


@dataclass(slots=True)
class _Draft:
    """A party while the text is read."""

    source: Source
    is_person: bool
    is_registered: bool
    gender: Gender | None = None
    nouns: set[str] = field(default_factory=set)
    predicates: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    places: list[tuple[int, int]] = field(default_factory=list)
    subject_in: set[int] = field(default_factory=set)
    phrase: Span | None = None
    related: tuple[Source, ...] = ()

    def referent(self) -> Referent:
        """As it is when the text is read."""
        return Referent(
            self.source,
            self.is_person,
            self.is_registered,
            self.gender,
            frozenset(self.nouns),
            frozenset(self.predicates),
            frozenset(self.beside),
            tuple(sorted(self.places)),
            frozenset(self.subject_in),
            self.phrase,
            self.related,
        )


class _Gathering:
    """Fills one cast sentence by sentence."""

    def __init__(self, text: Text, registry: Registry, kinds: NameKinds) -> None:
        self._text = text
        self._kinds = kinds
        self._language = text.language
        self._nouns = text.language.lexicon.nouns
        self._registry = registry
        self._index = name_index(registry, text.language).names
        self._drafts: dict[str, _Draft] = {}
        self._abbreviations: dict[str, str] = {}
        self._institutions: dict[int, str] = {}
        self._circles: dict[int, str] = {}
        self._leaders: dict[tuple[str, bool], tuple[str, str]] = {}
        """The groups around somebody, by the stems of the names that tell them apart; and the given names there."""
        self._described: dict[int, str] = {}
        self._bare: dict[str, int] = {}
        self._countries: dict[str, int] = {}
        self._plurals: dict[str, int] = {}
        self._apposed: set[int] = set()
        """Where the nouns stand that describe somebody named: *Karl Lund, ein früherer Minister*."""

    def cast(self) -> Cast:
        """What was gathered."""
        referents = {key: draft.referent() for key, draft in self._drafts.items()}
        return Cast(
            referents,
            self._abbreviations,
            self._institutions,
            self._circles,
            self._described,
            self._bare,
            self._countries,
            self._plurals,
        )

    def read(self, names: Sequence[Named]) -> None:
        """Everybody whom the sentences name, in their order; family names last, when all full names are known."""
        waiting: dict[int, list[Named]] = {}
        for named in names:
            waiting.setdefault(named.sentence, []).append(named)
        for view in self._text.views:
            self._add_countries(view.joined)
            self._add_plurals(view.joined)
            self._add_circles(view)
            self._add_institutions(view)
            for named in waiting.get(view.sentence.number, ()):
                self._add_name(view, named)
            self._add_described(view)
            self._add_offices(view)
            self._add_documents(view)
            self._add_anonymous(view)
            self._add_abbreviations(view)
            self._add_initials(view)
        self._add_family_names()

    def _add_countries(self, words: Sequence[Word]) -> None:
        for word, behind in zip_longest(words, words[1:]):
            countries = self._language.countries
            country = countries.of_two(word, behind) or _country(word, countries)
            if country is not None:
                self._countries.setdefault(country, word.start)

    def _add_plurals(self, words: Sequence[Word]) -> None:
        for word in words:
            plural = word.upos == "NOUN" and word.has("Number=Plur")
            if plural and (self._nouns.person(word) or self._nouns.institution(word)):
                self._plurals.setdefault(word.lemma.lower(), word.start)

    def _add_institutions(self, view: View) -> None:
        for found in institution_names(view):
            if self._is_registered(view.joined, found):
                continue  # By its own name: *Nachrichtenagentur RIA Novosti*.
            draft = (
                self._outlet(found.name, found.kind)
                or self._in_capital(found)
                or self._draft(institution_source(found, self._language.countries, self._index), is_person=False)
            )
            draft.nouns |= {found.noun.lemma.lower(), found.noun.form, *self._spelled(found.noun)}
            self._add_apposed(draft, view, view.joined.index(found.words[-1]))
            _stand(draft, found.noun, view.sentence)
            self._institutions[found.noun.start] = draft.source.id
            self._add_own_initials(draft, found.words)
            self._add_short_name(found, draft)
            called = len(found.words) == 2 and found.words[0] is found.noun
            if called and found.kind in _FIRMS and found.words[1].upos in NAMES:
                # *der Hersteller Brenner*, and later *Brenner*
                self._abbreviations.setdefault(found.words[1].text, draft.source.id)

    def _is_called(self, place: int) -> bool:
        """Whether the noun at a place is that of somebody with a name."""
        return place in self._institutions or place in self._circles or place in self._apposed

    def _add_circles(self, view: View) -> None:
        for found in circles(view):
            known, given = self._leaders.setdefault((found.leader, found.is_camp), (found.source.id, found.given))
            if given and found.given and given != found.given:
                known = found.source.id  # *ein Team um Anna Berg*, *die Autoren um Karl Berg*
            draft = self._draft(found.source, is_person=False) if known == found.source.id else self._drafts[known]
            draft.nouns |= {found.noun.lemma.lower(), found.noun.form}
            _stand(draft, found.noun, view.sentence)
            self._circles[found.noun.start] = known

    def _add_own_initials(self, draft: _Draft, words: Iterable[Word]) -> None:
        """*die Nationale Anti-Doping-Agentur*, and later *die Nada*, without a word that it is the same."""
        initials = "".join(_initials(word for word in words if word.upos != "DET"))
        for short in (initials, initials.title()) if len(initials) >= _SHORTEST_UNTOLD else ():
            self._abbreviations.setdefault(short, draft.source.id)

    def _add_short_name(self, found: InstitutionName, draft: _Draft) -> None:
        """*Kestrel Airways* … *Kestrel*: the one word before what names of firms end in, where heads stand last."""
        listed = self._language.words
        first, *rest = found.name.split()
        ends = listed.firm_words | listed.company_forms | listed.outlet_words | listed.institution_words
        common = {first.lower()} & (ends | listed.place_beginnings)
        place = self._language.countries.of_place(first) or self._language.countries.of_adjective(first)
        fits = self._language.grammar.HEAD_LAST and rest and all(word.lower() in ends for word in rest)
        if fits and not common and place is None and len(first) >= _SHORTEST_NAME:
            self._abbreviations.setdefault(first, draft.source.id)

    def _is_registered(self, words: Sequence[Word], found: InstitutionName) -> bool:
        first = words.index(found.words[0])
        return any(longest_name(words, place, self._index) for place in range(first, first + len(found.words)))

    def _add_name(self, view: View, named: Named) -> None:
        first, last = _places(view.joined, named)
        if last < first or len(named.candidates) > 1 or not (named.candidates or named.is_full):
            return
        if not named.candidates and self._nouns.institution(word_at(view.joined, last + 1)) is not None:
            return  # *die Nationale | Anti Doping | Agentur*: the beginning of an institution's name
        beside = appositions(view, first, last)
        self._apposed.update(item.noun.start for item in beside)
        if named.candidates:
            draft = self._registered(self._registry.by_id[named.candidates[0]])
        else:
            draft = self._discovered(named, view.joined, first, last, beside)
        _stand(draft, view.joined[first], view.sentence)
        if draft.is_person:
            self._add_nouns(draft, beside, shared(view, first))
            self._add_beside(draft, beside, in_brackets(view.joined, last))
            self._add_predicate(draft, view, first)
        else:
            self._add_gender(draft, view.joined[last], word_at(view.joined, first - 1))
            self._add_apposed(draft, view, last)

    def _add_nouns(self, draft: _Draft, beside: Sequence[Apposition], of_several: Sequence[Apposition]) -> None:
        for item in (*beside, *of_several):
            draft.nouns |= {item.noun.lemma.lower(), item.noun.form}
        for item in beside:
            draft.gender = draft.gender or self._nouns.gender(item.noun, item.article)

    def _add_beside(self, draft: _Draft, beside: Sequence[Apposition], bracketed: Sequence[Word]) -> None:
        words = [*(word for item in beside for word in item.words), *bracketed]
        draft.beside |= {self._language.grammar.stem(word.text) for word in words if word.text[:1].isupper()}

    def _add_predicate(self, draft: _Draft, view: View, first: int) -> None:
        """*Jan Krog ist seit Mai Trainer des Vereins*: what a sentence says that somebody is."""
        name = view.word(view.joined[first].number)
        noun = view.sentence.head(name)
        copula = noun is not None and any(child.relation == "cop" for child in view.sentence.children(noun))
        if noun is not None and copula and name.relation == "nsubj" and self._nouns.person(noun) is not None:
            draft.predicates |= {noun.lemma.lower(), noun.form}
            said = view.sentence.subtree(noun)
            draft.beside |= {self._language.grammar.stem(word.text) for word in said if word.text[:1].isupper()}

    def _add_apposed(self, draft: _Draft, view: View, last: int) -> None:
        """*Kolbe, the pump maker*: whom *the maker* takes up."""
        beside = institution_behind(view, last)
        if beside is not None:
            draft.nouns |= {beside.noun.lemma.lower(), beside.noun.form}
            self._apposed.add(beside.noun.start)

    def _add_gender(self, draft: _Draft, noun: Word, before: Word) -> None:
        """Of an institution by the article that its name has."""
        if before.upos == "DET":
            draft.gender = draft.gender or self._nouns.gender(noun, before)

    def _draft(self, source: Source, *, is_person: bool) -> _Draft:
        return self._drafts.setdefault(source.id, _Draft(source, is_person, False))

    def _outlet(self, name: str, kind: SourceKind) -> _Draft | None:
        """*das Magazin „Focus“*: a registered outlet by its title, where the text says that it is one."""
        titled = self._registry.by_title(name) if kind in {"media", "news_agency"} else ()
        return self._registered(titled[0]) if len(titled) == 1 else None

    def _in_capital(self, found: InstitutionName) -> _Draft | None:
        """*das Außenministerium in Caracas*: a registered institution of a state by its noun and the capital."""
        held = holders(self._text, self._registry, found.words, found.noun, spoken=self._countries)
        entries = [] if held is None or held.of is None else [each for each in held.entries if not each.person]
        return self._registered(entries[0]) if len(entries) == 1 else None

    def _spelled(self, noun: Word) -> Iterator[str]:
        """*Innungsverbandes*: a noun as the lists spell it, whatever the lemmatiser makes of it."""
        entry = self._nouns.institution(noun)
        spelled = "" if entry is None else self._nouns.spelled(noun, entry)
        if spelled:
            yield spelled.lower()

    def _registered(self, entry: RegistrySource) -> _Draft:
        if entry.id not in self._drafts:
            held = (term for term in entry.terms if term.is_held(self._text.document.published))
            nouns = {role.noun.lower() for role in (*entry.roles, *(role for term in held for role in term.roles))}
            if not entry.person:
                nouns |= {part.lower() for name in entry.names for part in name.split()[:1]}
            self._drafts[entry.id] = _Draft(to_source(entry), entry.person, True, entry.gender, nouns)
        return self._drafts[entry.id]

    def _discovered(
        self, named: Named, words: Sequence[Word], first: int, last: int, beside: Sequence[Apposition]
    ) -> _Draft:
        """Whom the registry does not know: a person, or what the noun before the name says, or the text elsewhere."""
        kind: SourceKind = self._kinds.of(words[first : last + 1]) or "person"
        noun = self._institution_beside(words, first)
        institution = self._nouns.institution(noun)
        armed = noun.form.endswith(tuple(self._language.words.irregular_forces))  # *die Miliz Weiße Front*
        if kind == "person" and institution is not None and institution.kind in PUBLIC and not armed:
            # *der Vorsitzende des Ausschusses Karl Lund*; *wie die Polizei Karl Lund mitteilte*
            kind, institution = "official" if noun.has("Case=Gen") else "person", None
        source = Source(id=own_id(named.name, self._registry), name=named.name, kind=kind, origin="discovered")
        if institution is None:
            draft = self._draft(source, is_person=kind in {"person", "official"})
        else:
            draft = self._outlet(named.name, institution.kind) or self._draft(
                source.model_copy(update={"kind": institution.kind}), is_person=False
            )
            draft.nouns.add(institution.lemma.lower())
            self._call_by_name(noun, draft)
        for item in beside:
            self._describe(draft, item)
        if draft.is_person and draft.source.country is None:
            party = country_of_party(in_brackets(words, last), self._index)
            draft.source = draft.source.model_copy(update={"country": party})
        if draft.is_person and draft.gender is None:
            draft.gender = self._language.given_names.gender(named.name)
        return draft

    def _call_by_name(self, noun: Word, draft: _Draft) -> None:
        """*die Firma Kolb Stahl*, and later *Kolb Stahl*: one party, whose name stands without the noun too."""
        with_noun = self._institutions.get(noun.start)
        if with_noun is not None:
            self._institutions[noun.start] = draft.source.id
            if with_noun not in self._institutions.values():
                self._drafts.pop(with_noun, None)

    def _institution_beside(self, words: Sequence[Word], first: int) -> Word:
        """*Fernsehsender „Al Jazeera“*: the noun before says that the name is no person's; NO_WORD if none does."""
        before = word_at(words, first - 1)
        is_mark = before.upos == "PUNCT" and before.text not in _PART_OF_SENTENCE
        noun = word_at(words, first - 2) if is_mark and first > 1 else before
        if noun.upos != "NOUN" or self._nouns.person(noun) is not None:
            return NO_WORD
        return noun

    def _describe(self, draft: _Draft, beside: Apposition) -> None:
        """Kind, country and institution of a person nobody registered, by what stands beside the name."""
        source, entry = draft.source, self._nouns.person(beside.noun)
        changes: dict[str, object] = {}
        if source.country is None:
            public = entry is not None and entry.kind in _OF_THEIR_PLACE
            changes["country"] = (
                country_of(beside.words, self._language.countries, self._index)
                if public
                else beside.country(self._language.countries)
            )
        if entry is not None and source.kind == "person":
            changes["kind"] = entry.kind
        if entry is not None and source.part_of is None and source.speaks_for is None:
            institution = self._institution_in(beside.rest)
            if institution:
                # An office speaks for its institution; an expert or employee only belongs to it.
                changes["part_of" if entry.unnamed else "speaks_for"] = institution[0].id
                draft.related = (*draft.related, *institution)
                # *Sprecherin der SPD*: who speaks for a party of one country belongs to it
                changes["country"] = changes.get("country") or source.country or institution[0].country
        draft.source = source.model_copy(update=changes)

    def _institution_in(self, words: Sequence[Word]) -> tuple[Source, ...]:
        """The institution named in the words behind an office, with the rows it points to."""
        for place, word in enumerate(words):
            known = longest_name(words, place, self._index)
            entry = None if known is None else known.only
            if entry is not None and not entry.person:
                return tuple(self._with_related(entry))
            if word.start in self._institutions:
                return (self._drafts[self._institutions[word.start]].source,)
        return ()

    def _with_related(self, entry: RegistrySource) -> Iterator[Source]:
        yield to_source(entry)
        for related in (entry.speaks_for, entry.belongs_to):
            if related is not None:
                yield from self._with_related(self._registry.by_id[related])

    def _add_described(self, view: View) -> None:
        """*das russische Verteidigungsministerium*, *Israels Militär*: institutions that other words than a name of
        their own tell apart; whoever they are is found by the same words."""
        for noun in view.joined:
            entry = self._nouns.institution(noun)
            if entry is None or entry.organ_of or self._is_called(noun.start):
                continue
            found = described_institution(view, noun, entry)
            if found is None and not noun.is_plural and not self._is_heading(view):
                self._add_bare(view, noun)
                if not self._is_act(view, noun, entry):
                    self._bare.setdefault(noun.lemma.lower(), noun.start)
            elif found is not None:
                draft = self._draft(found.source, is_person=False)
                draft.phrase = draft.phrase or found.phrase
                self._add_own_initials(draft, [word for word in view.joined if found.phrase.contains(word.span)])
                draft.nouns |= {noun.lemma.lower(), noun.form, entry.lemma.lower(), *self._spelled(noun)}
                _stand(draft, noun, view.sentence)
                self._described[noun.start] = draft.source.id
                self._add_compound_name(noun, draft)

    def _is_act(self, view: View, noun: Word, entry: InstitutionNoun) -> bool:
        """*hat Anklage erhoben*, *Anklage gegen Ingenieur*: another word for an office that stands for what is done."""
        bare = view.before(noun).upos not in {"DET", "ADJ"}
        return bool(entry.stands_for) and bare and (noun.relation == "obj" or self._is_heading(view))

    def _add_compound_name(self, noun: Word, draft: _Draft) -> None:
        """*die RSF-Miliz*, and later *die RSF*: the letters before a noun that only says what the bearer is."""
        first, _, kind = noun.text.rpartition("-")
        heads = self._language.words.irregular_forces | self._language.words.naming_heads
        if first.isupper() and first.isalnum() and kind.lower() in heads and not self._is_name(first):
            self._abbreviations.setdefault(first, draft.source.id)

    def _is_name(self, letters: str) -> bool:
        """Whether letters are registered, or stand for a country."""
        word = replace(NO_WORD, number=1, text=letters, lemma=letters, upos="PROPN")
        return longest_name([word], 0, self._index) is not None or _country(word, self._language.countries) is not None

    def _add_bare(self, view: View, noun: Word) -> None:
        """*die Staatsanwaltschaft*: one that its noun alone brings in, and *die Behörde* takes up."""
        entry = self._nouns.institution(noun)
        phrase = view.phrase(view.word(noun.number))
        definite = phrase and phrase[0].form in self._language.words.definite_articles
        told_apart = entry is not None and (
            entry.kind in PUBLIC or entry.plural or self._is_plain_compound(noun, entry)
        )
        if entry is None or phrase[-1].end != noun.end:
            return
        if phrase[0].form in self._language.words.indefinite_articles:
            self._bring_in_institution(view, noun, phrase, entry)
        if not told_apart or not definite:
            return
        source = Source(id=f"bare-{noun.lemma.lower()}", name=noun.text, kind=entry.kind, origin="unnamed")
        draft = self._draft(source, is_person=False)
        draft.phrase = draft.phrase or Span(phrase[0].start, phrase[-1].end)
        draft.nouns |= {noun.lemma.lower(), noun.form, entry.lemma.lower()}
        _stand(draft, noun, view.sentence)

    def _bring_in_institution(self, view: View, noun: Word, phrase: Sequence[Word], entry: InstitutionNoun) -> None:
        """*eine unabhängige Kommission*, which *die Kommission* takes up."""
        source = Source(id=f"unnamed-{noun.start}", name=noun.text, kind=entry.kind, origin="unnamed")
        draft = self._draft(source, is_person=False)
        draft.phrase = Span(phrase[0].start, phrase[-1].end)
        draft.nouns |= {noun.lemma.lower(), noun.form, *self._spelled(noun)}
        _stand(draft, noun, view.sentence)

    def _is_plain_compound(self, noun: Word, entry: InstitutionNoun) -> bool:
        """*der Alpenverein*, which *der Verein* takes up."""
        return entry.takes_up and "-" not in noun.text and self._nouns.is_compound(noun)

    def _is_heading(self, view: View) -> bool:
        """Whether a sentence is one of a heading: the first that it names is told apart further on."""
        return self._text.part_kinds.get(view.sentence.part) == "heading"

    def _add_offices(self, view: View) -> None:
        """*der russische Verteidigungsminister*: who held the office on the day, where no name stands behind it."""
        for noun in view.joined:
            if noun.upos != "NOUN" or noun.is_plural or self._nouns.person(noun) is None:
                continue
            phrase = view.phrase(view.word(noun.number))
            behind = next((item for item in view.joined if item.start >= noun.end), NO_WORD)
            if behind.upos != "PROPN" and phrase and phrase[0].form not in self._language.words.indefinite_articles:
                entry = holder(self._text, self._registry, phrase, noun, spoken=self._countries)
                if entry is not None:
                    _stand(self._registered(entry), noun, view.sentence)

    def _add_documents(self, view: View) -> None:
        """*eine Studie der Klinik*: a work that *die Studie* takes up."""
        for noun in view.joined:
            phrase = _introduced(view, noun)
            if phrase:
                source = Source(id=f"document-{noun.start}", name=noun.text, kind="document", origin="unnamed")
                draft = self._draft(source, is_person=False)
                _stand(draft, noun, view.sentence)
                draft.phrase = Span(phrase[0].start, phrase[-1].end)
                draft.nouns |= {noun.lemma.lower(), noun.form}

    def _add_anonymous(self, view: View) -> None:
        """*eine Sprecherin der Polizei*: somebody without a name whom *die Sprecherin* takes up."""
        for place, article in enumerate(view.joined[:-1]):
            if article.upos == "DET" and article.form in self._language.words.indefinite_articles:
                noun = self._anonymous(view.joined, place)
                if noun is not None:
                    self._bring_in(view, article, noun)

    def _anonymous(self, words: Sequence[Word], article: int) -> Word | None:
        """The noun for a person behind an article, if no name follows it."""
        noun = next((item for item in words[article + 1 : article + 4] if item.upos in {"NOUN", "PROPN"}), None)
        if noun is None or noun.upos != "NOUN" or self._nouns.person(noun) is None or noun.start in self._apposed:
            return None
        behind = next((item for item in words if item.start >= noun.end), None)
        return None if behind is not None and behind.upos == "PROPN" else noun

    def _bring_in(self, view: View, article: Word, noun: Word) -> None:
        source = Source(id=f"unnamed-{noun.start}", name=noun.text, kind="person", origin="unnamed")
        draft = self._draft(source, is_person=True)
        _stand(draft, noun, view.sentence)
        phrase = view.phrase(view.word(noun.number))
        draft.phrase = Span(min(article.start, phrase[0].start), phrase[-1].end)
        draft.gender = self._nouns.gender(noun, article)
        draft.nouns |= {noun.lemma.lower(), noun.form}

    def _add_abbreviations(self, view: View) -> None:
        """*Institut für Meereskunde (IMK)*: capitals in brackets right behind a named party, or behind the words whose
        initials they are, which they make a name: *Schutzgemeinschaft der Anleger (SdA)*."""
        words = view.joined
        for place, opening in enumerate(words[1:-2], start=1):
            short, closing = words[place + 1], words[place + 2]
            if opening.text != "(" or closing.text != ")" or not _is_abbreviation(short.text):
                continue
            before = words[: place - (words[place - 1].text in MARKS)]
            named = [draft for draft in self._drafts.values() if before and _is_named_before(draft, before)]
            initials = _of_initials(before, short.text)
            whole = [draft for draft in named if _is_whole(draft, initials)]
            for draft in whole or ([] if initials else named):
                self._abbreviations[short.text] = draft.source.id
            if not whole:
                self._name_by_initials(view, initials, short.text)

    def _add_initials(self, view: View) -> None:
        """*the Polar Testing Agency* … *the PTA*: capitals elsewhere for the words whose initials they are."""
        words = view.joined
        ends: dict[str, list[int]] = {}
        for place, last in enumerate(words):
            ends.setdefault(last.text[:1], []).append(place)
        for short in self._capitals:
            if short in self._abbreviations:
                continue
            for place in ends.get(short[-1], ()):
                whole = _of_initials(words[: place + 1], short)
                if len(whole) < _SHORTEST_INITIALS or words[place].text == short:
                    continue
                named = [item for item in self._drafts.values() if _is_named_before(item, words[: place + 1])]
                for draft in named[-1:]:
                    self._abbreviations[short] = draft.source.id
                if not named:
                    self._name_by_initials(view, whole, short)

    @cached_property
    def _capitals(self) -> tuple[str, ...]:
        """The words in capitals that may be somebody's initials, sorted: none of a heading in capitals, no place."""
        words = (word for view in self._text.views for word in view.joined)
        long = (word.text for word in words if word.text.isupper() and word.text.isalpha())
        found = frozenset(text for text in long if _SHORTEST_INITIALS <= len(text) <= _LONGEST_INITIALS)
        return tuple(sorted(text for text in found if self._language.countries.of_place(text) is None))

    def _name_by_initials(self, view: View, words: Sequence[Word], short: str) -> None:
        """A party whose name the initials in brackets show to be one."""
        noun = next((word for word in words if word.upos in NOUNS), NO_WORD)
        entry = self._nouns.institution(noun)
        if not noun or self._nouns.person(noun) is not None or noun.start in self._institutions:
            return
        name = display_name(self._text, words, article=False)
        kind = "other" if entry is None else entry.kind
        id_ = own_id(name, self._registry)[:_LONGEST_NAME]
        draft = self._draft(Source(id=id_, name=name, kind=kind, origin="discovered"), is_person=False)
        draft.nouns |= {noun.lemma.lower(), noun.form}
        _stand(draft, noun, view.sentence)
        self._institutions[noun.start] = draft.source.id
        self._abbreviations[short] = draft.source.id

    def _add_family_names(self) -> None:
        """Places where somebody the registry does not know is called by the family name alone."""
        stem, bearers = self._language.grammar.stem, self._bearers()
        for sentence in self._text.sentences if bearers else ():
            for word in (word for word in sentence.words if word.upos in {"PROPN", "X"}):
                found = bearers.get(stem(word.text), ())
                if len(found) == 1 and not _is_in_full(found[0], word):
                    _call(found[0], word, sentence)

    def _bearers(self) -> dict[str, list[_Draft]]:
        """People whom the registry does not know, by the stems of their family names."""
        found: dict[str, list[_Draft]] = {}
        for draft in self._drafts.values():
            if draft.is_person and not draft.is_registered and draft.phrase is None:
                found.setdefault(self._language.grammar.stem(draft.source.name.split()[-1]), []).append(draft)
        return found


def _is_abbreviation(letters: str) -> bool:
    """*IMK*, *SdK*, *Nada*: two capitals or more, or a word in capitals that is written as a name."""
    several = sum(map(str.isupper, letters)) > 1 or (letters.istitle() and len(letters) <= _LONGEST_AS_NAME)
    return letters.isalpha() and len(letters) <= _LONGEST_ABBREVIATION and several


def _of_initials(words: Sequence[Word], short: str) -> Sequence[Word]:
    """*Schutzgemeinschaft der Kapitalanleger* for *SdK*: the last of the words whose capital initials are those of an
    abbreviation, each of them; none if they are not."""
    letters = [letter.upper() for letter in short if letter.isupper() or short.istitle()]
    for place in range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST_ABBREVIATED), -1):
        if words[place].is_finite or words[place].upos == "PUNCT":
            return ()
        own = _initials(words[place : place + 1])
        if own and letters[-len(own) :] != own:
            return ()
        del letters[len(letters) - len(own) :]
        if not letters:
            return words[place:]
    return ()


def _initials(words: Iterable[Word]) -> list[str]:
    """*Nationale Anti-Doping-Agentur* → N, A, D, A: those of all words and parts of compounds with a capital."""
    parts = (part for word in words for part in word.text.split("-"))
    return [part[0] for part in parts if part[:1].isupper()]


def _introduced(view: View, noun: Word) -> Sequence[Word]:
    """The words that bring in a document: with an indefinite article, or with whose it is; none if they do not."""
    entry = noun_entry(noun, view.language) if noun.upos == "NOUN" and not noun.is_plural else None
    if entry is None or not entry.document:
        return ()
    phrase = view.phrase(view.word(noun.number))
    listed = view.language.words
    article = phrase[0].form if phrase[0].upos == "DET" else ""
    owned = any(word.upos in NOUNS for word in phrase if word.number > noun.number)
    indefinite = article in listed.indefinite_articles
    return phrase if indefinite or (owned and article in listed.definite_articles) else ()


def _places(words: Sequence[Word], named: Named) -> tuple[int, int]:
    """The places of a name's first and last word; the first is behind the last if the words do not hold it."""
    inside = [n for n, word in enumerate(words) if named.span.start <= word.start]
    upto = [n for n, word in enumerate(words) if word.end <= named.span.end]
    return min(inside, default=len(words)), max(upto, default=-1)


def _stand(draft: _Draft, place: Word, sentence: Sentence) -> None:
    """Note that a party is named at a place, and whether it is the subject there."""
    draft.places.append((place.start, sentence.number))
    # *der Vorsitzende, Karl Ohm, sagte*: the name stands beside the subject.
    above = first = sentence.word(place.number) if place.number <= len(sentence.words) else place
    while above.relation in {"appos", "flat"} and (head := sentence.head(above)) is not None:
        above = head
        if above is first:
            break
    if above.relation == "nsubj":
        draft.subject_in.add(sentence.number)


def _call(draft: _Draft, word: Word, sentence: Sentence) -> None:
    draft.places.append((word.start, sentence.number))
    if word.relation == "nsubj":
        draft.subject_in.add(sentence.number)


def _is_in_full(draft: _Draft, word: Word) -> bool:
    """Whether the family name is a part of the full one, which stands there."""
    return any(start <= word.start <= start + _SAME_NAME for start, _ in draft.places)


def _is_whole(draft: _Draft, initials: Sequence[Word]) -> bool:
    """Whether a party is named by all words that initials stand for: *Bundesverband der Stahlindustrie (BdS)*, not the
    industry alone."""
    near = initials and range(initials[0].start - _LONGEST_NAME, initials[0].start + 1)
    return bool(near) and draft.phrase is None and any(start in near for start, _ in draft.places)


def _is_named_before(draft: _Draft, words: Sequence[Word]) -> bool:
    """Whether the name of an institution ends some words, none of which is a verb or a mark behind its beginning."""
    end, first = words[-1].end, words[0].start
    if (
        draft.is_person
        or draft.source.kind == "document"
        or not any(first <= start <= end <= start + _LONGEST_NAME for start, _ in draft.places)
    ):
        return False
    last = max(start for start, _ in draft.places)
    between = [word for word in words if word.start >= last]
    return bool(between) and not any(word.upos in {"VERB", "PUNCT"} for word in between)


def institution_source(found: InstitutionName, countries: Countries, names: Index) -> Source:
    """The row of an institution that only the text names."""
    return Source(
        id=kebab(found.name) or "institution",
        name=found.name,
        kind=found.kind,
        origin="discovered",
        country=country_of(found.words, countries, names),
    )


def _country(word: Word, countries: Countries) -> str | None:
    if word.upos == "ADJ":
        return countries.of_adjective(word.text)
    if word.upos not in _PLACES:
        return None
    prefixed = countries.of_prefix(word.text)
    return prefixed[0] if prefixed else countries.of_place(word.text)
