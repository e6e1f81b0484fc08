"""Mention → source: a registered party, one found in the text, an unnamed one, or none. One candidate or none.

The order of the steps is the order of the evidence: a name says more than a role, a role more than a pronoun. What the
context does not decide stays unresolved; an ambiguous *Kim* is not given to the more frequent of two.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from attrib.analysis import Analysis, Sentence, Span, Word
from attrib.language import Language
from attrib.mention import Named, display_name, find_names, kebab, longest_name, name_index, name_run, stem
from attrib.nationality import country_of_adjective, country_of_name, country_of_prefix
from attrib.phrase import joined_compounds
from attrib.quotation.according_to import noun_entry
from attrib.quotation.quotation import Quotation
from attrib.records import Disclosure, Document, Source, SourceKind, StatementSource
from attrib.registry import Registry, RegistrySource, to_source


@dataclass(frozen=True, slots=True)
class Party:
    """Who a mention means and why; `source` is an id."""

    source: str
    disclosure: Disclosure
    rule: str
    detail: str


@dataclass(slots=True)
class Resolver:
    """What is known of one document's parties while its statements are read in order."""

    document: Document
    analysis: Analysis
    registry: Registry
    language: Language
    names: tuple[Named, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    history: list[tuple[int, Party]] = field(default_factory=list)
    """Parties resolved so far with the offset of their mention, in the order in which they were resolved."""

    def __post_init__(self) -> None:
        self.names = find_names(self.analysis, self.registry)

    # -- words ---------------------------------------------------------------------------------------------------

    def mention_words(self, span: Span) -> tuple[Sentence, list[Word]] | None:
        """The sentence and the words of a speaker span."""
        for sentence in self.analysis.sentences:
            if sentence.start <= span.start < sentence.end:
                words = [word for word in sentence.words if span.start <= word.start and word.end <= span.end]
                return (sentence, joined_compounds(words)) if words else None
        return None

    # -- resolution ----------------------------------------------------------------------------------------------

    def resolve(self, span: Span) -> tuple[Party, ...]:
        """The parties behind one mention; empty if the context does not decide."""
        found = self.mention_words(span)
        if found is None:
            return ()
        parties = self._parties(*found)
        self.history.extend((span.start, party) for party in parties)
        return parties

    def _parties(self, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...]:
        group = self._whole_name(words)
        if group is not None:
            return (group,)
        pieces = _coordinated(words, self.language.words("joining_conjunctions"))
        if len(pieces) > 1 and not self._is_one_name(words):
            found = [self._one(sentence, piece) for piece in pieces]
            if all(party is not None for party in found):
                return tuple(dict.fromkeys(party for party in found if party is not None))
        one = self._one(sentence, words)
        return () if one is None else (one,)

    def _is_one_name(self, words: Sequence[Word]) -> bool:
        """Whether a registered name holds the conjunction: *die USA und ihre Verbündeten*."""
        index = name_index(self.registry).names
        for place in range(len(words)):
            known = longest_name(words, place, index)
            if known is not None and any(word.upos == "CCONJ" for word in words[place : place + known[0]]):
                return True
        return False

    def _one(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        # A person's name first: in *der Sprecher des Sicherheitsrates, John Kirby* the institution is not the speaker.
        steps: tuple[Callable[[Sentence, Sequence[Word]], Party | None], ...] = (
            self._whole_name_of,
            self._person,
            self._reporting_noun,
            self._institution,
            self._role,
            self._metonym,
            self._pronoun,
            self._unnamed,
            self._discovered,
        )
        for step in steps:
            party = step(sentence, words)
            if party is not None:
                return party
        return None

    def _whole_name_of(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        return self._whole_name(words)

    def _whole_name(self, words: Sequence[Word]) -> Party | None:
        """The phrase is a registered name and nothing else (articles and attributes of nationality aside)."""
        content = [word for word in words if word.upos not in {"DET", "PUNCT", "ADP"}]
        index = name_index(self.registry).names
        for start in range(len(content)):
            if start and content[start - 1].upos not in {"ADJ", "ADV"}:
                break
            run = [word for word in words if word.number >= content[start].number]
            known = longest_name(run, 0, index)
            if known is not None and len(known[1]) == 1 and known[0] >= len([w for w in run if w.upos != "PUNCT"]):
                return self._registered(known[1][0], "named", "alias", " ".join(word.text for word in run))
        return None

    def _registered(self, entry: RegistrySource, disclosure: Disclosure, rule: str, detail: str) -> Party:
        self.sources.setdefault(entry.id, to_source(entry))
        disclosure = entry.disclosure or disclosure
        if entry.speaks_for is not None:
            self.sources.setdefault(entry.speaks_for, to_source(self.registry.by_id[entry.speaks_for]))
        return Party(entry.id, disclosure, rule, detail)

    # -- persons -------------------------------------------------------------------------------------------------

    def _person(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        """A full name, or a family name that the registry or the text ties to one person."""
        inside = [
            named
            for named in self.names
            if words[0].start <= named.span.start and named.span.end <= words[-1].end and self._is_person(named)
        ]
        inside = [named for named in inside if not self._is_attribute(sentence, words, named)]
        for named in sorted(inside, key=lambda item: not item.is_full):
            party = self._named_person(named, words)
            if party is not None:
                return party
        return self._surname(sentence, words)

    def _is_person(self, named: Named) -> bool:
        return not named.candidates or any(self.registry.by_id[item].person for item in named.candidates)

    def _is_attribute(self, sentence: Sentence, words: Sequence[Word], named: Named) -> bool:
        """*Sprecher von Präsident Wladimir Putin*: a name under a preposition belongs to somebody else."""
        before = [word for word in words if word.end <= named.span.start]
        while before and before[-1].upos in {"NOUN", "PROPN", "ADJ", "X"} and before[-1].text not in {",", "("}:
            before.pop()  # titles: *Präsident Wladimir Putin*
        if len(before) < 2:
            return bool(before) and before[-1].upos == "ADP"
        genitive = before[-1].upos == "DET" and before[-1].has("Case=Gen")
        return before[-1].upos == "ADP" or (genitive and any(word.upos in {"NOUN", "PROPN"} for word in before))

    def _named_person(self, named: Named, words: Sequence[Word]) -> Party | None:
        candidates = [self.registry.by_id[item] for item in named.candidates]
        if len(candidates) == 1:
            return self._registered(candidates[0], "named", "full_name" if named.is_full else "family_name", named.name)
        if len(candidates) > 1:
            return self._one_of(candidates, named, words)
        return self._discover_person(named.name, words)

    def _one_of(self, candidates: Sequence[RegistrySource], named: Named, words: Sequence[Word]) -> Party | None:
        """Several bearers of one family name: the title decides, else who was named in this text; else nobody."""
        titles = {word.lemma for word in words if word.upos == "NOUN"} | {word.text for word in words}
        fitting = [entry for entry in candidates if _has_title(entry, titles)]
        if len(fitting) == 1:
            return self._registered(fitting[0], "named", "title_and_name", named.name)
        seen = self._last_full(named, {entry.id for entry in candidates})
        if seen is not None:
            return self._registered(self.registry.by_id[seen], "named", "family_name", f"{named.name}: named before")
        return None

    def _last_full(self, named: Named, ids: set[str]) -> str | None:
        """The only one of `ids` whose full name stands in the text, or the only one near before the mention."""
        full = [item for item in self.names if item.is_full and len(item.candidates) == 1 and item.candidates[0] in ids]
        bearers = {item.candidates[0] for item in full}
        if len(bearers) == 1:
            return next(iter(bearers))
        near = {
            item.candidates[0]
            for item in full
            if item.span.start < named.span.start and named.sentence - item.sentence <= 3
        }
        recent = {party.source for place, party in self.history[-3:] if party.source in ids}
        for chosen in (near, recent):
            if len(chosen) == 1:
                return next(iter(chosen))
        return None

    def _surname(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        """A single proper noun that is the last name of somebody named in full elsewhere in this text."""
        for word in words:
            if word.upos not in {"PROPN", "X", "NOUN"} or not word.text[:1].isupper():
                continue
            bearers = {
                named.name: named
                for named in self.names
                if named.is_full
                and " " in named.name
                and stem(named.name.split()[-1]) == stem(word.text)
                and self._is_person(named)
            }
            if len(bearers) == 1 and word.upos != "NOUN":
                return self._named_person(next(iter(bearers.values())), words)
        return None

    def _discover_person(self, name: str, words: Sequence[Word]) -> Party:
        source = Source(
            id=kebab(name),
            name=name,
            kind=self._person_kind(words) or "person",
            origin="discovered",
            country=_country_in(words),
        )
        self.sources.setdefault(source.id, source)
        return Party(source.id, "named", "discovered_person", name)

    def _person_kind(self, words: Sequence[Word]) -> SourceKind | None:
        for word in words:
            entry = self._person_noun(word)
            if entry is not None:
                return entry[0]
        return None

    def _person_noun(self, word: Word) -> tuple[SourceKind, bool] | None:
        """Kind and anonymity of a noun for persons; compounds by their last part."""
        if word.upos not in {"NOUN", "PROPN", "ADJ"}:
            return None
        entries = {entry.lemma.lower(): entry for entry in self.language.person_nouns}
        for form in (word.lemma.lower(), word.text.lower()):
            last = form.rsplit("-", 1)[-1]
            for cut in range(len(last) - 3):
                for ending in (last[cut:], last[cut:].removesuffix("n"), last[cut:].removesuffix("en")):
                    if ending in entries and (cut == 0 or len(ending) >= 5):
                        return entries[ending].kind, entries[ending].unnamed
        return None

    # -- what was said or written --------------------------------------------------------------------------------

    def _reporting_noun(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        """*Angaben der Polizei* → the police; *Faktenblatt des Pentagon* → the Pentagon."""
        head = next((word for word in words if word.upos in {"NOUN", "PROPN"}), None)
        if head is None or noun_entry(head, self.language) is None:
            return None
        behind = [word for word in words if word.number > head.number]
        while behind and behind[0].upos in {"ADP", "PUNCT", "CCONJ"}:
            behind.pop(0)
        if any(word.upos in {"NOUN", "PROPN"} for word in behind) and behind[0].number <= head.number + 3:
            party = self._parties(sentence, behind)
            if party and not party[0].rule.startswith("document"):
                return party[0]
        country = _country_in(words)
        institution = self._compound_institution(head, country)
        if institution is not None:
            return institution
        if country is not None:
            entry = _only(self.registry.by_role("Regierung", country))
            if entry is not None:
                return self._registered(entry, "role", "nationality", " ".join(word.text for word in words))
        return self._unnamed_row(words, "document", "document")

    def _compound_institution(self, head: Word, country: str | None) -> Party | None:
        """*Geheimdienstberichte*, *Polizeiangaben*: the first part of the compound is who says it."""
        form = head.lemma.lower()
        for entry in self.language.institution_nouns:
            noun = entry.lemma.lower()
            if form.startswith(noun) and len(form) > len(noun) + 3:
                return self._by_role(entry.lemma, country, detail=head.text)
        return None

    # -- institutions and roles ----------------------------------------------------------------------------------

    def _institution(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        """A registered institution in the phrase: itself, or the one a spokesperson speaks for."""
        index = name_index(self.registry).names
        speaker = self._person_kind(words[:4]) is not None
        for place in range(len(words)):
            known = longest_name(words, place, index)
            if known is None or len(known[1]) != 1 or known[1][0].person:
                continue
            entry = known[1][0]
            if speaker and not _names_itself(words, place):
                return self._registered(entry, "role", "role_of_institution", " ".join(word.text for word in words))
            return self._registered(entry, "named", "alias", words[place].text)
        return None

    def _role(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        """*der ukrainische Geheimdienstchef*, *US-Regierung*, *der Geheimdienst* (of a country named before)."""
        for word in words:
            if word.upos not in {"NOUN", "PROPN"}:
                continue
            prefixed = country_of_prefix(word.text)
            noun, country = (prefixed[1], prefixed[0]) if prefixed else (word.text, _country_in(words))
            for form in dict.fromkeys((noun, word.lemma if prefixed is None else noun, _singular(noun))):
                party = self._by_role(form, country, detail=word.text, place=word.start)
                if party is not None:
                    return party
            if word.relation not in {"compound", "nmod", "flat"}:
                break
        return None

    def _by_role(self, noun: str, country: str | None, *, detail: str, place: int | None = None) -> Party | None:
        entries = self.registry.by_role(noun, country, on=self.document.published)
        if country is not None:
            entry = _only(entries)
            if entry is None:
                return None
            named = any(entry.id in item.candidates for item in self.names)
            return self._registered(entry, "named" if named else "role", "role_and_country", f"{detail} ({country})")
        mentioned = self._mentioned_before(entries, place)
        if mentioned is None:
            return None
        return self._registered(mentioned, "named", "role_in_context", f"{detail}: named before")

    def _mentioned_before(self, entries: Iterable[RegistrySource], place: int | None) -> RegistrySource | None:
        """The entry that the text has named last before `place`, if it is the only one within reach."""
        known = {entry.id: entry for entry in entries}
        before = [
            item
            for item in self.names
            if len(item.candidates) == 1 and item.candidates[0] in known and (place is None or item.span.start < place)
        ]
        return known[before[-1].candidates[0]] if before else None

    def _metonym(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        """*Seoul*, *die Vereinigten Staaten*, *das offizielle Moskau*: a place that speaks is its government."""
        index = name_index(self.registry).metonyms
        person = self._person_kind(words)
        for place, word in enumerate(words):
            if word.upos not in {"PROPN", "NOUN", "ADJ", "X"} or person is not None:
                continue
            known = longest_name(words, place, index)
            if known is not None and len(known[1]) == 1:
                return self._registered(known[1][0], "named", "metonym", word.text)
        return None

    # -- pronouns ------------------------------------------------------------------------------------------------

    def _pronoun(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        """*er, sie, dieser*: the party resolved last whose gender and number fit."""
        if len(words) != 1 or words[0].upos not in {"PRON", "DET"}:
            return None
        form = words[0].text.lower()
        if form not in self.language.words("personal_subjects"):
            return None
        for place, party in reversed(self.history[-4:]):
            if place < words[0].start and party.disclosure in {"named", "role"} and self._agrees(form, party):
                return Party(party.source, "named", "pronoun", f"{words[0].text}: {self.sources[party.source].name}")
        return self._topic(sentence, form)

    def _agrees(self, form: str, party: Party) -> bool:
        entry = self.registry.by_id.get(party.source)
        gender = entry.gender if entry is not None else None
        masculine = form in self.language.words("masculine_pronouns")
        if gender is not None:
            return masculine == (gender == "m")
        return True

    def _topic(self, sentence: Sentence, form: str) -> Party | None:
        """The only person named in the sentence before."""
        near = [
            item
            for item in self.names
            if sentence.number - 1 <= item.sentence <= sentence.number and item.is_full and self._is_person(item)
        ]
        near = [item for item in near if item.span.start < sentence.end]
        people = {item.candidates or (item.name,): item for item in near}
        if len(people) != 1:
            return None
        named = next(iter(people.values()))
        party = self._named_person(named, ())
        return None if party is None else Party(party.source, "named", "pronoun", f"{form}: {named.name}")

    # -- unnamed and new parties ---------------------------------------------------------------------------------

    def _unnamed(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        """*ukrainische Beamte*, *Analysten*, *ein Insider*: a party nobody can ask, as a row of its own."""
        for word in words:
            noun = self._person_noun(word)
            if noun is not None and not any(item.upos == "PROPN" and item.number > word.number for item in words):
                return self._unnamed_row(words, noun[0], "unnamed_party")
        return None

    def _unnamed_row(self, words: Sequence[Word], kind: SourceKind, rule: str) -> Party:
        wording = " ".join(word.text for word in words)
        content = [word.lemma for word in words if word.upos not in {"DET", "PUNCT", "ADP", "CCONJ"}]
        source = Source(
            id=f"unnamed-{kebab(' '.join(content[:5])) or 'party'}-{self.document.id[:6]}",
            name=wording[:1].upper() + wording[1:],
            kind=kind,
            origin="unnamed",
            country=_country_in(words),
        )
        self.sources.setdefault(source.id, source)
        return Party(source.id, "unnamed", rule, wording)

    def _discovered(self, sentence: Sentence, words: Sequence[Word]) -> Party | None:
        """An institution or name that the registry does not know."""
        institution = self._institution_noun(words)
        propn = [word for word in words if word.upos in {"PROPN", "X"}]
        if institution is None and not propn:
            plural = any(word.has("Number=Plur") for word in words if word.upos == "NOUN")
            nouns = [word for word in words if word.upos == "NOUN"]
            return self._unnamed_row(words, "other", "unnamed_party") if nouns and plural else None
        name_words = [word for word in words if word.upos != "DET"]
        name = (
            display_name([word.text for word in (name_run(words, words.index(propn[0])) or propn)])
            if propn
            else (" ".join(word.text for word in name_words))
        )
        source = Source(
            id=kebab(name)[:60] or "party",
            name=name,
            kind=institution or self._entity_kind(sentence, words),
            origin="discovered",
            country=_country_in(words),
        )
        self.sources.setdefault(source.id, source)
        return Party(source.id, "named" if propn else "role", "discovered", name)

    def _institution_noun(self, words: Sequence[Word]) -> SourceKind | None:
        entries = {entry.lemma.lower(): entry.kind for entry in self.language.institution_nouns}
        for word in words:
            if word.upos in {"NOUN", "PROPN"}:
                for form in (word.lemma.lower(), word.text.lower()):
                    for cut in range(len(form) - 3):
                        if form[cut:] in entries:
                            return entries[form[cut:]]
        return None

    def _entity_kind(self, sentence: Sentence, words: Sequence[Word]) -> SourceKind:
        kinds = {item.kind for item in sentence.entities if any(item.start <= word.start < item.end for word in words)}
        return "person" if "PER" in kinds or not kinds else "other"


def _only(entries: Sequence[RegistrySource]) -> RegistrySource | None:
    return entries[0] if len(entries) == 1 else None


def _singular(noun: str) -> str:
    for ending in ("en", "es", "s", "n", "e"):
        if noun.endswith(ending):
            return noun.removesuffix(ending)
    return noun


def _has_title(entry: RegistrySource, titles: set[str]) -> bool:
    """*Minister Kim* fits the bearer whose role is *Verteidigungsminister*."""
    return any(
        role.noun.lower().endswith(title.lower()) or title.lower().endswith(role.noun.lower())
        for role in entry.roles
        for title in titles
        if len(title) > 4
    )


def _names_itself(words: Sequence[Word], place: int) -> bool:
    """Whether the name opens the phrase, so that it is the speaker and no attribute of one."""
    return not any(word.upos in {"NOUN", "PROPN"} for word in words[:place])


def _country_in(words: Sequence[Word]) -> str | None:
    """The country that an adjective, a name or a prefix in the phrase points to; the first one."""
    for word in words:
        if word.upos == "ADJ":
            country = country_of_adjective(word.text)
        elif word.upos in {"PROPN", "NOUN"}:
            prefixed = country_of_prefix(word.text)
            country = prefixed[0] if prefixed else country_of_name(word.text)
        else:
            country = None
        if country is not None:
            return country
    return None


def _coordinated(words: Sequence[Word], conjunctions: frozenset[str]) -> list[list[Word]]:
    """*Washington und Seoul*: the members of a coordination at the top of the phrase."""
    pieces: list[list[Word]] = [[]]
    for place, word in enumerate(words):
        joins = word.text.lower() in conjunctions and 0 < place < len(words) - 1
        if joins:
            pieces.append([])
        else:
            pieces[-1].append(word)
    nominal = [any(word.upos in {"NOUN", "PROPN", "PRON"} for word in piece) for piece in pieces]
    return pieces if all(nominal) else [list(words)]


def to_statement_source(party: Party, mention: str | None) -> StatementSource:
    """The link of a statement to its party."""
    return StatementSource(
        source=party.source,
        disclosure=party.disclosure,
        mention=mention,
        rule=party.rule,
        detail=party.detail,
    )


def speaker_mention(quotation: Quotation) -> Span | None:
    """From the first to the last stretch of the speaker."""
    if not quotation.speaker:
        return None
    return Span(quotation.speaker[0].start, quotation.speaker[-1].end)
