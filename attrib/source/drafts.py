"""The parties of a text while it is read: who was named so far, and by what each can be taken up."""

from dataclasses import dataclass, field

from attrib.records import Source, Span
from attrib.registry.registry import Registry, RegistrySource, to_source
from attrib.source.cast import Cast, Referent
from attrib.source.name_index import name_index
from attrib.text.analysis import Sentence, Word
from attrib.text.nouns import Gender
from attrib.text.text import Text


@dataclass(slots=True)
class Draft:
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

    def call(self, noun: Word, *others: str) -> None:
        """Note a noun that takes the party up, in the forms in which it is asked for, and other spellings of it."""
        self.nouns |= {noun.lemma.lower(), noun.form, *others}

    def stand(self, place: Word, sentence: Sentence) -> None:
        """Note that the party is named at a place, and whether it is the subject there."""
        # *der Vorsitzende, Karl Ohm, sagte*: the name stands beside the subject.
        first = sentence.word(place.number) if place.number <= len(sentence.words) else place
        above = sentence.joining(first, {"appos", "flat"})
        self.stand_alone(place, sentence, is_subject=above.relation == "nsubj")

    def stand_alone(self, place: Word, sentence: Sentence, *, is_subject: bool) -> None:
        """Note a place where the word itself is all that names the party."""
        self.places.append((place.start, sentence.number))
        if is_subject:
            self.subject_in.add(sentence.number)

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


class Drafts:
    """Everybody named so far, by id, and the places and short names that stand for them."""

    def __init__(self, text: Text, registry: Registry) -> None:
        self.text = text
        self.registry = registry
        self.index = name_index(registry, text.language).names
        self.by_id: dict[str, Draft] = {}
        self.abbreviations: dict[str, str] = {}
        self.institutions: dict[int, str] = {}
        """Ids of the parties whose name begins with the noun at a place."""
        self.circles: dict[int, str] = {}
        self.described: dict[int, str] = {}
        self.bare: dict[str, int] = {}
        self.countries: dict[str, int] = {}
        self.plurals: dict[str, int] = {}
        self.apposed: set[int] = set()
        """Where the nouns stand that describe somebody named: *Karl Lund, ein früherer Minister*."""

    def draft(self, source: Source, *, is_person: bool) -> Draft:
        """The party of this row, a new one if there is none yet."""
        return self.by_id.setdefault(source.id, Draft(source, is_person, False))

    def registered(self, entry: RegistrySource) -> Draft:
        """A party of the registry, with the nouns that its roles and names have."""
        if entry.id not in self.by_id:
            held = (term for term in entry.terms if term.is_held(self.text.document.published))
            nouns = {role.noun.lower() for role in (*entry.roles, *(role for term in held for role in term.roles))}
            if not entry.person:
                nouns |= {part.lower() for name in entry.names for part in name.split()[:1]}
            draft = Draft(to_source(entry), entry.person, True, entry.gender, nouns, beside=self._party_of(entry))
            self.by_id[entry.id] = draft
        return self.by_id[entry.id]

    def _party_of(self, entry: RegistrySource) -> set[str]:
        """The stems of the names that a person's political party has, as if they stood beside the person's own."""
        party = None if entry.party is None else self.registry.by_id[entry.party]
        return set() if party is None else set(map(self.text.language.grammar.stem, party.names))

    def spelled(self, noun: Word) -> tuple[str, ...]:
        """*Innungsverbandes*: a noun for an institution as the lists spell it, whatever the lemmatiser makes of it."""
        nouns = self.text.language.lexicon.nouns
        entry = nouns.institution(noun)
        spelled = "" if entry is None else nouns.spelled(noun, entry)
        return (spelled.lower(),) if spelled else ()

    def is_called(self, place: int) -> bool:
        """Whether the noun at a place is that of somebody with a name."""
        return place in self.institutions or place in self.circles or place in self.apposed

    def cast(self) -> Cast:
        """What was gathered."""
        referents = {key: draft.referent() for key, draft in self.by_id.items()}
        return Cast(
            referents,
            self.abbreviations,
            self.institutions,
            self.circles,
            self.described,
            self.bare,
            self.countries,
            self.plurals,
        )
