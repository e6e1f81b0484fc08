"""Who is who: the registry of parties that statements are credited to, and the ways a text may call them.

The shipped files are `attrib/registry/*.yml`, each a list of entries (`attrib.registry.entry` explains their fields);
directories of your own go over them. A lookup returns every entry that fits, so that the caller can tell one candidate
from several and none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from attrib.errors import ResourceError
from attrib.fingerprint import fingerprint
from attrib.registry.entry import RegistrySource, SourceRole, to_source
from attrib.resources import load_records
from attrib.text import nationality
from attrib.text.loading import leading_articles

__all__ = ["Registry", "RegistrySource", "build_registry", "load_registry", "to_source"]

Index = Mapping[str, tuple[RegistrySource, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """All parties, indexed by the ways a text may call them. Lookups are case-sensitive."""

    entries: tuple[RegistrySource, ...]
    by_id: Mapping[str, RegistrySource]
    fingerprint: str
    """Changes whenever any entry does, and with the articles of the languages, without which names are compared."""
    aliases: Index
    family_names: Index
    roles: Index
    metonyms: Index

    def by_alias(self, text: str) -> tuple[RegistrySource, ...]:
        """The parties of that name; a leading article and extra spaces do not matter."""
        return self.aliases.get(_plain(text), ())

    def by_family_name(self, name: str) -> tuple[RegistrySource, ...]:
        """The people of that family name in any registered spelling (*Kim* → two of them)."""
        return self.family_names.get(_plain(name), ())

    def by_role(self, noun: str, country: str | None, *, on: str | None = None) -> tuple[RegistrySource, ...]:
        """The parties that a common noun names: *Verteidigungsminister*, `KR`; *Sprecherin*, `nato`.

        `country` is an ISO code or the id of an institution; None: of any. With `on` (ISO prefix) people count only
        if they can have held the office then; a dated term counts only then.
        """
        return tuple(entry for entry in self.roles.get(noun, ()) if _may_be_called(entry, noun, country, on))

    def by_metonym(self, place: str) -> tuple[RegistrySource, ...]:
        """The parties a place stands for where it acts as a speaker (*Seoul* → its government)."""
        return self.metonyms.get(_plain(place), ())


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
    merged: dict[str, RegistrySource] = {}
    places: dict[str, str] = {}
    for folder in (resources.files("attrib.registry"), *extra):
        here: dict[str, str] = {}
        for file in _files(folder):
            for entry in load_records(file, RegistrySource):
                if entry.id in here:
                    raise ResourceError(
                        f"{_place(file, entry.id, again=True)}: source {entry.id!r} is there twice, "
                        f"before in {here[entry.id]}; rename one",
                        seen=entry.id,
                    )
                merged[entry.id], here[entry.id] = entry, _place(file, entry.id)
        places |= here
    return build_registry(merged.values(), places=places)


def _place(file: Path | Traversable, source: str, *, again: bool = False) -> str:
    """File and line of an entry; the last one of that id with `again`."""
    lines = file.read_text(encoding="utf-8").splitlines()
    written = re.compile(rf"\bid:\s*['\"]?{re.escape(source)}['\"]?\s*(,|}}|#|$)")
    numbers = [number for number, line in enumerate(lines, start=1) if written.search(line)] or [1]
    return f"{file}, line {numbers[-1 if again else 0]}"


def build_registry(entries: Iterable[RegistrySource], *, places: Mapping[str, str] | None = None) -> Registry:
    """A registry of these entries; ResourceError if ids, links or names clash. `places`: where each id is listed."""
    found = tuple(entries)
    where = {entry.id: f"{places[entry.id]}: " if places else "" for entry in found}
    by_id: dict[str, RegistrySource] = {}
    for entry in found:
        if entry.id in by_id:
            raise ResourceError(f"source {entry.id!r} is there twice; ids are unique: rename one", seen=entry.id)
        by_id[entry.id] = entry
    for entry in found:
        _check_links(entry, by_id, where)
    aliases = _index((alias, entry) for entry in found for name in entry.names for alias in _spellings(name))
    for alias, bearers in aliases.items():
        _check_shared(alias, bearers, where)
    return Registry(
        entries=found,
        by_id=by_id,
        fingerprint=fingerprint([*sorted(entry.model_dump_json() for entry in found), *sorted(leading_articles())]),
        aliases=aliases,
        family_names=_index((name, entry) for entry in found for name in entry.family_names),
        roles=_index((role.noun, entry) for entry in found for role in _all_roles(entry)),
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
    plain = _plain(name)
    yield plain
    yield plain[:1].upper() + plain[1:]


def _all_roles(entry: RegistrySource) -> tuple[SourceRole, ...]:
    """Those of the entry and of its terms."""
    return (*entry.roles, *(role for term in entry.terms for role in term.roles))


def _check_links(entry: RegistrySource, by_id: Mapping[str, RegistrySource], where: Mapping[str, str]) -> None:
    roles = [role.of for role in _all_roles(entry) if role.of is not None and not role.of.isupper()]
    terms = [term.speaks_for for term in entry.terms]
    for target in [entry.speaks_for, entry.part_of, *roles, *terms]:
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
