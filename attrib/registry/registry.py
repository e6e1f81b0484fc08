"""Who is who: the registry of parties that statements are credited to, and the ways a text may call them.

The shipped files are `attrib/registry/*.yml`, each a list of entries (`attrib.registry.entry` explains their fields);
directories of your own go over them. Behind them stand the thousands of parties of the generated lists
(`attrib.registry.listed`), each under the entry made by hand for the same party where there is one. A lookup returns
every entry that fits, so that the caller can tell one candidate from several and none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from attrib.errors import ResourceError
from attrib.fingerprint import fingerprint
from attrib.registry.by_hand import compiled, files_of
from attrib.registry.entry import RegistrySource, to_source
from attrib.registry.listed import Listed, nothing_listed, shipped
from attrib.registry.role_names import role_names
from attrib.registry.spelling import legal_forms
from attrib.text import nationality
from attrib.text.kebab import kebab
from attrib.text.loading import leading_articles

__all__ = [
    "Registry",
    "RegistrySource",
    "build_registry",
    "known_parties",
    "load_by_hand",
    "load_registry",
    "to_source",
]

Index = Mapping[str, tuple[RegistrySource, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """All parties, indexed by the ways a text may call them. Lookups are case-sensitive."""

    entries: tuple[RegistrySource, ...]
    """Those made by hand; the listed ones are asked for one by one."""
    by_id: "ById"
    fingerprint: str
    """Changes whenever any entry does, and with the articles of the languages, without which names are compared."""
    aliases: Index
    family_names: Index
    roles: Index
    titles: Index = field(default_factory=dict)
    listed: Listed = field(default_factory=nothing_listed)

    def by_alias(self, text: str) -> tuple[RegistrySource, ...]:
        """The parties of that name; a leading article and extra spaces do not matter."""
        return self.aliases.get(_plain(text), ())

    def by_title(self, text: str) -> tuple[RegistrySource, ...]:
        """The outlets of that title or name: *Der Spiegel*; for names that the text says are outlets'."""
        return self.titles.get(_plain(text), ()) or tuple(
            entry for entry in self.by_alias(text) if entry.kind in {"media", "news_agency"}
        )

    def by_family_name(self, name: str) -> tuple[RegistrySource, ...]:
        """The people of that family name in any registered spelling (*Kim* → two of them)."""
        return self.family_names.get(_plain(name), ())

    def by_role(self, noun: str, country: str | None, *, on: str | None = None) -> tuple[RegistrySource, ...]:
        """The parties that a common noun names: *Verteidigungsminister*, `KR`; *Sprecherin*, `nato`.

        `country` is an ISO code or the id of an institution; None: of any. With `on` (ISO prefix) people count only
        if they can have held the office then; a dated term counts only then. Of people whose term is known and others
        only the former count, and institutions made by hand before listed ones. A noun that no role has may be one of
        another language (*defence minister*).
        """
        nouns = role_names().get(noun, (noun,))
        by_hand = tuple(
            entry for each in nouns for entry in self.roles.get(each, ()) if _may_be_called(entry, each, country, on)
        )
        if any(not entry.person for entry in by_hand):
            return tuple({entry.id: entry for entry in by_hand}.values())
        listed = [self.by_id[id_] for each in nouns for id_ in self.listed.by_role(each, country, on)]
        found = tuple({entry.id: entry for entry in (*by_hand, *listed)}.values())
        return tuple(entry for entry in found if not entry.person or is_term_known(entry, on)) or found

    def is_unique_role(self, noun: str) -> bool:
        """Whether a noun says by itself whose role it is: *Pentagonchef*, listed without a country by hand."""
        nouns = role_names().get(noun, (noun,))
        bearers = ((each, entry) for each in nouns for entry in self.roles.get(each, ()))
        return any(role.noun == each and role.of is None for each, entry in bearers for role in entry.all_roles)

    def is_made_by_hand(self, id_: str) -> bool:
        """Whether somebody wrote the entry, as against the lists."""
        return self.by_id.is_made_by_hand(id_)

    def people_called(self, keys: Iterable[str]) -> tuple[RegistrySource, ...]:
        """The listed people with a full name of these keys (`spelling.name_keys`)."""
        return self._by_ids(self.listed.people(keys))

    def family_called(self, keys: Iterable[str]) -> tuple[RegistrySource, ...]:
        """The listed people with a family name of these keys."""
        return self._by_ids(self.listed.families(keys))

    def institutions_called(self, language: str, stems: tuple[str, ...]) -> tuple[RegistrySource, ...]:
        """The listed institutions whose name has these stems in a language."""
        return self._by_ids(self.listed.institutions(language, stems))

    def _by_ids(self, ids: Iterable[str]) -> tuple[RegistrySource, ...]:
        return tuple({entry.id: entry for entry in map(self.by_id.__getitem__, ids)}.values())


class ById(Mapping[str, RegistrySource]):
    """Parties by their ids: those made by hand, with what the lists know beside, and those of the lists."""

    def __init__(self, by_hand: Mapping[str, RegistrySource], listed: Listed) -> None:
        self._by_hand = by_hand
        self._listed = listed
        same = ((entry.id, entry.wikidata and listed.of_wikidata(entry.wikidata)) for entry in by_hand.values())
        self._replaced = {listed_id: id_ for id_, listed_id in same if listed_id}
        self._listed_ids = {id_: listed_id for listed_id, id_ in self._replaced.items()}
        self._merged: dict[str, RegistrySource] = {}

    def __getitem__(self, id_: str) -> RegistrySource:
        own = self._replaced.get(id_, id_)
        if own not in self._merged:
            self._merged[own] = self._read(own)
        return self._merged[own]

    def _read(self, id_: str) -> RegistrySource:
        by_hand, listed = self._by_hand.get(id_), self._listed.get(self._listed_ids.get(id_, id_))
        if by_hand is not None:
            return by_hand if listed is None else _with_terms(by_hand, listed)
        if listed is None:
            raise KeyError(id_)
        return listed

    def is_made_by_hand(self, id_: str) -> bool:
        """Whether an id is that of an entry that somebody wrote."""
        return id_ in self._by_hand

    def at_address(self, address: str) -> str | None:
        """The id of the only party with a name that makes this id, as one whom only texts knew had it."""
        by_hand = self._addresses.get(address, set())
        listed = {self._replaced.get(id_, id_) for id_ in self._listed.at_address(address)}
        found = by_hand or listed
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _addresses(self) -> dict[str, set[str]]:
        """The ids of the parties made by hand by the ids that their names make."""
        found: dict[str, set[str]] = {}
        for id_, entry in self._by_hand.items():
            for name in entry.names:
                found.setdefault(kebab(name), set()).add(id_)
        return found

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_hand or (isinstance(id_, str) and self._listed.get(id_) is not None)

    def __iter__(self) -> Iterator[str]:
        yield from self._by_hand
        others = (id_ for id_ in self._listed.ids() if self._replaced.get(id_, id_) not in self._by_hand)
        yield from others

    def __len__(self) -> int:
        return sum(1 for _ in self)


@cache
def known_parties() -> ById:
    """The shipped parties by their ids, for those who only show them: no word list is read."""
    entries = (found.entry for found in compiled(resources.files("attrib.registry")))
    return ById({entry.id: entry for entry in entries}, shipped())


def _with_terms(by_hand: RegistrySource, listed: RegistrySource) -> RegistrySource:
    """The hand-made entry with the terms of the lists and what else it leaves open."""
    if not by_hand.person:
        return by_hand
    terms = {(term.title, term.from_): term for term in (*listed.terms, *by_hand.terms)}
    left_open = {name: getattr(listed, name) for name in _OPEN if getattr(by_hand, name) is None}
    aliases = {**by_hand.aliases, "mul": tuple(dict.fromkeys([*listed.aliases.get("mul", ()), listed.name.en]))}
    in_time = sorted(terms.values(), key=lambda term: term.from_)
    return by_hand.model_copy(update={**left_open, "terms": tuple(in_time), "aliases": aliases})


_OPEN = ("party", "wikidata", "origin", "as_of")
"""What the lists add to an entry that does not say it."""


def is_term_known(entry: RegistrySource, on: str | None) -> bool:
    """Whether the registry says since when somebody holds the office, and the article has a date."""
    since = entry.office is not None and entry.office.from_ is not None and entry.office.is_held(on)
    return on is not None and (since or any(term.is_held(on) for term in entry.terms))


def _may_be_called(entry: RegistrySource, noun: str, of: str | None, on: str | None) -> bool:
    """Whether a noun names the party on a day: by the roles of the entry, or by those of a term."""
    always = any(role.noun == noun and of in {None, role.of} for role in entry.roles)
    if always and (entry.office is None or entry.office.is_held(on)):
        return True
    return any(term.names(noun, of) and term.is_held(on) for term in entry.terms)


@cache
def load_registry(*extra: Path) -> Registry:
    """The shipped parties with those in `*.yml` of the directories in `extra`, checked as a whole; read once.

    A later directory goes over an earlier one: an entry with the id of another replaces it. ResourceError names file
    and line.
    """
    return _loaded(extra, shipped())


def load_by_hand() -> Registry:
    """The shipped parties made by hand alone."""
    return _loaded((), nothing_listed())


def _loaded(extra: Iterable[Path], listed: Listed) -> Registry:
    merged: dict[str, RegistrySource] = {}
    places: dict[str, str] = {}
    for entries in (compiled(resources.files("attrib.registry")), *map(files_of, extra)):
        here: dict[str, str] = {}
        for found in entries:
            if found.entry.id in here:
                raise ResourceError(
                    f"{found.place}: source {found.entry.id!r} is there twice, before in {here[found.entry.id]}; "
                    "rename one",
                    seen=found.entry.id,
                )
            merged[found.entry.id], here[found.entry.id] = found.entry, found.place
        places |= here
    return build_registry(merged.values(), places=places, listed=listed)


def build_registry(
    entries: Iterable[RegistrySource], *, places: Mapping[str, str] | None = None, listed: Listed | None = None
) -> Registry:
    """A registry of these entries, and of the parties of `listed` behind them; ResourceError if ids, links or names
    clash. `places`: where each id is listed."""
    found, behind = tuple(entries), nothing_listed() if listed is None else listed
    where = {entry.id: f"{places[entry.id]}: " if places else "" for entry in found}
    by_id: dict[str, RegistrySource] = {}
    for entry in found:
        if entry.id in by_id:
            raise ResourceError(f"source {entry.id!r} is there twice; ids are unique: rename one", seen=entry.id)
        by_id[entry.id] = entry
    everybody = ById(by_id, behind)
    for entry in found:
        _check_links(entry, everybody, where)
    aliases = _index((alias, entry) for entry in found for name in entry.names for alias in _spellings(name))
    for alias, bearers in aliases.items():
        _check_shared(alias, bearers, where)
    return Registry(
        entries=found,
        by_id=everybody,
        listed=behind,
        fingerprint=fingerprint(
            [
                *sorted(entry.model_dump_json() for entry in found),
                *sorted(leading_articles()),
                *legal_forms(),
                behind.fingerprint,
            ]
        ),
        aliases=aliases,
        family_names=_index((name, entry) for entry in found for name in entry.family_names),
        roles=_index((role.noun, entry) for entry in found for role in entry.all_roles),
        titles=_index((_plain(title), entry) for entry in found for title in entry.titles),
    )


def _index(pairs: Iterable[tuple[str, RegistrySource]]) -> Index:
    index: dict[str, dict[str, RegistrySource]] = {}
    for key, entry in pairs:
        index.setdefault(key, {})[entry.id] = entry
    return {key: tuple(entries.values()) for key, entries in index.items()}


def _spellings(name: str) -> Iterator[str]:
    """The name as the index holds it; also with a capital, for the beginning of a sentence."""
    plain = _plain(name)
    yield plain
    yield plain[:1].upper() + plain[1:]


def _check_links(entry: RegistrySource, by_id: Mapping[str, RegistrySource], where: Mapping[str, str]) -> None:
    roles = [role.of for role in entry.all_roles if role.of is not None and not role.of.isupper()]
    terms = [term.speaks_for for term in entry.terms]
    for target in [entry.speaks_for, entry.part_of, entry.party, *roles, *terms]:
        if target is not None and target not in by_id:
            raise ResourceError(
                f"{where[entry.id]}source {entry.id!r} points to {target!r}, which is not in the registry; "
                "add it or mend the id",
                seen=target,
            )
    if entry.id in {entry.speaks_for, entry.part_of}:
        raise ResourceError(f"{where[entry.id]}source {entry.id!r} points to itself; remove the link", seen=entry.id)


def _check_shared(alias: str, bearers: tuple[RegistrySource, ...], where: Mapping[str, str]) -> None:
    unmarked = [entry.id for entry in bearers if alias not in {s for name in entry.shared for s in _spellings(name)}]
    if len(bearers) > 1 and unmarked:
        ids = ", ".join(entry.id for entry in bearers)
        raise ResourceError(
            f"{where[bearers[-1].id]}{alias!r} names {ids}; remove it from all but one, "
            "or list it under `shared` in each",
            seen=alias,
        )


def _plain(name: str) -> str:
    """The name in Unicode form NFC with single spaces and no leading article of any language."""
    return nationality.without_article(name, leading_articles())
