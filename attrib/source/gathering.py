"""One reading of a whole text for the parties it names or brings in.

It collects for each party what later mentions may take it up by: its names, the nouns that stand beside them
(*Finanzminister Anton Reiter*; *Clara Brandt, Sprecherin der Reederei*), gender, country, and every place where it is
named. Nothing is decided here.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from attrib.records import Source, SourceKind
from attrib.registry.registry import Registry, RegistrySource, to_source
from attrib.source.appointed import appointed_to
from attrib.source.apposition import Apposition, appositions, in_brackets, institution_behind, shared
from attrib.source.around import circles
from attrib.source.brought_in import BroughtIn
from attrib.source.cast import Cast
from attrib.source.country import country_of, country_of_party, country_of_word
from attrib.source.described_institution import described_institution
from attrib.source.drafts import Draft, Drafts
from attrib.source.institution_name import InstitutionName, institution_names
from attrib.source.mention import own_id
from attrib.source.name_index import Index, longest_name
from attrib.source.name_kind import PUBLIC, NameKinds
from attrib.source.named import Named, Names, is_somebody
from attrib.source.office import holder, holders
from attrib.source.region import regions_of
from attrib.source.short_names import ShortNames
from attrib.text.analysis import NO_WORD, Word, word_at
from attrib.text.entries import InstitutionNoun
from attrib.text.kebab import kebab
from attrib.text.nationality import Countries
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import NAMES, NOUNS, all_tags

_FIRMS: frozenset[SourceKind] = frozenset({"company", "media", "news_agency"})
"""Kinds of institutions that are called by their name alone, without the noun before it."""
_OF_THEIR_PLACE: frozenset[SourceKind] = frozenset(
    {"head_of_state", "official", "legislature", "party", "military", "police", "court", "government", "ministry"}
)
"""Kinds of people whose place tells their country: *der Mannheimer Bürgermeister*, not *der Londoner Korrespondent*."""
_PART_OF_SENTENCE = frozenset({",", "(", ")", ":", ";", "."})
_SAME_NAME = 60
"""How many characters behind the beginning of a full name its last word stands at most."""


def gather(text: Text, names: Names, registry: Registry, kinds: NameKinds) -> Cast:
    """The cast of a document whose names have been found."""
    return _Gathering(text, names, registry, kinds).read()


class _Gathering:
    """Fills one cast sentence by sentence."""

    def __init__(self, text: Text, names: Names, registry: Registry, kinds: NameKinds) -> None:
        self._text = text
        self._names = names
        self._kinds = kinds
        self._language = text.language
        self._nouns = text.language.lexicon.nouns
        self._registry = registry
        self._drafts = Drafts(text, registry)
        self._index = self._drafts.index
        self._short_names = ShortNames(self._drafts)
        self._brought_in = BroughtIn(self._drafts)
        self._leaders: dict[tuple[str, bool], tuple[str, str]] = {}
        """The groups around somebody, by the stems of the names that tell them apart; and the given names there."""

    def read(self) -> Cast:
        """Everybody whom the sentences name, in their order; family names last, when all full names are known."""
        waiting: dict[int, list[Named]] = {}
        for named in self._names.found:
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
            self._brought_in.add_documents(view)
            self._brought_in.add_anonymous(view)
            self._short_names.add_in_brackets(view)
            self._short_names.add_initials(view)
        self._add_family_names()
        return self._drafts.cast()

    def _add_countries(self, words: Sequence[Word]) -> None:
        countries = self._language.countries
        for word, behind in zip_longest(words, words[1:]):
            country = countries.of_two(word, behind) or country_of_word(word, countries)
            if country is not None:
                self._drafts.countries.setdefault(country, word.start)

    def _add_plurals(self, words: Sequence[Word]) -> None:
        for word in words:
            plural = word.upos == "NOUN" and word.has("Number=Plur")
            if plural and (self._nouns.person(word) or self._nouns.institution(word)):
                self._drafts.plurals.setdefault(word.lemma.lower(), word.start)

    def _add_institutions(self, view: View) -> None:
        for found in institution_names(view):
            if self._is_beside_somebody(found):
                continue
            if self._is_registered(view.joined, found):
                continue  # By its own name: *Nachrichtenagentur RIA Novosti*.
            draft = (
                self._outlet(found.name, found.kind)
                or self._in_capital(found)
                or self._drafts.draft(_source(found, self._language.countries, self._index), is_person=False)
            )
            draft.call(found.noun, *self._drafts.spelled(found.noun))
            self._add_apposed(draft, view, view.joined.index(found.words[-1]))
            draft.stand(found.noun, view.sentence)
            self._drafts.institutions[found.noun.start] = draft.source.id
            self._short_names.add_own_initials(draft, found.words)
            self._short_names.add_short_name(found, draft)
            called = len(found.words) == 2 and found.words[0] is found.noun
            if called and found.kind in _FIRMS and found.words[1].upos in NAMES:
                # *der Hersteller Brenner*, and later *Brenner*
                self._drafts.abbreviations.setdefault(found.words[1].text, draft.source.id)

    def _add_circles(self, view: View) -> None:
        for found in circles(view):
            known, given = self._leaders.setdefault((found.leader, found.is_camp), (found.source.id, found.given))
            if given and found.given and given != found.given:
                known = found.source.id  # *ein Team um Anna Berg*, *die Autoren um Karl Berg*
            draft = (
                self._drafts.draft(found.source, is_person=False)
                if known == found.source.id
                else self._drafts.by_id[known]
            )
            draft.call(found.noun)
            draft.stand(found.noun, view.sentence)
            self._drafts.circles[found.noun.start] = known

    def _is_beside_somebody(self, found: InstitutionName) -> bool:
        """*warf die Staatsanwaltschaft | Ohm | vor*: a public body, and another of the verb's arguments."""
        noun, *behind = found.words
        public = noun is found.noun and found.kind in PUBLIC and bool(behind) and all_tags(behind, NAMES)
        return public and is_somebody(self._text, self._names, self._registry, behind)

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
        self._drafts.apposed.update(item.noun.start for item in beside)
        if named.candidates:
            draft = self._drafts.registered(self._registry.by_id[named.candidates[0]])
        else:
            draft = self._discovered(named, view.joined, first, last, beside)
        draft.stand(view.joined[first], view.sentence)
        if draft.is_person:
            self._add_title(draft, view.joined[first])
            self._add_nouns(draft, beside, shared(view, first))
            self._add_beside(draft, beside, in_brackets(view.joined, last))
            self._add_predicate(draft, view, first)
        else:
            self._add_gender(draft, view.joined[last], word_at(view.joined, first - 1))
            self._add_apposed(draft, view, last)

    def _add_nouns(self, draft: Draft, beside: Sequence[Apposition], of_several: Sequence[Apposition]) -> None:
        for item in (*beside, *of_several):
            draft.call(item.noun)
        for item in beside:
            draft.gender = draft.gender or self._nouns.gender(item.noun, item.article)

    def _add_title(self, draft: Draft, first: Word) -> None:
        """*König Charles*: of a registered name that begins with a noun for whoever bears it."""
        if first.form in self._language.words.regnal_titles:
            draft.call(first)

    def _add_beside(self, draft: Draft, beside: Sequence[Apposition], bracketed: Sequence[Word]) -> None:
        words = [*(word for item in beside for word in item.words), *bracketed]
        # *der Linken-Abgeordnete Karl Ohm*: also what a compound begins with
        parts = (part for word in words for part in {word.text, word.text.partition("-")[0]})
        told = [part for part in parts if part[:1].isupper()]
        if self._language.grammar.HEAD_LAST:
            # *police | chief*: what tells one office from another is a word of its own
            told += [word.text for item in beside for word in item.words if _is_before(word, item.noun)]
        draft.beside |= {self._language.grammar.stem(word) for word in told}
        draft.beside |= regions_of(words, self._language)

    def _add_predicate(self, draft: Draft, view: View, first: int) -> None:
        """*Jan Krog ist seit Mai Trainer des Vereins*: what a sentence says that somebody is."""
        name = view.word(view.joined[first].number)
        noun = view.sentence.head(name)
        copula = noun is not None and any(child.relation == "cop" for child in view.sentence.children(noun))
        if noun is not None and copula and name.relation == "nsubj" and self._nouns.person(noun) is not None:
            draft.predicates |= {noun.lemma.lower(), noun.form}
            said = view.sentence.subtree(noun)
            draft.beside |= {self._language.grammar.stem(word.text) for word in said if word.text[:1].isupper()}
        for office in appointed_to(view, name):
            draft.predicates |= {office.lemma.lower(), office.form}

    def _add_apposed(self, draft: Draft, view: View, last: int) -> None:
        """*Kolbe, the pump maker*: whom *the maker* takes up."""
        beside = institution_behind(view, last)
        if beside is not None:
            draft.call(beside.noun)
            self._drafts.apposed.add(beside.noun.start)

    def _add_gender(self, draft: Draft, noun: Word, before: Word) -> None:
        """Of an institution by the article that its name has."""
        if before.upos == "DET":
            draft.gender = draft.gender or self._nouns.gender(noun, before)

    def _outlet(self, name: str, kind: SourceKind) -> Draft | None:
        """*das Magazin „Focus“*: a registered outlet by its title, where the text says that it is one."""
        titled = self._registry.by_title(name) if kind in {"media", "news_agency"} else ()
        return self._drafts.registered(titled[0]) if len(titled) == 1 else None

    def _in_capital(self, found: InstitutionName) -> Draft | None:
        """*das Außenministerium in Caracas*: a registered institution of a state by its noun and the capital."""
        held = holders(self._text, self._registry, found.words, found.noun, spoken=self._drafts.countries)
        entries = [] if held is None or held.of is None else [each for each in held.entries if not each.person]
        return self._drafts.registered(entries[0]) if len(entries) == 1 else None

    def _discovered(
        self, named: Named, words: Sequence[Word], first: int, last: int, beside: Sequence[Apposition]
    ) -> Draft:
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
            draft = self._drafts.draft(source, is_person=kind in {"person", "official"})
        else:
            draft = self._outlet(named.name, institution.kind) or self._drafts.draft(
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

    def _call_by_name(self, noun: Word, draft: Draft) -> None:
        """*die Firma Kolb Stahl*, and later *Kolb Stahl*: one party, whose name stands without the noun too."""
        with_noun = self._drafts.institutions.get(noun.start)
        if with_noun is not None:
            self._drafts.institutions[noun.start] = draft.source.id
            if with_noun not in self._drafts.institutions.values():
                self._drafts.by_id.pop(with_noun, None)

    def _institution_beside(self, words: Sequence[Word], first: int) -> Word:
        """*Fernsehsender „Al Jazeera“*: the noun before says that the name is no person's; NO_WORD if none does."""
        before = word_at(words, first - 1)
        is_mark = before.upos == "PUNCT" and before.text not in _PART_OF_SENTENCE
        noun = word_at(words, first - 2) if is_mark and first > 1 else before
        if noun.upos != "NOUN" or self._nouns.person(noun) is not None:
            return NO_WORD
        return noun

    def _describe(self, draft: Draft, beside: Apposition) -> None:
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
        over = beside.is_over(self._language.words.past_attributes)
        if entry is not None and source.part_of is None and source.speaks_for is None and not over:
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
            if word.start in self._drafts.institutions:
                return (self._drafts.by_id[self._drafts.institutions[word.start]].source,)
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
            if entry is None or entry.organ_of or self._drafts.is_called(noun.start):
                continue
            found = described_institution(view, noun, entry)
            if found is None and not noun.is_plural and not self._is_heading(view):
                self._brought_in.add_bare(view, noun)
                if not self._is_act(view, noun, entry):
                    self._drafts.bare.setdefault(noun.lemma.lower(), noun.start)
            elif found is not None:
                draft = self._drafts.draft(found.source, is_person=False)
                draft.phrase = draft.phrase or found.phrase
                self._short_names.add_own_initials(draft, [word for word in view.joined if found.phrase.contains(word)])
                draft.call(noun, entry.lemma.lower(), *self._drafts.spelled(noun))
                draft.stand(noun, view.sentence)
                self._drafts.described[noun.start] = draft.source.id
                self._short_names.add_compound_name(noun, draft)

    def _is_act(self, view: View, noun: Word, entry: InstitutionNoun) -> bool:
        """*hat Anklage erhoben*, *Anklage gegen Ingenieur*: another word for an office that stands for what is done."""
        bare = view.before(noun).upos not in {"DET", "ADJ"}
        return bool(entry.stands_for) and bare and (noun.relation == "obj" or self._is_heading(view))

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
                entry = holder(self._text, self._registry, phrase, noun, spoken=self._drafts.countries)
                if entry is not None:
                    self._drafts.registered(entry).stand(noun, view.sentence)

    def _add_family_names(self) -> None:
        """Places where somebody the registry does not know is called by the family name alone."""
        stem, bearers = self._language.grammar.stem, self._bearers()
        for sentence in self._text.sentences if bearers else ():
            for word in (word for word in sentence.words if word.upos in {"PROPN", "X"}):
                found = bearers.get(stem(word.text), ())
                if len(found) == 1 and not _is_in_full(found[0], word, sentence.number):
                    found[0].stand_alone(word, sentence, is_subject=word.relation == "nsubj")

    def _bearers(self) -> dict[str, list[Draft]]:
        """People whom the registry does not know, by the stems of their family names."""
        found: dict[str, list[Draft]] = {}
        for draft in self._drafts.by_id.values():
            if draft.is_person and not draft.is_registered and draft.phrase is None:
                found.setdefault(self._language.grammar.stem(draft.source.name.split()[-1]), []).append(draft)
        return found


def _is_before(word: Word, noun: Word) -> bool:
    return word.upos in NOUNS and word.number < noun.number


def _places(words: Sequence[Word], named: Named) -> tuple[int, int]:
    """The places of a name's first and last word; the first is behind the last if the words do not hold it."""
    inside = [n for n, word in enumerate(words) if named.span.start <= word.start]
    upto = [n for n, word in enumerate(words) if word.end <= named.span.end]
    return min(inside, default=len(words)), max(upto, default=-1)


def _is_in_full(draft: Draft, word: Word, sentence: int) -> bool:
    """Whether the family name is a part of the full one, which stands there."""
    return any(number == sentence and start <= word.start <= start + _SAME_NAME for start, number in draft.places)


def _source(found: InstitutionName, countries: Countries, names: Index) -> Source:
    """The row of an institution that only the text names."""
    return Source(
        id=kebab(found.name) or "institution",
        name=found.name,
        kind=found.kind,
        origin="discovered",
        country=country_of(found.words, countries, names),
    )
