"""Who is there: the parties that a document names or brings in, before anybody asks who speaks.

One reading of the whole text collects for each party what later mentions may take it up by: its names, the nouns that
stand beside them (*Finanzminister Anton Reiter*; *Clara Brandt, Sprecherin der Reederei*), gender, country, and every
place where it is named. Nothing is decided here; `attrib.source.reference` asks for the one party that fits.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from attrib.records import Source, Span
from attrib.registry.registry import Registry, RegistrySource, to_source
from attrib.source.apposition import Apposition, appositions
from attrib.source.institution_name import InstitutionName, institution_names
from attrib.source.mention import Named, kebab, longest_name, name_index, stem
from attrib.source.nouns import Gender, gender_of, institution_noun, person_noun
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.entries import InstitutionNoun
from attrib.text.language import Language
from attrib.text.nationality import Countries


@dataclass(slots=True)
class Referent:
    """A party of the text, and what it can be taken up by."""

    source: Source
    is_person: bool
    is_registered: bool
    gender: Gender | None = None
    """None if the text leaves it open."""
    nouns: set[str] = field(default_factory=set)
    """Lower-case nouns for what it is: *finanzminister*, *sprecherin*; of the registry and of the text."""
    places: list[tuple[int, int]] = field(default_factory=list)
    """Offset and number of the sentence of each place where it is named, in text order once the text is read."""
    subject_in: set[int] = field(default_factory=set)
    """Sentences whose subject it is."""
    phrase: Span | None = None
    """The words that brought in somebody without a name: *eine Sprecherin der Polizei*."""
    related: tuple[Source, ...] = ()
    """Rows its own row points to."""

    def stands_before(self, place: int) -> bool:
        """Whether it was named before an offset."""
        return bool(self.places) and self.places[0][0] < place

    def distance(self, place: int, sentence: int) -> int | None:
        """How many sentences before an offset it was named last, None if it was not."""
        before = bisect_left(self.places, (place, -1)) - 1
        return None if before < 0 else sentence - self.places[before][1]


@dataclass(slots=True)
class Cast:
    """The parties of one document by id, and the abbreviations, countries and plurals it speaks of."""

    referents: dict[str, Referent] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    institutions: dict[int, str] = field(default_factory=dict)
    """Ids of named institutions by the offset of their noun."""
    countries: dict[str, int] = field(default_factory=dict)
    """The first place where the text points to each country."""
    plurals: dict[str, int] = field(default_factory=dict)
    """The first place where several of a kind are spoken of, by the noun's lemma: *die Ministerien beider Länder*."""

    def before(self, place: int) -> Iterator[Referent]:
        """The parties named before an offset."""
        return (item for item in self.referents.values() if item.stands_before(place))


def gather(analysis: Analysis, names: Sequence[Named], registry: Registry, *, language: Language) -> Cast:
    """The cast of a document whose names have been found."""
    return _Gathering(registry, language).read(analysis, names)


class _Gathering:
    """Fills one cast sentence by sentence."""

    def __init__(self, registry: Registry, language: Language) -> None:
        self._registry = registry
        self._language = language
        self._cast = Cast()

    def read(self, analysis: Analysis, names: Sequence[Named]) -> Cast:
        """Everybody whom the sentences name, in their order; family names last, when all full names are known."""
        waiting: dict[int, list[Named]] = {}
        for named in names:
            waiting.setdefault(named.sentence, []).append(named)
        for sentence in analysis.sentences:
            words = self._language.grammar.joined_compounds(sentence.words)
            self._add_places(words)
            self._add_institutions(sentence, words)
            for named in waiting.get(sentence.number, ()):
                self._add_name(sentence, words, named)
            self._add_anonymous(sentence, words)
            self._add_abbreviations(words)
        self._add_family_names(analysis)
        for referent in self._cast.referents.values():
            referent.places.sort()
        return self._cast

    def _add_places(self, words: Sequence[Word]) -> None:
        for word in words:
            country = _country(word, self._language.countries)
            if country is not None:
                self._cast.countries.setdefault(country, word.start)
            noun = word.upos == "NOUN" and word.has("Number=Plur")
            if noun and (person_noun(self._language, word) or institution_noun(self._language, word)):
                self._cast.plurals.setdefault(word.lemma.lower(), word.start)

    def _add_institutions(self, sentence: Sentence, words: Sequence[Word]) -> None:
        index = name_index(self._registry).names
        for found in institution_names(words, language=self._language):
            first = words.index(found.words[0])
            if any(longest_name(words, place, index) for place in range(first, first + len(found.words))):
                continue  # A registered one, by its own name: *Nachrichtenagentur RIA Novosti*.
            source = institution_source(found, self._language.countries)
            self._refer(source, is_person=False, place=found.words[0], sentence=sentence).nouns.add(
                found.noun.lemma.lower()
            )
            self._cast.institutions[found.words[0].start] = source.id

    def _add_name(self, sentence: Sentence, words: Sequence[Word], named: Named) -> None:
        if len(named.candidates) > 1 or (not named.candidates and not named.is_full):
            return
        first = next((n for n, word in enumerate(words) if word.start >= named.span.start), None)
        last = next((n for n in reversed(range(len(words))) if words[n].end <= named.span.end), None)
        if first is None or last is None or last < first:
            return
        entry = self._registry.by_id[named.candidates[0]] if named.candidates else None
        beside = appositions(words, first, last, language=self._language)
        shared = _shared(words, first, self._language)
        if entry is not None:
            referent = self._refer(
                to_source(entry), is_person=entry.person, place=words[first], sentence=sentence, entry=entry
            )
        else:
            source = Source(id=kebab(named.name) or "person", name=named.name, kind="person", origin="discovered")
            institution = self._institution_beside(words, first)
            if institution is not None:
                source = source.model_copy(update={"kind": institution.kind})
            referent = self._refer(source, is_person=institution is None, place=words[first], sentence=sentence)
            if institution is not None:
                referent.nouns.add(institution.lemma.lower())
            self._describe(referent, beside, words)
        if referent.is_person:
            for item in [*beside, *shared]:
                referent.nouns |= {item.noun.lemma.lower(), item.noun.form}
            for item in beside:
                referent.gender = referent.gender or item.gender(self._language)
        else:
            before = words[first - 1] if first else None
            if before is not None and before.upos == "DET" and referent.gender is None:
                referent.gender = gender_of(self._language, words[last], before)

    def _institution_beside(self, words: Sequence[Word], first: int) -> InstitutionNoun | None:
        """*Fernsehsender „Al Jazeera“*: the noun before says that the name is no person's."""
        place = first - 1
        if place > 0 and words[place].upos == "PUNCT" and words[place].text not in {",", "(", ")", ":", ";", "."}:
            place -= 1
        if place < 0 or words[place].upos != "NOUN" or person_noun(self._language, words[place]) is not None:
            return None
        return institution_noun(self._language, words[place])

    def _refer(
        self,
        source: Source,
        *,
        is_person: bool,
        place: Word,
        sentence: Sentence,
        entry: RegistrySource | None = None,
    ) -> Referent:
        known = self._cast.referents.get(source.id)
        if known is None:
            known = Referent(source, is_person, entry is not None)
            if entry is not None:
                known.gender = entry.gender
                known.nouns = {role.noun.lower() for role in entry.roles}
                if not entry.person:
                    known.nouns |= {part.lower() for name in entry.names for part in name.split()[:1]}
            self._cast.referents[source.id] = known
        known.places.append((place.start, sentence.number))
        # *der Vorsitzende, Karl Ohm, sagte*: the name stands beside the subject.
        above = sentence.words[place.number - 1] if place.number <= len(sentence.words) else place
        while above.relation in {"appos", "flat"} and (head := sentence.head(above)) is not None:
            above = head
            if above is place:
                break
        if above.relation == "nsubj":
            known.subject_in.add(sentence.number)
        return known

    def _describe(self, referent: Referent, beside: Sequence[Apposition], words: Sequence[Word]) -> None:
        """Kind, country and institution of a person nobody registered, by what stands beside the name."""
        source = referent.source
        for item in beside:
            entry = item.entry(self._language)
            changes: dict[str, object] = {}
            if entry is not None and source.kind == "person":
                changes["kind"] = entry.kind
            if source.country is None:
                changes["country"] = item.country(self._language.countries)
            if entry is not None and source.part_of is None and source.speaks_for is None:
                institution = self._institution_in(item.rest)
                if institution is not None:
                    # An office speaks for its institution; an expert or employee only belongs to it.
                    changes["part_of" if entry.unnamed else "speaks_for"] = institution[0].id
                    referent.related = (*referent.related, *institution)
            source = source.model_copy(update=changes)
        referent.source = source

    def _institution_in(self, words: Sequence[Word]) -> tuple[Source, ...] | None:
        """The institution named in the words behind an office, with the rows it points to."""
        index = name_index(self._registry).names
        for place, word in enumerate(words):
            known = longest_name(words, place, index)
            if known is not None and len(known[1]) == 1 and not known[1][0].person:
                return tuple(self._with_related(known[1][0]))
            found = self._cast.institutions.get(word.start)
            if found is not None:
                return (self._cast.referents[found].source,)
        return None

    def _with_related(self, entry: RegistrySource) -> Iterator[Source]:
        yield to_source(entry)
        for related in (entry.speaks_for, entry.part_of):
            if related is not None:
                yield from self._with_related(self._registry.by_id[related])

    def _add_anonymous(self, sentence: Sentence, words: Sequence[Word]) -> None:
        """*eine Sprecherin der Polizei*: somebody without a name whom *die Sprecherin* takes up."""
        for place, word in enumerate(words[:-1]):
            if word.upos != "DET" or word.form not in self._language.words.indefinite_articles:
                continue
            noun = next((item for item in words[place + 1 : place + 4] if item.upos in {"NOUN", "PROPN"}), None)
            if noun is None or noun.upos != "NOUN" or person_noun(self._language, noun) is None:
                continue
            behind = next((item for item in words if item.start >= noun.end), None)
            if behind is not None and behind.upos == "PROPN":
                continue
            source = Source(id=f"unnamed-{noun.start}", name=noun.text, kind="person", origin="unnamed")
            referent = self._refer(source, is_person=True, place=noun, sentence=sentence)
            head = sentence.words[noun.number - 1]
            phrase = self._language.grammar.phrase(sentence, head)
            referent.phrase = Span(min(word.start, phrase[0].start), phrase[-1].end)
            referent.gender = gender_of(self._language, noun, word)
            referent.nouns |= {noun.lemma.lower(), noun.form}

    def _add_abbreviations(self, words: Sequence[Word]) -> None:
        """*Institut für Meereskunde (IMK)*: capitals in brackets right behind a named party."""
        for place in range(1, len(words) - 2):
            short = words[place + 1].text
            bracket = words[place].text == "(" and words[place + 2].text == ")"
            if not bracket or not short.isupper() or not 2 <= len(short) <= 8:
                continue
            end = words[place - 1].end
            for referent in self._cast.referents.values():
                if any(0 <= end - start <= 80 and start >= words[0].start for start, _ in referent.places):
                    start = max(start for start, _ in referent.places)
                    between = [word for word in words[:place] if word.start >= start]
                    if (
                        between
                        and not referent.is_person
                        and not any(word.upos in {"VERB", "PUNCT"} for word in between)
                    ):
                        self._cast.abbreviations[short] = referent.source.id

    def _add_family_names(self, analysis: Analysis) -> None:
        """Places where somebody the registry does not know is called by the family name alone."""
        bearers: dict[str, list[Referent]] = {}
        for referent in self._cast.referents.values():
            if referent.is_person and not referent.is_registered and referent.phrase is None:
                bearers.setdefault(stem(referent.source.name.split()[-1]), []).append(referent)
        for sentence in analysis.sentences if bearers else ():
            for word in sentence.words:
                found = bearers.get(stem(word.text), ()) if word.upos in {"PROPN", "X"} else ()
                if len(found) == 1 and all(not start <= word.start <= start + 60 for start, _ in found[0].places):
                    found[0].places.append((word.start, sentence.number))
                    if word.relation == "nsubj":
                        found[0].subject_in.add(sentence.number)


def institution_source(found: InstitutionName, countries: Countries) -> Source:
    """The row of an institution that only the text names."""
    country = countries.first_of(found.words)
    if country is None:
        country = next(
            (code for word in found.words[1:] if (code := countries.of_capital(word.text)) is not None), None
        )
    return Source(
        id=kebab(found.name) or "institution",
        name=found.name,
        kind=found.kind,
        origin="discovered",
        country=country,
    )


_PLACES = frozenset({"PROPN", "NOUN", "X"})


def _country(word: Word, countries: Countries) -> str | None:
    if word.upos == "ADJ":
        return countries.of_adjective(word.text)
    if word.upos not in _PLACES:
        return None
    prefixed = countries.of_prefix(word.text)
    return prefixed[0] if prefixed else countries.of_place(word.text)


def _shared(words: Sequence[Word], first: int, language: Language) -> list[Apposition]:
    """*Die Bürgermeister Karl Ohm und Fritz Ahl*: a plural before the first of two names holds for both."""
    if first < 3 or words[first - 1].form not in language.words.joining_conjunctions:
        return []
    place = first - 2
    while place and words[place].upos == "PROPN":
        place -= 1
    noun, article = words[place], words[place - 1] if place else None
    # The tagger may take *die Bürgermeister* for a woman; the noun is for men, so there are several.
    masculine = (
        article is not None
        and article.form in language.words.feminine_articles
        and gender_of(language, noun, article) == "m"
    )
    if noun.upos != "NOUN" or not (noun.has("Number=Plur") or masculine):
        return []
    return [Apposition(noun, article, (), (noun,))]
