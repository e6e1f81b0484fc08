"""One party of the registry, as `attrib/registry/*.yml` lists it.

The fields of an entry:

    id               kebab-case; never changes once published
    name             {de: …, en: …}, for display; both count as aliases
    kind             see taxonomies/source_kind.yml; a person takes the kind of the office
    country          ISO 3166-1 alpha-2; none for international organisations
    abbreviations    [NIS]
    aliases          {de: [names in the nominative, without article], en: […]}
    shared           those of the aliases that other entries bear too; any other double name is an error
    titles           titles of an outlet that are common words (*Focus*): its only where the text says it is an outlet
    roles            [{noun: Verteidigungsminister, of: KR}]: what the text may call it by a common noun, with the
                     country (ISO code) or the institution (id of an entry) that must be named or clear from context
    metonyms         [Seoul, Südkorea]: places that stand for it only where they act as a speaker
    person           true for people; then family_name, given_name, gender (m, f) and
    transliterations other spellings of the family name (full names go to aliases)
    office           {title, from, until}: ISO prefixes, only where checked; outside them `roles` do not apply
    terms            [{title, roles, from, until | as_of, speaks_for, references}]: every further office, each with the
                     roles that hold in its time only; `as_of` instead of `until`: still held then, unknown since
    speaks_for       id of the institution a person or office speaks for
    part_of          id of the institution it belongs to
    party            id of the political party a person belongs to
    wikidata         Q-number, only if checked; `checked` says against what
    origin, as_of    of generated entries: the lists they come from, and the day of the last of them
    disclosure       `unnamed` for groups nobody lists (*NATO allies*)
    party_to_conflict, reliability {letter, basis, rated_by, rated_on}, references
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from attrib.isodate import IsoPrefix
from attrib.records import Disclosure, PartyToConflict, Record, ReliabilityLetter, Source, SourceKind

_SHORTEST_TITLE = 5
"""Letters of a title that may be the last part of another."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
WikidataId = Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")]
Name = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False, pattern=r"^\S(.*\S)?$")]

NOT_RATED = "Not rated: nobody has judged this source in this database."


class SourceName(Record):
    """The name for display, in both languages."""

    de: Name
    en: Name


class SourceRole(Record):
    """A common noun the text may use instead of the name, and whose it must be."""

    noun: Name
    of: CountryCode | Id | None = None


class SourceOffice(Record):
    """The office a person holds, and when, as far as checked."""

    title: Name
    from_: IsoPrefix | None = Field(default=None, alias="from")
    until: IsoPrefix | None = None

    def is_held(self, on: str | None) -> bool:
        """Whether `on` (ISO prefix) can lie in the term; True where either is unknown."""
        if on is None:
            return True
        begun = self.from_ is None or on >= self.from_[: len(on)]
        ended = self.until is not None and on[: len(self.until)] > self.until
        return begun and not ended


class SourceTerm(Record):
    """One term of an office: what its holder is called, and when; outside it nobody is called so."""

    title: Name
    roles: tuple[SourceRole, ...] = ()
    """Empty: the term is shown, and names nobody."""
    from_: IsoPrefix = Field(alias="from")
    until: IsoPrefix | None = None
    """The last day, or the month or year of it."""
    as_of: IsoPrefix | None = None
    """The last day on which somebody is known to have held it still; for terms whose end is not known."""
    speaks_for: Id | None = None
    references: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_an_end(self) -> Self:
        if (self.until is None) == (self.as_of is None):
            raise ValueError("a term needs `until`, or else `as_of`: the last day on which it is known to have lasted")
        last = self.until or self.as_of or ""
        shared = min(len(self.from_), len(last))
        if self.from_[:shared] > last[:shared]:
            raise ValueError(f"the term begins on {self.from_}, after its end {last}; mend one of them")
        return self

    def names(self, noun: str, of: str | None) -> bool:
        """Whether the holder may be called by a noun of a country or institution; None: of any."""
        return any(role.noun == noun and of in {None, role.of} for role in self.roles)

    def has_begun(self, on: str) -> bool:
        """Whether the term may have begun on `on` (ISO prefix)."""
        return on[: len(self.from_)] >= self.from_[: len(on)]

    def is_held(self, on: str | None) -> bool:
        """Whether the term is known to hold on `on` (ISO prefix); never without a date."""
        last = self.until or self.as_of
        if on is None or last is None:
            return False
        return on[: len(self.from_)] >= self.from_[: len(on)] and on[: len(last)] <= last[: len(on)]


class SourceReliability(Record):
    """How far the source was found reliable: a NATO letter, why, and who says so."""

    letter: ReliabilityLetter = "f"
    basis: str = NOT_RATED
    rated_by: str | None = None
    rated_on: IsoPrefix | None = None


class RegistrySource(Record):
    """One party of the registry; the fields are explained in the module's docstring."""

    id: Id
    name: SourceName
    kind: SourceKind
    country: CountryCode | None = None
    abbreviations: tuple[Name, ...] = ()
    aliases: Mapping[str, tuple[Name, ...]] = {}
    shared: tuple[Name, ...] = ()
    titles: tuple[Name, ...] = ()
    roles: tuple[SourceRole, ...] = ()
    metonyms: tuple[Name, ...] = ()
    person: bool = False
    family_name: Name | None = None
    given_name: Name | None = None
    gender: Literal["m", "f"] | None = None
    transliterations: tuple[Name, ...] = ()
    office: SourceOffice | None = None
    terms: tuple[SourceTerm, ...] = ()
    speaks_for: Id | None = None
    part_of: Id | None = None
    party: Id | None = None
    wikidata: WikidataId | None = None
    checked: str | None = None
    origin: str | None = None
    as_of: IsoPrefix | None = None
    disclosure: Disclosure | None = None
    """For groups that no text lists: always `unnamed`."""
    party_to_conflict: PartyToConflict = "unknown"
    reliability: SourceReliability = SourceReliability()
    references: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.person and (self.family_name is None or (self.gender is None and self.origin is None)):
            raise ValueError("a person needs family_name and gender (m, f)")
        if not self.person and (
            self.family_name or self.given_name or self.gender or self.transliterations or self.terms or self.party
        ):
            raise ValueError("family_name, given_name, gender, transliterations, terms and party need person: true")
        if self.wikidata is not None and not (self.checked or self.origin):
            raise ValueError("wikidata needs `checked`: against what was the Q-number verified?")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called by name: display names, abbreviations, aliases; each once."""
        aliases = (alias for language in self.aliases.values() for alias in language)
        return tuple(dict.fromkeys([self.name.de, self.name.en, *self.abbreviations, *aliases]))

    @property
    def all_roles(self) -> tuple[SourceRole, ...]:
        """Those of the entry and of its terms."""
        return (*self.roles, *(role for term in self.terms for role in term.roles))

    def may_be_titled(self, titles: Iterable[str]) -> bool:
        """Whether a title of five letters or more fits a role: *Minister* a *Verteidigungsminister*, *Kremlsprecher* a
        *Sprecher*."""
        long = [title.lower() for title in titles if len(title) >= _SHORTEST_TITLE]
        nouns = [role.noun.lower() for role in self.all_roles]
        return any(noun.endswith(title) or title.endswith(noun) for noun in nouns for title in long)

    def speaks_for_on(self, on: str | None) -> str | None:
        """The institution that the person stands for on a day (ISO prefix): as long as the office lasts, or is not
        known to have ended; of people without dated offices, and without a day, the usual one."""
        dated = [term for term in self.terms if term.speaks_for is not None]
        if on is None or not (dated or self.office):
            return self.speaks_for
        if self.office is not None and self.office.is_held(on):
            return self.speaks_for
        lasting = (term.speaks_for for term in dated if term.has_begun(on) and (term.until is None or term.is_held(on)))
        return next(lasting, None)

    @property
    def belongs_to(self) -> str | None:
        """The institution it is part of; of a person without one the political party."""
        return self.part_of or self.party

    @property
    def family_names(self) -> tuple[str, ...]:
        """The family name in all its spellings; empty for institutions."""
        return () if self.family_name is None else tuple(dict.fromkeys([self.family_name, *self.transliterations]))


def to_source(entry: RegistrySource) -> Source:
    """The registry's entry as a row of `sources`."""
    return Source(
        id=entry.id,
        name=entry.name.de,
        name_en=entry.name.en,
        kind=entry.kind,
        origin="registry",
        country=entry.country,
        wikidata=entry.wikidata,
        speaks_for=entry.speaks_for,
        part_of=entry.belongs_to,
        party_to_conflict=entry.party_to_conflict,
        reliability=entry.reliability.letter,
        reliability_basis=entry.reliability.basis,
        rated_by=entry.reliability.rated_by,
        rated_on=entry.reliability.rated_on,
    )
