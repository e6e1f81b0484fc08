"""A list of names matched with the registry, as OpenRefine does it: a table with candidates, to be judged.

    reconciled(rows, registry)      the rows, each with its best candidate, the others beside it, and a score
    accepted(rows, registry)        the entries of a registry of one's own that the judged rows make

A row needs a `name`; `country` (ISO 3166-1 alpha-2) and `wikidata` help to tell namesakes apart. What is added are the
columns `match` (the id in the registry), `match_name`, `match_wikidata`, `score` (0 to 1), `others` (ids of further
candidates, with spaces between them) and `judgment`: `matched` where name and country or Wikidata id agree with one
party alone, else empty, to be filled with `matched` or `none` by whoever looks at it.
"""

from collections.abc import Iterable, Iterator, Mapping

import sqlite_utils
import yaml

from attrib.errors import AttribError
from attrib.registry.entry import RegistrySource
from attrib.registry.registry import Registry
from attrib.registry.spelling import is_same_name, name_keys

Row = Mapping[str, str]
COLUMNS = ("match", "match_name", "match_wikidata", "score", "others", "judgment")
JUDGMENTS = ("", "matched", "none")
_BY_WIKIDATA, _BY_COUNTRY, _BY_NAME, _OTHER_COUNTRY = 1.0, 0.9, 0.6, 0.2
_SURE = 0.9


def candidates(name: str, registry: Registry) -> tuple[RegistrySource, ...]:
    """The parties that may be called so, in any transliteration."""
    by_hand = registry.by_alias(name) or tuple(
        entry for entry in registry.entries if entry.person and any(is_same_name(name, each) for each in entry.names)
    )
    listed = registry.people_called(name_keys(name)) if " " in name.strip() else ()
    return tuple({entry.id: entry for entry in (*by_hand, *listed)}.values())


def reconciled(rows: Iterable[Row], registry: Registry) -> Iterator[dict[str, str]]:
    """Each row with what the registry has for it; AttribError for one without a name."""
    for number, row in enumerate(rows, start=1):
        name = (row.get("name") or "").strip()
        if not name:
            raise AttribError(
                f"row {number} has no `name`; the list needs a column `name`, and may have `country` and `wikidata`",
                seen=sorted(row),
                allowed=["name", "country", "wikidata"],
            )
        found = sorted(
            ((_score(row, entry), entry.id) for entry in candidates(name, registry)),
            key=lambda pair: (-pair[0], pair[1]),
        )
        yield {**row, **_columns(found, registry)}


def _score(row: Row, entry: RegistrySource) -> float:
    """How well a party fits beside its name."""
    if row.get("wikidata") and entry.wikidata:
        return _BY_WIKIDATA if row["wikidata"] == entry.wikidata else 0.0
    if not row.get("country") or entry.country is None:
        return _BY_NAME
    return _BY_COUNTRY if row["country"] == entry.country else _OTHER_COUNTRY


def _columns(found: list[tuple[float, str]], registry: Registry) -> dict[str, str]:
    if not found:
        return dict.fromkeys(COLUMNS, "")
    (score, best), *others = found
    entry = registry.by_id[best]
    is_only = not others or others[0][0] < score
    return {
        "match": best,
        "match_name": entry.name.de,
        "match_wikidata": entry.wikidata or "",
        "score": f"{score:.1f}",
        "others": " ".join(id_ for _, id_ in others),
        "judgment": "matched" if is_only and score >= _SURE else "",
    }


def accepted(rows: Iterable[Row], registry: Registry) -> str:
    """The entries, as YAML of the registry, by which the rows judged `matched` are found under their names too.

    AttribError for a judgment that is none, or a match that the registry does not have.
    """
    names: dict[str, list[str]] = {}
    for number, row in enumerate(rows, start=1):
        judgment, match = row.get("judgment", ""), row.get("match", "")
        if judgment not in JUDGMENTS:
            raise AttribError(
                f"row {number}: the judgment {judgment!r} is none of matched, none or empty; mend it",
                seen=judgment,
                allowed=JUDGMENTS,
            )
        if judgment == "matched" and match not in registry.by_id:
            raise AttribError(f"row {number}: there is no source {match!r} in the registry; mend `match`", seen=match)
        if judgment == "matched" and row["name"] not in registry.by_id[match].names:
            names.setdefault(match, []).append(row["name"])
    entries = [_with_names(registry.by_id[match], new) for match, new in sorted(names.items())]
    text: str = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=1000)
    return text


def _with_names(entry: RegistrySource, names: list[str]) -> dict[str, object]:
    """The entry in the form of the registry, with other names beside its own."""
    fields: dict[str, object] = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    aliases = {**entry.aliases, "de": (*entry.aliases.get("de", ()), *dict.fromkeys(names))}
    return {**fields, "aliases": {language: list(found) for language, found in aliases.items()}}


def discovered_rows(db: sqlite_utils.Database) -> Iterator[dict[str, str]]:
    """The parties that texts name and the registry does not know, as rows to be reconciled, most quoted first."""
    sql = (
        "SELECT p.id, p.name, p.kind, p.country, p.wikidata, count(DISTINCT l.statement) AS statements "
        "FROM sources p JOIN statement_sources l ON l.source = p.id WHERE p.origin = 'discovered' "
        "GROUP BY p.id ORDER BY statements DESC, p.id"
    )
    for row in db.query(sql):
        yield {name: "" if value is None else str(value) for name, value in row.items()}
