"""Who is who: the registry of parties that statements are credited to, and the ways a text may call them.

The shipped files are `attrib/sources/*.yml`, each a list of entries; directories of your own are merged in. An entry:

    id               kebab-case; never changes once published
    name             {de: …, en: …}, for display; both count as aliases
    kind             see taxonomies/source_kind.yml; a person takes the kind of the office
    country          ISO 3166-1 alpha-2; none for international organisations
    abbreviations    [NIS]
    aliases          {de: [names in the nominative, without article], en: […]}
    shared           those of the aliases that other entries bear too; any other double name is an error
    roles            [{noun: Verteidigungsminister, of: KR}]: what the text may call it by a common noun, with the
                     country (ISO code) or the institution (id of an entry) that must be named or clear from context
    metonyms         [Seoul, Südkorea]: places that stand for it only where they act as a speaker
    person           true for people; then family_name, given_name, gender (m, f) and
    transliterations other spellings of the family name (full names go to aliases)
    office           {title, from, until}: ISO prefixes, only where checked; outside them `roles` do not apply
    speaks_for       id of the institution a person or office speaks for
    part_of          id of the institution it belongs to
    wikidata         Q-number, only if checked; `checked` says against what
    party_to_conflict, reliability {letter, basis, rated_by, rated_on}, references

A lookup returns every entry that fits, so that the caller can tell one candidate from several and none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from attrib.errors import ResourceError
from attrib.isodate import IsoPrefix
from attrib.nationality import without_article
from attrib.records import PartyToConflict, Record, ReliabilityLetter, Source, SourceKind
from attrib.resources import load_records

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
    roles: tuple[SourceRole, ...] = ()
    metonyms: tuple[Name, ...] = ()
    person: bool = False
    family_name: Name | None = None
    given_name: Name | None = None
    gender: Literal["m", "f"] | None = None
    transliterations: tuple[Name, ...] = ()
    office: SourceOffice | None = None
    speaks_for: Id | None = None
    part_of: Id | None = None
    wikidata: WikidataId | None = None
    checked: str | None = None
    party_to_conflict: PartyToConflict = "unknown"
    reliability: SourceReliability = SourceReliability()
    references: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.person and (self.family_name is None or self.gender is None):
            raise ValueError("a person needs family_name and gender (m, f)")
        if not self.person and (self.family_name or self.given_name or self.gender or self.transliterations):
            raise ValueError("family_name, given_name, gender and transliterations need person: true")
        if self.wikidata is not None and not self.checked:
            raise ValueError("wikidata needs `checked`: against what was the Q-number verified?")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called by name: display names, abbreviations, aliases; each once."""
        aliases = (alias for language in self.aliases.values() for alias in language)
        return tuple(dict.fromkeys([self.name.de, self.name.en, *self.abbreviations, *aliases]))

    @property
    def family_names(self) -> tuple[str, ...]:
        """The family name in all its spellings; empty for institutions."""
        return () if self.family_name is None else tuple(dict.fromkeys([self.family_name, *self.transliterations]))


Index = Mapping[str, tuple[RegistrySource, ...]]


@dataclass(frozen=True, slots=True)
class Registry:
    """All parties, indexed by the ways a text may call them. Lookups are case-sensitive."""

    entries: tuple[RegistrySource, ...]
    by_id: Mapping[str, RegistrySource]
    fingerprint: str
    """Changes whenever any entry does."""
    aliases: Index
    family_names: Index
    roles: Index
    metonyms: Index

    def by_alias(self, text: str) -> tuple[RegistrySource, ...]:
        """The parties of that name; a leading article and extra spaces do not matter."""
        return self.aliases.get(without_article(text), ())

    def by_family_name(self, name: str) -> tuple[RegistrySource, ...]:
        """The people of that family name in any registered spelling (*Kim* → two of them)."""
        return self.family_names.get(without_article(name), ())

    def by_role(self, noun: str, country: str | None, *, on: str | None = None) -> tuple[RegistrySource, ...]:
        """The parties that a common noun names: *Verteidigungsminister*, `KR`; *Sprecherin*, `nato`.

        `country` is an ISO code or the id of an institution; None: of any. With `on` (ISO prefix) people count only
        if they can have held the office then.
        """
        return tuple(
            entry
            for entry in self.roles.get(noun, ())
            if any(role.noun == noun and country in {None, role.of} for role in entry.roles)
            and (entry.office is None or entry.office.is_held(on))
        )

    def by_metonym(self, place: str) -> tuple[RegistrySource, ...]:
        """The parties a place stands for where it acts as a speaker (*Seoul* → its government)."""
        return self.metonyms.get(without_article(place), ())


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
        part_of=entry.part_of,
        party_to_conflict=entry.party_to_conflict,
        reliability=entry.reliability.letter,
        reliability_basis=entry.reliability.basis,
        rated_by=entry.reliability.rated_by,
        rated_on=entry.reliability.rated_on,
    )


@cache
def load_registry(*extra: Path) -> Registry:
    """The shipped parties and those in `*.yml` of the directories in `extra`, checked as a whole; read once."""
    folders: list[Path | Traversable] = [resources.files("attrib") / "sources", *extra]
    files = [file for folder in folders for file in _files(folder)]
    return build_registry(entry for file in files for entry in load_records(file, RegistrySource))


def build_registry(entries: Iterable[RegistrySource]) -> Registry:
    """A registry of these entries; ResourceError if ids, links or names clash."""
    found = tuple(entries)
    by_id: dict[str, RegistrySource] = {}
    for entry in found:
        if entry.id in by_id:
            raise ResourceError(f"source {entry.id!r} is there twice; ids are unique: rename one", seen=entry.id)
        by_id[entry.id] = entry
    for entry in found:
        _check_links(entry, by_id)
    aliases = _index((alias, entry) for entry in found for name in entry.names for alias in _spellings(name))
    for alias, bearers in aliases.items():
        _check_shared(alias, bearers)
    return Registry(
        entries=found,
        by_id=by_id,
        fingerprint=sha256("\n".join(sorted(entry.model_dump_json() for entry in found)).encode()).hexdigest()[:16],
        aliases=aliases,
        family_names=_index((name, entry) for entry in found for name in entry.family_names),
        roles=_index((role.noun, entry) for entry in found for role in entry.roles),
        metonyms=_index((place, entry) for entry in found for place in entry.metonyms),
    )


def _files(folder: Path | Traversable) -> list[Path | Traversable]:
    if not folder.is_dir():
        raise ResourceError(
            f"{folder} is not a directory; name one that holds *.yml lists of sources", seen=str(folder)
        )
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yml")), key=lambda file: file.name)


def _index(pairs: Iterable[tuple[str, RegistrySource]]) -> Index:
    index: dict[str, dict[str, RegistrySource]] = {}
    for key, entry in pairs:
        index.setdefault(key, {})[entry.id] = entry
    return {key: tuple(entries.values()) for key, entries in index.items()}


def _spellings(name: str) -> Iterator[str]:
    """The name as the index holds it; also with a capital, for the beginning of a sentence."""
    plain = without_article(name)
    yield plain
    yield plain[:1].upper() + plain[1:]


def _check_links(entry: RegistrySource, by_id: Mapping[str, RegistrySource]) -> None:
    roles = [role.of for role in entry.roles if role.of is not None and not role.of.isupper()]
    for target in [entry.speaks_for, entry.part_of, *roles]:
        if target is not None and target not in by_id:
            raise ResourceError(
                f"source {entry.id!r} points to {target!r}, which is not in the registry; add it or mend the id",
                seen=target,
            )
    if entry.id in {entry.speaks_for, entry.part_of}:
        raise ResourceError(f"source {entry.id!r} points to itself; remove the link", seen=entry.id)


def _check_shared(alias: str, bearers: tuple[RegistrySource, ...]) -> None:
    unmarked = [entry.id for entry in bearers if alias not in {s for name in entry.shared for s in _spellings(name)}]
    if len(bearers) > 1 and unmarked:
        ids = ", ".join(entry.id for entry in bearers)
        raise ResourceError(
            f"{alias!r} names {ids}; remove it from all but one, or list it under `shared` in each", seen=alias
        )
