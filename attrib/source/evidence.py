"""Whether a name that the registry knows is that person's here.

It is with a full name and what goes with it, or with a family name and an office, a country, a party or an institution
that the text tells.

Many people bear one name. Who is in the lists is taken by name only with something else that fits, and never against
what the text says beside the name; whoever is left is a person that only the text knows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from attrib.records import SourceKind
from attrib.registry.entry import RegistrySource, SourceRole
from attrib.registry.registry import Registry
from attrib.registry.spelling import name_keys, script_of
from attrib.source.apposition import Apposition, appositions, in_brackets
from attrib.source.named import Named
from attrib.text.analysis import NO_WORD, Word, word_at
from attrib.text.text import Text
from attrib.text.view import View

_IN_POLITICS: frozenset[SourceKind] = frozenset(
    {"head_of_state", "official", "legislature", "party", "military", "government", "ministry", "intelligence_service"}
)
"""Kinds of nouns that do not speak against an office."""
_BEFORE, _AFTER = 6, 20
"""How many years before the first and after the last term of an office somebody is spoken of as a rule."""
_AROUND = 4
"""How many words before and behind a name a party stands that goes with it."""
_YEAR = 4
_SHORTEST_ROLE = 5
"""Letters of a noun that may be the last part of a role: *Minister*, *Kanzler*."""
_NOUNS = frozenset({"NOUN", "PROPN"})


def with_evidence(text: Text, found: Sequence[Named], registry: Registry) -> tuple[Named, ...]:
    """The names, each with those of its candidates for whom something in the text speaks; a family name without any
    is left out."""
    weighing = _Weighing(text, found, registry)
    weighed = (weighing.weighed(named) for named in found)
    return tuple(named for named in weighed if named.candidates or named.is_full)


class _Weighing:
    """What a text says for and against its names."""

    def __init__(self, text: Text, found: Sequence[Named], registry: Registry) -> None:
        self._text = text
        self._registry = registry
        self._found = found
        self._nouns = text.language.lexicon.nouns
        self._on = text.document.published
        self._views = {view.sentence.number: view for view in text.views}

    def weighed(self, named: Named) -> Named:
        """The name with the candidates that remain, and why."""
        entries = [self._registry.by_id[item] for item in named.candidates]
        if not entries or not all(entry.person for entry in entries):
            return named
        beside = _Beside(self._views[named.sentence], named)
        reasons = {entry.id: self._reason(entry, named, beside) for entry in entries}
        kept = [id_ for id_, reason in reasons.items() if reason]
        if len(kept) > 1 and named.is_full:
            return replace(named, candidates=())  # two members of parliament of one name
        return replace(named, candidates=tuple(kept), evidence=reasons[kept[0]] if len(kept) == 1 else "")

    def _reason(self, entry: RegistrySource, named: Named, beside: "_Beside") -> str:
        """Why the name is this person's; empty if nothing says so."""
        by_hand = self._registry.is_made_by_hand(entry.id)
        if named.is_full:
            return "full name" if by_hand else self._reason_of_full(entry, beside)
        return self._reason_of_family(entry, named, beside) if by_hand else self._reason_of_title(entry, beside)

    def _reason_of_full(self, entry: RegistrySource, beside: "_Beside") -> str:
        """For a full name of the lists: party, office or institution; where the family name is common more of it."""
        party = self._party(entry, beside.near)
        if not self._is_of_time(entry) or (self._is_against(entry, beside) and not party):
            return ""
        if party:
            return f"full name, {party}"
        reason = self._office(entry, beside) or self._institution(entry) or self._high_office(entry)
        if not reason and self._is_rare(entry):
            reason = self._party(entry, self._text.analysis.words) or self._of_no_day()
        return f"full name, {reason}" if reason else ""

    def _office(self, entry: RegistrySource, beside: "_Beside") -> str:
        """The noun beside the name for an office that the person held, or for politics, in a country spoken of."""
        is_here = entry.country in {None, self._home, *self._countries}
        held = next((noun.text for noun in beside.nouns if self._is_role(entry, noun) or _is_short(entry, noun)), "")
        if held and (is_here or self._is_held_now(entry, beside)):
            return held
        politics = next((noun.text for noun in beside.nouns if self._is_in_politics(noun)), "")
        is_certain = self._is_rare(entry) or entry.country not in {None, self._home}
        return politics if is_here and is_certain else ""

    def _is_held_now(self, entry: RegistrySource, beside: "_Beside") -> bool:
        """*Präsident Barack Obama*: whether the noun is for an office that a country has one of, held on the day; then
        the country goes without saying."""
        terms = (term for term in entry.terms if term.speaks_for is not None)
        held = [term for term in terms if self._on is None or term.is_held(self._on)]
        return any(self._names(role, noun) for term in held for role in term.roles for noun in beside.nouns)

    def _of_no_day(self) -> str:
        """An article without a date says nothing against a rare name."""
        return "no other has the family name" if self._on is None else ""

    def _high_office(self, entry: RegistrySource) -> str:
        """The country of which somebody held an office that it has one of, if it is spoken of or the name is rare."""
        if not any(term.speaks_for is not None for term in entry.terms):
            return ""
        is_spoken_of = entry.country != self._home and entry.country in self._countries
        is_open = self._is_rare(entry) or self._on is None
        return f"office of {entry.country}" if is_spoken_of or is_open else ""

    def _is_rare(self, entry: RegistrySource) -> bool:
        """Whether nobody else in the lists has the family name."""
        keys = name_keys(entry.family_name or "", script=script_of(entry.country))
        return len(self._registry.family_called(keys)) <= 1

    def _reason_of_family(self, entry: RegistrySource, named: Named, beside: "_Beside") -> str:
        """For a family name of somebody listed by hand: the full name elsewhere, title, country or institution."""
        if entry.id in self._in_full:
            return "named in full"
        if self._is_somebody_else(entry, named):
            return ""
        if entry.may_be_titled(beside.titles):
            return f"family name, {beside.nouns[0].text}"
        if self._is_against(entry, beside):
            return ""
        if entry.country is not None and entry.country in self._countries:
            return f"family name, {entry.country}"
        institution = self._institution(entry)
        if institution:
            return f"family name, {institution}"
        role = next((role.noun for role in self._roles(entry) if role.noun in self._forms), "")
        return f"family name, {role}" if role else ""

    def _reason_of_title(self, entry: RegistrySource, beside: "_Beside") -> str:
        """For a family name of the lists: the office that the person held on the day, in a country spoken of; for an
        office of many the party too."""
        country = beside.country(self._text)
        spoken_of = entry.country in self._countries and country in {None, entry.country}
        for term in entry.terms if spoken_of or entry.country == self._home else ():
            noun = next((noun for noun in beside.before for role in term.roles if self._names(role, noun)), NO_WORD)
            if noun is not NO_WORD and term.is_held(self._on):
                shared = entry.party is not None and entry.country == self._home
                party = self._party(entry, beside.near)
                return "" if shared and not party else f"family name, {noun.text}{f', {party}' if party else ''}"
        return ""

    def _is_of_time(self, entry: RegistrySource) -> bool:
        """Whether the article is not from long before or after all terms."""
        if self._on is None or not entry.terms:
            return True
        first = min(term.from_ for term in entry.terms)
        last = max(term.until or term.as_of or term.from_ for term in entry.terms)
        return int(first[:_YEAR]) - _BEFORE <= int(self._on[:_YEAR]) <= int(last[:_YEAR]) + _AFTER

    def _is_against(self, entry: RegistrySource, beside: "_Beside") -> bool:
        """Whether the text says beside the name that it is somebody of another kind or country."""
        country = beside.country(self._text)
        if country is not None and entry.country is not None and country != entry.country:
            return True
        described = [self._nouns.person(noun) for noun in beside.nouns]
        kinds = {found.kind for found in described if found is not None}
        fitting = kinds & _IN_POLITICS or entry.kind in kinds
        return bool(kinds) and not fitting and not entry.may_be_titled(beside.titles)

    def _is_in_politics(self, noun: Word) -> bool:
        found = self._nouns.person(noun)
        return found is not None and found.kind in _IN_POLITICS

    def _is_somebody_else(self, entry: RegistrySource, named: Named) -> bool:
        """Whether the text names somebody else in full who bears the family name."""
        others = (other for other in self._full if entry.id not in other.candidates)
        return any(self._last(other) == self._last(named) for other in others)

    def _last(self, named: Named) -> str:
        return self._text.language.grammar.stem(named.name.split()[-1])

    def _is_role(self, entry: RegistrySource, noun: Word) -> bool:
        return any(self._names(role, noun) for term in entry.terms for role in term.roles)

    def _names(self, role: SourceRole, noun: Word) -> bool:
        prefixed = self._text.language.countries.of_prefix(noun.text)
        return role.noun in {noun.text, noun.lemma, prefixed[1] if prefixed else noun.text}

    def _roles(self, entry: RegistrySource) -> Iterable[SourceRole]:
        yield from entry.roles
        yield from (role for term in entry.terms if term.is_held(self._on) for role in term.roles)

    def _party(self, entry: RegistrySource, words: Iterable[Word]) -> str:
        """*Högl (SPD)*, *der CDU-Politiker …*: the name of the party among some words; empty if it is not there."""
        if entry.party is None:
            return ""
        names = self._registry.by_id[entry.party].names
        here = (word.text for word in words if word.text in names or word.text.partition("-")[0] in names)
        return next(here, "")

    def _institution(self, entry: RegistrySource) -> str:
        """The institution of a person, if the text names it."""
        named = self._named_ids
        links = [entry.speaks_for, entry.part_of, *(term.speaks_for for term in entry.terms)]
        return next((self._registry.by_id[id_].name.de for id_ in links if id_ in named), "")

    @cached_property
    def _home(self) -> str | None:
        """The country where the language of the text is at home: it goes without saying."""
        return self._text.language.countries.home

    @cached_property
    def _countries(self) -> frozenset[str]:
        """The countries that the text speaks of."""
        countries = self._text.language.countries
        words = (word for view in self._text.views for word in view.joined)
        found = (countries.of_state(word) or countries.of_place(word.text) for word in words)
        phrases = (self._country_of(named) for named in self._found)
        return frozenset(code for code in (*found, *phrases) if code is not None)

    def _country_of(self, named: Named) -> str | None:
        """The country of a registered institution that the text names."""
        entry = self._registry.by_id[named.candidates[0]] if len(named.candidates) == 1 else None
        return None if entry is None or entry.person else entry.country

    @cached_property
    def _named_ids(self) -> frozenset[str]:
        return frozenset(named.candidates[0] for named in self._found if len(named.candidates) == 1 and named.is_full)

    @cached_property
    def _in_full(self) -> frozenset[str]:
        return frozenset(id_ for named in self._full for id_ in named.candidates)

    @cached_property
    def _full(self) -> Sequence[Named]:
        return [named for named in self._found if named.is_full and " " in named.name]

    @cached_property
    def _forms(self) -> frozenset[str]:
        words = [word for word in self._text.analysis.words if word.upos in _NOUNS]
        return frozenset(form for word in words for form in (word.text, word.lemma))


def _is_short(entry: RegistrySource, noun: Word) -> bool:
    """*Innenminister Otto Schily*: the last part of a role, *Bundesinnenminister*."""
    roles = (role.noun.lower() for term in entry.terms if term.speaks_for is not None for role in term.roles)
    return any(role.endswith(noun.lemma.lower()) for role in roles if len(noun.lemma) >= _SHORTEST_ROLE)


class _Beside:
    """What stands beside a name."""

    def __init__(self, view: View, named: Named) -> None:
        words = view.joined
        first = next((place for place, word in enumerate(words) if word.end > named.span.start), len(words))
        last = max((place for place, word in enumerate(words) if word.start < named.span.end), default=first)
        self._appositions: Sequence[Apposition] = appositions(view, first, last)
        self.nouns: Sequence[Word] = [item.noun for item in self._appositions]
        self.before: Sequence[Word] = [word_at(words, first - 1)]
        """The word right before the name."""
        around = (*words[max(first - _AROUND, 0) : first], *words[last + 1 : last + 1 + _AROUND])
        self.near: Sequence[Word] = [*around, *in_brackets(words, last)]

    @property
    def titles(self) -> Iterator[str]:
        """The nouns in both forms."""
        return (form for noun in self.nouns for form in (noun.text, noun.lemma))

    def country(self, text: Text) -> str | None:
        """The country that the words beside the name point to."""
        found = (item.country(text.language.countries) for item in self._appositions)
        return next((code for code in found if code is not None), None)
